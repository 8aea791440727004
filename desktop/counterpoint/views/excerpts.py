"""A few lines of a claim, cut so that the words that matter are among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from counterpoint.engine.passages import Span
from counterpoint.views.offsets import Offsets

_ELLIPSIS = "…"
_BEFORE = 0.3  # of a line, where it is the only one, for what leads up to the words that matter
_LOOSE = " ,;:–—-"  # what does not stand before an ellipsis


@dataclass(frozen=True, slots=True)
class Stress:
    """A span of a text, and how it is to look. One that leads is shown whatever the others are."""

    span: Span
    form: QTextCharFormat
    leads: bool = False


class Excerpt:
    """On at most so many lines of a width. What is left out before and after is shown by an ellipsis."""

    def __init__(self, text: str, stresses: Sequence[Stress], font: QFont, width: float, lines: int) -> None:
        self._font = font
        self._width = max(1.0, width)
        self._lines = lines
        line = text.replace("\n", " ")  # as many code points as before, so that the spans fit
        start, end = self._cut(line, stresses)
        before = f"{_ELLIPSIS} " if start else ""
        told = line[start:end] if end == len(line) else line[start:end].rstrip(_LOOSE) + _ELLIPSIS
        self.words = before + told
        self._layout = self._laid_out(self.words, self._formats(stresses, start, end, len(before)))

    def draw(self, painter: QPainter, place: QPointF) -> None:
        self._layout.draw(painter, place)

    @property
    def height(self) -> float:
        return self._layout.boundingRect().height()

    def _cut(self, line: str, stresses: Sequence[Stress]) -> tuple[int, int]:
        """From the beginning where that shows the first words that matter; else from a little before them."""
        end = self._end(line, 0)
        shown = [stress.span for stress in stresses if stress.leads] or [stress.span for stress in stresses]
        first, last = min(((span.start, span.end) for span in shown), default=(0, 0))
        if end == len(line) or last <= end:
            return 0, end
        on_a_line = self._width / QFontMetricsF(self._font).averageCharWidth()
        ahead = int(on_a_line if self._lines > 1 else on_a_line * _BEFORE)
        start = line.rfind(" ", 0, max(1, first - ahead)) + 1
        start = min(first, start)
        return start, self._end(line, start)

    def _end(self, line: str, start: int) -> int:
        """How far the text comes on these lines, with an ellipsis at its end where it is cut."""
        before = f"{_ELLIPSIS} " if start else ""
        words = before + line[start:]
        reach = self._reach(words)
        while reach < len(words):
            space = words.rfind(" ", 0, reach)
            cut = max(space if space > reach // 2 else reach - 1, len(before) + 1)  # within a word, where it is so long
            if self._reach(words[:cut] + _ELLIPSIS) > cut or cut == len(before) + 1:
                return min(len(line), start + cut - len(before))
            reach = cut
        return len(line)

    def _reach(self, words: str) -> int:
        """How many code points have room on these lines."""
        layout = self._laid_out(words, [])
        last = layout.lineAt(layout.lineCount() - 1)
        return Offsets(words).from_qt(last.textStart() + last.textLength())

    def _formats(self, stresses: Sequence[Stress], start: int, end: int, by: int) -> list[QTextLayout.FormatRange]:
        offsets = Offsets(self.words)
        found: list[QTextLayout.FormatRange] = []
        for stress in stresses:
            low, high = max(start, stress.span.start), min(end, stress.span.end)
            if low < high:
                form = QTextLayout.FormatRange()
                form.start, stop = offsets.to_qt(low - start + by), offsets.to_qt(high - start + by)
                form.length = stop - form.start
                form.format = stress.form
                found.append(form)
        return found

    def _laid_out(self, words: str, formats: list[QTextLayout.FormatRange]) -> QTextLayout:
        layout = QTextLayout(words, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        for _ in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout
