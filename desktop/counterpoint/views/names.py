"""The person's own name, as it stands beside what they decide, check and write."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counterpoint.app.folders import on_one_line
from counterpoint.app.people import user_name
from counterpoint.app.preferences import Preferences

_WIDTH = 520  # pixels, where the window has room
_FOR = (
    "It is written beside your statuses, verdicts, tags and notes: into the project’s history, and into documents that "
    "tell who checked what. What you did before keeps the name of then. An empty field means your login name."
)


class NameSheet(QFrame):
    """Lies over the window until it is closed. An empty field means the name that one is logged in by."""

    told = Signal(str)  # the name from now on, in a sentence

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._ground = parent
        self.setObjectName("sheet")
        head = QLabel("Your name", self)
        head.setObjectName("kind")
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Your name")
        self.field.setPlaceholderText(user_name())
        self.field.returnPressed.connect(self._store)
        said = QLabel(_FOR, self)
        said.setObjectName("muted")
        said.setWordWrap(True)
        self.storing = QPushButton("Use this name   Enter", self)
        self.storing.setObjectName("primary")
        self.storing.clicked.connect(self._store)
        closing = QPushButton("Close   Esc", self)
        closing.clicked.connect(self.hide)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addStretch()
        foot.addWidget(self.storing)
        foot.addWidget(closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        for widget in (head, self.field, said):
            column.addWidget(widget)
        column.addLayout(foot)
        parent.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Shows or hides it."""
        if self.isVisible():
            self.hide()
            return
        self.field.setText(self._preferences.name)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def _store(self) -> None:
        self._preferences.name = on_one_line(self.field.text())
        self.hide()
        name = self._preferences.name or user_name()
        self.told.emit(f"What you do from now on is by {name}." if name else "What you do from now on has no name.")

    def _place(self) -> None:
        ground = self._ground.rect()
        width = min(_WIDTH, ground.width() - 40)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry((ground.width() - width) // 2, (ground.height() - height) // 3, width, height)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._ground and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
