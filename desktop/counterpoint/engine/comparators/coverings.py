"""What one claim denies and the other says in another construction: "is not the head", "Chairman Ruiz"."""

from collections.abc import Iterator, Sequence

from counterpoint.engine.certainties import act_of
from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.comparators.slots import (
    SYNONYMS,
    at,
    contents,
    is_conditional,
    is_name,
    key,
    predicates_of,
    sameness,
)
from counterpoint.engine.details import Aspect, Polarity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import PREPOSITIONS, PRONOUNS
from counterpoint.engine.words import Word

_MOST_MISSING = 0.2  # share of a denying claim's content words that the other may lack
_CALLED = 0.6  # where it is called what is denied, or stands with where it is denied to belong
_LINKS = frozenset("s based in at of for from".split())
_BY_WORDS = 0.45  # two in three of such pairs of the Stanford negation set contradict one another
_ROOT = 5  # letters
_NEAR = 6  # words between a name and what it is called: "Ana Ruiz, who since May has been the chairman"
_AROUND = 5  # content words on either side of a noun of action that may say whose it is
_AIMS = frozenset("seek demand request threaten propose consider accuse suspect plan want urge oppose fear".split())
#: Verbs that only say that their subject was: "the match did not take place".
_BEING = frozenset("occur happen exist hold".split())
#: Prepositions of one sense: "in the 18th century" is not "of the 18th century".
_SENSES = {
    **dict.fromkeys("in on at during inside within near amid".split(), "in"),
    **dict.fromkeys("to into toward towards onto against".split(), "to"),
}


