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
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split()
    )
}
_TENS = {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40.0}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_LETTER_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12}  # only after a currency: "5m" alone may be metres
#: What words for many stand for. "Dozens" is at least two of them; where the upper end lies nobody knows.
_MANY = {
    "dozens": (24.0, 99.0), "scores": (40.0, 199.0), "hundreds": (200.0, 1999.0), "thousands": (2e3, 19999.0),
    "millions": (2e6, 99e6), "billions": (2e9, 99e9), "both": (2.0, 2.0), "several": (3.0, 9.0), "few": (2.0, 9.0), "handful": (3.0, 9.0),
}  # fmt: skip
_MILLIONS_OF = frozenset(
    "people users children customers residents viewers followers americans jobs homes voters".split()
)
_CHANGES = frozenset(
    "rise rose risen rises increase increased grow grew grown fall fell fallen drop dropped jump jumped raise raised cut"
    " reduce reduced go went gone up down climb climbed revised shrink shrank double doubled slash slashed".split()
)
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
        " sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 100.0}
_FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10, "halves": 2, "thirds": 3,
    "quarters": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10,
}  # fmt: skip
_HALVED = frozenset({"hour", "mile", "minute", "century", "decade", "day", "year", "inch"})
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
#: Words that a numeral can begin with.
STARTERS = frozenset(
    {*_ONES, *_TENS, *_MANY, *_ORDINALS, *_SIGNS, "half", "hundred", "tens", "couple", "dozen", "million"}
)

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d+(?:\.\d+)?$")
_CURRENCY_SIGN = re.compile(r"(?:US|A|C|NZ|HK|S|R)?[$€£¥₦₹₽₪₩₺₴]\s?$")
_RANGE_GAP = re.compile(
    r"(?:%|m|bn|k)?(?:[-–—]|\s[-–—]\s)[$€£¥]?|(?:%|m|bn)?-?\s?(?:to|-to-|or)\s?(?:US)?[$€£¥]?| and (?:US)?[$€£¥]?"
)


_SHORT, _TITLE_SHARE = 3, 0.75  # letters of words that headlines leave small; how many of the others must be large


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number or range as written, from word `first` to word `last` of its sentence.

    `is_share` when low and high are percent ("a third", "one in five"); `is_about` where the words themselves are vague
    ("dozens"); `is_range` where two numbers are its ends; `coefficient` is the number before "million" and the like.
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
        return [word.text.lower() for word in self.words]

    def low(self, i: int) -> str:
        """The word in lower case, "" beyond either end."""
        return self.lows[i] if 0 <= i < len(self.words) else ""

    def gap(self, i: int) -> str:
        """What stands between word i and the next one, a line break beyond either end."""
        if not 0 <= i < len(self.words) - 1:
            return "\n"
        return self.text[self.words[i].span.end : self.words[i + 1].span.start]

    @cached_property
    def is_title_case(self) -> bool:
        """Whether nearly all words are written with a capital, as in headlines."""
        long = [word for word in self.words if len(word.text) > _SHORT]
        return len(long) > 2 and sum(word.is_capitalised for word in long) >= _TITLE_SHARE * len(long)

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
    return _one_in(sentence, first) or _read_range(sentence, first) or first


def _read_one(sentence: Sentence, i: int) -> Numeral | None:
    low = sentence.low(i)
    if low[:1].isdigit():
        return _read_figure(sentence, i)
    if low not in STARTERS:
        return None
    if low in _MANY or low in {"tens", "couple"}:
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
    elif sentence.gap(i) == "/" and following.isdigit() and 1 < float(following) <= 16 and value < float(following):
        return _share(sentence, i, i + 1, value / float(following))
    return _scaled(sentence, i, last, value, is_figure=True)


def _scaled(sentence: Sentence, first: int, last: int, value: float, *, is_figure: bool) -> Numeral:
    """The number with the "million" or "bn" after it."""
    scale = 1.0
    while sentence.is_joined(last) and (word := sentence.low(last + 1)) and _is_scale(sentence, first, last, word):
        scale *= _SCALES.get(word) or _LETTER_SCALES[word]
        last += 1
    span = sentence.spanning(first, last)
    return Numeral(span, first, last, value * scale, value * scale, is_figure=is_figure, scale=scale)


