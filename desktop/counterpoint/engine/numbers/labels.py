"""Numbers that only name something and are no quantity: FPV7, Flight 1931, No. 10, 212 Orchard Street, Six Nations."""

import re

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.numerals import Numeral, Sentence
from counterpoint.engine.numbers.units import find_currency, find_unit

_NUMBERED = frozenset(
    """flight route highway interstate area room apartment apt suite unit page chapter section article title phase level
    channel psalm act no number gate pier exit box line class type model form district ward precinct station engine
    squad floor bus train tram platform lane resolution amendment proposition prop paragraph rule clause schedule annex
    appendix verse episode season volume issue version windows ios apollo boeing airbus fortune bay lot block day week
    game round lap stage tier category cat zone sector site building case file docket order bill hb sb formula size
    highways routes rooms pages chapters sections articles flights channels lines caption photo figure item grade year
    euro""".split()
)
_PEOPLE = frozenset("people men women children others dead killed injured wounded victims police students".split())
_EMERGENCY = frozenset({"911", "999", "112"})
_STREET = re.compile(
    r"(?:\s(?:[NSEW]\.?|North|South|East|West|[NS][EW]))?(?:\s(?:[A-Z][\w'’]*\.?|\d+(?:st|nd|rd|th))){1,3}?\s(?:St|Street"
    r"|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Highway|Hwy|Parkway|Pkwy|Square|Terrace"
    r"|Circle|Broadway|Mile)\b|\s?block\b"
)
_PHONE = re.compile(r"\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)|\d{3}-\d{4}(?![\d,])|\d-\d{3}-|\d{3}-\d{3}-")
_WITHIN = re.compile(
    r"(?:[#@_/:.]|[^\W_]|[^\W_][-–])$"
)  # what makes one token of a number and the characters before it
_BEFORE_HYPHEN = frozenset({"mid", "late", "early", "between", "pre", "post"})
_OPENS = frozenset('.:!?"“‘—-–')


def is_label(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number is part of a name, an address, a telephone number or a list's numbering."""
    if not numeral.is_figure:
        return _is_name_in_words(sentence, numeral)
    return (
        _is_within_token(sentence, numeral, lexicon)
        or _is_address(sentence, numeral)
        or numeral.span.of(sentence.text) in _EMERGENCY
        or _follows_name(sentence, numeral, lexicon)
    )


def _is_within_token(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Such as "FPV7", "AR-15", "9/11", "555-0199", "3D", and "1." before the first of a list."""
    start, end = numeral.span.start, numeral.span.end
    before = sentence.text[max(sentence.span.start, start - 2) : start]
    after = sentence.text[end : min(sentence.span.end, end + 2)]
    if _WITHIN.search(before):
        return before[-1] not in "-–" or before[0].isdigit() or sentence.low(numeral.first - 1) not in _BEFORE_HYPHEN
    if after[:1] in {"/", ":", "@"} and after[1:].isdigit():
        return True
    if _PHONE.match(sentence.text, start, sentence.span.end):
        return True
    if after[:1].isalpha() and sentence.low(numeral.last + 1) not in {"s", "yo"}:
        return find_unit(sentence, numeral.last, lexicon) is None
    return not before and after[:1] in {".", ")"} and len(sentence.words) > 1


def _is_address(sentence: Sentence, numeral: Numeral) -> bool:
    if find_currency(sentence, numeral.first):
        return False
    return _STREET.match(sentence.text, numeral.span.end, sentence.span.end) is not None


def _follows_name(sentence: Sentence, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Such as "Flight 1931", "Boeing 737", "room 12": a name or what is numbered stands before, no unit after."""
    i = numeral.first - 1
    if i < 0 or sentence.gap(i) not in {" ", ". ", "\xa0"} or find_unit(sentence, numeral.last, lexicon):
        return False
    word, low = sentence.words[i], sentence.low(i)
    counts_people = any(sentence.low(numeral.last + k) in _PEOPLE for k in (1, 2))
    if low in _NUMBERED:
        return (low != "no" or sentence.gap(i) != " ") and (word.is_capitalised or not counts_people)
    if counts_people or word.text.islower() or word.is_function or sentence.gap(i) != " ":
        return False
    opens = i == 0 or sentence.gap(i - 1).strip()[-1:] in _OPENS
    if opens or sentence.is_title_case:
        return low not in lexicon.words and not _is_noun_next(sentence, numeral)
    return True


def _is_noun_next(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a word follows that the number may count."""
    following = numeral.last + 1
    is_open = sentence.gap(numeral.last) in {" ", "-"}
    return is_open and following < len(sentence.words) and not sentence.words[following].is_function


def _is_name_in_words(sentence: Sentence, numeral: Numeral) -> bool:
    """Such as "Six Nations", "Big Ten", "Group of Seven"."""
    i = numeral.first
    if not sentence.words[i].is_capitalised or sentence.is_title_case or numeral.is_about:
        return False
    if i == 0:  # "One Dance topped the charts", but "Two Canadians won"
        return numeral.high == 1 and len(sentence.words) > 1 and sentence.words[1].is_capitalised
    return not sentence.gap(i - 1).strip()
