"""Comments: what readers and spammers leave under a story. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.lines import Line
from counterpoint.engine.passages import Span

_PIECE = r"(?:articles?|posts?|posting|blogs?|bloggers?|content|web ?sites?|sites?|web ?pages?|pages?|reads?|write-?ups?|topics?|piece|review)"
_PRAISE = re.compile(
    rf"\b(?:great|nice|interesting|good|excellent|wonderful|helpful|informative|amazing|awesome|fantastic|positive|valuable|useful|superb"
    rf"|brilliant|incredible|perfect|outstanding|beautiful|fabulous|well[- ]written|love(?:d|ly)?|like|enjoy(?:ed|ing)?|impressed"
    rf"|appreciat(?:e|ed|ing)|pretty worth)\s(?:\w+\s){{0,8}}{_PIECE}\b"
    r"|\bkeep (?:up|it up|writing|posting|sharing)\b|\b(?:great|good|nice|excellent) (?:work|job|stuff|info\w*)\b|\bthumbs up\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:thanks|thank you|thankful|grateful|cheers|kudos)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:I|I[’']ve|I[’']m|I[’']ll|my|me|we|our|us)\b")
_SECOND = re.compile(r"\b(?:you|your|yours|you[’'](?:ve|re|ll))\b", re.IGNORECASE)
_WEB = re.compile(
    rf"\b(?:{_PIECE}|surf(?:ing|ed)?|online|internet|web|webmasters?|bookmark(?:ed)?|subscribe|rss|feed|google|browser|plugin|captcha"
    r"|admin|updates|link|e-?mail|spam|comment(?:s|ing)?)\b",
    re.IGNORECASE,
)
_SHOP = re.compile(
    r"\b(?:serv(?:e|ing) you|look(?:ing)? forward to (?:\w+ing|your|hearing)|customers?|feedback|buy|cheap|discount|casino|viagra|loans?|seo"
    r"|free shipping|best price|contact us|click here|crypto|earn money|work from home)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile("^[\"“«‘']|[\"”»’'][.,]?$|\\b(?:said|says|told|wrote|asked|added)\\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]{2,}")
_GREETING = re.compile(
    r"(?:hi|hello|hey|wow|greetings|howdy|what[’']s up|thanks|thank you|very many thanks)\b", re.IGNORECASE
)
_ENOUGH = 3
_HEAD = re.compile(
    r"(?:\d+ )?(?:reader |user )?comments?(?: \(\d+\))?:?|leave a (?:reply|comment).*|(?:post|add|write) a comment.*|join the discussion"
    r"|(?:\d+ )?(?:responses|replies|thoughts) (?:to|on) .*|what do you think\?.*|comments are closed.*",
    re.IGNORECASE,
)


def find_comments(lines: Sequence[Line], known: Sequence[Span]) -> Iterator[Span]:
    """Comments at the end of the text: lines that speak to the writer or the site and not of the story, and all below
    "Comments". `known` is other noise, which may stand between them.
    """
    headed = next((n for n, line in enumerate(lines) if n * 2 > len(lines) and _HEAD.fullmatch(line.words)), len(lines))
    yield from (line.span for line in lines[headed:])
    covered = set(known)
    for number in range(headed - 1, 0, -1):
        line = lines[number]
        if is_comment(line, lines[:number]):
            yield line.span
        elif line.span not in covered:
            return


def is_comment(line: Line, story: Sequence[Line]) -> bool:
    """Whether the line praises, thanks or sells to somebody, and names nothing that the story names."""
    words = line.words
    if _QUOTED.search(words) or any(name in above.words for name in set(_NAME.findall(words)) for above in story):
        return False
    speaks = bool(_FIRST.search(words)) + bool(_SECOND.search(words)) + bool(_GREETING.match(words))
    web = min(2, len({word.lower() for word in _WEB.findall(words)}))
    about = 2 * bool(_PRAISE.search(words)) + bool(_THANKS.search(words)) + web + bool(_SHOP.search(words))
    return about > 0 and speaks + about >= _ENOUGH
