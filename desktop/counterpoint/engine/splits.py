"""Claims' places: the sentences, and the clauses of sentences, that assert something."""

import re
from collections.abc import Sequence

from counterpoint.engine.noises import Noise
from counterpoint.engine.passages import Span, trimmed

_WORD = re.compile(r"\w[\w’'-]*")
_FULL_STOP = re.compile(r"""[.!?…]["'”’»)\]]*$""")


def find_claim_spans(text: str, sentences: Sequence[Span], noise: Sequence[Noise]) -> tuple[Span, ...]:
    """The sentences and clauses that assert something, in text order, none of them touching noise."""
    found: list[Span] = []
    for sentence in sentences:
        for part in _without_noise(text, sentence, noise):
            if _asserts(part.of(text)):
                found.append(part)
    return tuple(found)


def find_headline(text: str, sentences: Sequence[Span]) -> Span | None:
    """The first line where it stands like a heading over the rest: no full stop, and a text after it."""
    if len(sentences) < 2:
        return None
    first, second = sentences[0], sentences[1]
    apart = "\n" in text[first.end : second.start]
    return first if apart and not _FULL_STOP.search(first.of(text)) and len(first) <= 200 else None


def _without_noise(text: str, sentence: Span, noise: Sequence[Noise]) -> list[Span]:
    parts: list[Span] = []
    start = sentence.start
    for piece in noise:
        if piece.span.overlaps(sentence):
            parts.append(trimmed(text, Span(start, max(start, piece.span.start))))
            start = max(start, min(piece.span.end, sentence.end))
    parts.append(trimmed(text, Span(start, sentence.end)))
    return [part for part in parts if len(part)]


def _asserts(words: str) -> bool:
    return len(_WORD.findall(words)) >= 3 and not words.rstrip("\"'”’)").endswith("?")
