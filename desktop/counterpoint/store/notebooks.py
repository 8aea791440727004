"""What a person added to a project: read once from the file, then kept and written through."""

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.errors import TakenName
from counterpoint.store.annotations import (
    Anchor,
    GivenStatus,
    Note,
    NoteId,
    OwnClaim,
    OwnId,
    OwnRelation,
    Subject,
    SubjectKind,
    Tag,
    Tagging,
    TagId,
    Verdict,
)
from counterpoint.store.rows import (
    anchor_row,
    note_row,
    own_claim_row,
    own_relation_row,
    read_anchor,
    read_note,
    read_own_claim,
    read_own_relation,
    read_status,
    read_tag,
    read_tagging,
    read_verdict,
    status_row,
    tag_row,
    tagging_row,
    verdict_row,
)
from counterpoint.store.tables import Tables

Annotation = TypeVar("Annotation", Verdict, Tagging, Note, OwnClaim, OwnRelation, GivenStatus)

_UNUSED = """
key = ? and not exists (select 1 from note where subject = key)
and not exists (select 1 from tagging where subject = key) and not exists (select 1 from verdict where subject = key)
and not exists (select 1 from own_claim where subject = key)
and not exists (select 1 from own_relation where subject = key)
and not exists (select 1 from status where subject = key)
"""


