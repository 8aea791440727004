"""Bars inside the window: what went wrong, and how far the work is. Nothing is modal."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from counterpoint.analysts import Progress
from counterpoint.app.estimates import Estimate

_STAGES = {
    "start": "Getting ready",
    "reading": "Reading",
    "vectors": "Reading",
    "pairs": "Comparing",
    "relations": "Comparing",
    "facts": "Comparing",
}


class MessageBar(QFrame):
    """Sentences for the reader, until they are dismissed or others come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act: Callable[[], None] | None = None
        self.action = QPushButton(self)
        self.action.clicked.connect(self._do)
        close = QPushButton("×", self)
        close.setObjectName("close")
        close.setAccessibleName("Dismiss")
        for button in (self.action, close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # hiding what is focused would hand the focus to a stranger
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self.action)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, sentences: Sequence[str], label: str = "", act: Callable[[], None] | None = None) -> None:
        """Shows them, with something to do about it."""
        self._act = act
        self.action.setText(label)
        self.action.setVisible(act is not None)
        self._words.setText("\n".join(sentences))
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(sentences))

    @property
    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


_MOMENT = 1000  # milliseconds: what is done by then, as the check of a sentence, moves nothing in the window


class ProgressStrip(QFrame):
    """How far the comparison is, and a way to stop it; once it has taken longer than a moment."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName("Progress of the comparison")
        self._estimate = Estimate()
        self.cancel = QPushButton("Cancel", self)
        self.cancel.clicked.connect(self.cancelled)
        self._showing = QTimer(self, singleShot=True, interval=_MOMENT)
        self._showing.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 10, 4)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addStretch()
        row.addWidget(self.cancel)
        self.hide()

    def set_busy(self, is_busy: bool) -> None:  # noqa: FBT001  # a slot
        if not is_busy:
            self._showing.stop()
            self.hide()
        elif not self.isVisible():
            self._showing.start()
        if is_busy:
            self._estimate = Estimate()
            self.show_progress(Progress("start", 0, 0))

    def show_progress(self, progress: Progress) -> None:
        """A step forward."""
        has_end = progress.total > 1
        count = f" {progress.done} of {progress.total}" if has_end and progress.stage == "reading" else ""
        left = self._estimate.words(progress)
        self._words.setText(f"{_STAGES.get(progress.stage, 'Working')}{count} … {left}".rstrip())
        self._bar.setMaximum(progress.total if has_end else 0)
        self._bar.setValue(progress.done)
