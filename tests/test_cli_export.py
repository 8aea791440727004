"""`counterpoint export`: what is in a project as a document, without a window and without a change to the file."""

import io
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.readers.files import read_file
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store
from counterpoint.writers.formats import FORMATS, PACK, Document
from counterpoint.writers.packs import FILES
from tests.commands import counterpoint
from tests.contract import check_contract
from tests.exported import SECRETS, TOLD, dossier, make
from tests.projects import second

WITHHELD = [
    "Confidential source C: all that leaves is this code, and which findings there are on it.",
    "5 notes and 2 tags on confidential words: left out.",
    "1 private note: left out.",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "bridge.counterpoint")


def test_a_project_is_exported_with_verdicts_tags_and_notes_and_stays_as_it_is(project: Path) -> None:
    before = project.read_bytes()
    outcome = counterpoint("export", project, "--format", "json")
    assert outcome.status == 0
    assert outcome.sentences == WITHHELD
    report = json.loads(outcome.out)
    check_contract(report)
    assert report["title"] == "The bridge"
    said = [(r["verdict"], r["tags"], r["notes"]) for r in report["relations"]]
    assert ("confirmed", ["Toll & <more>"], ["Ask the mayor, *twice*.\n\n- and his <b>deputy</b>"]) in said
    assert ("rejected", [], []) in said  # on a confidential source's words: the verdict, and nothing more
    assert {passage["text"]: passage["notes"] for passage in report["passages"]} == {"Bridge": ["Which bridge?"]}
    assert [source["notes"] for source in report["sources"]] == [["Compare the dates."], [], []]
    assert [source["path"] for source in report["sources"]] == ["bridge.txt", None, None]
    assert project.read_bytes() == before
    assert [path.name for path in project.parent.iterdir()] == [project.name]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_project_gives_the_same_bytes_printed_or_written(project: Path, form: str) -> None:
    output = project.with_name("report")
    assert counterpoint("export", project, "--format", form, "--output", output, PYTHONHASHSEED="1").status == 0
    assert output.read_bytes() == counterpoint("export", project, "--format", form, PYTHONHASHSEED="2").out


def test_a_project_that_is_open_in_a_window_is_exported_as_well(project: Path) -> None:
    with Store.open(project):
        assert counterpoint("export", project).out.startswith(b"# ")


def test_an_older_or_unanalysed_project_is_compared_in_memory(tmp_path: Path) -> None:
    path = Path(shutil.copy(second.PATH, tmp_path / "old.counterpoint"))
    before = path.read_bytes()
    outcome = counterpoint("export", path)
    assert outcome.status == 0
    assert b"Comparison of 3 accounts." in outcome.out
    assert path.read_bytes() == before


def test_what_is_no_project_is_told_in_a_sentence_and_nothing_is_written(project: Path) -> None:
    folder = project.parent
    (folder / "note.txt").write_text("No project.")
    (folder / "empty.counterpoint").touch()
    with Store.create(folder / "bare.counterpoint"):
        pass
    wrong = [folder / name for name in ("note.txt", "empty.counterpoint", "bare.counterpoint", "missing.counterpoint")]
    for path in (*wrong, folder):
        outcome = counterpoint("export", path, "--output", folder / "report.md")
        assert (outcome.status, len(outcome.sentences)) == (1, 1)
        assert outcome.err.endswith(".\n")
        assert not (folder / "report.md").exists()


def test_a_damaged_project_is_not_exported(project: Path) -> None:
    connection = sqlite3.connect(project)
    connection.execute("update note set body = 'something else'")
    connection.commit()
    connection.close()
    outcome = counterpoint("export", project)
    assert outcome.status == 1
    assert "is damaged" in outcome.err


def test_a_project_is_not_replaced_by_its_own_report(project: Path) -> None:
    before = project.read_bytes()
    assert counterpoint("export", project, "--output", project).status == 1
    assert project.read_bytes() == before


