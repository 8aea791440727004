"""What the other accounts say, brought into a column below its text: it covers none of it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from counterpoint.app.counterparts import Counterpart
from counterpoint.app.findings import words_of
from counterpoint.store.annotations import Ruling
from counterpoint.views.quotes import Quote
from counterpoint.views.themes import NAMES, SIGNS, Theme

_MOST = 0.42  # of the column's height


class Peek(QFrame):
    """Counterparts of one claim, each with a way to go there."""

    wanted = Signal(object)  # a Counterpart to go to
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("peek")
        self._theme = theme
        self._shown: tuple[Counterpart, ...] = ()
        self._name = QLabel("Brought here", self)
        self._name.setObjectName("smallheading")
        close = QPushButton("×", self)
        close.setObjectName("close")
        close.setAccessibleName("Close what was brought here")
        close.setToolTip("Close (B)")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(12, 2, 4, 0)
        head.addWidget(self._name, 1)
        head.addWidget(close)
        self._body = QWidget()
        self._body.setObjectName("body")
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(12, 0, 12, 10)
        self._rows.setSpacing(6)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.bring(self._shown)

    def bring(self, counterparts: Sequence[Counterpart]) -> None:
        """Shows these; nothing closes it."""
        self._shown = tuple(counterparts)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for counterpart in counterparts:
            self._rows.addWidget(self._row(counterpart))
        self._rows.addStretch()
        self.setVisible(bool(counterparts))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its words, within what the text can spare."""
        column = self.parentWidget()
        room = round((column.height() if column else 0) * _MOST)
        width = self.width() - 2
        wanted = self._body.heightForWidth(width) if self._body.hasHeightForWidth() else self._body.sizeHint().height()
        return QSize(super().sizeHint().width(), min(room, wanted + 34))

    def _row(self, counterpart: Counterpart) -> QWidget:
        finding = counterpart.finding
        is_faded = finding is None or finding.ruling is Ruling.REJECTED
        colour = self._theme.ink if finding is None or is_faded else self._theme.colour(finding.kind)
        quote = Quote(self._body)
        words = words_of(finding, counterpart.side.claim) if finding else ()
        quote.show_claim(counterpart.side, words, colour, self._theme)
        sign = f"{SIGNS[finding.kind]} " if finding else ""
        go = QPushButton(f"{sign}Go to {counterpart.side.letter}  →", quote)
        go.setObjectName("go")
        go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        told = f"{NAMES[finding.kind]} with {counterpart.side.letter}: " if finding else ""
        go.setAccessibleName(f"{told}go to {counterpart.side.letter}")
        go.clicked.connect(lambda: self.wanted.emit(counterpart))
        layout = quote.layout()
        if layout is not None:
            layout.addWidget(go)
            layout.setAlignment(go, Qt.AlignmentFlag.AlignLeft)
        return quote
