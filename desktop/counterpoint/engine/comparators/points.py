"""Times with the acts that they belong to: how surely two are of one act, and how they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterpoint.engine.comparators.acts import ANY, KIND, SAME, Act, compare_acts, find_act
from counterpoint.engine.comparators.instants import (
    compare_bounded,
    compare_clocks,
    compare_days,
    compare_instants,
    compare_starts,
)
from counterpoint.engine.comparators.people import are_strangers
from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.comparators.slots import SYNONYMS, sameness
from counterpoint.engine.comparators.surroundings import are_retold, context
from counterpoint.engine.comparators.values import Standing
from counterpoint.engine.details import Kind, Quantity, Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.verbs import PRONOUNS

_LOOSE_MINUTES = 10  # how far clock times with "about" may lie apart
_AFTER_MINUTES = 20  # how long "just after" lasts
_BESIDE = 20  # code points between a clock time and its day: "11 p.m. on Monday"
_OTHER_ACTS = 0.35  # of acts that are no kin; not 0, for "plummeted" and "dropped" are none either
_OTHER_TIMES = 0.2  # the same for times that differ: every act has its own
_UNTOLD, _UNTOLD_DIFFERS = 0.8, 0.4  # of times beside no act
#: How surely two times of acts told alike are of one act whatever the words around, and where both befall one thing.
_ALONE, _OF_ONE_THEME = 0.3, 0.5
_RETOLD = 0.8  # of times in one sentence told twice, whatever is made out of its verbs
_SPOKEN = 0.45  # of times when somebody spoke: they hardly matter
_OTHER_THEME = 0.25  # of one act that befalls others: the girls were freed, the fighters were freed
_PERHAPS = 0.75  # the same where both may be called so: "the driver", "the suspect"
#: Acts that "it" and "the incident" stand for.
_INCIDENTS = frozenset(
    """shoot stab attack bomb burn crash kill injure die abduct rob leak collapse sink flood quake storm siege drown
    come fall explode protest vote meet try hear search visit play storm march""".split()
) | {ANY, "come ashore", "walk out"}  # fmt: skip
_AFTER = re.compile(r"\b(?:just|shortly|soon|immediately|right|sometime)?\s?(?:after|past|from)\s$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:just|shortly|sometime)?\s?(?:before|by|until|till|nearly|almost)\s$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|near|circa|some time|sometime|at around|close to)\s$", re.IGNORECASE
)
#: Which end of a period a time is by the words before it: "closed until Wednesday", "before 2016".
_ENDS = tuple(
    (end, re.compile(rf"\b(?:{words})\s(?:on\s|in\s|the\s|at least\s|about\s|around\s)?$", re.IGNORECASE))
    for end, words in (
        ("to", "until|till|through|by|no later than|up to"),
        ("from", "since|from|starting|beginning"),
        ("before", "before|prior to|earlier than"),
        ("after", "after|following|later than"),
        ("as of", "as of"),
    )
)
#: What may be compared: the same ends, and a time with a bound on it.
_TOGETHER = ({""}, {"to"}, {"from"}, {"as of"}, {"before"}, {"after"}, {"", "before"}, {"", "after"})
_FUTURE = re.compile(
    r"\b(?:will|could(?:n['’]t)?|expected|scheduled|slated|due(?! to (?:an?|the|his|her|its|their)\b)|set (?:to|for)"
    r"|plans? to|planning|prepar(?:es?|ing)|next|upcoming)\b|['’]ll\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",?[^,;.:]*")  # "In 2018, they will launch": up to the next comma
_AHEAD = 60  # code points before a time within which they stand


@dataclass(frozen=True, slots=True)
class Point:
    """A time of one side, the act it belongs to, and the nearest time that names its day."""

    time: Time
    act: Act
    day: Time | None
    has_clock: bool  # whether it is a part of a day beside a clock time
    end: str  # an entry of _ENDS where the time only bounds the act: "closed until Wednesday"


@once
def find_points(side: Side, lexicon: Lexicon) -> tuple[Point, ...]:
    """The times of a claim with what they belong to."""
    times = [d for d in side.details if isinstance(d, Time)]
    return tuple(_point(time, times, side, lexicon) for time in times)


def _point(time: Time, times: Sequence[Time], side: Side, lexicon: Lexicon) -> Point:
    act, end = find_act(_start(time, side), time.span, side, lexicon), _end(time, side)
    if end == "to" and act.predicate and act.predicate.negation:
        end = "from"  # "did not know until Friday"
    return Point(time, act, _day_of(time, times), _has_clock(time, times), end)


def _end(time: Time, side: Side) -> str:
    if side.text.startswith(("'s", "’s"), time.span.end):
        return ""  # "after Tuesday's launch"
    before = side.text[max(side.span.start, time.span.start - _BESIDE) : time.span.start]
    end = next((end for end, words in _ENDS if words.search(before)), "")
    return "" if time.minute is not None and end in {"before", "after"} else end  # "just after 11 p.m." is about then


def _tense(point: Point, side: Side) -> str:
    """What the words around a time speak of.

    "ahead" where it is to come ("is expected in court on Wednesday"), "past" by the verb, "" where it may be either
    ("takes office on Thursday").
    """
    span = point.time.span
    start, end = max(side.span.start, span.start - _AHEAD), min(side.span.end, span.end + _AHEAD)
    after = _CLAUSE.match(side.text, span.end, end)
    if _FUTURE.search(side.text, start, after.end() if after else span.end):
        return "ahead"
    predicate = point.act.predicate
    return "" if predicate and not predicate.is_past and predicate.is_finite else "past"


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


def are_of_other_days(a: Side, b: Side, lexicon: Lexicon) -> bool:
    """Whether both claims date what happened, and to other days: 82 freed in May, 21 freed in October."""
    pairs = [
        (x, y) for x in find_points(a, lexicon) for y in find_points(b, lexicon) if not x.act.is_said | y.act.is_said
    ]
    apart = [(compare_points(x, y, (a, b))[0], compare_acts(x.act, y.act, lexicon)) for x, y in pairs]
    if any(standing in {Standing.EQUAL, Standing.COMPATIBLE} for standing, _ in apart):
        return False
    return any(standing is Standing.DIFFERENT and kin != 0 for standing, kin in apart)


def share_day(a: Side, b: Side, lexicon: Lexicon) -> bool:
    """Whether both claims name one and the same day."""
    days = [(x.time, y.time) for x in find_points(a, lexicon) for y in find_points(b, lexicon)]
    return any(x.minute is y.minute is None and compare_instants(x, y)[0] is Standing.EQUAL for x, y in days)


def _has_clock(time: Time, times: Sequence[Time]) -> bool:
    clocks = [other for other in times if other.minute is not None and other is not time]
    gaps = (min(abs(clock.span.start - time.span.end), abs(time.span.start - clock.span.end)) for clock in clocks)
    return bool(time.part) and any(gap < _BESIDE for gap in gaps)


def likeness(a: Point, b: Point, sides: tuple[Side, Side], lexicon: Lexicon, *, differs: bool) -> float:
    """How surely two times are of one act: by what tells it, whom it befalls, and by the words around."""
    if {a.end, b.end} not in _TOGETHER or {_tense(a, sides[0]), _tense(b, sides[1])} == {"ahead", "past"}:
        return 0.0
    if a.act.is_said != b.act.is_said:
        return 0.0
    act = (
        _spoken(a, b, sides, lexicon, differs=differs)
        if a.act.is_said
        else _acts(a, b, sides, lexicon, differs=differs)
    )
    if differs and act < _RETOLD and are_retold(sides) and not _are_ranked_apart(a.act, b.act, sides):
        act = _RETOLD
    alone = _OF_ONE_THEME if _have_one_theme(a.act, b.act, sides, lexicon) else _ALONE
    return act * (alone + (1 - alone) * context(a.time, b.time, sides))


def _have_one_theme(a: Act, b: Act, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether one act befalls one thing by name: "the bank failed", "the bank collapsed"."""
    ours, theirs = a.theme[:1], b.theme[:1]
    is_named = bool(ours and theirs) and not any(word.lemma in PRONOUNS for word in (*ours, *theirs))
    return is_named and compare_acts(a, b, lexicon) == SAME and sameness(ours, theirs, sides, lexicon) >= SYNONYMS


