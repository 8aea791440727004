"""Embeds: what a page shows around a post taken over from elsewhere. The post's own words stay claims."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.noise.lines import Line
from counterpoint.engine.passages import Span

_DATE = r"(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})"
_LINKS = r"(?:\s*(?>https?://\S+|pic\.twitter\.com/\S+|@\w+)){0,8}"
# Such as "https://t.co/x pic.twitter.com/y — Town Council (@town) January 1, 2018"
_SIGNATURE = re.compile(rf"{_LINKS}\s*(?:[—–―]|--?)\s*[^—–\n]{{1,60}}?\(@\w{{1,30}}\)\s*(?:on\s)?{_DATE}")
# Such as "A post shared by Jane Doe (@janedoe) on Jun 12, 2016 at 8:14am PDT"
_SHARED = re.compile(
    r"(?:View this post on Instagram\s*)?A (?:post|photo|video) shared by .{1,80}?(?:\(@[\w.]+\))?(?:\son\s.{4,40})?$"
    r"|^View this post on \w+"
)
_PICTURE = re.compile(r"\s*pic\.twitter\.com/\S+")
# Alone, in brackets, or behind a finished sentence; "a new copy from www.example.com" is part of its sentence
_LINK = re.compile(
    r"[(\[]\s*(?:https?://|www\.)[^\s()\[\]]+\s*\.?\s*[)\]]|(?:^|(?<=[.!?…:\"”]\s))(?:https?://|www\.)\S+$"
    r"|https?://t\.co/\S+"
)
# A post that only points elsewhere, such as "Details here:", "@janedoe is back with news", "Fireball (VIDEO)"
_POINTER = re.compile(r".*:|@\w+ .*|.*\((?:PHOTOS?|VIDEOS?|WATCH|LIVE)[^()]*\)|(?:\S+\s+){0,2}\S*")
_HINT = re.compile("@|/|shared by|View this")


def find_embeds(lines: Sequence[Line]) -> Iterator[Span]:
    """Signatures and links of embedded posts; the whole post where it only points elsewhere."""
    for line in lines:
        words = line.words
        if not _HINT.search(words):
            continue
        signature = _SIGNATURE.search(words)
        if signature and _POINTER.fullmatch(words[: signature.start()].strip()):
            yield line.at(0, signature.end())
            continue
        for rule in (_SIGNATURE, _SHARED, _PICTURE, _LINK):
            for found in rule.finditer(words):
                yield line.at(found.end() - len(found[0].lstrip()), found.end())
