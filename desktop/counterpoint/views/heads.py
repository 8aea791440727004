"""The head of the window: menus, what was just done, and which view of the project is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenuBar, QPushButton, QWidget

from counterpoint.app.preferences import View
from counterpoint.views.toasts import Toast

_VIEWS = {View.COLUMNS: "Columns", View.FACTS: "Facts"}


class Switch(QWidget):
    """Columns or the facts table."""

    chosen = Signal(object)  # a View

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[View, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(0)
        for view, name in _VIEWS.items():
            button = QPushButton(name, self)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setProperty("last", "true" if view is View.FACTS else "false")
            button.setToolTip(f"{name} (F goes to and fro)")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, own=view: self.chosen.emit(own))
            self._group.addButton(button)
            self.buttons[view] = button
            row.addWidget(button)
        self.hide()

    def show_view(self, view: View) -> None:
        self.buttons[view].setChecked(True)


class Head(QWidget):
    """One line: what it tells covers no text and moves none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)  # a desktop that takes the menus away would leave the line half empty
        self.toast = Toast(self)
        self.switch = Switch(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 1)
        row.setSpacing(12)
        row.addWidget(self.menus)
        row.addStretch(1)
        row.addWidget(self.toast, 1000)  # no wider than its words
        row.addWidget(self.switch)

    def tell(self, words: str) -> None:
        """What was just done, where it is no step of undo."""
        self.toast.say(words, can_undo=False)
