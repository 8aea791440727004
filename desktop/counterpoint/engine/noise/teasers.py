"""Teasers: links to other stories, which make claims, but not about this one."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.noise.lines import Line, Vocabulary
from counterpoint.engine.passages import Span

# Marked one by one, such as "READ MORE: Llama escapes from a circus", "Related: 7 recipes", "WATCH: Dog rescued"
_MARKED = re.compile(
    r"(?:[Pp]hoto [Gg]allery|GALLERY|Gallery|Slideshow|SLIDESHOW|(?:RAW )?VIDEO|Video|PHOTOS|In pictures|IN PICTURES"
    r"|(?:FULL|COMPLETE) COVERAGE|MAP|GRAPHIC|TIMELINE|POLL|INTERACTIVE|DOCUMENTS?|LIVE UPDATES|PODCAST|QUIZ"
    r"|(?:READ|SEE|WATCH|LISTEN|ALSO|MORE|RELATED|Related|Read|See|Watch|More|Also)"
    r"(?:\s(?:MORE|ALSO|NEXT|NOW|IT|TOO|ON|NEWS|FROM|More|more|Also|also|Next|next|Now|now|on|[Nn]ews|[Ss]tor(?:y"
    r"|ies)"
    r"|Articles?|Coverage|Links?|READ)){0,2})\s?(?:[:|>»]|[-–]\s)\s*\S.*"
)
# Over a list of them, such as "Related Stories", "MOST READ IN NEWS", "ALSO:"; or with them in one line
_HEAD = re.compile(
    r"(?:related (?:stories|coverage|articles?|news|content|topics|links|videos?|posts?|reading)|related(?=:|$)"
    r"|also(?: on \w+)?(?=:|$)|(?:read more|read also|more reading)(?=:$)"
    r"|most (?:read|popular|viewed|shared)(?: in \w+)?|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"(?: these stories)?|recommended(?: for you)?|trending(?: now)?|more (?:from|on|stories|news|in"
    r"|coverage)(?: [\w’' ]{1,30})?|top stories|editor[’']?s[’']? picks"
    r"|what to read next|(?:more )?from our (?:partners|sponsors)|around the web|in other news)(?![\w-])\s?:?",
    re.IGNORECASE,
)
_TAGS = re.compile(r"(?:tags?|tagged(?: with)?|topics?|filed under|categor(?:y|ies)|in this article):.*", re.IGNORECASE)
# A link in brackets; "[Updated at 4 p.m.: One man has died.]" is a claim.
_IN_BRACKETS = re.compile(r"\[(?!updated?\b|for the record|correct)[^\[\]]+\]", re.IGNORECASE)
_PHONE = re.compile(r"\d{3}[-.\s)]+\d{4}")  # an appeal for information, which may have no full stop either
_LONGEST = 200  # code points
_MOST_LINKS = 12  # below one head
_FEWEST_STEMS = 4
_FEWEST_KNOWN = 40  # stems: of a shorter story nobody can tell what is foreign to it
_FOREIGN, _NEIGHBOUR = 0.2, 0.34  # share of a line's stems found elsewhere; the second, beside a line below the first
_FOREIGN_LIST = 0.5  # the same, of what follows a head in its line
_PROSE = 0.6  # share of the text in lines that a full stop ends: among notes every line looks like a link


def find_teasers(lines: Sequence[Line], known: Sequence[Span]) -> Iterator[Span]:
    """Links to other stories: marked as such, or like headlines and strange to this one.

    `known` is noise of other kinds, which no teaser has: a caption with its credit may share no word with the story.
    """
    if not any(line.is_open or line.words.startswith("[") for line in lines[1:]):
        return
    vocabulary = Vocabulary(lines)
    whole = set(known)
    links = 0
    for line in lines[1:]:
        words = line.words
        head = _HEAD.match(words)
        if line.span in whole:
            continue
        if _TAGS.fullmatch(words) or _IN_BRACKETS.fullmatch(words) or (line.is_open and _MARKED.fullmatch(words)):
            yield line.span
        elif head and (line.is_open or head.end() == len(words)):
            share, stems = vocabulary.known_share(words[head.end() :])
            is_foreign = stems == 0 or share < _FOREIGN_LIST or len(words) > _LONGEST
            yield line.span if is_foreign else line.at(0, head.end())
            links = _MOST_LINKS if head.end() == len(words) else 0
        elif links and line.is_open and len(words) <= _LONGEST:
            links -= 1
            yield line.span
        else:
            links = 0
    yield from _foreign(lines, known, vocabulary)


def _foreign(lines: Sequence[Line], known: Sequence[Span], vocabulary: Vocabulary) -> Iterator[Span]:
    """Lines like headlines that share next to no word with the story."""
    total = sum(len(line.words) for line in lines)
    prose = sum(len(line.words) for line in lines if not line.is_open)
    if vocabulary.size < _FEWEST_KNOWN or prose < _PROSE * total:
        return
    marked = {span.start for span in known} | {span.end for span in known}
    shares = [1.0, *(_share(line, marked, vocabulary) for line in lines[1:]), 1.0]
    for number, line in enumerate(lines):
        beside = min(shares[number - 1], shares[number + 1])
        if shares[number] <= _FOREIGN or (shares[number] <= _NEIGHBOUR and beside <= _FOREIGN):
            yield line.span


def _share(line: Line, marked: set[int], vocabulary: Vocabulary) -> float:
    """How much of the line the story knows; all of it, where the line can't be a teaser."""
    if not line.is_open or len(line.words) > _LONGEST or _PHONE.search(line.words):
        return 1.0
    if line.span.start in marked or line.span.end in marked:
        return 1.0
    share, stems = vocabulary.known_share(line.words)
    return share if stems >= _FEWEST_STEMS else 1.0
