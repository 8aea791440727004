"""Clock times: "10:30 p.m.", "9pm CT", "2130 hours", "ten o'clock", "noon"."""

import re

from counterpoint.engine.details import Aspect, Time
from counterpoint.engine.moments.spots import Spot
from counterpoint.engine.passages import Span

NUMBERS = {w: i + 1 for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split())}
_HALF_DAY, _DAY = 12, 24  # hours
_NIGHT_ENDS = 6
_FOUR_DIGITS = 10  # "0930 hours" has its zero; "12 hours" and "2.30 hours" last

_ZONE = (
    r"(?:,?\s\(?(?:local(?: time)?|(?P<zone>(?:Eastern|Central|Pacific|Mountain)(?: (?:Standard|Daylight))?"
    r"(?: [Tt]ime)?|[ECPM][SD]?T|GMT|UTC|BST|CES?T|IST|AE[SD]T|JST|MSK))\b\)?)?"
)
_IN = r"(?:\s(?:(?:in the |this )?(?P<part>morning|afternoon|evening)|(?:at |to)(?P<night>night))\b)?"
_CLOCK = re.compile(
    r"(?P<hour>2[0-4]|[01]?\d)(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?![\d:])"
    rf"(?P<mark>\s?(?P<half>[aApP])\.?\s?[mM]\b\.?|\so['’]?\s?clock\b|\s?(?:hours|hrs)\b)?{_IN}{_ZONE}"
)
_MILITARY = re.compile(
    rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s?(?:hours|hrs|h)\b|(?=\s?(?:GMT|UTC)\b)){_ZONE}"
)
_IN_WORDS = re.compile(rf"(?P<hour>[A-Za-z]+)\s(?:(?P<half>[aApP])\.?[mM]\b\.?|o['’]?\s?clock\b){_IN}{_ZONE}")
_NAMES_SOMETHING = re.compile(r"\s[A-Z]")


def read_clock(spot: Spot) -> Time | None:
    """The clock time that begins with the figure there."""
    if match := spot.match(_MILITARY):
        return _clocked(match, int(match["hour"]) * 60 + int(match["minute"]), is_half_open=False)
    match = spot.match(_CLOCK)
    if not match or not _is_clock(match):
        return None
    minute, is_half_open = _in_day(int(match["hour"]), int(match["minute"] or 0), match)
    return _clocked(match, minute, is_half_open=is_half_open)


def read_clock_in_words(spot: Spot) -> Time | None:
    """Reads "Ten o'clock", "nine p.m."."""
    match = spot.match(_IN_WORDS)
    if not match:
        return None
    minute, is_half_open = _in_day(NUMBERS[spot.word], 0, match)
    return _clocked(match, minute, is_half_open=is_half_open)


def read_noon(spot: Spot) -> Time | None:
    """Noon and midnight, not "Noon Street"."""
    if spot.is_capitalised and spot.match(_NAMES_SOMETHING, spot.end):
        return None
    minute = 0 if spot.word == "midnight" else _HALF_DAY * 60
    return Time(aspect=Aspect.TIME, span=Span(spot.at, spot.end), value=f"{minute // 60:02}:00", minute=minute)


def _is_clock(match: re.Match[str]) -> bool:
    hour, minute, mark = int(match["hour"]), int(match["minute"] or 0), (match["mark"] or "").strip()
    if not mark:
        return match["minute"] is not None and ":" in match.group()  # not "10", not "2.30"
    if mark in {"hours", "hrs"} and (not match["minute"] or 0 < hour < _FOUR_DIGITS):
        return False
    if match["half"] and not 1 <= hour <= _HALF_DAY:
        return False
    return hour < _DAY or not minute


def _in_day(hour: int, minute: int, match: re.Match[str]) -> tuple[int, bool]:
    """Minutes from midnight, and whether twelve hours may be missing, as in "at 5:30"."""
    half = (match["half"] or "").lower()
    if not half and 1 <= hour <= _HALF_DAY and (match["part"] or match["night"]):
        small = match["night"] and (hour < _NIGHT_ENDS or hour == _HALF_DAY)
        half = "a" if small or match["part"] == "morning" else "p"
    if half:
        return (hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)) * 60 + minute, False
    return hour % _DAY * 60 + minute, 1 <= hour <= _HALF_DAY


def _clocked(match: re.Match[str], minute: int, *, is_half_open: bool) -> Time:
    zone = match["zone"] or ""
    value = " ".join([f"{minute // 60:02}:{minute % 60:02}{'?' if is_half_open else ''}", *([zone] if zone else [])])
    ends_sentence = match.group().endswith(("m.", "M.")) and "." not in match.group()[-4:-1]  # "at 11pm."
    return Time(
        aspect=Aspect.TIME, span=Span(match.start(), match.end() - ends_sentence), value=value, minute=minute,
        is_half_open=is_half_open, zone=zone,
    )  # fmt: skip
