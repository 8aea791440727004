"""Lines of a source and how much of its story they speak of: what the rules of noise look at."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterpoint.engine.passages import Span

_LONGEST = 3000  # code points: a text without line ends is looked at in pieces
_CLOSING = "\"'”’»)]"
_FULL_STOPS = frozenset(".!?…")
_PREFIX = re.compile(r"(?<![^\W_])[^\W_]{4,6}")  # as good as a stem here, and found in one pass
_COMMON_WORDS = (
    "that this with from have been were will would after said about into over than more when what your they their there"
    " which while could also some other says being them then these those where because before just most such only"
)
_COMMON = frozenset(word[:6] for word in _COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Line:
    """The sentences of one line of the text (of several, where prose is wrapped), and its words."""

    span: Span
    words: str
    sentences: tuple[Span, ...]

    @property
    def is_open(self) -> bool:
        """Whether no full stop ends it, as in headings, captions and links."""
        return self.words.rstrip(_CLOSING)[-1:] not in _FULL_STOPS

    @property
    def parts(self) -> Iterator[tuple[Span, str]]:
        """The sentences, each with its words."""
        for sentence in self.sentences:
            yield sentence, self.words[sentence.start - self.span.start : sentence.end - self.span.start]

    def is_quoted(self, sentence: Span) -> bool:
        """Whether a quotation that began earlier in the line is still open where the sentence begins."""
        before = self.words[: sentence.start - self.span.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def at(self, start: int, end: int) -> Span:
        """The span in the text of a range of this line's words."""
        return Span(self.span.start + start, self.span.start + end)


class Vocabulary:
    """The words of a text: how many of a line's are found elsewhere in it.

    A line that shares no word with its story is a link to another one.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._counts: Counter[str] = Counter()
        for words in dict.fromkeys(line.words for line in lines):
            self._counts.update(_stems(words))

    @property
    def size(self) -> int:
        return len(self._counts)

    def known_share(self, words: str) -> tuple[float, int]:
        """The share of the words' stems that other lines have as well, and how many stems were compared."""
        stems = _stems(words)
        return sum(self._counts[stem] > 1 for stem in stems) / max(1, len(stems)), len(stems)


def find_lines(text: str, sentences: Sequence[Span]) -> tuple[Line, ...]:
    """The lines of the text in order, very long ones in pieces; sentences must be in order too."""
    groups: list[list[Span]] = []
    for sentence in sentences:
        is_same = groups and "\n" not in text[groups[-1][-1].end : sentence.start]
        if is_same and sentence.end - groups[-1][0].start <= _LONGEST:
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    lines: list[Line] = []
    for group in groups:
        span = group[0].joined(group[-1])
        lines.append(Line(span, span.of(text), tuple(group)))
    return tuple(lines)


def _stems(words: str) -> set[str]:
    return set(_PREFIX.findall(words.lower())) - _COMMON
