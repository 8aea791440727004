"""How exact a number is meant to be: "about", "more than", "up to" before it, "or more", "-odd" after it."""

import re

from counterpoint.engine.details import Exactness
from counterpoint.engine.numbers.numerals import Numeral, Sentence

#: Of each bound: the single words, then those of several words.
_WORDS = {
    Exactness.ABOUT: (
        "about around some approximately roughly nearly almost circa approx estimated",
        "close to|an estimated|just under|just over|somewhere between|in the region of|the estimated|more or less",
    ),
    Exactness.AT_LEAST: (
        "over exceeding above",
        """more than|at least|upwards of|upward of|no fewer than|no less than|not less than|in excess of|a minimum of
        |well over|greater than|higher than|larger than|bigger than|north of|as few as|far more than|older than
        |longer than|much more than|well above""",
    ),
    Exactness.AT_MOST: (
        "under below maximum",
        """up to|as many as|as much as|fewer than|less than|at most|no more than|not more than|a maximum of|within
        |as high as|as long as|not exceeding|lower than|smaller than|younger than|shorter than|well under|well below""",
    ),
}
_BOUNDS = {
    tuple(words.split()): bound
    for bound, (single, several) in _WORDS.items()
    for words in (*single.split(), *several.split("|"))
}
_LONGEST = max(map(len, _BOUNDS))
_AFTER = re.compile(
    r"(?P<more>\s?\+|\s(?:or|and) (?:more|older|over|above|longer|up)\b(?! than))"
    r"|(?P<less>\s(?:or|and) (?:less|fewer|under|younger|below)\b(?! than))"
    r"|(?P<about>\s(?:or|and) (?:so|thereabouts)\b|-odd\b|-ish\b|-plus\b)"
)
_BETWEEN = set(" -$€£¥₦₹~")


def find_bound(sentence: Sentence, numeral: Numeral) -> tuple[Exactness, int]:
    """What the words before a number say of its exactness, and the first of those words."""
    first = numeral.first - (numeral.is_range and sentence.low(numeral.first - 1) == "between")
    for length in range(min(_LONGEST, first), 0, -1):
        begin = first - length
        found = _BOUNDS.get(tuple(sentence.lows[begin:first]))
        if found is not None and all(_is_near(sentence.gap(k)) for k in range(begin, first)):
            return found, begin
    return Exactness.EXACT, first


def find_bound_after(sentence: Sentence, last: int) -> tuple[Exactness, int] | None:
    """What the words after word `last` say of the number's exactness, and where they end."""
    match = _AFTER.match(sentence.text, sentence.words[last].span.end, sentence.span.end)
    if not match:
        return None
    bounds = {"more": Exactness.AT_LEAST, "less": Exactness.AT_MOST, "about": Exactness.ABOUT}
    return bounds[match.lastgroup or "about"], match.end()


def _is_near(gap: str) -> bool:
    return bool(gap) and set(gap) <= _BETWEEN
