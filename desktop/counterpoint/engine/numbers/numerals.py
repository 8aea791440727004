"""Numbers as news write them, in figures or words: "twenty-one", "3.5bn", "25,000-30,000", "one in five", "dozens"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_ONES = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SMALL = {**_ONES, **_TENS}
_WORD_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "lakh": 1e5,
    "crore": 1e7,
}  # fmt: skip
_SHORT_SCALES = {"mn": 1e6, "bn": 1e9, "tn": 1e12, "mil": 1e6, "mln": 1e6, "k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_NEED_MONEY = frozenset({"m", "b", "t"})  # "5m" alone may be metres
_MILLIONS_OF = frozenset(
    "people users children customers residents viewers followers americans jobs homes voters".split()
)
#: What words for many stand for. "Dozens" is at least two of them; where the upper end lies nobody knows.
_MANY = {
    "dozens": (24.0, 99.0), "scores": (40.0, 199.0), "hundreds": (200.0, 1999.0), "thousands": (2e3, 19999.0),
    "millions": (2e6, 999e6), "billions": (2e9, 999e9), "several": (3.0, 9.0), "few": (2.0, 9.0), "handful": (3.0, 9.0),
    "couple": (2.0, 2.0), "both": (2.0, 2.0),
}  # fmt: skip
_WITH_ARTICLE = frozenset({"few", "handful", "couple"})
#: Words that say of a flight or a visit that none came before it, as "first" alone does not.
FIRSTS = frozenset({"maiden", "inaugural", "debut"})
_ORDINALS = (
    {
        word: float(value)
        for value, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
            " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
            start=1,
        )
    }
    | {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 100.0}
    | dict.fromkeys(FIRSTS, 1.0)
)
_FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10, "halves": 2, "thirds": 3,
    "quarters": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10,
}  # fmt: skip
_HALVED = frozenset({"hour", "mile", "minute", "century", "decade", "day", "year", "inch"})
_WHOLES = frozenset({"the", "its", "their", "his", "her", "all", "our"})  # "half the town"
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_CHANGES = frozenset(
    "rise rose risen rises increase increased grow grew grown fall fell fallen drop dropped jump jumped raise raised"
    " cut reduce reduced go went gone up down climb climbed revised shrink shrank double doubled slash slashed".split()
)
_TIME_UNITS = frozenset("minutes hours days weeks months years games seconds".split())
#: Words that a numeral can begin with.
STARTERS = frozenset({*_SMALL, *_MANY, *_ORDINALS, *_SIGNS, "half", "quarter", "hundred", "tens", "dozen", "million"})

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d+(?:\.\d+)?$")
_CURRENCY_SIGN = re.compile(r"(?:US|A|C|NZ|HK|S|R)?[$€£¥₦₹₽₪₩₺₴]\s?$")
_RANGE_GAP = re.compile(
    r"(?:%|m|bn|k)?(?:[-–—]|\s[-–—]\s)[$€£¥]?|(?:%|m|bn)?-?\s?(?:to|-to-|or)\s?(?:US)?[$€£¥]?| and (?:US)?[$€£¥]?"
)
_PER_CENT = re.compile(r"%|\s?per ?cent")
_LONGEST_GAP = 12
_SHORT, _TITLE_WORDS, _TITLE_SHARE = 3, 3, 0.75  # headlines leave small words small and write the others large
_MOST_IN = 3  # the largest share of "in" for any whole: "three in 80", but "35 in 2015" ...
_ROUND_WHOLES = frozenset({5.0, 10.0})  # ... and any share of these: "nine in ten"
_MOST_OR = 3  # "two or three", "5 or 10": how many times larger the second may be
_YEARS = (1500, 2100)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number or range as written, from word `first` to word `last` of its sentence.

    `is_share` when low and high are percent ("a third", "one in five"), which nobody counted to the last digit;
    `is_about` where the words themselves are vague ("dozens"); `is_range` where two numbers are its ends; `scale` is
    the "million" or "bn" that it is written with.
    """

    span: Span
    first: int
    last: int
    low: float
    high: float
    is_figure: bool = False
    is_ordinal: bool = False
    is_share: bool = False
    is_about: bool = False
    is_range: bool = False
    scale: float = 1.0


