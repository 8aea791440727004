"""In which order two acts are told: "shot his wife and then set the house on fire", and the other way round."""

from collections.abc import Iterator
from itertools import pairwise, product

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
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
from counterpoint.engine.verbs import SAYING

_ORDER = Contrast(Aspect.TIME, "the order of events differs")
_STRENGTH = 0.75
_NEXT = frozenset("then before later subsequently afterwards afterward".split())
_BACK = frozenset(("after", "having"))

#: Two acts, the earlier first.
Order = tuple[Predicate, Predicate]


def find_orders(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """The same two acts, each told as the first of the two in one of the claims."""
    sides = (a, b)
    pairs = list(product(_orders(a, lexicon), _orders(b, lexicon)))
    straight = [pair for pair in pairs if _are_one(pair[0], pair[1], sides, lexicon)]
    for mine, other in pairs:
        is_told_alike = any(mine is pair[0] or other is pair[1] for pair in straight)
        if not is_told_alike and _are_one(mine, (other[1], other[0]), sides, lexicon):
            spans = mine[0].main.joined(mine[1].main), other[0].main.joined(other[1].main)
            finding = difference(_ORDER, spans, sides, _STRENGTH)
            if finding:
                yield finding


@once
def _orders(side: Side, lexicon: Lexicon) -> list[Order]:
    """The acts next to one another of which the claim says which came first."""
    acts = [p for p in predicates_of(side, lexicon) if not p.is_copula and p.verb not in SAYING]
    acts = [p for p in acts if not is_denied(p.main, side) and not is_conditional(p.main, side)]
    found: list[Order] = []
    for first, second in pairwise(acts):
        between = {w.text.lower() for w in side.words if first.main.end <= w.span.start < second.main.start}
        ahead = [w.text.lower() for w in side.words if w.span.end <= first.span.start]
        opens_back = any(lower in _BACK for lower in ahead[:1])
        if between & _BACK:
            found.append((second, first))
        elif between & _NEXT or opens_back:
            found.append((first, second))
        elif ahead[:1] == ["before"]:
            found.append((second, first))
    return found


def _are_one(mine: Order, other: Order, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    return all(_is_one(p, q, sides, lexicon) for p, q in zip(mine, other, strict=True))


def _is_one(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether two acts may be the same: one verb, and nothing else befallen."""
    if lexicon.kinship(p.verb, q.verb) < SYNONYMS:
        return False
    ours, theirs = p.undergoers or p.rest, q.undergoers or q.rest
    return not (ours and theirs) or bool(sameness(ours, theirs, sides, lexicon))
