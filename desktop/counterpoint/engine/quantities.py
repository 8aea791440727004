"""Quantities: the numbers of a claim that can be compared, with what they count or measure and how exact they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterpoint.engine.details import Aspect, Exactness, Kind, Quantity
from counterpoint.engine.fates import find_fate
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.nouns import Noun, find_noun, is_noun, singular
from counterpoint.engine.numerals import STARTERS, Numeral, Sentence, read_numeral
from counterpoint.engine.passages import Span
from counterpoint.engine.times import find_times
from counterpoint.engine.words import Word


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a unit measures: the base unit that values are given in, and how many of them it holds."""

    kind: Kind
    base: str
    size: float


def _units(kind: Kind, base: str, sizes: dict[str, float]) -> dict[str, _Unit]:
    return {name: _Unit(kind, base, size) for name, size in sizes.items()}


_DAY = 86400.0
_YEAR = 365.25 * _DAY
#: By the entries of resources/words/units.txt.
_UNITS = {
    **_units(Kind.DURATION, "second", {
        "second": 1, "minute": 60, "hour": 3600, "day": _DAY, "week": 7 * _DAY, "month": _YEAR / 12, "year": _YEAR,
        "decade": 10 * _YEAR, "century": 100 * _YEAR,
    }),
    **_units(Kind.DISTANCE, "metre", {
        "millimetre": 0.001, "centimetre": 0.01, "metre": 1, "kilometre": 1000, "inch": 0.0254, "foot": 0.3048,
        "yard": 0.9144, "mile": 1609.344, "nautical mile": 1852, "light year": 9.4607e15,
    }),
    **_units(Kind.MEASURE, "square metre", {
        "square metre": 1, "square kilometre": 1e6, "square foot": 0.092903, "square mile": 2.58999e6, "acre": 4046.86,
        "hectare": 1e4,
    }),
    **_units(Kind.MEASURE, "litre", {
        "millilitre": 0.001, "litre": 1, "cubic metre": 1000, "cubic foot": 28.3168, "gallon": 3.78541, "barrel": 158.987,
    }),
    **_units(Kind.MEASURE, "kilogram", {
        "milligram": 1e-6, "gram": 0.001, "kilogram": 1, "pound": 0.45359, "ounce": 0.02835, "stone": 6.35029,
        "ton": 907.185, "tonne": 1000,
    }),
    **_units(Kind.MEASURE, "tonne of TNT", {"kiloton": 1000, "megaton": 1e6}),
    **_units(Kind.RATE, "kilometre per hour", {
        "mile per hour": 1.609344, "kilometre per hour": 1, "metre per second": 3.6, "foot per second": 1.09728,
        "knot": 1.852,
    }),
    **_units(Kind.SHARE, "percent", {"percent": 1}),
    **_units(Kind.SHARE, "percentage point", {"percentage point": 1}),
    **_units(Kind.MEASURE, "degree", {"degree": 1}),
    **_units(Kind.MEASURE, "degree Celsius", {"degree celsius": 1}),
    **_units(Kind.MEASURE, "degree Fahrenheit", {"degree fahrenheit": 1}),
    **_units(Kind.MEASURE, "watt", {"watt": 1, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9}),
    **_units(Kind.MEASURE, "kilowatt hour", {"kilowatt hour": 1}),
    **_units(Kind.MEASURE, "volt", {"volt": 1}),
    **_units(Kind.MEASURE, "byte", {"megabyte": 1e6, "gigabyte": 1e9, "terabyte": 1e12}),
    **_units(Kind.MEASURE, "calorie", {"calorie": 1}),
    **_units(Kind.MEASURE, "caliber", {"caliber": 1}),
    **_units(Kind.MONEY, "USD", {"dollar": 1, "cent": 0.01}),
    **_units(Kind.MONEY, "EUR", {"euro": 1}),
    **_units(Kind.MONEY, "GBP", {"pound sterling": 1, "pence": 0.01}),
    **_units(Kind.MONEY, "JPY", {"yen": 1}),
    **_units(Kind.MONEY, "CNY", {"yuan": 1}),
    **_units(Kind.MONEY, "INR", {"rupee": 1}),
    **_units(Kind.MONEY, "RUB", {"ruble": 1}),
    **_units(Kind.MONEY, "NGN", {"naira": 1}),
    **_units(Kind.MONEY, "ILS", {"shekel": 1}),
    **_units(Kind.MONEY, "MXN", {"peso": 1}),
    **_units(Kind.MONEY, "CHF", {"franc": 1}),
    **_units(Kind.MONEY, "SEK", {"krona": 1}),
    **_units(Kind.MONEY, "ZAR", {"rand": 1}),
    **_units(Kind.MONEY, "PLN", {"zloty": 1}),
    **_units(Kind.MONEY, "UAH", {"hryvnia": 1}),
    **_units(Kind.MONEY, "TRY", {"lira": 1}),
    **_units(Kind.MONEY, "AED", {"dirham": 1}),
    **_units(Kind.MONEY, "SAR", {"riyal": 1}),
}  # fmt: skip
_CURRENCIES = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₦": "NGN", "₹": "INR", "₽": "RUB", "₪": "ILS", "₩": "KRW",
    "₺": "TRY", "₴": "UAH", "Rs": "INR", "Rs.": "INR", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
}  # fmt: skip
_CURRENCY = re.compile(r"(?:\b(?:US|AU?|CA?|NZ|HK|S|R))?[$€£¥₦₹₽₪₩₺₴]\s?$|\b(?:Rs\.?|USD|EUR|GBP)\s?$")

