"""A sentence that says what was just done, with a way to undo it; it goes away by itself."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from counterpoint.views.texts import ClippedLabel

_GAP = 10
LASTS = 8_000  # milliseconds; longer while the pointer is on it


class Toast(QFrame):
    """Takes no focus, and lies over nothing: the head of the window has room for it."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._words = ClippedLabel(1, "told", self)
        self.undo = QPushButton("Undo  Ctrl+Z", self)
        self.undo.setAccessibleName("Undo")
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Z is there for the keyboard
        self.undo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(_GAP, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        self._leaving = QTimer(self, singleShot=True, interval=LASTS)
        self._leaving.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        return "" if self.isHidden() else self._words.accessibleName()

    def say(self, words: str, *, can_undo: bool = True) -> None:
        """Shows it for a while, and tells screen readers."""
        self._words.set_words(words)
        self.setAccessibleName(words)
        self.undo.setVisible(can_undo)
        beside = self.undo.sizeHint().width() + _GAP if can_undo else 0
        self.setMaximumWidth(QFontMetrics(self._words.font()).horizontalAdvance(words) + beside + 2 * _GAP)
        self.show()
        self._leaving.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._leaving.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._leaving.start()
        super().leaveEvent(event)
