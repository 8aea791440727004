"""The floor under the figures: what was once reached on the development events is not lost again unnoticed.

The figures of the program as it is shipped are what a plain installation can measure; where lightgbm and scikit-learn
are installed, the cross-validated ones, which are the honest ones, are held to their floor too. They weigh ten times
what the program does, so the tests' installation goes without them.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.figures import HIGH, LOW, Figures, Fraction, share

FLOOR = Path(__file__).parent / "floor.json"
#: How far a share may lie below its floor, or by one case where that is more: vectors differ a little between
#: processors, and one false finding more is chance. It does not add up, for the floor stays where it is.
SLACK = 0.01
_ROUNDING = 1e-9

#: So many of so many, by figure.
Counts = Mapping[str, Fraction]
#: By how they were had: as shipped, cross-validated.
Reached = Mapping[str, Counts]


def counts_of(figures: Figures) -> dict[str, Fraction]:
    """All figures as counts."""
    return {name: figure(figures) for name, figure in {**HIGH, **LOW}.items()}


def fallen(floor: Reached, reached: Reached) -> list[str]:
    """A sentence for each figure below its floor; ways that were not measured here are passed over."""
    return [
        f"{_name(way, name)} has {'fallen' if name in HIGH else 'risen'} from {_told(old)} to {_told(new)}."
        for way, name, old, new in _both(floor, reached)
        if old is not None and _gain(name, old, new) < -_slack(name, new)
    ]


def risen(floor: Reached, reached: Reached) -> list[str]:
    """A sentence for each figure whose floor may be raised."""
    return [
        f"{_name(way, name)} is {_told(new)}" + (f", over {_told(old)}." if old else ", and has no floor yet.")
        for way, name, old, new in _both(floor, reached)
        if old is None or _gain(name, old, new) > 0
    ]


def raised(floor: Reached, reached: Reached) -> dict[str, dict[str, Fraction]]:
    """The floor with every figure that is better now; none is ever lowered."""
    new = {way: dict(counts) for way, counts in floor.items()}
    for way, name, old, reach in _both(floor, reached):
        if old is None or _gain(name, old, reach) > 0:
            new.setdefault(way, {})[name] = reach
    return new


def read_floor(path: Path = FLOOR) -> dict[str, dict[str, Fraction]]:
    """The floor as it was last raised, empty where there has never been one."""
    if not path.exists():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {way: {name: (above, below) for name, (above, below) in own.items()} for way, own in stored.items()}


def write_floor(floor: Reached, path: Path = FLOOR) -> None:
    """One figure in a line, so that a change of the file shows what has risen."""
    ways = [
        f'"{way}": {{\n' + ",\n".join(f'  "{name}": {json.dumps(counts)}' for name, counts in own.items()) + "\n}"
        for way, own in floor.items()
    ]
    path.write_text("{\n" + ",\n".join(ways) + "\n}\n", encoding="utf-8")


def hold(reached: Reached, *, is_raising: bool, path: Path = FLOOR) -> int:
    """Says what fell and what rose; raises the floor if asked to and nothing fell. 1 where something fell, else 0."""
    floor = read_floor(path)
    for way in floor.keys() - reached.keys():
        print(f"Not measured here: {way}.")
    if sentences := fallen(floor, reached):
        print("Below the floor:", *sentences, sep="\n")
        return 1
    sentences = risen(floor, reached)
    if sentences and is_raising:
        write_floor(raised(floor, reached), path)
        print("The floor is raised:", *sentences, sep="\n")
    elif sentences:
        print("Nothing is below the floor, and it may be raised (--floor --raise):", *sentences, sep="\n")
    else:
        print("Nothing is below the floor.")
    return 0


def _both(floor: Reached, reached: Reached) -> Iterator[tuple[str, str, Fraction | None, Fraction]]:
    """Way, figure, floor and what is reached now."""
    for way, counts in reached.items():
        for name, new in counts.items():
            yield way, name, floor.get(way, {}).get(name), new


def _gain(name: str, old: Fraction, new: Fraction) -> float:
    """By how much it is better now."""
    return (share(new) - share(old)) * (1 if name in HIGH else -1)


def _slack(name: str, new: Fraction) -> float:
    return max(SLACK, 1 / max(1, new[1])) + _ROUNDING if name in HIGH else 0


def _name(way: str, name: str) -> str:
    return f"{name.capitalize()} ({way})"


def _told(counts: Fraction) -> str:
    return f"{share(counts):.3f} ({counts[0]} of {counts[1]})"
