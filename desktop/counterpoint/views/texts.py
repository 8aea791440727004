"""Small pieces of type that Qt lacks: labels that wrap and cut, and rich text that is only ours."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from counterpoint.engine.passages import Span


class ClippedLabel(QWidget):
    """Words on at most so many lines; what has no room ends in an ellipsis and is told by the tool tip."""

    def __init__(self, lines: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._lines = lines
        self._used = 1
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        self._words = " ".join(words.split())
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, QFontMetrics(self.font()).lineSpacing() * self._used)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Takes no more lines than the words have need of at this width."""
        used, layout = 0, QTextLayout(self._words, self.font())
        layout.beginLayout()
        while used < self._lines and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            used += 1
        layout.endLayout()
        if max(1, used) != self._used:
            self._used = max(1, used)
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        metrics = QFontMetrics(self.font())
        with QPainter(self) as painter:
            layout = QTextLayout(self._words, self.font())
            layout.beginLayout()
            for number in range(self._lines):
                line = layout.createLine()
                if not line.isValid():
                    break
                line.setLineWidth(self.width())
                y = number * metrics.lineSpacing()
                if number == self._lines - 1:
                    rest = self._words[line.textStart() :]
                    cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
                    painter.drawText(QPointF(0, y + metrics.ascent()), cut)
                else:
                    line.draw(painter, QPointF(0, y))
            layout.endLayout()


def marked(text: str, span: Span, words: Iterable[Span], style: str) -> str:
    """The words of a span as rich text on one line, those in it that matter in a style."""
    parts: list[str] = []
    at = span.start
    for word in sorted(words):
        start, end = max(at, word.start), min(span.end, word.end)
        if start < end:
            parts += (_plain(text[at:start]), f'<span style="{style}">{_plain(text[start:end])}</span>')
            at = end
    return "".join((*parts, _plain(text[at : span.end])))


def _plain(text: str) -> str:
    return escape(text.replace("\n", " "))
