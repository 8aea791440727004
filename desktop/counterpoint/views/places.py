"""Where spans of a text stand on its page: measured once for every layout, then looked up."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import cast

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QTextDocument, QTextLine

from counterpoint.engine.passages import Span
from counterpoint.views.offsets import Offsets

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_SEAM = 0.5  # pixels between letters that stand beside each other


class Places:
    """Of spans in text order, which may overlap. All lengths are pixels of the document, whatever is scrolled."""

    def __init__(self, document: QTextDocument, offsets: Offsets) -> None:
        self._document = document
        self._offsets = offsets
        self._spans: tuple[Span, ...] = ()
        self._starts: list[int] = []
        self._furthest: list[int] = []  # the furthest end of this span and all before it
        self._tops: list[float] = []
        self._extents: list[tuple[float, float]] = []
        self._lowest: list[float] = []  # the lowest bottom of this span and all before it
        self._rects: dict[Span, tuple[QRectF, ...]] = {}
        self._rules: dict[Span, list[QLineF]] = {}
        self._is_stale = True

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Other spans, in text order."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self._starts = [span.start for span in spans]
            self._furthest = list(accumulate((span.end for span in spans), max))
            self._is_stale = True

    def forget(self) -> None:
        """The text is laid out anew."""
        self._is_stale = True

    @property
    def extents(self) -> Sequence[tuple[float, float]]:
        """Top and bottom of each span."""
        self._measure()
        return self._extents

    def between(self, top: float, bottom: float) -> range:
        """The spans that may be seen between two heights, as numbers; one beside a longer one may be hidden."""
        self._measure()
        first = bisect_left(self._lowest, top)
        return range(first, max(first, bisect_right(self._tops, bottom)))

    def at(self, offset: int) -> list[int]:
        """The spans that a code point is in, as numbers, the shortest first."""
        found: list[int] = []
        number = bisect_right(self._starts, offset) - 1
        while number >= 0 and self._furthest[number] > offset:
            if offset < self._spans[number].end:
                found.append(number)
            number -= 1
        return sorted(found, key=lambda each: len(self._spans[each]))

    def rects(self, span: Span) -> tuple[QRectF, ...]:
        """The lines that a span covers."""
        self._measure()
        if span not in self._rects:
            self._rects[span] = tuple(self._lines(*self._offsets.span_to_qt(span)))
        return self._rects[span]

    def rules(self, span: Span) -> list[QLineF]:
        """The lines under a span."""
        self._measure()
        if span not in self._rules:
            self._rules[span] = [_rule(rect) for rect in self.rects(span)]
        return self._rules[span]

    def _measure(self) -> None:
        if not self._is_stale:
            return
        self._rects, self._rules = {}, {}
        layout, document = self._document.documentLayout(), self._document
        self._extents = []
        last = document.characterCount() - 1  # a draft may be shorter for a moment than it will be when it is tidied
        for span in self._spans:
            edges: list[float] = []
            start, end = self._offsets.span_to_qt(span)
            for at, edge in ((start, 0), (max(start, end - 1), 1)):
                block = document.findBlock(min(at, last))
                top = layout.blockBoundingRect(block).y()  # first: it has Qt lay the block out
                line = block.layout().lineForTextPosition(at - block.position())
                # without a width yet there are no lines, and asking such a line would crash
                edges.append(top + line.y() + edge * line.height() if line.isValid() else top)
            self._extents.append((edges[0], max(edges)))
        self._tops = [top for top, _ in self._extents]
        self._lowest = list(accumulate((bottom for _, bottom in self._extents), max))
        self._is_stale = False

    def _lines(self, start: int, end: int) -> list[QRectF]:
        document, layout = self._document, self._document.documentLayout()
        found: list[QRectF] = []
        block = document.findBlock(start)
        while block.isValid() and block.position() < end:
            origin = layout.blockBoundingRect(block).topLeft()
            own = block.layout()
            for number in range(own.lineCount()):
                line = own.lineAt(number)
                first = block.position() + line.textStart()
                low, high = max(start, first), min(end, first + line.textLength())
                while high > low and document.characterAt(high - 1) == " ":
                    high -= 1
                if low < high:
                    for left, right in _stretches(line, low - block.position(), high - block.position(), block.text()):
                        found.append(QRectF(left, line.y(), right - left, line.height()).translated(origin))
            block = block.next()
        return found


def stacked(extents: Sequence[tuple[float, float]], wanted: Sequence[int]) -> list[tuple[int, ...]]:
    """For each extent, from top to bottom, the lanes that its stripes stand in: no two that overlap share one."""
    free: list[float] = []  # by lane: from what height on
    found: list[tuple[int, ...]] = []
    for (top, bottom), number in zip(extents, wanted, strict=True):
        lanes = [lane for lane, since in enumerate(free) if since <= top][:number]
        while len(lanes) < number:
            lanes.append(len(free))
            free.append(0.0)
        for lane in lanes:
            free[lane] = bottom
        found.append(tuple(lanes))
    return found


def _rule(rect: QRectF) -> QLineF:
    y = round(rect.bottom()) - 1.5
    return QLineF(rect.left(), y, rect.right(), y)


def _stretches(line: QTextLine, start: int, end: int, text: str) -> list[tuple[float, float]]:
    """From where to where a range of a line stands; several where words run both ways, each from left to right.

    Where they do, Qt's cursor stands at one of two places for the same letter: the letters as drawn are asked instead.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return [(_x(line.cursorToX(start)), _x(line.cursorToX(end)))]
    letters: list[tuple[float, float]] = []
    for run in line.glyphRuns(start, end - start):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        letters += [(at.x(), at.x() + by.x()) for at, by in zip(run.positions(), advances, strict=True)]
    found: list[tuple[float, float]] = []
    for left, right in sorted(letters):
        if found and left <= found[-1][1] + _SEAM:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _x(value: object) -> float:
    """The place that QTextLine.cursorToX gives, with or without the position beside it."""
    return cast("tuple[float, int]", value)[0] if isinstance(value, tuple) else cast("float", value)
