"""The reading room: desk, findings and inspector of one open project."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from counterpoint.app.preferences import Preferences, View
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.sources import Source
from counterpoint.views.actions import MENU_OF_FACTS, MENU_OF_HEADERS, MENU_OF_TEXTS
from counterpoint.views.desks import Desk
from counterpoint.views.drafts import Drafts
from counterpoint.views.filters import ChipStrip
from counterpoint.views.find_bars import FindBar
from counterpoint.views.finds import Finder
from counterpoint.views.hands import Hands
from counterpoint.views.hits import HitsList
from counterpoint.views.inspectors import Inspector
from counterpoint.views.lists import FindingsList
from counterpoint.views.lost_sheets import LostSheet
from counterpoint.views.reviews import Review
from counterpoint.views.seekers import Seeker
from counterpoint.views.sheets import Sheet
from counterpoint.views.tables import FactsTable
from counterpoint.views.themes import Theme
from counterpoint.views.version_sheets import VersionSheet
from counterpoint.views.walks import Walk

PANEL = 376  # pixels
MANY = 5  # sources, of which more take seconds to compare
_LIST_SHARE = (232, 468)


class Room(QWidget):
    """Desk or facts table at the left, findings above the inspector at the right."""

    offered = Signal()  # what can be done has other names now
    viewed = Signal(object)  # the View that is shown now
    menu_wanted = Signal(object, QPoint)  # groups of methods, and where
    done = Signal(str)  # what was done, in a sentence

    def __init__(
        self, workspace: Workspace, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.workspace = workspace
        self.walk = Walk(workspace, self)
        self.desk = Desk(self.walk, theme, preferences.text_size, preferences.columns, self)
        self.desk.setObjectName("desk")
        self.desk.set_scrolling(preferences.scrolling)
        self.list = FindingsList(self.walk, theme, self)
        self.table = FactsTable(self.walk, theme, preferences.text_size, self)
        self.hands = Hands(self.walk, self)
        self.inspector = Inspector(self.walk, self.hands, theme, self)
        self.lost = LostSheet(self.walk, lambda: self.inspector.target, self)
        self.drafts = Drafts(self.walk, self.desk, self.inspector.draft)
        self.versions = VersionSheet(workspace, self.drafts, self)
        self.review = Review(self.walk, self.list, self.inspector)
        self._views = QStackedWidget(self)
        self._views.addWidget(self.desk)
        self._views.addWidget(self.table)
        self.chips = ChipStrip(self.walk, self)
        self.finder = Finder(self.walk, self)
        self.find_bar = FindBar(self.finder, self.walk, self)
        self.hits = HitsList(self.finder, theme, self)
        self.seeker = Seeker(self.finder, self.find_bar, self.walk, (self.desk, self.table, self.inspector), self)
        self.seeker.set_theme(theme)
        self._listings = QStackedWidget(self)
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self.panel = self._made_panel()
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
        self._join()
        self.table.ruler.filter.hide()  # the panel has it too
        self.show_view(preferences.view)

    def _join(self) -> None:
        self.review.offered.connect(self.offered)
        self.table.opened.connect(self._open_passages)
        self.table.listed.connect(self._tell_count)
        self.table.menu_wanted.connect(partial(self.menu_wanted.emit, MENU_OF_FACTS))
        self.desk.menu_wanted.connect(partial(self.menu_wanted.emit, MENU_OF_TEXTS))
        self.desk.header_menu_wanted.connect(partial(self.menu_wanted.emit, MENU_OF_HEADERS))
        self.seeker.columns_wanted.connect(lambda: self.show_view(View.COLUMNS))
        self.finder.found.connect(self._choose_listing)
        self.find_bar.closed.connect(self.setFocus)
        self.list.filter.menu_.words_wanted.connect(self.seeker.filter_words)
        self.table.ruler.filter.menu_.words_wanted.connect(self.seeker.filter_words)

    def _made_panel(self) -> QFrame:
        """What is listed, above the inspector."""
        panel = QFrame(self)
        panel.setObjectName("panel")
        self._listings.addWidget(self.list)
        self._listings.addWidget(self.hits)
        self._parts.addWidget(self._listings)
        self._parts.addWidget(self.inspector)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes(list(_LIST_SHARE))
        self._parts.setChildrenCollapsible(False)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts)
        panel.setMinimumWidth(300)
        return panel

    def _made_left(self) -> QWidget:
        """The desk or the table, and above it what is listed of it."""
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.find_bar, self.chips):
            column.addWidget(widget)
        column.addWidget(self._views, 1)
        return left

    def _choose_listing(self) -> None:
        """What was found is listed in place of the findings, while it is sought."""
        self._listings.setCurrentWidget(self.hits if self.finder.is_on else self.list)

    # Columns and facts

    @property
    def view(self) -> View:
        return View.FACTS if self._views.currentWidget() is self.table else View.COLUMNS

    def show_view(self, view: View) -> None:
        """Where one is in the one, one is in the other too."""
        widget = self.table if view is View.FACTS else self.desk
        has_focus = self._views.isAncestorOf(QApplication.focusWidget() or self)
        self._views.setCurrentWidget(widget)
        self.setFocusProxy(widget)
        if has_focus or QApplication.focusWidget() is None:
            widget.setFocus()
        self._preferences.view = view
        self._tell_count()
        self.viewed.emit(view)
        self.offered.emit()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Those that lie over it while they are open."""
        return self.lost, self.versions

    def switch_view(self) -> None:
        self.show_view(View.COLUMNS if self.view is View.FACTS else View.FACTS)

    def _open_passages(self) -> None:
        """From the table to what its cell quotes."""
        self.show_view(View.COLUMNS)
        self.desk.setFocus()
        self.desk.show_claim()

    def offers(self) -> Mapping[str, tuple[str, bool]]:
        """What can be done, as the menus have it now, and whether it can."""
        is_facts = self.view is View.FACTS
        return {
            **self.review.offers(),
            "room.switch_view": ("Show in the &columns" if is_facts else "Show in the &facts table", True),
            "room.copy": ("&Copy fact" if is_facts else "&Copy finding", True),
            "room.table.sort_next": ("Next &order of the facts", is_facts),
            "room.take_out": ("&Take the source out", not is_facts),
        }

    def first_to_compare(self) -> Sequence[Source]:
        """All sources; of many that nothing is known of yet those in view, so that there is something to read soon."""
        sources = self.workspace.sources
        in_view = [column.source for column in self.desk.columns]
        is_new = self.workspace.comparison is None and len(sources) > MANY and len(in_view) > 1
        return in_view if is_new else sources

    def take_out(self) -> None:
        """The source whose column one is in; what sits on it is kept."""
        column = self.desk.active
        if column is not None:
            self.workspace.remove_source(column.source.id)
            self.done.emit(f"Taken out: {column.source.title or 'Untitled'}. Its tags and notes are kept")

    def copy(self) -> None:
        """What one stands on, as Markdown and as rich text."""
        row = self.table.row
        if self.view is View.COLUMNS:
            self.review.copy_finding()
        elif row is not None:
            from counterpoint.app.exports import clipping_of_fact
            from counterpoint.views.clipboards import put_on_clipboard

            put_on_clipboard(clipping_of_fact(row, self.workspace.sources))

    def _tell_count(self) -> None:
        shown = f" and {self.table.admitted} of {len(self.table.everything)} facts"
        self.chips.tell(shown if self.view is View.FACTS else "")

    def set_look(self, theme: Theme, pixels: int) -> None:
        self.desk.set_look(theme, pixels)
        self.table.set_look(theme, pixels)
        self.list.set_theme(theme)
        self.hits.set_theme(theme)
        self.seeker.set_theme(theme)
        self.inspector.set_theme(theme)

    def toggle_panel(self) -> None:
        if self.panel.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus()
        self.panel.setVisible(self.panel.isHidden())
        self.table.ruler.filter.setVisible(self.panel.isHidden())

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
        """The places of the handles, and which columns are in view."""
        self.desk.remember()
        self._preferences.set_layout("panel", self._whole.saveState())
        self._preferences.set_layout("parts", self._parts.saveState())
