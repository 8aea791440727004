"""Captions that a page prints twice, once below the picture and once for its enlargement."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterpoint.engine.lines import Line
from counterpoint.engine.passages import Span

_FEWEST_WORDS = 4
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def find_captions(lines: Sequence[Line], credited: Sequence[Span]) -> Iterator[Span]:
    """Lines printed twice in a row, captions that repeat a sentence of the story, and names only, repeated.

    Of two in a row both, where they end with a picture's credit; else the second, for the first may be a headline.
    """
    ends = {span.end for span in credited}
    keys = [_key(line.words) for line in lines]
    for (upper, lower), (first, second) in zip(pairwise(lines), pairwise(keys), strict=True):
        if first == second and len(first) >= _FEWEST_WORDS:
            if upper.span.end in ends:
                yield upper.span
            yield lower.span
    told = {_key(words) for line in lines if not line.is_open for _, words in line.parts}
    for line, key in zip(lines[1:], keys[1:], strict=True):
        if line.is_open and (_repeats_names(line.words, key) or (len(key) > _FEWEST_WORDS and key in told)):
            yield line.span


def _key(words: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(words.casefold()))


def _repeats_names(words: str, key: tuple[str, ...]) -> bool:
    """Whether the words are names only and two of them come twice: "Jane Doe Town Police Jane Doe (Town Police)"."""
    pairs = list(pairwise(key))
    return len(set(pairs)) < len(pairs) and all(
        token[0].isupper() or token[0].isdigit() for token in _TOKEN.findall(words)
    )