class Notebook:
    """Claims and relations by hand, verdicts, tags and notes.

    Those that sit on nothing but sources taken out are kept, and not told of.
    """

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
        self._own_claims: dict[OwnId, OwnClaim] | None = None
        self._own_relations: dict[OwnId, OwnRelation] | None = None
        self._statuses: dict[str, GivenStatus] | None = None

    def read(self) -> None:
        """Reads everything that has not been read.

        Raises:
            DamagedProject: something is not as it was written.
        """
        self._read_verdicts()
        self._read_tags()
        self._read_taggings()
        self._read_notes()
        self._read_own_claims()
        self._read_own_relations()
        self._read_statuses()

    def verdicts(self) -> tuple[Verdict, ...]:
        return self._in_view(self._read_verdicts())

    def verdict(self, subject: Subject, kind: RelationKind) -> Verdict | None:
        """The one on just this subject."""
        return self._read_verdicts().get((subject.key, kind))

    def put_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        known = self._read_verdicts()
        given = tuple(verdicts)
        with self._tables.atomic():
            self._put_subjects(verdict.subject for verdict in given)
            self._tables.put("verdict", map(verdict_row, given))
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
        self._tables.put("tag", [tag_row(tag)])
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
            self._tables.put("tagging", map(tagging_row, given))
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
        before = known.get(note.id)
        with self._tables.atomic():
            self._put_subjects([note.subject])
            self._tables.put("note", [note_row(note)])
            if before is not None and before.subject != note.subject:
                self._drop_subject(before.subject.key)
        known[note.id] = note

    def drop_note(self, note: NoteId) -> None:
        known = self._read_notes()
        with self._tables.atomic():
            self._tables.drop("note", "id = ?", (note,))
            if note in known:
                self._drop_subject(known.pop(note).subject.key)

    def own_claims(self) -> tuple[OwnClaim, ...]:
        """In the order in which they were made."""
        return self._in_view(self._read_own_claims())

    def put_own_claim(self, own: OwnClaim) -> None:
        """A new one, or another extent of the one with its id."""
        known = self._read_own_claims()
        before = known.get(own.id)
        with self._tables.atomic():
            self._put_subjects([own.subject])
            self._tables.put("own_claim", [own_claim_row(own)])
            if before is not None and before.subject != own.subject:
                self._drop_subject(before.subject.key)
        known[own.id] = own

    def drop_own_claim(self, own: OwnId) -> None:
        known = self._read_own_claims()
        with self._tables.atomic():
            self._tables.drop("own_claim", "id = ?", (own,))
            if own in known:
                self._drop_subject(known.pop(own).subject.key)

    def own_relations(self) -> tuple[OwnRelation, ...]:
        """In the order in which they were made."""
        return self._in_view(self._read_own_relations())

    def put_own_relation(self, own: OwnRelation) -> None:
        """A new one, or another form of the one with its id."""
        known = self._read_own_relations()
        before = known.get(own.id)
        with self._tables.atomic():
            self._put_subjects([own.subject])
            self._tables.put("own_relation", [own_relation_row(own)])
            if before is not None and before.subject != own.subject:
                self._drop_subject(before.subject.key)
        known[own.id] = own

    def drop_own_relation(self, own: OwnId) -> None:
        known = self._read_own_relations()
        with self._tables.atomic():
            self._tables.drop("own_relation", "id = ?", (own,))
            if own in known:
                self._drop_subject(known.pop(own).subject.key)

    def statuses(self) -> tuple[GivenStatus, ...]:
        """In the order in which they were given."""
        return self._in_view(self._read_statuses())

    def put_statuses(self, statuses: Iterable[GivenStatus]) -> None:
        """Each in place of the one on its subject, if there is one."""
        known = self._read_statuses()
        given = tuple(statuses)
        with self._tables.atomic():
            self._put_subjects(status.subject for status in given)
            self._tables.put("status", map(status_row, given))
        known.update((status.subject.key, status) for status in given)

    def drop_statuses(self, statuses: Iterable[GivenStatus]) -> None:
        known = self._read_statuses()
        with self._tables.atomic():
            for status in statuses:
                key = status.subject.key
                self._tables.drop("status", "subject = ?", (key,))
                self._drop_subject(key)
                known.pop(key, None)

    def subjects_in(self, source: SourceId) -> tuple[Subject, ...]:
        """All that something sits on in a source, in the order of their places."""
        return tuple(sorted((s for s in self._read_subjects().values() if source in s.sources), key=_place))

    def move(self, pairs: Iterable[tuple[Subject, Subject]]) -> None:
        """What sits on the first of each pair sits on the second from now on: their words stand elsewhere.

        All at once: what was one's place may become another's.
        """
        after = {before.key: new for before, new in pairs if before != new}
        verdicts = _moving(self._read_verdicts().values(), after)
        taggings = _moving(self._read_taggings().values(), after)
        statuses = _moving(self._read_statuses().values(), after)
        notes = _moving(self._read_notes().values(), after)
        own_claims = _moving(self._read_own_claims().values(), after)
        own_relations = _moving(self._read_own_relations().values(), after)
        with self._tables.atomic():
            self._write_subjects({subject.key: subject for subject in after.values()})  # with what stands around them
            self.drop_verdicts(old for old, _ in verdicts)
            self.drop_taggings(old for old, _ in taggings)
            self.drop_statuses(old for old, _ in statuses)
            self.put_verdicts(new for _, new in verdicts)
            self.put_taggings(new for _, new in taggings)
            self.put_statuses(new for _, new in statuses)
            for _, note in notes:
                self.put_note(note)
            for _, claim in own_claims:
                self.put_own_claim(claim)
            for _, relation in own_relations:
                self.put_own_relation(relation)

    def _in_view(self, known: Mapping[Any, Annotation]) -> tuple[Annotation, ...]:
        """In the order in which they were made."""
        in_view = frozenset(self._order())
        shown = [each for each in known.values() if not in_view.isdisjoint(each.subject.sources)]
        return tuple(sorted(shown, key=lambda each: each.made))

    def _put_subjects(self, subjects: Iterable[Subject]) -> None:
        known = self._read_subjects()
        self._write_subjects({key: subject for subject in subjects if (key := subject.key) not in known})

    def _write_subjects(self, new: Mapping[str, Subject]) -> None:
        self._tables.put("subject", [{"key": key, "kind": subject.kind.value} for key, subject in new.items()])
        self._tables.put(
            "anchor",
            [anchor_row(key, i, anchor) for key, subject in new.items() for i, anchor in enumerate(subject.anchors)],
        )
        self._read_subjects().update(new)

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
                    anchors.setdefault(str(row["subject"]), []).append(read_anchor(row))
                kinds = {str(row["key"]): SubjectKind(str(row["kind"])) for row in self._tables.rows("subject")}
                self._subjects = {key: Subject(kind, tuple(anchors[key])) for key, kind in kinds.items()}
        return self._subjects

    def _read_verdicts(self) -> dict[tuple[str, RelationKind], Verdict]:
        if self._verdicts is None:
            with self._sound():
                verdicts = [read_verdict(row, self._read_subjects()) for row in self._tables.rows("verdict")]
                self._verdicts = {(v.subject.key, v.kind): v for v in verdicts}
        return self._verdicts

    def _read_tags(self) -> dict[TagId, Tag]:
        if self._tags is None:
            with self._sound():
                self._tags = {tag.id: tag for tag in map(read_tag, self._tables.rows("tag"))}
        return self._tags

    def _read_taggings(self) -> dict[tuple[TagId, str], Tagging]:
        if self._taggings is None:
            with self._sound():
                taggings = [read_tagging(row, self._read_subjects()) for row in self._tables.rows("tagging")]
                self._taggings = {(t.tag, t.subject.key): t for t in taggings}
        return self._taggings

    def _read_notes(self) -> dict[NoteId, Note]:
        if self._notes is None:
            with self._sound():
                notes = [read_note(row, self._read_subjects()) for row in self._tables.rows("note")]
                self._notes = {note.id: note for note in notes}
        return self._notes

    def _read_own_claims(self) -> dict[OwnId, OwnClaim]:
        if self._own_claims is None:
            with self._sound():
                claims = [read_own_claim(row, self._read_subjects()) for row in self._tables.rows("own_claim")]
                self._own_claims = {own.id: own for own in claims}
        return self._own_claims

    def _read_own_relations(self) -> dict[OwnId, OwnRelation]:
        if self._own_relations is None:
            with self._sound():
                own = [read_own_relation(row, self._read_subjects()) for row in self._tables.rows("own_relation")]
                self._own_relations = {each.id: each for each in own}
        return self._own_relations

    def _read_statuses(self) -> dict[str, GivenStatus]:
        if self._statuses is None:
            with self._sound():
                given = [read_status(row, self._read_subjects()) for row in self._tables.rows("status")]
                self._statuses = {status.subject.key: status for status in given}
        return self._statuses

    @contextmanager
    def _sound(self) -> Generator[None]:
        """Rows that can't be read are damage, although each is as it was written."""
        try:
            yield
        except (KeyError, ValueError) as error:
            raise self._tables.damaged() from error


def _moving(known: Iterable[Annotation], after: Mapping[str, Subject]) -> list[tuple[Annotation, Annotation]]:
    """Those that sit on something that moves, as they are and as they will be."""
    return [(each, replace(each, subject=after[key])) for each in known if (key := each.subject.key) in after]


def _place(subject: Subject) -> tuple[Anchor, ...]:
    return subject.anchors
