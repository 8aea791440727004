"""Dates as a person types them."""

import re
from datetime import date

from counterpoint.errors import UnreadableDate

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")


def read_date(words: str) -> date | None:
    """The date that is meant: 2025-09-04, 4 September 2025, Sept. 4, 2025. None where nothing is written.

    Figures alone are read as year, month, day only: 4/9/2025 is another day on either side of the Atlantic.

    Raises:
        UnreadableDate: it is none, or can be read in two ways.
    """
    line = " ".join(words.casefold().split())
    if not line:
        return None
    for form in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        match = form.fullmatch(line)
        month = _month(match["month"]) if match else 0
        if match and month:
            try:
                return date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                break
    raise UnreadableDate(f"“{words.strip()}” is not a date. Write it like 2025-09-04, or like 4 September 2025.")


def _month(words: str) -> int:
    """From 1, 0 for what is none."""
    if words.isdigit():
        return int(words)
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(words)), 0)


def told(day: date | None) -> str:
    """A date in words, "" where there is none."""
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}" if day else ""
