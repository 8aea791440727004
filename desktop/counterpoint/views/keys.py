"""All keys on one sheet, generated from the actions."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

_HALF = 2


class KeySheet(QFrame):
    """Lies over the desk until it is closed; the window stays usable."""

    def __init__(self, groups: Mapping[str, Sequence[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("keys")
        self._groups = groups
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(24, 16, 24, 16)
        scroll = QScrollArea(self)
        scroll.setWidget(self._words)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        close = QPushButton("Close   Esc", self)
        close.clicked.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(scroll, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
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
        tables = [self._table(name, actions) for name, actions in self._groups.items()]
        half = (len(tables) + 1) // _HALF
        left, right = "".join(tables[:half]), "".join(tables[half:])
        self._words.setText(
            f'<h2>Keys</h2><table><tr><td width="330">{left}</td><td width="330">{right}</td></tr></table>'
        )
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def _table(self, name: str, actions: Sequence[QAction]) -> str:
        rows = "".join(
            f"<tr><td width='120'><b>{escape(_keys(action))}</b></td><td>{escape(_name(action))}</td></tr>"
            for action in actions
            if action.shortcuts()
        )
        return f"<h3>{escape(name)}</h3><table cellpadding='2'>{rows}</table>" if rows else ""

    def _place(self) -> None:
        ground = self._ground.rect()
        width, height = min(760, ground.width() - 40), min(620, ground.height() - 40)
        self.setGeometry((ground.width() - width) // 2, (ground.height() - height) // 2, width, height)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._ground and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _keys(action: QAction) -> str:
    return " or ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())


def _name(action: QAction) -> str:
    return action.text().replace("&", "").removesuffix(" …")
