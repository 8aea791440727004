"""How a victim is: dead, critical, stable, unhurt."""

from counterpoint.engine.comparators.phrases import find_phrases
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import Contrast, agreement, contents, difference
from counterpoint.engine.details import Aspect, Name, NameKind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span

#: The list's entries from worst to best. Neighbours are no conflict: reporters shade them.
SCALE = ("dead", "critical", "serious", "stable", "minor", "unhurt")
LEAST_STEPS = 2
_STATES = Contrast(Aspect.CERTAINTY, "the victims' state differs")


def compare_conditions(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The same state of a victim in both claims, or two that can't both be when they tell of one person or group.

    "A girl, 4, dies days after ..." / "... the four-year-old, expected to live": a conflict, or a development.
    """
    listed = lexicon.lists.get("conditions", {})
    ours, theirs = find_phrases(a, listed), find_phrases(b, listed)
    if not ours or not theirs:
        return ()
    sure = _same_victims(a, b)
    mine, other = {state for state, _ in ours}, {state for state, _ in theirs}
    if shared := sorted(mine & other):
        spans = (_place(ours, shared[0]), _place(theirs, shared[0]))
        return (agreement(Aspect.CERTAINTY, spans, (a, b), 0.4 + 0.4 * sure),)
    steps, first, second = max(
        (abs(SCALE.index(x) - SCALE.index(y)), x, y) for x in sorted(mine) for y in sorted(other)
    )
    if steps < LEAST_STEPS:
        return ()
    found = difference(_STATES, (_place(ours, first), _place(theirs, second)), (a, b), 0.3 + 0.6 * sure)
    return (found,) if found else ()


def _place(found: tuple[tuple[str, Span], ...], state: str) -> Span:
    return next(span for own, span in found if own == state)


def _same_victims(a: Side, b: Side) -> float:
    """How surely both tell of the same people: 1 a name, an age or a count in common, 0 nothing but the subject."""
    if _persons(a) & _persons(b):
        return 1.0
    if _counts(a) & _counts(b):
        return 0.8
    ours, theirs = contents(a), contents(b)
    return min(0.7, 2 * len(ours & theirs) / (1 + min(len(ours), len(theirs))))


def _persons(side: Side) -> set[str]:
    return {d.value for d in side.details if isinstance(d, Name) and d.kind is NameKind.PERSON}


def _counts(side: Side) -> set[tuple[str, float]]:
    return {(d.kind, d.low) for d in side.details if isinstance(d, Quantity)}
