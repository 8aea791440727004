"""What a claim counts in all, those whom it only names among them, and which of its counts make up a number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from counterpoint.engine.comparators.people import KINDS, are_people, is_general, kinship
from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.comparators.subjects import is_rest
from counterpoint.engine.details import Aspect, Kind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.fates import find_fate
from counterpoint.engine.numbers.nouns import find_noun
from counterpoint.engine.numbers.numerals import STARTERS, Sentence
from counterpoint.engine.numbers.quantities import with_shared_fates

_MOST_PARTS = 4  # counts that are looked at as one sum
_WHOLE_FATES = frozenset({"", "shot", "hospitalised", "stabbed"})  # of which others are parts
_ONE = frozenset({"a", "an", "another", "one", "the", "his", "her", "their"})
_PLACED = frozenset("in at from near".split())
_ORDINAL = re.compile(r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))$", re.IGNORECASE)
_HURT = re.compile(r"\b(?:injur|hurt|wound)")
_JOINS = re.compile(r",?\s?(?:and|plus|as well as)?\s?(?:his |her |their |the )?")
_SHOT = "shot"
_CLOSE = 40  # code points between those killed and those hurt


@once
def find_tally(side: Side, lexicon: Lexicon, kind: Kind) -> tuple[Quantity, ...]:
    """The quantities of a kind in text order; of counts also single people named without a number.

    "A pensioner died and three others were hurt" counts one dead and three hurt.
    """
    named = tuple(d for d in side.details if isinstance(d, Quantity) and d.kind is kind)
    if kind is not Kind.COUNT or not named:
        return named
    sentence = Sentence(side.text, side.span, side.words)
    singles = [single for i in range(len(side.words)) if (single := _single(sentence, i, named, lexicon))]
    counts = sorted((*named, *singles), key=lambda quantity: quantity.span)
    return tuple(
        with_fate
        for q, with_fate in zip(counts, with_shared_fates(sentence, counts), strict=True)
        if q in named or with_fate.fate or is_rest(q) or _is_joined(q, counts, side)
    )


def make_up(
    whole: Quantity, tally: Sequence[Quantity], lexicon: Lexicon, of: Quantity | None = None
) -> tuple[Quantity, ...]:
    """The neighbouring counts, `of` among them, that add up to `whole`: two men and two women are four people."""
    counts = [part for part in tally if part.low == part.high and _adds_to(part, whole, lexicon)]
    if whole.low != whole.high or (of and of.span not in {part.span for part in counts}):
        return ()
    for length in range(2, _MOST_PARTS + 1):
        for start in range(len(counts) - length + 1):
            some = counts[start : start + length]
            is_with = of is None or of.span in {part.span for part in some}
            if is_with and sum(part.low for part in some) == whole.low and _are_apart(some, whole):
                return tuple(some)
    return ()


def added_up(parts: Sequence[Quantity], whole: Quantity) -> Quantity:
    """The parts as one number of what `whole` counts."""
    span = parts[0].span.joined(parts[-1].span)
    return replace(whole, span=span, number=span, modifiers=())


def find_victims(side: Side, lexicon: Lexicon) -> Quantity | None:
    """Those killed and those hurt as one number, where a claim tells both: "one died and six others were injured"."""
    tally = find_tally(side, lexicon, Kind.COUNT)
    for dead, hurt in pairwise(tally):
        if {dead.fate, hurt.fate} != {"dead", "injured"} or not dead.low or not hurt.low:
            continue
        is_all = (is_rest(hurt) or is_rest(dead) or not hurt.noun) and _is_hurt(hurt, side)
        between = side.text[dead.span.end : hurt.span.start] if dead.span.end <= hurt.span.start else "."
        if is_all and len(between) <= _CLOSE and not re.search(r"[.;]", between):
            low, high = dead.low + hurt.low, dead.high + hurt.high
            span = dead.span.joined(hurt.span)
            return replace(
                dead, span=span, number=span, low=low, high=high, noun="person", modifiers=(), fate=_SHOT,
                value=f"{low:g} person",
            )  # fmt: skip
    return None


def _is_hurt(hurt: Quantity, side: Side) -> bool:
    """Whether the words say that all who were hurt are counted: not "two others in critical condition"."""
    return bool(_HURT.search(side.text, hurt.span.start, min(side.span.end, hurt.span.end + _CLOSE)))


def _single(sentence: Sentence, i: int, named: Sequence[Quantity], lexicon: Lexicon) -> Quantity | None:
    """The one person of "a pensioner died", "another victim", "a fifth person", "one of the miners"."""
    low = sentence.low(i)
    if any(q.span.overlaps(sentence.words[i].span) for q in named) or not (low in _ONE or _is_bare(sentence, i)):
        return None
    if sentence.lows[i - 1 : i + 1] == ["and", "one"] and sentence.low(i + 1) in _PLACED:
        return _one_elsewhere(sentence, i, named)
    is_of = sentence.lows[i : i + 2] == ["one", "of"]
    aged = 3 * (sentence.lows[i + 2 : i + 4] == ["year", "old"])  # "a 22-year-old woman"
    noun = find_noun(sentence, i + (low in _ONE) + aged, lexicon, is_plural=is_of)
    if noun is None or not _is_person(noun.form, lexicon) or (not is_of and sentence.low(noun.at) != noun.form):
        return None
    span = sentence.spanning(i, noun.at)
    if any(q.span.overlaps(span) for q in named if q.kind is Kind.COUNT):
        return None
    is_further = low == "another" or is_of or bool(_ORDINAL.match(sentence.low(i + 1)))
    return Quantity(
        aspect=Aspect.QUANTITY, span=span, value=f"1 {noun.form}", number=sentence.words[i].span, low=1.0, high=1.0,
        kind=Kind.COUNT, noun=noun.form, modifiers=("other", *noun.modifiers) if is_further else noun.modifiers,
        fate=find_fate(sentence, i, noun.at, noun.form, lexicon),
    )  # fmt: skip


def _one_elsewhere(sentence: Sentence, i: int, named: Sequence[Quantity]) -> Quantity | None:
    """The one of "15 deaths in Germany and one in Sweden"."""
    before = next((q for q in reversed(named) if q.span.end <= sentence.words[i].span.start), None)
    span = sentence.spanning(i, i)
    return replace(before, span=span, number=span, low=1.0, high=1.0, modifiers=("other",)) if before else None


def _is_bare(sentence: Sentence, i: int) -> bool:
    """Whether a headline may leave out the article: "Agent found woman and two boys"."""
    is_counted = sentence.low(i + 2)[:1].isdigit() or sentence.low(i + 2) in STARTERS
    return sentence.low(i + 1) == "and" and is_counted and sentence.low(i - 1) not in _ONE and i > 0


def _is_person(noun: str, lexicon: Lexicon) -> bool:
    return bool(noun) and are_people(noun, lexicon) and lexicon.category(noun) in {"person", ""}


def _is_joined(single: Quantity, counts: Sequence[Quantity], side: Side) -> bool:
    """Whether a person stands beside a number in one list: "a woman and her two sons"."""
    at = counts.index(single)
    beside = [(counts[k], counts[k + 1]) for k in (at - 1, at) if 0 <= k < len(counts) - 1]
    return any(
        re.fullmatch(
            r",?\s?(?:and|plus|as well as)?\s?(?:his |her |their |the )?", side.text[one.span.end : other.span.start]
        )
        for one, other in beside
        if one.span.end <= other.span.start
    )


def _are_apart(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether the words tell the parts apart: by what they are, by what befell them, as others."""
    if whole.kind is Kind.MONEY or any(is_rest(part) for part in parts):
        return True
    return len({(part.noun, part.fate) for part in parts}) == len(parts)


def _adds_to(part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether noun and fate let the part be counted in the whole: the dead and the hurt are those shot."""
    fates = {part.fate, whole.fate}
    is_of_fate = not part.fate or len(fates) == 1 or whole.fate in _WHOLE_FATES or fates == {_SHOT, "injured"}
    if part.kind is not whole.kind or not is_of_fate:
        return False
    if (
        part.fate
        and part.fate == whole.fate == _SHOT
        and (not part.noun or part.noun == whole.noun)
        and not is_rest(part)
    ):
        return False  # "four shot, one dead" are no parts of "five shot"
    is_kin = not part.noun or part.kind is Kind.MONEY or kinship(part.noun, whole.noun, lexicon) >= KINDS
    return is_kin or (is_general(whole.noun, lexicon) and are_people(part.noun, lexicon))
