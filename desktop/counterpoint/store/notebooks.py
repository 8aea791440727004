"""What a person added to a project: read once from the file, then kept and written through."""

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.errors import TakenName
from counterpoint.store.annotations import (
    Anchor,
    Note,
    NoteId,
    Ruling,
    Subject,
    SubjectKind,
    Tag,
    Tagging,
    TagId,
    Verdict,
)
from counterpoint.store.tables import Row, Tables

Annotation = TypeVar("Annotation", Verdict, Tagging, Note)

_UNUSED = """
key = ? and not exists (select 1 from note where subject = key)
and not exists (select 1 from tagging where subject = key) and not exists (select 1 from verdict where subject = key)
"""


class Notebook:
    """Verdicts, tags and notes. Those that sit on nothing but sources taken out are kept, and not told of."""

    def __init__(self, tables: Tables, order: Callable[[], tuple[SourceId, ...]]) -> None:
        self._tables = tables
        self._order = order
        self.forget()

    def forget(self) -> None:
        """What was read is read again."""
        self._subjects: dict[str, Subject] | None = None
        self._verdicts: dict[tuple[str, RelationKind], Verdict] | None = None
        self._tags: dict[TagId, Tag] | None = None
        self._taggings: dict[tuple[TagId, str], Tagging] | None = None
        self._notes: dict[NoteId, Note] | None = None

    def read(self) -> None:
        """Reads everything that has not been read.

        Raises:
            DamagedProject: something is not as it was written.
        """
        self._read_verdicts()
        self._read_tags()
        self._read_taggings()
        self._read_notes()

    def verdicts(self) -> tuple[Verdict, ...]:
        return self._in_view(self._read_verdicts())

    def put_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        known = self._read_verdicts()
        given = tuple(verdicts)
        with self._tables.atomic():
            self._put_subjects(verdict.subject for verdict in given)
            self._tables.put("verdict", map(_verdict_row, given))
        known.update(((v.subject.key, v.kind), v) for v in given)

    def drop_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        known = self._read_verdicts()
        with self._tables.atomic():
            for verdict in verdicts:
                key = verdict.subject.key
                self._tables.drop("verdict", "subject = ? and kind = ?", (key, verdict.kind.value))
                self._drop_subject(key)
                known.pop((key, verdict.kind), None)

    def tags(self) -> tuple[Tag, ...]:
        """By name."""
        return tuple(sorted(self._read_tags().values(), key=lambda tag: (tag.name.casefold(), tag.name)))

    def put_tag(self, tag: Tag) -> None:
        """A new tag, or another form of the one with its id.

        Raises:
            TakenName: another has its name, in whatever case, or its key.
        """
        known = self._read_tags()
        for other in known.values():
            if other.id != tag.id and other.name.casefold() == tag.name.casefold():
                raise TakenName(f"There is a tag “{other.name}” already.")
            if other.id != tag.id and tag.key and other.key == tag.key:
                raise TakenName(f"The key {tag.key} gives the tag “{other.name}” already.")
        self._tables.put("tag", [_tag_row(tag)])
        known[tag.id] = tag

    def drop_tag(self, tag: TagId) -> None:
        """Removes a tag that sits on nothing."""
        known = self._read_tags()
        self._tables.drop("tag", "id = ?", (tag,))
        known.pop(tag, None)

    def taggings(self) -> tuple[Tagging, ...]:
        return self._in_view(self._read_taggings())

    def taggings_of(self, tag: TagId) -> tuple[Tagging, ...]:
        """Also those on sources taken out."""
        return tuple(tagging for tagging in self._read_taggings().values() if tagging.tag == tag)

    def put_taggings(self, taggings: Iterable[Tagging]) -> None:
        known = self._read_taggings()
        given = tuple(taggings)
        with self._tables.atomic():
            self._put_subjects(tagging.subject for tagging in given)
            self._tables.put("tagging", map(_tagging_row, given))
        known.update(((t.tag, t.subject.key), t) for t in given)

    def drop_taggings(self, taggings: Iterable[Tagging]) -> None:
        known = self._read_taggings()
        with self._tables.atomic():
            for tagging in taggings:
                key = tagging.subject.key
                self._tables.drop("tagging", "tag = ? and subject = ?", (tagging.tag, key))
                self._drop_subject(key)
                known.pop((tagging.tag, key), None)

    def notes(self) -> tuple[Note, ...]:
        """In the order in which they were made."""
        return self._in_view(self._read_notes())

    def put_note(self, note: Note) -> None:
        """A new note, or another form of the one with its id."""
        known = self._read_notes()
        with self._tables.atomic():
            self._put_subjects([note.subject])
            self._tables.put("note", [_note_row(note)])
        known[note.id] = note

    def drop_note(self, note: NoteId) -> None:
        known = self._read_notes()
        with self._tables.atomic():
            self._tables.drop("note", "id = ?", (note,))
            if note in known:
                self._drop_subject(known.pop(note).subject.key)

    def _in_view(self, known: Mapping[Any, Annotation]) -> tuple[Annotation, ...]:
        """In the order in which they were made."""
        in_view = frozenset(self._order())
        shown = [each for each in known.values() if not in_view.isdisjoint(each.subject.sources)]
        return tuple(sorted(shown, key=lambda each: each.made))

    def _put_subjects(self, subjects: Iterable[Subject]) -> None:
        known = self._read_subjects()
        new = {key: subject for subject in subjects if (key := subject.key) not in known}
        self._tables.put("subject", [{"key": key, "kind": subject.kind.value} for key, subject in new.items()])
        self._tables.put(
            "anchor",
            [_anchor_row(key, i, anchor) for key, subject in new.items() for i, anchor in enumerate(subject.anchors)],
        )
        known.update(new)

    def _drop_subject(self, key: str) -> None:
        """Unless an annotation still sits on it."""
        self._tables.drop("subject", _UNUSED, (key,))
        if not self._tables.rows("subject", "key = ?", (key,)):
            self._read_subjects().pop(key, None)

    def _read_subjects(self) -> dict[str, Subject]:
        if self._subjects is None:
            with self._sound():
                anchors: dict[str, list[Anchor]] = {}
                for row in self._tables.rows("anchor", order="subject, number"):
                    anchors.setdefault(str(row["subject"]), []).append(_anchor(row))
                kinds = {str(row["key"]): SubjectKind(str(row["kind"])) for row in self._tables.rows("subject")}
                self._subjects = {key: Subject(kind, tuple(anchors[key])) for key, kind in kinds.items()}
        return self._subjects

    def _read_verdicts(self) -> dict[tuple[str, RelationKind], Verdict]:
        if self._verdicts is None:
            with self._sound():
                verdicts = [_verdict(row, self._read_subjects()) for row in self._tables.rows("verdict")]
                self._verdicts = {(v.subject.key, v.kind): v for v in verdicts}
        return self._verdicts

    def _read_tags(self) -> dict[TagId, Tag]:
        if self._tags is None:
            with self._sound():
                self._tags = {tag.id: tag for tag in map(_tag, self._tables.rows("tag"))}
        return self._tags

    def _read_taggings(self) -> dict[tuple[TagId, str], Tagging]:
        if self._taggings is None:
            with self._sound():
                taggings = [_tagging(row, self._read_subjects()) for row in self._tables.rows("tagging")]
                self._taggings = {(t.tag, t.subject.key): t for t in taggings}
        return self._taggings

    def _read_notes(self) -> dict[NoteId, Note]:
        if self._notes is None:
            with self._sound():
                notes = [_note(row, self._read_subjects()) for row in self._tables.rows("note")]
                self._notes = {note.id: note for note in notes}
        return self._notes

    @contextmanager
    def _sound(self) -> Generator[None]:
        """Rows that can't be read are damage, although each is as it was written."""
        try:
            yield
        except (KeyError, ValueError) as error:
            raise self._tables.damaged() from error


