"""REFI-QDA projects (.qdpx), as NVivo, ATLAS.ti, MAXQDA, QualCoder and Counterpoint itself write them.

What is taken: texts, codes, codings and notes of passages, and links between passages. Pictures, sound and film are
told of and left out. Positions count code points, in some programs of a text whose lines end with two characters: a
passage's own words decide, and one whose words are not found is told of, never moved to a guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.errors import UnreadableSource
from counterpoint.readers.archives import Archive
from counterpoint.readers.documents import address, check_length, day, label
from counterpoint.readers.encodings import decode_text
from counterpoint.readers.files import read_bytes, shown

SUFFIX = ".qdpx"
_INSIDE = "internal://"
_MOST_NOTES = 1_000_000  # code points of one


@dataclass(frozen=True, slots=True)
class Taken:
    """A source of the project, and the bytes of its text."""

    source: Source
    content: bytes


@dataclass(frozen=True, slots=True)
class Code:
    """A code, with its colour like "#d55e00", "" where it has none."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Selection:
    """A passage, or a source as a whole where `span` is None, with the names of its codes and its notes."""

    source: SourceId
    span: Span | None
    codes: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages that have something to do with each other: what, and what is said of it."""

    name: str
    a: tuple[SourceId, Span]
    b: tuple[SourceId, Span]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is in a project of another program. `notices` are whole sentences on what of it is not here."""

    title: str
    origin: str
    sources: tuple[Taken, ...]
    codes: tuple[Code, ...]
    selections: tuple[Selection, ...]
    links: tuple[Link, ...]
    notices: tuple[str, ...]


def read_exchange(path: Path | str) -> Exchange:
    """The project in a file.

    Raises:
        UnreadableSource: the file can't be read, is no such project, or has no text in it.
    """
    name = shown(path)
    archive = Archive(read_bytes(path), name)
    (inner, *others) = [part for part in archive.names if part.endswith(".qde") and "/" not in part] or [""]
    if not inner or others:
        raise UnreadableSource(f"{name} is not a REFI-QDA project.")
    story = _Story()
    archive.tell(inner, story)
    return _Made(archive, story, name).exchange()


@dataclass(slots=True)
class _Element:
    """An element of a kind that matters, while it is read and after."""

    kind: str
    attributes: Mapping[str, str]
    text: dict[str, str] = field(default_factory=dict[str, str])
    refs: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    values: dict[str, str] = field(default_factory=dict[str, str])
    inside: "_Element | None" = None

    @property
    def guid(self) -> str:
        return _bare(self.attributes.get("guid", ""))


_KEPT = frozenset("Project Code Variable TextSource PlainTextSelection Note Link".split())
_OTHER_SOURCES = frozenset("PictureSource PDFSource AudioSource VideoSource".split())
_REFS = frozenset(("CodeRef", "NoteRef"))
_TEXTS = frozenset(("Description", "PlainTextContent"))
_VALUES = frozenset(("TextValue", "DateValue", "DateTimeValue"))


class _Story:
    """Gathers what matters, flat, with what each selection stands in."""

    def __init__(self) -> None:
        self.found: dict[str, list[_Element]] = {kind: [] for kind in _KEPT}
        self.others = 0
        self._open: list[_Element] = []
        self._words: list[str] | None = None
        self._variable = ""
        self._skipped = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = tag.rpartition("}")[2]
        if self._skipped or kind in _OTHER_SOURCES:
            self.others += not self._skipped
            self._skipped += 1
        elif kind in _KEPT:
            element = _Element(kind, dict(attributes), inside=self._open[-1] if self._open else None)
            self.found[kind].append(element)
            self._open.append(element)
        elif kind in _REFS and self._open:
            self._open[-1].refs.setdefault(kind, []).append(_bare(attributes.get("targetGUID", "")))
        elif kind == "VariableRef":
            self._variable = _bare(attributes.get("targetGUID", ""))
        elif kind in _TEXTS | _VALUES:
            self._words = []

    def end(self, tag: str) -> None:
        kind = tag.rpartition("}")[2]
        if self._skipped:
            self._skipped -= 1
        elif kind in _KEPT:
            self._open.pop()
        elif self._words is not None and kind in _TEXTS | _VALUES:
            if self._open:
                own = self._open[-1]
                told = own.values if kind in _VALUES else own.text
                told[self._variable if kind in _VALUES else kind] = "".join(self._words)
            self._words = None

    def data(self, text: str) -> None:
        if self._words is not None:
            self._words.append(text)


