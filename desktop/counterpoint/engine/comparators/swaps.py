"""Two who change places: "Webb paid Crane" and "Crane paid Webb", "from Oslo to Bergen" and "from Bergen to Oslo"."""

from collections.abc import Iterator, Sequence

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.fillers import Filler, fillers_of
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import SYNONYMS, Contrast, difference, key, predicates_of, sameness
from counterpoint.engine.details import Aspect, Name
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_TURNED = Contrast(Aspect.ROLE, "each does what the other does in the other account")
_WAYS = (("from", "to"), ("to", "from"))
_SURE = 0.8


def find_swapped(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """One act that each account has the other way round: the doer of one is whom it befalls in the other."""
    sides = (a, b)
    for p in predicates_of(a, lexicon):
        if p.is_copula or lexicon.listed("shared_acts", p.verb) or lexicon.listed("mutual_acts", p.verb):
            continue
        for q in predicates_of(b, lexicon):
            if lexicon.kinship(p.verb, q.verb) >= SYNONYMS and bool(p.negation) == bool(q.negation):
                yield from _turned(_ends(p, a, lexicon), _ends(q, b, lexicon), sides, lexicon)


def _ends(act: Predicate, side: Side, lexicon: Lexicon) -> list[tuple[Sequence[Word], Sequence[Word]]]:
    """Who does it and whom it befalls; who does it and to whom or from whom; whence and whither."""
    hanging: dict[str, Filler] = {}
    for filler in fillers_of(side, lexicon):
        if filler.act is act:
            hanging.setdefault(filler.relation, filler)
    found: list[tuple[Sequence[Word], Sequence[Word]]] = [(act.doers, _named_first(act.undergoers, side))]
    ends = [hanging[relation].words[::-1] if relation in hanging else () for relation in ("to", "from")]
    return [*found, *((act.doers, end) for end in ends), (ends[1], ends[0])]


def _named_first(words: Sequence[Word], side: Side) -> Sequence[Word]:
    """The words, a name before a number that seems to be the head: "beat Marlow Town 2-1"."""
    if not words or not words[0].text[0].isdigit():
        return words
    names = [detail.span for detail in side.details if isinstance(detail, Name)]
    named = [word for word in words if any(span.contains(word.span) for span in names)]
    return [*named[-1:], *(word for word in words if word not in named[-1:])]


def _turned(
    ours: Sequence[tuple[Sequence[Word], Sequence[Word]]],
    theirs: Sequence[tuple[Sequence[Word], Sequence[Word]]],
    sides: tuple[Side, Side],
    lexicon: Lexicon,
) -> Iterator[Finding]:
    for (one, other), (mine, yours) in zip(ours, theirs, strict=True):
        if not (one and other and mine and yours) or key(one[0], sides[0]) == key(other[0], sides[0]):
            continue
        crossed = min(sameness(one, yours, sides, lexicon), sameness(other, mine, sides, lexicon))
        if crossed >= SYNONYMS and sameness(one, mine, sides, lexicon) < SYNONYMS:
            finding = difference(_TURNED, (_span(one[0], sides[0]), _span(mine[0], sides[1])), sides, _SURE * crossed)
            if finding:
                yield finding
                return


def _span(head: Word, side: Side) -> Span:
    """The whole name that the word is of, else the word."""
    return next((d.span for d in side.details if isinstance(d, Name) and d.span.contains(head.span)), head.span)
