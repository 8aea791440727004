"""Counts that are no rivals: some and all, parts and their sum, the rest and those whom it leaves out."""

import re
from collections.abc import Sequence

from counterpoint.engine.comparators.acts import told_by
from counterpoint.engine.comparators.people import are_group, are_people, is_general
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.comparators.slots import predicates_of
from counterpoint.engine.comparators.subjects import is_rest, nearness
from counterpoint.engine.comparators.surroundings import are_retold
from counterpoint.engine.comparators.tallies import find_tally, make_up
from counterpoint.engine.details import Kind, Quantity
from counterpoint.engine.lexicons import Lexicon

_FEW = 0.6  # a smaller number below this share of the larger is likelier a part of it than its rival
_LIKELY_PART = 0.6
_PART_BEFORE = re.compile(
    r"\b(?:including|among them|among whom|of whom|of them|of which|among those|along with)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:rose|r(?:ise|ises|ising|isen)(?! of\b)|climb(?:ed|s|ing)?|jump(?:ed|s)|increase[ds]?(?! of\b)|grown|grew"
    r"|went up|gone up|soar(?:ed|s)?|revised|raised|updated|passes|passed|surpass(?:ed|es)?|tops|hits|up from|latest"
    r"|now (?:stands?|at|ha(?:s|ve)|is|are|numbers?|totals?|exceeds?)|(?:ha(?:s|ve)|is|are|stands?) now"
    r"|(?:bring(?:s|ing)?|brought|tak(?:es|ing)|took|push(?:es|ed|ing)|put(?:s|ting)?) the (?:\w+ )?"
    r"(?:toll|total|number|count|tally)|later (?:put|gave|said|found))\b",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\b(?:all but|except(?: for)?|apart from) $", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:so far|to date|as of)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:initial(?:ly)?|at first|first reported|earlier|originally|preliminary|previously)\b", re.IGNORECASE
)
_WHOLE_BEFORE = re.compile(r"\bof (?:the|these|those|its|their|all) $", re.IGNORECASE)
_SOME_BEFORE = re.compile(r"\bof (?:the|these|those|its|their)\b[^,.;]{0,60}, (?:about |some |only )?$", re.IGNORECASE)
_SOME_OF = re.compile(r" of (?:the|these|those|its|their|them)\b| [a-z]+ of (?:these|those|them)\b", re.IGNORECASE)
_LATER_REACH, _EARLIER_REACH, _AFTER_REACH = 90, 60, 25
_INCLUDING_ONE = re.compile(r"[^.;]{0,40}?\b(?:including|among them|counting|plus) (?:the|a|an|him|her)\b")
#: Verbs and complements of what some of a group do and others do not.
_UNDERTAKINGS = frozenset(
    """agree pledge promise commit sign vote vow oppose back support approve reject abstain refuse volunteer offer
    contribute ready willing prepared prepare join donate send""".split()
)
#: What is done to some of a group and not to others; of those found it is never known that they are all.
_BEFALLS_SOME = frozenset(
    """find free transport take rush airlift drive bring carry fly treat admit discharge identify name arrest charge
    convict sentence rescue evacuate bury interview question hospitalise hospitalize vaccinate test sell
    deport""".split()
)
_NEVER_ALL = frozenset({"find"})
_SOME_FATES = frozenset(
    "freed rescued evacuated arrested charged convicted jailed hospitalised deployed sold infected".split()
)
_REST_OF = frozenset({"injured", "hospitalised"})  # "six others were hurt": others than the dead, so all who were hurt


