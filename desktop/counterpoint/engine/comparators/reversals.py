"""Who did it to whom, told the other way round: "United beat City", "City beat United", "United lost to City"."""

from collections.abc import Iterator

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side, once
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
    acts = [(p, q) for p in _acts(a, lexicon) for q in _acts(b, lexicon)]
    told = {(p, q): _told(p, q, (a, b), lexicon) for p, q in acts}
    for p, q in acts:
        is_also_straight = any(told[pair][0] >= KINDS for pair in acts if (pair[0] is p) or (pair[1] is q))
        if told[p, q][1] >= KINDS and not is_also_straight:
            finding = difference(_TURNED, (_with_ends(p), _with_ends(q)), (a, b), _STRENGTH * told[p, q][1])
            if finding:
                yield finding


@once
def _acts(side: Side, lexicon: Lexicon) -> tuple[Predicate, ...]:
    """What the claim says that one does to another, neither of them called by a pronoun."""
    return tuple(
        p
        for p in predicates_of(side, lexicon)
        if not p.is_copula and not p.negation and not is_denied(p.main, side) and not is_conditional(p.main, side)
        if p.doers and not p.doers[0].is_function and any((p.undergoers, p.rest))
    )


def _told(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> tuple[float, float]:
    """How surely the second act is the first told the same way, and the other way round."""
    pair = lexicon.listed("converses", p.verb)
    is_converse = pair not in {None, "mutual"} and p.verb != q.verb and lexicon.listed("converses", q.verb) == pair
    if not is_converse and (pair == "mutual" or lexicon.kinship(p.verb, q.verb) < SYNONYMS):
        return 0.0, 0.0
    ends = _other_end(p, is_converse=is_converse), _other_end(q, is_converse=is_converse)
    if not ends[0] or not ends[1] or any(words[0].is_function for words in ends):
        return 0.0, 0.0
    straight = min(sameness(p.doers, q.doers, sides, lexicon), sameness(*ends, sides, lexicon))
    crossed = min(sameness(p.doers, ends[1], sides, lexicon), sameness(ends[0], q.doers, sides, lexicon))
    return (crossed, straight) if is_converse else (straight, crossed)


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
