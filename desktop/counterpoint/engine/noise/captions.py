"""Captions that a page prints twice, once below the picture and once for its enlargement."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterpoint.engine.noise.lines import Line
from counterpoint.engine.passages import Span

_SHORTEST = 20  # code points: what is shorter is a button or a label
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def find_captions(lines: Sequence[Line], credited: Sequence[Span]) -> Iterator[Span]:
    """Lines printed twice in a row, captions that repeat a sentence of the story, and names only, repeated.

    Of two in a row both, where they end with a picture's credit; else the second, for the first may be a headline.
    """
    ends = {span.end for span in credited}
    for upper, lower in pairwise(lines):
        if len(upper.words) >= _SHORTEST and upper.words.casefold() == lower.words.casefold():
            if upper.span.end in ends:
                yield upper.span
            yield lower.span
    captions = [line for line in lines[1:] if line.is_open and len(line.words) >= _SHORTEST]
    if captions:
        told = {words.rstrip(".").casefold() for line in lines if not line.is_open for _, words in line.parts}
        for line in captions:
            if line.words.casefold() in told or _repeats_names(line.words):
                yield line.span


def _repeats_names(words: str) -> bool:
    """Whether the words are names only and two of them come twice: "Jane Doe Town Police Jane Doe (Town Police)"."""
    tokens = _TOKEN.findall(words)
    if not all(token[0].isupper() or token[0].isdigit() for token in tokens):
        return False
    pairs = list(pairwise(tokens))
    return len(set(pairs)) < len(pairs)
