"""What earlier comparisons found, so that the next one reads only what is new."""

from collections.abc import Iterable

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.findings import Findings, find_findings
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.readings import Reading, read_source
from counterpoint.engine.sources import Source

Pair = tuple[Side, Side]


class Memory:
    """What is kept between comparisons by whoever makes them one after another, with the same word lists.

    All of it follows from the values that it is kept by, so a comparison with a memory finds what one without finds.
    It holds what the last whole comparison needed, and what those have done that were cancelled since.
    """

    def __init__(self) -> None:
        self._readings: dict[Source, Reading] = {}
        self._sides: dict[Side, Side] = {}
        self._findings: dict[Pair, Findings] = {}

    def read(self, source: Source, lexicon: Lexicon) -> Reading:
        """The reading of one source."""
        found = self._readings.get(source)
        if found is None:
            found = self._readings[source] = read_source(source, lexicon)
        return found

    def known(self, sides: Iterable[Side]) -> tuple[Side, ...]:
        """The same claims, each as the object that it was before, with what was found in it."""
        return tuple(self._sides.setdefault(side, side) for side in sides)

    def find(self, a: Side, b: Side, lexicon: Lexicon) -> Findings:
        """Every comparator's findings on two claims."""
        found = self._findings.get((a, b))
        if found is None:
            found = self._findings[a, b] = find_findings(a, b, lexicon)
        return found

    def keep_only(self, sources: Iterable[Source], sides: Iterable[Side], pairs: Iterable[Pair]) -> None:
        """Forgets what a whole comparison did not need."""
        self._readings = {source: self._readings[source] for source in sources}
        self._sides = {side: side for side in sides}
        self._findings = {pair: self._findings[pair] for pair in pairs}
