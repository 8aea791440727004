"""Quantities: the numbers of a claim that can be compared, with what they count or measure and how exact they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterpoint.engine.bounds import find_bound, find_bound_after
from counterpoint.engine.details import Aspect, Exactness, Kind, Quantity
from counterpoint.engine.fates import fate_of, find_fate, find_fate_after
from counterpoint.engine.labels import is_label
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.nouns import Noun, find_noun, singular
from counterpoint.engine.numerals import STARTERS, Numeral, Sentence, read_numeral
from counterpoint.engine.passages import Span
from counterpoint.engine.times import find_times
from counterpoint.engine.units import AGE_UNITS, FOOT, INCH, Unit, find_currency, find_unit, is_unit
from counterpoint.engine.words import Word

_NONE = frozenset({"no", "nobody", "none"})
_ALL_STARTERS = STARTERS | _NONE | {"teenager", "teenagers", "teenage", "teen", "teens"}
_TEENS = (13.0, 19.0)
_AFTER_NAME = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SPANS = frozenset("minute hour day week month year decade century".split())
_AFTER_HYPHEN = frozenset({"strong", "odd", "plus", "some", "ish"})
_BEFORE_SPAN = frozenset("than for about nearly almost least over under within roughly around".split())
_OLDEST = 125
_OLDEST_APPOSITION = 110

_AGED = re.compile(
    r"\b(?:aged|ages?)\b(?:\s(?:of|from|between|just|only|about|around|over|under))*(?:\s\d{1,3}(?:,? and|,? or| to|,|-))*\s?$",
    re.IGNORECASE,
)
_TWENTIES = re.compile(r"\b(?:his|her|their|our|my|your|the)(?: (?:early|mid|late|very))*[ -]?$", re.IGNORECASE)
_CLOSES_AGE = re.compile(r"\s*(?:[,;)—–]|-\s|$)|\.(?:[\s\"”’]|$)|\s(?:of|from|and|was|were|is|who|has|had|said|told)\s")
_NOT_AFTER_ONE = frozenset(
    """of another who which that on way day more thing by to for s time and at in or from else minute moment side hand
    point can could should would may might must has have had is was""".split()
)
_NOT_BEFORE_ONE = frozenset("no the this that any every some each which on for".split())
_NOT_RANKED = frozenset(
    """lady ladies amendment aid responder responders degree party parties world class hand floor century street avenue
    st ave grade grader graders half largest biggest highest most best worst minister name cousin base step line rate
    place thing all few""".split()
)
_NONE_OTHER = frozenset("other others further additional more new immediate longer one's".split())
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}(?![-–\d])")
_SCORED = re.compile(
    r"\b(?:scored?|w[io]ns?|beat|beats|los[et]s?|defeat(?:ed)?|victory|draw|drew|leads?|led|votes?|voted|ruling|decision|tied?"
    r"|game|match|record|loss|final)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s?(?:per|an?|each|every|/)\s?(second|minute|hour|day|week|month|year)\b(?!\s(?:later|after|earlier|before|ago|of|in))"
)
_JOINS_COUNTS = re.compile(r",?\s(?:and|plus)?\s?$|,\s$")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a number was read as: its kind, unit and noun, and the last word that belongs to number and unit."""

    numeral: Numeral
    kind: Kind
    last: int
    noun: Noun | None = None
    unit: str = ""
    sign: int = 0  # characters of a currency sign before the number


