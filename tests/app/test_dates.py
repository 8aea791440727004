from datetime import date

import pytest

from counterpoint.app.dates import read_date, told
from counterpoint.errors import UnreadableDate


@pytest.mark.parametrize(
    "words",
    [
        "2025-09-04", " 2025-9-4 ", "4 September 2025", "September 4, 2025", "4 Sept. 2025", "Sep 4 2025",
        "4th september 2025", "4. September 2025",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(words: str) -> None:
    assert read_date(words) == date(2025, 9, 4)


def test_nothing_is_no_date() -> None:
    assert read_date("  ") is None
    assert told(None) == ""
    assert told(date(2025, 9, 4)) == "4 September 2025"


@pytest.mark.parametrize("words", ["4/9/2025", "yesterday", "2025-13-01", "31 June 2025", "4 Foo 2025", "2025"])
def test_what_is_no_date_or_two_is_refused(words: str) -> None:
    with pytest.raises(UnreadableDate, match="is not a date"):
        read_date(words)