def _spoken(a: Point, b: Point, sides: tuple[Side, Side], lexicon: Lexicon, *, differs: bool) -> float:
    """Of times when somebody spoke: they differ only where both tell when one and the same thing was made known."""
    if not differs:
        return _SPOKEN
    told = a.act.predicate, b.act.predicate
    if not all(p and p.is_passive for p in told):
        return 0.0
    return KIND if sameness(a.act.theme, b.act.theme, sides, lexicon) == 1 else 0.0


def _acts(a: Point, b: Point, sides: tuple[Side, Side], lexicon: Lexicon, *, differs: bool) -> float:
    """How surely both tell of one act; of times that differ more is asked than that both be told of alike."""
    kin = compare_acts(a.act, b.act, lexicon)
    if kin is None:
        return _untold(a.act, b.act, differs=differs)
    if not kin:
        return _OTHER_TIMES if differs else _OTHER_ACTS
    return kin * (_themes(a.act, b.act, sides, lexicon) if differs else 1.0)


def _untold(a: Act, b: Act, *, differs: bool) -> float:
    """Of acts one of which is not named: "the incident" may be a shooting, hardly an arrest."""
    if not differs or a.names | b.names <= _INCIDENTS:
        return _UNTOLD if not differs or ANY in a.names | b.names else _UNTOLD_DIFFERS
    return _OTHER_TIMES


