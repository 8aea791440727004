"""Lines of columns to paragraphs: what belongs together although a line, a column or a page ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from counterpoint.readers.hyphens import HYPHENS, Hyphens
from counterpoint.readers.layouts import Line, spoken

_GAP = 1.3  # times the usual distance of lines, and a paragraph has ended
_OTHER_SIZE = 1.12  # times larger or smaller, and it is a heading or its text
_INDENT = 0.7  # of the size
_NEAR = 0.35  # of the size: edges that are meant to be the same
_BULLET = re.compile(r"(?:[•‣◦▪■●*–—-]|\d{1,2}[.)]|[a-z]\))$")
_SOFT_HYPHEN = "\u00ad"
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its text, and where in it columns begin, as offsets: each column begins in one paragraph."""

    text: str
    starts: tuple[int, ...] = ()


def find_paragraphs(columns: Sequence[Sequence[Line]]) -> tuple[Paragraph, ...]:
    """The paragraphs of columns in reading order."""
    texts = [spoken(line) for column in columns for line in column]
    hyphens = Hyphens(texts)
    leading = _leading(columns)
    paragraphs: list[Paragraph] = []
    sizes: list[float] = []
    for column in columns:
        for place, lines in enumerate(_blocks(column, leading)):
            text = spoken(lines[0])
            for line in lines[1:]:
                text = hyphens.join(text, spoken(line))
            last = paragraphs[-1] if place == 0 and paragraphs else None
            if last is not None and _goes_on(last.text, text) and abs(sizes[-1] - lines[0].size) < 1:
                whole = hyphens.join(last.text, text)
                paragraphs[-1] = Paragraph(whole, (*last.starts, len(whole) - len(text)))
            else:
                paragraphs.append(Paragraph(text, (0,) if place == 0 else ()))
                sizes.append(lines[-1].size)
    return tuple(map(_without_soft_hyphens, paragraphs))


def _without_soft_hyphens(paragraph: Paragraph) -> Paragraph:
    starts = (start - paragraph.text.count(_SOFT_HYPHEN, 0, start) for start in paragraph.starts)
    return Paragraph(paragraph.text.replace(_SOFT_HYPHEN, ""), tuple(starts))


def _leading(columns: Sequence[Sequence[Line]]) -> float:
    """The usual distance of two lines of a paragraph, in sizes of the type."""
    found = [
        (upper.base - lower.base) / max(upper.size, 1)
        for column in columns
        for upper, lower in pairwise(column)
        if abs(upper.size - lower.size) < 0.5 and upper.base > lower.base  # noqa: PLR2004 - points
    ]
    return median(found) if found else _GAP


def _goes_on(upper: str, lower: str) -> bool:
    """Whether the second, in the next column or on the next page, is the rest of the first."""
    return not _ENDED.search(upper) and (lower[0].islower() or upper.endswith(tuple(HYPHENS)))


def _blocks(column: Sequence[Line], leading: float) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    block: list[Line] = []
    for line in column:
        if block and _is_apart(block[-1], line, leading):
            yield from _unindented(block)
            block = []
        block.append(line)
    if block:
        yield from _unindented(block)


def _is_apart(upper: Line, lower: Line, leading: float) -> bool:
    """Whether white space or the type's size parts two lines."""
    larger, smaller = max(upper.size, lower.size), min(upper.size, lower.size)
    if larger > _OTHER_SIZE * max(smaller, 0.1):
        return True
    return upper.base - lower.base > _GAP * leading * larger


def _unindented(block: Sequence[Line]) -> Iterator[list[Line]]:
    """A block without white space between its lines, parted where a line is set in or the one before ends early."""
    left = min(line.left for line in block)
    right = max(line.right for line in block)
    paragraph: list[Line] = []
    for line in block:
        if paragraph and _begins(paragraph, line, left, right):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins(paragraph: Sequence[Line], line: Line, left: float, right: float) -> bool:
    """Whether the line begins a paragraph, after those before it in the same block."""
    before, first = paragraph[-1], paragraph[0]
    if _is_item(line):
        return True
    if before.words[-1].text.endswith(tuple(HYPHENS)) and line.words[0].text[:1].islower():
        return False
    is_indented = line.left > left + _INDENT * line.size and before.left < line.left - _NEAR * line.size
    if is_indented and not _hangs(first, line) and not _are_centred(before, line):
        return True
    if line.words[0].text[:1].islower() and not _ENDED.search(before.words[-1].text):
        return False  # as mails are printed: their lines' ends were counted in letters
    word = line.words[0]
    return before.right + 0.25 * word.size + (word.right - word.left) < right - _NEAR * word.size


def _hangs(first: Line, line: Line) -> bool:
    """Whether the line begins below the words of an item, or beside a big first letter."""
    if len(first.words) == 1:
        return False
    sign, word = first.words[:2]
    return _is_item(first) or (sign.is_set_in and abs(line.left - word.left) < _NEAR * line.size)


def _are_centred(upper: Line, lower: Line) -> bool:
    return abs(upper.left + upper.right - lower.left - lower.right) < _NEAR * lower.size


def _is_item(line: Line) -> bool:
    return len(line.words) > 1 and bool(_BULLET.fullmatch(line.words[0].text))
