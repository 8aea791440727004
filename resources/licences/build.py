"""What an executable is made of and under which licences: build.spec calls `collect` on what it puts in.

NOTICES.md begins with README.md of this folder and lists every Python package and every library of the system; their
licence texts go beside it, into licences/.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

Entry = tuple[str, str, str]  # where to, where from, PyInstaller's kind
UNKNOWN = "licence not found"  # tests/bench/freeze.sh looks for these words
_HERE = Path(__file__).parent
_TEXT = re.compile(r"licen[cs]e|notice|copying|copyright", re.IGNORECASE)
_COMMON = re.compile(r"/usr/share/common-licenses/([\w.+-]*\w)")
_OURS = {"counterpoint"}
_WITHOUT_TEXT = {"pyside6-essentials", "shiboken6"}  # README.md has theirs


def collect(modules: Sequence[Entry], binaries: Sequence[Entry], folder: Path) -> list[Entry]:
    """NOTICES.md, written into the folder, and all licence texts of these, as entries for the executable."""
    packages = [_package(one) for one in _distributions([*modules, *binaries])]
    libraries = list(_libraries(source for _, source, kind in binaries if kind == "BINARY"))
    rows = [*(row for row, _ in packages), _python_row()]
    system = [row for row, _ in libraries]
    lines = [(_HERE / "README.md").read_text(encoding="utf-8"), "## Python and its packages", "", *_table(rows)]
    if system:
        lines += ["", "## Libraries of the system that it was built on", "", *_table(system)]
    notices = folder / "NOTICES.md"
    notices.write_text("\n".join([*lines, ""]), encoding="utf-8")
    texts = {text for _, found in (*packages, *libraries) for text in found} | set(_python_texts())
    return [("NOTICES.md", str(notices), "DATA"), *sorted((to, source, "DATA") for to, source in texts)]


def _table(rows: Iterable[tuple[str, str, str]]) -> list[str]:
    return ["| what | version | licence |", "|---|---|---|", *sorted(f"| {' | '.join(row)} |" for row in rows)]


# Python


def _distributions(entries: Sequence[Entry]) -> list[Distribution]:
    """The packages that these modules and libraries belong to, and PyInstaller, whose start is in every executable."""
    owners = packages_distributions()
    tops = {re.split(r"[./\\]", name)[0] for name, _, _ in entries}
    names = {name for top in tops for name in owners.get(top, ())} | {"pyinstaller"}
    found = (distribution(name) for name in names)
    return sorted((one for one in found if _name(one) not in _OURS), key=_name)


def _name(package: Distribution) -> str:
    return package.metadata["Name"].lower().replace("_", "-")


def _package(package: Distribution) -> tuple[tuple[str, str, str], list[tuple[str, str]]]:
    """A row of the table, and the texts: where to, where from."""
    name = _name(package)
    files = [file for file in package.files or () if _TEXT.search(str(file)) and file.suffix not in {".py", ".pyc"}]
    located = [(file, Path(str(file.locate()))) for file in files]
    texts = [
        (f"licences/{name}/{Path(*file.parts[1:]).as_posix()}", str(path)) for file, path in located if path.is_file()
    ]
    licence = _licence(package)
    if not texts and name not in _WITHOUT_TEXT:
        licence = f"{licence} (the package has no text of it)" if licence else UNKNOWN
    return (name, package.version, licence or "see its text"), texts


def _licence(package: Distribution) -> str:
    """In a few words, "" where the package does not say."""
    told = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    classifiers = package.metadata.get_all("Classifier") or ()
    named = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")]
    return told if told and "\n" not in told and told != "UNKNOWN" else ", ".join(named)


def _python_row() -> tuple[str, str, str]:
    return "python", ".".join(map(str, sys.version_info[:3])), "PSF-2.0" if any(_python_texts()) else UNKNOWN


def _python_texts() -> Iterator[tuple[str, str]]:
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = (
        Path(os.__file__).with_name("LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path("/usr/share/doc", version, "copyright"),
    )
    yield from (("licences/python/LICENSE.txt", str(path)) for path in places[:2] if path.is_file())
    yield from (("licences/python/copyright", str(path)) for path in places[2:] if path.is_file())


# The system


def _libraries(sources: Iterable[str]) -> Iterator[tuple[tuple[str, str, str], list[tuple[str, str]]]]:
    """For every package of the system that one of these files is of, as Debian and its like know it."""
    own = (Path(sys.prefix), Path(sys.base_prefix), _HERE)
    files = [Path(source) for source in sources]
    if sys.platform != "linux":
        return
    of_system = {file for file in files if not any(file.is_relative_to(place) for place in own)}
    of_system = {file for file in of_system if "build" not in file.parts}  # stripped, of Python
    owners = {file: _owner(file) for file in of_system}
    for file in sorted(file for file, package in owners.items() if not package):
        yield (file.name, "", UNKNOWN), []
    for package in sorted({package for package in owners.values() if package}):
        text = Path("/usr/share/doc", package.partition(":")[0], "copyright")
        if not text.is_file():
            yield (package, _version(package), UNKNOWN), []
            continue
        words = text.read_text(encoding="utf-8", errors="replace")
        common = [(name, Path("/usr/share/common-licenses", name)) for name in sorted(set(_COMMON.findall(words)))]
        texts = [(f"licences/system/{text.parent.name}.txt", str(text))]
        texts += [(f"licences/common/{name}.txt", str(path.resolve())) for name, path in common if path.is_file()]
        yield (text.parent.name, _version(package), f"licences/system/{text.parent.name}.txt"), texts


def _owner(file: Path) -> str:
    """The system's package that a library is of, "" where that is not known."""
    for path in dict.fromkeys((file, file.resolve(), *_without_usr(file), *_without_usr(file.resolve()))):
        line = _asked("dpkg", "-S", str(path)).partition("\n")[0]
        if line:
            return line.rpartition(": ")[0]
    return ""


def _without_usr(file: Path) -> list[Path]:
    """Where /lib is /usr/lib, the system's own list may have either."""
    return [Path("/", *file.parts[2:])] if file.parts[1:2] == ("usr",) else [Path("/usr", *file.parts[1:])]


def _version(package: str) -> str:
    return _asked("dpkg-query", "-W", "-f=${Version}", package)


def _asked(program: str, *arguments: str) -> str:
    path = shutil.which(program)
    if path is None:
        return ""
    return subprocess.run([path, *arguments], capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
