"""Money, shares, distances, durations, speeds, weights: numbers with a unit or a currency."""

from dataclasses import replace

from counterpoint.engine.details import Kind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.meanings import Meaning
from counterpoint.engine.numbers.nouns import Noun, find_noun
from counterpoint.engine.numbers.numerals import Numeral, Sentence, read_numeral
from counterpoint.engine.numbers.units import FOOT, INCH, Unit, find_currency, find_unit, is_unit

EACH_TIME = "each time"  # ends the unit of how often something is
_BEFORE_LENGTH = frozenset("for within in after than about every per just only least over under another".split())
_AFTER_LENGTH = frozenset({"later", "after", "before", "earlier", "ago"})
#: What a length is the measure of: "130ft deep" is no rival of "12 inches wide".
_EXTENT_OF = {
    "deep": "depth", "wide": "width", "long": "length", "high": "height", "tall": "height", "thick": "thickness",
    "across": "width", "away": "distance", "apart": "distance",
}  # fmt: skip
EXTENTS = frozenset(_EXTENT_OF.values())
_AFTER_UNIT = frozenset({"long", "high", "tall", "wide", "deep", "old"})  # "a three-minute-long hearing"


def read_measure(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Meaning | None:
    """The number read with the unit or currency beside it, None where there is none."""
    if numeral.is_ordinal or not numeral.high:
        return None
    last = numeral.last
    if numeral.is_share:
        noun = _noun_of(sentence, last, lexicon) or find_noun(sentence, last + 1, lexicon, is_plural=True)
        return Meaning(numeral, Kind.SHARE, last, noun, "percent")
    if currency := find_currency(sentence, numeral.first):
        noun = find_noun(sentence, last + 1, lexicon, is_plural=False) if sentence.low(last + 1) != "of" else None
        noun = noun if noun and not is_unit(noun.form, lexicon) else _noun_of(sentence, last, lexicon)
        return Meaning(numeral, Kind.MONEY, last, noun, *currency)
    if _is_some_day(sentence, numeral):
        return None
    is_loose = sentence.low(last + 1) in {"odd", "plus"} or (numeral.is_about and sentence.low(last + 1) == "of")
    found = find_unit(sentence, last + is_loose, lexicon)  # "20-odd miles", "millions of dollars"
    return _read_unit(sentence, numeral, *found, lexicon) if found else None


def _is_some_day(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether "one day" is a day some time, no length of time: not so in "within one day", "one day later"."""
    if sentence.lows[numeral.first : numeral.last + 2] != ["one", "day"] or sentence.gap(numeral.last) == "-":
        return False
    return sentence.low(numeral.first - 1) not in _BEFORE_LENGTH and sentence.low(numeral.last + 2) not in _AFTER_LENGTH


def _read_unit(sentence: Sentence, numeral: Numeral, unit: Unit, last: int, lexicon: Lexicon) -> Meaning:
    sized = replace(numeral, low=numeral.low * unit.size, high=numeral.high * unit.size)
    sized, end = _with_smaller_unit(sentence, sized, unit, last, lexicon)
    is_compound = last > numeral.last and "-" in {sentence.gap(numeral.last), sentence.gap(last)}
    if is_compound and sentence.low(end + 1) not in _AFTER_UNIT:
        noun = find_noun(sentence, end + 1, lexicon, is_plural=False)
    elif unit.kind is Kind.DISTANCE and sentence.low(end + 1) in _EXTENT_OF:
        noun = Noun(_EXTENT_OF[sentence.low(end + 1)], (), end)
    else:
        noun = _noun_of(sentence, end, lexicon)
    if unit.kind is Kind.DURATION and sentence.low(numeral.first - 1) == "every":
        return Meaning(sized, Kind.RATE, end, noun, f"{unit.base} {EACH_TIME}")  # "every three years" lasts nothing
    return Meaning(sized, unit.kind, end, noun, unit.base)


def _noun_of(sentence: Sentence, last: int, lexicon: Lexicon) -> Noun | None:
    """The noun after "of", "in" or "worth of": "40% of its budget", "$2 million in damages"."""
    following = sentence.low(last + 1)
    if following not in {"of", "in", "worth"}:
        return None
    at = last + 1 if following == "of" else last + 2
    noun = find_noun(sentence, at, lexicon, is_plural=False)
    return None if noun and (is_unit(noun.form, lexicon) or sentence.words[noun.at].is_capitalised) else noun


def _with_smaller_unit(
    sentence: Sentence, numeral: Numeral, unit: Unit, last: int, lexicon: Lexicon
) -> tuple[Numeral, int]:
    """The sum of "5ft 10in", "6-foot-2", "two hours and 30 minutes", and the last word of it."""
    if sentence.lows[last + 1 : last + 4] == ["and", "a", "half"] and numeral.low == numeral.high == unit.size:
        return replace(numeral, low=1.5 * unit.size, high=1.5 * unit.size), last + 3  # "a year and a half"
    at = last + 1 + (sentence.low(last + 1) == "and")
    if unit.kind not in {Kind.DISTANCE, Kind.DURATION} or at >= len(sentence.words):
        return numeral, last
    gap = sentence.text[sentence.words[last].span.end : sentence.words[at].span.start]
    second = read_numeral(sentence, at) if gap in {" ", ", ", "-", " and ", ""} else None
    if second is None or second.is_range or second.is_ordinal or second.is_about:
        return numeral, last
    smaller = find_unit(sentence, second.last, lexicon)
    if smaller is None and unit is FOOT and second.low < FOOT.size / INCH.size and gap == "-":
        smaller = INCH, second.last
    if smaller is None or smaller[0].base != unit.base or smaller[0].size >= unit.size:
        return numeral, last
    more = second.low * smaller[0].size
    return replace(numeral, low=numeral.low + more, high=numeral.high + more), smaller[1]
