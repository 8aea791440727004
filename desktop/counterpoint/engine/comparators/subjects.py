"""Whether two quantities are of the same thing: the counted nouns, what befell those counted, and the words around."""

import re

from counterpoint.engine.comparators.bearers import age_nearness, compare_bearers
from counterpoint.engine.comparators.people import SYNONYMS, are_people, differ_in_sex, kinship
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.comparators.surroundings import context
from counterpoint.engine.details import Kind, Name, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.numerals import FIRSTS

_BARE = 0.4  # none on either
_UNNAMED = 0.55  # no noun on one side
_ONE_NUMBER = 0.6  # people called differently, as many and of one fate
_ONE_FATE = 0.8  # the same, but the fate is: "seven people were hurt" and "6 hurt"
_ONE_SPELL = 0.5  # "two days of mourning" and "three days of mourning", whatever the verbs
_STRANGERS = 0.0
#: Fates of which one may be told for the other: charged people were arrested, people who were shot are hurt.
_AKIN_FATES = {
    frozenset(pair.split())
    for pair in (
        "shot injured", "shot dead", "shot hospitalised", "injured hospitalised", "freed rescued", "abducted missing",
        "arrested charged", "arrested jailed", "convicted jailed", "stabbed injured", "stabbed dead", "burned injured",
        "burned dead", "evacuated displaced", "evacuated rescued", "displaced homeless", "trapped rescued",
        "charged convicted",
    )
}  # fmt: skip
#: Weights by the smaller number's share of the larger.
_NEARNESS = ((0.7, 1.0), (0.5, 0.9), (0.3, 0.75), (0.15, 0.55), (0.0, 0.35))
#: How surely people, and things, are the same whatever the words around them: a story has many people.
_COUNTED, _THINGS = 0.5, 0.65
_ANOTHER_EVENT = 0.25
_UNRELATED = re.compile(
    r"\b(?:unrelated|(?:separate|similar|another|earlier) (?:incident|shooting|attack|case|blast|crash|event))\b",
    re.IGNORECASE,
)
_PAST_EVENT = re.compile(
    r"\b(?:in previous|years? ago|in an earlier|in (?:\w+ )?(?:1[89]|20)\d\d"
    r"|last (?:year|spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b",
    re.IGNORECASE,
)
_NONE_AGAINST_SOME = 0.9
_REST = frozenset({"other", "more", "additional", "further"})


def sameness(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely (0 to 1) both quantities are of the same thing; 0 where they can't be compared."""
    if a.kind is not b.kind or a.unit != b.unit:
        return _STRANGERS
    if _tells_of(_UNRELATED, sides[0]) != _tells_of(_UNRELATED, sides[1]):
        return _STRANGERS
    is_one_event = _tells_of(_PAST_EVENT, sides[0]) == _tells_of(_PAST_EVENT, sides[1])
    return _likeness(a, b, sides, lexicon) * (1.0 if is_one_event else _ANOTHER_EVENT)


def _likeness(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    around = context(a, b, sides)
    if a.kind is Kind.COUNT:
        are_things = bool(a.noun and b.noun) and not (are_people(a.noun, lexicon) or are_people(b.noun, lexicon))
        fates = 1.0 if are_things and a.fate == b.fate else _fates(a.fate, b.fate)
        alone = _THINGS if are_things else _COUNTED
        return _nouns(a, b, lexicon) * fates * _modifiers(a, b, lexicon) * (alone + (1 - alone) * around)
    if a.kind is Kind.AGE:
        return compare_bearers(a, b, sides, lexicon)
    if a.kind is Kind.ORDINAL:
        is_one_thing = _nouns(a, b, lexicon) >= SYNONYMS and (min(a.low, b.low) > 1 or _is_maiden(a, b, sides))
        return around if is_one_thing else _STRANGERS
    if not a.noun or not b.noun:
        return 0.85 * around
    is_one_spell = a.kind is Kind.DURATION and a.noun == b.noun and not _are_apart(sides)
    return max(around, _ONE_SPELL if is_one_spell else 0.0) if _nouns(a, b, lexicon) else _STRANGERS


def _is_maiden(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> bool:
    """Whether one is the first of its sort for certain: "maiden flight", not "the first victim"."""
    return any(q.number.of(side.text).lower() in FIRSTS for q, side in zip((a, b), sides, strict=True))


def _are_apart(sides: tuple[Side, Side]) -> bool:
    """Whether both claims name places or people, and no one of them is in both."""
    ours, theirs = ({d.value for d in side.details if isinstance(d, Name)} for side in sides)
    return bool(ours and theirs) and not ours & theirs


def nearness(a: Quantity, b: Quantity) -> float:
    """How likely different numbers are, by their sizes alone, to be of one thing: 35 and 31 are, 12 and 150 hardly."""
    if a.kind is Kind.AGE:
        return age_nearness(a, b)
    if a.kind is Kind.ORDINAL:
        return 1.0
    small, large = sorted((a.low + a.high, b.low + b.high))
    if not small:
        return _NONE_AGAINST_SOME
    return next(weight for least, weight in _NEARNESS if small >= least * large)


def _nouns(a: Quantity, b: Quantity, lexicon: Lexicon) -> float:
    if a.noun and b.noun:
        known = kinship(a.noun, b.noun, lexicon)
        return known or (_ONE_NUMBER if _are_as_many(a, b, lexicon) else _STRANGERS)
    if a.fate and a.fate == b.fate:
        return _ONE_FATE
    return _UNNAMED if a.noun or b.noun else _BARE


def _are_as_many(a: Quantity, b: Quantity, lexicon: Lexicon) -> bool:
    """Whether as many people met the same fate, whatever they are called: "seven attackers", "seven militants"."""
    same = a.fate and a.fate == b.fate and (a.low, a.high) == (b.low, b.high)
    are_one_sex = not differ_in_sex(a.noun, b.noun)
    return bool(same) and are_one_sex and are_people(a.noun, lexicon) and are_people(b.noun, lexicon)


def _fates(a: str, b: str) -> float:
    if a == b:
        return 1.0 if a else 0.85
    if not a or not b:
        return 0.75
    return 0.7 if frozenset((a, b)) in _AKIN_FATES else _STRANGERS


def _modifiers(a: Quantity, b: Quantity, lexicon: Lexicon) -> float:
    """Less than 1 where the words before the nouns may tell different things apart: French and British soldiers."""
    ours, theirs = set(a.modifiers) - _REST, set(b.modifiers) - _REST
    if any(lexicon.are_opposite(x, y) for x in ours for y in theirs) or _are_foreign(ours, theirs, lexicon):
        return _STRANGERS
    part = 1.0 if is_rest(a) == is_rest(b) else 0.7
    if ours and theirs and not ours & theirs:
        return 0.5 * part
    return part if bool(ours) == bool(theirs) else 0.9 * part


def _are_foreign(ours: set[str], theirs: set[str], lexicon: Lexicon) -> bool:
    """Whether the words name different countries: "French soldiers" and "British soldiers"."""
    lands = [{land for word in words if (land := lexicon.listed("countries", word))} for words in (ours, theirs)]
    return bool(lands[0] and lands[1]) and not lands[0] & lands[1]


def is_rest(quantity: Quantity) -> bool:
    """Whether those counted come on top of others: "three others", "another 20 people", "two additional victims"."""
    return quantity.noun == "other" or bool(_REST & set(quantity.modifiers))


def _tells_of(event: re.Pattern[str], side: Side) -> bool:
    """Whether the claim says that it tells of another event or of the past: "an unrelated shooting", "in 1991"."""
    return bool(event.search(side.text, side.span.start, side.span.end))
