"""Times of two accounts: do both give the same day, hour or duration for one act?"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from counterpoint.engine.certainties import act_of
from counterpoint.engine.clauses import SAYING, Predicate
from counterpoint.engine.comparators.quantities import compare_numbers
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import contents, key, predicates_of
from counterpoint.engine.comparators.subjects import context, softened
from counterpoint.engine.comparators.values import Standing
from counterpoint.engine.details import Aspect, Kind, Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.relations import Reason
from counterpoint.engine.verbs import PRONOUNS
from counterpoint.engine.words import Word

_DAY = 24 * 60
_SAME_MINUTES = 5  # clock times this near are one: accounts round
_LOOSE_MINUTES = 10  # the same with "about"
_AFTER_MINUTES = 20  # how long "just after" lasts
_BESIDE = 20  # code points between a clock time and its day: "11 p.m. on Monday"
_DAYS_NEAR, _DAYS_FAR = 3, 8
_FEWEST = 0.25  # sameness below it is no finding
_SYNONYMS, _KINDS = 0.9, 0.7
_OTHER_ACTS = 0.35  # of verbs that are no kin; not 0, for "plummeted" and "dropped" are none either
_OTHER_TIMES = 0.2  # the same for times that differ: every act has its own
_AKIN = 0.4  # kinship of subjects: "the fire" and "the blaze"
#: Verbs that say only that something was: the act stands in their subject.
_EMPTY = frozenset(
    "be happen occur have take do begin start come go make get follow unfold erupt break continue end".split()
)
_BREAK = re.compile(
    r"[;:—]|,?\s(?:and|but|when|after|before|while|who|where|which|as|until|because|although|though)\s|,\s"
)
_AFTER = re.compile(r"\b(?:just|shortly|soon|immediately|right|sometime)?\s?(?:after|past|from)\s$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:just|shortly|sometime)?\s?(?:before|by|until|till|nearly|almost)\s$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|near|circa|some time|sometime|at around|close to)\s$", re.IGNORECASE
)
#: Which end of a period a time is by the words before it: "closed until Wednesday", "before 2016".
_ENDS = tuple(
    (end, re.compile(rf"\b(?:{words})\s(?:on\s|in\s|the\s)?$", re.IGNORECASE))
    for end, words in (
        ("to", "until|till|through|by|no later than|up to"),
        ("from", "since|starting|beginning"),
        ("before", "before|prior to|earlier than"),
        ("after", "after|following|later than"),
        ("as of", "as of"),
    )
)
#: What may be compared: the same ends, and a time with a bound on it.
_TOGETHER = ({""}, {"to"}, {"from"}, {"as of"}, {"before"}, {"after"}, {"", "before"}, {"", "after"})
_FUTURE = re.compile(
    r"\b(?:will|could|expected|scheduled|due|set to|plans? to|planning|prepar(?:es?|ing)|next|upcoming)\b|['’]ll\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",?[^,;.:]*")  # "In 2018, they will launch": up to the next comma
_AHEAD = 60  # code points before a time within which they stand
#: Hours from and to which a part of the day lasts; wide, for accounts differ in them.
_HOURS = {
    "morning": (0, 12), "early": (0, 9), "dawn": (4, 9), "afternoon": (12, 19), "evening": (16, 24), "night": (17, 30),
    "dusk": (16, 23), "overnight": (20, 31),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Point:
    """A time of one side, the verb it belongs to, and the nearest time that names its day."""

    time: Time
    verb: str
    subject: tuple[Word, ...]
    day: Time | None
    end: str  # an entry of _ENDS where the time only bounds the act: "closed until Wednesday"


@dataclass(frozen=True, slots=True)
class _Pair:
    a: _Point
    b: _Point
    standing: Standing
    same: float
    what: str


def compare_times(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Where two claims agree and differ in when something was and how long it took."""
    durations = compare_numbers(a, b, lexicon, frozenset({Kind.DURATION}))
    found = [*_compare_points(a, b, lexicon), *durations]
    return tuple(sorted(found, key=lambda finding: (finding.reason.a, finding.reason.b)))


