"""Numbers of two accounts: where they count or measure the same thing, do they agree?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterpoint.engine.comparators.acts import compare_acts, find_act
from counterpoint.engine.comparators.bearers import are_of_one
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import predicates_of
from counterpoint.engine.comparators.subjects import (
    KINDS,
    are_people,
    context,
    has_changed,
    is_general,
    is_part,
    is_rest,
    is_some,
    is_whole,
    kinship,
    nearness,
    sameness,
    softened,
)
from counterpoint.engine.comparators.values import Standing, compare_values
from counterpoint.engine.details import Exactness, Kind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason

_FEWEST = 0.2  # sameness below it is no finding
_SURE = 0.25  # the same for differences
_LONGEST = 48  # code points of a quantity's words that are shown whole
_MOST_PARTS = 4  # counts that are looked at as one sum
_TOLL_FROM = 10
_SEVERAL = 2  # ages or amounts on a side beyond which it is less sure which is which
_LESS_SURE = 0.6
_OTHER_ACT = 0.4  # of spells of acts that are no kin
_BOTH_BOUND, _BOTH_CHANGED = 0.6, 0.7
_WHOLE_FATES = frozenset({"", "shot", "hospitalised"})  # of which others are parts
_INCLUDING_ONE = re.compile(r"[^.;]{0,40}?\b(?:including|among them|counting|plus) (?:the|a|an|him|her)\b")
_WHAT = {
    Kind.COUNT: "counts", Kind.MONEY: "amounts", Kind.SHARE: "shares", Kind.AGE: "ages", Kind.DURATION: "durations",
    Kind.DISTANCE: "distances", Kind.RATE: "rates", Kind.MEASURE: "measures", Kind.ORDINAL: "ranks",
    Kind.SCORE: "scores",
}  # fmt: skip
_ADDED = frozenset({Kind.COUNT, Kind.MONEY})  # kinds whose numbers may be parts and sums
#: Verbs and complements of what some of a group do and others do not.
_UNDERTAKINGS = frozenset(
    """agree pledge promise commit sign vote vow oppose back support approve reject abstain refuse volunteer offer
    contribute ready willing prepared prepare join donate send""".split()
)
_ORDER = {Standing.EQUAL: 0, Standing.COMPATIBLE: 1, Standing.DIFFERENT: 2, Standing.OPEN: 3}
#: Kinds whose value says more than the words; that of the others is in a base unit that nobody wrote.
_SAID = frozenset({Kind.COUNT, Kind.AGE, Kind.SHARE, Kind.ORDINAL})


@dataclass(frozen=True, slots=True)
class _Pair:
    a: Quantity
    b: Quantity
    same: float
    standing: Standing

    @property
    def order(self) -> tuple[int, float, Span, Span]:
        return _ORDER[self.standing], -self.same, self.a.span, self.b.span


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The quantities of both sides that are compared with one another."""

    sides: tuple[Side, Side]
    ours: Sequence[Quantity]
    theirs: Sequence[Quantity]
    lexicon: Lexicon


