"""Whether two quantities are of the same thing: the counted nouns, what befell those counted, and the words around."""

import re

from counterpoint.engine.comparators.bearers import age_nearness, compare_bearers
from counterpoint.engine.comparators.people import KINDS, SYNONYMS, are_people, differ_in_sex, kinship
from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.comparators.surroundings import context
from counterpoint.engine.details import Kind, Name, NameKind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.measures import EXTENTS
from counterpoint.engine.numbers.nouns import singular
from counterpoint.engine.numbers.numerals import FIRSTS

_BARE = 0.4  # none on either
_UNNAMED = 0.55  # no noun on one side
_ONE_NUMBER = 0.6  # people called differently, as many and of one fate
_ONE_FATE = 0.8  # the same, but the fate is: "seven people were hurt" and "6 hurt"
ONE_SPELL = 0.5  # "two days of mourning" and "three days of mourning", whatever the verbs
_STRANGERS = 0.0
#: Fates of which one may be told for the other: charged people were arrested, people who were shot are hurt.
_AKIN_FATES = {
    frozenset(pair.split())
    for pair in (
        "shot injured", "shot dead", "shot hospitalised", "injured hospitalised", "freed rescued", "abducted missing",
        "arrested charged", "arrested jailed", "convicted jailed", "stabbed injured", "stabbed dead", "burned injured",
        "burned dead", "evacuated displaced", "evacuated rescued", "displaced homeless", "trapped rescued",
        "charged convicted", "saved rescued", "saved freed",
    )
}  # fmt: skip
#: Weights by the smaller number's share of the larger.
_NEARNESS = ((0.7, 1.0), (0.5, 0.9), (0.3, 0.75), (0.15, 0.55), (0.02, 0.35), (0.0, 0.1))
#: How surely people, and things, are the same whatever the words around them: a story has many people.
_COUNTED, _THINGS = 0.5, 0.65
_ANOTHER_EVENT = 0.25
_LINE_ON_ONE_SIDE, _SAME_LINE = 0.4, 0.5  # sums that are not of one order
_UNRELATED = re.compile(
    r"\b(?:unrelated|aftershocks?"
    r"|(?:separate|similar|another|earlier) (?:incident|shooting|attack|case|blast|crash|event))\b",
    re.IGNORECASE,
)
_PAST_EVENT = re.compile(
    r"\b(?:in previous|years? ago|in an earlier|(?:in|of) (?:\w+ )?(?:1[89]|20)\d\d|since (?:1[89]|20)\d\d, when"
    r"|last (?:year|spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r" (?:in|at|near|across) (?:the )?")
_CHANGED_BY = re.compile(
    r"\b(?:cut|reduc|slash|lower|rais|r[io]se|fell|fall|drop|increas|grow|grew|climb|jump|shr[iau]nk|delay|extend|shorten)"
    r"[a-z]*\b[^.;,]{0,50}\bby (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_SHORT = re.compile(r" (?:short|shy|behind|ahead)\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"\b(?:(?P<minor>minor|slight|light|non-life-threatening|not life-threatening)"
    r"|serious|severe|critical|life-threatening)(?:ly)? (?:injur|wound|hurt)",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\b(?:a|the) (?:second|other)\b|\banother\b", re.IGNORECASE)
_DEGREE_REACH = 50
_ALONE_BEFORE = re.compile(r"\b(?:on|in|at|during) [^.;,]{1,25} alone,? (?:\w+ ){0,2}$", re.IGNORECASE)
_ALONE_AFTER = re.compile(r" (?:\w+ )?(?:on|in|at|during) [^.;,]{1,25} alone\b", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:capacity|quota|limited to|average of|maximum|minimum)\b[^.;,]{0,20}$", re.IGNORECASE)
_NORM = re.compile(
    r"\b(?:limit|cap|ceiling|capacity|target|goal|quota|threshold|average|minimum|maximum|normally|usually)\b"
    r"[^.;,]{0,40}$",
    re.IGNORECASE,
)
_AMOUNT_BEFORE, _AMOUNT_AFTER = 7, 4  # words to either side of an amount that tell what it is of
_NONE_AGAINST_SOME = 0.9
_REST = frozenset({"other", "more", "additional", "further"})


def sameness(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely (0 to 1) both quantities are of the same thing; 0 where they can't be compared."""
    if a.kind is not b.kind or a.unit != b.unit:
        return _STRANGERS
    if _tells_of(_UNRELATED, sides[0]) != _tells_of(_UNRELATED, sides[1]):
        return _STRANGERS
    if _is_norm(sides[0], a) != _is_norm(sides[1], b):
        return _STRANGERS
    if _are_of_several(a, b, sides) or _are_elsewhere(a, b, sides):
        return _STRANGERS
    if _is_delta(sides[0], a) != _is_delta(sides[1], b) or _degree(sides[0], a) != _degree(sides[1], b):
        return _STRANGERS
    return _likeness(a, b, sides, lexicon) * (1.0 if may_be_one_event(sides) else _ANOTHER_EVENT)


def may_be_one_event(sides: tuple[Side, Side]) -> bool:
    """Whether both claims or none of them say that they tell of the past: "last year's strike"."""
    return _tells_of(_PAST_EVENT, sides[0]) == _tells_of(_PAST_EVENT, sides[1])


def _are_of_several(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> bool:
    """Whether the claims are of two of several things, or of all and a part: "the first bomb", "the second bomb"."""
    if _is_of_part(sides[0], a) != _is_of_part(sides[1], b):
        return True
    return _is_of_series(a, b, sides) or (a.kind is not Kind.ORDINAL and _are_of_ranks(sides))


@once
def _is_of_part(side: Side, quantity: Quantity) -> bool:
    """Whether the number is that of a part which it names: "on Friday alone 96 flights", "31 in January alone"."""
    before = _ALONE_BEFORE.search(side.text, side.span.start, quantity.span.start)
    return bool(before or _ALONE_AFTER.match(side.text, quantity.span.end, side.span.end))


def _is_of_series(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> bool:
    """Whether one of them is the first of several: "one boom, and then a second", "two booms"."""
    several = max(a.low, b.low) > 1 and a.kind is Kind.COUNT
    return several and any(q.high == 1 and _has_second(side, q) for q, side in zip((a, b), sides, strict=True))


@once
def _has_second(side: Side, quantity: Quantity) -> bool:
    return bool(_SECOND.search(side.text, quantity.span.end, side.span.end))


def _are_elsewhere(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> bool:
    """Whether each number is of one place, not of the same: "nine people in Haiti", "two people in Cuba"."""
    if a.kind is not Kind.COUNT:
        return False
    places = [_place(side, q) for q, side in zip((a, b), sides, strict=True)]
    return bool(places[0] and places[1]) and places[0] != places[1]


@once
def _place(side: Side, quantity: Quantity) -> str:
    start = _IN_PLACE.match(side.text, quantity.span.end, side.span.end)
    at = start.end() if start else -1
    names = (d for d in side.details if isinstance(d, Name) and d.kind is NameKind.PLACE and d.span.start == at)
    return next((name.value for name in names), "")


def _are_of_ranks(sides: tuple[Side, Side]) -> bool:
    """Whether the claims are of the first and of the second of some things: "the first bomb", "the second bomb"."""
    ours, theirs = (
        {d.noun: d.low for d in side.details if isinstance(d, Quantity) and d.kind is Kind.ORDINAL} for side in sides
    )
    return any(ours[noun] != theirs[noun] for noun in ours.keys() & theirs.keys())


@once
def _is_delta(side: Side, quantity: Quantity) -> bool:
    """Whether the number is by how much something changed or fell short: "cut costs by $1,000", "three votes short"."""
    before = _CHANGED_BY.search(side.text, side.span.start, quantity.span.start)
    return bool(before or _SHORT.match(side.text, quantity.span.end, side.span.end))


@once
def _degree(side: Side, quantity: Quantity) -> str:
    """How badly those counted were hurt, "" where it is not said: "treated for minor injuries"."""
    if quantity.kind is not Kind.COUNT:
        return ""
    told = _DEGREE.search(side.text, quantity.number.end, min(side.span.end, quantity.span.end + _DEGREE_REACH))
    return "" if told is None else "minor" if told["minor"] else "serious"


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
    if _are_other_amounts(a, b, sides, lexicon):
        return _STRANGERS
    if not a.noun or not b.noun or (a.noun in EXTENTS) != (b.noun in EXTENTS):
        return 0.85 * around * (_LINE_ON_ONE_SIDE if _is_line_told_once(a, b, sides, lexicon) else 1.0)
    known = _nouns(a, b, lexicon)
    is_one_spell = a.kind is Kind.DURATION and known >= KINDS and not are_apart(sides)
    return max(around, ONE_SPELL if is_one_spell else 0.0) if known else _STRANGERS


@once
def _is_norm(side: Side, quantity: Quantity) -> bool:
    """Whether the number is how much there may or should be: "the speed limit is 40", "a capacity of 500"."""
    norm = _LIMIT if quantity.kind is Kind.COUNT else _NORM
    return quantity.kind is not Kind.AGE and bool(norm.search(side.text, side.span.start, quantity.span.start))


def _are_other_amounts(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether the words beside two amounts tell them apart: a loss and a profit."""
    if a.kind not in {Kind.MONEY, Kind.SHARE}:
        return False
    ours, theirs = (_amount(q, side, lexicon) for q, side in zip((a, b), sides, strict=True))
    return bool(ours and theirs) and ours != theirs


def _is_line_told_once(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether only one says what its amount is of: "owes £290 million", "turned over £1.1bn"."""
    if a.kind is not Kind.MONEY or min(a.high, b.high) > _SAME_LINE * max(a.high, b.high):
        return False
    return bool(_amount(a, sides[0], lexicon)) != bool(_amount(b, sides[1], lexicon))


def _amount(quantity: Quantity, side: Side, lexicon: Lexicon) -> str:
    """The entry of the list "amounts" whose word stands nearest before the amount, else after it."""
    before = [word for word in reversed(side.words) if word.span.end <= quantity.span.start][:_AMOUNT_BEFORE]
    after = [word for word in side.words if word.span.start >= quantity.number.end][:_AMOUNT_AFTER]
    forms = (form for w in (*before, *after) for form in (w.text.lower(), w.lemma, singular(w.text, lexicon)))
    return next((entry for form in forms if (entry := lexicon.listed("amounts", form))), "")


def _is_maiden(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> bool:
    """Whether one is the first of its sort for certain: "maiden flight", not "the first victim"."""
    return any(q.number.of(side.text).lower() in FIRSTS for q, side in zip((a, b), sides, strict=True))


def have_others(sides: tuple[Side, Side]) -> bool:
    """Whether each claim names somebody or something that the other does not."""
    return _names_more(*sides) and _names_more(*sides[::-1])


def _names_more(side: Side, other: Side) -> bool:
    known = {d.value for d in other.details if isinstance(d, Name)} | {word.text.lower() for word in other.words}
    names = (d for d in side.details if isinstance(d, Name) and d.value not in known)
    return any(name.span.of(side.text).lower().split()[-1] not in known for name in names)


def are_apart(sides: tuple[Side, Side]) -> bool:
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
