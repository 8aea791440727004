"""Words of opposite meaning in the same slot."""

from collections.abc import Iterator

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import (
    SYNONYMS,
    Contrast,
    at,
    difference,
    fit,
    is_conditional,
    is_denied,
    predicates_of,
    sameness,
)
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.words import Word

_OPPOSED = Contrast(Aspect.OPPOSITE, "words of opposite meaning")
_IN_TURN = 0.4  # how much less two acts say that follow one another: arrested, later released
_RISE = frozenset({"rise", "fall"})


def compare_opposites(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Opposite words ("died" / "survived") of the same subject, acting upon the same object or describing the same."""
    pairs = tuple(_pairs(a, b, lexicon))
    if not pairs:
        return ()
    ours, theirs = predicates_of(a, lexicon), predicates_of(b, lexicon)
    found: list[Finding] = []
    for mine, other in pairs:
        if any(is_denied(w.span, s) or is_conditional(w.span, s) for w, s in ((mine, a), (other, b))):
            continue
        p, q = at(ours, mine.span), at(theirs, other.span)
        strength = (
            _acts((mine, p), (other, q), (a, b), lexicon) if p and q else _attributes(mine, other, (a, b), lexicon)
        )
        finding = difference(_OPPOSED, (mine.span, other.span), (a, b), strength)
        found.extend([finding] if finding else [])
    return tuple(found)


def _pairs(a: Side, b: Side, lexicon: Lexicon) -> Iterator[tuple[Word, Word]]:
    ours, theirs = _openings(a, lexicon), _openings(b, lexicon)
    if not ours or not theirs:
        return
    forms = ({form for _, own in ours for form in own}, {form for _, own in theirs for form in own})
    for mine, my_forms in ours:
        if forms[1] & my_forms:
            continue
        for other, other_forms in theirs:
            if not forms[0] & other_forms and any(_oppose(x, y, lexicon) for x in my_forms for y in other_forms):
                yield mine, other


def _openings(side: Side, lexicon: Lexicon) -> list[tuple[Word, frozenset[str]]]:
    """The content words with their normal form, the form as it stands and the pole that they belong to."""
    poles = lexicon.lists.get("poles", {})
    found: list[tuple[Word, frozenset[str]]] = []
    for word in side.words:
        if not word.is_function:
            lower = word.text.lower()
            forms = {word.lemma, lower}
            found.append((word, frozenset(forms | {poles[form] for form in forms if form in poles})))
    return found


def _oppose(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two forms are opposites: WordNet's, unless news sets them side by side without contradiction, or ours."""
    if a == b:
        return False
    if _listed("opposites", a, b, lexicon) or _listed("counterparts", a, b, lexicon):
        return True
    if (a, b) not in lexicon.opposites:
        return False
    contrasts = lexicon.lists.get("contrasts", {})
    return a not in contrasts and b not in contrasts


def _listed(name: str, a: str, b: str, lexicon: Lexicon) -> bool:
    members = lexicon.lists.get(name, {})
    return members.get(a) == b or members.get(b) == a


def _acts(
    ours: tuple[Word, Predicate], theirs: tuple[Word, Predicate], sides: tuple[Side, Side], lexicon: Lexicon
) -> float:
    """How surely two predicates tell the opposite of one thing: acts with their roles, or states of one subject."""
    (mine, p), (other, q) = ours, theirs
    if not p.is_finite and not q.is_finite:
        return 0.0
    if p.is_copula or q.is_copula or not (p.objects or q.objects):
        fits = sameness(p.subject, q.subject, sides, lexicon)
    else:
        fits = fit(p, q, sides, lexicon)
    poles = {lexicon.listed("poles", word.lemma) or word.lemma for word in (mine, other)}
    if poles <= _RISE and _is_moving(p, lexicon):
        return 0.0
    return 0.85 * fits * (_IN_TURN if poles & set(lexicon.lists.get("successions", {})) else 1.0)


def _is_moving(p: Predicate, lexicon: Lexicon) -> bool:
    """Whether the subject rises or falls as a body does: "the boy climbed in"."""
    return bool(p.subject) and (
        p.subject[0].is_function or lexicon.category(p.subject[0].lemma) in {"person", "animal"}
    )


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