def test_what_is_done_to_a_project_that_is_only_read_is_forgotten(project: Path) -> None:
    with Store.read(project) as read:
        read.set_title("Another")
        assert read.title() == "Another"
    with Store.open(project) as store:
        assert store.title() == "The bridge"
        assert Span(0, 6) in {note.subject.anchors[0].span for note in store.notebook.notes()}


def test_a_pack_is_a_folder_of_all_that_a_desk_needs(project: Path) -> None:
    folder = project.with_name("Pack")
    assert counterpoint("export", project, "--format", "pack", "--output", folder).status == 0
    names = {path.name for path in folder.iterdir()}
    assert names == {"contents.md", *FILES} - {"publication-text.txt", "annotated-draft.md"}
    contents = (folder / "contents.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in contents for name in names - {"contents.md"})
    assert "A note asks: “Which bridge?”" in (folder / "open-questions.md").read_text(encoding="utf-8")
    assert [path.name for path in project.parent.iterdir() if path.name.startswith(".")] == []
    again = counterpoint("export", project, "--format", "pack", "--output", folder)
    assert (again.status, again.err) == (1, f"{folder} is there already. Name a folder that is new, or empty.\n")
    assert counterpoint("export", project, "--format", "pack").status == 1


def test_the_annotated_draft_is_exported_where_there_is_one(project: Path, tmp_path: Path) -> None:
    outcome = counterpoint("export", project, "--draft")
    assert (outcome.status, outcome.out) == (1, b"")
    assert outcome.err.endswith("has no draft.\n")
    assert counterpoint("export", project, "--draft", "--format", "html").status == 2
    (tmp_path / "draft.txt").write_text("Four lorries crossed before the bridge was closed.\n")
    with Store.open(project) as store:
        words = (tmp_path / "draft.txt").read_text()
        draft = Source(SourceId("d"), words, title="Draft", role=Role.DRAFT)
        store.shelf.add([(draft, Original(words.encode(), ""))])
        store.shelf.arrange([*store.shelf.order(), draft.id])
    outcome = counterpoint("export", project, "--draft")
    assert outcome.status == 0
    assert b"bridge was closed.[^1]" in outcome.out
    folder = project.with_name("Pack")
    assert counterpoint("export", project, "--format", "pack", "--output", folder).status == 0
    assert (folder / "publication-text.txt").read_text() == words
    assert "[^1]" in (folder / "annotated-draft.md").read_text()


def test_a_pdf_has_the_same_words_and_withholds_the_same(project: Path) -> None:
    output = project.with_name("report.pdf")
    outcome = counterpoint("export", project, "--format", "pdf", "--output", output)
    assert (outcome.status, outcome.sentences[1:]) == (0, WITHHELD[1:])
    shown = read_file(output).text
    assert [secret for secret in SECRETS if secret in shown] == []
    assert [said for said in TOLD if said not in shown] == []


def words(document: Document) -> str:
    """All that is in a document, of an archive every part under its name."""
    if isinstance(document, str):
        return document
    if isinstance(document, Mapping):
        return "\n".join(f"{name}\n{words(part)}" for name, part in document.items())
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode()}" for name in archive.namelist())


@pytest.mark.parametrize("form", [*FORMATS, PACK.name])
def test_no_word_of_a_confidential_source_or_a_private_note_leaves(tmp_path: Path, form: str) -> None:
    document = words({**FORMATS, PACK.name: PACK}[form].write(dossier(tmp_path)))
    assert [secret for secret in SECRETS if secret in document] == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_golden_one(tmp_path: Path, form: str, golden: Callable[[str, str], None]) -> None:
    suffix = FORMATS[form].suffix if FORMATS[form].is_text else f"{FORMATS[form].suffix}.txt"
    golden(f"project{suffix}", words(FORMATS[form].write(dossier(tmp_path))))


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_person_has_said_is_in_every_format(tmp_path: Path, form: str) -> None:
    document = words(FORMATS[form].write(dossier(tmp_path)))
    # A table of claims has no place for what is said of a source, and a link between texts has two ends that are told.
    missing = {"csv": {"Compare the dates"}, "qdpx": {"rejected"}}
    assert {said for said in TOLD if said not in document} == missing.get(form, set[str]())
