"""What reports and the window say of a level: how much it shows, and how right that was on events it had not seen."""

from counterpoint.engine.levels import NAMES, Level, Measured
from counterpoint.engine.relations import RelationKind

#: Said of a relation that is there only because a person has dealt with it.
KEPT = "too unsure for this level and kept"
_PLURALS = {RelationKind.CONFLICT: "conflicts", RelationKind.MATCH: "agreements"}


def level_named(level: Level) -> str:
    """Number and name: "3 of 5 (default)"."""
    return f"{level.number} of {len(NAMES)} ({level.name})"


def level_briefly(level: Level) -> str:
    """A sentence on how many are right, short enough for one line."""
    shares = {kind: percent(level.measured(kind).precision) for kind in _PLURALS}
    told = [f"{share} of 100 {_PLURALS[kind]}" for kind, share in shares.items() if share is not None]
    unknown = [f"too few {_PLURALS[kind]} to measure" for kind, share in shares.items() if share is None]
    right = [f"about {' and '.join(told)} are right"] if told else []
    return f"Level {level_named(level)}: {'; '.join([*right, *unknown])}."


def level_measured(level: Level) -> str:
    """A sentence on both kinds."""
    kinds = (RelationKind.CONFLICT, RelationKind.MATCH)
    told = "; ".join(kind_measured(kind, level.measured(kind)) for kind in kinds)
    return f"Measured on {level.conflict.events} news stories that the program had not seen: {told}."


def kind_measured(kind: RelationKind, measured: Measured) -> str:
    """What was measured of one kind, as part of a sentence: "of 100 conflicts shown about 66 are right ..."."""
    right, found = percent(measured.precision), percent(measured.recall)
    plural = _PLURALS[kind]
    shown = (
        f"too few {plural} were shown to measure how many are right"
        if right is None
        else f"of 100 {plural} shown about {right} are right"
    )
    missed = "too few to measure were to be found" if found is None else f"{found} of 100 are found"
    return f"{shown}, and {missed}"


def percent(share: float | None) -> int | None:
    """A share as a whole number of a hundred."""
    return None if share is None else round(100 * share)
