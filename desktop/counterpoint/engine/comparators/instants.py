"""How two points in time stand to one another: the same, at ease with one another, different, or beyond judgement."""

from collections.abc import Callable
from datetime import date

from counterpoint.engine.comparators.values import Standing
from counterpoint.engine.details import Time

_DAY = 24 * 60
_SAME_MINUTES = 5  # clock times this near are one: accounts round
_YEARS_APART = ((1, 0.7), (3, 0.55), (9999, 0.35))
_DAYS_NEAR, _DAYS_FAR = 3, 8
#: Hours from and to which a part of the day lasts; wide, for accounts differ in them.
_HOURS = {
    "morning": (0, 12), "early": (0, 9), "dawn": (4, 9), "afternoon": (12, 19), "evening": (16, 24), "night": (17, 30),
    "late": (17, 30), "dusk": (16, 23), "overnight": (20, 31),
}  # fmt: skip
_FIRST_HOURS = frozenset({"morning", "early", "dawn", "overnight"})
_LAST_HOURS = frozenset({"night", "evening", "late", "overnight"})
_ALIKE_PARTS = [
    {"evening", "night"}, {"evening", "dusk"}, {"evening", "late"}, {"night", "late"}, {"night", "overnight"},
    {"night", "early"}, {"late", "overnight"}, {"late", "afternoon"},
]  # fmt: skip


def compare_instants(a: Time, b: Time) -> tuple[Standing, str]:
    """How two times of one act stand, and what they are times of ("days"); clock times are `compare_clocks`'."""
    if a.minute is not None or b.minute is not None:
        return (_clock_in_part(a, b) if a.minute is not None else _clock_in_part(b, a)), "times of day"
    if a.resolved and b.resolved:
        return _dates(a.resolved, b.resolved, a, b), "dates"
    for compare, what in _COMPARISONS:
        standing = compare(a, b)
        if standing is not Standing.OPEN:
            return standing, what
    return Standing.OPEN, ""


def compare_clocks(a: Time, b: Time, slack: int) -> Standing:
    """How two clock times stand that may lie `slack` minutes apart."""
    if a.minute is None or b.minute is None or (a.zone != b.zone and a.zone and b.zone):
        return Standing.OPEN
    cycle = _DAY // 2 if a.is_half_open or b.is_half_open else _DAY
    apart = (a.minute - b.minute) % cycle
    apart = min(apart, cycle - apart)
    if not apart:
        return Standing.EQUAL
    return Standing.COMPATIBLE if apart <= max(slack, _SAME_MINUTES) else Standing.DIFFERENT


def compare_bounded(time: Time, bound: Time, end: str) -> Standing:
    """A date against "before" or "after" another: 2015 is before 2016."""
    ours, theirs = _key(time), _key(bound)
    depth = min(len(ours), len(theirs))
    if not depth or time.minute is not None or bound.minute is not None:
        return Standing.OPEN
    if ours[:depth] == theirs[:depth]:
        return Standing.OPEN
    fits = (ours[:depth] < theirs[:depth]) == (end == "before")
    return Standing.COMPATIBLE if fits else Standing.DIFFERENT


def compare_starts(a: Time, b: Time) -> Standing:
    """A day of the week against a month, since which something lasts: "since Friday", "since August"."""
    by_day, by_month = (a, b) if a.weekday is not None else (b, a)
    is_month_alone = bool(by_month.month) and by_month.day is None and by_month.weekday is None
    return Standing.DIFFERENT if by_day.weekday is not None and not by_day.month and is_month_alone else Standing.OPEN


def compare_days(a: Time, b: Time) -> Standing:
    """Weekdays, or days of a month, whichever both give."""
    by_date = _calendar_days(a, b)
    return by_date if by_date is not Standing.OPEN else _weekdays(a, b)


def nearness(a: Time, b: Time) -> float:
    """How likely two different times, by their distance alone, are of one act: accounts err by days, not by years."""
    if a.minute is not None or b.minute is not None:
        return 1.0 if a.minute is not None and b.minute is not None else 0.7
    if a.resolved and b.resolved:
        days = abs((a.resolved - b.resolved).days)
        return 1.0 if days <= _DAYS_NEAR else 0.7 if days <= _DAYS_FAR else 0.4
    if a.year and b.year and a.year != b.year:
        return next(weight for most, weight in _YEARS_APART if abs(a.year - b.year) <= most)
    if a.month and b.month and a.month != b.month:
        return 0.5
    return 1.0


