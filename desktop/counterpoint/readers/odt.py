"""OpenDocument texts (LibreOffice and others), read part by part; odfpy would build the tree of all it is given."""

import re
from collections.abc import Mapping
from itertools import count

from counterpoint.errors import UnreadableSource
from counterpoint.readers.archives import Archive
from counterpoint.readers.documents import Document, joined, property_author, property_title
from counterpoint.readers.properties import read_properties
from counterpoint.readers.superscripts import raised

# What is not shown, not this document's own words, or said twice: deleted text, remarks, tables of contents.
_HIDDEN = frozenset(
    "tracked-changes annotation table-of-content alphabetical-index illustration-index table-index object-index"
    " user-index bibliography note-citation hidden-text ruby-text desc title".split()
)


def read_odt(raw: bytes, name: str) -> Document:
    """The paragraphs, headings and tables' cells of an OpenDocument text, then its notes.

    Raises:
        UnreadableSource: it is broken, locked, too large or empty.
    """
    archive = Archive(raw, name)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableSource(f"{name} is protected by a password. Save a copy without it and use that.")
    if "content.xml" not in archive:
        raise archive.broken()
    story = _Story()
    archive.tell("content.xml", story)
    properties = read_properties(archive, "meta.xml")
    return Document(
        text=joined((*story.paragraphs, *story.notes), name),
        title=property_title(properties.get("title")),
        author=property_author(properties.get("initial-creator") or properties.get("creator")),
    )


class _Story:
    """Gathers paragraphs. Notes and text boxes stand within paragraphs; notes go to the end, boxes before theirs."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.notes: list[str] = []
        self._open: list[list[str]] = []
        self._hidden = self._in_note = 0
        self._numbers = count(1)
        self._mark = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = tag.rpartition("}")[2]
        if self._hidden or kind in _HIDDEN:
            self._hidden += 1
        elif kind in {"p", "h"}:
            self._open.append([])
        elif kind == "note":
            self._in_note += 1
            self._mark = raised(str(next(self._numbers)))
            self._add(self._mark)
        elif kind == "s":
            self._add(_SPACE * _number(attributes))
        elif kind in _SIGNS:
            self._add(_SIGNS[kind])

    def end(self, tag: str) -> None:
        kind = tag.rpartition("}")[2]
        if self._hidden:
            self._hidden -= 1
        elif kind == "note":
            self._in_note = max(0, self._in_note - 1)
        elif kind in {"p", "h"} and self._open:
            self._close(_spaced("".join(self._open.pop())))

    def data(self, text: str) -> None:
        if not self._hidden:
            self._add(text)

    def _close(self, paragraph: str) -> None:
        if not self._in_note:
            self.paragraphs.append(paragraph)
        elif paragraph:
            self.notes.append(f"{self._mark} {paragraph}".strip())
            self._mark = ""

    def _add(self, text: str) -> None:
        if self._open:
            self._open[-1].append(text)


# White space in the file is one space on the page; what is more has an element. XML knows none of these characters.
_SPACE, _TAB, _BREAK = "\x01", "\x02", "\x03"
_SIGNS = {"tab": _TAB, "line-break": _BREAK}
_AS_SHOWN = str.maketrans({_SPACE: " ", _TAB: "\t", _BREAK: "\n"})


def _spaced(paragraph: str) -> str:
    """The paragraph with its white space as a page shows it."""
    return re.sub(r"[ \t\r\n]+", " ", paragraph).strip(" ").translate(_AS_SHOWN)


def _number(attributes: Mapping[str, str]) -> int:
    """How many spaces the element stands for."""
    words = next((value for key, value in attributes.items() if key.endswith("}c")), "1")
    return int(words) if re.fullmatch(r"[0-9]{1,3}", words) else 1
