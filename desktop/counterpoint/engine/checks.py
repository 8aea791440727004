"""What is said of a draft: how each of its claims and quotations stands to the sources."""

from dataclasses import dataclass
from enum import StrEnum

from counterpoint.engine.claims import ClaimId
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import SourceId


class DraftFinding(StrEnum):
    """What the sources make of one claim of the draft."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    BOTH = "both"
    ONE_VOICE = "one_voice"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """One claim of the draft: the relations that support it and those against it, the surest first.

    `voices` counts the independent origins of the support: three outlets that carry one agency paragraph are one.
    """

    claim: ClaimId
    finding: DraftFinding
    support: tuple[Relation, ...]
    against: tuple[Relation, ...]
    voices: int


class QuotationFinding(StrEnum):
    """How a quotation of the draft stands to what the sources quote; the better, the earlier."""

    EXACT = "exact"
    TRIMMED = "trimmed"
    OTHER_SPEAKER = "other_speaker"
    ALTERED = "altered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class QuotationCheck:
    """One quotation of the draft: `span` in the draft's text, and the source that has it, if one does.

    `a` are the draft's words that matter and `b` the source's: those that differ where it is altered, else the whole
    quotations. Words that a source has in no quotation are not found; then `b` is where they stand.
    """

    claim: ClaimId
    span: Span
    finding: QuotationFinding
    explanation: str
    source: SourceId | None = None
    a: Span | None = None
    b: Span | None = None