def _anchor_row(key: str, number: int, anchor: Anchor) -> Row:
    return {
        "subject": key,
        "number": number,
        "source": anchor.source,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _anchor(row: Row) -> Anchor:
    return Anchor(
        source=SourceId(str(row["source"])),
        span=Span(_number(row["start"]), _number(row["end"])),
        exact=str(row["exact"]),
        prefix=str(row["prefix"]),
        suffix=str(row["suffix"]),
    )


def _verdict_row(verdict: Verdict) -> Row:
    return {
        "subject": verdict.subject.key,
        "kind": verdict.kind.value,
        "ruling": verdict.ruling.value,
        "made": verdict.made.isoformat(),
    }


def _verdict(row: Row, subjects: Mapping[str, Subject]) -> Verdict:
    return Verdict(
        subject=subjects[str(row["subject"])],
        kind=RelationKind(str(row["kind"])),
        ruling=Ruling(str(row["ruling"])),
        made=_moment(row["made"]),
    )


def _tag_row(tag: Tag) -> Row:
    return {
        "id": tag.id,
        "name": tag.name,
        "colour": tag.colour,
        "key": tag.key,
        "description": tag.description,
    }


def _tag(row: Row) -> Tag:
    return Tag(
        id=TagId(str(row["id"])),
        name=str(row["name"]),
        colour=str(row["colour"]),
        key=str(row["key"]),
        description=str(row["description"]),
    )


def _tagging_row(tagging: Tagging) -> Row:
    return {"tag": tagging.tag, "subject": tagging.subject.key, "made": tagging.made.isoformat()}


def _tagging(row: Row, subjects: Mapping[str, Subject]) -> Tagging:
    return Tagging(TagId(str(row["tag"])), subjects[str(row["subject"])], _moment(row["made"]))


def _note_row(note: Note) -> Row:
    return {
        "id": note.id,
        "subject": note.subject.key,
        "body": note.body,
        "made": note.made.isoformat(),
        "changed": note.changed.isoformat(),
        "private": int(note.is_private),
    }


def _note(row: Row, subjects: Mapping[str, Subject]) -> Note:
    return Note(
        id=NoteId(str(row["id"])),
        subject=subjects[str(row["subject"])],
        body=str(row["body"]),
        made=_moment(row["made"]),
        changed=_moment(row["changed"]),
        is_private=row["private"] == 1,
    )


def _moment(value: object) -> datetime:
    return datetime.fromisoformat(str(value))


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"not a number: {value!r}")  # noqa: TRY004
    return value
