"""What every comparator takes and gives: two claims of two accounts, and what speaks for or against their agreement."""

from dataclasses import dataclass

from counterpoint.engine.details import Detail
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason
from counterpoint.engine.words import Word


@dataclass(frozen=True, slots=True)
class Side:
    """One claim as a comparator sees it: its source's canonical text, its place, its details and words in order."""

    text: str
    span: Span
    details: tuple[Detail, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason, and how sure it is (0 to 1) that both sides speak of the same thing and agree or differ in it."""

    reason: Reason
    strength: float

    def __post_init__(self) -> None:
        if not 0 <= self.strength <= 1:
            raise ValueError(f"not a strength: {self.strength}")
