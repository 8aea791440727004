"""Dates: "July 14, 2016", "7/14/2016", "14th of July", "Friday", "in 2024", "New Year's Eve"."""

import re
from datetime import date, timedelta

from counterpoint.engine.details import Aspect, Time
from counterpoint.engine.moments.spots import Spot
from counterpoint.engine.passages import Span

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTH = {form: i + 1 for i, name in enumerate(_MONTHS) for form in (name, name[:3])} | {"sept": 9}
WEEKDAY = {form: i for i, name in enumerate(_WEEKDAYS) for form in (name, name[:3])} | {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
_OPEN_MONTHS = frozenset({"march", "april", "may", "june", "august"})  # also verbs and first names
_MOST_MONTHS, _MOST_DAYS = 12, 31
_SHORT_YEAR, _LAST_CENTURY = 100, 70  # "16" is 2016, "85" is 1985
_NEAR = 120  # days from the publication within which a date without a year has one meaning
_YEARS_FROM = 1900  # an earlier number needs words beside it that speak for a year

YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[,.]\d)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[,.]\d)"
_LAST_DAY = r"(?P<last>\s?(?:[-–—]|to|and|or|through)\s?(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[,.]\d))?"
_MONTH_NAME = r"(?P<month>[A-Z][A-Za-z]{2,8})\b\.?"
_OF_YEAR = rf"(?:\s?,?\s(?:of\s)?{YEAR})?"
_MONTH_DAY = re.compile(rf"{_MONTH_NAME}\s(?:the\s)?{_DAY}{_LAST_DAY}{_OF_YEAR}")
_DAY_MONTH = re.compile(rf"{_DAY}{_LAST_DAY}(?:\s(?:of\s)?|-){_MONTH_NAME}{_OF_YEAR}")
_MONTH_YEAR = re.compile(rf"{_MONTH_NAME}(?:(?:,|\sof)?\s{YEAR})?")
_ISO = re.compile(r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_SLASHED = re.compile(r"(?P<a>\d\d?)(?P<mark>[/.-])(?P<b>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/.-]?\d)")
_YEAR_ALONE = re.compile(rf"{YEAR}(?P<more>[-–/](?:19|20)?\d\d(?!\d))?(?P<decade>['’]?s\b)?(?![\w:]|-\d)")
_WEEKDAY_WORDS = re.compile(
    r"\w+(?:\.|['’]s(?=\s(?:early|late|mid|morning|afternoon|evening|night)\b))?"
    r"(?:\s(?:early|late|mid)?[ -]?(?P<part>morning|afternoon|evening|night)\b(?!\s[Ll]ive|\sLights))?"
)
_TO_DATE = re.compile(r",?\s(?:on\s)?(?:the\s)?")
_SHORT_DAY = re.compile(r"\w+(?:\.(?=,?\s)|,?\s(?=\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))")
_NAMED_DAY = re.compile(
    r"\b(?:Black|Good|Super|Bloody|Ash|Easter|Palm|Cyber|Giving|Ruby|Sheffield|Fat|Shrove|(?:Mail|Express) on)\s$"
)
_DAY_IN_NAME = re.compile(
    r"\w+\s(?:Times|Mirror|Mail|Telegraph|Express|Herald|Post|People|World|Independent|Sun|Star|[Ss]chool|Addams)\b"
)
_EARLY = re.compile(
    r"\b(?:(?P<part>early|late)(?:\son)?|(?:the )?(?P<hours>(?:early|small|wee) (?:\w+ )?hours) (?:of|on))\s$",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"\b(?:next|coming|this coming)\s$", re.IGNORECASE)
_BACKWARD = re.compile(r"\b(?:last|past|previous)\s$", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|won['’]t|due|set to|scheduled|expected to|upcoming|plans?|planned)\b|['’]ll\b")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|from|through|last|next|this|early|late|during|before|after|mid|between)[ -]$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|from|through|of|during|before|after|early|late|mid|the|circa|year|between|and|or|to|for"
    r"|summer|spring|autumn|fall|winter|his|her|its|their|our)[ -]$|['’]s\s$|[\[(‘'’\-–/]$|,\s$",
    re.IGNORECASE,
)
_SURELY_YEAR = re.compile(r"\b(?:in|since|until|during)\s$|['’]s\s$|\bthe\s$", re.IGNORECASE)
_SMALL_WORD = re.compile(r"(?:^|\s)[a-z]+\s$")  # "Flight 1931" is no year
_CALLED_AFTER = re.compile(r"\s[A-Z]")
_COUNTED = re.compile(r"\s[a-z]+s\b|\s(?:people|men|women|children|troops|million|billion)\b")
_NAMED = re.compile(r"\w+(?:['’]s?)?(?:\s\w+(?:['’]s?)?){1,2}")


def read_numeric_date(spot: Spot) -> Time | None:
    """2016-07-14, 7/14/2016, 14.07.2016; where day and month can't be told apart, the year only."""
    if match := spot.match(_ISO):
        return _dated(spot, Span(*match.span()), int(match["year"]), int(match["month"]), int(match["day"]))
    match = spot.match(_SLASHED)
    if not match or (len(match["year"]) == len("16") and match["mark"] != "/"):
        return None
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if year < _SHORT_YEAR:
        year += 2000 if year < _LAST_CENTURY else 1900
    month, day = (b, a) if a > _MOST_MONTHS or match["mark"] == "." else (a, b)
    if not (1 <= month <= _MOST_MONTHS and 1 <= day <= _MOST_DAYS):
        return None
    if a != b and max(a, b) <= _MOST_MONTHS and match["mark"] != ".":
        return Time(aspect=Aspect.TIME, span=Span(*match.span()), value=match.group(), year=year)
    return _dated(spot, Span(*match.span()), year, month, day)


def read_day_month(spot: Spot, at: int | None = None) -> Time | None:
    """Reads "14 July", "the 14th of July, 2016"; at the word, or at another offset."""
    match = spot.match(_DAY_MONTH, at)
    return _by_month(spot, match) if match else None


def _read_month_day(spot: Spot, at: int | None = None) -> Time | None:
    match = spot.match(_MONTH_DAY, at)
    return _by_month(spot, match) if match else None


def _by_month(spot: Spot, match: re.Match[str]) -> Time | None:
    month = MONTH.get(match["month"].lower())
    if month is None:
        return None
    year = int(match["year"]) if match["year"] else None
    if match["last"]:  # "July 14-16": no day of its own
        value = f"{_date_value(year, month, int(match['day']))}/{re.sub(r'[^0-9]', '', match['last'])}"
        return Time(aspect=Aspect.TIME, span=_whole(match), value=value, year=year, month=month)
    return _dated(spot, _whole(match), year, month, int(match["day"]))


def _whole(match: re.Match[str]) -> Span:
    """The span of a match, without the full stop after a whole month's name."""
    ends_sentence = match.group().endswith(".") and match["month"].lower() in _MONTHS
    return Span(match.start(), match.end() - ends_sentence)


def _dated(spot: Spot, span: Span, year: int | None, month: int, day: int) -> Time:
    resolved = _calendar(year, month, day) if year else _nearest(spot.published, month, day)
    return Time(
        aspect=Aspect.TIME, span=span, value=_date_value(year, month, day), year=year, month=month, day=day,
        weekday=resolved.weekday() if resolved and year else None, resolved=resolved,
    )  # fmt: skip


def _date_value(year: int | None, month: int, day: int | None) -> str:
    return f"{year or '-'}-{month:02}" + (f"-{day:02}" if day else "")


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(published: date | None, month: int, day: int) -> date | None:
    """The date of that month and day near the publication: "July 14" in a report of July 15, 2016, not "January 3"."""
    if published is None:
        return None
    dates = [_calendar(published.year + offset, month, day) for offset in (-1, 0, 1) if published.year + offset > 0]
    return next((found for found in dates if found and abs((found - published).days) <= _NEAR), None)


def read_year(spot: Spot) -> Time | None:
    """A year, where the words around it speak for one: "2000 people" and "Flight 1931" are none."""
    match = spot.match(_YEAR_ALONE)
    if not match:
        return None
    year, before = int(match["year"]), spot.before
    if spot.match(_COUNTED, match.end()) and not _SURELY_YEAR.search(before):
        return None
    marked = not before or match["decade"] or _BEFORE_YEAR.search(before)
    if not marked and not (year >= _YEARS_FROM and _SMALL_WORD.search(before)):
        return None
    known = None if match["decade"] or match["more"] else year
    return Time(aspect=Aspect.TIME, span=Span(*match.span()), value=match.group().replace("’", "'"), year=known)


def read_month(spot: Spot) -> Time | None:
    """Reads "July 14, 2016", "Sept. 4", "May 2015", "in January"."""
    if not spot.is_capitalised:
        return None
    if dated := _read_month_day(spot):
        return dated
    match = spot.match(_MONTH_YEAR)
    if not match:
        return None
    month, year = MONTH[spot.word], int(match["year"]) if match["year"] else None
    if year is None and not _is_month(spot, match):
        return None
    return Time(aspect=Aspect.TIME, span=_whole(match), value=_date_value(year, month, None), year=year, month=month)


def _is_month(spot: Spot, match: re.Match[str]) -> bool:
    """Whether a month's name alone is one: not a verb ("May I"), not a first name ("April Jones")."""
    if spot.word not in _MONTHS:  # "Mar", "Dec"
        return match.group().endswith(".") and bool(_BEFORE_MONTH.search(spot.before))
    if spot.match(_CALLED_AFTER, match.end()):
        return False
    return bool(_BEFORE_MONTH.search(spot.before)) or spot.word not in _OPEN_MONTHS


def read_weekday(spot: Spot) -> Time | None:
    """Reads "Friday night", "early Friday", "Tuesday, Dec. 26, 2017"; not "Black Friday" or "The Sun"."""
    match = spot.match(_WEEKDAY_WORDS) if _is_weekday(spot) else None
    if not match:
        return None
    weekday, end = WEEKDAY[spot.word], match.end()
    end -= match.group().endswith(".") and spot.word in _WEEKDAYS
    early = _EARLY.search(spot.before)
    part = match["part"] or _part_before(early)
    gap = spot.match(_TO_DATE, match.end())
    if gap and (day := _read_month_day(spot, gap.end()) or read_day_month(spot, gap.end())):
        return _joined(spot, day, weekday, part)
    return Time(
        aspect=Aspect.TIME, span=Span(spot.start_of(early), end), value=_weekday_value(weekday, part),
        weekday=weekday, part=part, resolved=_resolved(spot, weekday),
    )  # fmt: skip


def _weekday_value(weekday: int, part: str) -> str:
    return _WEEKDAYS[weekday] if part in {"", "late"} else f"{_WEEKDAYS[weekday]} {part}"


def _part_before(early: re.Match[str] | None) -> str:
    """The part of the day that "early", "late", "the small hours of" before a weekday tell."""
    return "" if early is None else "early" if early["hours"] else early["part"].lower()


def _is_weekday(spot: Spot) -> bool:
    if not spot.is_capitalised or _NAMED_DAY.search(spot.before) or spot.match(_DAY_IN_NAME):
        return False
    is_whole = spot.word in _WEEKDAYS
    return is_whole or (spot.match(_SHORT_DAY) is not None and not spot.before.endswith("The "))


def _joined(spot: Spot, day: Time, weekday: int, part: str) -> Time:
    """A weekday with its date; the weekday stays as written, for accounts err in it."""
    return Time(
        aspect=Aspect.TIME, span=Span(spot.at, day.span.end), value=f"{_WEEKDAYS[weekday]} {day.value}", year=day.year,
        month=day.month, day=day.day, weekday=weekday, part=part, resolved=day.resolved,
    )  # fmt: skip


def _resolved(spot: Spot, weekday: int) -> date | None:
    """The last such day up to the publication, the next where the words look ahead; None where both may be meant."""
    if spot.published is None:
        return None
    back = (spot.published.weekday() - weekday) % 7
    last = spot.published - timedelta(days=back) if spot.published.toordinal() > back else None
    if last and _FORWARD.search(spot.before):
        return last + timedelta(days=7)
    if _BACKWARD.search(spot.before) or not _FUTURE.search(spot.text, spot.span.start, spot.at):
        return last
    return last if back == 0 else None


def read_holiday(spot: Spot) -> Time | None:
    """Feasts that fall on the same date every year: "New Year's Eve" is December 31."""
    longest = spot.match(_NAMED) if spot.is_capitalised else None
    if not longest:
        return None
    parts = longest.group().split()
    for length in range(len(parts), 1, -1):
        named = " ".join(parts[:length])
        if when := spot.lexicon.listed("holidays", named.lower().replace("’", "'")):
            return _dated(spot, Span(spot.at, spot.at + len(named)), None, int(when[:2]), int(when[3:]))
    return None
