"""Numbers changed so that both cannot be right."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Edit, Setting
from tests.bench.planting.figures_written import WORDS

_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: i for i, word in enumerate(WORDS)} | {word: 30 + 10 * i for i, word in enumerate(_TENS)}
_SPELT = {value: word for word, value in _VALUES.items()}
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORD = "|".join(sorted([*WORDS[2:], *_TENS], key=len, reverse=True))
_N = rf"(?<![\w$£€.,:/#’'–-])(?P<n>{_FIGURE}|(?i:{_WORD}))"
_LENGTHS = (
    "miles? feet foot met(?:er|re)s? km kilomet(?:er|re)s? inch(?:es)? kilos? kg tons? tonnes? degrees light-years"
    " acres hectares mph kph yards?"
).split()
_SPANS = "minutes? hours? days? weeks? months? years?".split()
_NOUN = r" (?:million |billion |thousand )?(?:[a-z-]+ ){0,2}?(?P<noun>[a-z]{3,})\b"


def _before(ending: str, words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"{_N}(?=[ -](?:{'|'.join(words)})\b{ending})")


#: Of these forms a number counts or measures something; nothing else is taken for one.
_FORMS = (
    ("money", re.compile(rf"(?:US\$|[$£€])(?P<n>{_FIGURE})(?![\w,.-]*\d)(?!-)")),
    ("money", re.compile(rf"{_N}(?= (?:(?:million|billion) )?(?:dollars|euros|pounds)\b)")),
    ("share", re.compile(rf"{_N}(?=%| percent\b| per cent\b)")),
    ("age", re.compile(r"(?<![\w$.,:/#’'–-])(?P<n>\d{1,2})(?=[ -]years?[ -]old\b)")),
    ("age", re.compile(r"(?<=[a-z], )(?P<n>\d{2})(?=[,.]$|, )")),
    ("age", re.compile(r"(?<=\baged )(?P<n>\d{1,2})\b")),
    ("measure", _before("", _LENGTHS)),
    ("duration", _before("(?![ -]old)", _SPANS)),
    ("count", re.compile(_N + f"(?={_NOUN})")),
)
_PLURALS = frozenset("people men women children police fish teeth troops".split())
_NO_NOUNS = frozenset("was has this his its hers as is us ours yes plus times others pass less across always".split())
#: Before a number: it is bounded, one of a range, or one that the reader has met already.
_BARRED = frozenset(
    """than least most to over under below above between from but or the last next past first no other another these
    those all many much few little route flight highway channel apollo level phase type unit age ages up its his her
    their both against by block""".split()
)
_LOOSE = frozenset("about around nearly almost some roughly approximately estimated near".split())
#: A number of a sentence that tells how it grew, or of each of several, may be right beside another.
_GREW = re.compile(
    r"\b(?:r[io]se|risen|rising|climb\w*|jump\w*|increas\w*|grow\w*|grew|tolls?|so far|fell|dropped|to date|initially"
    r"|earlier|revised|updated|each|every|per|average\w*|maximum|minimum|another|further|at first"
    r"|additional)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf" ?(?:to|or|-|–|and a half|and a)[ -]?(?:\d|{_WORD}|half\b)"
    r"|(?: \w+)? (?:or more|or so|or less)\b|[’']s\b|[,.]\d",
    re.IGNORECASE,
)
_CHILD, _TEEN, _ROUND, _COUNTED, _WHOLE_SHARE = 13, 20, 100, 20, 100


def plant_numbers(setting: Setting, chance: Random) -> Iterator[Change]:
    """Counts, ages, money, shares, distances, durations: another value that no rounding explains."""
    text = setting.text
    if _GREW.search(text):
        return
    taken: list[Span] = []
    for way, form in _FORMS:
        for match in form.finditer(text):
            span = Span(*match.span("n"))
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            if setting.is_free(span) and _may_change(way, match, setting):
                new = _other(match["n"], way, text, chance, is_loose=_word_before(text, match.start()) in _LOOSE)
                if new is not None:
                    yield Change("number", way, (Edit(span, new),))


def _may_change(way: str, match: re.Match[str], setting: Setting) -> bool:
    text = setting.text
    is_told_once = len(re.findall(rf"(?<!\w){re.escape(match['n'])}(?!\w)", text, re.IGNORECASE)) == 1
    if match["n"] == "911" or not is_told_once or _AFTER.match(text, match.end("n")):
        return False
    before = _word_before(text, match.start())
    is_barred = before.lower() in _BARRED or (before[:1].isupper() and before != text[: len(before)])
    return way == "age" or (not is_barred and (way != "count" or _is_counted(match["noun"], setting)))


def _word_before(text: str, start: int) -> str:
    found = re.search(r"([\w’'.-]+|[-–(]) ?$", text[:start])
    return found[1] if found else ""


def _is_counted(noun: str, setting: Setting) -> bool:
    if noun in _NO_NOUNS:
        return False
    return noun in _PLURALS or (noun.endswith("s") and bool(setting.lexicon.category(setting.lexicon.lemma(noun))))


def _other(number: str, way: str, text: str, chance: Random, *, is_loose: bool) -> str | None:
    """Another number, written as the first is; None where no other fits the sentence's other numbers."""
    value = _value(number)
    for _ in range(12):
        new = _drawn(value, way, chance, is_loose=is_loose)
        if new != value and new > 0 and _fits(value, new, text) and (written := _written(new, number)):
            return written
    return None


def _drawn(value: float, way: str, chance: Random, *, is_loose: bool) -> float:
    if is_loose:  # "about 300" is at ease with 275
        return _rounded(value * chance.choice([0.4, 0.5, 2, 2.5]), value)
    if way == "age":
        if value < _CHILD:
            return chance.choice([v for v in range(2, _CHILD) if abs(v - value) > 1])
        grown = max(_TEEN, value + chance.choice([-9, -6, -4, 3, 5, 8]))
        return chance.randint(_CHILD, _TEEN - 1) if value < _TEEN else grown
    if value != int(value):
        return round(value * chance.choice([0.6, 0.7, 1.3, 1.5]), len(str(value).partition(".")[2]))
    if value <= _COUNTED:
        return max(2, value + chance.choice([-3, -2, 1, 2, 3, 4]))
    new = _rounded(value * chance.choice([0.5, 0.6, 0.7, 1.3, 1.4, 1.6]), value)
    return min(new, _WHOLE_SHARE - 1) if way == "share" and value <= _WHOLE_SHARE else new


def _rounded(new: float, like: float) -> float:
    """The number with as many digits before its zeros as the other has, two at least."""
    digits = len(str(int(like)).rstrip("0"))
    zeros = max(0, len(str(int(like))) - max(digits, 1 if like < _ROUND else 2))
    return round(new, -zeros) if digits < len(str(int(like))) else round(new)


def _fits(value: float, new: float, text: str) -> bool:
    """Whether the new number stands to the sentence's other numbers as the old one did: parts stay below the whole."""
    others = [_value(n) for n in re.findall(rf"(?<![\w.,])(?:{_FIGURE}|{_WORD})\b", text, re.IGNORECASE)]
    return all((other < value) == (other < new) and other != new for other in others if other != value)


def _value(number: str) -> float:
    return float(_VALUES[number.lower()]) if number.lower() in _VALUES else float(number.replace(",", ""))


def _written(new: float, like: str) -> str | None:
    if like.lower() in _VALUES:
        word = _SPELT.get(int(new)) or str(int(new))
        return word.capitalize() if like[0].isupper() else word
    places = len(like.partition(".")[2])
    return f"{new:,.{places}f}" if "," in like or new >= 10_000 else f"{new:.{places}f}"
