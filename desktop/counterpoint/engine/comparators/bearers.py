"""Whose age it is, where a name stands by it: "Ana Reyes, a 34-year-old pilot" and "Pilot Ana Reyes, 43"."""

import re

from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.details import Kind, Name, NameKind, Quantity

_NOT_PEOPLE = frozenset({NameKind.PLACE, NameKind.ORGANISATION})
_CLOSEST = 60  # code points between an age and the name
#: Between a name and an age that follows it: "Ana Reyes, a pilot who is 34 years old".
_AFTER_NAME = re.compile(
    r"(?:,| \(|,? who)? ?(?:(?:is|was) )?(?:now |just |only )?"
    r"(?:an? (?:[a-z][\w-]*,? (?:from [A-Z][\w-]*,? )?){1,2}(?:who (?:is|was)|aged|of) |an? |aged |age )?"
)
#: Between an age and a name that follows it: "34-year-old Ana Reyes", "the 34-year-old pilot, Ana Reyes,".
_BEFORE_NAME = re.compile(r" (?:named |called |identified as )?")
_NAME_CLOSES = re.compile(r"\s*(?:[,;)—–]|\.?$)")


def are_of_one(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> bool | None:
    """Whether two ages are of one named person; None where a name stands by one of them at most."""
    bearers = find_bearer(a, sides[0]), find_bearer(b, sides[1])
    return bearers[0] == bearers[1] if all(bearers) else None


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