def _is_scale(sentence: Sentence, first: int, last: int, word: str) -> bool:
    if word in {"bn", "mn", "tn", "k", "m", "b", "t"} and not sentence.low(last)[:1].isdigit():
        return False
    if word in _LETTER_SCALES or word == "k":
        is_money = bool(_CURRENCY_SIGN.search(sentence.before(first)))
        counts = word == "m" and sentence.low(last + 2) in _MILLIONS_OF
        return sentence.gap(last) == "" and (is_money or counts or word == "k")
    return word in _SCALES


def _read_words(sentence: Sentence, i: int) -> Numeral | None:
    """ "twenty-one", "a hundred and twenty", "two dozen", "one and a half million"."""
    total = current = 0.0
    last, j, seen = i - 1, i, ""
    while (word := sentence.low(j)) and (j == i or sentence.is_joined(j - 1)):
        if word == "and" and seen in {"hundred", "thousand", "million"} and sentence.low(j + 1) in {**_ONES, **_TENS}:
            j += 1
            continue
        if not _continues(word, seen):
            break
        if word in _ONES or word in _TENS:
            current += _ONES.get(word, _TENS.get(word, 0.0))
        elif word == "hundred" or word == "dozen":
            current = (current or 1) * _SCALES[word]
        else:
            total, current = total + (current or 1) * _SCALES[word], 0.0
        last, seen, j = j, word, j + 1
    if last < i:
        return None
    return _with_half(sentence, i, last, total + current)


def _continues(word: str, seen: str) -> bool:
    """Whether a number word may follow another: "twenty-one" and "one hundred", not "two three"."""
    if word in _ONES:
        return not seen or seen in _TENS and 0 < _ONES[word] < 10 or seen in _SCALES and seen != "dozen"
    if word in _TENS:
        return not seen or seen in _SCALES and seen != "dozen"
    return word in _SCALES and len(word) > 2


def _with_half(sentence: Sentence, first: int, last: int, value: float) -> Numeral:
    if [sentence.low(last + k) for k in (1, 2, 3)] == ["and", "a", "half"]:
        return _scaled(sentence, first, last + 3, value + 0.5, is_figure=False)
    span = sentence.spanning(first, last)
    scale = max((_SCALES[w] for w in sentence.lows[first : last + 1] if w in _SCALES and w != "dozen"), default=1.0)
    return Numeral(span, first, last, value, value, scale=scale)


def _read_many(sentence: Sentence, i: int) -> Numeral | None:
    """ "dozens of", "tens of thousands", "several hundred", "a couple"."""
    word, following = sentence.low(i), sentence.low(i + 1)
    first = i - 1 if sentence.low(i - 1) == "a" and word in {"few", "handful", "couple"} else i
    if word == "couple":
        return Numeral(sentence.spanning(first, i), first, i, 2.0, 2.0, is_about=True) if first < i else None
    if word == "few" and first == i or word == "scores" and following != "of":
        return None
    if word in {"several", "few"} and following in _SCALES and len(following) > 2 and sentence.is_joined(i):
        scale = _SCALES[following]
        return Numeral(
            sentence.spanning(first, i + 1), first, i + 1, 2 * scale, 9.99 * scale, is_about=True, scale=scale
        )
    if (
        word in {"tens", "hundreds"}
        and following == "of"
        and sentence.low(i + 2) in {"thousands", "millions", "billions"}
    ):
        low = _MANY[sentence.low(i + 2)][0] * (10 if word == "tens" else 100)
        return Numeral(sentence.spanning(i, i + 2), i, i + 2, low, low * 10, is_about=True)
    if word == "tens":
        return None
    return Numeral(sentence.spanning(first, i), first, i, *_MANY[word], is_about=word != "both")


