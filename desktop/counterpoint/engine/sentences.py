"""Sentences: where each begins and ends, so that claims can be cut from them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from counterpoint.engine.passages import Span, trimmed

_LONGEST = 1000  # code points: what is longer has no full stops, and would slow down every later stage

# A line of prose wrapped by hand or by a mail program; wider or narrower ones are paragraphs or lists.
_NARROWEST, _WIDEST = 45, 110
_FULL = 0.6  # share of a wrapped block's lines that had no room for the next word
_FEWEST_LINES = 3  # two lines alone may be a heading and its paragraph


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LINE = re.compile(r"[^\n]+")
_CLOSING = "\"'”’»)\\]"
# A mark with what closes behind it, then white space, an opening quotation mark, or (as scraped texts have it:
# "on Friday.The police ...") the next sentence at once; and the full stops of scripts that put no space after them.
_END = re.compile(
    rf"(?<![.!?])(?:[.!?]++|…)[{_CLOSING}]*+(?=\s|$|[“‘«])"
    rf"|(?<=[a-z\d%)”’\"])[.!?][{_CLOSING}]*(?=[A-Z][a-z'’ ]|[“\"][A-Z])"
    "|[。！？]"
)
# No heading ends with these.
_UNFINISHED = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|by|for|to|from|with|and|or|but|that|who|which|as|was|were|is|are|has|had|said|than|its"
    r"|his|her|their|President|Minister|Mr|Mrs|Sen|Gov|Dr)\.?)$"
)
_LAST_WORD = re.compile(r"[\w.&’'-]+$")
_NEXT_WORDS = re.compile(r"""\s*([“‘«"']*)([(\[]?)([\w’'&.-]*)""")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]|[a-z]")
_WEB_ADDRESS = re.compile(r"\s*(?:https?:|www\.|pic\.)")
_WEB_NAME = re.compile(r"(?:com|org|net|gov|edu|co|js|fm|tv)\b", re.IGNORECASE)
# "Why?” Lindqvist said": the name after the quotation belongs to it.
_SAYING = re.compile(
    r"\s*(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|tweeted|posted|replied|shouted)\b"
)

# Abbreviations that never end a sentence: a name, a number or the rest of the phrase follows.
_LEADING = _listed(
    "mr mrs ms mx dr prof sen rep gov gen lt col sgt capt cmdr maj adm cpl pvt pfc rev hon pres supt det insp ofc"
    " st ste mt messrs mmes sens reps govs gens vs v nos fig figs al e.g i.e eg ie viz cf approx"
)
# Abbreviations that may also end one: the word after them decides.
_TRAILING = _listed(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd"
    " llc plc jr sr ave blvd rd hwy apt etc est ph.d dept univ assn bros ft ca pp ed eds ariz calif colo conn del"
    " fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis"
    " wyo"
)
# Words that seldom continue a name, so that "... in the U.S. The ..." ends and "... the U.S. Senate ..." does not.
_OPENERS = _listed(
    "the a an he she it they we you i his her its their our my this that these those there here but and or so yet"
    " if when while after before as at in on for from by with without since although though however meanwhile"
    " because once until officials authorities according what who why how where not some many most both another"
)
# What may follow a clock time: "7 p.m. Monday", "9 a.m. EST", "6 p.m. Eastern".
_AFTER_TIME = _listed(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest ist eastern central pacific mountain local"
    " greenwich moscow kyiv monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs"
    " fri sat sun january february march april may june july august september october november december jan feb"
    " mar apr jun jul aug sept sep oct nov dec"
)
_LOCAL_TIME = re.compile(r"\s(?:[A-Z][\w’'-]*\s){1,2}time\b")  # "7 p.m. Paris time"
_BRANDS = frozenset({"yahoo", "jeopardy"})  # their exclamation mark is part of the name


