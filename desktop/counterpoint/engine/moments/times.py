"""Points in time that a claim names: dates, weekdays, clock times, parts of the day, years, each with its words."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from counterpoint.engine.details import Aspect, Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.moments.calendars import (
    MONTH,
    WEEKDAY,
    YEAR,
    read_day_month,
    read_holiday,
    read_month,
    read_numeric_date,
    read_weekday,
    read_year,
)
from counterpoint.engine.moments.clocks import NUMBERS, read_clock, read_clock_in_words, read_noon
from counterpoint.engine.moments.spots import Spot
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_BEFORE_PART = re.compile(
    r"\b(?:(?:in |during |through )?(?P<which>the|that|this|last|tomorrow|yesterday|today|by|before|at|until|since))?"
    r"(?:\s?\b(?:early|late|mid)\b(?:-|\shours of the)?)?\s?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(r"\w+(?:['’]s)?\s(?P<part>morning|afternoon|evening|night)\b")
_BEFORE_PERIOD = re.compile(r"\b(?:(?:earlier|later)\s)?(?:last|this|next|past)\s$", re.IGNORECASE)
_BEFORE_SEASON = re.compile(
    r"\b(?:last|this|next|in(?: the)?|early|late|mid|during the|by|since|of)[ -]$", re.IGNORECASE
)
_SEASON_YEAR = re.compile(rf"\w+(?:\s(?:of\s)?{YEAR})?")
_AGO = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)\s(?P<unit>day|week)s?\s$", re.IGNORECASE
)
_INSIDE = frozenset("$€£¥#.,")  # before a figure that is part of something else


def find_times(
    text: str, span: Span, words: Sequence[Word], lexicon: Lexicon, published: date | None = None
) -> tuple[Time, ...]:
    """The times that the words of text within span name, in text order, none overlapping another.

    `published` resolves what the words leave open ("Friday", "July 14", "yesterday"); without it they stay open.
    """
    found: list[Time] = []
    end = span.start
    for word in words:
        if word.span.start < end:
            continue
        low = word.text.lower()
        read = _read_figure if word.text[0].isdigit() else _READERS.get(low)
        if read is None:
            continue
        time = read(Spot(text, span, word.span.start, low, lexicon, published))
        if time is not None and time.span.start >= end:
            found.append(time)
            end = time.span.end
    return tuple(found)


def _read_figure(spot: Spot) -> Time | None:
    if spot.before[-1:] in _INSIDE:
        return None
    return read_numeric_date(spot) or read_day_month(spot) or read_clock(spot) or read_year(spot)


def _read_part(spot: Spot) -> Time | None:
    """Reads "In the morning", "last night", "early evening": a part of the day without a day."""
    before = _BEFORE_PART.search(spot.before)
    if not before or not before.group().strip():
        return None
    which = (before["which"] or "").lower()
    if spot.word == "night" and not which:
        return None
    offset = {"last": -1, "yesterday": -1, "this": 0, "today": 0, "tomorrow": 1}.get(which)
    return Time(
        aspect=Aspect.TIME, span=Span(spot.start_of(before), spot.end),
        value=spot.word if offset is None else f"{which} {spot.word}", part=spot.word,
        resolved=None if offset is None else _shifted(spot.published, offset),
    )  # fmt: skip


def _shifted(published: date | None, days: int) -> date | None:
    if published is None or not 0 < published.toordinal() + days <= date.max.toordinal():
        return None
    return published + timedelta(days=days)


def _read_relative_day(spot: Spot) -> Time:
    offset = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[spot.word]
    following = spot.match(_PART_AFTER) if spot.word != "tonight" else None
    part = following["part"] if following else "night" if spot.word == "tonight" else ""
    return Time(
        aspect=Aspect.TIME, span=Span(spot.at, following.end() if following else spot.end),
        value=f"{spot.word} {part}" if following else spot.word, part=part, resolved=_shifted(spot.published, offset),
    )  # fmt: skip


def _read_period(spot: Spot) -> Time | None:
    """Reads "Last week", "this month", "next year"; month and year are known where the publication is."""
    before = _BEFORE_PERIOD.search(spot.before)
    if not before:
        return None
    which = before.group().lower().split()[-1].replace("past", "last")
    offset = {"last": -1, "this": 0, "next": 1}[which]
    year = month = None
    if spot.published and spot.word == "year":
        year = spot.published.year + offset
    elif spot.published and spot.word == "month":
        months = spot.published.year * 12 + spot.published.month - 1 + offset
        year, month = months // 12, months % 12 + 1
    span = Span(spot.start_of(before), spot.end)
    return Time(aspect=Aspect.TIME, span=span, value=f"{which} {spot.word}", year=year, month=month)


def _read_season(spot: Spot) -> Time | None:
    match, before = spot.match(_SEASON_YEAR), _BEFORE_SEASON.search(spot.before)
    if not match or not (match["year"] or before):
        return None
    which = before.group().lower().strip(" -") if before else ""
    if spot.word in {"fall", "spring"} and not match["year"] and which not in {"last", "this", "next", "in the"}:
        return None
    year = int(match["year"]) if match["year"] else None
    named = "autumn" if spot.word == "fall" else spot.word
    relative = which if which in {"last", "this", "next"} else ""
    value = " ".join(part for part in (relative, named, str(year or "")) if part)
    keep = before if relative or which in {"early", "late", "mid"} else None
    return Time(aspect=Aspect.TIME, span=Span(spot.start_of(keep), match.end()), value=value, year=year)


def _read_ago(spot: Spot) -> Time | None:
    """Reads "Two days ago"; "two days later" counts from something else and stays a duration."""
    match = _AGO.search(spot.before)
    if not match:
        return None
    count, is_week = match["count"].lower(), match["unit"].lower() == "week"
    days = (1 if count in {"a", "an"} else NUMBERS.get(count) or int(count)) * (7 if is_week else 1)
    resolved = None if is_week else _shifted(spot.published, -days)
    span = Span(spot.at - len(match.group()), spot.end)
    return Time(aspect=Aspect.TIME, span=span, value=f"{days} days ago", resolved=resolved)


def _read_may(spot: Spot) -> Time | None:
    """Reads "May Day" is a feast, "May 3" a date."""
    return read_holiday(spot) or read_month(spot)


_READERS: dict[str, Callable[[Spot], Time | None]] = {
    **dict.fromkeys(NUMBERS, read_clock_in_words),
    **dict.fromkeys(WEEKDAY, read_weekday),
    **dict.fromkeys(MONTH, read_month),
    **dict.fromkeys(("noon", "midnight", "midday"), read_noon),
    **dict.fromkeys(("morning", "afternoon", "evening", "night", "dawn", "dusk"), _read_part),
    **dict.fromkeys(("yesterday", "today", "tonight", "tomorrow"), _read_relative_day),
    **dict.fromkeys(("week", "weekend", "month", "year", "decade", "century"), _read_period),
    **dict.fromkeys(("spring", "summer", "autumn", "fall", "winter"), _read_season),
    "ago": _read_ago,
    "may": _read_may,
    **dict.fromkeys(
        "new christmas bastille independence boxing valentine st fourth veterans armistice remembrance all".split(),
        read_holiday,
    ),
}
