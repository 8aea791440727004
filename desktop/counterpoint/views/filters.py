"""What is listed, and why: the menu of filters, and the strip that shows those that are on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.filters import ASPECTS, EVERYTHING, STANDINGS, Filter, chips_of, source_name
from counterpoint.store.annotations import TagId
from counterpoint.views.flows import FlowLayout
from counterpoint.views.walks import Walk

Value = TypeVar("Value")
_UNTAGGED = TagId("")  # no tag has this id


class FilterMenu(QMenu):
    """All filters, as they are set now."""

    words_wanted = Signal()

    def __init__(self, walk: Walk, parent: QWidget) -> None:
        super().__init__(parent)
        self._walk = walk
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        workspace, chosen = self._walk.workspace, self._walk.filter
        self._choices("&Verdict", STANDINGS, chosen.standing, lambda own: replace(self._walk.filter, standing=own))
        aspects = {None: "Anything", **ASPECTS}
        self._choices("&About", aspects, chosen.aspect, lambda own: replace(self._walk.filter, aspect=own))
        sources = {None: "Any source"}
        sources |= {source.id: source_name(number, source) for number, source in enumerate(workspace.sources)}
        self._choices("&Source", sources, chosen.source, lambda own: replace(self._walk.filter, source=own))
        tags = {None: "Any or none", _UNTAGGED: "Untagged", **{tag.id: tag.name for tag in workspace.tags}}
        tag = _UNTAGGED if chosen.is_untagged else chosen.tag
        self._choices("&Tag", tags, tag, self._tagged)
        one = self.addAction("&One voice only")
        one.setCheckable(True)
        one.setChecked(chosen.is_one_voice)
        one.triggered.connect(self._set_one_voice)
        self.addAction("With these &words …", self.words_wanted.emit)
        self.addSeparator()
        clear = self.addAction("&Clear all", lambda: self._walk.set_filter(EVERYTHING))
        clear.setEnabled(chosen != EVERYTHING)

    def _choices(self, title: str, names: Mapping[Value, str], now: Value, filtered: Callable[[Value], Filter]) -> None:
        menu = QMenu(title, self)
        self.addMenu(menu)
        group = QActionGroup(menu)
        for value, name in names.items():
            action = QAction(name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _=False, own=value: self._walk.set_filter(filtered(own)))
            group.addAction(action)
            menu.addAction(action)

    def _tagged(self, tag: TagId | None) -> Filter:
        is_untagged = tag == _UNTAGGED
        return replace(self._walk.filter, tag=None if is_untagged else tag, is_untagged=is_untagged)

    def _set_one_voice(self, is_on: bool) -> None:  # noqa: FBT001  # a slot
        self._walk.set_filter(replace(self._walk.filter, is_one_voice=is_on))


class FilterButton(QPushButton):
    """Opens the menu of filters."""

    def __init__(self, walk: Walk, parent: QWidget) -> None:
        super().__init__("Filter  L", parent)
        self.setObjectName("filter")
        self.setAccessibleName("Filter")
        self.setToolTip("List only some of them (L)")
        self.menu_ = FilterMenu(walk, self)
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Below the button, or, where that is hidden, in the middle of the window."""
        if self.isVisible():
            self.menu_.popup(self.mapToGlobal(QPoint(0, self.height())))
        else:
            window = self.window()
            self.menu_.popup(window.mapToGlobal(QPoint(window.width() // 2, window.height() // 4)))


class ChipStrip(QFrame):
    """The filters that are on, each with a way to be rid of it, and how much they leave. Hidden while none is on."""

    def __init__(self, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self._walk = walk
        self._more = ""
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        chips = QWidget(self)
        chips.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._flow = FlowLayout(chips, 6)
        self.clear = QPushButton("Clear all  A", self)
        self.clear.setAccessibleName("Clear all filters")
        self.clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear.clicked.connect(lambda: walk.set_filter(EVERYTHING))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 10, 5)
        row.setSpacing(10)
        row.addWidget(self._count)
        row.addWidget(chips, 1)
        row.addWidget(self.clear)
        walk.filtered.connect(self._renew)
        walk.listed.connect(self._recount)
        walk.workspace.changed.connect(self._refresh)
        self._renew()

    def _refresh(self, changes: Changes) -> None:
        if changes.things & {Thing.TAGS, Thing.SOURCES}:
            self._renew()

    def _renew(self) -> None:
        workspace, chosen = self._walk.workspace, self._walk.filter
        self._flow.clear()
        for chip in chips_of(chosen, workspace.sources, workspace.tags):
            button = QPushButton(f"{chip.words}  ×".replace("&", "&&"), self)
            button.setObjectName("chip")
            button.setToolTip("Click to list these too")
            button.setAccessibleName(f"Filter: {chip.words}. Press to take it off.")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, rest=chip.rest: self._walk.set_filter(rest))
            self._flow.addWidget(button)
            button.show()
        self.setVisible(chosen != EVERYTHING)
        self._recount()

    @property
    def counted(self) -> str:
        return "" if self.isHidden() else self._count.text()

    def tell(self, more: str) -> None:
        """What else to say of how much is left."""
        self._more = more
        self._recount()

    def _recount(self) -> None:
        self._count.setText(f"{len(self._walk.admitted)} of {len(self._walk.everything)} findings{self._more}:")
