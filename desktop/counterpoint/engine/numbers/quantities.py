"""Quantities: the numbers of a claim that can be compared, with what they count or measure and how exact they are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from counterpoint.engine.details import Aspect, Exactness, Kind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.moments.times import find_times
from counterpoint.engine.numbers.ages import TEENS, read_age, read_teens
from counterpoint.engine.numbers.bounds import find_bound, find_bound_after
from counterpoint.engine.numbers.countings import NONE, read_count, read_none, read_ordinal, read_score
from counterpoint.engine.numbers.fates import find_fate
from counterpoint.engine.numbers.labels import is_label
from counterpoint.engine.numbers.meanings import Meaning
from counterpoint.engine.numbers.measures import read_measure
from counterpoint.engine.numbers.nouns import Noun
from counterpoint.engine.numbers.numerals import STARTERS, Numeral, Sentence, read_numeral
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_STARTERS = STARTERS | NONE | TEENS
_SPANS = frozenset("minute hour day week month year decade century".split())
_BEFORE_SPAN = frozenset("than for about nearly almost least over under within roughly around".split())
_OWNERS = frozenset("the these those his her its their".split())
_RATED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_RATE = re.compile(
    r"\s?(?:per|an?|each|every|/)\s?(second|minute|hour|day|week|month|year)\b"
    r"(?!\s(?:later|after|earlier|before|ago|of|in))"
)
_BRACKET = re.compile(r"(?: \w+)? \(")
_JOINS_COUNTS = re.compile(r",?\s(?:and|plus)?\s?$|,\s$")
_ACT_BEFORE = re.compile(r"(?:ed|ing|ot|lls?)\s(?:\w+\s){0,3}$")


def find_quantities(text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities that the words of text within span name, in text order; none where a time is named."""
    sentence = Sentence(text, span, words)
    lows = sentence.lows
    starts = [i for i, low in enumerate(lows) if low[0].isdigit() or low in _STARTERS or _is_span(sentence, i)]
    if not starts:
        return ()
    times = [time.span for time in find_times(text, span, words, lexicon)]
    found: list[Quantity] = []
    after = 0
    for i in starts:
        numeral = _read_numeral(sentence, i) if i >= after else None
        if numeral is None or any(taken.overlaps(numeral.span) for taken in times):
            continue
        after = numeral.last + 1
        if meaning := _find_meaning(sentence, numeral, lexicon):
            found.append(_quantity(sentence, meaning, lexicon))
            after = meaning.last + 1
    return with_shared_fates(sentence, _with_conversions(sentence, found))


def _with_conversions(sentence: Sentence, found: Sequence[Quantity]) -> list[Quantity]:
    """What a measure in brackets is the measure of: "30 centimetres wide (11.8 inches)"."""
    done = list(found)
    for k in range(1, len(done)):
        one, other = done[k - 1], done[k]
        is_conversion = one.kind is other.kind and one.unit and one.unit == other.unit and not other.noun
        if is_conversion and _BRACKET.fullmatch(sentence.text, one.span.end, other.span.start):
            done[k] = replace(other, noun=one.noun)
    return done


def _read_numeral(sentence: Sentence, i: int) -> Numeral | None:
    if _is_span(sentence, i):
        return Numeral(sentence.spanning(i, i), i, i, 1.0, 1.0)
    return read_numeral(sentence, i) or read_none(sentence, i) or read_teens(sentence, i)


def _is_span(sentence: Sentence, i: int) -> bool:
    """Whether an article counts: "more than a decade", "for a year"."""
    return sentence.lows[i] in {"a", "an"} and sentence.low(i + 1) in _SPANS and sentence.low(i - 1) in _BEFORE_SPAN


