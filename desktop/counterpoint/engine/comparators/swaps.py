"""Two who change places: "Webb paid Crane" and "Crane paid Webb", "from Oslo to Bergen" and "from Bergen to Oslo"."""

from collections.abc import Iterator, Sequence

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.fillers import Filler, fillers_of
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import SYNONYMS, Contrast, difference, key, predicates_of, sameness
from counterpoint.engine.details import Aspect, Name
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

Ends = tuple[Sequence[Word], Sequence[Word]]

_TURNED = Contrast(Aspect.ROLE, "each does what the other does in the other account")
_SURE = 0.8


def find_swapped(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """One act that each account has the other way round: the doer of one is whom it befalls in the other.

    An account that has it both ways ("Webb hit Crane, and Crane hit Webb") differs from none that has it in one.
    """
    sides = (a, b)
    ours, theirs = _acts(a, lexicon), _acts(b, lexicon)
    for p, mine in ours if theirs else ():
        for q, yours in theirs:
            if lexicon.kinship(p.verb, q.verb) < SYNONYMS or bool(p.negation) != bool(q.negation):
                continue
            told = [*((mine, others) for _, others in theirs), *((others, yours) for _, others in ours)]
            if not any(_has_alike(one, other, sides, lexicon) for one, other in told):
                yield from _turned(mine, yours, sides, lexicon)


def _has_alike(ours: Sequence[Ends], theirs: Sequence[Ends], sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether both have the act the same way round."""
    return any(
        all((one, other, mine, yours))
        and min(sameness(one, mine, sides, lexicon), sameness(other, yours, sides, lexicon)) >= SYNONYMS
        for (one, other), (mine, yours) in zip(ours, theirs, strict=True)
    )


@once
def _acts(side: Side, lexicon: Lexicon) -> tuple[tuple[Predicate, tuple[Ends, ...]], ...]:
    """The acts with two ends of which one at least has a name."""
    found: list[tuple[Predicate, tuple[Ends, ...]]] = []
    for act in predicates_of(side, lexicon):
        if act.is_copula or lexicon.listed("shared_acts", act.verb) or lexicon.listed("mutual_acts", act.verb):
            continue
        ends = _ends(act, side, lexicon)
        if any(one and other and (_named(one[0], side) or _named(other[0], side)) for one, other in ends):
            found.append((act, ends))
    return tuple(found)


def _ends(act: Predicate, side: Side, lexicon: Lexicon) -> tuple[Ends, ...]:
    """Who does it and whom it befalls; who does it and to whom or from whom; whence and whither."""
    hanging: dict[str, Filler] = {}
    for filler in fillers_of(side, lexicon):
        if filler.act is act:
            hanging.setdefault(filler.relation, filler)
    to, away = (hanging[relation].words[::-1] if relation in hanging else () for relation in ("to", "from"))
    return (act.doers, _named_first(act.undergoers, side)), (act.doers, to), (act.doers, away), (away, to)


def _named_first(words: Sequence[Word], side: Side) -> Sequence[Word]:
    """The words, a name before a number that seems to be the head: "beat Marlow Town 2-1"."""
    if not words or not words[0].text[0].isdigit():
        return words
    names = [detail.span for detail in side.details if isinstance(detail, Name)]
    named = [word for word in words if any(span.contains(word.span) for span in names)]
    return [*named[-1:], *(word for word in words if word not in named[-1:])]


def _turned(
    ours: Sequence[Ends], theirs: Sequence[Ends], sides: tuple[Side, Side], lexicon: Lexicon
) -> Iterator[Finding]:
    for (one, other), (mine, yours) in zip(ours, theirs, strict=True):
        if not (one and other and mine and yours) or key(one[0], sides[0]) == key(other[0], sides[0]):
            continue
        if not _named(one[0], sides[0]) and not _named(other[0], sides[0]):
            continue  # "a man shot an officer", "an officer shot a man": others, perhaps
        crossed = min(sameness(one, yours, sides, lexicon), sameness(other, mine, sides, lexicon))
        are_alike = _are_as_many(one[0], yours[0], sides) and _are_as_many(other[0], mine[0], sides)
        if are_alike and crossed >= SYNONYMS and sameness(one, mine, sides, lexicon) < SYNONYMS:
            spans = _named(one[0], sides[0]) or one[0].span, _named(mine[0], sides[1]) or mine[0].span
            finding = difference(_TURNED, spans, sides, _SURE * crossed)
            if finding:
                yield finding
                return


def _are_as_many(a: Word, b: Word, sides: tuple[Side, Side]) -> bool:
    """Whether both are names, or both one or both several: "26 nations" are not "the nation"."""
    if _named(a, sides[0]) or _named(b, sides[1]):
        return True
    return (a.text.lower() == a.lemma) == (b.text.lower() == b.lemma)


def _named(word: Word, side: Side) -> Span | None:
    """The name that the word is of."""
    return next((d.span for d in side.details if isinstance(d, Name) and d.span.contains(word.span)), None)