class _Made:
    """The project made of its elements."""

    def __init__(self, archive: Archive, story: _Story, name: str) -> None:
        self._archive = archive
        self._found = story.found
        self._name = name
        self._others = story.others
        self._codes = {e.guid: label(e.attributes.get("name")) for e in story.found["Code"]}
        self._variables = {e.guid: e.attributes.get("name", "").casefold() for e in story.found["Variable"]}
        self._notes = {e.guid: self._content(e) for e in story.found["Note"]}
        self._taken: dict[str, Taken] = {}
        self._raw: dict[str, str] = {}
        self._places: dict[str, tuple[SourceId, Span]] = {}
        self._empty: list[str] = []
        self._lost = 0

    def exchange(self) -> Exchange:
        project = next(iter(self._found["Project"]), None)
        if project is None:
            raise UnreadableSource(f"{self._name} is not a REFI-QDA project.")
        for element in self._found["TextSource"]:
            self._take(element)
        if not self._taken:
            raise UnreadableSource(f"{self._name} has no text in it that can be compared.")
        selections = [self._selected(element) for element in self._found["PlainTextSelection"]]
        wholes = [self._whole(element) for element in self._found["TextSource"]]
        links = [self._link(element) for element in self._found["Link"]]
        colours = {e.guid: e.attributes.get("color", "").casefold() for e in self._found["Code"]}
        return Exchange(
            title=label(project.attributes.get("name")),
            origin=label(project.attributes.get("origin")),
            sources=tuple({taken.source.id: taken for taken in self._taken.values()}.values()),
            codes=tuple(Code(name, colours[guid]) for guid, name in self._codes.items() if name),
            selections=tuple(each for each in (*selections, *wholes) if each is not None),
            links=tuple(link for link in links if link is not None),
            notices=tuple(self._notices()),
        )

    def _content(self, element: _Element) -> str:
        """A text or a note: in the element itself, or in a part of the archive."""
        own = element.text.get("PlainTextContent")
        path = element.attributes.get("plainTextPath", "")
        if own is None and path.startswith(_INSIDE):
            part = path.removeprefix(_INSIDE)
            names = (f"sources/{part}", f"Sources/{part}", part)
            raw = next((self._archive.read(name) for name in names if name in self._archive), b"")
            own = decode_text(raw, self._name) if raw else ""
        return own or ""

    def _take(self, element: _Element) -> None:
        name = label(element.attributes.get("name")) or "A text"
        raw = self._content(element)
        text = canonical_text(raw)
        if not any(character.isalnum() for character in text.text):
            self._empty.append(name)
            return
        check_length(len(text.text), f"{name} in {self._name}")
        content = raw.encode("utf-8", "replace")
        digest = sha256(content).hexdigest()
        told = {self._variables.get(guid, ""): value for guid, value in element.values.items()}
        source = Source(
            id=SourceId(f"s{digest[:12]}"),
            text=text.text,
            title=name,
            repairs=text.repairs,
            outlet=label(told.get("outlet")),
            author=label(told.get("author")),
            url=address(told.get("address") or told.get("url")),
            published=day(told.get("published")),
            retrieved=day(told.get("retrieved")),
            sha256=digest,
        )
        self._taken[element.guid] = Taken(source, content)
        self._raw[element.guid] = raw

    def _selected(self, element: _Element) -> Selection | None:
        inside = element.inside.guid if element.inside is not None else ""
        if inside not in self._taken:
            return None
        source = self._taken[inside].source
        span = _place(element.attributes, source.text, self._raw[inside])
        if span is None:
            self._lost += 1
            return None
        self._places[element.guid] = source.id, span
        return self._said(element, source.id, span)

    def _whole(self, element: _Element) -> Selection | None:
        if element.guid not in self._taken or not element.refs:
            return None
        return self._said(element, self._taken[element.guid].source.id, None)

    def _said(self, element: _Element, source: SourceId, span: Span | None) -> Selection:
        codes = (self._codes.get(guid, "") for guid in element.refs.get("CodeRef", ()))
        return Selection(source, span, tuple(dict.fromkeys(filter(None, codes))), self._noted(element))

    def _noted(self, element: _Element) -> tuple[str, ...]:
        """Its notes, and its description, which ATLAS.ti has instead and others as a copy."""
        notes = [self._notes.get(guid, "") for guid in element.refs.get("NoteRef", ())]
        description = element.text.get("Description", "")
        if description.strip() and description != "\n\n".join(notes):
            notes.append(description)
        return tuple(note[:_MOST_NOTES] for note in notes if note.strip())

    def _link(self, element: _Element) -> Link | None:
        ends = [self._places.get(_bare(element.attributes.get(end, ""))) for end in ("originGUID", "targetGUID")]
        a, b = ends
        if a is None or b is None or a[0] == b[0]:
            return None
        return Link(element.attributes.get("name", ""), a, b, self._noted(element))

    def _notices(self) -> list[str]:
        told = [f"“{name}” has no text and is left out." for name in self._empty]
        told += [f"Pictures, PDFs, sounds and films are left out: {self._others}."] * bool(self._others)
        told += [f"Passages whose words are not where they say are left out: {self._lost}."] * bool(self._lost)
        return told


def _bare(guid: str) -> str:
    return guid.strip("{}").casefold()


def _place(attributes: Mapping[str, str], text: str, raw: str) -> Span | None:
    """Where a passage is: where it says, in either way of counting lines, if its own words are there."""
    try:
        start, end = int(attributes["startPosition"]), int(attributes["endPosition"])
    except (KeyError, ValueError):
        return None
    words = " ".join(attributes.get("name", "").split())
    spans = [(start, end), (start - raw.count("\r\n", 0, start), end - raw.count("\r\n", 0, end))]
    for first, last in spans:
        if 0 <= first < last <= len(text) and (not words or _begins(text[first:last], words)):
            return Span(first, last)
    if words and text.count(words) == 1:
        at = text.index(words)
        return Span(at, at + len(words))
    return None


def _begins(passage: str, words: str) -> bool:
    """Whether a passage has these words, of which a program may keep the first alone."""
    own = " ".join(passage.split())
    return own == words or (len(words) > 20 and own.startswith(words.rstrip(".…")))  # noqa: PLR2004