def _themes(a: Act, b: Act, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """Less than 1 where the act befalls others: "the girls were freed", "the fighters were freed"."""
    if _are_ranked_apart(a, b, sides):
        return 0.0
    ours, theirs = a.theme[:1], b.theme[:1]
    if not ours or not theirs or sameness(ours, theirs, sides, lexicon):
        return 1.0
    if {word.lemma for word in a.theme[1:]} & {word.lemma for word in b.theme[1:]}:
        return _PERHAPS  # "night shifts" and "night work"
    return _OTHER_THEME if are_strangers(ours[0], theirs[0], lexicon) else _PERHAPS


def compare_points(a: Point, b: Point, sides: tuple[Side, Side]) -> tuple[Standing, str]:
    """How two times stand, and what they are times of."""
    x, y = a.time, b.time
    if a.end != b.end:
        return (compare_bounded(x, y, b.end) if b.end else compare_bounded(y, x, a.end)), "dates"
    if (x.minute is None) != (y.minute is None) and (a.has_clock or b.has_clock):
        return Standing.OPEN, ""  # "3 a.m. Sunday morning", "3 a.m. Sunday evening": the parts are compared
    if a.end == b.end == "from" and compare_starts(x, y) is Standing.DIFFERENT:
        return Standing.DIFFERENT, "dates"
    if x.minute is None or y.minute is None:
        return compare_instants(x, y)
    if a.day and b.day and compare_days(a.day, b.day) is Standing.DIFFERENT:
        return Standing.OPEN, "clock times"
    return compare_clocks(x, y, max(_slack(x, y, sides[0]), _slack(y, x, sides[1]))), "clock times"


def _slack(time: Time, other: Time, side: Side) -> int:
    """Minutes by which the words before a clock time let it differ from the other."""
    before = side.text[max(side.span.start, time.span.start - 20) : time.span.start]
    if _ABOUT.search(before) or time.minute is None or other.minute is None:
        return _LOOSE_MINUTES
    if _AFTER.search(before):
        return _AFTER_MINUTES if other.minute > time.minute else 0
    if _BEFORE.search(before):
        return _AFTER_MINUTES if other.minute < time.minute else 0
    return 0


def _are_ranked_apart(a: Act, b: Act, sides: tuple[Side, Side]) -> bool:
    """Whether the acts befall "the first victim" and "the third victim"."""
    ranks = [
        {
            d.low
            for d in side.details
            if isinstance(d, Quantity) and d.kind is Kind.ORDINAL and any(d.span.overlaps(w.span) for w in act.theme)
        }
        for act, side in zip((a, b), sides, strict=True)
    ]
    return bool(ranks[0] and ranks[1]) and not ranks[0] & ranks[1]