def _find_meaning(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Meaning | None:
    if score := read_score(sentence, numeral):  # before labels: "Leeds 3-2"
        return score
    if is_label(sentence, numeral, lexicon):
        return None
    for read in (read_age, read_ordinal, read_measure, read_count):
        if meaning := read(sentence, numeral, lexicon):
            return meaning
    return None


def _quantity(sentence: Sentence, meaning: Meaning, lexicon: Lexicon) -> Quantity:
    numeral, noun, kind, unit = meaning.numeral, meaning.noun, meaning.kind, meaning.unit
    exactness, first, stop = _bounds(sentence, meaning)
    end = max(meaning.last, noun.at) if noun else meaning.last
    if kind in _RATED and (rate := _RATE.match(sentence.text, stop, sentence.span.end)):
        kind, unit, stop = Kind.RATE, f"{unit} per {rate[1]}".strip(), rate.end()
    value = _value(numeral, exactness, unit or (noun.form if noun else ""))
    if numeral.is_share and exactness is Exactness.EXACT:
        exactness = Exactness.ABOUT  # "two-thirds", "nine in ten"
    form = noun.form if noun else ""
    is_fated = kind in {Kind.COUNT, Kind.ORDINAL} and not _is_whole(sentence, first)
    return Quantity(
        aspect=Aspect.TIME if kind is Kind.DURATION else Aspect.QUANTITY,
        span=Span(min(sentence.words[first].span.start, numeral.span.start - meaning.sign), stop),
        value=value,
        number=numeral.span,
        low=numeral.low,
        high=numeral.high,
        kind=kind,
        exactness=exactness,
        unit=unit,
        noun=form,
        modifiers=_modifiers(sentence, first, noun),
        fate=find_fate(sentence, first, end, form, lexicon) if is_fated else "",
    )


def _bounds(sentence: Sentence, meaning: Meaning) -> tuple[Exactness, int, int]:
    """How exact the number is, the first word of the quantity, and where the quantity ends."""
    numeral, noun, last = meaning.numeral, meaning.noun, meaning.last
    exactness, first = find_bound(sentence, numeral)
    end = max(last, noun.at) if noun else last
    stop = sentence.words[end].span.end
    stop += end == last and sentence.text[stop : min(stop + 1, sentence.span.end)] == "%"
    if exactness is not Exactness.EXACT:
        return exactness, first, stop
    if after := find_bound_after(sentence, numeral.last) or find_bound_after(sentence, last):
        return after[0], first, max(stop, after[1])
    return (Exactness.ABOUT if numeral.is_about else Exactness.EXACT), first, stop


def _modifiers(sentence: Sentence, first: int, noun: Noun | None) -> tuple[str, ...]:
    modifiers = noun.modifiers if noun else ()
    is_further = sentence.low(first - 1) in {"another", "other", "further", "additional"}
    return ("other", *modifiers) if is_further else modifiers


def _is_whole(sentence: Sentence, first: int) -> bool:
    """Whether the number is the 20 of "12 of the 20 hostages were freed": the fate is not theirs."""
    at = first - 1 - (sentence.low(first - 1) in _OWNERS)
    before = sentence.low(at - 1)
    is_part = before[:1].isdigit() or before in STARTERS or before in {"some", "many", "most"}
    return sentence.low(at) == "of" and is_part


def _value(numeral: Numeral, exactness: Exactness, of: str) -> str:
    number = "-".join(dict.fromkeys(f"{end:.12g}" for end in (numeral.low, numeral.high)))
    bound = "" if exactness is Exactness.EXACT else exactness.value
    return " ".join(part for part in (bound, number, of) if part)


def with_shared_fates(sentence: Sentence, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """One verb for two counts: "killed two men and three women", "two men and three women were hurt"."""
    found = list(found)
    for k in range(1, len(found)):
        one, other = found[k - 1], found[k]
        between = sentence.text[one.span.end : other.span.start] if one.span.end <= other.span.start else "-"
        are_counts = one.kind is other.kind is Kind.COUNT and one.noun and other.noun
        if not are_counts or not _JOINS_COUNTS.match(between):
            continue
        before = sentence.text[max(sentence.span.start, one.span.start - 24) : one.span.start]
        if one.fate and not other.fate and _ACT_BEFORE.search(before):
            found[k] = replace(other, fate=one.fate)
        elif other.fate and not one.fate:
            found[k - 1] = replace(one, fate=other.fate)
    return tuple(found)
