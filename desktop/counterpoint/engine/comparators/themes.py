"""What an act or a state is told of: the minister of "dismissed the minister" and of "the minister stepped down"."""

from collections.abc import Sequence

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.comparators.slots import KINDS, SYNONYMS, key, predicates_of, sameness, stretch
from counterpoint.engine.details import Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.words import Word

#: Words before a noun that say how much of its kind is meant.
_PERSONS = frozenset("he she they who".split())
_ALL = frozenset("all every both entire whole each".split())
_MOST = frozenset("most majority".split())
_SOME = frozenset(
    "some many several few other others another certain part parts portion dozens hundreds scores one".split()
)
_REACH = 25  # code points before a noun within which such a word belongs to it
#: How much less the same noun says with other words before it ("the old bridge", "the new bridge"), of two parts of a
#: kind, and of a part and what may be the whole.
_QUALITIES, _PARTS, _PART = 0.4, 0.2, 0.6


def theme(predicate: Predicate, told: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """Whom or what the words of a clause tell something of, by their place in their clause.

    A verb tells it of its subject, one that changes its object of that: see the list "changes". What stands as the
    doer tells it of whom the act befalls ("arson caused the fire"), all else of whom the act is told.
    """
    if predicate.is_copula:
        return predicate.subject
    if any(word.span == predicate.main for word in told):
        return tuple(word for word in bearer(predicate, lexicon) if word not in told)  # "him" of "found him guilty"
    if _share_any(predicate.doers, told):
        return predicate.undergoers or predicate.rest
    if _share_any(predicate.objects, told) and predicate.verb == "blame":
        return predicate.rest
    return bearer(predicate, lexicon) or predicate.undergoers


def bearer(predicate: Predicate, lexicon: Lexicon) -> tuple[Word, ...]:
    """Who is in another state once the act is done: whom a verb of the list "changes" befalls, else its subject."""
    if predicate.is_passive:
        return predicate.subject
    if predicate.objects and lexicon.listed("changes", predicate.verb):
        return predicate.objects
    return predicate.subject


def _share_any(a: Sequence[Word], b: Sequence[Word]) -> bool:
    return any(word in b for word in a)


def likeness(a: Sequence[Word], b: Sequence[Word], sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """As `sameness`, but less where other words stand before one noun, and where parts of a kind are meant."""
    a, b = (_meant(words, side, lexicon) for words, side in zip((a, b), sides, strict=True))
    known = sameness(a, b, sides, lexicon)
    if not known:
        return 0.0
    heads = (key(a[0], sides[0]), key(b[0], sides[1]))
    ours, theirs = ({key(w, s) for w in words[1:] if not w.is_function} for words, s in ((a, sides[0]), (b, sides[1])))
    if known == KINDS and a[0].lemma != b[0].lemma and not lexicon.are_wider(*heads):
        known *= _PART  # "the museum", "a door of the museum"
    if known >= SYNONYMS and ours - theirs - set(heads) and theirs - ours - set(heads):
        known *= 0.0 if any(lexicon.are_opposite(x, y) for x in ours for y in theirs) else _QUALITIES
    return known * in_common(a, b, sides)


def _meant(words: Sequence[Word], side: Side, lexicon: Lexicon) -> Sequence[Word]:
    """Whom "he" and its like mean, as far as a subject before it in the claim tells; else the words themselves."""
    if not words or words[0].lemma not in _PERSONS:
        return words
    before = (p.subject for p in predicates_of(side, lexicon) if p.main.end <= words[0].span.start)
    named = [subject for subject in before if subject and not subject[0].is_function]
    return named[-1] if named else words


def in_common(a: Sequence[Word], b: Sequence[Word], sides: tuple[Side, Side]) -> float:
    """How likely two phrases of one noun mean the same ones, by how much of its kind either takes."""
    ours, theirs = _share(a, sides[0]), _share(b, sides[1])
    if ours == theirs:
        return _PARTS if ours == "some" else 1.0
    if "all" in {ours, theirs}:
        return 1.0
    return _PART if "" in {ours, theirs} else _PARTS


def _share(phrase: Sequence[Word], side: Side) -> str:
    """How much of its kind a phrase means: "all", "most", "some", a number, or "" where it does not say."""
    if not phrase:
        return ""
    span = stretch(phrase)
    before = [word for word in side.words if word.span.end <= span.start and span.start - word.span.start < _REACH][-3:]
    near = {word.text.lower() for word in (*before, *(w for w in side.words if span.contains(w.span)))}
    for name, words in (("all", _ALL), ("most", _MOST), ("some", _SOME)):
        if near & words:
            return name
    numbers = (d for d in side.details if isinstance(d, Quantity) and any(d.span.overlaps(w.span) for w in phrase))
    number = next(numbers, None)
    return f"{number.low:g}-{number.high:g}" if number else ""


def are_opposite_ways(p: Predicate, q: Predicate, told: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether what stands after the acts, `told` apart, is opposite: "left the north", "entered the south"."""
    ours, theirs = ([word.lemma for word in x.rest if word not in told] for x in (p, q))
    return any(lexicon.are_opposite(x, y) for x in ours for y in theirs)
