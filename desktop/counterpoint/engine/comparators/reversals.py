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
    is_name,
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
    told = [(p, q, *_told(p, q, (a, b), lexicon)) for p in _acts(a, lexicon) for q in _acts(b, lexicon)]
    straight = [(p, q) for p, q, alike, _ in told if alike >= KINDS]
    for p, q, _, crossed in told:
        if crossed < KINDS or _is_told_both_ways(a, lexicon) or _is_told_both_ways(b, lexicon):
            continue
        if not any(one is p or other is q for one, other in straight):
            finding = difference(_TURNED, (_with_ends(p), _with_ends(q)), (a, b), _STRENGTH * crossed)
            if finding:
                yield finding


@once
def _is_told_both_ways(side: Side, lexicon: Lexicon) -> bool:
    """Whether the claim itself has an act the one way round and the other: it is of two acts, or read wrongly."""
    acts = _acts(side, lexicon)
    return any(_told(p, q, (side, side), lexicon)[1] >= KINDS for p in acts for q in acts if p is not q)


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
    is_converse = pair is not None and p.verb != q.verb and lexicon.listed("converses", q.verb) == pair
    is_mutual = lexicon.listed("mutual_acts", p.verb) or lexicon.listed("shared_acts", p.verb)
    if not is_converse and (is_mutual or lexicon.kinship(p.verb, q.verb) < SYNONYMS):
        return 0.0, 0.0
    ends = _other_end(p, is_converse=is_converse), _other_end(q, is_converse=is_converse)
    if not ends[0] or not ends[1] or any(words[0].is_function for words in ends):
        return 0.0, 0.0
    if not is_converse and not all(
        _is_definite(words, side)
        for x, side in zip((p, q), sides, strict=True)
        for words in (x.doers, _other_end(x, is_converse=False))
    ):
        return 0.0, 0.0  # "a man shot an officer", "an officer shot a man": others, perhaps; of names: swaps.py
    straight = min(sameness(p.doers, q.doers, sides, lexicon), sameness(*ends, sides, lexicon))
    crossed = min(sameness(p.doers, ends[1], sides, lexicon), sameness(ends[0], q.doers, sides, lexicon))
    return (crossed, straight) if is_converse else (straight, crossed)


def _is_definite(words: tuple[Word, ...], side: Side) -> bool:
    """Whether "the" leads to the phrase, and it is no name."""
    first = min(word.span.start for word in words)
    before = [word for word in side.words if word.span.end <= first][-1:]
    return not is_name(words[0], side) and bool(before) and before[0].text.lower() == "the"


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
