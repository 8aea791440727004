"""Units and currencies beside a number: what they measure, and how large they are."""

import re
from dataclasses import dataclass

from counterpoint.engine.details import Kind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.numerals import Sentence


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit measures: the base unit that values are given in, and how many of them it holds."""

    kind: Kind
    base: str
    size: float


_DAY = 86400.0
_YEAR = 365.25 * _DAY
#: Kind and base unit, and the units of it by the entries of resources/words/units.txt.
_TABLE: tuple[tuple[Kind, str, dict[str, float]], ...] = (
    (Kind.DURATION, "second", {
        "second": 1, "minute": 60, "hour": 3600, "day": _DAY, "week": 7 * _DAY, "month": _YEAR / 12, "year": _YEAR,
        "decade": 10 * _YEAR, "century": 100 * _YEAR,
    }),
    (Kind.DISTANCE, "metre", {
        "millimetre": 0.001, "centimetre": 0.01, "metre": 1, "kilometre": 1000, "inch": 0.0254, "foot": 0.3048,
        "yard": 0.9144, "mile": 1609.344, "nautical mile": 1852, "light year": 9.4607e15,
    }),
    (Kind.MEASURE, "square metre", {
        "square metre": 1, "square kilometre": 1e6, "square foot": 0.092903, "square mile": 2.58999e6, "acre": 4046.86,
        "hectare": 1e4,
    }),
    (Kind.MEASURE, "litre", {
        "millilitre": 0.001, "litre": 1, "cubic metre": 1000, "cubic foot": 28.3168, "gallon": 3.78541,
        "barrel": 158.987,
    }),
    (Kind.MEASURE, "kilogram", {
        "milligram": 1e-6, "gram": 0.001, "kilogram": 1, "pound": 0.45359, "ounce": 0.02835, "stone": 6.35029,
        "ton": 907.185, "tonne": 1000,
    }),
    (Kind.MEASURE, "tonne of TNT", {"kiloton": 1000, "megaton": 1e6}),
    (Kind.RATE, "kilometre per hour", {
        "mile per hour": 1.609344, "kilometre per hour": 1, "metre per second": 3.6, "foot per second": 1.09728,
        "knot": 1.852,
    }),
    (Kind.SHARE, "percent", {"percent": 1}),
    (Kind.SHARE, "percentage point", {"percentage point": 1}),
    (Kind.MEASURE, "degree", {"degree": 1}),
    (Kind.MEASURE, "degree Celsius", {"degree celsius": 1}),
    (Kind.MEASURE, "degree Fahrenheit", {"degree fahrenheit": 1}),
    (Kind.MEASURE, "watt", {"watt": 1, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9}),
    (Kind.MEASURE, "kilowatt hour", {"kilowatt hour": 1}),
    (Kind.MEASURE, "volt", {"volt": 1}),
    (Kind.MEASURE, "byte", {"megabyte": 1e6, "gigabyte": 1e9, "terabyte": 1e12}),
    (Kind.MEASURE, "calorie", {"calorie": 1}),
    (Kind.MEASURE, "caliber", {"caliber": 1}),
    (Kind.MONEY, "USD", {"dollar": 1, "cent": 0.01}),
    (Kind.MONEY, "EUR", {"euro": 1}),
    (Kind.MONEY, "GBP", {"pound sterling": 1, "pence": 0.01}),
    (Kind.MONEY, "JPY", {"yen": 1}),
    (Kind.MONEY, "CNY", {"yuan": 1}),
    (Kind.MONEY, "INR", {"rupee": 1}),
    (Kind.MONEY, "RUB", {"ruble": 1}),
    (Kind.MONEY, "NGN", {"naira": 1}),
    (Kind.MONEY, "ILS", {"shekel": 1}),
    (Kind.MONEY, "MXN", {"peso": 1}),
    (Kind.MONEY, "CHF", {"franc": 1}),
    (Kind.MONEY, "SEK", {"krona": 1}),
    (Kind.MONEY, "ZAR", {"rand": 1}),
    (Kind.MONEY, "PLN", {"zloty": 1}),
    (Kind.MONEY, "UAH", {"hryvnia": 1}),
    (Kind.MONEY, "TRY", {"lira": 1}),
    (Kind.MONEY, "AED", {"dirham": 1}),
    (Kind.MONEY, "SAR", {"riyal": 1}),
)  # fmt: skip
_UNITS = {name: Unit(kind, base, size) for kind, base, sizes in _TABLE for name, size in sizes.items()}
PERCENT = _UNITS["percent"]
INCH = _UNITS["inch"]
FOOT = _UNITS["foot"]
#: Years in the units that an age can be given in.
AGE_UNITS = {
    "year": 1.0, "years": 1.0, "yr": 1.0, "yrs": 1.0, "month": 1 / 12, "months": 1 / 12, "week": 7 / 365.25,
    "weeks": 7 / 365.25, "day": 1 / 365.25, "days": 1 / 365.25,
}  # fmt: skip
_CODES = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₦": "NGN", "₹": "INR", "₽": "RUB", "₪": "ILS",
    "₩": "KRW", "₺": "TRY", "₴": "UAH", "Rs": "INR", "Rs.": "INR", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
}  # fmt: skip
_SIGN = re.compile(r"(?:\b(?:US|AU?|CA?|NZ|HK|S|R))?[$€£¥₦₹₽₪₩₺₴]\s?$|\b(?:Rs\.?|USD|EUR|GBP)\s?$")
_SIGN_REACH = 6
#: Abbreviations that are words or letters of their own: units only where no space parts them from the figure.
_APART = frozenset("km mm cm kg ft lb lbs mi oz mph kph gb mb tb kw mw gw ha".split())
_SHORT = 2


def find_unit(sentence: Sentence, last: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit that follows word `last`, and the unit's own last word (`last` itself for "%")."""
    after = sentence.after(last, 2)
    if after[:1] == "%" or after == " %":
        return PERCENT, last
    if after in {"°C", "°F"}:
        return _UNITS["degree celsius" if after == "°C" else "degree fahrenheit"], last + 1
    gap = sentence.gap(last)
    if gap not in {" ", "-", "", "‑", "\xa0"}:
        return None
    for length in (3, 2, 1):
        at = last + length
        if at >= len(sentence.words) or any(sentence.gap(k) not in {" ", "-", "/"} for k in range(last + 1, at)):
            continue
        written = " ".join(sentence.lows[last + 1 : at + 1])
        entry = lexicon.listed("units", written)
        if entry in _UNITS and (gap == "" or len(written) > _SHORT or written in _APART):
            return _UNITS[entry], at
    return None


def find_currency(sentence: Sentence, first: int) -> tuple[str, int] | None:
    """The ISO 4217 code of the currency sign before word `first`, and the sign's length."""
    sign = _SIGN.search(sentence.before(first, _SIGN_REACH))
    return (_CODES.get(sign.group().strip(), "USD"), len(sign.group())) if sign else None


def is_unit(noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun is a unit: "days" count nothing else."""
    return lexicon.listed("units", noun) is not None
