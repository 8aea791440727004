"""Listed phrases of several words in a claim: the longest that stands at each place."""

import re
from collections.abc import Mapping
from functools import lru_cache

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.passages import Span


def find_phrases(side: Side, listed: Mapping[str, str]) -> tuple[tuple[str, Span], ...]:
    """Each listed phrase of the claim as (its entry, its place), in text order, none overlapping another."""
    pattern = _pattern(tuple(sorted(listed)))
    return tuple(
        (listed[" ".join(found.group().lower().replace("’", "'").split())], Span(*found.span()))
        for found in pattern.finditer(side.text, side.span.start, side.span.end)
    )


@lru_cache(maxsize=32)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = (re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]") for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
