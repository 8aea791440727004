"""The same act at another stage: considered here, agreed there."""

from counterpoint.engine.clauses import Predicate, find_predicates
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import SYNONYMS, difference, holding, sameness, share_count
from counterpoint.engine.details import Aspect, Certainty, Stage
from counterpoint.engine.lexicons import Lexicon

_MATERIAL = 2  # stages apart: a plan and an agreement are told apart by editors no more than by readers


def compare_certainties(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Acts whose stages are at least two apart, and other stages of what the same counted subject undertakes."""
    ours, theirs = _certainties(a), _certainties(b)
    pairs = [(mine, other) for mine in ours for other in theirs if mine.stage != other.stage]
    if not pairs:
        return ()
    predicates = (find_predicates(a.text, a.span, a.words, lexicon), find_predicates(b.text, b.span, b.words, lexicon))
    best: tuple[float, Finding] | None = None
    for mine, other in pairs:
        p, q = holding(predicates[0], mine.span), holding(predicates[1], other.span)
        if not p or not q:
            continue
        strength = _strength((mine, other), (p, q), (a, b), lexicon)
        why = f": {_phrase(mine.stage)} / {_phrase(other.stage)}"
        finding = difference(Aspect.CERTAINTY, (mine.span, other.span), (a, b), strength, why)
        if strength and finding and (best is None or strength > best[0]):
            best = (strength, finding)
    return (best[1],) if best else ()


def _phrase(stage: Stage) -> str:
    return stage.name.lower()


def _certainties(side: Side) -> tuple[Certainty, ...]:
    return tuple(detail for detail in side.details if isinstance(detail, Certainty))


def _strength(
    certainties: tuple[Certainty, Certainty],
    predicates: tuple[Predicate, Predicate],
    sides: tuple[Side, Side],
    lexicon: Lexicon,
) -> float:
    mine, other = certainties
    p, q = predicates
    apart = abs(mine.stage - other.stage)
    subjects = sameness(p.subject, q.subject, sides, lexicon)
    if lexicon.kinship(mine.value, other.value) >= SYNONYMS:
        if apart < _MATERIAL:
            return 0.0
        shared = max(subjects, sameness(p.undergoers, q.undergoers, sides, lexicon))
        is_news = Stage.DONE in {mine.stage, other.stage}  # a plan that has meanwhile been carried out
        return shared * (0.5 if is_news else 0.7)
    if Stage.DONE in {mine.stage, other.stage}:
        return 0.0
    return 0.6 * subjects if share_count(p, q, sides) else 0.0
