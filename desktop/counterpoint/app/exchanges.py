"""A project of another program as one of ours: its texts, codes, notes and links."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from counterpoint.app.folders import UNTITLED, on_one_line, project_paths
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.readers.exchanges import Exchange, Link, Selection
from counterpoint.store.annotations import (
    Anchor,
    Note,
    NoteId,
    OwnId,
    OwnRelation,
    Ruling,
    Subject,
    SubjectKind,
    Tag,
    Tagging,
    TagId,
    Verdict,
    anchored,
    subject,
)
from counterpoint.store.files import reserved
from counterpoint.store.notebooks import Notebook
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store

_OURS = "Counterpoint"
_BY_HAND = "By hand."
_VERDICT = "Verdict: "
_KINDS = {
    RelationKind.CONFLICT: ("conflict", "contradict", "disagree"),
    RelationKind.MATCH: ("agree", "match", "support", "confirm"),
}


def take_in(exchange: Exchange, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """A new project in the folder, and whole sentences on what is not in it.

    Raises:
        UnwritableProject: no file can be made there.
    """
    title = on_one_line(exchange.title) or UNTITLED
    made: list[Store] = []
    reserved(project_paths(folder, title), lambda path: made.append(Store.create(path, title)))
    with made[0] as store, store.atomic():
        store.shelf.add([(taken.source, Original(taken.content, "")) for taken in exchange.sources])
        store.shelf.arrange([taken.source.id for taken in exchange.sources])
        left = _Annotated(exchange, store.notebook).put()
    told = [f"Links that say neither that passages agree nor that they conflict are left out: {left}."] * bool(left)
    return made[0].path, (*exchange.notices, *told)


class _Annotated:
    """Puts what was said of an exchange's passages into a notebook, all at one moment."""

    def __init__(self, exchange: Exchange, notebook: Notebook) -> None:
        self._exchange = exchange
        self._book = notebook
        self._sources = {taken.source.id: taken.source for taken in exchange.sources}
        self._tags: dict[str, Tag] = {}
        self._now = datetime.now(UTC)

    def put(self) -> int:
        """How many links there is no place for."""
        for code in self._exchange.codes:
            self._tag(code.name, code.colour)
        for selection in self._exchange.selections:
            on = self._subject(selection)
            tags = dict.fromkeys(self._tag(name) for name in selection.codes)
            self._book.put_taggings(Tagging(tag.id, on, self._now) for tag in tags)
            self._note(on, selection.notes)
        return sum(not self._relate(link) for link in self._exchange.links)

    def _tag(self, name: str, colour: str = "") -> Tag:
        """The tag of a code; codes that differ only in case are one."""
        key = name.casefold()
        if key not in self._tags:
            own = {"colour": colour} if len(colour) == 7 else {}  # noqa: PLR2004
            self._tags[key] = Tag(TagId(uuid4().hex), on_one_line(name), **own)
            self._book.put_tag(self._tags[key])
        return self._tags[key]

    def _subject(self, selection: Selection) -> Subject:
        source = self._sources[selection.source]
        if selection.span is None:
            return Subject(SubjectKind.SOURCE, (Anchor(source.id, Span(0, 0), ""),))
        return Subject(SubjectKind.PASSAGE, (anchored(source, selection.span),))

    def _note(self, on: Subject, notes: Iterable[str]) -> None:
        for body in notes:
            self._book.put_note(Note(NoteId(uuid4().hex), on, body, self._now, self._now))

    def _relate(self, link: Link) -> bool:
        """A finding by hand, or what was said of one that the comparison will find again; False for any other link."""
        words = link.name.casefold()
        kind = next((kind for kind, names in _KINDS.items() if any(name in words for name in names)), None)
        if kind is None:
            return False
        anchors = [anchored(self._sources[source], span) for source, span in (link.a, link.b)]
        on = subject(SubjectKind.RELATION, anchors)
        is_ours = self._exchange.origin == _OURS
        reason = link.notes[0] if is_ours and link.notes else ""
        if not is_ours or reason.startswith(_BY_HAND):
            self._book.put_own_relation(OwnRelation(OwnId(uuid4().hex), on, kind, self._now))
        ruling = next((line for line in reason.split("\n") if line.startswith(_VERDICT)), "")
        given = ruling.removeprefix(_VERDICT).rstrip(".")
        if given in set(Ruling):
            self._book.put_verdicts([Verdict(on, kind, Ruling(given), self._now)])
        self._note(on, link.notes[1:] if is_ours else link.notes)
        return True