def find_sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The sentences of the text, or of a span of it, without the white space around them.

    A line end ends a sentence, unless the lines are prose wrapped at a column. No sentence is longer than 1,000 code
    points: what has no full stop is cut at white space.
    """
    found: list[Span] = []
    for paragraph in _paragraphs(text, span or Span(0, len(text))):
        for sentence in _in_paragraph(text, paragraph):
            found.extend(_bounded(text, sentence))
    return tuple(found)


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        if mark.end() < paragraph.end and _is_end(text, start, mark, paragraph.end):
            sentence = trimmed(text, Span(start, mark.end()))
            if len(sentence):
                yield sentence
            start = mark.end()
    rest = trimmed(text, Span(start, paragraph.end))
    if len(rest):
        yield rest


def _is_end(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    """Whether the mark ends the sentence that began at start."""
    following = _NEXT_WORDS.match(text, mark.end(), end)
    quote, bracket, after = following.groups() if following else ("", "", "")
    if after[:1].islower():
        return bool(_WEB_ADDRESS.match(text, mark.end(), end))
    glued = not text[mark.end()].isspace()
    if (glued and _WEB_NAME.match(after)) or text[mark.start() - 1 : mark.start()].isspace():  # "Daily.Com", ". . ."
        return False
    before = _LAST_WORD.search(text, max(start, mark.start() - 30), mark.start())
    word = before[0].lstrip("'’-") if before else ""
    word = word if word == "EST" else word.lower()  # the zone, or "established"
    if mark[0][0] in "!?":
        named = mark[0] == "!" and word in _BRANDS and not quote and after.lower() not in _OPENERS
        return not named and not (len(mark[0]) > 1 and _SAYING.match(text, mark.end(), end))
    local = bool(_LOCAL_TIME.match(text, mark.end(), end))
    return mark[0] != "." or _is_full_stop(word, quote, bracket, after, local=local)


def _is_full_stop(word: str, quote: str, bracket: str, after: str, *, local: bool) -> bool:
    """Whether the full stop after the word is more than the word's own."""
    following = after.lower().rstrip(".")
    if word == "no":
        return not after[:1].isdigit()
    if word in _LEADING:
        return False
    if word in {"a.m", "p.m", "am", "pm"}:
        return not bracket and following not in _AFTER_TIME and not local
    if word in _TRAILING or _INITIALS.fullmatch(word):
        return not bracket and (bool(quote) or following in _OPENERS)
    return True


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = max(text.rfind(space, start + 1, start + _LONGEST) for space in " \t\n\u00a0")
        cut = cut if cut > 0 else start + _LONGEST
        yield trimmed(text, Span(start, cut))
        start = trimmed(text, Span(cut, sentence.end)).start
    yield Span(start, sentence.end)


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    """The lines of the text, those of wrapped prose joined."""
    block: list[Span] = []
    for line in _LINE.finditer(text, span.start, span.end):
        found = trimmed(text, Span(*line.span()))
        if not len(found):
            continue
        if block and text.count("\n", block[-1].end, found.start) > 1:
            yield from _unwrapped(text, block)
            block = []
        block.append(found)
    yield from _unwrapped(text, block)


def _unwrapped(text: str, block: list[Span]) -> Iterator[Span]:
    """The lines of a block without empty lines; joined where they are prose wrapped at a column."""
    width = max(map(len, block), default=0)
    joints = [_is_joint(text, upper, lower, width) for upper, lower in pairwise(block)]
    if len(block) < _FEWEST_LINES or not _NARROWEST <= width <= _WIDEST or sum(joints) < _FULL * len(joints):
        yield from block
        return
    if not any(joint and text[line.start].islower() for joint, line in zip(joints, block[1:], strict=True)):
        yield from block
        return
    if not text[block[1].start].islower() and not _UNFINISHED.search(block[0].of(text)):
        joints[0] = False  # may be a heading over its paragraph
    start = block[0]
    for joint, line in zip(joints, block[1:], strict=True):
        if joint:
            start = start.joined(line)
        else:
            yield start
            start = line
    yield start


def _is_joint(text: str, upper: Span, lower: Span, width: int) -> bool:
    """Whether the upper line had no room for the first word of the lower."""
    word = re.match(r"\S+", text[lower.start : lower.end])
    return len(upper) + 1 + len(word[0] if word else "") > width
