"""Points in time that a claim names: dates, weekdays, clock times, parts of the day, years, each with its words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from counterpoint.engine.details import Aspect, Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = {form: i + 1 for i, name in enumerate(_MONTHS) for form in (name, name[:3])} | {"sept": 9}
_WEEKDAY = {form: i for i, name in enumerate(_WEEKDAYS) for form in (name, name[:3])}
_WEEKDAY |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_NUMBERS = {w: i + 1 for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split())}
_OPEN_MONTHS = frozenset({"march", "april", "may", "june", "august"})  # also verbs and first names

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[,.]\d)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[,.]\d)"
_LAST_DAY = r"(?P<last>\s?(?:[-–—]|to|and|or|through)\s?(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[,.]\d))?"
_MONTH_NAME = r"(?P<month>[A-Z][A-Za-z]{2,8})\b\.?"
_OF_YEAR = rf"(?:,?\s(?:of\s)?{_YEAR})?"
_ZONE = (
    r"(?:,?\s\(?(?:local(?: time)?|(?P<zone>(?:Eastern|Central|Pacific|Mountain)(?: (?:Standard|Daylight))?(?: [Tt]ime)?"
    r"|[ECPM][SD]?T|GMT|UTC|BST|CES?T|IST|AE[SD]T|JST|MSK))\b\)?)?"
)
_IN = r"(?:\s(?:(?:in the |this )?(?P<part>morning|afternoon|evening)|(?:at |to)(?P<night>night))\b)?"

_MONTH_DAY = re.compile(rf"{_MONTH_NAME}\s(?:the\s)?{_DAY}{_LAST_DAY}{_OF_YEAR}")
_DAY_MONTH = re.compile(rf"{_DAY}{_LAST_DAY}(?:\s(?:of\s)?|-){_MONTH_NAME}{_OF_YEAR}")
_MONTH_YEAR = re.compile(rf"{_MONTH_NAME}(?:(?:,|\sof)?\s{_YEAR})?")
_ISO = re.compile(r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_SLASHED = re.compile(r"(?P<a>\d\d?)([/.-])(?P<b>\d\d?)\2(?P<year>(?:19|20)\d\d|\d\d)(?![\d/.-]?\d)")
_YEAR_ALONE = re.compile(rf"{_YEAR}(?P<more>[-–/](?:19|20)?\d\d(?!\d))?(?P<decade>['’]?s\b)?(?![\w:]|-\d)")
_CLOCK = re.compile(
    r"(?P<hour>2[0-4]|[01]?\d)(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?![\d:])"
    rf"(?P<mark>\s?(?P<half>[aApP])\.?\s?[mM]\b\.?|\so['’]?\s?clock\b|\s?(?:hours|hrs)\b)?{_IN}{_ZONE}"
)
_MILITARY = re.compile(
    rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s?(?:hours|hrs|h)\b|(?=\s?(?:GMT|UTC)\b)){_ZONE}"
)
_WORD_CLOCK = re.compile(rf"(?P<hour>[A-Za-z]+)\s(?:(?P<half>[aApP])\.?[mM]\b\.?|o['’]?\s?clock\b){_IN}{_ZONE}")
_WEEKDAY_WORDS = re.compile(
    r"\w+(?:\.|['’]s(?=\s(?:early|late|mid|morning|afternoon|evening|night)\b))?(?:\s(?P<when>early|late|mid)?[ -]?(?P<part>morning|afternoon|evening|night)\b(?!\s[Ll]ive|\sLights))?"
)
_TO_DATE = re.compile(r",?\s(?:on\s)?(?:the\s)?")
_SHORT_DAY = re.compile(r"\w+(?:\.(?=,?\s)|,?\s(?=\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))")
_NAMED_DAY = re.compile(
    r"\b(?:Black|Good|Super|Bloody|Ash|Easter|Palm|Cyber|Giving|Ruby|Sheffield|Fat|Shrove|(?:Mail|Express) on)\s$"
)
_DAY_IN_NAME = re.compile(
    r"\w+\s(?:Times|Mirror|Mail|Telegraph|Express|Herald|Post|People|World|Independent|Sun|Star|[Ss]chool|Addams)\b"
)
_EARLY = re.compile(r"\b(?:early|late)(?:\son)?\s$", re.IGNORECASE)
_FORWARD = re.compile(r"\b(?:next|coming|this coming)\s$", re.IGNORECASE)
_BACKWARD = re.compile(r"\b(?:last|past|previous)\s$", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|won['’]t|due|set to|scheduled|expected to|upcoming|plans?|planned)\b|['’]ll\b")
_BEFORE_PART = re.compile(
    r"\b(?:(?:in |during |through )?(?P<which>the|that|this|last|tomorrow|yesterday|today|by|before|at|until|since))?"
    r"(?:\s?\b(?:early|late|mid)\b(?:-|\shours of the)?)?\s?$",
    re.IGNORECASE,
)
_BEFORE_PERIOD = re.compile(r"\b(?:(?:earlier|later)\s)?(?:last|this|next|past)\s$", re.IGNORECASE)
_BEFORE_SEASON = re.compile(
    r"\b(?:last|this|next|in(?: the)?|early|late|mid|during the|by|since|of)[ -]$", re.IGNORECASE
)
_SEASON_YEAR = re.compile(rf"\w+(?:\s(?:of\s)?{_YEAR})?")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|from|through|last|next|this|early|late|during|before|after|mid|between)[ -]$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|from|through|of|during|before|after|early|late|mid|the|circa|year|between|and|or|to|for"
    r"|summer|spring|autumn|fall|winter|his|her|its|their|our)[ -]$|['’]s\s$|[\[(‘'’\-–/]$|,\s$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)\s(?P<unit>day|week)s?\s$", re.I
)
_CALLED_AFTER = re.compile(r"\s[A-Z]")
_COUNTED = re.compile(r"\s[a-z]+s\b|\s(?:people|men|women|children|troops|million|billion)\b")
_SMALL_WORD = re.compile(r"(?:^|\s)[a-z]+\s$")  # "Flight 1943" is no year
_NO_COUNT_FROM = 1900
_LOOK_BACK = 32


@dataclass(frozen=True)
class _Place:
    """A word of a sentence, and what must be known to read a time there."""

    text: str
    span: Span
    at: int
    word: str
    lexicon: Lexicon
    published: date | None

    @cached_property
    def before(self) -> str:
        """The few characters before the word."""
        return self.text[max(self.span.start, self.at - _LOOK_BACK) : self.at]

    @property
    def is_capitalised(self) -> bool:
        return self.text[self.at].isupper()

    def match(self, pattern: re.Pattern[str], at: int | None = None) -> re.Match[str] | None:
        return pattern.match(self.text, self.at if at is None else at, self.span.end)

    def start_of(self, before: re.Match[str] | None) -> int:
        """Where the time begins when the words that `before` found belong to it."""
        return self.at - len(before.group().lstrip()) if before else self.at


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
        time = read(_Place(text, span, word.span.start, low, lexicon, published))
        if time is not None and time.span.start >= end:
            found.append(time)
            end = time.span.end
    return tuple(found)


def _read_figure(place: _Place) -> Time | None:
    if (
        place.at > place.span.start
        and place.text[place.at - 1] in "$€£¥#/.,-"
        and not place.before.endswith(("/", "-"))
    ):
        return None
    return _numeric_date(place) or _day_month(place, place.at) or _clock(place) or _year(place)


def _numeric_date(place: _Place) -> Time | None:
    """2016-07-14, 7/14/2016, 14.07.2016; where day and month can't be told apart, the year only."""
    if match := place.match(_ISO):
        return _dated(place, Span(*match.span()), int(match["year"]), int(match["month"]), int(match["day"]))
    match = place.match(_SLASHED)
    if not match or (len(match["year"]) == 2 and match[2] != "/"):
        return None
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    month, day = (b, a) if a > 12 or match[2] == "." else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if a != b and a <= 12 and b <= 12 and match[2] != ".":
        return Time(aspect=Aspect.TIME, span=Span(*match.span()), value=match.group(), year=year)
    return _dated(place, Span(*match.span()), year, month, day)