def is_of_whole(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether one number may be a part of the other, or counts others than it."""
    if _is_left(a, sides[0]) != _is_left(b, sides[1]):
        return True
    if _is_part(a, sides[0]) != _is_part(b, sides[1]) or _are_others(a, b) or _counts_one_more(a, b, sides):
        return True
    if a.high < b.low and _may_be_some(a, sides[0], b, sides[1], lexicon):
        return True
    if b.high < a.low and _may_be_some(b, sides[1], a, sides[0], lexicon):
        return True
    own, theirs = find_tally(sides[0], lexicon, a.kind), find_tally(sides[1], lexicon, b.kind)
    if any(a.low + b.low == whole.low for whole in (*_wholes(a, own), *_wholes(b, theirs))):
        return True  # "12 of the 20 hostages were freed", "eight of the 20 are still held"
    return bool(make_up(a, theirs, lexicon, b) or make_up(b, own, lexicon, a))


def _may_be_some(few: Quantity, few_side: Side, many: Quantity, many_side: Side, lexicon: Lexicon) -> bool:
    """Whether the fewer may be some of the others, by what they are, by what befell or was done to them."""
    if few.kind is Kind.COUNT and _is_among(few, few_side, many, many_side, lexicon):
        return True
    if _is_some_of_whole(few, few_side, many, many_side) and not are_retold((few_side, many_side)):
        return True
    return _may_be_part(few, few_side, many, lexicon)


def has_changed(quantity: Quantity, side: Side) -> bool:
    """Whether the words say that the number was another before or after: "rose to 85", "at first 14"."""
    at, end = quantity.span.start, min(side.span.end, quantity.span.end + _AFTER_REACH)
    later = _LATER.search(side.text, max(side.span.start, at - _LATER_REACH), end)
    return bool(later or _EARLIER.search(side.text, max(side.span.start, at - _EARLIER_REACH), end))


def is_denied(quantity: Quantity, side: Side, lexicon: Lexicon) -> bool:
    """Whether the claim says that it was not so many: "did not add 46,000 jobs"."""
    predicates = [p for p in predicates_of(side, lexicon) if p.negation is not None]
    return any(w.span.overlaps(quantity.span) for p in predicates for w in (*p.subject, *p.objects))


def is_so_far(quantity: Quantity, side: Side) -> bool:
    """Whether the words say that the number may still grow: "so far 12", "as of Sunday, 300"."""
    start, end = max(side.span.start, quantity.span.start - _LATER_REACH), quantity.span.end + _LATER_REACH
    return bool(_SO_FAR.search(side.text, start, min(side.span.end, end)))


def part_weight(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """Less than 1 where the smaller number may well be of some: "three passengers were taken to hospital"."""
    if a.high >= b.low and b.high >= a.low:
        return 1.0
    few, side = (a, sides[0]) if a.high < b.low else (b, sides[1])
    many, other = (b, sides[1]) if few is a else (a, sides[0])
    is_some_only = a.kind is Kind.COUNT and _done_to_some(few, side, lexicon) - _done_to_some(many, other, lexicon)
    return _LIKELY_PART if is_some_only and few.fate != many.fate else 1.0


def _are_others(a: Quantity, b: Quantity) -> bool:
    """Whether one counts the rest only: "three others were hit", "four people were hit"."""
    if a.kind is not Kind.COUNT or is_rest(a) == is_rest(b):
        return False
    return not (a.fate in _REST_OF and b.fate in _REST_OF)


def _is_among(few: Quantity, few_side: Side, many: Quantity, many_side: Side, lexicon: Lexicon) -> bool:
    """Whether the fewer did or met what may be true of some only: 26 agreed of 35 who met, four found of five shot."""
    undertaken = _undertaking(few, few_side, lexicon)
    if undertaken and undertaken != _undertaking(many, many_side, lexicon):
        return True
    done = _done_to_some(few, few_side, lexicon) - _done_to_some(many, many_side, lexicon)
    is_one_fate = bool(few.fate) and few.fate == many.fate
    if done & _NEVER_ALL and not (is_one_fate and few.fate == "dead"):
        return True  # "officers found four victims", but "the five were found dead"
    return bool(done) and not is_one_fate and few.high < _FEW * many.low


def _done_to_some(quantity: Quantity, side: Side, lexicon: Lexicon) -> set[str]:
    """What was done to those counted that may be done to some of a group."""
    found = {quantity.fate} & _SOME_FATES
    for predicate in predicates_of(side, lexicon):
        if any(word.span.overlaps(quantity.span) for word in predicate.undergoers):
            found |= told_by(predicate, side, lexicon).names & _BEFALLS_SOME
    return found


def _undertaking(quantity: Quantity, side: Side, lexicon: Lexicon) -> str:
    """What those counted agreed to, backed or refused, "" where they are not said to."""
    for predicate in predicates_of(side, lexicon):
        if predicate.verb in _UNDERTAKINGS and any(word.span.overlaps(quantity.span) for word in predicate.doers):
            return predicate.verb
    return ""


def _is_some_of_whole(few: Quantity, few_side: Side, many: Quantity, many_side: Side) -> bool:
    """Whether the smaller number is of some, or the larger of all: "21 of the girls", "some of the 200 girls"."""
    if few.fate and few.fate == many.fate and nearness(few, many) == 1:
        return False  # "15 of the girls were freed", "16 girls were freed"
    is_few_some = _is_some(few, few_side) and not _is_some(many, many_side)
    return is_few_some or (_is_whole(many, many_side) and not _is_whole(few, few_side))


def _counts_one_more(a: Quantity, b: Quantity, sides: tuple[Side, Side]) -> bool:
    """Whether the larger number takes in one whom the other leaves out: "five people, including the gunman"."""
    takes_in = [
        bool(_INCLUDING_ONE.match(side.text, quantity.span.end, side.span.end))
        for quantity, side in zip((a, b), sides, strict=True)
    ]
    more = a.low - b.high if takes_in[0] else b.low - a.high
    return more == 1 and takes_in[0] != takes_in[1]


def _may_be_part(part: Quantity, side: Side, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether `part` may be some of `whole`: "2 children" of "12 people", 1 dead of 7 shot."""
    if not part.high:
        return False
    if is_general(whole.noun, lexicon) and not is_general(part.noun, lexicon) and are_people(part.noun, lexicon):
        is_whole_group = are_group(part.noun, lexicon) and part.fate == whole.fate and nearness(part, whole) == 1
        return not is_whole_group  # "48 migrants were rescued", "63 people were rescued"
    if part.fate and not whole.fate and whole.noun and part.high < _FEW * whole.low:
        return True  # "three tourists died", "eight tourists were in the van"
    if whole.fate != "shot":
        return False
    counts_dead = any(q.fate == "dead" and q.high for q in find_tally(side, lexicon, Kind.COUNT))
    return part.fate in {"dead", "hospitalised"} or (part.fate == "injured" and counts_dead)


def _wholes(quantity: Quantity, tally: Sequence[Quantity]) -> list[Quantity]:
    """The 20 of "12 of the 20 hostages"."""
    return [q for q in tally if q is not quantity and quantity.span.contains(q.number)]


def _is_left(quantity: Quantity, side: Side) -> bool:
    """Whether the number is of those whom it leaves out: "all but five were released"."""
    return bool(_ALL_BUT.search(side.text, side.span.start, quantity.span.start))


def _is_part(quantity: Quantity, side: Side) -> bool:
    """Whether the words before say that those counted are some of others: "four, including two marshals"."""
    return bool(_PART_BEFORE.search(side.text, side.span.start, quantity.span.start))


def _is_whole(quantity: Quantity, side: Side) -> bool:
    """Whether the number is that of all of whom the words tell some: "some of the more than 200 pupils"."""
    return bool(_WHOLE_BEFORE.search(side.text, side.span.start, quantity.span.start))


def _is_some(quantity: Quantity, side: Side) -> bool:
    """Whether the number is of some of those whom its noun names: "21 of the pupils"."""
    is_before = _SOME_BEFORE.search(side.text, side.span.start, quantity.number.start)  # "of the ships, nine left"
    return bool(is_before or _SOME_OF.match(side.text, quantity.number.end, side.span.end))
