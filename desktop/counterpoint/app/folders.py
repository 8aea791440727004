"""Where projects lie: `Counterpoint/TITLE.counterpoint` in the documents folder, never in another's place."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from counterpoint.store.files import SUFFIX

UNTITLED = "Untitled story"
_LONGEST = 100  # code points; with SUFFIX and a number, under the 255 bytes of most file systems
_MOST_BYTES = 200
_UNFIT = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)")  # on Windows, where the project may go one day


def projects_folder() -> Path:
    """Where new projects go."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "Counterpoint"


def on_one_line(words: str) -> str:
    """A title or a name as it is kept: without line breaks, and with single spaces."""
    return " ".join(words.split())


def file_stem(title: str) -> str:
    """The title as the name of a file, on every system that the project may be carried to."""
    words = " ".join(_UNFIT.sub(" ", title).split())[:_LONGEST]
    words = words.encode()[:_MOST_BYTES].decode(errors="ignore").strip(" .")
    return f"{words} story" if _RESERVED.fullmatch(words) else words or UNTITLED


def project_paths(folder: Path, title: str) -> Iterator[Path]:
    """TITLE, TITLE 2, TITLE 3 ... in the folder."""
    stem = file_stem(title)
    for number in count(1):
        yield folder / f"{stem}{f' {number}' if number > 1 else ''}{SUFFIX}"


def is_named_after(path: Path, title: str) -> bool:
    """Whether the file has a name that a project of the title gets, and not one that a person chose."""
    stem = re.escape(file_stem(title))
    return path.suffix == SUFFIX and re.fullmatch(rf"{stem}(?: \d+)?", path.stem) is not None