def _day_month(place: _Place, at: int) -> Time | None:
    match = place.match(_DAY_MONTH, at)
    return _by_month(place, match) if match else None


def _month_day(place: _Place, at: int) -> Time | None:
    match = place.match(_MONTH_DAY, at)
    return _by_month(place, match) if match else None


def _by_month(place: _Place, match: re.Match[str]) -> Time | None:
    month = _MONTH.get(match["month"].lower())
    if month is None:
        return None
    year = int(match["year"]) if match["year"] else None
    if match["last"]:  # "July 14-16": no day of its own
        value = f"{_date_value(year, month, int(match['day']))}/{re.sub(r'[^0-9]', '', match['last'])}"
        return Time(aspect=Aspect.TIME, span=_whole(match), value=value, year=year, month=month)
    return _dated(place, _whole(match), year, month, int(match["day"]))


def _whole(match: re.Match[str]) -> Span:
    """The span of a match, without the full stop after a whole month's name."""
    end = match.end()
    if match.group().endswith(".") and match["month"].lower() in _MONTHS:
        end -= 1
    return Span(match.start(), end)


def _dated(place: _Place, span: Span, year: int | None, month: int, day: int) -> Time:
    resolved = _calendar(year, month, day) if year else _nearest(place.published, month, day)
    weekday = resolved.weekday() if resolved and year else None
    value = _date_value(year, month, day)
    return Time(
        aspect=Aspect.TIME, span=span, value=value, year=year, month=month, day=day, weekday=weekday, resolved=resolved
    )


