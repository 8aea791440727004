"""How two numbers of the same thing stand: the same, at ease with one another, different, or beyond judgement."""

import math
from enum import StrEnum

from counterpoint.engine.details import Exactness, Kind, Quantity

_BOUNDS = frozenset({Exactness.AT_LEAST, Exactness.AT_MOST})
_ABOUT = 0.1  # "about 300" and 275
_SAME_CEILING = 0.2  # "up to 100" and "up to 110"
_CONVERTED = 0.04  # miles into kilometres, as news round them
_ROUNDED = 0.03  # 1,204 reported as 1,200
_ROUND_FROM = 100  # below it a number in news is counted, not rounded: 30 and 31 countries differ
_VAGUE = 2.0  # "several" and 12: how far beyond its own bounds a vague word must be to differ
_YOUNG = 3  # years; below it ages are given in months or rounded to years

_SPELLS, _MONTH = 0.1, 2_629_800  # "60 days", "two months"; a month in seconds


class Standing(StrEnum):
    """How two values stand to one another."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
    OPEN = "open"  # nothing can be said


def compare_values(a: Quantity, b: Quantity) -> Standing:
    """How the numbers of two quantities of the same thing stand, by their ranges, exactness and rounding."""
    if (a.low, a.high) == (b.low, b.high):
        return Standing.EQUAL
    if a.kind is Kind.SCORE or a.kind is Kind.ORDINAL:
        return Standing.DIFFERENT
    if a.kind is Kind.AGE and max(a.high, b.high) < _YOUNG and int(a.low) == int(b.low):
        in_years = a.low == int(a.low) or b.low == int(b.low)  # "17 months" and "one year", not "13 months" and "16"
        return Standing.COMPATIBLE if in_years else Standing.DIFFERENT
    if _is_range(a) and _is_range(b):
        return _ranges(a, b)
    if _is_range(a) or _is_range(b):
        return _in_range(a, b) if _is_range(a) else _in_range(b, a)
    return _points(a, b)


def _is_range(quantity: Quantity) -> bool:
    return quantity.low != quantity.high


def _is_vague(quantity: Quantity) -> bool:
    """Whether a word like "dozens" gave the range."""
    return _is_range(quantity) and quantity.exactness is Exactness.ABOUT and quantity.high > 2 * quantity.low


def _ranges(a: Quantity, b: Quantity) -> Standing:
    if _is_vague(a) or _is_vague(b):
        apart = a.low > _VAGUE * b.high or b.low > _VAGUE * a.high
        return Standing.DIFFERENT if apart else Standing.OPEN
    if a.kind is Kind.AGE and Exactness.ABOUT in {a.exactness, b.exactness}:
        return Standing.OPEN if a.low <= b.high and b.low <= a.high else Standing.DIFFERENT
    same = _is_near(a.low, b.low, _ROUNDED) and _is_near(a.high, b.high, _ROUNDED)
    return Standing.COMPATIBLE if same else Standing.DIFFERENT


def _in_range(a: Quantity, b: Quantity) -> Standing:
    """A range against a single number."""
    if _is_vague(a):
        if b.low > _VAGUE * a.high or b.low * _VAGUE <= a.low:
            return Standing.DIFFERENT
        return Standing.COMPATIBLE if a.low <= b.low <= a.high else Standing.OPEN
    slack = _ABOUT if Exactness.ABOUT in {a.exactness, b.exactness} and a.kind is not Kind.AGE else _ROUNDED
    if a.low * (1 - slack) <= b.low <= a.high * (1 + slack):
        return Standing.COMPATIBLE
    if b.exactness in _BOUNDS:
        return Standing.OPEN
    return Standing.DIFFERENT


def _points(a: Quantity, b: Quantity) -> Standing:
    x, y = a.low, b.low
    if a.exactness in _BOUNDS or b.exactness in _BOUNDS:
        return _bounded(a, b)
    if Exactness.ABOUT in {a.exactness, b.exactness}:
        return Standing.COMPATIBLE if _is_near(x, y, _ABOUT) else Standing.DIFFERENT
    if a.kind in {Kind.DISTANCE, Kind.MEASURE, Kind.RATE} and _is_near(x, y, _CONVERTED):
        return Standing.COMPATIBLE
    are_spells = a.kind is b.kind is Kind.DURATION and _is_near(x, y, _SPELLS)
    if are_spells and _is_in_months(x) != _is_in_months(y):
        return Standing.COMPATIBLE
    return Standing.COMPATIBLE if _is_rounding(x, y) else Standing.DIFFERENT


def _is_in_months(seconds: float) -> bool:
    """Whether a spell was told in months or half months, which nobody counts to the day."""
    return seconds >= _MONTH and seconds * 2 % _MONTH == 0


def _bounded(a: Quantity, b: Quantity) -> Standing:
    """As in "more than 10" and 12, which fit, and "more than 10" and 8, which do not."""
    if a.exactness in _BOUNDS and b.exactness in _BOUNDS:
        return _both_bounded(a, b)
    bound, other = (a, b) if a.exactness in _BOUNDS else (b, a)
    above = other.low >= bound.low
    if other.exactness is Exactness.ABOUT and _is_near(bound.low, other.low, _ABOUT):
        return Standing.COMPATIBLE
    if above == (bound.exactness is Exactness.AT_LEAST):
        near = max(bound.low, other.low) <= _VAGUE * min(bound.low, other.low)
        return Standing.COMPATIBLE if near else Standing.OPEN
    return Standing.DIFFERENT


def _both_bounded(a: Quantity, b: Quantity) -> Standing:
    """As in "more than 270" and "more than 200", which fit; "at least two" and "at least four" are two tolls."""
    if a.exactness is b.exactness is Exactness.AT_LEAST:
        least, most = sorted((a.low, b.low))
        is_rounded = least == _leading(most) or _is_near(least, most, _SAME_CEILING)
        return Standing.COMPATIBLE if is_rounded else Standing.DIFFERENT
    if a.exactness == b.exactness:
        return Standing.COMPATIBLE if _is_near(a.low, b.low, _SAME_CEILING) else Standing.DIFFERENT
    least, most = (a, b) if a.exactness is Exactness.AT_LEAST else (b, a)
    if _is_near(a.low, b.low, _ABOUT):
        return Standing.COMPATIBLE
    return Standing.DIFFERENT if least.low > most.low else Standing.OPEN


def _is_near(x: float, y: float, share: float) -> bool:
    return abs(x - y) <= share * max(abs(x), abs(y))


def _is_rounding(x: float, y: float) -> bool:
    """Whether one number is the other, rounded: 1,204 and 1,200, 12.5 and 12.46 million."""
    if min(x, y) < _ROUND_FROM or not _is_near(x, y, _ROUNDED):
        return False
    return abs(x - y) <= max(_step(x), _step(y)) / 2


def _leading(x: float) -> float:
    """The number down to its first digit: 200 for 270."""
    scale = 10.0 ** math.floor(math.log10(x)) if x > 0 else 1.0
    return math.floor(x / scale) * scale


def _step(x: float) -> float:
    """The place value of the last digit that is not zero: 100 for 300, 1 for 297."""
    step = 1.0
    while step < x and x % (step * 10) == 0:
        step *= 10
    return step
