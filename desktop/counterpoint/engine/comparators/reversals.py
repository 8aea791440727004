"""Who did it to whom, told the other way round: "United beat City", "City beat United", "United lost to City"."""

from collections.abc import Iterator

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import (
    KINDS,
    SYNONYMS,
    Contrast,
    difference,
    is_conditional,
    is_denied,
    predicates_of,
    sameness,
)
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_TURNED = Contrast(Aspect.OPPOSITE, "who does it, and to whom, is told the other way round")
_STRENGTH = 0.8


def find_reversals(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """The same act with doer and sufferer exchanged, and the act of its other end with the same doer."""
    ours, theirs = predicates_of(a, lexicon), predicates_of(b, lexicon)
    for p in ours:
        for q in theirs:
            strength = _turned((p, q), (a, b), lexicon)
            if strength and not any(is_denied(x.main, s) or is_conditional(x.main, s) for x, s in ((p, a), (q, b))):
                finding = difference(_TURNED, (_with_ends(p), _with_ends(q)), (a, b), strength)
                if finding:
                    yield finding


def _turned(acts: tuple[Predicate, Predicate], sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    p, q = acts
    if p.is_copula or q.is_copula or not p.doers or not q.doers or p.negation or q.negation:
        return 0.0
    pair = lexicon.listed("converses", p.verb)
    is_converse = pair not in {None, "mutual"} and p.verb != q.verb and lexicon.listed("converses", q.verb) == pair
    if not is_converse and (pair == "mutual" or lexicon.kinship(p.verb, q.verb) < SYNONYMS):
        return 0.0
    ends = _other_end(p, is_converse=is_converse), _other_end(q, is_converse=is_converse)
    if not ends[0] or not ends[1] or any(words[0].is_function for words in (*ends, p.doers, q.doers)):
        return 0.0
    straight = min(sameness(p.doers, q.doers, sides, lexicon), sameness(*ends, sides, lexicon))
    crossed = min(sameness(p.doers, ends[1], sides, lexicon), sameness(ends[0], q.doers, sides, lexicon))
    found, against = (straight, crossed) if is_converse else (crossed, straight)
    return _STRENGTH * found if found >= KINDS > against else 0.0


def _other_end(predicate: Predicate, *, is_converse: bool) -> tuple[Word, ...]:
    """Whom it befalls; of "lost to City" and its like what follows the preposition."""
    return predicate.undergoers or (predicate.rest if is_converse else ())


def _with_ends(predicate: Predicate) -> Span:
    """The act with its doer's and its sufferer's heads."""
    ends = [
        words[0].span for words in (predicate.subject, predicate.objects or predicate.rest or predicate.agents) if words
    ]
    span = predicate.main
    for end in ends:
        span = span.joined(end)
    return span
