"""All keys on one sheet, generated from the actions."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

_COLUMN = 380  # pixels that a column needs about
_HEAD = 2  # rows that a heading is as high as
_GAP = 30  # pixels between the columns
_EDGE = 12


class KeySheet(QFrame):
    """Lies over the desk until it is closed; the window stays usable."""

    def __init__(self, groups: Callable[[], Mapping[str, Sequence[tuple[str, str]]]], parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("keys")
        self._groups = groups
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(24, 16, 24, 16)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._words)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._close = QPushButton("Close   Esc", self)
        self._close.clicked.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignHCenter)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def toggle(self) -> None:
        """Shows or hides it."""
        if self.isVisible():
            self.hide()
            return
        groups = self._groups()
        columns = [
            "".join(self._table(name, groups[name]) for name in names)
            for names in arranged({name: len(rows) for name, rows in groups.items()}, self._columns())
        ]
        cells = "".join(f"<td style='padding-right: {_GAP}px'>{column}</td>" for column in columns)
        self._words.setText(f"<table><tr>{cells}</tr></table>")
        self._place()
        self.show()
        self.raise_()

    def _table(self, name: str, keys: Sequence[tuple[str, str]]) -> str:
        rows = "".join(
            f"<tr><td width='80' style='font-weight: 600; padding-right: 14px; white-space: nowrap'>{escape(key)}</td>"
            f"<td style='white-space: nowrap'>{escape(words)}</td></tr>"
            for key, words in keys
        )
        head = f"<p style='font-weight: 600; font-size: 17px; margin-bottom: 4px'>{escape(name)}</p>"
        return f"{head}<table cellpadding='1'>{rows}</table>"

    def _columns(self) -> int:
        return max(1, (self._ground.width() - 2 * _EDGE) // _COLUMN)

    def _place(self) -> None:
        """As large as its words, where the window has room for that."""
        ground, words = self._ground.rect(), self._words.sizeHint()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        below = self._close.sizeHint().height() + 2 * _EDGE
        width = min(words.width() + bar + _EDGE, ground.width() - 40)
        height = min(words.height() + below, ground.height() - 40)
        self.setGeometry((ground.width() - width) // 2, (ground.height() - height) // 2, width, height)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._ground and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False


def arranged(rows: Mapping[str, int], number: int) -> list[list[str]]:
    """Groups of so many rows in so many columns about equally high, each column in the order of the groups."""
    names = list(rows)
    columns: list[list[str]] = [[] for _ in range(number)]
    heights = [0] * number
    for name in sorted(names, key=lambda name: -rows[name]):
        lowest = heights.index(min(heights))
        columns[lowest].append(name)
        heights[lowest] += rows[name] + _HEAD
    for column in columns:
        column.sort(key=names.index)
    return sorted(filter(None, columns), key=lambda column: names.index(column[0]))
