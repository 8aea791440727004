"""Numbers of two accounts: where they count or measure the same thing, do they agree?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.subjects import (
    are_people,
    is_earlier,
    is_general,
    is_later,
    is_part,
    nearness,
    sameness,
)
from counterpoint.engine.comparators.values import Standing, compare_values
from counterpoint.engine.details import Aspect, Exactness, Kind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason

_FEWEST = 0.2  # sameness below it is no finding
_SURE = 0.25  # the same for differences
_LONGEST = 48  # code points of a quantity's words that are shown whole
_MOST_PARTS = 4
_WHAT = {
    Kind.COUNT: "counts", Kind.MONEY: "amounts", Kind.SHARE: "shares", Kind.AGE: "ages", Kind.DURATION: "durations",
    Kind.DISTANCE: "distances", Kind.RATE: "rates", Kind.MEASURE: "measures", Kind.ORDINAL: "places in the order",
    Kind.SCORE: "scores",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pair:
    a: Quantity
    b: Quantity
    same: float
    standing: Standing

    @property
    def order(self) -> tuple[int, float, Span, Span]:
        ranks = {Standing.EQUAL: 0, Standing.COMPATIBLE: 1, Standing.DIFFERENT: 2, Standing.OPEN: 3}
        return ranks[self.standing], -self.same, self.a.span, self.b.span


def compare_quantities(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Where the numbers of two claims agree and where they differ; durations are left to `compare_times`."""
    return compare_numbers(a, b, lexicon, frozenset(Kind) - {Kind.DURATION})


def compare_numbers(a: Side, b: Side, lexicon: Lexicon, kinds: frozenset[Kind]) -> tuple[Finding, ...]:
    """The same for quantities of certain kinds. Each quantity is used once, equal ones first."""
    ours = [d for d in a.details if isinstance(d, Quantity) and d.kind in kinds]
    theirs = [d for d in b.details if isinstance(d, Quantity) and d.kind in kinds]
    if not ours or not theirs:
        return ()
    pairs = _pairs(ours, theirs, (a, b), lexicon)
    used: set[tuple[int, Span]] = set()
    found: list[Finding] = []
    for pair in pairs:
        if (0, pair.a.span) in used or (1, pair.b.span) in used:
            continue
        if pair.standing is Standing.DIFFERENT and not _is_told(pair, (ours, theirs), (a, b), lexicon):
            continue
        used |= {(0, pair.a.span), (1, pair.b.span)}
        if pair.standing is not Standing.OPEN:
            found.append(_finding(pair, (a, b), (len(ours), len(theirs))))
    return tuple(sorted(found, key=lambda finding: (finding.reason.a, finding.reason.b)))


def _pairs(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], sides: tuple[Side, Side], lexicon: Lexicon
) -> list[_Pair]:
    found: list[_Pair] = []
    for x in ours:
        for y in theirs:
            same = sameness(x, y, sides, lexicon)
            if same < _FEWEST:
                continue
            standing = compare_values(x, y)
            same *= nearness(x, y) if standing is Standing.DIFFERENT else 1.0
            found.append(_Pair(x, y, same, standing))
    return sorted(found, key=lambda pair: pair.order)


def _is_told(
    pair: _Pair, all_of: tuple[Sequence[Quantity], Sequence[Quantity]], sides: tuple[Side, Side], lexicon: Lexicon
) -> bool:
    """Whether a difference is one to show: not a later toll, no part of a whole, no sum, nothing met elsewhere."""
    a, b = pair.a, pair.b
    if pair.same < _SURE:
        return False
    if any(is_later(q, side) or is_earlier(q, side) for q, side in ((a, sides[0]), (b, sides[1]))):
        return False
    if _is_met(a, all_of[1]) or _is_met(b, all_of[0]):
        return False
    if a.kind is not Kind.COUNT:
        return a.kind is not Kind.ORDINAL or not are_people(a.noun, lexicon)
    if is_part(a, sides[0]) != is_part(b, sides[1]) or _may_be_part(a, b, lexicon) or _may_be_part(b, a, lexicon):
        return False
    return not (_is_sum(a, all_of[1], b) or _is_sum(b, all_of[0], a))