def _date_value(year: int | None, month: int, day: int | None) -> str:
    return f"{year if year else '-'}-{month:02}" + (f"-{day:02}" if day else "")


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(published: date | None, month: int, day: int) -> date | None:
    """The date of that month and day nearest to the publication: "July 14" in a report of July 15, 2016."""
    if published is None:
        return None
    near = [_calendar(published.year + offset, month, day) for offset in (-1, 0, 1)]
    return min((d for d in near if d), key=lambda d: abs((d - published).days), default=None)


def _clock(place: _Place) -> Time | None:
    if match := place.match(_MILITARY):
        return _clocked(match, int(match["hour"]) * 60 + int(match["minute"]), is_open=False)
    match = place.match(_CLOCK)
    if not match or (match["mark"] is None and (match["minute"] is None or ":" not in match.group())):
        return None  # "10", "2.30"
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if hour == 24 and minute or half and not 1 <= hour <= 12:
        return None
    if match["mark"] and match["mark"].strip() in {"hours", "hrs"} and (not match["minute"] or hour < 10 and hour > 0):
        return None  # "12 hours", "2.30 hours"
    return _clocked(match, *_in_day(hour, minute, half, match["part"] or match["night"] or ""))


def _in_day(hour: int, minute: int, half: str, part: str) -> tuple[int, bool]:
    """Minutes from midnight, and whether twelve hours may be missing, as in "at 5:30"."""
    if not half and part and 1 <= hour <= 12:
        half = "a" if part == "morning" or (part == "night" and (hour < 6 or hour == 12)) else "p"
    if half:
        return (hour % 12 + (12 if half == "p" else 0)) * 60 + minute, False
    return hour % 24 * 60 + minute, 1 <= hour <= 12


def _clocked(match: re.Match[str], minute: int, is_open: bool) -> Time:  # noqa: FBT001
    zone = match["zone"] or ""
    value = f"{minute // 60:02}:{minute % 60:02}{'?' if is_open else ''}{' ' if zone else ''}{zone}"
    end = match.end()
    if match.group().endswith(".") and "." not in match.group()[:-1]:
        end -= 1  # "at 11pm."
    return Time(
        aspect=Aspect.TIME, span=Span(match.start(), end), value=value, minute=minute, is_half_open=is_open, zone=zone
    )


def _read_number_word(place: _Place) -> Time | None:
    match = place.match(_WORD_CLOCK)
    if not match:
        return None
    half = (match["half"] or "").lower()
    return _clocked(match, *_in_day(_NUMBERS[place.word], 0, half, match["part"] or match["night"] or ""))


def _read_noon(place: _Place) -> Time | None:
    if place.is_capitalised and _CALLED_AFTER.match(place.text, place.at + len(place.word), place.span.end):
        return None  # "Noon Road"
    minute = 0 if place.word == "midnight" else 720
    span = Span(place.at, place.at + len(place.word))
    return Time(aspect=Aspect.TIME, span=span, value=f"{minute // 60:02}:00", minute=minute)


def _year(place: _Place) -> Time | None:
    """A year, where the words around it speak for one: "2000 people" and "Boeing 1900" are none."""
    match = place.match(_YEAR_ALONE)
    if not match:
        return None
    year, before = int(match["year"]), place.before
    marked = bool(_BEFORE_YEAR.search(before)) or bool(match["decade"]) or not before
    counted = _COUNTED.match(place.text, match.end(), place.span.end)
    if counted and not re.search(r"\b(?:in|since|until|during)\s$|['’]s\s$|\bthe\s$", before, re.IGNORECASE):
        return None
    if not marked and not (year >= _NO_COUNT_FROM and _SMALL_WORD.search(before)):
        return None
    value = match.group().replace("’", "'")
    known = None if match["decade"] or match["more"] else year
    return Time(aspect=Aspect.TIME, span=Span(*match.span()), value=value, year=known)