def _key(time: Time) -> tuple[int, ...]:
    """Year, month and day as far as they are known, from the year on."""
    day = time.resolved
    known = (day.year, day.month, day.day) if day else (time.year, time.month, time.day)
    key: list[int] = []
    for part in known:
        if part is None:
            break
        key.append(part)
    return tuple(key)


def _clock_in_part(clock: Time, other: Time) -> Standing:
    hours = _HOURS.get(other.part)
    if hours is None or clock.is_half_open or other.day or clock.minute is None:
        return Standing.OPEN
    hour = clock.minute / 60
    inside = hours[0] <= hour <= hours[1] or hours[0] <= hour + 24 <= hours[1]
    return Standing.COMPATIBLE if inside else Standing.DIFFERENT


def _dates(x: date, y: date, a: Time, b: Time) -> Standing:
    if x == y:
        return Standing.DIFFERENT if _misname(a, b) else _parts(a, b)
    earlier, later = (a, b) if x < y else (b, a)
    is_one_night = abs((x - y).days) == 1 and _may_be_one_night(earlier, later)
    return Standing.OPEN if is_one_night else Standing.DIFFERENT


def _may_be_one_night(earlier: Time, later: Time) -> bool:
    """Whether two days that follow one another may mean one night: "Saturday night", "early Sunday"."""
    if earlier.part == "evening" and later.part == "morning":
        return False
    return earlier.part in _LAST_HOURS and later.part in _FIRST_HOURS


def _misname(a: Time, b: Time) -> bool:
    """Whether both name a weekday with the date, and not the same: one of them errs."""
    both_named = a.value[:1].isalpha() and b.value[:1].isalpha() and bool(a.month and b.month)
    return both_named and a.weekday is not None and b.weekday is not None and a.weekday != b.weekday


def _calendar_days(a: Time, b: Time) -> Standing:
    if a.year and b.year and a.year != b.year:
        return Standing.DIFFERENT
    if not (a.month and b.month):
        return Standing.OPEN
    if a.month != b.month or (a.day and b.day and a.day != b.day) or _misname(a, b):
        return Standing.DIFFERENT
    return Standing.EQUAL if a.day and b.day else Standing.COMPATIBLE


def _weekdays(a: Time, b: Time) -> Standing:
    if a.weekday is None or b.weekday is None:
        return Standing.OPEN
    if a.weekday == b.weekday:
        return _parts(a, b)
    apart = (a.weekday - b.weekday) % 7
    if apart in {1, 6}:
        earlier, later = (b, a) if apart == 1 else (a, b)
        if _may_be_one_night(earlier, later):
            return Standing.OPEN
    return Standing.DIFFERENT


def _parts(a: Time, b: Time) -> Standing:
    """Parts of the same day."""
    if not a.part or not b.part or a.part == b.part:
        return Standing.EQUAL
    if a.part not in _HOURS or b.part not in _HOURS or {a.part, b.part} <= _FIRST_HOURS:
        return Standing.EQUAL
    return Standing.COMPATIBLE if {a.part, b.part} in _ALIKE_PARTS else Standing.DIFFERENT


def _years(a: Time, b: Time) -> Standing:
    if a.year is None or b.year is None:
        return Standing.OPEN
    if a.year != b.year:
        return Standing.DIFFERENT
    return Standing.EQUAL if a.value == b.value else Standing.COMPATIBLE


def _years_alone(a: Time, b: Time) -> Standing:
    return Standing.OPEN if a.month or b.month else _years(a, b)


def _parts_alone(a: Time, b: Time) -> Standing:
    if not a.part or not b.part or any(time.weekday is not None or time.day for time in (a, b)):
        return Standing.OPEN
    return _parts(a, b)


_COMPARISONS: tuple[tuple[Callable[[Time, Time], Standing], str], ...] = (
    (_years_alone, "years"),
    (_calendar_days, "dates"),
    (_weekdays, "days"),
    (_years, "years"),
    (_parts_alone, "times of day"),
)
