"""The reading room: desk, findings and inspector of one open project."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from counterpoint.app.preferences import Preferences
from counterpoint.app.workspaces import Workspace
from counterpoint.views.desks import Desk
from counterpoint.views.filters import ChipStrip
from counterpoint.views.inspectors import Inspector
from counterpoint.views.lists import FindingsList
from counterpoint.views.reviews import Review
from counterpoint.views.themes import Theme
from counterpoint.views.walks import Walk

PANEL = 376  # pixels
_LIST_SHARE = (205, 495)


class Room(QWidget):
    """Desk at the left, findings above the inspector at the right."""

    def __init__(
        self, workspace: Workspace, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.workspace = workspace
        self.walk = Walk(workspace, self)
        self.desk = Desk(self.walk, theme, preferences.text_size, preferences.columns, self)
        self.desk.setObjectName("desk")
        self.list = FindingsList(self.walk, theme, self)
        self.inspector = Inspector(self.walk, theme, self)
        self.review = Review(self.walk, self.list, self.inspector)
        self.chips = ChipStrip(self.walk, self)
        self.panel = QFrame(self)
        self.panel.setObjectName("panel")
        self._parts = QSplitter(Qt.Orientation.Vertical, self.panel)
        self._parts.addWidget(self.list)
        self._parts.addWidget(self.inspector)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes(list(_LIST_SHARE))
        self._parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts)
        self.panel.setMinimumWidth(300)
        self._whole = QSplitter(Qt.Orientation.Horizontal, self)
        self._whole.addWidget(self._made_left())
        self._whole.addWidget(self.panel)
        self._whole.setStretchFactor(0, 1)
        self._whole.setSizes([2000, PANEL])
        self._whole.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._whole)
        for name, splitter in (("panel", self._whole), ("parts", self._parts)):
            state = preferences.layout(name)
            if isinstance(state, QByteArray):
                splitter.restoreState(state)

    def _made_left(self) -> QWidget:
        """The desk, and above it what is listed of it."""
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.desk, 1)
        return left

    def set_look(self, theme: Theme, pixels: int) -> None:
        self.desk.set_look(theme, pixels)
        self.list.set_theme(theme)
        self.inspector.set_theme(theme)

    def toggle_panel(self) -> None:
        if self.panel.isAncestorOf(QApplication.focusWidget() or self):
            self.desk.setFocus()
        self.panel.setVisible(self.panel.isHidden())

    def pick_1(self) -> None:
        self._pick(0)

    def pick_2(self) -> None:
        self._pick(1)

    def pick_3(self) -> None:
        self._pick(2)

    def pick_4(self) -> None:
        self._pick(3)

    def pick_5(self) -> None:
        self._pick(4)

    def _pick(self, place: int) -> None:
        if place < len(self.workspace.sources):
            self.desk.pick(self.workspace.sources[place].id)

    def remember(self) -> None:
        """The places of the handles."""
        self._preferences.set_layout("panel", self._whole.saveState())
        self._preferences.set_layout("parts", self._parts.saveState())