def _read_month(place: _Place) -> Time | None:
    if not place.is_capitalised:
        return None
    if dated := _month_day(place, place.at):
        return dated
    match = place.match(_MONTH_YEAR)
    if not match:
        return None
    month = _MONTH[place.word]
    year = int(match["year"]) if match["year"] else None
    if year is None and not _is_month(place, match):
        return None
    return Time(aspect=Aspect.TIME, span=_whole(match), value=_date_value(year, month, None), year=year, month=month)


def _is_month(place: _Place, match: re.Match[str]) -> bool:
    """Whether a month's name alone is one: not a verb ("May I"), not a first name ("April Jones")."""
    if place.word not in _MONTHS:  # "Mar", "Dec"
        return match.group().endswith(".") and bool(_BEFORE_MONTH.search(place.before))
    if _CALLED_AFTER.match(place.text, match.end(), place.span.end):
        return False
    return bool(_BEFORE_MONTH.search(place.before)) or place.word not in _OPEN_MONTHS


def _read_weekday(place: _Place) -> Time | None:
    if not place.is_capitalised or _NAMED_DAY.search(place.before) or place.match(_DAY_IN_NAME):
        return None
    if place.word not in _WEEKDAYS and (not place.match(_SHORT_DAY) or place.before.endswith("The ")):
        return None
    match = place.match(_WEEKDAY_WORDS)
    if not match:
        return None
    weekday, end = _WEEKDAY[place.word], match.end()
    if match.group().endswith(".") and place.word in _WEEKDAYS:
        end -= 1
    early = _EARLY.search(place.before)
    part = match["part"] or ("early" if early and "early" in early.group().lower() else "")
    if gap := place.match(_TO_DATE, match.end()):
        if day := _month_day(place, gap.end()) or _day_month(place, gap.end()):
            return _joined(place, day, weekday, part)
    resolved = _resolved_weekday(place, weekday)
    value = f"{_WEEKDAYS[weekday]} {part}".strip()
    span = Span(place.start_of(early), end)
    return Time(aspect=Aspect.TIME, span=span, value=value, weekday=weekday, part=part, resolved=resolved)


def _joined(place: _Place, day: Time, weekday: int, part: str) -> Time:
    """ "Friday, July 14": the weekday stays as written, for accounts err in it."""
    return Time(
        aspect=Aspect.TIME, span=Span(place.at, day.span.end), value=f"{_WEEKDAYS[weekday]} {day.value}", year=day.year,
        month=day.month, day=day.day, weekday=weekday, part=part, resolved=day.resolved,
    )  # fmt: skip


def _resolved_weekday(place: _Place, weekday: int) -> date | None:
    """The last such day up to the publication, the next one where the words look ahead; None where both may be meant."""
    if place.published is None:
        return None
    back = (place.published.weekday() - weekday) % 7
    last = place.published - timedelta(days=back)
    if _FORWARD.search(place.before):
        return last + timedelta(days=7)
    if _BACKWARD.search(place.before) or not _FUTURE.search(place.text, place.span.start, place.at):
        return last
    return last if back == 0 else None


def _read_part(place: _Place) -> Time | None:
    """ "in the morning", "last night", "early evening": a part of the day without a day."""
    before = _BEFORE_PART.search(place.before)
    which = (before["which"] or "").lower() if before else ""
    if not before or not before.group().strip():
        return None
    if place.word == "night" and not which:
        return None
    offset = {"last": -1, "yesterday": -1, "this": 0, "today": 0, "tomorrow": 1}.get(which)
    resolved = None if offset is None or place.published is None else place.published + timedelta(days=offset)
    value = f"{which} {place.word}" if offset is not None else place.word
    end = place.at + len(place.word)
    return Time(
        aspect=Aspect.TIME, span=Span(place.start_of(before), end), value=value, part=place.word, resolved=resolved
    )


