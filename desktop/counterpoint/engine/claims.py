"""Claims: the assertions that a source's passages make."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from counterpoint.engine.details import Detail
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId

ClaimId = NewType("ClaimId", str)

#: Two cuts are of one claim when one contains the other and it is this share of the longer.
SAME_CLAIM = 0.5


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion: its span in the source's canonical text, the words there, and the details in text order."""

    id: ClaimId
    source: SourceId
    span: Span
    text: str
    details: tuple[Detail, ...] = ()
    is_headline: bool = False


def likest_claim(claims: Iterable[Claim], span: Span) -> Claim | None:
    """The one of a source's claims that is this span, though it may be cut otherwise; None where there is none."""
    likeness, _, claim = max(((c.span.likeness(span), c.id, c) for c in claims), default=(0.0, "", None))
    return claim if likeness >= SAME_CLAIM else None
