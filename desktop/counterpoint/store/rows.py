"""What a person added, as rows of the project file and back."""

from collections.abc import Mapping
from datetime import datetime

from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import (
    Anchor,
    GivenStatus,
    Note,
    NoteId,
    OwnClaim,
    OwnId,
    OwnRelation,
    Revision,
    Ruling,
    Status,
    Subject,
    Tag,
    Tagging,
    TagId,
    Verdict,
)
from counterpoint.store.tables import Row

_FIRST_YEAR, _LAST_YEAR = 1970, 2999


def anchor_row(key: str, number: int, anchor: Anchor) -> Row:
    """The row of an anchor."""
    return {
        "subject": key,
        "number": number,
        "source": anchor.source,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "origin": anchor.origin,
    }


def read_anchor(row: Row) -> Anchor:
    """The anchor in a row."""
    return Anchor(
        source=SourceId(str(row["source"])),
        span=Span(_number(row["start"]), _number(row["end"])),
        exact=str(row["exact"]),
        prefix=str(row["prefix"]),
        suffix=str(row["suffix"]),
        origin=str(row["origin"]),
    )


def verdict_row(verdict: Verdict) -> Row:
    """The row of a verdict."""
    return {
        "subject": verdict.subject.key,
        "kind": verdict.kind.value,
        "ruling": verdict.ruling.value,
        "made": verdict.made.isoformat(),
    }


def read_verdict(row: Row, subjects: Mapping[str, Subject]) -> Verdict:
    """The verdict in a row."""
    return Verdict(
        subject=subjects[str(row["subject"])],
        kind=RelationKind(str(row["kind"])),
        ruling=Ruling(str(row["ruling"])),
        made=read_moment(row["made"]),
    )


def tag_row(tag: Tag) -> Row:
    """The row of a tag."""
    return {
        "id": tag.id,
        "name": tag.name,
        "colour": tag.colour,
        "key": tag.key,
        "description": tag.description,
    }


def read_tag(row: Row) -> Tag:
    """The tag in a row."""
    return Tag(
        id=TagId(str(row["id"])),
        name=str(row["name"]),
        colour=str(row["colour"]),
        key=str(row["key"]),
        description=str(row["description"]),
    )


def tagging_row(tagging: Tagging) -> Row:
    """The row of a tagging."""
    return {"tag": tagging.tag, "subject": tagging.subject.key, "made": tagging.made.isoformat()}


def read_tagging(row: Row, subjects: Mapping[str, Subject]) -> Tagging:
    """The tagging in a row."""
    return Tagging(TagId(str(row["tag"])), subjects[str(row["subject"])], read_moment(row["made"]))


def note_row(note: Note) -> Row:
    """The row of a note."""
    return {
        "id": note.id,
        "subject": note.subject.key,
        "body": note.body,
        "made": note.made.isoformat(),
        "changed": note.changed.isoformat(),
        "private": int(note.is_private),
    }


def read_note(row: Row, subjects: Mapping[str, Subject]) -> Note:
    """The note in a row."""
    return Note(
        id=NoteId(str(row["id"])),
        subject=subjects[str(row["subject"])],
        body=str(row["body"]),
        made=read_moment(row["made"]),
        changed=read_moment(row["changed"]),
        is_private=row["private"] == 1,
    )


def own_claim_row(own: OwnClaim) -> Row:
    """The row of a claim by hand."""
    return {"id": own.id, "subject": own.subject.key, "made": own.made.isoformat()}


def read_own_claim(row: Row, subjects: Mapping[str, Subject]) -> OwnClaim:
    """The claim in a row."""
    return OwnClaim(OwnId(str(row["id"])), subjects[str(row["subject"])], read_moment(row["made"]))


def own_relation_row(own: OwnRelation) -> Row:
    """The row of a relation by hand."""
    return {
        "id": own.id,
        "subject": own.subject.key,
        "kind": own.kind.value,
        "made": own.made.isoformat(),
        "locator": own.locator,
        "reason": own.reason,
    }


def read_own_relation(row: Row, subjects: Mapping[str, Subject]) -> OwnRelation:
    """The relation in a row."""
    return OwnRelation(
        id=OwnId(str(row["id"])),
        subject=subjects[str(row["subject"])],
        kind=RelationKind(str(row["kind"])),
        made=read_moment(row["made"]),
        locator=str(row["locator"]),
        reason=str(row["reason"]),
    )


def status_row(given: GivenStatus) -> Row:
    """The row of a status."""
    return {
        "subject": given.subject.key,
        "status": given.status.value,
        "made": given.made.isoformat(),
        "by": given.by,
    }


def read_status(row: Row, subjects: Mapping[str, Subject]) -> GivenStatus:
    """The status in a row."""
    return GivenStatus(
        subject=subjects[str(row["subject"])],
        status=Status(str(row["status"])),
        made=read_moment(row["made"]),
        by=str(row["by"]),
    )


def revision_row(revision: Revision) -> Row:
    """The row of a revision."""
    return {
        "source": revision.source,
        "number": revision.number,
        "content": revision.text,
        "name": revision.name,
        "made": revision.made.isoformat(),
        "by": revision.by,
    }


def read_revision(row: Row) -> Revision:
    """The revision in a row."""
    return Revision(
        source=SourceId(str(row["source"])),
        number=_number(row["number"]),
        text=str(row["content"]),
        name=str(row["name"]),
        made=read_moment(row["made"]),
        by=str(row["by"]),
    )


def read_moment(value: object) -> datetime:
    """The moment in a cell.

    Raises:
        ValueError: it is none, has no time zone, or lies where no calendar of a computer goes.
    """
    moment = datetime.fromisoformat(str(value))
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(f"not a moment: {value!r}")
    return moment


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"not a number: {value!r}")  # noqa: TRY004
    return value