def _read_relative_day(place: _Place) -> Time:
    offset = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[place.word]
    resolved = place.published + timedelta(days=offset) if place.published else None
    span = Span(place.at, place.at + len(place.word))
    part = "night" if place.word == "tonight" else ""
    following = re.compile(r"\w+(?:['’]s)?\s(morning|afternoon|evening|night)\b").match(
        place.text, place.at, place.span.end
    )
    if following and place.word != "tonight":
        part, span = following[1], Span(place.at, following.end())
    value = f"{place.word} {part}".strip() if place.word != "tonight" else "tonight"
    return Time(aspect=Aspect.TIME, span=span, value=value, part=part, resolved=resolved)


def _read_period(place: _Place) -> Time | None:
    """ "last week", "this month", "next year"; month and year are known where the publication is."""
    before = _BEFORE_PERIOD.search(place.before)
    if not before:
        return None
    which = before.group().lower().split()[-1].replace("past", "last")
    offset = {"last": -1, "this": 0, "next": 1}[which]
    year = month = None
    if place.published and place.word == "year":
        year = place.published.year + offset
    elif place.published and place.word == "month":
        months = place.published.year * 12 + place.published.month - 1 + offset
        year, month = months // 12, months % 12 + 1
    return Time(
        aspect=Aspect.TIME, span=Span(place.start_of(before), place.at + len(place.word)), value=f"{which} {place.word}",
        year=year, month=month,
    )  # fmt: skip


def _read_season(place: _Place) -> Time | None:
    match = place.match(_SEASON_YEAR)
    before = _BEFORE_SEASON.search(place.before)
    if not match or not (match["year"] or before):
        return None
    which = before.group().lower().strip(" -") if before else ""
    if place.word in {"fall", "spring"} and not match["year"] and which not in {"last", "this", "next", "in the"}:
        return None
    keep = before if which in {"last", "this", "next", "early", "late", "mid"} else None
    year = int(match["year"]) if match["year"] else None
    named = "autumn" if place.word == "fall" else place.word
    value = f"{named} {year}" if year else f"{which} {named}" if which in {"last", "this", "next"} else named
    return Time(aspect=Aspect.TIME, span=Span(place.start_of(keep), match.end()), value=value, year=year)


def _read_ago(place: _Place) -> Time | None:
    """ "two days ago"; "two days later" counts from something else and stays a duration."""
    match = _AGO.search(place.before)
    if not match:
        return None
    word = match["count"].lower()
    count = 1 if word in {"a", "an"} else _NUMBERS.get(word) or int(word)
    days = count * (7 if match["unit"].lower() == "week" else 1)
    exact = place.published is not None and match["unit"].lower() == "day"
    resolved = place.published - timedelta(days=days) if exact and place.published else None
    start = place.at - len(match.group())
    value = f"{days} days ago"
    return Time(aspect=Aspect.TIME, span=Span(start, place.at + 3), value=value, resolved=resolved)


def _read_holiday(place: _Place) -> Time | None:
    """Feasts that fall on the same date every year: "New Year's Eve" is December 31."""
    longest = re.compile(r"\w+(?:['’]s?)?(?:\s\w+(?:['’]s?)?){1,2}").match(place.text, place.at, place.span.end)
    if not longest or not place.is_capitalised:
        return None
    parts = longest.group().lower().replace("’", "'").split()
    for length in (3, 2):
        named = " ".join(parts[:length])
        when = place.lexicon.listed("holidays", named) if len(parts) >= length else None
        if when:
            end = place.at + len(" ".join(longest.group().split()[:length]))
            return _dated(place, Span(place.at, end), None, int(when[:2]), int(when[3:]))
    return None


def _readers() -> dict[str, Callable[[_Place], Time | None]]:
    """Which reader a word calls."""
    readers: dict[str, Callable[[_Place], Time | None]] = {}
    for words, reader in (
        (_NUMBERS, _read_number_word),
        (_WEEKDAY, _read_weekday),
        (_MONTH, _read_month),
        (("noon", "midnight", "midday"), _read_noon),
        (("morning", "afternoon", "evening", "night", "dawn", "dusk"), _read_part),
        (("yesterday", "today", "tonight", "tomorrow"), _read_relative_day),
        (("week", "weekend", "month", "year", "decade", "century"), _read_period),
        (("spring", "summer", "autumn", "fall", "winter"), _read_season),
        (("ago",), _read_ago),
        (("new", "christmas", "bastille", "independence", "boxing", "valentine", "fourth", "july"), _read_holiday),
    ):
        readers |= dict.fromkeys(words, reader)
    return readers | {"july": _read_month}


_READERS = _readers()
