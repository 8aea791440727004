"""The tags on what is looked at: chips, and a field that finds or makes one while you type."""

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from counterpoint.app.workspaces import Workspace
from counterpoint.store.annotations import Tag
from counterpoint.store.homes import Target
from counterpoint.views.flows import FlowLayout
from counterpoint.views.themes import TAG_COLOURS


class Tags(QFrame):
    """Tags of one target."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tags")
        self._workspace = workspace
        self._target: Target | None = None
        self._shown: tuple[Tag, ...] = ()
        self._names = QStringListModel(self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, 6)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Add a tag …   T")
        self.field.setAccessibleName("Add a tag")
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self.field)
        self._chips.hide()

    def set_target(self, target: Target | None) -> None:
        """Shows the tags on it now."""
        self._target = target
        shown = self._workspace.tags_on(target) if target is not None else ()
        self._names.setStringList([tag.name for tag in self._workspace.tags])
        if shown == self._shown:
            return
        self._shown = shown
        self._flow.clear()
        for tag in shown:
            self._flow.addWidget(self._chip(tag))
        self._chips.setVisible(bool(shown))

    def _chip(self, tag: Tag) -> QPushButton:
        chip = QPushButton(_dot(tag.colour), f"{tag.name}  ×", self._chips)
        chip.setObjectName("chip")
        chip.setToolTip("Click to take it off; right-click for its colour")
        chip.setAccessibleName(f"Tag {tag.name}. Press to take it off.")
        chip.clicked.connect(lambda: self._take(tag))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(lambda point: self._colours(tag, chip).popup(chip.mapToGlobal(point)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        return chip

    def _colours(self, tag: Tag, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, colour in TAG_COLOURS.items():
            action = QAction(_dot(colour), name, menu)
            action.triggered.connect(lambda _=False, own=colour: self._workspace.edit_tag(tag.id, colour=own))
            menu.addAction(action)
        return menu

    def _give(self) -> None:
        name = " ".join(self.field.text().split())
        target = self._target
        with QSignalBlocker(self.field):
            self.field.clear()
        self.field.clearFocus()  # the keys of the review work again
        if not name or target is None:
            return
        known = next((tag for tag in self._workspace.tags if tag.name.casefold() == name.casefold()), None)
        if known is not None:
            self._workspace.tag(known.id, [target])
            return
        used = {tag.colour for tag in self._workspace.tags}
        colour = next((each for each in TAG_COLOURS.values() if each not in used), TAG_COLOURS["Blue"])
        self._workspace.add_tag(name, colour=colour, on=[target])

    def _take(self, tag: Tag) -> None:
        if self._target is not None:
            self._workspace.untag(tag.id, [self._target])


def _dot(colour: str) -> QIcon:
    picture = QPixmap(24, 24)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(4, 4, 16, 16)
    return QIcon(picture)
