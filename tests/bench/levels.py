"""Which thresholds the levels have: from what cross-validation measured at every threshold.

The default is chosen by hand. The others show about half as many, three quarters, a quarter more and half more than it,
each stricter one more often right and each looser one less often, where the events allow that. The grid is coarse, for
what is learnt of a few dozen conflicts at a finer one is chance.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from counterpoint.engine.levels import ENOUGH, NAMES, Measured, Thresholds
from counterpoint.engine.relations import RelationKind
from tests.bench.figures import Figures, total

#: How many findings each level should show, of the default's.
SHARES = (0.5, 0.75, 1.0, 1.25, 1.5)
GRID = tuple(round(0.05 * step, 2) for step in range(2, 20))

Figured = Callable[[Thresholds], Sequence[Figures]]


def measured(each: Sequence[Figures], kind: RelationKind) -> Measured:
    """What the scorer counted of one kind on all events."""
    sums = total(each).sums[kind.value]
    return Measured(sums["true"], sums["reported"], sums["found"], sums["required"], len(each))


def pick(at: Mapping[float, Measured], default: float) -> tuple[float, ...]:
    """A threshold for each level, falling, of those in `at`."""
    strict = _outward(at, default, [share for share in reversed(SHARES) if share < 1], is_stricter=True)
    loose = _outward(at, default, [share for share in SHARES if share > 1], is_stricter=False)
    return (*reversed(strict), default, *loose)


def _outward(
    at: Mapping[float, Measured], default: float, shares: Sequence[float], *, is_stricter: bool
) -> list[float]:
    """From the default on: of the thresholds more (or less) often right than the last, the nearest in size."""
    found = [default]
    for share in shares:
        last = at[found[-1]]
        further = [t for t in at if (t > found[-1] if is_stricter else t < found[-1])]
        ordered = [t for t in further if at[t].shown >= ENOUGH and (_right(at[t]) > _right(last)) is is_stricter]
        ordered = [t for t in ordered if _right(at[t]) != _right(last)]
        aim = share * at[default].shown
        near = sorted(ordered or further, key=lambda t: (abs(at[t].shown - aim), t))
        found.append(near[0] if near else found[-1])
    return found[1:]


def _right(one: Measured) -> float:
    return one.right / max(1, one.shown)


def levels_of(figures: Figured, default: Thresholds) -> dict[str, Any]:
    """What `parse_levels` reads: the levels, each measured with both its thresholds in force."""
    conflicts = {t: measured(figures(Thresholds(default.match, t)), RelationKind.CONFLICT) for t in GRID}
    matches = {t: measured(figures(Thresholds(t, default.conflict)), RelationKind.MATCH) for t in GRID}
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