@dataclass(frozen=True)
class Sentence:
    """Words of a text with what stands between them: what numbers and what they count are read from."""

    text: str
    span: Span
    words: Sequence[Word]

    @cached_property
    def lows(self) -> list[str]:
        """The words in lower case."""
        return [word.text.lower() for word in self.words]

    @cached_property
    def is_title_case(self) -> bool:
        """Whether nearly all words are written with a capital, as in headlines."""
        long = [word for word in self.words if len(word.text) > _SHORT]
        return len(long) >= _TITLE_WORDS and sum(word.is_capitalised for word in long) >= _TITLE_SHARE * len(long)

    def low(self, i: int) -> str:
        """The word in lower case, "" beyond either end."""
        return self.lows[i] if 0 <= i < len(self.words) else ""

    def gap(self, i: int) -> str:
        """What stands between word i and the next one, a line break beyond either end."""
        if not 0 <= i < len(self.words) - 1:
            return "\n"
        return self.text[self.words[i].span.end : self.words[i + 1].span.start]

    def is_joined(self, i: int) -> bool:
        """Whether only a space or a hyphen parts word i from the next one."""
        return self.gap(i) in {" ", "-", "", "‑", "\xa0"}

    def before(self, i: int, length: int = 24) -> str:
        """The few characters before word i."""
        at = self.words[i].span.start
        return self.text[max(self.span.start, at - length) : at]

    def after(self, i: int, length: int = 24) -> str:
        """The few characters after word i."""
        at = self.words[i].span.end
        return self.text[at : min(self.span.end, at + length)]

    def spanning(self, first: int, last: int) -> Span:
        return Span(self.words[first].span.start, self.words[last].span.end)


def read_numeral(sentence: Sentence, i: int) -> Numeral | None:
    """The number or range that begins with word i, None where none does."""
    first = _read_one(sentence, i)
    if first is None or first.is_ordinal or first.is_share:
        return first
    return _read_one_in(sentence, first) or _read_range(sentence, first) or first


def _read_one(sentence: Sentence, i: int) -> Numeral | None:
    low = sentence.low(i)
    if low[:1].isdigit():
        return _read_figure(sentence, i)
    if low not in STARTERS:
        return None
    if low in _MANY or low == "tens":
        return _read_many(sentence, i)
    return _read_fraction(sentence, i) or _read_ordinal(sentence, i) or _read_words(sentence, i)


def _read_figure(sentence: Sentence, i: int) -> Numeral | None:
    text = sentence.words[i].text
    if not _GROUPED.match(text):
        return None
    value, last, following = float(text.replace(",", "")), i, sentence.low(i + 1)
    if sentence.gap(i) == "" and following in {"st", "nd", "rd", "th"}:
        return Numeral(sentence.spanning(i, i + 1), i, i + 1, value, value, is_figure=True, is_ordinal=True)
    if sentence.gap(i) in {"", " "} and following in _SIGNS:
        value, last = value + _SIGNS[following], i + 1
    elif sentence.gap(i) == "/" and following.isdecimal() and sentence.low(i + 2) == "of" and value < float(following):
        return _share(sentence, i, i + 1, value / float(following))
    return _scaled(sentence, i, last, value, is_figure=True)


def _scaled(sentence: Sentence, first: int, last: int, value: float, *, is_figure: bool) -> Numeral:
    """The number with the "million" or "bn" after it."""
    scale = 1.0
    while sentence.is_joined(last) and (more := _scale(sentence, first, last)):
        scale *= more
        last += 1
    span = sentence.spanning(first, last)
    return Numeral(span, first, last, value * scale, value * scale, is_figure=is_figure, scale=scale)


def _scale(sentence: Sentence, first: int, last: int) -> float | None:
    """What the word after `last` multiplies the number by, None where it does not."""
    word = sentence.low(last + 1)
    if word in _WORD_SCALES:
        return _WORD_SCALES[word]
    if word not in _SHORT_SCALES or not sentence.low(last)[:1].isdigit():
        return None
    if word in _NEED_MONEY:
        is_money = bool(_CURRENCY_SIGN.search(sentence.before(first)))
        counts = word == "m" and sentence.low(last + 2) in _MILLIONS_OF
        return _SHORT_SCALES[word] if sentence.gap(last) == "" and (is_money or counts) else None
    return _SHORT_SCALES[word] if word != "k" or sentence.gap(last) == "" else None


