"""Days, dates, years, clock times and parts of the day changed."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Edit, Setting, is_of_saying
from tests.bench.planting.figures_written import MONTHS

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAY = re.compile(rf"\b(?P<n>{'|'.join(_DAYS)})\b(?!,? (?:{'|'.join(m[:3] for m in MONTHS)}|\d))(?! [A-Z])")
_DATE = re.compile(
    rf"\b(?P<weekday>(?:{'|'.join(_DAYS)}),? )?"
    rf"(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.) "
    r"(?P<n>\d{1,2})(?:st|nd|rd|th)?(?![\d:–-]| ?(?:to|and|-|–) ?\d)"
)
_MONTH = re.compile(rf"\b(?:in|since|until|by|late|early|last|mid) (?P<n>{'|'.join(MONTHS)})\b(?! \d\d?\b)")
_YEAR = re.compile(
    rf"\b(?:in|since|until|by|of|from|during|before|after|late|early|(?:{'|'.join(MONTHS)})(?: \d{{1,2}},)?) "
    r"(?P<n>(?:19|20)\d\d)\b(?![–’'-]| [A-Z])"
)
_CLOCK = re.compile(r"(?<![\w:.–-])(?P<n>\d{1,2})(?=(?::\d\d)? ?[ap]\.?m\b)")
_PART = re.compile(
    rf"(?:(?:{'|'.join(_DAYS)})|in the|this|early|late|yesterday) (?P<n>morning|afternoon|evening|night)\b"
)
_NOON = re.compile(r"\b(?P<n>noon|midnight|midday)\b")
_AGO = re.compile(
    r"(?<!than )(?<!over )(?<!about )(?<!nearly )(?<!almost )(?<!some )(?<![\w$.,:/-])"
    r"(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
    r"(?= (?:days|weeks|months|years) (?:ago|earlier|later|after|before)\b)"
)
_LOOSE = re.compile(
    r"\b(?:about|around|shortly|just|approximately|roughly|before|after|by|until|nearly|almost|past)\b[^,;]{0,12}$",
    re.IGNORECASE,
)
_PARTS = {"morning": "evening", "afternoon": "night", "evening": "morning", "night": "afternoon"}
_SMALL: Sequence[str] = "two three four five six seven eight nine ten eleven twelve thirteen".split()
_LAST_DAY, _WEEK, _TWELVE = 28, 7, 12


def plant_moments(setting: Setting, chance: Random) -> Iterator[Change]:
    """Another day, date, month, year, hour or part of the day of what happened; not of what was said about it."""
    for way, form, other in (
        ("weekday", _DAY, _other_day),
        ("date", _DATE, _other_date),
        ("month", _MONTH, _other_month),
        ("year", _YEAR, _other_year),
        ("clock", _CLOCK, _other_hour),
        ("part", _PART, lambda match, _chance: _PARTS[match["n"]]),
        ("noon", _NOON, lambda match, _chance: "midnight" if match["n"] != "midnight" else "noon"),
        ("ago", _AGO, _other_ago),
    ):
        found = list(form.finditer(setting.text))
        for match in found:
            span = Span(*match.span("n"))
            is_told_once = len(found) == 1 or (way in {"date", "clock"} and _is_unique(match, setting))
            if is_told_once and setting.is_free(span) and not is_of_saying(setting.text, span):
                new = other(match, chance)
                if new is not None and new not in setting.text:
                    yield Change("time", way, (Edit(span, new),))


def _is_unique(match: re.Match[str], setting: Setting) -> bool:
    return len(re.findall(rf"(?<!\d){match['n']}(?!\d)", setting.text)) == 1


def _other_day(match: re.Match[str], chance: Random) -> str:
    return chance.choice([day for day in _DAYS if day != match["n"]])


def _other_date(match: re.Match[str], chance: Random) -> str | None:
    day = int(match["n"])
    if match["weekday"]:  # the weekday stays right
        days = [d for d in (day - 2 * _WEEK, day - _WEEK, day + _WEEK, day + 2 * _WEEK) if 1 <= d <= _LAST_DAY]
    else:
        days = [d for d in (day - 5, day - 3, day - 2, day + 2, day + 3, day + 4) if 1 <= d <= _LAST_DAY]
    return str(chance.choice(days)) if days else None


def _other_month(match: re.Match[str], chance: Random) -> str:
    at = MONTHS.index(match["n"])
    return MONTHS[(at + chance.choice([2, 3, 5, 7, 9])) % _TWELVE]


def _other_year(match: re.Match[str], chance: Random) -> str:
    return str(int(match["n"]) - chance.choice([1, 2, 3, 5]))


def _other_hour(match: re.Match[str], chance: Random) -> str | None:
    hour = int(match["n"])
    if not 1 <= hour <= _TWELVE:
        return None
    later = chance.choice([3, 4, 5] if _LOOSE.search(match.string[: match.start()]) else [1, 2, 3, 4])
    return str((hour - 1 + later) % 11 + 1 if hour < _TWELVE else later + 1)


def _other_ago(match: re.Match[str], chance: Random) -> str:
    if match["n"].isdigit():
        return str(int(match["n"]) + chance.choice([3, 4, 6]))
    return _SMALL[_SMALL.index(match["n"]) + chance.choice([2, 3])]
