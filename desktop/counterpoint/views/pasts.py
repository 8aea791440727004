"""The history of what is looked at: who did what when, folded away until it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from counterpoint.app.chronicles import Entry
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import CounterpointError
from counterpoint.store.homes import Target
from counterpoint.writers.phrases import shortened

MOST = 12  # entries that are listed
_LONGEST = 300  # code points of one


class Past(QFrame):
    """A button, and under it the entries, the last one first."""

    unfolded = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("past")
        self._workspace = workspace
        self._target: Target | None = None
        self.button = QPushButton(self)
        self.button.setObjectName("small")
        self.button.setToolTip("Who did what to this, and when")
        self.button.clicked.connect(self.toggle)
        self._is_open = False
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._words)
        workspace.changed.connect(self._renew)
        self._renew()

    @property
    def words(self) -> str:
        """What is told; "" while it is folded away."""
        return "" if self._words.isHidden() else self._words.text()

    def toggle(self) -> None:
        """Unfolds it, or folds it away."""
        self._is_open = not self._is_open
        self._renew()
        if self._is_open:
            self.unfolded.emit()

    def set_target(self, target: Target | None) -> None:
        """Tells of this from now on, as it is now."""
        self._target = target
        self._renew()

    def _renew(self) -> None:
        self.button.setText("Hide the history   Ctrl+H" if self._is_open else "History   Ctrl+H")
        self._words.setVisible(self._is_open)
        if self._is_open:
            self._words.setText(_listed(self._read))

    def _read(self) -> tuple[Entry, ...]:
        return () if self._target is None else self._workspace.chronicle.entries_on(self._target)


def _listed(read: Callable[[], tuple[Entry, ...]]) -> str:
    try:
        entries = read()
    except CounterpointError as error:
        return str(error)
    lines = [
        f"{entry.made.astimezone():%d %b %Y, %H:%M}{entry.by and f', {entry.by}'}: {shortened(entry.words, _LONGEST)}"
        for entry in entries[:MOST]
    ]
    rest = len(entries) - MOST
    return "\n".join(lines + [f"and {rest} before that"] * (rest > 0)) or "Nothing has been done to this yet."
