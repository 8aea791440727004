"""Times of two accounts: do both give the same day, hour or duration for one act?"""

from collections.abc import Sequence
from dataclasses import dataclass

from counterpoint.engine.comparators.instants import compare_instants, nearness
from counterpoint.engine.comparators.points import Point, compare_points, find_points, likeness
from counterpoint.engine.comparators.quantities import compare_numbers
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.surroundings import context, softened
from counterpoint.engine.comparators.values import Standing
from counterpoint.engine.details import Aspect, Kind, Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.relations import Reason

_FEWEST = 0.25  # sameness below it is no finding


@dataclass(frozen=True, slots=True)
class _Pair:
    a: Point
    b: Point
    standing: Standing
    same: float
    what: str


def compare_times(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Where two claims agree and differ in when something was and how long it took."""
    durations = compare_numbers(a, b, lexicon, frozenset({Kind.DURATION}))
    found = [*_compare_points(a, b, lexicon), *durations]
    return tuple(sorted(found, key=lambda finding: (finding.reason.a, finding.reason.b)))


def _compare_points(a: Side, b: Side, lexicon: Lexicon) -> list[Finding]:
    if not any(isinstance(d, Time) for d in a.details) or not any(isinstance(d, Time) for d in b.details):
        return []
    ours, theirs = find_points(a, lexicon), find_points(b, lexicon)
    pairs: list[_Pair] = []
    for x in ours:
        for y in theirs:
            standing, what = compare_points(x, y, (a, b))
            same = likeness(x, y, (a, b), lexicon, differs=standing is Standing.DIFFERENT)
            if standing is Standing.DIFFERENT:
                same *= softened(nearness(x.time, y.time), context(x.time, y.time, (a, b)))
                same *= 0.0 if _is_met(x, theirs) or _is_met(y, ours) else 1.0
            if standing is not Standing.OPEN and same >= _FEWEST:
                pairs.append(_Pair(x, y, standing, same, what))
    return [_finding(pair, (a, b)) for pair in _chosen(pairs)]


def _is_met(point: Point, others: Sequence[Point]) -> bool:
    """Whether the other claim has the same date beside another act: dates, unlike weekdays, seldom recur in a story."""
    if point.time.year is None or point.time.month is None:
        return False
    dated = (other.time for other in others if other.time.month is not None)
    return any(compare_instants(point.time, time)[0] in {Standing.EQUAL, Standing.COMPATIBLE} for time in dated)


def _chosen(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Each time once: what agrees first, then what differs most surely. A time that agrees is in no difference."""
    order = {Standing.EQUAL: 0, Standing.COMPATIBLE: 1, Standing.DIFFERENT: 2}
    used: set[tuple[int, Time]] = set()
    chosen: list[_Pair] = []
    for pair in sorted(pairs, key=lambda p: (order[p.standing], -p.same, p.a.time.span, p.b.time.span)):
        if (0, pair.a.time) in used or (1, pair.b.time) in used:
            continue
        used |= {(0, pair.a.time), (1, pair.b.time)}
        chosen.append(pair)
    return chosen


def _finding(pair: _Pair, sides: tuple[Side, Side]) -> Finding:
    spans = pair.a.time.span, pair.b.time.span
    words = spans[0].of(sides[0].text), spans[1].of(sides[1].text)
    differs = pair.standing is Standing.DIFFERENT
    if differs:
        told = f"“{words[0]}” against “{words[1]}”: the {pair.what} differ."
    elif words[0] == words[1]:
        told = f"Both say “{words[0]}”."
    else:
        told = f"“{words[0]}” and “{words[1]}” are about the same time."
    return Finding(Reason(Aspect.TIME, *spans, told, differs), round(min(1.0, pair.same), 4))
