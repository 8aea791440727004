"""Words on a page to the order in which a person reads them: columns, lines.

A column's edge is white space that many lines leave free on one line from top to bottom. Everything is measured in the
size of the type, because a newspaper's gutter is narrower than a report's space between words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from counterpoint.readers.superscripts import raised

_DESCENT = 0.22  # of the type's size lie below the base
_GUTTER = 0.8  # of the type's size: the narrowest space between columns
_STEP = 0.4  # how finely gutters are looked for
_FEWEST_LINES = 4  # on either side of a gutter
_FEWEST_LETTERS = 9  # a line of a column has at the least, on average: a table's cells have fewer
_STRAIGHT = 0.6  # of the lines right of a gutter begin at the same place
_SAME_LINE = 0.5  # of the smaller one's height that two words of a line share
_CAPITAL = 0.7  # of the size is a capital's height
_BIG = 1.8  # times the type's size, and a letter at the beginning of a paragraph is set into it
_GLUED = 0.15  # of the size: a narrower gap is within a word, where no space stands in the file
_RAISED = 0.75  # of the line's size or less: a mark of a note, where it also stands higher


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces, and where: the page's own units, upwards. `size` is the type's.

    `is_spaced` tells that a space stands before it in the file, `is_set_in` that it is a paragraph's big first letter.
    """

    text: str
    left: float
    right: float
    base: float  # of the letters: some reach below it
    size: float
    is_spaced: bool = True
    is_set_in: bool = False

    @property
    def bottom(self) -> float:
        return self.base - _DESCENT * self.size

    @property
    def top(self) -> float:
        return self.base + (1 - _DESCENT) * self.size

    @property
    def middle(self) -> float:
        return self.base + (0.5 - _DESCENT) * self.size


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside one another, from left to right."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def size(self) -> float:
        """That of most of its letters."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[round(word.size, 1)] += len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def base(self) -> float:
        """Where most of its words stand."""
        return median(word.base for word in self.words)


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A rectangle of white space between two columns."""

    left: float
    right: float
    bottom: float
    top: float


def read_columns(words: Sequence[Word]) -> tuple[tuple[Line, ...], ...]:
    """The page's columns, and what stands above, below and between them, in reading order; each in lines."""
    if not words:
        return ()
    size = median(word.size for word in words)
    on_base = Counter(round(word.base) for word in words if word.size >= _BIG * size)
    placed = [_set_in(word, size) if on_base[round(word.base)] == 1 else word for word in words]
    return tuple(find_lines(column) for column in _columns(placed, size, 0) if column)


def find_lines(words: Iterable[Word]) -> tuple[Line, ...]:
    """Words to lines, from the top; words are one line's where half of their height is."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.middle, word.left)):
        found = next((line for line in reversed(lines[-3:]) if _is_beside(line, word)), None)
        if found is None:
            lines.append([word])
        else:
            found.append(word)
    return tuple(Line(tuple(sorted(line, key=lambda word: word.left))) for line in lines)


def spoken(line: Line) -> str:
    """The words of a line; those that are raised, as notes' marks are, in raised figures."""
    size, base = _RAISED * line.size, line.base + 0.15 * line.size
    said = [raised(word.text) if word.size <= size and word.base > base else word.text for word in line.words]
    for place, (before, word) in enumerate(pairwise(line.words), 1):
        if _is_space(before, word):
            said[place] = f" {said[place]}"
    return "".join(said)


def _is_space(before: Word, word: Word) -> bool:
    is_wide = word.left - before.right > _GLUED * word.size
    return is_wide or (word.is_spaced and not before.is_set_in)


def _set_in(word: Word, size: float) -> Word:
    """A paragraph's big first letter as if it stood in the first of the lines that it reaches into."""
    letter = word.text.lstrip("“‘\"'«")
    if len(letter) != 1 or not letter.isupper() or word.size < _BIG * size:
        return word
    return replace(word, base=word.base + _CAPITAL * (word.size - size), size=size, is_set_in=True)


def _is_beside(line: Sequence[Word], word: Word) -> bool:
    """Whether the word stands in the line; measured against the line's largest word."""
    largest = max(line, key=lambda other: other.size)
    shared = min(largest.top, word.top) - max(largest.bottom, word.bottom)
    return shared >= _SAME_LINE * min(largest.top - largest.bottom, word.top - word.bottom)


def _columns(words: list[Word], size: float, depth: int) -> Iterator[list[Word]]:
    gutter = _widest_gutter(words, size) if depth < 12 else None  # noqa: PLR2004 - no page is cut up more often
    if gutter is None:
        yield words
        return
    parts: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        if word.middle >= gutter.top:
            parts["above"].append(word)
        elif word.middle <= gutter.bottom:
            parts["below"].append(word)
        else:
            parts["left" if word.left < gutter.left else "right"].append(word)
    for part in ("above", "left", "right", "below"):
        yield from _columns(parts[part], size, depth + 1)


def _widest_gutter(words: Sequence[Word], size: float) -> _Gutter | None:
    """The tallest white space with columns on both sides of it."""
    if len(words) < 2 * _FEWEST_LINES or size <= 0:
        return None
    start, end = min(word.left for word in words), max(word.right for word in words)
    lowest, highest = min(word.bottom for word in words), max(word.top for word in words)
    step = max(_STEP * size, (end - start) / 2000)
    blocked: dict[int, list[Word]] = defaultdict(list)
    for word in sorted(words, key=lambda word: -word.middle):
        first = int((word.left - start - _GUTTER * size) // step) + 1
        for place in range(max(0, first), int((word.right - start) // step) + 1):
            blocked[place].append(word)
    spaces = [
        _Gutter(start + place * step, start + place * step + _GUTTER * size, bottom, top)
        for place in range(1, int((end - start) / step))
        for bottom, top in _free(blocked[place], lowest, highest, _FEWEST_LINES * size)
    ]
    spaces.sort(key=lambda space: (space.bottom - space.top, space.left))
    for space in spaces[:200]:
        found = _between_columns(space, words, size)
        if found is not None:
            return found
    return None


def _free(blocking: Sequence[Word], bottom: float, top: float, least: float) -> Iterator[tuple[float, float]]:
    """The stretches of a vertical line that no word is in the way of, as bottom and top."""
    for word in blocking:
        if top - word.top >= least:
            yield word.top, top
        top = min(top, word.bottom)
    if top - bottom >= least:
        yield bottom, top


def _between_columns(space: _Gutter, words: Sequence[Word], size: float) -> _Gutter | None:
    """The space, cut to where columns stand on both sides of it; None where they don't."""
    inside = [word for word in words if space.bottom < word.middle < space.top]
    left = [word for word in inside if word.right <= space.right]
    right = [word for word in inside if word.left >= space.left]
    if len(left) + len(right) != len(inside) or not left or not right:
        return None
    top = min(max(word.top for word in left), max(word.top for word in right))
    bottom = max(min(word.bottom for word in left), min(word.bottom for word in right))
    if top - bottom < _FEWEST_LINES * size or not _are_columns(find_lines(left), find_lines(right), size):
        return None
    return space


def _are_columns(left: Sequence[Line], right: Sequence[Line], size: float) -> bool:
    if min(len(left), len(right)) < _FEWEST_LINES or min(map(_letters, (left, right))) < _FEWEST_LETTERS:
        return False
    edges = sorted(line.left for line in right)
    most = max(sum(edge <= other <= edge + 0.2 * size for other in edges) for edge in edges)
    return most >= _STRAIGHT * len(edges)


def _letters(lines: Sequence[Line]) -> float:
    return sum(len(word.text) for line in lines for word in line.words) / len(lines)
