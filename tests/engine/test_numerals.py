"""Numbers in figures and words: each row how they are written, and the value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.numerals import Numeral, Sentence, read_numeral
from counterpoint.engine.passages import Span
from counterpoint.engine.words import find_words


def numeral(text: str, lexicon: Lexicon, at: int = 0) -> Numeral | None:
    span = Span(0, len(text))
    return read_numeral(Sentence(text, span, find_words(text, span, lexicon)), at)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7),
        ("thirty", 30),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("ninety-nine", 99),
        ("hundred", 100),
        ("one hundred and five", 105),
        ("two hundred thousand", 200_000),
        ("one thousand two hundred", 1_200),
        ("three million", 3e6),
        ("two dozen", 24),
        ("dozen", 12),
        ("two and a half million", 2.5e6),
        ("half a million", 5e5),
        ("half a dozen", 6),
        ("25,000", 25_000),
        ("1,234.5", 1_234.5),
        ("3.5bn", 3.5e9),
        ("3.5 bn", 3.5e9),
        ("1.2 million", 1.2e6),
        ("12k", 12_000),
        ("2½", 2.5),
        ("2 lakh", 2e5),
        ("nineteen", 19),
        ("two three", 2),
        ("12 and 13", 12),
        ("zero", 0),
    ],
)
def test_numbers_have_values(text: str, value: float, lexicon: Lexicon) -> None:
    found = numeral(text, lexicon)
    assert found is not None
    assert (found.low, found.high) == (value, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("25,000-30,000", 25_000, 30_000),
        ("25,000–30,000", 25_000, 30_000),
        ("3 to 5", 3, 5),
        ("two or three", 2, 3),
        ("10 to 12 million", 10e6, 12e6),
        ("10 million to 12 million", 10e6, 12e6),
        ("dozens", 24, 99),
        ("hundreds", 200, 1_999),
        ("tens of thousands", 20_000, 200_000),
        ("several", 3, 9),
    ],
)
def test_ranges_have_two_ends(text: str, low: float, high: float, lexicon: Lexicon) -> None:
    found = numeral(text, lexicon)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "percent"),
    [("one in five", 20), ("nine out of ten", 90), ("three-quarters", 75), ("two-thirds of", 66.7), ("1/4 of", 25)],
)
def test_fractions_are_shares(text: str, percent: float, lexicon: Lexicon) -> None:
    found = numeral(text, lexicon)
    assert found is not None
    assert found.is_share
    assert found.low == pytest.approx(percent, abs=0.05)


@pytest.mark.parametrize("text", ["the", "few", "half", "tens", "1,2,3", "10:30", "12,34", "scores", ""])
def test_other_words_are_no_numbers(text: str, lexicon: Lexicon) -> None:
    assert numeral(text, lexicon) is None


@pytest.mark.parametrize(
    ("text", "value"), [("85th", 85), ("third", 3), ("twenty-first", 21), ("seventeenth", 17), ("fiftieth", 50)]
)
def test_ordinals_say_so(text: str, value: float, lexicon: Lexicon) -> None:
    found = numeral(text, lexicon)
    assert found is not None
    assert found.is_ordinal
    assert found.low == value


_ONES = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


@given(st.integers(min_value=0, max_value=7), st.integers(min_value=0, max_value=8), st.sampled_from([" ", "-"]))
def test_tens_and_ones_add_up(lexicon: Lexicon, ten: int, one: int, between: str) -> None:
    found = numeral(f"{_TENS[ten]}{between}{_ONES[one]}", lexicon)
    assert found is not None
    assert found.low == 10 * (ten + 2) + one + 1


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_are_read_with_and_without_commas(lexicon: Lexicon, value: int) -> None:
    for written in (f"{value}", f"{value:,}"):
        found = numeral(written, lexicon)
        assert found is not None
        assert found.low == value
        assert found.span.of(written) == written
