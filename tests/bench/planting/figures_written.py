"""Numbers, money, dates and clock times written another way."""

import re
from collections.abc import Sequence
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.traces import Trace, joined

WORDS: Sequence[str] = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
MONTHS: Sequence[str] = "January February March April May June July August September October November December".split()
_SHORT_MONTHS = {m[:3]: m for m in MONTHS} | {"Sept": "September"}
_LARGEST, _FIRST = 20, 2
_BOUND = r"(?<![\w$£€.,:/#-])"
#: A figure before a plain word: in "12 people" it counts, in "Route 66" and "66 Main Street" it does not.
_FIGURE = re.compile(_BOUND + r"(\d{1,2})(?= [a-z]{3,})")
_WORD = re.compile(rf"(?<![\w-])({'|'.join(WORDS[_FIRST:])})(?= [a-z]{{3,}})", re.IGNORECASE)
_FOLLOWS_NAME = re.compile(r"(?<=\w )[A-Z][\w’'-]* $|[’']\w+ $")
_UNITS = re.compile(r" (?:million|billion|trillion|hundred|thousand|percent|per|a\.m|p\.m|am|pm|and|or|to|of)\b")
_MONEY = re.compile(
    r"(?<![\w$])(?P<sign>[$£€])(?P<sum>\d{1,3}(?:,?\d{3})*+(?:\.\d+)?+(?: (?:million|billion|trillion))?)"
    r"(?!\w|\.\d|-)(?=[,.]| (?:to|in|for|on|from|was|were|and|by|at|after|during)\b)"
)
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros"}
_PERCENT = re.compile(r"(?P<number>\d)(?P<sign>%)(?![\w-])")
_DATE = re.compile(rf"(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})(?P<year>, \d{{4}})?(?![\d\w:-]),?")
_SHORT_MONTH = re.compile(rf"\b({'|'.join(_SHORT_MONTHS)})\.(?= \d)")
_CLOCK = re.compile(r"(?P<time>\d{1,2}(?::\d\d)?)(?P<space> )(?P<half>[ap]\.m\.)(?=\s\w)")
_AGED = re.compile(
    r"\b(?P<age>\d{1,2})-year-old (?P<name>[A-Z][a-z]+ [A-Z][a-z]+)(?![\w’'-])(?P<after>[.,]?)(?! [A-Z])"
)


def other_figures(trace: Trace, _chance: Random) -> Trace | None:
    """A number's word as figures or the other way round: "three people" and "3 people"."""
    for match in _FIGURE.finditer(trace.text):
        if _FOLLOWS_NAME.search(trace.text[: match.start()]):
            continue
        if _FIRST <= int(match[1]) <= _LARGEST and not _UNITS.match(trace.text, match.end()):
            word = WORDS[int(match[1])]
            return trace.replaced(Span(*match.span(1)), word.capitalize() if not match.start() else word)
    for match in _WORD.finditer(trace.text):
        if not _UNITS.match(trace.text, match.end()):
            return trace.replaced(Span(*match.span(1)), str(WORDS.index(match[1].lower())))
    return None


def other_money(trace: Trace, _chance: Random) -> Trace | None:
    """ "$5 million" as "5 million dollars"."""
    match = _MONEY.search(trace.text)
    if match is None:
        return None
    tail = f" {_CURRENCIES[match['sign']]}"
    return joined(trace.part(0, match.start()), trace.group(match, "sum"), tail, trace.part(match.end()))


def other_percent(trace: Trace, _chance: Random) -> Trace | None:
    """ "5%" as "5 percent"."""
    match = _PERCENT.search(trace.text)
    return trace.replaced(Span(*match.span("sign")), " percent") if match else None


def other_date(trace: Trace, _chance: Random) -> Trace | None:
    """ "April 14, 2014" as "14 April 2014"; the month's whole name for the short one."""
    if match := _SHORT_MONTH.search(trace.text):
        return trace.replaced(Span(*match.span()), _SHORT_MONTHS[match[1]])
    if match := _DATE.search(trace.text):
        year = [trace.part(match.start("year") + 1, match.end("year"))] if match["year"] else []
        middle = (trace.group(match, "day"), " ", trace.group(match, "month"), *year)
        tail = "," if match[0].endswith(",") and not year else ""
        return joined(trace.part(0, match.start()), *middle, tail, trace.part(match.end()))
    return None


def other_clock(trace: Trace, _chance: Random) -> Trace | None:
    """ "6:30 p.m." as "6:30pm"."""
    match = _CLOCK.search(trace.text)
    if match is None:
        return None
    return trace.replaced(Span(match.start("space"), match.end("half")), match["half"].replace(".", ""))


def other_age(trace: Trace, _chance: Random) -> Trace | None:
    """ "24-year-old Jane Roe" as "Jane Roe, 24,"."""
    match = _AGED.search(trace.text)
    if match is None or trace.text[: match.start()].endswith(("the ", "a ", "an ", "The ", "A ", "An ")):
        return None
    close = match["after"] or ","
    parts = trace.group(match, "name"), ", ", trace.group(match, "age"), close
    return joined(trace.part(0, match.start()), *parts, trace.part(match.end()))
