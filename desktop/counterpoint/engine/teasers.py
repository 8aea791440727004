"""Teasers: links to other stories, which make claims, but not about this one."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.lines import Line, Vocabulary
from counterpoint.engine.passages import Span

# "READ MORE: Two lions killed in a zoo", "Related: 5 scams", "MORE: Aerial view of the scene"
_MARKED = re.compile(
    r"(?:[Pp]hoto [Gg]allery|GALLERY|Gallery|Slideshow|VIDEO|Video|PHOTOS|In pictures|IN PICTURES|READ|SEE|WATCH|LISTEN|ALSO|MORE|RELATED|Related|Read|See|Watch|More)(?:\s(?:MORE|ALSO|NEXT|NOW|IT|TOO|ON|More|more|Also|also|Next|next|Now"
    r"|now|on|Stories|stories|story|Story|Articles?|Coverage|Links?)){0,2}\s?(?:[:|>»]|-\s|–\s)\s*\S.*"
)
# "Related Stories ...", "MOST READ IN NEWS ...", alone or with the links in the same line
_HEAD = re.compile(
    r"(?:Related (?:Stories|Coverage|Articles?|News|Content|Topics|Links|Videos?|Posts?|Reading)|RELATED(?: \w+)?|(?:ALSO|Also)(?=:|$)|MOST (?:READ|VIEWED"
    r"|POPULAR)(?: IN \w+)?|Most (?:Read|Popular|Viewed|Shared)(?: in \w+)?|(?:You (?:may|might)|YOU (?:MAY|MIGHT)) (?:[Aa]lso|ALSO)? ?(?:[Ll]ike|LIKE|be interested in)"
    r"|Recommended(?: for you)?|Trending(?: [Nn]ow)?|TRENDING(?: NOW)?|More (?:from|on|stories|news|in|coverage)(?: [\w’' ]{1,30})?|Top Stories"
    r"|TOP STORIES|Editor[’']s [Pp]icks|What to read next|(?:From|More from) our (?:partners|sponsors)|Around the [Ww]eb|In other news"
    r"|(?:[Tt]ags|TAGS|[Tt]opics|TOPICS|Filed under|[Cc]ategories)(?=:))\s?:?"
)
_IN_BRACKETS = re.compile(r"\[[^\[\]]+\]")
_PHONE = re.compile(r"\d{3}[-.\s)]+\d{4}")
_LONGEST = 200
_MOST_LINKS = 12  # below one head
_FEWEST_STEMS = 4
_FEWEST_KNOWN = 40  # stems: of a shorter story nobody can tell what is foreign to it
_FOREIGN, _NEIGHBOUR = 0.2, 0.34  # share of a line's stems found elsewhere; the second, beside a line below the first
_PROSE = 0.6  # share of the text in lines that a full stop ends: in lists and notes every line looks like a link


def find_teasers(lines: Sequence[Line], known: Sequence[Span]) -> Iterator[Span]:
    """Links to other stories; `known` is other noise, in text order, whose lines are none."""
    taken = {span.start for span in known}
    free = [line for line in lines[1:] if not any(sentence.start in taken for sentence in line.sentences)]
    vocabulary = Vocabulary(lines)
    links = 0
    for line in lines[1:]:
        head = _HEAD.match(line.words)
        if _MARKED.fullmatch(line.words) and line.is_open or (_IN_BRACKETS.fullmatch(line.words)):
            yield line.span
        elif head:
            yield from _headed(line, head, vocabulary)
            links = _MOST_LINKS if head.end() == len(line.words) else 0
        elif links and line.is_open and len(line.words) <= _LONGEST:
            links -= 1
            yield line.span
        else:
            links = 0
    yield from _foreign(lines, free, vocabulary)


def _headed(line: Line, head: re.Match[str], vocabulary: Vocabulary) -> Iterator[Span]:
    """The head, and the links behind it where they are of other stories."""
    rest = line.words[head.end() :]
    if line.is_open or not rest:
        share, _ = vocabulary.known_share(rest)
        yield line.span if share < 0.5 or len(rest) > _LONGEST else line.at(0, head.end())


def _foreign(lines: Sequence[Line], free: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Span]:
    """Lines like headlines that share next to no word with the story."""
    total = sum(len(line.words) for line in lines)
    prose = sum(len(line.words) for line in lines if not line.is_open)
    if vocabulary.size < _FEWEST_KNOWN or prose < _PROSE * total:
        return
    shares: dict[int, float] = {}
    for line in free:
        if line.is_open and len(line.words) <= _LONGEST and not _PHONE.search(line.words):
            share, stems = vocabulary.known_share(line.words)
            if stems >= _FEWEST_STEMS:
                shares[line.span.start] = share
    starts = [line.span.start for line in lines]
    for number, line in enumerate(lines):
        share = shares.get(line.span.start, 1.0)
        beside = min(shares.get(start, 1.0) for start in (starts[number - 1], starts[(number + 1) % len(starts)]))
        if share <= _FOREIGN or (share <= _NEIGHBOUR and beside <= _FOREIGN):
            yield line.span
