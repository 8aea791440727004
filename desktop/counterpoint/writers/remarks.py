"""What a person has said about findings, as reports show it: verdicts, tags and notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from counterpoint.engine.claims import ClaimId
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
class Remarks:
    """All that was said, by the thing that it was said of. Private notes are not among them."""

    relations: Mapping[RelationId, Remark] = field(default_factory=dict[RelationId, Remark])
    claims: Mapping[ClaimId, Remark] = field(default_factory=dict[ClaimId, Remark])
    sources: Mapping[SourceId, Remark] = field(default_factory=dict[SourceId, Remark])


NOTHING = Remarks()
