"""A sentence that says what was just done, with a way to undo it; it goes away by itself."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from counterpoint.views.texts import ClippedLabel

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
        self.undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 4, 0)
        row.setSpacing(10)
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
        self._words.setMaximumWidth(QFontMetrics(self._words.font()).horizontalAdvance(words) + 2)
        self.setAccessibleName(words)
        self.undo.setVisible(can_undo)
        self.show()
        self._leaving.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._leaving.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._leaving.start()
        super().leaveEvent(event)
