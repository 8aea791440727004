"""Code points of a canonical text and the UTF-16 units that Qt counts in, either way."""

from bisect import bisect_left

from counterpoint.engine.passages import Span


class Offsets:
    """The offsets of one text."""

    def __init__(self, text: str) -> None:
        self._astral = [i for i, character in enumerate(text) if character > "\uffff"]
        self._units = [i + before for before, i in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """The unit at which the code point begins."""
        return offset + bisect_left(self._astral, offset)

    def from_qt(self, unit: int) -> int:
        """The code point that begins at the unit, or in whose middle the unit is."""
        return unit - bisect_left(self._units, unit)

    def span_to_qt(self, span: Span) -> tuple[int, int]:
        return self.to_qt(span.start), self.to_qt(span.end)