def _is_met(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the other side has the same number of the same kind, with nothing that speaks against its being the same."""
    return any(
        other.kind is quantity.kind
        and (other.low, other.high, other.unit) == (quantity.low, quantity.high, quantity.unit)
        and (not other.noun or not quantity.noun or other.noun == quantity.noun or other.kind is Kind.AGE)
        and (not other.fate or not quantity.fate or other.fate == quantity.fate)
        for other in others
    )


def _may_be_part(part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether `part` may be some of `whole`: "2 children" of "12 people", 1 dead of 7 shot, "two others"."""
    if part.low > whole.high:
        return False
    if is_general(whole.noun, lexicon) and not is_general(part.noun, lexicon) and are_people(part.noun, lexicon):
        return True
    return whole.fate == "shot" and part.fate in {"dead", "hospitalised"}


def _is_sum(whole: Quantity, parts: Sequence[Quantity], of: Quantity) -> bool:
    """Whether neighbouring counts on the other side, `of` among them, add up: two men and two women are four people."""
    counts = [part for part in parts if part.kind is Kind.COUNT and part.low == part.high and _adds_to(part, whole)]
    for length in range(2, _MOST_PARTS + 1):
        for start in range(len(counts) - length + 1):
            some = counts[start : start + length]
            if of in some and sum(part.low for part in some) == whole.low == whole.high:
                return True
    return False


def _adds_to(part: Quantity, whole: Quantity) -> bool:
    """Whether the part's fate lets it be counted in the whole: the dead and the hurt are those shot."""
    return part.fate == whole.fate or not part.fate or whole.fate in {"", "shot", "hospitalised"}


def _finding(pair: _Pair, sides: tuple[Side, Side], counts: tuple[int, int]) -> Finding:
    a, b = pair.a, pair.b
    spans = _shown(a, sides[0]), _shown(b, sides[1])
    words = spans[0].of(sides[0].text), spans[1].of(sides[1].text)
    differs = pair.standing is Standing.DIFFERENT
    if differs and words[0].lower() == words[1].lower():
        spans = a.span, b.span
        words = spans[0].of(sides[0].text), spans[1].of(sides[1].text)
    strength = pair.same
    if differs and a.kind in {Kind.AGE, Kind.MONEY, Kind.SHARE} and max(counts) > 2:
        strength *= 0.6  # several persons, several amounts: which is which is less sure
    reason = Reason(a.aspect, *spans, _explanation(pair, words), differs)
    return Finding(reason, round(min(1.0, strength), 4))


def _shown(quantity: Quantity, side: Side) -> Span:
    """The smallest words that show the value: number, unit and noun where they stand close together."""
    if len(quantity.span) <= _LONGEST:
        return quantity.span
    return quantity.number


def _explanation(pair: _Pair, words: tuple[str, str]) -> str:
    what, quoted = _WHAT[pair.a.kind], f"“{words[0]}” against “{words[1]}”"
    values = ", ".join(_said(q) for q in (pair.a, pair.b))
    if pair.standing is Standing.DIFFERENT:
        return f"{quoted}: the {what} differ ({values})."
    if pair.standing is Standing.EQUAL:
        return f"“{words[0]}” and “{words[1]}” give the same number ({_said(pair.a)})."
    return f"“{words[0]}” and “{words[1]}” fit together ({values})."


def _said(quantity: Quantity) -> str:
    """The value for a reader: "at least 1,200", "25,000 to 30,000"."""
    return "".join(_saying(quantity))


def _saying(quantity: Quantity) -> Iterator[str]:
    if quantity.exactness is not Exactness.EXACT:
        yield f"{quantity.exactness} "
    yield _number(quantity.low)
    if quantity.low != quantity.high:
        yield f" to {_number(quantity.high)}"
    if quantity.unit:
        yield f" {quantity.unit}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")
