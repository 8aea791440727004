"""Words of opposite meaning in the same slot."""

from collections.abc import Iterator
from itertools import product

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.reversals import find_reversals
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    KINDS,
    LEAST_STRENGTH,
    SYNONYMS,
    Contrast,
    at,
    difference,
    fit,
    is_conditional,
    is_denied,
    predicates_of,
)
from counterpoint.engine.comparators.stances import are_apart, find_stances
from counterpoint.engine.comparators.themes import are_opposite_ways, bearer, likeness
from counterpoint.engine.details import Aspect, Name
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.words import Word

_OPPOSED = Contrast(Aspect.OPPOSITE, "words of opposite meaning")
_IN_TURN = 0.4  # how much less two acts say that follow one another: arrested, later released
_APART = 0.5  # and how much less where the claims name other days or other places
_MOVING = frozenset({"rise", "fall"})
_WINDOW = 2  # content words on either side that tell whether two words stand in the same place
#: How sure it is that two words stand in one place, by the neighbours that they share; all four: one was exchanged.
_BY_NEIGHBOURS = (0.0, 0.0, 0.4, 0.6, 0.75)


def compare_opposites(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Opposite words ("died" / "survived") of one subject or object, or in one place of a phrase."""
    found = [*find_stances(a, b, lexicon), *find_reversals(a, b, lexicon)]
    pairs = tuple(_pairs(a, b, lexicon))
    predicates = (predicates_of(a, lexicon), predicates_of(b, lexicon))
    for mine, other, is_weak in pairs:
        if any(is_denied(w.span, s) or is_conditional(w.span, s) for w, s in ((mine, a), (other, b))):
            continue
        strength = _by_neighbours(mine, other, (a, b))
        p, q = at(predicates[0], mine.span), at(predicates[1], other.span)
        if (is_weak or (p and q)) and strength < _BY_NEIGHBOURS[-1]:
            strength = 0.0
        if p and q and not is_weak:
            strength = max(strength, _acts((mine, p), (other, q), (a, b), lexicon))
        elif not is_weak:
            strength = max(strength, _attributes(mine, other, (a, b), lexicon))
        finding = difference(_OPPOSED, (mine.span, other.span), (a, b), strength)
        found.extend([finding] if finding else [])
    return tuple(finding for finding in found if finding.strength >= LEAST_STRENGTH)


def _pairs(a: Side, b: Side, lexicon: Lexicon) -> Iterator[tuple[Word, Word, bool]]:
    """Opposite words, neither of them on both sides, and whether they are opposite in WordNet's eyes only ("small")."""
    ours, theirs = _forms(a, lexicon), _forms(b, lexicon)
    if _opposed(a, lexicon).isdisjoint(theirs) and _opposed(b, lexicon).isdisjoint(ours):
        return
    only = (ours.keys() - theirs.keys(), theirs.keys() - ours.keys())
    opposed = {(x, y) for x in only[0] for y in lexicon.opposites_of(x) & only[1]}
    counterparts = lexicon.lists.get("counterparts", {})
    opposed |= {(x, counterparts[x]) for x in only[0] if counterparts.get(x) in only[1]}
    opposed |= {(counterparts[y], y) for y in only[1] if counterparts.get(y) in only[0]}
    contrasts = lexicon.lists.get("contrasts", {})
    seen: set[tuple[Word, Word]] = set()
    for x, y in sorted(opposed):
        is_curated = counterparts.get(x) == y or counterparts.get(y) == x
        is_weak = not is_curated and (x in contrasts or y in contrasts)
        for mine, other in product(ours[x], theirs[y]):
            if (mine, other) not in seen and not _shares_form(mine, other, ours, theirs):
                seen.add((mine, other))
                yield mine, other, is_weak


@once
def _opposed(side: Side, lexicon: Lexicon) -> frozenset[str]:
    """Every form that is opposite to one of the claim's."""
    forms = _forms(side, lexicon)
    counterparts = lexicon.lists.get("counterparts", {})
    named = {counterparts[form] for form in forms if form in counterparts}
    return frozenset(named.union(*(lexicon.opposites_of(form) for form in forms)))


@once
def _forms(side: Side, lexicon: Lexicon) -> dict[str, list[Word]]:
    """The content words by normal form, by the form as it stands and by the pole that they belong to; no names."""
    poles = lexicon.lists.get("poles", {})
    names = [detail.span for detail in side.details if isinstance(detail, Name)]
    found: dict[str, list[Word]] = {}
    for word in side.words:
        if word.is_function or (word.is_capitalised and any(name.contains(word.span) for name in names)):
            continue
        lower = word.text.lower()
        for form in {word.lemma, lower, poles.get(word.lemma, lower), poles.get(lower, lower)}:
            found.setdefault(form, []).append(word)
    return found


def _shares_form(a: Word, b: Word, ours: dict[str, list[Word]], theirs: dict[str, list[Word]]) -> bool:
    """Whether the other side says the same of either word: "released" beside "captured" and "freed"."""
    forms = [form for form, words in ours.items() if a in words]
    others = [form for form, words in theirs.items() if b in words]
    return any(form in theirs for form in forms) or any(form in ours for form in others)


def _by_neighbours(mine: Word, other: Word, sides: tuple[Side, Side]) -> float:
    """How surely two words stand in the same place, by the content words around them."""
    around = [_neighbours(word, side) for word, side in zip((mine, other), sides, strict=True)]
    if mine.text[-3:].lower() != other.text[-3:].lower() and mine.text.endswith("ed") != other.text.endswith("ed"):
        return 0.0
    if around[0] == around[1] and len(around[0]) > _WINDOW:
        return _BY_NEIGHBOURS[-1]
    return _BY_NEIGHBOURS[min(len(around[0] & around[1]), len(_BY_NEIGHBOURS) - 1)]


def _neighbours(word: Word, side: Side) -> frozenset[tuple[int, str]]:
    contents = [w for w in side.words if not w.is_function]
    place = contents.index(word)
    nearby = contents[max(0, place - _WINDOW) : place + _WINDOW + 1]
    return frozenset((1 if w.span > word.span else -1, w.lemma) for w in nearby if w is not word)


def _acts(
    ours: tuple[Word, Predicate], theirs: tuple[Word, Predicate], sides: tuple[Side, Side], lexicon: Lexicon
) -> float:
    """How surely two predicates tell the opposite of one thing: acts with their roles, or states of one subject."""
    (mine, p), (other, q) = ours, theirs
    poles = _poles(mine, other, lexicon)
    fits = _fit(p, q, sides, lexicon)
    if poles <= _MOVING and _is_moving(p, lexicon):
        return 0.0
    if not p.is_finite and not q.is_finite:
        fits *= 0.7  # aims, and what is expected
    if are_opposite_ways(p, q, (mine, other), lexicon):
        fits *= _APART
    apart = are_apart(sides)
    if poles & lexicon.lists.get("successions", {}).keys():
        fits *= 0.0 if apart else _IN_TURN
    return 0.85 * fits * (_APART if apart else 1.0)


def _fit(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely the two are told of the same, who does it included where either verb has another end ("buy")."""
    if lexicon.listed("converses", p.verb) and not (p.is_copula or q.is_copula):
        are_one = p.doers and q.doers and likeness(p.doers, q.doers, sides, lexicon) >= KINDS
        return fit(p, q, sides, lexicon) if are_one else 0.0
    known = likeness(bearer(p, lexicon), bearer(q, lexicon), sides, lexicon)
    if p.is_copula or q.is_copula or not (p.objects and q.objects):
        return known
    changes = lexicon.lists.get("changes", {})
    fits = fit(p, q, sides, lexicon)
    return max(known, fits) if p.verb in changes or q.verb in changes else min(known, fits)


def _poles(mine: Word, other: Word, lexicon: Lexicon) -> set[str]:
    """What the two words stand for: themselves where they are told of as counterparts ("pass" and "fail")."""
    words = {mine.lemma, other.lemma}
    if words in [{entry, member} for member, entry in lexicon.lists.get("counterparts", {}).items() if member in words]:
        return words
    return {lexicon.listed("poles", word) or word for word in words}


def _is_moving(p: Predicate, lexicon: Lexicon) -> bool:
    """Whether the subject rises or falls as a body does: "the boy climbed in"."""
    if not p.subject:
        return False
    return p.subject[0].is_function or lexicon.category(p.subject[0].lemma) in {"person", "animal"}


def _attributes(mine: Word, other: Word, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely two words describe the same noun: "accidental shooting" / "intentional shooting"."""
    heads = (_described(mine, sides[0]), _described(other, sides[1]))
    if not heads[0] or not heads[1] or lexicon.kinship(heads[0].lemma, heads[1].lemma) < SYNONYMS:
        return 0.0
    return 0.5


def _described(word: Word, side: Side) -> Word | None:
    """The noun right after the word, where the word stands before it as an adjective does."""
    after = next((w for w in side.words if w.span.start >= word.span.end), None)
    if after is None or after.is_function or side.text[word.span.end : after.span.start] != " ":
        return None
    return after
