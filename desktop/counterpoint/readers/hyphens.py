"""Words that a line's end cut in two."""

import re
from collections import Counter
from collections.abc import Iterable

HYPHENS = "-\u00ad\u2010"
_LAST = re.compile(r"([^\W_][\w'’-]*)[-\u00ad\u2010]$")
_FIRST = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_COMPOUND = re.compile(r"[^\W_][\w'’]*(?:[-\u2010][\w'’]+)+|[^\W_][\w'’]*")
# What keeps its hyphen where the text itself does not show how it writes the word.
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_FIGURES = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_PARTS = frozenset("third thirds quarter quarters fifth fifths sixth eighth tenth tenths half".split())
_SECOND = frozenset(
    "term based led backed called related style elect general level scale standing lasting awaited profile ranking"
    " speaking owned run held born made armed party sized sponsored funded law in-law".split()
)


class Hyphens:
    """How a text writes its words where no line's end cuts them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        cut = False
        for line in lines:
            words = _COMPOUND.findall(line.lower())
            is_cut = line.endswith(tuple(HYPHENS))
            self._counts.update(words[cut : len(words) - is_cut])
            cut = is_cut

    def join(self, upper: str, lower: str) -> str:
        """Two lines of a paragraph as one: with a space, or a word that was cut put together."""
        found, first = _LAST.search(upper), _FIRST.match(lower)
        if not found or not first:
            return f"{upper}{lower}" if upper.endswith("\u00ad") else f"{upper} {lower}"
        head = upper[: found.end() - 1]
        return f"{head}-{lower}" if self._is_compound(found[1], first[0]) else f"{head}{lower}"

    def _is_compound(self, before: str, after: str) -> bool:
        """Whether the hyphen is the word's own."""
        if not after[0].islower() or not before[-1].isalpha() or (before.isupper() and len(before) > 1):
            return True
        first, second = before.lower(), after.lower()
        whole, compound = self._counts[first + second], self._counts[f"{first}-{second}"]
        if whole or compound:
            return compound > whole
        return (
            "-" in first
            or first in _TENS
            or (first in _FIGURES and (second in _PARTS or "-" in second))
            or second.partition("-")[0] in _SECOND
        )