def _compare_points(a: Side, b: Side, lexicon: Lexicon) -> list[Finding]:
    if not any(isinstance(d, Time) for d in a.details) or not any(isinstance(d, Time) for d in b.details):
        return []
    pairs: list[_Pair] = []
    for x in _points(a, lexicon):
        for y in _points(b, lexicon):
            standing, what = _compare(x, y, (a, b))
            same = _sameness(x, y, (a, b), lexicon, differs=standing is Standing.DIFFERENT)
            if standing is Standing.DIFFERENT:
                same *= softened(_nearness(x.time, y.time), context(x.time, y.time, (a, b)))
            if standing is not Standing.OPEN and same >= _FEWEST:
                pairs.append(_Pair(x, y, standing, same, what))
    return [_finding(pair, (a, b)) for pair in _chosen(pairs)]


def _chosen(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Each time once: what agrees first, then what differs most surely. A time that agrees is in no difference."""
    order = {Standing.EQUAL: 0, Standing.COMPATIBLE: 1, Standing.DIFFERENT: 2}
    used: set[tuple[int, Time]] = set()
    chosen: list[_Pair] = []
    for pair in sorted(pairs, key=lambda p: (order[p.standing], -p.same, p.a.time.span, p.b.time.span)):
        if (0, pair.a.time) in used or (1, pair.b.time) in used:
            continue
        used |= {(0, pair.a.time), (1, pair.b.time)}
        chosen.append(pair)
    return chosen


@once
def _points(side: Side, lexicon: Lexicon) -> list[_Point]:
    times = [d for d in side.details if isinstance(d, Time)]
    predicates = predicates_of(side, lexicon)
    points: list[_Point] = []
    for time in times:
        act = _act(time, side, predicates)
        points.append(
            _Point(time, act.verb if act else "", act.subject if act else (), _day_of(time, times), _end(time, side))
        )
    return points


def _end(time: Time, side: Side) -> str:
    if side.text.startswith(("'s", "’s"), time.span.end):
        return ""  # "after Tuesday's launch"
    before = side.text[max(side.span.start, time.span.start - _BESIDE) : time.span.start]
    end = next((end for end, words in _ENDS if words.search(before)), "")
    return "" if time.minute is not None and end in {"before", "after"} else end  # "just after 11 p.m." is about then


def _looks_ahead(time: Time, side: Side) -> bool:
    """Whether the words around the time speak of what is to come: "is expected in court on Wednesday"."""
    start, end = max(side.span.start, time.span.start - _AHEAD), min(side.span.end, time.span.end + _AHEAD)
    after = _CLAUSE.match(side.text, time.span.end, end)
    return bool(_FUTURE.search(side.text, start, after.end() if after else time.span.end))


def _act(time: Time, side: Side, predicates: Sequence[Predicate]) -> Predicate | None:
    """The act that the time belongs to: the last before it in its clause, else the first after it."""
    before = [p for p in predicates if p.main.end <= time.span.start]
    after = [p for p in predicates if p.span.start >= time.span.end]
    if before and not _BREAK.search(side.text, before[-1].main.end, _start(time, side)):
        return before[-1]
    if after and not _BREAK.search(side.text.replace(",", " "), time.span.end, after[0].span.start):
        return after[0]
    return before[-1] if before else after[0] if after else None


def _start(time: Time, side: Side) -> int:
    """Where the time begins with the words that bound a clock time: "shortly after" of "shortly after 11 p.m."."""
    if time.minute is None:
        return time.span.start
    region = side.text[max(side.span.start, time.span.start - _BESIDE) : time.span.start]
    bound = _AFTER.search(region) or _BEFORE.search(region)
    return time.span.start - (len(region) - bound.start() if bound else 0)


def _day_of(time: Time, times: Sequence[Time]) -> Time | None:
    """The weekday or date that a clock time stands beside."""
    days = [other for other in times if other is not time and (other.weekday is not None or other.day)]
    gaps = [(min(abs(day.span.start - time.span.end), abs(time.span.start - day.span.end)), day) for day in days]
    return next((day for gap, day in gaps if gap < _BESIDE), None)


def _sameness(a: _Point, b: _Point, sides: tuple[Side, Side], lexicon: Lexicon, *, differs: bool) -> float:
    """How surely two times are of one act: by their verbs, and by the words around."""
    says = a.verb in SAYING, b.verb in SAYING
    if says[0] != says[1] or {a.end, b.end} not in _TOGETHER:
        return 0.0
    if _looks_ahead(a.time, sides[0]) != _looks_ahead(b.time, sides[1]):
        return 0.0
    # When the police spoke hardly matters.
    verbs = 0.45 if says[0] or a.end == "as of" else _verbs(a, b, sides, lexicon, differs=differs)
    return verbs * (0.3 + 0.7 * context(a.time, b.time, sides))


def _verbs(a: _Point, b: _Point, sides: tuple[Side, Side], lexicon: Lexicon, *, differs: bool) -> float:
    """How surely both verbs tell of one act; of times that differ more is asked than that both be told of alike."""
    if not a.verb or not b.verb:
        return 0.8
    kinship = lexicon.kinship(a.verb, b.verb)
    if kinship >= _KINDS:
        return 1.0 if kinship >= _SYNONYMS else 0.85
    is_empty = a.verb in _EMPTY or b.verb in _EMPTY
    if not differs:
        return 0.8 if is_empty else _OTHER_ACTS
    if _are_poles(a.verb, b.verb, lexicon):
        return 0.0  # "began at 9", "ended at 11"
    if _is_told_of(a, b, sides, lexicon) or _is_told_of(b, a, (sides[1], sides[0]), lexicon):
        return 0.8
    return _OTHER_TIMES


def _are_poles(a: str, b: str, lexicon: Lexicon) -> bool:
    return lexicon.are_opposite(lexicon.listed("poles", a) or a, lexicon.listed("poles", b) or b)


def _is_told_of(a: _Point, b: _Point, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether the other claim's act, its subject or anything in it is what the empty verb's subject names."""
    if a.verb not in _EMPTY:
        return False
    if not a.subject or a.subject[0].lemma in PRONOUNS:
        return True
    head = key(a.subject[0], sides[0])
    act = act_of(head, lexicon)
    if act == b.verb or head in contents(sides[1]):
        return True
    return bool(b.subject) and lexicon.kinship(head, key(b.subject[0], sides[1])) >= _AKIN


def _nearness(a: Time, b: Time) -> float:
    """How likely two different times, by their distance alone, are of one act: accounts err by days, not by years."""
    if a.minute is not None or b.minute is not None:
        return 1.0 if a.minute is not None and b.minute is not None else 0.7
    if a.resolved and b.resolved:
        days = abs((a.resolved - b.resolved).days)
        return 1.0 if days <= _DAYS_NEAR else 0.7 if days <= _DAYS_FAR else 0.4
    if a.year and b.year and a.year != b.year:
        return 0.6 if abs(a.year - b.year) == 1 else 0.35
    if a.month and b.month and a.month != b.month:
        return 0.5
    return 1.0


def _compare(a: _Point, b: _Point, sides: tuple[Side, Side]) -> tuple[Standing, str]:
    """How two times stand, and what they are times of."""
    x, y = a.time, b.time
    if a.end != b.end:
        return (_bounded(x, y, b.end) if b.end else _bounded(y, x, a.end)), "dates"
    if x.minute is not None and y.minute is not None:
        return _clocks(a, b, sides), "clock times"
    if x.minute is not None or y.minute is not None:
        return _clock_in_part(x, y) if x.minute is not None else _clock_in_part(y, x), "times of day"
    if x.resolved and y.resolved:
        return _dates(x.resolved, y.resolved, x, y), "dates"
    for compare, what in _COMPARISONS:
        standing = compare(x, y)
        if standing is not Standing.OPEN:
            return standing, what
    return Standing.OPEN, ""


def _bounded(time: Time, bound: Time, end: str) -> Standing:
    """A date against "before" or "after" another: 2015 is before 2016."""
    ours, theirs = _key(time), _key(bound)
    depth = min(len(ours), len(theirs))
    if not depth or time.minute is not None or bound.minute is not None:
        return Standing.OPEN
    if ours[:depth] == theirs[:depth]:
        return Standing.OPEN
    fits = (ours[:depth] < theirs[:depth]) == (end == "before")
    return Standing.COMPATIBLE if fits else Standing.DIFFERENT


def _key(time: Time) -> tuple[int, ...]:
    """Year, month and day as far as they are known, from the year on."""
    known = (
        (time.resolved.year, time.resolved.month, time.resolved.day)
        if time.resolved
        else (
            time.year,
            time.month,
            time.day,
        )
    )
    key: list[int] = []
    for part in known:
        if part is None:
            break
        key.append(part)
    return tuple(key)


def _clocks(a: _Point, b: _Point, sides: tuple[Side, Side]) -> Standing:
    x, y = a.time, b.time
    assert x.minute is not None  # noqa: S101
    assert y.minute is not None  # noqa: S101
    if x.zone != y.zone and x.zone and y.zone:
        return Standing.OPEN
    if a.day and b.day and _days(a.day, b.day) is Standing.DIFFERENT:
        return Standing.OPEN
    cycle = _DAY // 2 if x.is_half_open or y.is_half_open else _DAY
    apart = (x.minute - y.minute) % cycle
    apart = min(apart, cycle - apart)
    if not apart:
        return Standing.EQUAL
    looseness = max(_slack(x, y, sides[0]), _slack(y, x, sides[1]), _SAME_MINUTES)
    return Standing.COMPATIBLE if apart <= looseness else Standing.DIFFERENT


def _slack(time: Time, other: Time, side: Side) -> int:
    """Minutes by which the words before a clock time let it differ from the other."""
    before = side.text[max(side.span.start, time.span.start - 20) : time.span.start]
    assert time.minute is not None  # noqa: S101
    assert other.minute is not None  # noqa: S101
    if _ABOUT.search(before):
        return _LOOSE_MINUTES
    if _AFTER.search(before):
        return _AFTER_MINUTES if other.minute > time.minute else 0
    if _BEFORE.search(before):
        return _AFTER_MINUTES if other.minute < time.minute else 0
    return 0


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
    night = abs((x - y).days) == 1 and {a.part, b.part} & {"night", "early", "morning", "overnight"}
    return Standing.OPEN if night and a.part and b.part else Standing.DIFFERENT


def _misname(a: Time, b: Time) -> bool:
    """Whether both name a weekday with the date, and not the same: one of them errs."""
    both_named = a.value[:1].isalpha() and b.value[:1].isalpha() and bool(a.month and b.month)
    return both_named and a.weekday is not None and b.weekday is not None and a.weekday != b.weekday


def _days(a: Time, b: Time) -> Standing:
    """Weekdays, or days of a month, whichever both give."""
    by_date = _calendar_days(a, b)
    return by_date if by_date is not Standing.OPEN else _weekdays(a, b)


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
    if apart in {1, 6}:  # "Saturday night", "early Sunday"
        earlier, later = (b, a) if apart == 1 else (a, b)
        if earlier.part in {"night", "evening", "overnight"} and later.part in {"early", "morning", "overnight"}:
            return Standing.OPEN
    return Standing.DIFFERENT


def _parts(a: Time, b: Time) -> Standing:
    """Parts of the same day."""
    if not a.part or not b.part or a.part == b.part:
        return Standing.EQUAL
    x, y = _HOURS.get(a.part), _HOURS.get(b.part)
    if not x or not y or {a.part, b.part} <= {"morning", "early", "dawn", "overnight", "night"} - {"night"}:
        return Standing.EQUAL
    if {a.part, b.part} in ({"evening", "night"}, {"evening", "dusk"}, {"night", "overnight"}, {"night", "early"}):
        return Standing.COMPATIBLE
    return Standing.DIFFERENT


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


def _finding(pair: _Pair, sides: tuple[Side, Side]) -> Finding:
    spans = pair.a.time.span, pair.b.time.span
    words = spans[0].of(sides[0].text), spans[1].of(sides[1].text)
    differs = pair.standing is Standing.DIFFERENT
    if differs:
        told = f"“{words[0]}” against “{words[1]}”: the {pair.what} differ."
    elif words[0] == words[1]:
        told = f"Both say “{words[0]}”."
    else:
        told = f"“{words[0]}” and “{words[1]}” are about the same time."
    return Finding(Reason(Aspect.TIME, *spans, told, differs), round(min(1.0, pair.same), 4))
