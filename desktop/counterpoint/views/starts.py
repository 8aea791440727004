"""What is seen before a project is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counterpoint.writers.phrases import shortened

RECENT_LENGTH = 38  # code points
MOST_RECENT = 4


class Start(QFrame):
    """Ways to begin: the sample, files, a project, a recent one, or anything dropped here."""

    sample_wanted = Signal()
    files_wanted = Signal()
    project_wanted = Signal()
    paste_wanted = Signal()
    recent_wanted = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        name = QLabel("Counterpoint", self)
        name.setObjectName("wordmark")
        motto = QLabel(
            "Several accounts of one story, note against note: where they agree, where they conflict, and why."
        )
        motto.setObjectName("motto")
        motto.setWordWrap(True)
        motto.setMinimumHeight(58)  # its two lines: Qt reckons with one, and presses the buttons together
        self.sample = self._button("Open the sample", "Five accounts of one summit", self.sample_wanted, "primary")
        self.files = self._button("New from files …", "Two or more accounts of one story", self.files_wanted)
        self.paste = self._button("New from pasted text", "What you have copied", self.paste_wanted)
        self.project = self._button("Open a project …", "A .counterpoint file", self.project_wanted)
        left = QVBoxLayout()
        left.setSpacing(8)
        for button in (self.sample, self.files, self.paste, self.project):
            left.addWidget(button)
        left.addStretch()
        drop = QLabel("or drop files, a folder\nor a project here", self)
        drop.setObjectName("drop")
        drop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heading = QLabel("Recent", self)
        self._heading.setObjectName("smallheading")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(drop, 1)
        right.addWidget(self._heading)
        right.addLayout(self._recent)
        both = QHBoxLayout()
        both.setSpacing(28)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        promise = QLabel("Everything stays on this computer: no cloud, no account, no network.", self)
        promise.setObjectName("muted")
        middle = QWidget(self)
        middle.setFixedWidth(660)
        column = QVBoxLayout(middle)
        column.setSpacing(10)
        column.addWidget(name)
        column.addWidget(motto)
        column.addSpacing(18)
        column.addLayout(both)
        column.addSpacing(18)
        column.addWidget(promise)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def show_recent(self, projects: Sequence[Path]) -> None:
        """Lists these, the last one first."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._heading.setVisible(bool(projects))
        for path in projects[:MOST_RECENT]:
            button = QPushButton(shortened(path.stem, RECENT_LENGTH), self)
            button.setObjectName("recent")
            button.setToolTip(str(path))
            button.clicked.connect(lambda _=False, own=path: self.recent_wanted.emit(own))
            self._recent.addWidget(button)

    def _button(self, words: str, hint: str, signal: SignalInstance, kind: str = "choice") -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(kind)
        button.setToolTip(hint)
        button.setMinimumHeight(44)
        button.clicked.connect(signal)
        return button
