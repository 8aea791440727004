"""Which thresholds the levels have: from what cross-validation measured at every threshold.

The default is chosen by hand. The others show about half as many, three quarters, a quarter more and half more, each
stricter one more often right and each looser one less often, where the events allow that. The grid is coarse, for what
is learnt of a few dozen conflicts at a finer one is chance.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from counterpoint.engine.levels import ENOUGH, NAMES, Measured, Thresholds
from counterpoint.engine.relations import RelationKind
from tests.bench.figures import Figures, total

#: How many findings each level should show, of the default's.
SHARES = (0.5, 0.75, 1.0, 1.25, 1.5)
#: By how much levels are to differ in how often they are right.
STEP = 0.02
GRID = tuple(round(0.05 * step, 2) for step in range(2, 20))

Figured = Callable[[Thresholds], Sequence[Figures]]


def measured(each: Sequence[Figures], kind: RelationKind) -> Measured:
    """What the scorer counted of one kind on all events."""
    sums = total(each).sums[kind.value]
    return Measured(sums["true"], sums["reported"], sums["found"], sums["required"], len(each))


def pick(at: Mapping[float, Measured], default: float) -> tuple[float, ...]:
    """A threshold for each level, none higher than the one before, of those in `at`.

    As many steps as the events allow make it more often right (or, on the other side, less often) by a STEP; of such
    choices, the one whose sizes are nearest to SHARES. A threshold that shows less than another and is no more often
    right helps nobody: where none is left that does, two levels have the same.
    """
    strict = _outward(at, default, [share for share in reversed(SHARES) if share < 1], sign=1)
    loose = _outward(at, default, [share for share in SHARES if share > 1], sign=-1)
    return (*reversed(strict), default, *loose)


def _outward(at: Mapping[float, Measured], default: float, shares: Sequence[float], *, sign: int) -> tuple[float, ...]:
    """From the default on: upwards where the sign is 1, downwards where it is -1."""
    there = [default]
    for t in sorted((t for t in at if sign * t > sign * default), key=lambda t: sign * t):
        if at[t].shown >= ENOUGH and all(sign * (_right(at[t]) - _right(at[other])) > 0 for other in there):
            there.append(t)
    ways: list[tuple[int, float, tuple[float, ...]]] = []
    for way in itertools.combinations_with_replacement(there, len(shares)):
        steps = list(itertools.pairwise((default, *way)))
        if all(a == b or abs(_right(at[b]) - _right(at[a])) >= STEP for a, b in steps):
            off = sum(abs(at[t].shown - share * at[default].shown) for t, share in zip(way, shares, strict=True))
            ways.append((sum(a == b for a, b in steps), off, way))
    return min(ways)[2]


def _right(one: Measured) -> float:
    return one.right / max(1, one.shown)


def levels_of(figures: Figured, default: Thresholds) -> dict[str, Any]:
    """What `parse_levels` reads: the levels, each measured with both its thresholds in force."""
    grids = sorted({*GRID, default.conflict}), sorted({*GRID, default.match})
    conflicts = {t: measured(figures(Thresholds(default.match, t)), RelationKind.CONFLICT) for t in grids[0]}
    matches = {t: measured(figures(Thresholds(t, default.conflict)), RelationKind.MATCH) for t in grids[1]}
    pairs = zip(pick(matches, default.match), pick(conflicts, default.conflict), strict=True)
    levels: list[dict[str, Any]] = []
    events = 0
    for thresholds in (Thresholds(match, conflict) for match, conflict in pairs):
        each = figures(thresholds)
        events = len(each)
        of = {kind.value: measured(each, kind) for kind in RelationKind}
        counts = {kind: [own.right, own.shown, own.found, own.required] for kind, own in of.items()}
        levels.append({"match": thresholds.match, "conflict": thresholds.conflict, "measured": counts})
    return {"events": events, "levels": levels}


def table(numbers: Mapping[str, Any]) -> str:
    """The levels as Markdown."""
    lines = [
        "| level | conflicts from | right of shown | found | matches from | right of shown | found |",
        "|---|---|---|---|---|---|---|",
    ]
    for number, (name, level) in enumerate(zip(NAMES, numbers["levels"], strict=True), 1):
        cells: list[str] = []
        for kind in ("conflict", "match"):
            right, shown, found, required = level["measured"][kind]
            one = Measured(right, shown, found, required, numbers["events"])
            sure = "too few to measure" if one.precision is None else f"{one.precision:.2f}"
            cells += [f"{level[kind]:.2f}", f"{sure} ({right} of {shown})", f"{found} of {required}"]
        lines.append(f"| {number} {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
