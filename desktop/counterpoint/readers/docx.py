"""Word documents: the text as it stands on the page once all changes are accepted.

The parts are read here and not by python-docx, which leaves out inserted text (tracked changes), content controls and
text boxes, and builds the whole document's tree before anything can be said about its size.
"""

import posixpath
from collections.abc import Mapping

from counterpoint.readers.archives import Archive
from counterpoint.readers.documents import Document, joined, label, property_author, property_title
from counterpoint.readers.properties import read_properties
from counterpoint.readers.superscripts import raised

_MAIN = "word/document.xml"
_MAIN_RELATION = "/officeDocument"
_TRUE = frozenset(("", "1", "true", "on"))
_TITLE_STYLES = frozenset(("title", "titel", "titre"))
_NOTE_MARKS = frozenset(("footnoteReference", "endnoteReference"))
# What Word does not show: text that was deleted or moved away, fields' codes, the copies for older programs, remarks.
_HIDDEN = frozenset(("del", "moveFrom", "instrText", "Fallback", "delText", "delInstrText", "rubyPr", "rt", "comment"))
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_docx(raw: bytes, name: str) -> Document:
    """The paragraphs, headings and tables' cells of a Word document, then its notes.

    Raises:
        UnreadableSource: it is broken, locked, too large or empty.
    """
    archive = Archive(raw, name)
    main = _main_part(archive)
    if main not in archive:
        raise archive.broken()
    story = _Story()
    archive.tell(main, story)
    paragraphs = list(story.paragraphs)
    for kind in ("footnote", "endnote"):
        notes = _Notes(kind, story.notes[kind])
        archive.tell(posixpath.join(posixpath.dirname(main), f"{kind}s.xml"), notes)
        paragraphs += notes.paragraphs
    properties = read_properties(archive, "docProps/core.xml")
    return Document(
        text=joined(paragraphs, name),
        title=label(story.title) or property_title(properties.get("title")),
        author=property_author(properties.get("creator")),
    )


def _main_part(archive: Archive) -> str:
    """The name of the part that the document begins with: nearly always the same."""
    relations = _Relations()
    archive.tell("_rels/.rels", relations)
    return relations.main or _MAIN


class _Relations:
    def __init__(self) -> None:
        self.main = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag.endswith("}Relationship") and attributes.get("Type", "").endswith(_MAIN_RELATION):
            self.main = posixpath.normpath(attributes.get("Target", "")).lstrip("/")

    def end(self, tag: str) -> None: ...

    def data(self, text: str) -> None: ...


class _Story:
    """Gathers paragraphs. Those of a text box stand within another paragraph and come before it."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.title = ""
        self.notes: dict[str, dict[str, int]] = {"footnote": {}, "endnote": {}}
        self._open: list[list[str]] = []  # paragraphs within paragraphs, each in pieces
        self._hidden = 0  # how deep within something hidden
        self._in_text = False
        self._is_raised = self._is_vanished = self._is_title = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = tag.rpartition("}")[2]
        if self._hidden or kind in _HIDDEN:
            self._hidden += 1
        elif kind == "p":
            self._open.append([])
            self._is_title = False
        elif kind == "r":
            self._is_raised = self._is_vanished = False
        elif kind == "t":
            self._in_text = True
        elif kind in _NOTE_MARKS:
            self._add(self._note_mark(kind.removesuffix("Reference"), attributes))
        else:
            self._add(_SIGNS.get(kind, ""))
            self._format(kind, _value(attributes))

    def end(self, tag: str) -> None:
        kind = tag.rpartition("}")[2]
        if self._hidden:
            self._hidden -= 1
        elif kind == "t":
            self._in_text = False
        elif kind == "p" and self._open:
            self._close("".join(self._open.pop()).strip())

    def data(self, text: str) -> None:
        if self._in_text and not self._hidden and not self._is_vanished:
            self._add(raised(text) if self._is_raised else text)

    def _format(self, kind: str, value: str) -> None:
        """What a run or a paragraph says of its looks."""
        if kind == "vertAlign":
            self._is_raised = value == "superscript"
        elif kind == "vanish":
            self._is_vanished = value in _TRUE
        elif kind == "pStyle" and value.lower() in _TITLE_STYLES:
            self._is_title = True

    def _close(self, paragraph: str) -> None:
        if self._is_title and not self.title:
            self.title = paragraph
        self.paragraphs.append(paragraph)
        self._is_title = False

    def _add(self, text: str) -> None:
        if text and self._open:
            self._open[-1].append(text)

    def _note_mark(self, kind: str, attributes: Mapping[str, str]) -> str:
        """A note's number, raised, as it stands in the text: notes are counted as they come."""
        numbers = self.notes[kind]
        number = numbers.setdefault(_attribute(attributes, "id"), len(numbers) + 1)
        return raised(str(number))


# Elements that stand for a character. A break is a line's end; Word's own page breaks are none.
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}


class _Notes(_Story):
    """Gathers the paragraphs of notes that the story refers to, each note's first with its number."""

    def __init__(self, kind: str, numbers: Mapping[str, int]) -> None:
        super().__init__()
        self._kind = kind
        self._numbers = numbers
        self._number = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = tag.rpartition("}")[2]
        if not self._hidden and kind == self._kind:
            number = self._numbers.get(_attribute(attributes, "id"))
            if number is None or _attribute(attributes, "type") in _SEPARATORS:
                self._hidden = 1
                return
            self._number = f"{raised(str(number))} "
        super().start(tag, attributes)

    def _close(self, paragraph: str) -> None:
        if paragraph:
            self.paragraphs.append(self._number + paragraph)
            self._number = ""


def _value(attributes: Mapping[str, str]) -> str:
    return _attribute(attributes, "val")


def _attribute(attributes: Mapping[str, str], local: str) -> str:
    """An attribute's value whatever its namespace: Word has two."""
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == local), "")