def _read_words(sentence: Sentence, i: int) -> Numeral | None:
    """Reads "twenty-one", "a hundred and twenty", "two dozen", "one and a half million"."""
    total = current = 0.0
    last, j, seen = i - 1, i, ""
    while (word := sentence.low(j)) and (j == i or sentence.is_joined(j - 1)):
        if word == "and" and seen in {"hundred", "thousand", "million"} and sentence.low(j + 1) in _SMALL:
            j += 1
            continue
        if not _continues(word, seen):
            break
        if word in _SMALL:
            current += _SMALL[word]
        elif word in {"hundred", "dozen"}:
            current = (current or 1) * _WORD_SCALES[word]
        else:
            total, current = total + (current or 1) * _WORD_SCALES[word], 0.0
        last, seen, j = j, word, j + 1
    return _with_half(sentence, i, last, total + current) if last >= i else None


def _continues(word: str, seen: str) -> bool:
    """Whether a number word may follow another: "twenty-one" and "one hundred", not "two three"."""
    follows_scale = seen in _WORD_SCALES and seen != "dozen"
    if word in _ONES:
        return not seen or follows_scale or (seen in _TENS and 0 < _ONES[word] < _TENS["twenty"] / 2)
    if word in _TENS:
        return not seen or follows_scale
    return word in _WORD_SCALES


def _with_half(sentence: Sentence, first: int, last: int, value: float) -> Numeral:
    if sentence.lows[last + 1 : last + 4] == ["and", "a", "half"]:
        return _scaled(sentence, first, last + 3, value + 0.5, is_figure=False)
    words = sentence.lows[first : last + 1]
    scale = max((_WORD_SCALES[word] for word in words if word in _WORD_SCALES and word != "dozen"), default=1.0)
    return Numeral(sentence.spanning(first, last), first, last, value, value, scale=scale)


def _read_many(sentence: Sentence, i: int) -> Numeral | None:
    """Reads "dozens of", "tens of thousands", "several hundred", "a couple"."""
    word, following = sentence.low(i), sentence.low(i + 1)
    first = i - 1 if sentence.low(i - 1) == "a" and word in _WITH_ARTICLE else i
    if (word in _WITH_ARTICLE and first == i) or (word == "scores" and following != "of"):
        return None
    if word in {"several", "few"} and following in _WORD_SCALES and sentence.is_joined(i):
        scale = _WORD_SCALES[following]
        span = sentence.spanning(first, i + 1)
        return Numeral(span, first, i + 1, 2 * scale, 9.99 * scale, is_about=True, scale=scale)
    if word in {"tens", "hundreds"} and following == "of" and sentence.low(i + 2) in {"thousands", "millions"}:
        low = _MANY[sentence.low(i + 2)][0] * (10 if word == "tens" else 100)
        return Numeral(sentence.spanning(i, i + 2), i, i + 2, low, low * 10, is_about=True)
    if word == "tens":
        return None
    return Numeral(sentence.spanning(first, i), first, i, *_MANY[word], is_about=word != "both")


def _read_fraction(sentence: Sentence, i: int) -> Numeral | None:
    """Reads "two-thirds", "a third of", "half the town", "half a million", "half an hour"."""
    low, following = sentence.low(i), sentence.low(i + 1)
    if low in _ONES and following in _FRACTIONS and sentence.is_joined(i) and 0 < _ONES[low] < _FRACTIONS[following]:
        is_order = _ONES[low] == 1 and sentence.low(i + 2) != "of" and sentence.gap(i) == " "
        return None if is_order else _share(sentence, i, i + 1, _ONES[low] / _FRACTIONS[following])
    if low == "half" and (half := _read_half(sentence, i)):
        return half
    article = sentence.low(i - 1) == "a" and sentence.low(i - 2) not in {"and", "for"}
    if low in _FRACTIONS and following == "of" and (article or low == "half"):
        return _share(sentence, i - article, i, 1 / _FRACTIONS[low])
    return None