def find_quantities(text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities that the words of text within span name, in text order; none where a time is named."""
    sentence = Sentence(text, span, words)
    starts = [
        i for i, low in enumerate(sentence.lows) if low[0].isdigit() or low in _ALL_STARTERS or _is_span(sentence, i)
    ]
    if not starts:
        return ()
    times = [time.span for time in find_times(text, span, words, lexicon)]
    found: list[Quantity] = []
    after = 0
    for i in starts:
        if i < after:
            continue
        numeral = (
            read_numeral(sentence, i) or _read_none(sentence, i) or _read_teens(sentence, i) or _read_span(sentence, i)
        )
        if numeral is None or any(taken.overlaps(numeral.span) for taken in times):
            continue
        after = numeral.last + 1
        reading = _read(sentence, numeral, lexicon)
        if reading and (quantity := _built(sentence, reading, lexicon)):
            found.append(quantity)
            after = reading.last + 1
    return _with_shared_fates(sentence, found)


def _read(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> _Reading | None:
    if is_label(sentence, numeral, lexicon):
        return None
    for reader in (_read_age, _read_ordinal, _read_measure, _read_score, _read_count):
        if reading := reader(sentence, numeral, lexicon):
            return reading
    return None


def _is_span(sentence: Sentence, i: int) -> bool:
    """Whether an article counts: "more than a decade", "for a year"."""
    return sentence.lows[i] in {"a", "an"} and sentence.low(i + 1) in _SPANS and sentence.low(i - 1) in _BEFORE_SPAN


def _read_span(sentence: Sentence, i: int) -> Numeral | None:
    return Numeral(sentence.spanning(i, i), i, i, 1.0, 1.0) if _is_span(sentence, i) else None


def _read_none(sentence: Sentence, i: int) -> Numeral | None:
    """ "no one", "no injuries": nothing is a number, too."""
    low = sentence.low(i)
    if low not in _NONE or sentence.low(i + 1) in _NONE_OTHER:
        return None
    last = i + 1 if low == "no" and sentence.low(i + 1) == "one" and sentence.gap(i) in {" ", "-"} else i
    return Numeral(sentence.spanning(i, last), i, last, 0.0, 0.0)


def _read_teens(sentence: Sentence, i: int) -> Numeral | None:
    """ "a teenage girl", "the teenager": an age, though a loose one."""
    if not sentence.low(i).startswith("teen"):
        return None
    return Numeral(sentence.spanning(i, i), i, i, *_TEENS, is_about=True)


def _read_age(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> _Reading | None:
    """ "13-year-old", "aged 31", "Ryan Doe, 31,", "in his 20s"."""
    if sentence.low(numeral.first).startswith("teen"):
        return _Reading(numeral, Kind.AGE, numeral.last, _teen(sentence, numeral, lexicon))
    if numeral.is_ordinal or numeral.is_share or not numeral.high:
        return None
    at = numeral.last + 1
    if sentence.low(at) in AGE_UNITS and (
        sentence.low(at + 1) == "old" or sentence.lows[at + 1 : at + 3] == ["of", "age"]
    ):
        return _read_years_old(sentence, numeral, lexicon)
    if sentence.low(at) == "s" and sentence.gap(numeral.last) in {"", "'", "’"}:
        return _read_twenties(sentence, numeral)
    if numeral.high > _OLDEST or find_unit(sentence, numeral.last, lexicon):
        return None
    if _AGED.search(sentence.before(numeral.first, 60)):
        bearer = Noun(_bearer(sentence, numeral.first, lexicon), (), numeral.last)
        return _Reading(numeral, Kind.AGE, numeral.last, bearer)
    if _is_apposition(sentence, numeral, lexicon):
        at = numeral.first - 1 - (sentence.low(numeral.first - 1) in _AFTER_NAME and numeral.first > 1)
        bearer = Noun(singular(sentence.words[at].text, lexicon), (), numeral.last)
        return _Reading(numeral, Kind.AGE, numeral.last, bearer)
    return None


def _teen(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Noun | None:
    if sentence.low(numeral.first) == "teenage":
        return find_noun(sentence, numeral.last + 1, lexicon, is_plural=False)
    return Noun("teenager", (), numeral.last)


def _read_years_old(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> _Reading:
    at = numeral.last + 1
    is_old = sentence.low(at + 1) == "old"
    last = at + 1 if is_old else at + 2
    noun = find_noun(sentence, last + 1, lexicon, is_plural=False) if is_old else None
    if noun is None:
        noun = Noun(_bearer(sentence, numeral.first, lexicon), (), last)
    size = AGE_UNITS[sentence.low(at)]
    return _Reading(replace(numeral, low=numeral.low * size, high=numeral.high * size), Kind.AGE, last, noun)


def _bearer(sentence: Sentence, first: int, lexicon: Lexicon) -> str:
    """Whose age stands at word `first`: "Ryan Doe, aged 31" -> "doe", "the boy, who is 13 years old" -> "boy"."""
    for i in range(first - 1, max(-1, first - 8), -1):
        word, low = sentence.words[i], sentence.low(i)
        if word.is_function or low in {"aged", "age", "ages", "just", "only"} or low[:1].isdigit():
            continue
        is_person = lexicon.category(singular(low, lexicon)) == "person" or low in {"people", "woman", "women"}
        return singular(word.text, lexicon) if is_person or (word.is_capitalised and i > 0) else ""
    return ""


def _read_twenties(sentence: Sentence, numeral: Numeral) -> _Reading | None:
    if numeral.low % 10 or not _TWENTIES.search(sentence.before(numeral.first)):
        return None
    return _Reading(replace(numeral, high=numeral.low + 9, is_about=True), Kind.AGE, numeral.last + 1)


def _is_apposition(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a number set off after a name or a person is the age: "Ryan Doe, 31, was", "the girl (4)"."""
    i = numeral.first - 1
    whole = numeral.low == numeral.high == int(numeral.low) and numeral.scale == 1
    if i < 0 or not numeral.is_figure or not whole or not 0 < numeral.high <= _OLDEST_APPOSITION:
        return False
    gap = sentence.text[sentence.words[i].span.end : numeral.span.start]
    after = sentence.text[numeral.span.end : min(sentence.span.end, numeral.span.end + 8)]
    if gap not in {" (", ", ", "., "} or not _CLOSES_AGE.match(after) or re.match(r",\s?\d", after):
        return False
    word, low = sentence.words[i], sentence.low(i)
    is_person = lexicon.category(low) == "person" or low in {"woman", "person"}
    return is_person or (word.is_capitalised and not word.is_function and word.text.isalpha())


def _read_ordinal(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> _Reading | None:
    """ "the 85th victim", "a second strike"; names with a number ("Fifth Avenue", "first lady") are none."""
    if not numeral.is_ordinal or sentence.gap(numeral.last) != " ":
        return None
    following = numeral.last + 1
    if sentence.low(following) in _NOT_RANKED or sentence.low(numeral.first - 1) in {"at", "world"}:
        return None
    if sentence.low(following) == "of" or (sentence.words[following].is_capitalised and not sentence.is_title_case):
        return None
    noun = find_noun(sentence, following, lexicon, is_plural=False)
    return _Reading(numeral, Kind.ORDINAL, numeral.last, noun) if noun else None


def _read_measure(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> _Reading | None:
    """Money, shares, distances, durations, speeds, weights: a number with a unit or a currency."""
    if numeral.is_ordinal or not numeral.high:
        return None
    last = numeral.last
    if numeral.is_share:
        return _Reading(numeral, Kind.SHARE, last, _noun_of(sentence, last, lexicon), "percent")
    if currency := find_currency(sentence, numeral.first):
        noun = find_noun(sentence, last + 1, lexicon, is_plural=False) if sentence.low(last + 1) != "of" else None
        noun = noun if noun and not is_unit(noun.form, lexicon) else _noun_of(sentence, last, lexicon)
        return _Reading(numeral, Kind.MONEY, last, noun, *currency)
    found = find_unit(sentence, last + (sentence.low(last + 1) in {"odd", "plus"}), lexicon)
    return _read_unit(sentence, numeral, *found, lexicon) if found else None


def _read_unit(sentence: Sentence, numeral: Numeral, unit: Unit, last: int, lexicon: Lexicon) -> _Reading:
    sized = replace(numeral, low=numeral.low * unit.size, high=numeral.high * unit.size)
    sized, end = _with_smaller_unit(sentence, sized, unit, last, lexicon)
    is_compound = "-" in {sentence.gap(numeral.last), sentence.gap(last)} and last > numeral.last
    if is_compound and sentence.low(end + 1) not in {"long", "high", "tall", "wide", "deep", "old"}:
        noun = find_noun(sentence, end + 1, lexicon, is_plural=False)
    else:
        noun = _noun_of(sentence, end, lexicon)
    return _Reading(sized, unit.kind, end, noun, unit.base)


def _noun_of(sentence: Sentence, last: int, lexicon: Lexicon) -> Noun | None:
    """The noun after "of", "in" or "worth of": "40% of its budget", "$2 million in damages"."""
    following = sentence.low(last + 1)
    if following not in {"of", "in", "worth"}:
        return None
    at = last + 1 if following == "of" else last + 2
    noun = find_noun(sentence, at, lexicon, is_plural=False)
    return None if noun and (is_unit(noun.form, lexicon) or sentence.words[noun.at].is_capitalised) else noun


def _with_smaller_unit(
    sentence: Sentence, numeral: Numeral, unit: Unit, last: int, lexicon: Lexicon
) -> tuple[Numeral, int]:
    """ "5ft 10in", "6-foot-2", "two hours and 30 minutes": the sum, and the last word of it."""
    at = last + 1 + (sentence.low(last + 1) == "and")
    if unit.kind not in {Kind.DISTANCE, Kind.DURATION} or at >= len(sentence.words):
        return numeral, last
    gap = sentence.text[sentence.words[last].span.end : sentence.words[at].span.start]
    second = read_numeral(sentence, at) if gap in {" ", ", ", "-", " and ", ""} else None
    if second is None or second.is_range or second.is_ordinal or second.is_about:
        return numeral, last
    smaller = find_unit(sentence, second.last, lexicon)
    if smaller is None and unit is FOOT and second.low < FOOT.size / INCH.size and gap == "-":
        smaller = INCH, second.last
    if smaller is None or smaller[0].base != unit.base or smaller[0].size >= unit.size:
        return numeral, last
    more = second.low * smaller[0].size
    return replace(numeral, low=numeral.low + more, high=numeral.high + more), smaller[1]


def _read_score(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> _Reading | None:  # noqa: ARG001
    """ "won 3-2", "a 5-4 ruling"."""
    match = _SCORE.match(sentence.text, numeral.span.start, sentence.span.end) if numeral.is_figure else None
    if not match:
        return None
    near = sentence.text[max(sentence.span.start, match.start() - 40) : min(sentence.span.end, match.end() + 25)]
    if not _SCORED.search(near):
        return None
    ends = [float(part) for part in re.split("[-–]", match.group())]
    last = numeral.last if numeral.is_range else numeral.last + 1
    whole = replace(numeral, span=Span(*match.span()), low=min(ends), high=max(ends), last=last, is_range=True)
    return _Reading(whole, Kind.SCORE, last)


def _read_count(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> _Reading | None:
    """What is counted, or a bare number where the noun stands elsewhere ("numbers up to 25,000-30,000")."""
    last = numeral.last
    is_decade = numeral.is_figure and sentence.low(last + 1) == "s" and sentence.gap(last) in {"", "'", "’"}
    is_broken = numeral.is_figure and not numeral.is_range and re.match(r"[-–]\d", sentence.after(last, 2))
    if numeral.is_ordinal or is_decade or is_broken:
        return None
    noun = _counted(sentence, numeral, lexicon)
    if sentence.low(numeral.first) == "both" and (noun is None or "and" in sentence.lows[last : noun.at + 2]):
        return None
    if not numeral.high:
        noun = _counted_none(sentence, numeral, noun, lexicon)
        return _Reading(numeral, Kind.COUNT, last, noun) if noun else None
    if numeral.span.of(sentence.text).lower() == "one" and not _is_counted_one(sentence, numeral, noun, lexicon):
        return None
    if noun and lexicon.listed("fates", noun.form) == noun.form:
        noun = Noun("", noun.modifiers, noun.at)  # "one dead"
    if noun is None and fate_of(sentence, last + 1, lexicon) and find_fate_after(sentence, last, lexicon):
        noun = Noun("", (), last + 1)  # "12 killed in blast"
    if noun is None and (number_of := _number_of(sentence, numeral, lexicon)):
        noun = Noun(number_of, (), last)
    return _Reading(numeral, Kind.COUNT, last, noun)


def _counted(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Noun | None:
    last = numeral.last
    if sentence.gap(last) == "-" and sentence.low(last + 1) not in _AFTER_HYPHEN:
        return Noun(singular(sentence.words[last + 1].text, lexicon), (), last + 1)  # "three-bedroom", "two-state"
    if sentence.gap(last) == "-" and sentence.low(last + 1) == "strong":
        return find_noun(sentence, last + 2, lexicon, is_plural=False)  # "a 12,000-strong crowd"
    if sentence.low(numeral.first - 1) == "magnitude":
        return Noun("magnitude", (), last)
    if after := find_bound_after(sentence, last):
        last += sum(word.span.end <= after[1] for word in sentence.words[last + 1 : last + 3])
    whole = _whole_of(sentence, last)
    is_plural = numeral.high != 1 or bool(whole)
    return find_noun(sentence, (whole.last if whole else last) + 1, lexicon, is_plural=is_plural)


def _whole_of(sentence: Sentence, last: int) -> Numeral | None:
    """The 20 in "12 of the 20 hostages"."""
    if sentence.low(last + 1) != "of":
        return None
    at = last + 2 + (sentence.low(last + 2) in {"the", "these", "those", "his", "her", "its", "their"})
    return read_numeral(sentence, at) if at < len(sentence.words) else None


def _counted_none(sentence: Sentence, numeral: Numeral, noun: Noun | None, lexicon: Lexicon) -> Noun | None:
    """Of what there was none, where it is told what befell nobody: "no one was hurt", "no reports of injuries"."""
    if sentence.low(numeral.first) != "no" or numeral.last > numeral.first:
        noun = Noun("person", (), numeral.last)
    elif noun and noun.form == "report" and sentence.low(noun.at + 1) == "of":
        noun = find_noun(sentence, noun.at + 1, lexicon, is_plural=True)
    if noun is None or set(noun.modifiers) & _NONE_OTHER:
        return None
    fate = find_fate(sentence, numeral.first, noun.at, noun.form, lexicon)
    return noun if fate else None


def _is_counted_one(sentence: Sentence, numeral: Numeral, noun: Noun | None, lexicon: Lexicon) -> bool:
    """Whether "one" counts: "one person was killed", not "one of the", "one day", "one-on-one"."""
    following = sentence.low(numeral.last + 1)
    if sentence.gap(numeral.last) != " " or following in _NOT_AFTER_ONE:
        return False
    if sentence.low(numeral.first - 1) in _NOT_BEFORE_ONE or sentence.gap(numeral.first - 1) == "-":
        return False
    return bool(noun and lexicon.category(noun.form) != "time") or bool(lexicon.listed("fates", following))


def _number_of(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> str:
    """What a bare number is the number of: "the number of troops ... numbers up to 25,000" -> "troop"."""
    for i in range(numeral.first - 2, 0, -1):
        if sentence.low(i) == "of" and sentence.low(i - 1) in {"number", "numbers", "total"}:
            noun = find_noun(sentence, i, lexicon, is_plural=True)
            return noun.form if noun and noun.at < numeral.first else ""
    return ""


def _built(sentence: Sentence, reading: _Reading, lexicon: Lexicon) -> Quantity:
    numeral, noun, kind, unit = reading.numeral, reading.noun, reading.kind, reading.unit
    exactness, first = find_bound(sentence, numeral)
    end = max(reading.last, noun.at) if noun else reading.last
    stop = sentence.words[end].span.end
    stop += end == reading.last and sentence.text[stop : stop + 1] == "%"
    after = find_bound_after(sentence, numeral.last) or find_bound_after(sentence, reading.last)
    if after and exactness is Exactness.EXACT:
        exactness, stop = after[0], max(stop, after[1])
    if numeral.is_about and exactness is Exactness.EXACT:
        exactness = Exactness.ABOUT
    is_rate = kind in {Kind.COUNT, Kind.MONEY, Kind.MEASURE}
    if is_rate and (rate := _RATE.match(sentence.text, stop, sentence.span.end)):
        kind, unit, stop = Kind.RATE, f"{unit} per {rate[1]}".strip(), rate.end()
    form = noun.form if noun else ""
    start = min(sentence.words[first].span.start, numeral.span.start - reading.sign)
    is_fated = kind in {Kind.COUNT, Kind.ORDINAL} and not _is_whole(sentence, first)
    fate = find_fate(sentence, first, end, form, lexicon) if is_fated else ""
    return Quantity(
        aspect=Aspect.TIME if kind is Kind.DURATION else Aspect.QUANTITY, span=Span(start, stop),
        value=_value(numeral, exactness, unit or form), number=numeral.span, low=numeral.low, high=numeral.high,
        kind=kind, exactness=exactness, unit=unit, noun=form, modifiers=_modifiers(sentence, first, noun), fate=fate,
    )  # fmt: skip


def _modifiers(sentence: Sentence, first: int, noun: Noun | None) -> tuple[str, ...]:
    modifiers = noun.modifiers if noun else ()
    is_further = sentence.low(first - 1) in {"another", "other", "further", "additional"}
    return ("other", *modifiers) if is_further else modifiers


def _is_whole(sentence: Sentence, first: int) -> bool:
    """Whether the number is the 20 of "12 of the 20 hostages were freed": the fate is not theirs."""
    at = first - 1 - (sentence.low(first - 1) in {"the", "these", "those", "his", "her", "its", "their"})
    before = sentence.low(at - 1)
    return sentence.low(at) == "of" and (
        before[:1].isdigit() or before in STARTERS or before in {"some", "many", "most"}
    )


def _value(numeral: Numeral, exactness: Exactness, of: str) -> str:
    ends = dict.fromkeys(f"{end:.12g}" for end in (numeral.low, numeral.high))
    return " ".join(
        part for part in ("" if exactness is Exactness.EXACT else exactness.value, "-".join(ends), of) if part
    )


def _with_shared_fates(sentence: Sentence, found: list[Quantity]) -> tuple[Quantity, ...]:
    """One verb for two counts: "killed two men and three women", "two men and three women were hurt"."""
    for k in range(1, len(found)):
        one, other = found[k - 1], found[k]
        between = sentence.text[one.span.end : other.span.start] if one.span.end <= other.span.start else "-"
        if not (one.kind is other.kind is Kind.COUNT and _JOINS_COUNTS.match(between)):
            continue
        if one.fate and not other.fate and one.noun and other.noun and _is_told_before(sentence, one):
            found[k] = replace(other, fate=one.fate)
        elif other.fate and not one.fate and one.noun and other.noun:
            found[k - 1] = replace(one, fate=other.fate)
    return tuple(found)


def _is_told_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the fate of those counted stands before them, and so may hold for the next ones, too."""
    return sentence.text[max(sentence.span.start, quantity.span.start - 12) : quantity.span.start].rstrip()[-2:] in {
        "ed", "ng", "ot", "ls", "ll",
    }  # fmt: skip