def compare_quantities(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Where the numbers of two claims agree and where they differ; durations are left to `compare_times`."""
    return compare_numbers(a, b, lexicon, frozenset(Kind) - {Kind.DURATION})


def compare_numbers(a: Side, b: Side, lexicon: Lexicon, kinds: frozenset[Kind]) -> tuple[Finding, ...]:
    """The same for quantities of certain kinds. Each quantity is used once, equal ones first."""
    ours = [d for d in a.details if isinstance(d, Quantity) and d.kind in kinds]
    theirs = [d for d in b.details if isinstance(d, Quantity) and d.kind in kinds]
    if not ours or not theirs:
        return ()
    numbers = _Numbers((a, b), ours, theirs, lexicon)
    used: set[tuple[int, Span]] = set()
    found: list[Finding] = []
    for pair in _pairs(numbers):
        ends = {(0, pair.a.span), (1, pair.b.span)}
        if ends & used or (pair.standing is Standing.DIFFERENT and not _is_told(pair, numbers)):
            continue
        used |= ends
        if pair.standing is not Standing.OPEN:
            found.append(_finding(pair, numbers))
    return tuple(sorted(found, key=lambda finding: (finding.reason.a, finding.reason.b)))


def _pairs(numbers: _Numbers) -> list[_Pair]:
    """All pairs that may be of one thing: equal ones first, then those that fit, then those that differ."""
    found: list[_Pair] = []
    for x in numbers.ours:
        for y in numbers.theirs:
            same = sameness(x, y, numbers.sides, numbers.lexicon)
            if same < _FEWEST:
                continue
            standing = compare_values(x, y)
            if standing is Standing.DIFFERENT and x.kind is Kind.DURATION and not _last_alike(x, y, numbers):
                same *= _OTHER_ACT
            if standing is Standing.DIFFERENT and not are_of_one(x, y, numbers.sides):
                same *= softened(nearness(x, y), context(x, y, numbers.sides)) * _weight(x, y, numbers.sides)
            found.append(_Pair(x, y, same, standing))
    return sorted(found, key=lambda pair: pair.order)


def _last_alike(a: Quantity, b: Quantity, numbers: _Numbers) -> bool:
    """Whether two spells may be of one act: not "the meeting lasted three hours", "the flight lasted nine hours"."""
    if a.noun and a.noun == b.noun:
        return True
    ours = find_act(a.span.start, a.span, numbers.sides[0], numbers.lexicon)
    theirs = find_act(b.span.start, b.span, numbers.sides[1], numbers.lexicon)
    return compare_acts(ours, theirs, numbers.lexicon) != 0


def _weight(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> float:
    """Less than 1 where both numbers may hold at a time: two lower bounds, two tolls that grew."""
    both_bound = a.exactness is b.exactness and a.exactness in {Exactness.AT_LEAST, Exactness.AT_MOST}
    both_changed = has_changed(a, sides[0]) and has_changed(b, sides[1])
    return (_BOTH_BOUND if both_bound else 1.0) * (_BOTH_CHANGED if both_changed else 1.0)


def _is_told(pair: _Pair, numbers: _Numbers) -> bool:
    """Whether a difference is one to show: not a later toll, no part of a whole, no sum, nothing met elsewhere."""
    a, b = pair.a, pair.b
    if pair.same < _SURE or has_changed(a, numbers.sides[0]) != has_changed(b, numbers.sides[1]):
        return False
    if _is_met(a, numbers.theirs) or _is_met(b, numbers.ours):
        return False
    if a.kind is Kind.ORDINAL:
        # "The second victim" and "the fifth victim" are two; "the 31st victim this year" is a toll.
        return not are_people(a.noun, numbers.lexicon) or min(a.low, b.low) >= _TOLL_FROM
    return a.kind not in _ADDED or not _is_of_whole(pair, numbers)


def _is_of_whole(pair: _Pair, numbers: _Numbers) -> bool:
    """Whether one count may be a part of the other, or the other one of its parts."""
    a, b = pair.a, pair.b
    if is_part(a, numbers.sides[0]) != is_part(b, numbers.sides[1]):
        return True
    if _are_those_who(pair, numbers) or _is_some_of_whole(pair, numbers.sides):
        return True
    if _counts_one_more(pair, numbers.sides):
        return True
    if _may_be_part(a, b, numbers.lexicon) or _may_be_part(b, a, numbers.lexicon):
        return True
    wholes = [q for q in numbers.ours if q is not a and a.span.contains(q.number)]
    wholes += [q for q in numbers.theirs if q is not b and b.span.contains(q.number)]
    if any(a.low + b.low == whole.low for whole in wholes):
        return True  # "12 of the 20 hostages were freed", "eight of the 20 are still held"
    return _is_sum(a, b, numbers.ours, numbers.theirs, numbers.lexicon) or _is_sum(
        b, a, numbers.theirs, numbers.ours, numbers.lexicon
    )


def _is_met(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the other side has the same number of the same kind, with nothing against its being the same."""
    return any(
        (other.kind, other.low, other.high, other.unit) == (quantity.kind, quantity.low, quantity.high, quantity.unit)
        and (not other.noun or not quantity.noun or other.noun == quantity.noun or other.kind is Kind.AGE)
        and (not other.fate or not quantity.fate or other.fate == quantity.fate)
        for other in others
    )


def _may_be_part(part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether `part` may be some of `whole`: "2 children" of "12 people", 1 dead of 7 shot."""
    if part.low > whole.high or not part.high:
        return False
    if is_rest(part) and not is_rest(whole):
        return True
    if is_general(whole.noun, lexicon) and not is_general(part.noun, lexicon) and are_people(part.noun, lexicon):
        return True
    return whole.fate == "shot" and part.fate in {"dead", "hospitalised"}


def _are_those_who(pair: _Pair, numbers: _Numbers) -> bool:
    """Whether the smaller number is of those among the others who undertook something: 26 agreed, of 35 who met."""
    acts = [
        _undertaking(quantity, side, numbers.lexicon)
        for quantity, side in zip((pair.a, pair.b), numbers.sides, strict=True)
    ]
    few, many = (0, 1) if pair.a.high < pair.b.low else (1, 0)
    return bool(acts[few]) and acts[many] != acts[few]


def _is_some_of_whole(pair: _Pair, sides: tuple[Side, Side]) -> bool:
    """Whether the smaller number is of some, or the larger of all: "21 of the girls", "some of the 200 girls"."""
    if pair.a.fate and pair.a.fate == pair.b.fate and nearness(pair.a, pair.b) == 1:
        return False  # "15 of the girls were freed", "16 girls were freed"
    few, many = ((pair.a, sides[0]), (pair.b, sides[1]))[:: 1 if pair.a.high < pair.b.low else -1]
    return (is_some(*few) and not is_some(*many)) or (is_whole(*many) and not is_whole(*few))


def _undertaking(quantity: Quantity, side: Side, lexicon: Lexicon) -> str:
    """What those counted agreed to, backed or refused, "" where they are not said to."""
    for predicate in predicates_of(side, lexicon):
        if predicate.verb in _UNDERTAKINGS and any(word.span.overlaps(quantity.span) for word in predicate.subject):
            return predicate.verb
    return ""


def _counts_one_more(pair: _Pair, sides: tuple[Side, Side]) -> bool:
    """Whether the larger number takes in one whom the other leaves out: "five people, including the gunman"."""
    takes_in = [
        bool(_INCLUDING_ONE.match(side.text, quantity.span.end, side.span.end))
        for quantity, side in zip((pair.a, pair.b), sides, strict=True)
    ]
    more = pair.a.low - pair.b.high if takes_in[0] else pair.b.low - pair.a.high
    return more == 1 and takes_in[0] != takes_in[1]


def _is_sum(
    whole: Quantity, of: Quantity, beside: Sequence[Quantity], parts: Sequence[Quantity], lexicon: Lexicon
) -> bool:
    """Whether neighbouring counts on the other side, `of` among them, add up: two men and two women are four people.

    What the whole's own side counts apart (`beside`) is in no sum: "five shot, one dead" against "four shot, one dead".
    """
    counts = [
        part
        for part in parts
        if part.low == part.high and _adds_to(part, whole, lexicon) and (part is of or not _is_met(part, beside))
    ]
    for length in range(2, _MOST_PARTS + 1):
        for start in range(len(counts) - length + 1):
            some = counts[start : start + length]
            told_apart = all(p.noun for p in some) or all(p.fate for p in some) or whole.kind is Kind.MONEY
            if of in some and told_apart and sum(part.low for part in some) == whole.low == whole.high:
                return True
    return False


def _adds_to(part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether noun and fate let the part be counted in the whole: the dead and the hurt are those shot."""
    if part.kind is not whole.kind or not (part.fate == whole.fate or not part.fate or whole.fate in _WHOLE_FATES):
        return False
    is_kin = not part.noun or part.kind is Kind.MONEY or kinship(part.noun, whole.noun, lexicon) >= KINDS
    return is_kin or (is_general(whole.noun, lexicon) and are_people(part.noun, lexicon))


def _finding(pair: _Pair, numbers: _Numbers) -> Finding:
    a, b, differs = pair.a, pair.b, pair.standing is Standing.DIFFERENT
    texts = numbers.sides[0].text, numbers.sides[1].text
    spans = _shown(a), _shown(b)
    if differs and spans[0].of(texts[0]).casefold() == spans[1].of(texts[1]).casefold():
        spans = a.span, b.span
    is_unsure = (
        not are_of_one(a, b, numbers.sides)
        and a.kind in {Kind.AGE, Kind.MONEY, Kind.SHARE}
        and max(len(numbers.ours), len(numbers.theirs)) > _SEVERAL
    )
    strength = pair.same * (_LESS_SURE if differs and is_unsure else 1.0)
    told = _explanation(pair, (spans[0].of(texts[0]), spans[1].of(texts[1])))
    return Finding(Reason(a.aspect, *spans, told, differs), round(min(1.0, strength), 4))


def _shown(quantity: Quantity) -> Span:
    """The smallest words that show the value: number, unit and noun where they stand close together."""
    return quantity.span if len(quantity.span) <= _LONGEST else quantity.number


def _explanation(pair: _Pair, words: tuple[str, str]) -> str:
    said = [_said(quantity) for quantity in (pair.a, pair.b)]
    values = f" ({', '.join(dict.fromkeys(said))})" if pair.a.kind in _SAID else ""
    one, other = (" ".join(word.split()) for word in words)
    if pair.standing is Standing.DIFFERENT:
        return f"“{one}” against “{other}”: the {_WHAT[pair.a.kind]} differ{values}."
    if one.casefold() == other.casefold():
        return f"Both say “{one}”."
    if pair.standing is Standing.EQUAL:
        return f"“{one}” and “{other}” give the same number{values}."
    return f"“{one}” and “{other}” fit together{values}."


def _said(quantity: Quantity) -> str:
    """The value for a reader: "at least 1,200", "25,000 to 30,000", "40%"."""
    bound = "" if quantity.exactness is Exactness.EXACT else f"{quantity.exactness} "
    ends = " to ".join(dict.fromkeys(_number(end) for end in (quantity.low, quantity.high)))
    return f"{bound}{ends}{'%' if quantity.unit == 'percent' else ''}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")
