"""Numbers of two accounts: where they count or measure the same thing, do they agree?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterpoint.engine.comparators.acts import ANY, SAME, Act, act_of_noun, compare_acts, find_act, find_part_in
from counterpoint.engine.comparators.bearers import are_of_one
from counterpoint.engine.comparators.parts import has_changed, is_denied, is_of_whole, is_so_far, part_weight
from counterpoint.engine.comparators.people import are_people, is_general
from counterpoint.engine.comparators.points import are_of_other_days, share_day
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import sameness as in_one_slot
from counterpoint.engine.comparators.subjects import (
    ONE_SPELL,
    are_apart,
    have_others,
    is_rest,
    may_be_one_event,
    nearness,
    sameness,
)
from counterpoint.engine.comparators.surroundings import are_retold, context, softened
from counterpoint.engine.comparators.tallies import added_up, find_tally, find_victims, make_up
from counterpoint.engine.comparators.values import Standing, compare_values
from counterpoint.engine.details import Exactness, Kind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.measures import EACH_TIME
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason

_LASTING_NOT = frozenset(Kind) - {Kind.DURATION}
_FEWEST = 0.2  # sameness below it is no finding
_SURE = 0.25  # the same for differences
_LONGEST = 48  # code points of a quantity's words that are shown whole
_TOLL_FROM = 10
_SEVERAL = 2  # ages or amounts on a side beyond which it is less sure which is which
_LESS_SURE = 0.6
_TOLLS = 0.7  # "at least six dead" and "at least two dead" may be of other hours
_ADDED_UP = 0.8  # sums come about by chance, too
_OTHER_DAY = 0.5  # numbers and days both differ: it may be another occasion
_OF_A_DAY = frozenset({Kind.COUNT, Kind.SCORE, Kind.MONEY})
_ANYBODY = frozenset({"people", "person"})
_OTHER_ACT = 0.4  # of spells of acts that are no kin, of people who have other parts in them
_WHO_SAYS = 0.3
_NONE_OF_OTHERS = 0.2  # "nobody has died", "78 people have gone down with it"
_ONE_YEAR = 1.0  # a boy of five and a boy of six are one, whatever is told of them
_OTHER_MATCH = 0.2  # "a 3-3 draw with Leeds", "a 1-1 draw with York"
_OF_AN_ACT = frozenset({Kind.DURATION, Kind.AGE, Kind.SCORE, Kind.SHARE})
_BOTH_CHANGED = 0.7
_WHAT = {
    Kind.COUNT: "counts", Kind.MONEY: "amounts", Kind.SHARE: "shares", Kind.AGE: "ages", Kind.DURATION: "durations",
    Kind.DISTANCE: "distances", Kind.RATE: "rates", Kind.MEASURE: "measures", Kind.ORDINAL: "ranks",
    Kind.SCORE: "scores",
}  # fmt: skip
_ADDED = frozenset({Kind.COUNT, Kind.MONEY})  # kinds whose numbers may be parts and sums
_ORDER = {Standing.EQUAL: 0, Standing.COMPATIBLE: 1, Standing.DIFFERENT: 2, Standing.OPEN: 3}
#: Kinds whose value says more than the words; that of the others is in a base unit that nobody wrote.
_SAID = frozenset({Kind.COUNT, Kind.AGE, Kind.SHARE, Kind.ORDINAL})


@dataclass(frozen=True, slots=True)
class _Pair:
    a: Quantity
    b: Quantity
    same: float
    standing: Standing
    ends: frozenset[tuple[int, Span]]  # the side's number and the place of every quantity in it
    is_sum: bool = False

    @property
    def order(self) -> tuple[int, bool, float, Span, Span]:
        return _ORDER[self.standing], self.is_sum, -self.same, self.a.span, self.b.span


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The quantities of both sides that are compared with one another."""

    sides: tuple[Side, Side]
    ours: Sequence[Quantity]
    theirs: Sequence[Quantity]
    lexicon: Lexicon


