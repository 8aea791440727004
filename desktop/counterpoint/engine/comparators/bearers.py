"""Whose age it is: "Ana Reyes, a 34-year-old pilot" and "Pilot Ana Reyes, 43", "a boy, 5" and "a 14-year-old girl"."""

import re

from counterpoint.engine.comparators.people import KINDS, are_people, differ_in_kind, kinship
from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.comparators.surroundings import context
from counterpoint.engine.details import Exactness, Kind, Name, NameKind, Quantity
from counterpoint.engine.lexicons import Lexicon

_NAMED = 0.9  # ages of one person by name
_UNNAMED = 0.55  # no noun on one side
_NAMELESS = 0.45  # a surname on one side, a noun on the other
_IN_OTHER_ROLES = 0.45  # "the 14-year-old boy" and "his 14-year-old son"
_STRANGERS = 0.0
_NEARNESS = ((1, 1.0), (2, 0.9), (5, 0.7), (10, 0.3), (1000, 0.2))  # by the years between
_NAMED_AFTER = re.compile(r",?\s(?:\w+\s)?(?:named |called |identified as )?(?:[A-Z][\w.'’-]*\s)*")
_NAMED_BEFORE = re.compile(r",?\s(?:is |was )?(?:an? |the )?")
_NOT_PEOPLE = frozenset({NameKind.PLACE, NameKind.ORGANISATION})
_CLOSEST = 60  # code points between an age and the name
#: Between a name and an age that follows it: "Ana Reyes, a pilot who is 34 years old".
_AFTER_NAME = re.compile(
    r"(?:,| \(|,? who)? ?(?:(?:is|was) )?(?:now |just |only )?"
    r"(?:an? (?:[a-z][\w-]*,? (?:from [A-Z][\w-]*,? )?){1,2}(?:who (?:is|was)|aged|of) |an? |aged |age )?"
)
#: Between an age and a name that follows it: "34-year-old Ana Reyes", "the 34-year-old pilot, Ana Reyes,".
_BEFORE_NAME = re.compile(r" (?:named |called |identified as )?")
#: Before an age: "The driver, ", "the bus driver, Ana Reyes, a ".
_TITLED = re.compile(
    r"\b[Tt]he (?:[a-z-]+ ){0,2}(?P<title>[a-z]+), (?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*, )?"
    r"(?:who is |aged )?(?:an? )?$"
)
_NAME_CLOSES = re.compile(r"\s*(?:[,;)—–]|\.?$)")


def are_of_one(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> bool | None:
    """Whether two ages are of one named person; None where a name stands by one of them at most."""
    bearers = find_bearer(a, sides[0]), find_bearer(b, sides[1])
    return bearers[0] == bearers[1] if all(bearers) else None


def compare_bearers(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely (0 to 1) two ages are one person's."""
    is_one = are_of_one(a, b, sides)
    if is_one is None:
        return _nouns(a, b, sides, lexicon) * (0.5 + 0.5 * context(a, b, sides))
    return _NAMED if is_one else _STRANGERS


def age_nearness(a: Quantity, b: Quantity) -> float:
    """How likely different ages, by the years between them alone, are one person's: accounts err by a year or two."""
    apart = abs(a.low - b.low)
    return next(weight for most, weight in _NEARNESS if apart <= most)


@once
def _people(side: Side) -> tuple[Name, ...]:
    return tuple(detail for detail in side.details if isinstance(detail, Name) and detail.kind not in _NOT_PEOPLE)


def find_bearer(age: Quantity, side: Side) -> str:
    """The entity whose age it is; "" where no name stands by it."""
    if age.kind is not Kind.AGE:
        return ""
    near = (name for name in _people(side) if _is_beside(age, name, side))
    return next((name.value for name in near), "")


def _is_beside(age: Quantity, name: Name, side: Side) -> bool:
    if age.span.overlaps(name.span):
        return name.span.start > age.number.start  # "34-year-old Ana Reyes"
    if 0 <= age.span.start - name.span.end <= _CLOSEST:
        return bool(_AFTER_NAME.fullmatch(side.text, name.span.end, age.span.start))
    if not 0 <= name.span.start - age.span.end <= _CLOSEST:
        return False
    if side.text[age.span.end : name.span.start] == ", ":
        return bool(_NAME_CLOSES.match(side.text, name.span.end, side.span.end))
    return bool(_BEFORE_NAME.fullmatch(side.text, age.span.end, name.span.start))


def _title(age: Quantity, side: Side) -> str:
    """What the bearer of an age is called before it: "the driver, a 63-year-old father"."""
    title = _TITLED.search(side.text, side.span.start, age.span.start)
    return title["title"] if title else ""


def _nouns(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """By the nouns beside the ages."""
    title = _title(a, sides[0])
    if (a.noun and a.noun == b.noun) or (title and title == _title(b, sides[1])):
        return 1.0
    if _are_two(a, b, sides, lexicon):
        return _STRANGERS
    if _is_named(a.noun, lexicon) or _is_named(b.noun, lexicon):
        return _NAMELESS
    if not a.noun or not b.noun:
        return _UNNAMED
    known = kinship(a.noun, b.noun, lexicon)
    are_both = are_people(a.noun, lexicon) == are_people(b.noun, lexicon)
    return max(known, _IN_OTHER_ROLES) if are_both else known


def _are_two(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether the words tell two persons apart, or one from several."""
    if _is_elsewhere(a, b, sides[1]) or _is_elsewhere(b, a, sides[0]):
        return True
    if _is_named(a.noun, lexicon) and _is_named(b.noun, lexicon):
        return True
    if _is_of_several(a) or _is_of_several(b):
        return not (a.noun and b.noun and kinship(a.noun, b.noun, lexicon) >= KINDS)
    return differ_in_kind(a.noun, b.noun)


def _is_of_several(age: Quantity) -> bool:
    """Whether a range of ages is that of several people: "between 5 and 7 years old", not "in his 20s"."""
    return age.low != age.high and age.exactness is Exactness.EXACT


def _is_elsewhere(one: Quantity, other: Quantity, side: Side) -> bool:
    """Whether the bearer of one age is somebody else than the bearer of the other age on the other side.

    "The pianist posed with 21-year-old Ryan Doe" and "the 29-year-old pianist posed with Doe" tell of two persons.
    """
    if not one.noun:
        return False
    for word in side.words:
        if word.text.lower() != one.noun or other.span.overlaps(word.span):
            continue
        is_after = word.span.start >= other.span.end
        ends = (other.span.end, word.span.start) if is_after else (word.span.end, other.span.start)
        if not (_NAMED_AFTER if is_after else _NAMED_BEFORE).fullmatch(side.text, *ends):
            return True
    return False


def _is_named(noun: str, lexicon: Lexicon) -> bool:
    """Whether the bearer of an age is a surname rather than a noun."""
    return bool(noun) and not lexicon.category(noun) and not lexicon.listed("counted", noun)