def _read_half(sentence: Sentence, i: int) -> Numeral | None:
    """Reads "half a million", "half an hour", "half-hour", "half the town"."""
    following, third = sentence.low(i + 1), sentence.low(i + 2)
    if following in {"a", "an"} and third in _WORD_SCALES:
        half = _WORD_SCALES[third] / 2
        return Numeral(sentence.spanning(i, i + 2), i, i + 2, half, half, scale=half * 2)
    if following in {"a", "an"} and third in _HALVED:
        return Numeral(sentence.spanning(i, i), i, i + 1, 0.5, 0.5)
    if sentence.gap(i) == "-" and following in _HALVED:
        return Numeral(sentence.spanning(i, i), i, i, 0.5, 0.5)
    return _share(sentence, i, i, 0.5) if sentence.gap(i) == " " and following in _WHOLES else None


def _share(sentence: Sentence, first: int, last: int, part: float) -> Numeral:
    return Numeral(sentence.spanning(first, last), first, last, 100 * part, 100 * part, is_share=True)


def _read_ordinal(sentence: Sentence, i: int) -> Numeral | None:
    low, following = sentence.low(i), sentence.low(i + 1)
    value, last = _ORDINALS.get(low), i
    if low in _TENS and sentence.gap(i) == "-" and following in _ORDINALS and following[-4:] != "enth":
        value, last = _TENS[low] + _ORDINALS[following], i + 1
    if value is None:
        return None
    return Numeral(sentence.spanning(i, last), i, last, value, value, is_ordinal=True)


def _read_one_in(sentence: Sentence, first: Numeral) -> Numeral | None:
    """Reads "one in five", "nine out of ten": a share."""
    at = first.last + 1
    if sentence.lows[at : at + 2] == ["out", "of"]:
        at += 1
    elif sentence.low(at) != "in":
        return None
    second = _read_one(sentence, at + 1) if sentence.gap(first.last) == " " == sentence.gap(at) else None
    if second is None or second.is_ordinal or second.low <= first.low or not first.low:
        return None
    if sentence.low(at) == "in" and first.low > _MOST_IN and second.low not in _ROUND_WHOLES:
        return None
    is_year = second.is_figure and _YEARS[0] <= second.low < _YEARS[1] and "," not in second.span.of(sentence.text)
    if is_year or sentence.low(second.last + 1) in _TIME_UNITS:
        return None
    return _share(sentence, first.first, second.last, first.low / second.low)


def _read_range(sentence: Sentence, first: Numeral) -> Numeral | None:
    """Reads "25,000-30,000", "from 3 to 5", "between 15,000 and 30,000", "two or three"."""
    at = first.last + 1
    link = sentence.low(at) if sentence.low(at) in {"to", "or", "and"} else ""
    at += bool(link)
    if at >= len(sentence.words) or not _may_link(sentence, first, link):
        return None
    gap = sentence.text[first.span.end : sentence.words[at].span.start]
    second = _read_one(sentence, at) if len(gap) <= _LONGEST_GAP and _RANGE_GAP.fullmatch(gap) else None
    if second is None or second.is_ordinal or second.is_share or (link == "or" and second.low > _MOST_OR * first.low):
        return None
    if "%" in gap and not _PER_CENT.match(sentence.text, second.span.end):
        return None  # "rose 2% to 11.4 billion"
    scale = second.scale if first.scale == 1 and first.low < second.low / second.scale else 1.0
    low = first.low * scale
    if low >= second.high:
        return None
    span = first.span.joined(second.span)
    return replace(first, span=span, last=second.last, low=low, high=second.high, is_range=True)


def _may_link(sentence: Sentence, first: Numeral, link: str) -> bool:
    """Whether the word may join two ends: "and" only after "between"; "rose from 3 to 5" tells of two numbers."""
    if link == "and":
        return sentence.low(first.first - 1) == "between"
    if link == "to" and sentence.low(first.first - 1) == "from":
        return not _CHANGES & set(sentence.lows[max(0, first.first - 6) : first.first - 1])
    return True