_BOUNDS = {
    Exactness.ABOUT: (
        "about around some approximately roughly nearly almost circa approx estimated",
        "close to|an estimated|just under|just over|somewhere between|in the region of|an approximate|the estimated",
    ),
    Exactness.AT_LEAST: (
        "over exceeding above",
        "more than|at least|upwards of|upward of|no fewer than|no less than|not less than|in excess of|a minimum of|well over"
        "|greater than|north of|as few as|at a minimum|far more than|older than|longer than|surpassed",
    ),
    Exactness.AT_MOST: (
        "under below maximum",
        "up to|as many as|as much as|fewer than|less than|at most|no more than|not more than|a maximum of|within|as high as"
        "|as long as|not exceeding|younger than|shorter than",
    ),
}  # fmt: skip
_BOUND_WORDS = {
    tuple(words.split()): bound
    for bound, (singles, phrases) in _BOUNDS.items()
    for words in (*singles.split(), *phrases.split("|"))
}
_LONGEST_BOUND = max(map(len, _BOUND_WORDS))
_BOUND_AFTER = re.compile(
    r"\s?\+|\s(?:or|and) (?:more|older|over|above|so|less|fewer|under|younger|thereabouts)\b|-odd\b|-ish\b"
)

_ID_NOUNS = frozenset(
    """flight route highway interstate area room apartment apt suite unit page chapter section article title phase level
    channel psalm act no number gate pier exit box line class type model form district ward precinct station engine squad
    floor bus train tram platform lane resolution amendment proposition prop paragraph rule clause schedule annex appendix
    verse episode season volume issue version windows ios apollo boeing airbus fortune g bay lot block chapter day week
    game round lap stage tier category cat magnitude zone sector site building case file docket order bill hb sb senate
    house studio formula catch size""".split()
)
_ANAPHORA = frozenset(
    "of another who which that on way day more thing by to for day's time and at in or from else"
    " minute moment side hand point can could should would may might must has have had is was".split()
)
_ORDINAL_SKIPPED = frozenset(
    """lady amendment aid responder responders degree party parties world world-war class hand floor century street avenue
    st ave grade grader graders generation half quarter largest biggest highest most best worst minister name cousin base
    step line rate""".split()
)
_STREET = re.compile(
    r"(?:\s(?:[NSEW]\.?|North|South|East|West))?(?:\s[A-Z][\w'’]*\.?|\s\d+(?:st|nd|rd|th)){1,3}?\s(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard"
    r"|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Highway|Hwy|Parkway|Pkwy|Square|Terrace|Circle|Broadway)\b"
    r"|\s?block\b"
)
_PHONE = re.compile(r"(?:\d[\d()-]*[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)")
_SCORE_WORDS = re.compile(
    r"\b(?:score|scored|won|win|wins|beat|beats|lost|lose|defeat|defeated|victory|draw|drew|lead|led|vote|voted|ruling|decision"
    r"|tied|tie|game|match|record|loss|final)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:r[io]se|risen|rising|increase[ds]?|grew|grown|fell|fallen|drop(?:ped)?|jump(?:ed)?|raised?|cut|reduced?"
                     r"|up|down|climb(?:ed)?|slash(?:ed)?|went|gone|revised?)\b[^.;]{0,30}$", re.IGNORECASE)  # fmt: skip


