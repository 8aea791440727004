"""Claims: the assertions that a source's passages make."""

from dataclasses import dataclass
from typing import NewType

from counterpoint.engine.details import Detail
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId

ClaimId = NewType("ClaimId", str)


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion: its span in the source's canonical text, the words there, and the details in text order."""

    id: ClaimId
    source: SourceId
    span: Span
    text: str
    details: tuple[Detail, ...] = ()
    is_headline: bool = False
