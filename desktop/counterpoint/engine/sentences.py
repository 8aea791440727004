"""Sentences: where each begins and ends, so that claims can be cut from them."""

import re
from collections.abc import Iterator

from counterpoint.engine.passages import Span, trimmed

_LONGEST = 1000  # code points; what is longer has no full stops, and would slow down every later stage

_END = re.compile(r"""(?:[.!?…]+|[。！？])["'”’»)\]]*(?=\s|$)""")
_LINE = re.compile(r"[^\n]+")
# Abbreviations that never end a sentence: a name, a number or the rest of the phrase follows.
_LEADING = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt cmdr maj adm cpl pvt rev hon pres supt det insp st ste mt ft"
    " messrs mmes vs v nos fig figs al eg ie viz cf approx ca dept univ assn bros".split()
)
# Abbreviations that may also end one: only a word that opens a sentence decides.
_TRAILING = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd llc jr sr"
    " ave blvd rd etc est ph.d d.c a.m p.m am pm u.s u.k u.n e.u ariz calif colo conn fla ga ill ind kan ky la md mass mich"
    " minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo no".split()
)
_OPENERS = frozenset(
    "the a an he she it they we you i his her its their our my this that these those there here but and or so yet if when"
    " while after before as at in on for from by with without since although though however meanwhile because once until"
    " police officials authorities according what who why how where no not all some many most both one two three".split()
)
_BRANDS = frozenset({"yahoo", "jeopardy"})
_LAST_WORD = re.compile(r"[\w.&’'-]+$")
_NEXT_WORD = re.compile(r"""\s*(["'“‘«(\[]*)([\w’'-]*)""")


def find_sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The sentences of the text, or of a span of it, without the white space around them."""
    start, end = (span.start, span.end) if span else (0, len(text))
    found: list[Span] = []
    for line in _LINE.finditer(text, start, end):
        for sentence in _in_line(text, Span(*line.span())):
            found.extend(_bounded(text, sentence))
    return tuple(found)


def _in_line(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for mark in _END.finditer(text, line.start, line.end):
        if mark.end() < line.end and _ends_sentence(text, start, mark, line.end):
            yield trimmed(text, Span(start, mark.end()))
            start = mark.end()
    rest = trimmed(text, Span(start, line.end))
    if len(rest):
        yield rest


def _ends_sentence(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    following = _NEXT_WORD.match(text, mark.end(), end)
    opening, after = (following[1], following[2]) if following else ("", "")
    if after[:1].islower():
        return False
    before = _LAST_WORD.search(text[max(start, mark.start() - 30) : mark.start()])
    word = before[0].lower() if before else ""
    opens = bool(opening) or after.lower() in _OPENERS
    if mark[0][0] == "!":
        return opens or word not in _BRANDS
    if mark[0] != ".":
        return True
    if word == "no":
        return not after[:1].isdigit()
    if word in _LEADING:
        return False
    if word in _TRAILING or re.fullmatch(r"(?:[a-z]\.)+[a-z]|[a-z]", word):
        return opens
    return True


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = max(text.rfind(" ", start + 1, start + _LONGEST), text.rfind("\t", start + 1, start + _LONGEST))
        cut = cut if cut > 0 else start + _LONGEST
        yield trimmed(text, Span(start, cut))
        start = trimmed(text, Span(cut, sentence.end)).start
    yield Span(start, sentence.end)
