"""Occasions: what each account tells of, and when two tell of different ones."""

from datetime import date

import pytest

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.occasions import Occasion, development_warning, find_occasion
from counterpoint.engine.readings import link_readings, read_source
from counterpoint.engine.sources import Source
from tests.engine.accounts import account

SEPTEMBER = "Leaders of 35 countries met in Paris on September 4.\nThey would sign a declaration later, officials said."
JANUARY = "Leaders met in Paris on January 6.\nBritain and France signed a declaration of intent on Tuesday."
NOWHERE = "A bird was found in the cockpit."


def occasion(text: str, lexicon: Lexicon, published: date | None = None) -> Occasion:
    source = Source(account(0, "").id, text, published=published)
    (reading,) = link_readings([read_source(source, lexicon)], lexicon)
    return find_occasion(reading.sides, lexicon, source.published)


@pytest.mark.parametrize(
    ("text", "words", "dates"),
    [
        (SEPTEMBER, "September 4, Paris", {(9, 4)}),
        (JANUARY, "January 6, Paris", {(1, 6)}),
        (NOWHERE, "", set[tuple[int, int]]()),
        ("", "", set[tuple[int, int]]()),
    ],
)
def test_an_account_says_in_its_lead_what_it_tells_of(
    lexicon: Lexicon, text: str, words: str, dates: set[tuple[int, int]]
) -> None:
    found = occasion(text, lexicon)
    assert (found.words, found.dates) == (words, frozenset(dates))


def test_the_day_of_publication_stands_in_where_no_date_is_said(lexicon: Lexicon) -> None:
    assert occasion(NOWHERE, lexicon, date(2025, 9, 5)).words == "2025-09-05"


def test_who_reports_what_another_awaits_tells_of_a_later_occasion(lexicon: Lexicon) -> None:
    earlier, later = occasion(SEPTEMBER, lexicon), occasion(JANUARY, lexicon)
    assert earlier.pending
    assert later.done
    warning = development_warning(earlier, later)
    assert warning == development_warning(later, earlier)
    assert "later occasion" in warning
    assert warning.endswith("may be a development.")


def test_other_dates_are_other_occasions(lexicon: Lexicon) -> None:
    one = occasion("Leaders met in Paris on September 4.", lexicon)
    other = occasion("Leaders met in Paris on January 6.", lexicon)
    assert "different occasions (September 4, Paris; January 6, Paris)" in development_warning(one, other)


@pytest.mark.parametrize("other", [NOWHERE, "", "The leaders came to Paris on September 4."])
def test_without_another_date_nothing_is_warned_of(lexicon: Lexicon, other: str) -> None:
    one = occasion("Leaders met in Paris on September 4.", lexicon)
    assert development_warning(one, occasion(other, lexicon)) == ""
