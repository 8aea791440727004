"""The tags on what is looked at: chips, and a field that finds or makes one while you type."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, QStringListModel, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.searches import find_words
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
        self._found = ""
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

    def set_found(self, words: str) -> None:
        """Marks the tags that have these words."""
        self._found = words
        for chip in self._chips.findChildren(QPushButton, "chip"):
            self._mark(chip)

    def toggle(self, tag: Tag) -> None:
        """Gives the tag to what is looked at, or takes it off."""
        if self._target is None:
            return
        if tag.id in {each.id for each in self._shown}:
            self._workspace.untag(tag.id, [self._target])
        else:
            self._workspace.tag(tag.id, [self._target])

    def _chip(self, tag: Tag) -> QPushButton:
        chip = QPushButton(dot(tag.colour), f"{tag.name}  ×", self._chips)
        chip.setObjectName("chip")
        self._mark(chip)
        meaning = f"{tag.description}\n" if tag.description else ""
        chip.setToolTip(f"{meaning}Click to take it off; right-click for its colour")
        chip.setAccessibleName(f"Tag {tag.name}. Press to take it off.")
        chip.clicked.connect(lambda: self._take(tag))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(
            lambda point: colour_menu(chip, lambda colour: self._paint(tag, colour)).popup(chip.mapToGlobal(point))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        )
        return chip

    def _mark(self, chip: QPushButton) -> None:
        chip.setProperty("found", bool(find_words(chip.text(), self._found)))
        chip.style().unpolish(chip)
        chip.style().polish(chip)

    def _paint(self, tag: Tag, colour: str) -> None:
        self._workspace.edit_tag(tag.id, colour=colour)

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
        else:
            self._workspace.add_tag(name, colour=next_colour(self._workspace), on=[target])

    def _take(self, tag: Tag) -> None:
        if self._target is not None:
            self._workspace.untag(tag.id, [self._target])


class TagKeys(QObject):
    """The keys that tags have of their own: each gives its tag to what is looked at, or takes it off."""

    def __init__(self, workspace: Workspace, tags: Tags) -> None:
        super().__init__(tags)
        self._workspace = workspace
        self._tags = tags
        self._shortcuts: list[QShortcut] = []
        workspace.changed.connect(self._follow)
        self._renew()

    def _follow(self, changes: Changes) -> None:
        if Thing.TAGS in changes.things:
            self._renew()

    def _renew(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [self._made(tag) for tag in self._workspace.tags if tag.key]

    def _made(self, tag: Tag) -> QShortcut:
        shortcut = QShortcut(QKeySequence(tag.key.upper()), self._tags)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self._tags.toggle(tag))
        return shortcut


def next_colour(workspace: Workspace) -> str:
    """One that no tag has yet, while there is one."""
    used = {tag.colour for tag in workspace.tags}
    return next((each for each in TAG_COLOURS.values() if each not in used), TAG_COLOURS["Blue"])


def colour_menu(parent: QWidget, choose: Callable[[str], None]) -> QMenu:
    """The colours that a tag can have; goes away by itself."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name, colour in TAG_COLOURS.items():
        action = QAction(dot(colour), name, menu)
        action.triggered.connect(lambda _=False, own=colour: choose(own))
        menu.addAction(action)
    return menu


def dot(colour: str) -> QIcon:
    """A round patch of the colour."""
    picture = QPixmap(24, 24)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(4, 4, 16, 16)
    return QIcon(picture)
