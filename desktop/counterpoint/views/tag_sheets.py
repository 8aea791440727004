"""All tags of a project on one sheet: rename them, say what they mean, give them colours and keys, remove them."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTableWidgetItem, QWidget

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.workspaces import Workspace
from counterpoint.store.annotations import Tag
from counterpoint.views.sheets import DELETE, ENTER, Sheet
from counterpoint.views.tags import colour_menu, dot, next_colour

_HEADS = ("", "Tag", "Key", "What it means", "Used")
_COLOUR, _NAME, _KEY, _MEANING, _USED = range(5)
_SIZE = (640, 400)  # pixels, where the window has room
_ID = Qt.ItemDataRole.UserRole


class TagSheet(Sheet):
    """Of an open project. `is_free` tells whether no action has a key."""

    def __init__(self, workspace: Workspace, is_free: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__("Tags", _HEADS, _SIZE, parent, wide=(_MEANING,))
        self._workspace = workspace
        self._is_free = is_free
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.table.itemChanged.connect(self._take_in)
        self.table.cellClicked.connect(self._activate)
        self.new = QPushButton("New tag", self)
        self.new.clicked.connect(self._add)
        self.removing = QPushButton("Remove   Del", self)
        self.removing.clicked.connect(self._remove)
        self.add_buttons(self.new, self.removing)
        self._refused = ""
        self._renewing = QTimer(self, singleShot=True, interval=0)  # when the cell that was typed in is closed
        self._renewing.timeout.connect(self.renew)
        workspace.changed.connect(self._follow)

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and changes.things & {Thing.TAGS, Thing.TAGGINGS}:
            self._renewing.start()

    def renew(self) -> None:
        used = Counter(tagging.tag for tagging in self._workspace.taggings)
        place = self.table.currentRow(), self.table.currentColumn()
        with QSignalBlocker(self.table):
            self.table.setRowCount(0)
            for tag in self._workspace.tags:
                self._append(tag, used[tag.id])
            row = min(max(0, place[0]), self.table.rowCount() - 1)
            self.table.setCurrentCell(row, place[1] if place[1] > _COLOUR else _NAME)
        self.removing.setEnabled(self.table.rowCount() > 0)
        hint = "Double-click or F2 to change a name, a key or a meaning; click a colour for another."
        self.said.setText(self._refused or (hint if self.table.rowCount() else "There are no tags yet."))
        self._refused = ""

    def _append(self, tag: Tag, used: int) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, words in enumerate(("", tag.name, tag.key.upper(), tag.description, str(used))):
            item = QTableWidgetItem(words)
            item.setData(_ID, tag.id)
            if column in (_COLOUR, _USED):
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            if column == _COLOUR:
                item.setIcon(dot(tag.colour))
                item.setToolTip("Another colour")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Colour of {tag.name}")
            self.table.setItem(row, column, item)

    def _tag_at(self, row: int) -> Tag | None:
        item = self.table.item(row, _NAME)
        own = item.data(_ID) if item is not None else None
        return next((tag for tag in self._workspace.tags if tag.id == own), None)

    def _activate(self, row: int, column: int) -> None:
        tag, item = self._tag_at(row), self.table.item(row, column)
        if tag is not None and item is not None and column == _COLOUR:
            below = self.table.visualItemRect(item).bottomLeft()
            menu = colour_menu(self, lambda colour: self._workspace.edit_tag(tag.id, colour=colour))
            menu.popup(self.table.viewport().mapToGlobal(below + QPoint(0, 2)))

    def _take_in(self, item: QTableWidgetItem) -> None:
        tag, words = self._tag_at(item.row()), " ".join(item.text().split())
        if tag is None:
            return
        self._refused = self._refusal(tag, item.column(), words)
        self._renewing.start()
        if self._refused:
            return
        if item.column() == _NAME:
            self._workspace.edit_tag(tag.id, name=words)
        elif item.column() == _KEY:
            self._workspace.edit_tag(tag.id, key=words.casefold())
        else:
            self._workspace.edit_tag(tag.id, description=words)

    def _refusal(self, tag: Tag, column: int, words: str) -> str:
        """Why the words can't stand there; "" where they can."""
        others = [each for each in self._workspace.tags if each.id != tag.id]
        if column == _NAME and not words:
            return "A tag needs a name."
        if column == _NAME and any(each.name.casefold() == words.casefold() for each in others):
            return f"There is a tag “{words}” already."
        if column == _KEY and words:
            if len(words) > 1 or not words.isascii() or not words.isalnum():
                return "A tag's key is one letter or digit."
            owner = next((each.name for each in others if each.key == words.casefold()), "")
            if owner:
                return f"{words.upper()} is the key of “{owner}”."
            if not self._is_free(words):
                return f"{words.upper()} does something else already; ? shows what."
        return ""

    def _add(self) -> None:
        names = {tag.name.casefold() for tag in self._workspace.tags}
        name = next(
            n for n in ("New tag", *(f"New tag {i}" for i in range(2, len(names) + 3))) if n.casefold() not in names
        )
        self._workspace.add_tag(name, colour=next_colour(self._workspace))
        self._renewing.stop()
        self.renew()
        rows = range(self.table.rowCount())
        row = next((row for row in rows if (tag := self._tag_at(row)) is not None and tag.name == name), -1)
        if row >= 0:
            self.table.setFocus()
            self.table.setCurrentCell(row, _NAME)
            self._write_in(self.table.item(row, _NAME))

    def _remove(self) -> None:
        tag = self._tag_at(self.table.currentRow())
        if tag is not None:
            self._workspace.remove_tag(tag.id)

    def takes(self, key: int) -> bool:
        # An Enter that closes a cell's field comes here as well, while the field still has the focus.
        return self.table.hasFocus() and key in (*ENTER, *DELETE, Qt.Key.Key_F2)

    def press(self, key: int) -> bool:
        """What a key does to the current cell."""
        row, column = self.table.currentRow(), self.table.currentColumn()
        if key in DELETE:
            self._remove()
        elif column == _COLOUR:
            self._activate(row, column)
        elif column != _USED:
            self._write_in(self.table.item(row, column))
        return True

    def _write_in(self, item: QTableWidgetItem | None) -> None:
        if item is not None:
            self.table.editItem(item)
