"""Words of opposite meaning in the same slot."""

from counterpoint.engine.clauses import Predicate, find_predicates
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import difference, holding, is_denied, sameness
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.words import Word


def compare_opposites(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Opposite words ("killed" / "survived") of the same subject, or acting upon the same object."""
    pairs = _pairs(a, b, lexicon)
    if not pairs:
        return ()
    ours = find_predicates(a.text, a.span, a.words, lexicon)
    theirs = find_predicates(b.text, b.span, b.words, lexicon)
    found: list[Finding] = []
    for mine, other in pairs:
        p, q = holding(ours, mine.span), holding(theirs, other.span)
        if not p or not q or is_denied(mine.span, a) or is_denied(other.span, b):
            continue
        strength = _strength((mine, p), (other, q), (a, b), lexicon)
        finding = difference(Aspect.OPPOSITE, (mine.span, other.span), (a, b), strength, ": words of opposite meaning")
        if strength and finding:
            found.append(finding)
    return tuple(found)


def are_opposed(a: Word, b: Word, lexicon: Lexicon) -> bool:
    """Whether two words mean the opposite, in their own form ("guilty", "armed") or in their normal form."""
    return any(_oppose(x, y, lexicon) for x in _forms(a) for y in _forms(b))


def _forms(word: Word) -> tuple[str, ...]:
    lower = word.text.lower()
    return (word.lemma,) if lower == word.lemma else (word.lemma, lower)


def _oppose(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two forms are opposites, themselves or as kinds of one pole ("soar" as "rise")."""
    if lexicon.are_opposite(a, b) or _are_counterparts(a, b, lexicon):
        return not (lexicon.listed("contrasts", a) and lexicon.listed("contrasts", b))
    x, y = lexicon.listed("poles", a) or a, lexicon.listed("poles", b) or b
    return (x, y) != (a, b) and (_is_curated(x, y, lexicon) or _are_counterparts(x, y, lexicon))


def _is_curated(a: str, b: str, lexicon: Lexicon) -> bool:
    return lexicon.listed("opposites", a) == b or lexicon.listed("opposites", b) == a


def _are_counterparts(a: str, b: str, lexicon: Lexicon) -> bool:
    return a != b and (lexicon.listed("counterparts", a) == b or lexicon.listed("counterparts", b) == a)


def _pairs(a: Side, b: Side, lexicon: Lexicon) -> list[tuple[Word, Word]]:
    ours = [word for word in a.words if not word.is_function]
    theirs = [word for word in b.words if not word.is_function]
    lemmas = ({word.lemma for word in ours}, {word.lemma for word in theirs})
    return [
        (mine, other)
        for mine in ours
        if mine.lemma not in lemmas[1]
        for other in theirs
        if other.lemma not in lemmas[0] and are_opposed(mine, other, lexicon)
    ]


def _strength(
    ours: tuple[Word, Predicate], theirs: tuple[Word, Predicate], sides: tuple[Side, Side], lexicon: Lexicon
) -> float:
    (mine, p), (other, q) = ours, theirs
    subjects = sameness(p.subject, q.subject, sides, lexicon)
    objects = sameness(p.undergoers, q.undergoers, sides, lexicon)
    is_verb = p.main == mine.span, q.main == other.span
    if all(is_verb):
        return 0.8 * max(subjects, objects)
    if any(is_verb):
        return 0.5 * subjects
    return 0.6 * min(subjects, 1.0 if p.verb == q.verb else 0.5)
