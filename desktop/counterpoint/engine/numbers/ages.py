"""Ages: "13-year-old", "aged 31", "Ryan Doe, 31,", "in his 20s", "a teenage girl"."""

import re
from dataclasses import replace

from counterpoint.engine.details import Kind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.meanings import Meaning
from counterpoint.engine.numbers.nouns import Noun, find_noun, singular
from counterpoint.engine.numbers.numerals import Numeral, Sentence
from counterpoint.engine.numbers.units import AGE_UNITS, find_unit

TEENS = frozenset({"teenager", "teenagers", "teenage", "teen", "teens"})
_TEENAGE = (13.0, 19.0)
_OLDEST, _OLDEST_APPOSITION = 125, 110
_REACH = 60  # code points within which "ages 22, 26, 29 and" begins
_AFTER_NAME = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NOT_BEARERS = frozenset({"aged", "age", "ages", "just", "only"})
_AFTER_AGE = frozenset("was is has had who were and from in".split())
_AGED = re.compile(
    r"\b(?:aged|ages?)\b(?:\s(?:of|from|between|just|only|about|around|over|under))*"
    r"(?:\s\d{1,3}(?:,? and|,? or| to|,|-))*\s?$",
    re.IGNORECASE,
)
_TWENTIES = re.compile(r"\b(?:his|her|their|our|my|your|the)(?: (?:early|mid|late|very))*[ -]?$", re.IGNORECASE)
_CLOSES = re.compile(r"\s*(?:[,;)—–]|-\s|$)|\.(?:[\s\"”’]|$)|\s(?:of|from|and|was|were|is|who|has|had|said|told)\s")
_LIST = re.compile(r",\s?\d")


def read_teens(sentence: Sentence, i: int) -> Numeral | None:
    """The loose age of "a teenage girl", "the teenager"."""
    if sentence.low(i) not in TEENS:
        return None
    return Numeral(sentence.spanning(i, i), i, i, *_TEENAGE, is_about=True)


def read_age(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Meaning | None:
    """The number read as an age, None where it is none."""
    if sentence.low(numeral.first) in TEENS:
        return Meaning(numeral, Kind.AGE, numeral.last, _teen(sentence, numeral, lexicon))
    if numeral.is_ordinal or numeral.is_share or not numeral.high:
        return None
    if _is_old(sentence, numeral.last + 1):
        return _read_years_old(sentence, numeral, lexicon)
    if sentence.low(numeral.last + 1) == "s" and sentence.gap(numeral.last) in {"", "'", "’"}:
        return _read_twenties(sentence, numeral)
    return _read_bare_age(sentence, numeral, lexicon)


def _read_bare_age(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Meaning | None:
    """Reads an age that no unit marks: "aged 31", "Ryan Doe, 31,"."""
    if numeral.high > _OLDEST or find_unit(sentence, numeral.last, lexicon):
        return None
    if _AGED.search(sentence.before(numeral.first, _REACH)) or _is_of_age(sentence, numeral, lexicon):
        bearer = _bearer(sentence, numeral.first, lexicon)
    elif _is_apposition(sentence, numeral, lexicon):
        at = numeral.first - 1
        at -= at > 0 and sentence.low(at) in _AFTER_NAME
        bearer = singular(sentence.words[at].text, lexicon)
    else:
        return None
    return Meaning(numeral, Kind.AGE, numeral.last, Noun(bearer, (), numeral.last))


def _is_old(sentence: Sentence, at: int) -> bool:
    following = sentence.lows[at + 1 : at + 3]
    if sentence.low(at) == "yo":
        return True  # "4yo girl"
    return sentence.low(at) in AGE_UNITS and (following[:1] == ["old"] or following == ["of", "age"])


def _teen(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Noun | None:
    if sentence.low(numeral.first) == "teenage":
        return find_noun(sentence, numeral.last + 1, lexicon, is_plural=False)
    return Noun("teenager", (), numeral.last)


def _read_years_old(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> Meaning:
    at = numeral.last + 1
    is_short = sentence.low(at) == "yo"
    is_old = is_short or sentence.low(at + 1) == "old"
    last = at if is_short else at + 1 if is_old else at + 2
    noun = find_noun(sentence, last + 1, lexicon, is_plural=False) if is_old else None
    if noun is None:
        noun = Noun(_bearer(sentence, numeral.first, lexicon), (), last)
    size = AGE_UNITS.get(sentence.low(at), 1.0)
    return Meaning(replace(numeral, low=numeral.low * size, high=numeral.high * size), Kind.AGE, last, noun)


def _bearer(sentence: Sentence, first: int, lexicon: Lexicon) -> str:
    """Whose age stands at word `first`: "Ryan Doe, aged 31" -> "doe", "the boy, who is 13 years old" -> "boy"."""
    for i in range(first - 1, max(-1, first - 8), -1):
        word, low = sentence.words[i], sentence.low(i)
        if word.is_function or low in _NOT_BEARERS or low[:1].isdigit():
            continue
        is_name = word.is_capitalised and i > 0
        return singular(word.text, lexicon) if is_name or _is_person(singular(low, lexicon), lexicon) else ""
    return ""


def _is_person(noun: str, lexicon: Lexicon) -> bool:
    return lexicon.category(noun) == "person" or noun in {"woman", "person"}


def _read_twenties(sentence: Sentence, numeral: Numeral) -> Meaning | None:
    if numeral.low % 10 or not _TWENTIES.search(sentence.before(numeral.first)):
        return None
    return Meaning(replace(numeral, high=numeral.low + 9, is_about=True), Kind.AGE, numeral.last + 1)


def _is_of_age(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number is the age of "a woman of 78"."""
    i = numeral.first
    is_noun = sentence.low(i - 1) == "of" and sentence.low(i - 3) in {"a", "the"} and not numeral.is_range
    ends = sentence.gap(numeral.last) != " " or sentence.low(numeral.last + 1) in _AFTER_AGE
    return is_noun and ends and numeral.is_figure and _is_person(sentence.low(i - 2), lexicon)


def _is_apposition(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a number set off after a name or a person is the age: "Ryan Doe, 31, was", "the girl (4)"."""
    i = numeral.first - 1
    is_whole = numeral.low == numeral.high == int(numeral.low) and numeral.scale == 1
    if i < 0 or not numeral.is_figure or not is_whole or not 0 < numeral.high <= _OLDEST_APPOSITION:
        return False
    gap = sentence.text[sentence.words[i].span.end : numeral.span.start]
    after = sentence.after(numeral.last, 8)
    if gap not in {" (", ", ", "., ", " , "} or not _CLOSES.match(after) or _LIST.match(after):
        return False
    word = sentence.words[i]
    is_name = word.is_capitalised and not word.is_function and word.text.isalpha()
    return is_name or _is_person(sentence.low(i), lexicon)