def find_quantities(text: str, span: Span, words: Sequence[Word], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities that the words of text within span name, in text order."""
    sentence = Sentence(text, span, words)
    starts = [i for i, low in enumerate(sentence.lows) if low[0].isdigit() or low in STARTERS]
    if not starts:
        return ()
    times = [time.span for time in find_times(text, span, words, lexicon)]
    found: list[Quantity] = []
    after = 0
    for i in starts:
        if i < after:
            continue
        numeral = read_numeral(sentence, i)
        if numeral is None or any(taken.overlaps(numeral.span) for taken in times):
            continue
        read = _read(sentence, numeral, lexicon)
        if read is not None:
            quantity, last = read
            found.append(quantity)
            after = last + 1
        else:
            after = numeral.last + 1
    return _with_shared_fates(text, found)


def _read(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """The quantity and the last word of its number and unit."""
    if _is_name(sentence, numeral, lexicon):
        return None
    for reader in (_read_age, _read_measure, _read_score, _read_ordinal, _read_count):
        if read := reader(sentence, numeral, lexicon):
            return read
    return None


def _is_name(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number only names something: FPV7, Flight 1943, No. 10, 484 Walnut Street, 911."""
    if not numeral.is_figure:
        return _is_word_name(sentence, numeral)
    start, end = numeral.span.start, numeral.span.end
    before = sentence.text[sentence.span.start : start][-2:]
    after = sentence.text[end : sentence.span.end][:60]
    if before[-1:].isalnum() or before[-1:] in set("#@_/:.") or (before[-1:] in "-–" and before[:1].isalpha()):
        return True
    if (after[:1] in set("/:@") and after[1:2].isdigit()) or _PHONE.match(sentence.text, start, sentence.span.end):
        return True
    if after[:1].isalpha() and not _unit_at(sentence, numeral.last, lexicon) and sentence.low(numeral.last + 1) != "s":
        return True
    if not before and after[:1] in {".", ")"} and len(sentence.words) > 1:
        return True  # "1. The first of a list"
    if not _CURRENCY.search(sentence.before(numeral.first, 6)) and _STREET.match(after):
        return True
    return _follows_name(sentence, numeral, lexicon)


def _follows_name(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """ "Flight 1943", "Boeing 737", "room 12": a name or an id's noun stands before the number, nothing measured after."""
    i = numeral.first - 1
    if numeral.low in {911, 999} and numeral.is_figure and "," not in numeral.span.of(sentence.text):
        return True
    if i < 0 or sentence.gap(i) not in {" ", ". ", "\xa0"} or _unit_at(sentence, numeral.last, lexicon):
        return False
    word, low = sentence.words[i], sentence.low(i)
    if low in _ID_NOUNS:
        return not (low == "no" and sentence.gap(i) == " ") and (
            word.is_capitalised or not _counts_people(sentence, numeral)
        )
    is_opening = i == 0 or sentence.gap(i - 1).strip()[-1:] in set('.:!?"“‘—-')
    named = word.is_capitalised and not word.is_function and not is_opening and sentence.gap(i) == " "
    return named and not _is_title_case(sentence) and not _counts_people(sentence, numeral)


def _counts_people(sentence: Sentence, numeral: Numeral) -> bool:
    return any(
        sentence.low(numeral.last + k)
        in {"people", "men", "women", "children", "others", "dead", "killed", "injured", "wounded"}
        for k in (1, 2)
    )


def _is_word_name(sentence: Sentence, numeral: Numeral) -> bool:
    """ "Six Nations", "Big Ten", "Group of Seven"."""
    i = numeral.first
    word = sentence.words[i]
    if not word.is_capitalised or i == 0 or _is_title_case(sentence) or numeral.is_about:
        return False
    if sentence.gap(i - 1).strip()[-1:] in set('.:!?"“‘—'):
        return False
    return not sentence.gap(i - 1).strip()


def _is_title_case(sentence: Sentence) -> bool:
    """Whether nearly all words are written with a capital, as in headlines."""
    long = [word for word in sentence.words if len(word.text) > 3]
    return len(long) > 2 and sum(word.is_capitalised for word in long) >= 0.75 * len(long)


def _unit_at(sentence: Sentence, last: int, lexicon: Lexicon) -> tuple[_Unit, int] | None:
    """The unit that follows word `last`, and its last word (`last` itself for "%")."""
    after = sentence.after(last, 2)
    if after[:1] == "%" or after == " %":
        return _UNITS["percent"], last
    gap = sentence.gap(last)
    if gap not in {" ", "-", "", "‑", "\xa0"}:
        return None
    for length in (3, 2, 1):
        at = last + length
        if at >= len(sentence.words) or any(sentence.gap(k) not in {" ", "-", "/"} for k in range(last + 1, at)):
            continue
        written = " ".join(sentence.lows[last + 1 : at + 1])
        entry = lexicon.listed("units", written)
        if entry and not (
            len(written) <= 2 and gap != "" and written not in {"km", "mm", "cm", "kg", "ft", "lb", "mi", "oz"}
        ):
            return (_UNITS[entry], at) if entry in _UNITS else None
    return None


def _read_age(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """ "13-year-old", "aged 31", "Ryan Doe, 31,", "in his 20s"."""
    if numeral.is_ordinal or numeral.is_share or numeral.high > 130 and not _unit_at(sentence, numeral.last, lexicon):
        return None
    at = numeral.last + 1
    if sentence.low(at) in _AGE_UNITS and (
        sentence.low(at + 1) == "old" or sentence.lows[at + 1 : at + 3] == ["of", "age"]
    ):
        last = at + 1 if sentence.low(at + 1) == "old" else at + 2
        return _years_old(sentence, numeral, _AGE_UNITS[sentence.low(at)], last, lexicon)
    if sentence.low(at) == "s" and sentence.gap(numeral.last) in {"", "'", "’"}:
        return _in_twenties(sentence, numeral)
    if _AGED.search(sentence.before(numeral.first, 60)) and not _unit_at(sentence, numeral.last, lexicon):
        return _built(
            sentence, numeral, Kind.AGE, numeral.last, Noun(_bearer(sentence, numeral.first, lexicon), (), numeral.last)
        )
    if _is_apposition(sentence, numeral, lexicon):
        noun = Noun(singular(sentence.words[numeral.first - 1].text, lexicon), (), numeral.last)
        return _built(sentence, numeral, Kind.AGE, numeral.last, noun)
    return None


_AGE_UNITS = {
    "year": 1.0, "years": 1.0, "yr": 1.0, "yrs": 1.0, "month": 1 / 12, "months": 1 / 12, "week": 7 / 365.25,
    "weeks": 7 / 365.25, "day": 1 / 365.25, "days": 1 / 365.25,
}  # fmt: skip
_AGED = re.compile(
    r"\b(?:aged|ages?)\b(?:\s(?:of|from|between|just|only|about|around|over|under))*(?:\s\d{1,3}(?:,? and|,? or| to|,|-))*\s?$",
    re.IGNORECASE,
)
_TWENTIES = re.compile(
    r"\b(?:in|into) (?:his|her|their|our|my|your|the)(?: (?:early|mid|late|very))*[ -]?$", re.IGNORECASE
)


def _years_old(sentence: Sentence, numeral: Numeral, size: float, last: int, lexicon: Lexicon) -> tuple[Quantity, int]:
    noun = find_noun(sentence, last + 1, lexicon, is_plural=False) if sentence.low(last) == "old" else None
    if noun is None:
        noun = Noun(_bearer(sentence, numeral.first, lexicon), (), last)
    aged = replace(numeral, low=numeral.low * size, high=numeral.high * size)
    return _built(sentence, aged, Kind.AGE, last, noun)


def _bearer(sentence: Sentence, first: int, lexicon: Lexicon) -> str:
    """Whose age stands at word `first`: "Ryan Doe, aged 31" -> "doe", "the boy, who is 13 years old" -> "boy"."""
    for i in range(first - 1, max(-1, first - 8), -1):
        word = sentence.words[i]
        if word.is_function or sentence.low(i) in {"aged", "age", "ages"} or sentence.low(i)[:1].isdigit():
            continue
        if word.is_capitalised and i > 0 or lexicon.category(sentence.low(i)) == "person":
            return singular(word.text, lexicon)
        return ""
    return ""


def _in_twenties(sentence: Sentence, numeral: Numeral) -> tuple[Quantity, int] | None:
    if not _TWENTIES.search(sentence.before(numeral.first)) or numeral.low % 10:
        return None
    aged = replace(numeral, high=numeral.low + 9, is_about=True)
    return _built(sentence, aged, Kind.AGE, numeral.last + 1, None)


def _is_apposition(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a number set between commas after a name or a person is the age: "Ryan Doe, 31, was"."""
    i = numeral.first - 1
    if i < 0 or not numeral.is_figure or numeral.is_range or numeral.scale > 1 or not 0 < numeral.high <= 115:
        return False
    after = sentence.text[numeral.span.end : sentence.span.end][:6]
    gap = sentence.text[sentence.words[i].span.end : numeral.span.start]
    if gap == " (":
        closes = after[:1] in {")", ","}
    elif gap == ", ":
        closes = after[:1] in {",", ";", ")", "—", ""} or bool(
            re.match(r"\.(?:\s|$|[\"”’])|\sof\s|\sfrom\s|\sand\s|\s[-–—]", after)
        )
        closes = closes and not re.match(r",\d", after)
    else:
        return False
    word = sentence.words[i]
    is_person = lexicon.category(sentence.low(i)) == "person" or sentence.low(i) in {"person", "woman", "man"}
    return closes and (is_person or (word.is_capitalised and not word.is_function and word.text.isalpha()))


def _read_measure(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """Money, shares, distances, durations, speeds, weights: a number with a unit or a currency."""
    if numeral.is_ordinal:
        return None
    if numeral.is_share:
        return _built(
            sentence, numeral, Kind.SHARE, numeral.last, _noun_of(sentence, numeral.last, lexicon), unit="percent"
        )
    found = _unit_at(sentence, numeral.last, lexicon)
    if sign := _CURRENCY.search(sentence.before(numeral.first, 6)):
        code = _CURRENCIES.get(sign.group().strip(), "USD")
        noun = find_noun(sentence, numeral.last + 1, lexicon, is_plural=False) or _noun_of(
            sentence, numeral.last, lexicon
        )
        return _built(sentence, numeral, Kind.MONEY, numeral.last, noun, unit=code, shift=len(sign.group()))
    if found is None:
        return None
    unit, last = found
    if unit.kind is Kind.MONEY or last == numeral.last:
        noun = _noun_of(sentence, last, lexicon)
    elif sentence.gap(last) == "-" or sentence.gap(numeral.last) == "-":
        noun = find_noun(sentence, last + 1, lexicon, is_plural=False)
    else:
        noun = _noun_of(sentence, last, lexicon)
    sized = replace(numeral, low=numeral.low * unit.size, high=numeral.high * unit.size)
    if unit.base in {"metre", "second"}:
        sized, last = _with_smaller_unit(sentence, sized, unit, last, lexicon)
    return _built(sentence, sized, unit.kind, last, noun, unit=unit.base)


def _noun_of(sentence: Sentence, last: int, lexicon: Lexicon) -> Noun | None:
    """The noun after "of" or, for money, "in": "40% of its budget", "$2 million in damages"."""
    if sentence.low(last + 1) in {"of", "in", "worth"}:
        at = last + 2 if sentence.low(last + 1) == "in" else last + 1
        at = last + 2 if sentence.low(last + 1) == "worth" else at
        return find_noun(sentence, at, lexicon, is_plural=False)
    return None


def _with_smaller_unit(
    sentence: Sentence, numeral: Numeral, unit: _Unit, last: int, lexicon: Lexicon
) -> tuple[Numeral, int]:
    """ "5ft 10in", "two hours and 30 minutes"."""
    at = last + 1
    if sentence.low(at) == "and":
        at += 1
    if at >= len(sentence.words) or sentence.text[
        sentence.words[last].span.end : sentence.words[at].span.start
    ] not in {
        " ",
        ", ",
        "-",
        " and ",
        "",
    }:
        return numeral, last
    second = read_numeral(sentence, at) if sentence.low(at)[:1].isdigit() or sentence.low(at) in STARTERS else None
    if second is None or second.is_range or second.is_ordinal:
        return numeral, last
    smaller = _unit_at(sentence, second.last, lexicon)
    if smaller is None and unit.size == 0.3048 and second.low < 12 and sentence.gap(last) == "-":  # "6-foot-2"
        smaller = _UNITS["inch"], second.last
    if smaller is None or smaller[0].base != unit.base or smaller[0].size >= unit.size:
        return numeral, last
    more = second.low * smaller[0].size
    return replace(numeral, low=numeral.low + more, high=numeral.high + more), smaller[1]


def _read_score(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> tuple[Quantity, int] | None:  # noqa: ARG001
    """ "won 3-2", "a 5-4 ruling"."""
    match = re.compile(r"\d{1,3}[-–]\d{1,3}(?![-–\d])").match(sentence.text, numeral.span.start, sentence.span.end)
    if not match or not numeral.is_figure or numeral.scale > 1:
        return None
    near = sentence.text[max(sentence.span.start, match.start() - 40) : min(sentence.span.end, match.end() + 25)]
    if not _SCORE_WORDS.search(near):
        return None
    ends = [float(part) for part in re.split("[-–]", match.group())]
    last = numeral.last if numeral.is_range else numeral.last + 1
    whole = replace(numeral, span=Span(*match.span()), low=min(ends), high=max(ends), last=last, is_range=True)
    return _built(sentence, whole, Kind.SCORE, last, None)


def _read_ordinal(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    if not numeral.is_ordinal:
        return None
    following = sentence.low(numeral.last + 1)
    if (
        following in _ORDINAL_SKIPPED
        or sentence.gap(numeral.last) == "-"
        or sentence.low(numeral.first - 1) in {"at", "world"}
    ):
        return None
    noun = (
        find_noun(sentence, numeral.last + 1, lexicon, is_plural=False) if sentence.gap(numeral.last) == " " else None
    )
    if noun is None or sentence.low(numeral.last + 1) == "of" or sentence.words[numeral.last + 1].is_capitalised:
        return None
    return _built(sentence, numeral, Kind.ORDINAL, numeral.last, noun, lexicon=lexicon)


def _read_count(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """What is counted, or a bare number where the noun stands elsewhere ("numbers up to 25,000-30,000")."""
    if numeral.is_ordinal or (
        numeral.is_figure and sentence.low(numeral.last + 1) == "s" and sentence.gap(numeral.last) == ""
    ):
        return None
    last = numeral.last
    whole = _whole_of(sentence, last)
    noun = find_noun(sentence, (whole.last if whole else last) + 1, lexicon, is_plural=numeral.high != 1 or bool(whole))
    if numeral.span.of(sentence.text).lower() == "one" and not _is_counted_one(sentence, numeral, noun, lexicon):
        return None
    if noun is None and (number_of := _number_of(sentence, numeral, lexicon)):
        noun = Noun(number_of, (), last)
    return _built(sentence, numeral, Kind.COUNT, last, noun, lexicon=lexicon)


def _whole_of(sentence: Sentence, last: int) -> Numeral | None:
    """The 20 in "12 of the 20 hostages"."""
    at = last + 1
    if sentence.low(at) != "of":
        return None
    at += 2 if sentence.low(at + 1) in {"the", "these", "those", "his", "her", "its", "their"} else 1
    if sentence.low(at)[:1].isdigit() or sentence.low(at) in STARTERS:
        return read_numeral(sentence, at)
    return None


def _is_counted_one(sentence: Sentence, numeral: Numeral, noun: Noun | None, lexicon: Lexicon) -> bool:
    """Whether "one" counts: "one person was killed", not "one of the", "no one", "one day", "one-on-one"."""
    following = numeral.last + 1
    if sentence.gap(numeral.last) not in {" "} or sentence.low(following) in _ANAPHORA:
        return False
    if sentence.low(numeral.first - 1) in {
        "no",
        "the",
        "this",
        "that",
        "any",
        "every",
        "some",
        "each",
        "which",
        "on",
        "for",
    }:
        return False
    if sentence.gap(numeral.first - 1) == "-":
        return False
    return bool(noun and noun.form and lexicon.category(noun.form) != "time") or bool(
        lexicon.listed("fates", sentence.low(following))
    )


def _number_of(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> str:
    """ "the number of troops ... numbers up to 25,000" -> "troop"."""
    if not any(
        low in {"number", "numbers", "figure", "total", "toll", "tally"} for low in sentence.lows[: numeral.first]
    ):
        return ""
    for i in range(numeral.first - 2, 0, -1):
        if sentence.low(i) == "of" and sentence.low(i - 1) in {"number", "numbers", "total"}:
            noun = find_noun(sentence, i, lexicon, is_plural=True)
            return noun.form if noun and noun.at < numeral.first else ""
    return ""


_RATE = re.compile(
    r"\s?(?:per|an?|each|every|/)\s?(second|minute|hour|day|week|month|year)\b(?!\s(?:later|after|earlier|before|ago|of|in))"
)


def _built(
    sentence: Sentence, numeral: Numeral, kind: Kind, last: int, noun: Noun | None, *, unit: str = "",
    lexicon: Lexicon | None = None, shift: int = 0,
) -> tuple[Quantity, int]:  # fmt: skip
    """The quantity of a numeral read up to word `last`, and that word."""
    exactness, first = _bound(sentence, numeral)
    end = max(last, noun.at) if noun and noun.form else last
    stop = sentence.words[end].span.end
    if end == last and sentence.text[stop : stop + 1] == "%":
        stop += 1
    after = _BOUND_AFTER.match(sentence.text, sentence.words[last].span.end, sentence.span.end)
    if after and exactness is Exactness.EXACT:
        exactness, stop = _bound_after(after.group()), max(stop, after.end())
    if numeral.is_about and exactness is Exactness.EXACT:
        exactness = Exactness.ABOUT
    form = noun.form if noun else ""
    rate = (
        _RATE.match(sentence.text, stop, sentence.span.end) if kind in {Kind.COUNT, Kind.MONEY, Kind.MEASURE} else None
    )
    if rate:
        kind, unit, stop = Kind.RATE, f"{unit} per {rate[1]}".strip(), rate.end()
    start = min(sentence.words[first].span.start, numeral.span.start - shift)
    modifiers = noun.modifiers if noun else ()
    if sentence.low(first - 1) in {"another", "other", "further", "additional"}:
        modifiers = ("other", *modifiers)
    fate = find_fate(sentence, first, end, form, lexicon) if lexicon and kind is not Kind.SCORE else ""
    return Quantity(
        aspect=Aspect.TIME if kind is Kind.DURATION else Aspect.QUANTITY,
        span=Span(start, stop), value=_value(numeral, exactness, unit or form), number=numeral.span, low=numeral.low,
        high=numeral.high, kind=kind, exactness=exactness, unit=unit, noun=form, modifiers=modifiers, fate=fate,
    ), last  # fmt: skip


def _value(numeral: Numeral, exactness: Exactness, of: str) -> str:
    number = f"{numeral.low:g}" if numeral.low == numeral.high else f"{numeral.low:g}-{numeral.high:g}"
    return " ".join(part for part in ("" if exactness is Exactness.EXACT else exactness.value, number, of) if part)


def _bound(sentence: Sentence, numeral: Numeral) -> tuple[Exactness, int]:
    """How the words before a number bound it, and where they begin."""
    exactness, first = Exactness.EXACT, numeral.first
    if numeral.is_range and sentence.low(first - 1) == "between":
        first -= 1
    for length in range(_LONGEST_BOUND, 0, -1):
        begin = first - length
        if begin < 0 or (found := _BOUND_WORDS.get(tuple(sentence.lows[begin:first]))) is None:
            continue
        if all(set(sentence.gap(k)) <= set(" -$€£¥") and sentence.gap(k) for k in range(begin, first)):
            return found, begin
    return exactness, first


def _bound_after(words: str) -> Exactness:
    if any(word in words for word in ("so", "odd", "ish", "thereabouts")):
        return Exactness.ABOUT
    return (
        Exactness.AT_MOST
        if any(word in words for word in ("less", "fewer", "under", "younger"))
        else Exactness.AT_LEAST
    )


def _with_shared_fates(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """ "killed two men and three women", "two men and three women were hurt": one verb for both counts."""
    joined = re.compile(r",?\s(?:and|plus|as well as)?\s?$|,\s$")
    for k in range(1, len(found)):
        before, after = found[k - 1], found[k]
        if before.kind is Kind.COUNT is after.kind and joined.match(text[before.span.end : after.span.start]):
            if before.fate and not after.fate:
                found[k] = replace(after, fate=before.fate)
            elif after.fate and not before.fate:
                found[k - 1] = replace(before, fate=after.fate)
    return tuple(found)