def compare_quantities(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Where the numbers of two claims agree and where they differ; durations are left to `compare_times`."""
    return compare_numbers(a, b, lexicon, _LASTING_NOT)


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
        if pair.ends & used or (pair.standing is Standing.DIFFERENT and not _is_told(pair, numbers)):
            continue
        used |= pair.ends
        if pair.standing is not Standing.OPEN:
            found.append(_finding(pair, numbers))
    return tuple(sorted(found, key=lambda finding: (finding.reason.a, finding.reason.b)))


def _pairs(numbers: _Numbers) -> list[_Pair]:
    """All pairs that may be of one thing: equal ones first, then sums, those that fit, and those that differ."""
    singles = [_pair(x, y, numbers) for x in numbers.ours for y in numbers.theirs]
    found = [pair for pair in (*singles, *_sums(numbers), *_victims(numbers)) if pair and pair.same >= _FEWEST]
    return sorted(found, key=lambda pair: pair.order)


def _pair(a: Quantity, b: Quantity, numbers: _Numbers) -> _Pair:
    same, standing = sameness(a, b, numbers.sides, numbers.lexicon), compare_values(a, b)
    if a.kind is b.kind is Kind.DURATION and same < ONE_SPELL and _are_of_told_act(a, b, numbers):
        same = ONE_SPELL
    is_bounded = a.exactness is b.exactness is Exactness.AT_LEAST and standing is Standing.DIFFERENT
    if is_bounded and not are_retold(numbers.sides):  # else "more than 10" and "more than 30" are not both meant
        same, standing = (same * _TOLLS, standing) if _are_tolls(a, b, numbers) else (same, Standing.OPEN)
    if same >= _FEWEST and standing is Standing.DIFFERENT:
        same *= _weight(a, b, numbers)
    return _Pair(a, b, same, standing, frozenset({(0, a.span), (1, b.span)}))


def _are_tolls(a: Quantity, b: Quantity, numbers: _Numbers) -> bool:
    """Whether both tell how many at least met one fate: "at least six dead", "at least two dead"."""
    said = (q.span.of(side.text).lower() for q, side in zip((a, b), numbers.sides, strict=True))
    return bool(a.fate) and a.fate == b.fate and all(words.startswith("at least") for words in said)


def _sums(numbers: _Numbers) -> Iterator[_Pair]:
    """Numbers that two or more counts on the other side make up: "four people", "two men and two women"."""
    for at, wholes in enumerate((numbers.ours, numbers.theirs)):
        for whole in wholes:
            tally = find_tally(numbers.sides[1 - at], numbers.lexicon, whole.kind) if whole.kind in _ADDED else ()
            if parts := make_up(whole, tally, numbers.lexicon):
                total = added_up(parts, whole)
                a, b = (whole, total) if at == 0 else (total, whole)
                same = sameness(a, b, numbers.sides, numbers.lexicon) * _ADDED_UP
                ends = {(at, whole.span), *((1 - at, part.span) for part in parts)}
                yield _Pair(a, b, same, Standing.EQUAL, frozenset(ends), is_sum=True)


def _victims(numbers: _Numbers) -> Iterator[_Pair]:
    """Those who were shot on one side, those killed and those hurt on the other."""
    for at, shot in enumerate((numbers.ours, numbers.theirs)):
        total = find_victims(numbers.sides[1 - at], numbers.lexicon) if any(q.fate == "shot" for q in shot) else None
        for whole in shot if total else ():
            if total and whole.fate == "shot" and not is_rest(whole) and is_general(whole.noun, numbers.lexicon):
                yield _pair(whole, total, numbers) if at == 0 else _pair(total, whole, numbers)


def _are_of_one_act(a: Quantity, b: Quantity, numbers: _Numbers) -> bool:
    """Whether two spells or ages may be of one act: not "a boy was killed" and "police charged a boy"."""
    (ours, theirs), lexicon = numbers.sides, numbers.lexicon
    if a.kind is Kind.AGE:
        if a.noun == b.noun and abs(a.low - b.low) <= _ONE_YEAR:
            return True
        (act, part), (other, other_part) = find_part_in(a.span, ours, lexicon), find_part_in(b.span, theirs, lexicon)
        return compare_acts(act, other, lexicon) != 0 and (part == other_part or not part or not other_part)
    if a.noun and a.noun == b.noun:
        return True  # "two days of mourning", "three days of mourning"
    act, other = _act(a, ours, lexicon), _act(b, theirs, lexicon)
    is_one = compare_acts(act, other, lexicon) != 0
    return is_one or (a.kind is Kind.SCORE and _are_of_others(act, other))


def _are_of_told_act(a: Quantity, b: Quantity, numbers: _Numbers) -> bool:
    """Whether both tell how long one and the same act lasted: "14 hours of talks", "the talks went on for 14 hours"."""
    (ours, theirs), lexicon = numbers.sides, numbers.lexicon
    act, other = _act(a, ours, lexicon), _act(b, theirs, lexicon)
    if compare_acts(act, other, lexicon) != SAME or are_apart(numbers.sides) or not may_be_one_event(numbers.sides):
        return False
    heads = act.theme[:1], other.theme[:1]
    return not all(heads) or in_one_slot(*heads, numbers.sides, lexicon) > 0


def _act(quantity: Quantity, side: Side, lexicon: Lexicon) -> Act:
    """What lasted, or was won: "14 hours of talks", "the talks went on for 14 hours"."""
    is_told = quantity.kind is Kind.DURATION and quantity.noun
    return (
        act_of_noun(quantity.noun, lexicon) if is_told else find_act(quantity.span.start, quantity.span, side, lexicon)
    )


def _are_of_others(a: Act, b: Act) -> bool:
    """Whether two acts are not known to be of one subject: "Leeds won 3-2", "York lost 3-2"."""
    heads = [act.predicate.subject[0].lemma if act.predicate and act.predicate.subject else "" for act in (a, b)]
    return not heads[0] or heads[0] != heads[1]


def _weight(a: Quantity, b: Quantity, numbers: _Numbers) -> float:
    """How likely different numbers are of one thing: less than 1 for tolls that grew, a part, spells of other acts."""
    sides = numbers.sides
    if are_of_one(a, b, sides):
        return 1.0
    likely = nearness(a, b)
    if a.kind is not Kind.AGE or a.noun == b.noun:
        likely = softened(likely, context(a, b, sides))
    likely *= part_weight(a, b, sides, numbers.lexicon)
    if has_changed(a, sides[0]) and has_changed(b, sides[1]):
        likely *= _BOTH_CHANGED
    if a.kind is Kind.COUNT and (not a.fate or a.fate != b.fate) and not are_retold(sides):
        likely *= _count_weight(a, b, numbers)
    if a.kind is Kind.SCORE and have_others(sides):
        likely *= _OTHER_MATCH
    if a.kind in _OF_A_DAY and are_of_other_days(*sides, numbers.lexicon):
        likely *= _OTHER_DAY
    is_of_any = a.kind not in _OF_AN_ACT and not a.unit.endswith(EACH_TIME)
    return likely if is_of_any or are_retold(sides) or _are_of_one_act(a, b, numbers) else likely * _OTHER_ACT


def _count_weight(a: Quantity, b: Quantity, numbers: _Numbers) -> float:
    """Less than 1 where nothing says that two counts are of the same: what is counted, or what it does."""
    (ours, theirs), lexicon = numbers.sides, numbers.lexicon
    weight = _NONE_OF_OTHERS if min(a.high, b.high) == 0 else 1.0
    acts = find_act(a.span.start, a.span, ours, lexicon), find_act(b.span.start, b.span, theirs, lexicon)
    if acts[0].is_said != acts[1].is_said:
        weight *= _WHO_SAYS  # "two people close to the talks said"
    if a.noun and b.noun and {a.noun, b.noun} - _ANYBODY:
        return weight  # workers and runners are told apart by what they are
    are_known = all(act.names and ANY not in act.names for act in acts)
    return weight * (_OTHER_ACT if are_known and not compare_acts(*acts, lexicon) else 1.0)


def _is_told(pair: _Pair, numbers: _Numbers) -> bool:
    """Whether a difference is one to show: not a later toll, no part of a whole, no sum, nothing met elsewhere."""
    a, b = pair.a, pair.b
    if pair.same < _SURE or has_changed(a, numbers.sides[0]) != has_changed(b, numbers.sides[1]):
        return False
    if _has_grown(a, b, numbers) or is_denied(a, numbers.sides[0], numbers.lexicon) != is_denied(
        b, numbers.sides[1], numbers.lexicon
    ):
        return False
    if _is_met(a, numbers.theirs) or _is_met(b, numbers.ours):
        return False
    if a.kind is Kind.ORDINAL:
        # "The second victim" and "the fifth victim" are two; "the 31st victim this year" is a toll.
        return not are_people(a.noun, numbers.lexicon) or min(a.low, b.low) >= _TOLL_FROM
    return a.kind not in _ADDED or not is_of_whole(a, b, numbers.sides, numbers.lexicon)


def _has_grown(a: Quantity, b: Quantity, numbers: _Numbers) -> bool:
    """Whether the larger number may be later than the other, which was one "so far"; not where both tell one day."""
    few, many = (0, 1) if a.low < b.low else (1, 0)
    sides, quantities = numbers.sides, (a, b)
    if not is_so_far(quantities[few], sides[few]) or is_so_far(quantities[many], sides[many]):
        return False
    return not share_day(*sides, numbers.lexicon)


def _is_met(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the other side has the same number of the same kind, with nothing against its being the same."""
    return any(
        (other.kind, other.low, other.high, other.unit) == (quantity.kind, quantity.low, quantity.high, quantity.unit)
        and (not other.noun or not quantity.noun or other.noun == quantity.noun or other.kind is Kind.AGE)
        and (not other.fate or not quantity.fate or other.fate == quantity.fate)
        for other in others
    )


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
    is_personal = differs and a.kind is Kind.AGE and are_of_one(a, b, numbers.sides) is True
    return Finding(Reason(a.aspect, *spans, told, differs), round(min(1.0, strength), 4), is_personal)


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
