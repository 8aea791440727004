"""The same act at another stage: considered here, agreed there; and what one account hedges or does not know."""

from counterpoint.engine.clauses import SAYING, Predicate
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import (
    SYNONYMS,
    Contrast,
    difference,
    fit,
    holding,
    is_conditional,
    predicates_of,
    sameness,
    share_count,
)
from counterpoint.engine.details import Aspect, Certainty, Stage
from counterpoint.engine.lexicons import Lexicon

_MATERIAL = 2  # stages apart: readers hardly tell a plan from an agreement
_TIME_PASSES = 0.35  # what a plan and its being carried out say of a conflict: mostly that one account is later


def compare_certainties(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Acts whose stages are at least two apart, and other stages of what the same counted subject undertakes."""
    ours, theirs = _certainties(a), _certainties(b)
    pairs = [(mine, other) for mine in ours for other in theirs if mine.stage != other.stage]
    if not pairs:
        return ()
    predicates = (predicates_of(a, lexicon), predicates_of(b, lexicon))
    found: list[Finding] = []
    for mine, other in pairs:
        p, q = holding(predicates[0], mine.span), holding(predicates[1], other.span)
        if not p or not q:
            continue
        contrast = Contrast(Aspect.CERTAINTY, f"{mine.stage.name.lower()} / {other.stage.name.lower()}")
        strength = _strength((mine, other), (p, q), (a, b), lexicon)
        finding = difference(contrast, (mine.span, other.span), (a, b), strength)
        found.extend([finding] if finding else [])
    return tuple(sorted(found, key=lambda f: -f.strength)[:1])


def _certainties(side: Side) -> list[Certainty]:
    return [d for d in side.details if isinstance(d, Certainty) and not is_conditional(d.span, side)]


def _strength(
    certainties: tuple[Certainty, Certainty],
    predicates: tuple[Predicate, Predicate],
    sides: tuple[Side, Side],
    lexicon: Lexicon,
) -> float:
    mine, other = certainties
    p, q = predicates
    apart = abs(mine.stage - other.stage)
    is_done = Stage.DONE in {mine.stage, other.stage}
    if lexicon.kinship(mine.value, other.value) >= SYNONYMS:
        if apart < _MATERIAL or mine.value in SAYING:
            return 0.0
        return fit(p, q, sides, lexicon) * (_TIME_PASSES if is_done else 0.7)
    if is_done or not share_count(p, q, sides):
        return 0.0
    return 0.65 * sameness(p.subject, q.subject, sides, lexicon)
