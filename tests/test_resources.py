import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from counterpoint import resources
from counterpoint.errors import MissingResource
from counterpoint.resources import load_lexicon, load_rankers, resource, seeds
from counterpoint.store.files import APPLICATION_ID, SUFFIX

ROOT = Path(__file__).parents[1]
FIND = "from counterpoint.resources import resource, seeds; print(resource('model/model_w8.onnx'), *seeds(), sep='\\n')"


def test_a_checkout_uses_its_own_resources() -> None:
    assert resource("model/model_w8.onnx") == ROOT / "resources" / "model" / "model_w8.onnx"
    assert [path.parent for path in seeds()] == 5 * [ROOT / "seeds"]


def test_a_frozen_program_uses_what_it_was_packed_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "icon.svg").write_text("<svg/>")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icon.svg") == tmp_path / "resources" / "icon.svg"


def test_what_is_missing_is_told_in_a_sentence() -> None:
    with pytest.raises(MissingResource, match=r"resources/nothing\.txt is missing from this installation"):
        resource("nothing.txt")


def test_the_lexicon_and_the_rankers_can_be_loaded() -> None:
    assert load_lexicon().lemma("pledged") == "pledge"
    assert 0 < load_rankers().levels[0].thresholds.conflict < 1


def test_the_wheel_takes_resources_and_seeds_along_and_finds_them(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    assert not [name for name in names if "_bundled" in name and name.endswith(".py")]
    assert "counterpoint/_bundled/resources/model/LICENSE" in names
    found = subprocess.run(  # noqa: S603
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); {FIND}"],
        cwd=tmp_path, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert [Path(line).parent.parent.name for line in found.stdout.split()] == ["resources", *5 * ["_bundled"]]
    assert found.stdout.startswith(str(tmp_path / "site"))


def test_the_system_knows_a_project_by_what_is_written_into_it() -> None:
    kind = resource("systems/counterpoint.xml").read_text(encoding="utf-8")
    assert f'value="0x{APPLICATION_ID:x}" offset="68"' in kind
    assert f'pattern="*{SUFFIX}"' in kind
    (name,) = re.findall(r'mime-type type="(.*?)"', kind)
    assert f"MimeType={name};" in resource("systems/counterpoint.desktop").read_text(encoding="utf-8")


def test_every_resource_of_the_checkout_is_found_by_its_name() -> None:
    folder = ROOT / "resources"
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert all(resource(name).is_file() for name in names)
    assert resources.resource("words/wordnet.json").is_file()
