"""The head of the window: menus, what was just done, and which view of the project is shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from counterpoint.views.toasts import Toast


class Head(QWidget):
    """One line: what it tells covers no text and moves none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)  # a desktop that takes the menus away would leave the line half empty
        self.toast = Toast(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 1)
        row.setSpacing(12)
        row.addWidget(self.menus)
        row.addStretch(1)
        row.addWidget(self.toast, 1000)  # no wider than its words