def _read_fraction(sentence: Sentence, i: int) -> Numeral | None:
    """ "two-thirds", "a third of", "half", "half a million"."""
    low, following = sentence.low(i), sentence.low(i + 1)
    if low in _ONES and following in _FRACTIONS and sentence.is_joined(i) and 0 < _ONES[low] < _FRACTIONS[following]:
        is_order = _ONES[low] == 1 and sentence.low(i + 2) != "of" and sentence.gap(i) == " "
        return None if is_order else _share(sentence, i, i + 1, _ONES[low] / _FRACTIONS[following])
    if low == "half" and following in {"a", "an"} and sentence.low(i + 2) in _SCALES:
        half = _SCALES[sentence.low(i + 2)] / 2
        return Numeral(sentence.spanning(i, i + 2), i, i + 2, half, half, scale=half * 2)
    if low == "half" and following in {"a", "an"} and sentence.low(i + 2) in _HALVED:
        return Numeral(sentence.spanning(i, i), i, i + 1, 0.5, 0.5)
    if low == "half" and sentence.gap(i) == "-" and following in _HALVED:
        return Numeral(sentence.spanning(i, i), i, i, 0.5, 0.5)
    article = sentence.low(i - 1) == "a" and sentence.low(i - 2) not in {"and", "for"}
    if low in {"half", "third", "quarter", "fifth", "tenth"} and following == "of" and (article or low == "half"):
        return _share(sentence, i - 1 if article else i, i, 1 / _FRACTIONS[low])
    if low == "half" and following in {"the", "its", "their", "his", "her", "all", "our"} and sentence.gap(i) == " ":
        return _share(sentence, i, i, 0.5)
    return None


def _share(sentence: Sentence, first: int, last: int, part: float) -> Numeral:
    return Numeral(sentence.spanning(first, last), first, last, 100 * part, 100 * part, is_share=True)


def _read_ordinal(sentence: Sentence, i: int) -> Numeral | None:
    low = sentence.low(i)
    value, last = _ORDINALS.get(low), i
    if value is None and low in _TENS and sentence.gap(i) == "-" and _ORDINALS.get(sentence.low(i + 1), 99) < 10:
        value, last = _TENS[low] + _ORDINALS[sentence.low(i + 1)], i + 1
    if value is None:
        return None
    return Numeral(sentence.spanning(i, last), i, last, value, value, is_ordinal=True)


def _one_in(sentence: Sentence, first: Numeral) -> Numeral | None:
    """ "one in five", "nine out of ten": a share."""
    at = first.last + 1
    if sentence.low(at) == "out" and sentence.low(at + 1) == "of":
        at += 1
    elif sentence.low(at) != "in" or first.low > 3:
        return None
    if not (sentence.gap(first.last) == " " == sentence.gap(at)):
        return None
    second = _read_one(sentence, at + 1)
    if second is None or second.is_ordinal or second.low <= first.low or second.low < 2 or _is_year(second):
        return None
    if sentence.low(second.last + 1) in {"minutes", "hours", "days", "weeks", "months", "years", "games", "seconds"}:
        return None
    return _share(sentence, first.first, second.last, first.low / second.low)


def _is_year(numeral: Numeral) -> bool:
    return numeral.is_figure and 1500 <= numeral.low < 2100 and numeral.span.end - numeral.span.start == 4


def _read_range(sentence: Sentence, first: Numeral) -> Numeral | None:
    """ "25,000-30,000", "from 3 to 5", "between 15,000 and 30,000", "two or three"."""
    at = first.last + 1
    linked = sentence.low(at) if sentence.low(at) in {"to", "or", "and"} else ""
    at += bool(linked)
    if linked == "and" and sentence.low(first.first - 1) != "between":
        return None
    if linked == "to" and _is_change(sentence, first.first):
        return None
    if at >= len(sentence.words):
        return None
    gap = sentence.text[first.span.end : sentence.words[at].span.start]
    if len(gap) > 12 or not _RANGE_GAP.fullmatch(gap):
        return None
    second = _read_one(sentence, at)
    if second is None or second.is_ordinal or second.is_share or (linked == "or" and second.low > 3 * first.low):
        return None
    scale = second.scale if first.scale == 1 and first.low < second.low / second.scale else 1.0
    low = first.low * scale
    if low >= second.high:
        return None
    return replace(
        first, span=first.span.joined(second.span), last=second.last, low=low, high=second.high, is_range=True
    )


def _is_change(sentence: Sentence, first: int) -> bool:
    """Whether "from 3 to 5" tells of a change: "rose from 3 to 5"."""
    return sentence.low(first - 1) == "from" and bool(_CHANGES & set(sentence.lows[max(0, first - 6) : first - 1]))
