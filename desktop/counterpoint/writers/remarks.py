"""What a person has said about findings, as reports show it: verdicts, tags, notes, and what was found by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from counterpoint.engine.claims import ClaimId
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationId
from counterpoint.engine.sources import SourceId


@dataclass(frozen=True, slots=True)
class Remark:
    """The verdict on one thing in a word, "" for none; the names of its tags; its notes in Markdown."""

    verdict: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.verdict or self.tags or self.notes)


@dataclass(frozen=True, slots=True)
class PassageRemark:
    """What was said of words that are no claim."""

    source: SourceId
    span: Span
    remark: Remark


@dataclass(frozen=True, slots=True)
class Remarks:
    """All that was said, by the thing that it was said of. Private notes are not among them.

    `by_hand` are the ids of claims and relations that a person has made, be they found by the engine as well.
    """

    relations: Mapping[RelationId, Remark] = field(default_factory=dict[RelationId, Remark])
    claims: Mapping[ClaimId, Remark] = field(default_factory=dict[ClaimId, Remark])
    sources: Mapping[SourceId, Remark] = field(default_factory=dict[SourceId, Remark])
    passages: tuple[PassageRemark, ...] = ()
    by_hand: frozenset[str] = frozenset()


NOTHING = Remarks()
