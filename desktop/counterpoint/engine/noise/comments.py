"""Comments: what readers and spammers leave under a story. No claims of the story."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.noise.lines import Line
from counterpoint.engine.passages import Span

_PIECE = (
    r"(?:articles?|posts?|posting|blogs?|bloggers?|content|web ?sites?|sites?|web ?pages?|pages?|reads?|write-?ups?"
    r"|topics?|piece|review)"
)
_PRAISE = re.compile(
    r"\b(?:great|nice|interesting|good|excellent|wonderful|helpful|informative|amazing|awesome|fantastic|positive"
    r"|valuable|useful|superb|brilliant|incredible|perfect|outstanding|beautiful|fabulous|well[- ]written|love(?:d|ly)?"
    rf"|like|enjoy(?:ed|ing)?|impressed|appreciat(?:e|ed|ing)|pretty worth)\s(?:\w+\s){{0,8}}{_PIECE}\b"
    r"|\bkeep (?:up|it up|writing|posting|sharing)\b|\b(?:great|good|nice|excellent) (?:work|job|stuff|info\w*)\b"
    r"|\bthumbs up\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:thanks|thank you|thankful|grateful|cheers|kudos)\b", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:hi|hello|hey|wow|greetings|howdy|what[’']s up|thanks|thank you|very many thanks)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:I|I[’'](?:ve|m|ll|d)|my|me|we|our|us)\b")
_SECOND = re.compile(r"\b(?:you|your|yours|you[’'](?:ve|re|ll))\b", re.IGNORECASE)
_WEB = re.compile(
    rf"\b(?:{_PIECE}|surf(?:ing|ed)?|online|internet|web|webmasters?|bookmark(?:ed)?|subscribe|rss|feed|google|browser"
    r"|plugin|captcha|admin|updates|link|e-?mail|spam|comment(?:s|ing)?)\b",
    re.IGNORECASE,
)
_SHOP = re.compile(
    r"\b(?:serv(?:e|ing) you|look(?:ing)? forward to (?:\w+ing|your|hearing)|customers?|feedback|buy|cheap|discount"
    r"|casino|viagra|loans?|seo|free shipping|best price|contact us|click here|crypto|earn money|work from home)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile("^[\"“«‘']|[\"”»’'][.,]?$|\\b(?:said|says|told|wrote|asked|added)\\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]{2,}")
_ENOUGH = 3  # traits
_MOST = 200  # lines at the end that are looked at
_HEAD = re.compile(
    r"(?:\d+ )?(?:reader |user )?comments?(?: \(\d+\))?:?|leave a (?:reply|comment).*|(?:post|add|write) a comment.*"
    r"|join the discussion|(?:\d+ )?(?:responses|replies|thoughts) (?:to|on) .*|comments are closed.*",
    re.IGNORECASE,
)


def find_comments(lines: Sequence[Line], known: Sequence[Span]) -> Iterator[Span]:
    """Comments at the end of the text: lines that speak to the writer or the site, and all below "Comments".

    `known` is other noise, which may stand between them.
    """
    headed = next((n for n, line in enumerate(lines) if n * 2 > len(lines) and _HEAD.fullmatch(line.words)), len(lines))
    yield from (line.span for line in lines[headed:])
    covered = set(known)
    for number in range(headed - 1, max(0, headed - _MOST), -1):
        line = lines[number]
        if _is_comment(line.words, lines[:number]):
            yield line.span
        elif line.span not in covered:
            return


def _is_comment(words: str, story: Sequence[Line]) -> bool:
    """Whether the words praise, thank or sell to somebody, and name nothing that the story names.

    The seeds' last one: "Very many thanks for the positive review. We look forward to serving you better."
    """
    if _QUOTED.search(words) or any(name in line.words for name in set(_NAME.findall(words)) for line in story):
        return False
    speaks = sum(bool(trait.search(words)) for trait in (_FIRST, _SECOND)) + bool(_GREETING.match(words))
    web = min(2, len({word.lower() for word in _WEB.findall(words)}))
    about = 2 * bool(_PRAISE.search(words)) + bool(_THANKS.search(words)) + web + bool(_SHOP.search(words))
    return about > 0 and speaks + about >= _ENOUGH