def covered_share(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """The share of what stands with the first act that the other claim has in the same place; 1 of nothing."""
    wanted = [word for word in (*p.objects, *p.rest, *p.agents) if not word.is_function]
    if not wanted:
        return 1.0
    given = [word for word in sides[1].words if not word.is_function]
    place = next((n for n, word in enumerate(given) if word.span.overlaps(q.main)), 0)
    near = given[max(0, place - _AROUND) : place + _AROUND + 1]
    found = 0
    for word in wanted:
        is_attached = p.is_copula or _preposition(word, sides[0]) == "of"  # "governor of Para", "deepest in the world"
        found += any(_tells(word, other, sides, lexicon) for other in (near if is_attached else given))
    return found / len(wanted)


def _tells(word: Word, other: Word, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    if key(word, sides[0]) != key(other, sides[1]) and lexicon.kinship(word.lemma, other.lemma) < SYNONYMS:
        return False
    ours, theirs = _preposition(word, sides[0]), _preposition(other, sides[1])
    return not ours or not theirs or _SENSES.get(ours, ours) == _SENSES.get(theirs, theirs)


def _preposition(word: Word, side: Side) -> str:
    """The preposition that leads to the word's phrase, "" where none does or another word than a noun's is between."""
    before = [other for other in side.words if other.span.end <= word.span.start][-4:]
    for other in reversed(before):
        lower = other.text.lower()
        if lower in PREPOSITIONS:
            return lower
        if other.is_function and lower not in {"the", "a", "an", "its", "his", "her", "their", "s"}:
            return ""
    return ""


def find_covered(denial: Polarity, sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[tuple[Span, float]]:
    """Where the other side denies nothing and has all that the denying claim has, though not in clauses that fit."""
    is_denying = any(detail.aspect is Aspect.POLARITY for detail in sides[1].details)
    if is_denying or denial.span == denial.target or denial.value[:1].isdigit():
        return
    p = _denied(denial, sides[0], lexicon)
    ours = [w for w in sides[0].words if not w.is_function and not denial.span.overlaps(w.span)]
    target = next((w for w in reversed(ours) if denial.target.contains(w.span)), None)
    if p and target and _is_being(p):
        ours = [w for w in ours if w != target and w.lemma != "place"]
        target = p.subject[0] if p.subject else None
    linked = _linked(p, sides, lexicon) if p else None
    if linked:
        yield linked, _CALLED
        return
    asserted = _akin(target, sides[1], lexicon) if target else None
    if asserted is None or len(ours) < 2 or _is_unreal(asserted, sides[1], lexicon):  # noqa: PLR2004
        return
    if _has_all(ours, sides, lexicon) and (p is None or _is_bound(p, asserted, sides, lexicon)):
        yield asserted.span, _CALLED if p and p.is_copula else _BY_WORDS


def _linked(p: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> Span | None:
    """Where a name stands with the place or the house that it is denied to belong to: "the Lyon-based Elbot group"."""
    is_belonging = lexicon.listed("belongings", p.verb) is not None and (p.is_passive or not p.objects)
    is_place = p.is_copula and not p.objects and p.rest and p.main == p.span
    ends = p.rest or p.agents
    if not (is_belonging or is_place) or not p.subject or not ends or not is_name(p.subject[0], sides[0]):
        return None
    wanted = [w for w in ends if is_name(w, sides[0])]
    others = [w for w in (*p.subject, *ends) if not w.is_function and not is_name(w, sides[0])]
    if not wanted or not _has_all(others, sides, lexicon):
        return None
    words = sides[1].words
    here = [n for n, w in enumerate(words) if key(w, sides[1]) == key(p.subject[0], sides[0])]
    there = [n for n, w in enumerate(words) if any(key(w, sides[1]) == key(x, sides[0]) for x in wanted)]
    pairs = ((min(x, y), max(x, y)) for x in here for y in there if x != y)
    near = next(((x, y) for x, y in pairs if _is_joined(x, y, sides[1])), None)
    return words[near[0]].span.joined(words[near[1]].span) if near else None


def _is_joined(first: int, last: int, side: Side) -> bool:
    """Whether only words that lead from one to the other stand between: "'s", "-based", "in", "a broker at"."""
    between = side.words[first + 1 : last]
    content = [w for w in between if not w.is_function]
    has_link = any(w.text.lower() in _LINKS for w in between) or len(between) <= 1
    return (
        len(content) <= _NEAR
        and has_link
        and not any(w.lemma in {"and", "or", "but", "that", "who", "which"} for w in between)
    )


def _is_unreal(word: Word, side: Side, lexicon: Lexicon) -> bool:
    """Whether the claim only speaks of it: "seek the extradition of", "accused of the murder", "if he is elected"."""
    before = [other for other in side.words if other.span.end <= word.span.start and not other.is_function][-2:]
    stages, hedges = lexicon.lists.get("stages", {}), lexicon.lists.get("hedges", {})
    lemmas = {other.lemma for other in before if other.lemma in lexicon.verbs}
    return is_conditional(word.span, side) or any(
        lemma in _AIMS or (lemma in hedges and lemma in stages) for lemma in lemmas
    )


def _denied(denial: Polarity, side: Side, lexicon: Lexicon) -> Predicate | None:
    predicates = predicates_of(side, lexicon)
    states = (p for p in predicates if p.is_copula)
    within = (p for p in states if any(word.span.overlaps(denial.target) for word in (*p.objects, *p.rest)))
    return at(predicates, denial.target) or next(within, None)


def _is_being(p: Predicate) -> bool:
    is_event = p.verb in _BEING and (p.verb != "hold" or p.is_passive)
    return is_event or (p.verb == "take" and any(word.lemma == "place" for word in p.objects))


def _has_all(ours: Sequence[Word], sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    left = int(_MOST_MISSING * len(ours))
    names = contents(sides[1])
    for word in ours:
        if (key(word, sides[0]) not in names and _akin(word, sides[1], lexicon) is None) or _is_elsewhere(word, sides):
            left -= 1
            if left < 0:
                return False
    return True


def _is_elsewhere(word: Word, sides: tuple[Side, Side]) -> bool:
    """Whether the other claim has the name or number only after prepositions of another sense: "in", "south of"."""
    if not (is_name(word, sides[0]) or word.text[0].isdigit()):
        return False
    known = key(word, sides[0])
    same = [other for other in sides[1].words if key(other, sides[1]) == known]
    ours = _preposition(word, sides[0])
    theirs = {_preposition(other, sides[1]) for other in same}
    return (
        bool(ours and theirs)
        and "" not in theirs
        and not {_SENSES.get(x, x) for x in theirs} & {_SENSES.get(ours, ours)}
    )


def _is_bound(p: Predicate, word: Word, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether the other claim may tell the word of those of whom the act or state is denied."""
    q = at(predicates_of(sides[1], lexicon), word.span)
    if p.is_copula:
        return not p.subject or _is_called(p.subject, word, q, sides, lexicon)
    own = (p.subject,) if _is_being(p) else (p.doers, p.undergoers)
    ends = [words[0] for words in own if words and words[0].lemma not in PRONOUNS]
    if q and not q.is_copula:
        return _stand_so(p, q, sides, lexicon)
    around = _around(word, sides[1])
    is_joined = sides[1].text[word.span.start - 1 : word.span.start] == "-"  # "the Lyon-based group"
    if word.text.endswith("ed") and word.lemma in lexicon.verbs and not is_joined:
        around = [w for w in sides[1].words if w.span.end <= word.span.start and not w.is_function][-3:]
    return all(any(_tells_head(end, other, sides, lexicon) for other in around) for end in ends)


def _stand_so(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether who does it and whom it befalls stand on the same side of the verb as its voice wants."""
    is_participle = q.is_finite and not q.auxiliary and q.is_past and not q.objects  # "Hebron, located south of"
    for words, is_first in ((p.doers, not q.is_passive), (p.undergoers, q.is_passive)):
        if not words or words[0].lemma in PRONOUNS or _is_time(words[0], sides[0]):
            continue
        there = [w for w in sides[1].words if (w.span.start < q.main.start) == is_first]
        if is_participle and words == p.undergoers:
            there = [w for w in sides[1].words if w.span.end <= q.main.start and not w.is_function][-3:]
        elif is_participle and p.undergoers:
            continue
        if not any(_tells_head(words[0], other, sides, lexicon) for other in there):
            return False
    return True


def _is_time(word: Word, side: Side) -> bool:
    return any(detail.aspect is Aspect.TIME and detail.span.overlaps(word.span) for detail in side.details)


def _tells_head(word: Word, other: Word, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    is_same = key(word, sides[0]) == key(other, sides[1]) or word.lemma == other.lemma
    return is_same or lexicon.kinship(word.lemma, other.lemma) >= SYNONYMS


def _around(word: Word, side: Side) -> list[Word]:
    """The content words on either side of a noun of action, as far as a name or a noun may say whose act it is."""
    content = [other for other in side.words if not other.is_function]
    place = content.index(word)
    return content[max(0, place - _AROUND) : place + 2 * _AROUND + 1]


def _is_called(
    subject: Sequence[Word], word: Word, q: Predicate | None, sides: tuple[Side, Side], lexicon: Lexicon
) -> bool:
    """Whether the other claim calls the subject what the word says: "Ana Ruiz, the chairman", "chairman Ana Ruiz"."""
    if q and q.is_copula and sameness(q.subject, subject, sides, lexicon):
        return True
    named = {key(w, sides[0]) for w in subject[:1]}
    places = [n for n, w in enumerate(sides[1].words) if key(w, sides[1]) in named]
    here = next(n for n, w in enumerate(sides[1].words) if w == word)
    if not places:
        return True  # called by other words: nobody can tell
    return any(_is_beside(here, there, named, sides[1], lexicon) for there in places)


def _is_beside(here: int, there: int, named: set[str], side: Side, lexicon: Lexicon) -> bool:
    """Whether no other name and no other act stands between, nor another name right after the word `here`."""
    words, first, last = side.words, min(here, there), max(here, there)
    between = words[first + 1 : last]
    if len([w for w in between if not w.is_function]) > _NEAR:
        return False
    others = [
        w for w in between if is_name(w, side) and key(w, side) not in named and key(w, side) != key(words[here], side)
    ]
    verbs = [
        p
        for p in predicates_of(side, lexicon)
        if not p.is_copula and words[first].span.end <= p.main.start < words[last].span.start
    ]
    follower = words[here + 1] if here + 1 < len(words) else None
    is_taken = (
        follower is not None
        and side.text[words[here].span.end : follower.span.start] == " "
        and is_name(follower, side)
        and key(follower, side) not in {*named, key(words[here], side)}
    )
    return not others and not verbs and not is_taken


def _akin(word: Word, side: Side, lexicon: Lexicon) -> Word | None:
    """The side's word of the same meaning or the same root: "purchase" / "buy", "magistrate" / "magistracy"."""
    acts = _acts(side, lexicon)
    telling = lexicon.listed("tellings", word.lemma)
    known = (
        acts.get(act_of(word.lemma, lexicon))
        or acts.get(word.lemma[:_ROOT])
        or (acts.get(f"={telling}") if telling else None)
    )
    return known or next(
        (w for act, w in acts.items() if act == w.lemma and lexicon.kinship(word.lemma, act) >= SYNONYMS), None
    )


@once
def _acts(side: Side, lexicon: Lexicon) -> dict[str, Word]:
    """The content words by normal form, by the verb that they come from, by root and by what they tell."""
    found: dict[str, Word] = {}
    for word in side.words:
        if not word.is_function:
            telling = lexicon.listed("tellings", word.lemma) or word.lemma
            for form in (word.lemma, act_of(word.lemma, lexicon), word.lemma[:_ROOT], f"={telling}"):
                found.setdefault(form, word)
    return found
