"""The desk: the columns in view side by side, the ribbons between them, and the row of all sources above."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from counterpoint.app.changes import Changes, Thing
from counterpoint.app.findings import letters_of
from counterpoint.app.layouts import SETTING, Layout, chosen, in_line, moved, read_layout, shifted, stored_layout
from counterpoint.app.preferences import Scrolling
from counterpoint.engine.sources import Source, SourceId
from counterpoint.views.columns import Column
from counterpoint.views.gutters import WIDTH, Gutter
from counterpoint.views.lines import Line
from counterpoint.views.overviews import WIDTH as OVERVIEW
from counterpoint.views.scrolls import Scroller
from counterpoint.views.spreads import Spread
from counterpoint.views.strips import SourceStrip
from counterpoint.views.themes import Theme
from counterpoint.views.typesettings import MARGIN, characters_wide
from counterpoint.views.walks import Walk
from counterpoint.views.wheels import Sideways

#: Columns in view however narrow the window: one account alone compares nothing.
SIDE_BY_SIDE = 2
#: Characters on a line that a column should have room for, before another column comes into view.
COMFORTABLE = 40
_STEP = 40  # pixels by which a key makes a column wider
_MARKS = frozenset(Thing) - {Thing.TITLE, Thing.SETTINGS, Thing.REVISIONS}


class Desk(QWidget):
    """Shows a walk's sources."""

    menu_wanted = Signal(QPoint)  # of a text
    header_menu_wanted = Signal(QPoint)

    def __init__(self, walk: Walk, theme: Theme, pixels: int, wanted: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self._theme = theme
        self._pixels = pixels
        self._wanted = wanted
        self._columns: dict[SourceId, Column] = {}
        self._layout = read_layout(walk.workspace.settings.get(SETTING))
        self._shown: tuple[SourceId, ...] = ()
        self._picked: list[SourceId] = []  # by hand, the last one last
        self._active: SourceId | None = None
        self._has_caret = False
        self._wheel = Sideways()
        self.strip = SourceStrip(self)
        self.line = Line(self._made_gutter, self)
        self._spread = self.spread = Spread(walk, self._columns, lambda: self._shown, lambda: self.gutters, self)
        self._scroller = Scroller(walk, lambda: self.columns, self)
        self._caution = QLabel("These accounts share little: they hardly speak of the same things.", self)
        self._caution.setObjectName("caution")
        self._caution.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addWidget(self._caution)
        whole.addWidget(self.line, 1)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._spread.bring)
        self._describing = QTimer(self, singleShot=True, interval=0)
        self._describing.timeout.connect(self._describe)
        self._spread.unsettled.connect(self._settling.start)
        self._spread.sought.connect(self.show_claim)
        self.strip.picked.connect(self.pick)
        self.strip.arranged.connect(walk.workspace.arrange_sources)
        self.strip.shifted.connect(self.shift)
        self.line.widened.connect(self._take_widths)
        walk.workspace.changed.connect(self._refresh)
        walk.moved.connect(self._follow)
        walk.filtered.connect(self._spread.mark)
        self._rebuild()

    # From outside

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those in view, from left to right."""
        return tuple(self._columns[source] for source in self._shown)

    @property
    def gutters(self) -> tuple[Gutter, ...]:
        return self.line.gutters

    @property
    def pinned(self) -> SourceId | None:
        """The source that stays at the left."""
        return self._layout.pinned

    @property
    def active(self) -> Column | None:
        """The column that one is in: the last one that was clicked, or the first."""
        name = self._active if self._active in self._shown else next(iter(self._shown), None)
        return None if name is None else self._columns[name]

    def column(self, source: SourceId) -> Column:
        return self._columns[source]

    def set_look(self, theme: Theme, pixels: int) -> None:
        self._theme, self._pixels = theme, pixels
        for column in self._columns.values():
            column.set_look(theme, pixels)
        for gutter in self.line.all_gutters:
            gutter.set_theme(theme)
        self._spread.mark()
        self._choose()
        self._settling.start()

    def set_wanted(self, number: int) -> None:
        """How many columns are to be in view; 0: as many as have room."""
        self._wanted = number
        self._choose()

    def set_scrolling(self, mode: Scrolling) -> None:
        self._scroller.mode = mode
        self._scroller.forget()

    def switch_caret(self) -> bool:
        """Words can be selected by keyboard, or no more; which of the two."""
        self._has_caret = not self._has_caret
        for column in self._columns.values():
            column.page.set_caret(is_shown=self._has_caret)
        if self._has_caret and self.active is not None:
            self.active.page.setFocus()
        return self._has_caret

    def copy_words(self) -> None:
        """Those that are selected in the column that one is in."""
        if self.active is not None:
            self.active.page.copy()

    def leave(self) -> bool:
        """Out of a selection, then out of what was brought here; whether there was something."""
        if self._walk.passages:
            self._walk.select_passages(())
            return True
        return self._spread.close_peek()

    def pick(self, source: SourceId) -> None:
        """Takes a source into view, in place of the one that was there longest, or out of view."""
        if source in self._shown and len(self._shown) > 1:
            if source == self.pinned:
                self._store(replace(self._layout, pinned=None))
            self._show(tuple(each for each in self._shown if each != source))
        elif source not in self._shown:
            self._picked.append(source)
            self._choose(keep=(source,))

    def take_into_view(self, source: SourceId) -> None:
        if source not in self._shown:
            self.pick(source)

    def shift(self, by: int) -> None:
        """The next columns, or those before."""
        self._picked.clear()
        self._show(shifted(self._order(), self._shown, self.pinned, by))

    def show_claim(self) -> None:
        """Brings into view what the walk looks at, be it a finding or a claim alone."""
        claim = self._walk.claim
        if claim is not None:
            self._choose(keep=(claim.source,))
            self._spread.bring_claim(claim)
        self._settling.start()

    # What keys do with the column that one is in

    def next_column(self) -> None:
        self._step_column(1)

    def previous_column(self) -> None:
        self._step_column(-1)

    def show_next(self) -> None:
        self.shift(1)

    def show_previous(self) -> None:
        self.shift(-1)

    def move_left(self) -> None:
        self._move(-1)

    def move_right(self) -> None:
        self._move(1)

    def widen(self) -> None:
        self._widen(_STEP)

    def narrow(self) -> None:
        self._widen(-_STEP)

    def level(self) -> None:
        """All equally wide."""
        self._take_widths({})

    def pin(self) -> None:
        """Keeps the column at the left, or lets it go."""
        if self.active is not None:
            self._pin(self.active.source.id)

    def edit_header(self) -> None:
        if self.active is not None:
            self.active.header.edit()

    def bring_here(self) -> None:
        self._spread.bring_here(self.active.source.id if self.active is not None else None)

    def _step_column(self, by: int) -> None:
        if self._shown:
            place = self._shown.index(self._active) + by if self._active in self._shown else 0
            self._columns[self._shown[place % len(self._shown)]].page.setFocus()

    def _move(self, by: int) -> None:
        """The column past its neighbour."""
        if self.active is None:
            return
        order, source = self._order(), self.active.source.id
        rest = [each for each in order if each != source]
        place = order.index(source) + by
        if 0 <= place <= len(rest):
            before = rest[place] if place < len(rest) else None
            self._walk.workspace.arrange_sources(moved(order, source, before))

    def _widen(self, by: int) -> None:
        if self.active is not None:
            self.line.widen(self.active.source.id, by)

    def _pin(self, source: SourceId) -> None:
        self._store(replace(self._layout, pinned=None if source == self.pinned else source))
        self._show(in_line(self._order(), self._shown, self.pinned))

    # Sources

    def _refresh(self, changes: Changes) -> None:
        if Thing.SOURCES in changes.things:
            self._rebuild()
            return
        if changes.things & {Thing.ANALYSIS, Thing.STATUSES}:
            self._describing.start()  # texts with new noise are laid out anew: not in the turn that stores it all
            if Thing.ANALYSIS in changes.things:
                self._spread.close_peek()  # what it shows may have gone
        if not changes.things - {Thing.VERDICTS, Thing.STATUSES}:
            self._spread.mark_judged()
        elif changes.things & _MARKS:
            self._spread.mark()

    def _order(self) -> tuple[SourceId, ...]:
        return tuple(source.id for source in self._walk.workspace.sources)

    def _rebuild(self) -> None:
        """Columns for the sources that there are now."""
        sources = {source.id: source for source in self._walk.workspace.sources}
        for gone in [name for name, each in self._columns.items() if not each.is_of(sources.get(name))]:
            column = self._columns.pop(gone)
            column.setParent(None)
            column.deleteLater()
        new = [source for source in sources if source not in self._columns]
        is_first = not self._columns
        for source in new:
            self._columns[source] = self._made(sources[source])
        self._shown = tuple(source for source in self._shown if source in sources)
        self._describe()
        self._spread.mark()
        self._choose(keep=self._layout.shown if is_first else new[:1])  # what was just added is seen

    def _made(self, source: Source) -> Column:
        name = source.id
        column = Column(source, self._theme, self._pixels, self)
        column.hide()
        column.page.set_caret(is_shown=self._has_caret)
        column.page.menu_wanted.connect(self.menu_wanted)
        column.page.viewport().installEventFilter(self)
        column.entered.connect(lambda: self._enter(name))
        header = column.header
        header.edited.connect(lambda changes: self._walk.workspace.edit_source(name, **changes))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        header.menu_wanted.connect(self.header_menu_wanted)
        header.pin_wanted.connect(lambda: self._pin(name))
        header.carried.connect(self.line.point_at)
        header.dropped.connect(lambda place: self._drop(name, place))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        self._spread.take_in(column)
        self._scroller.take_in(column)
        return column

    def _made_gutter(self) -> Gutter:
        gutter = Gutter(self._theme, self.line)
        self._spread.take_in_gutter(gutter)
        return gutter

    def _drop(self, source: SourceId, place: QPoint) -> None:
        self.line.put_down()
        order, before = self._order(), self.line.before(place)
        if before is None and self._shown:  # behind the last in view, which need not be the last of all
            after = order.index(self._shown[-1]) + 1
            before = order[after] if after < len(order) else None
        if before != source:
            self._walk.workspace.arrange_sources(moved(order, source, before))

    def _describe(self) -> None:
        workspace = self._walk.workspace
        comparison = workspace.comparison
        accounts = {account.source.id: account for account in comparison.accounts} if comparison else {}
        letters, left = letters_of(workspace), workspace.drafting.left
        for source in workspace.sources:
            self._columns[source.id].describe(source, letters[source.id], accounts.get(source.id), left)
        self.strip.show_sources(workspace.sources)
        self.strip.show_shown(self._shown, self.pinned)
        is_little = comparison is not None and comparison.shares_little and workspace.is_analysed
        self._caution.setVisible(is_little)

    # Which columns are in view

    def _capacity(self) -> int:
        if self._wanted:
            return self._wanted
        least = characters_wide(self._pixels, COMFORTABLE) + 2 * MARGIN + OVERVIEW + WIDTH
        return max(SIDE_BY_SIDE, int((self.width() + WIDTH) // least))

    def _choose(self, keep: Iterable[SourceId] = (), *, follows: bool = False) -> None:
        """The columns in view: those of the finding, those just picked, those that are in view already, the first.

        Those of the finding are kept in view; they come into view only where it is followed.
        """
        finding = self._walk.current
        of_finding = [finding.a.source.id, finding.b.source.id] if finding else []
        needed = [source for source in of_finding if follows or source in self._shown]
        others = {self.pinned} - set(needed) if self.pinned else set[SourceId]()
        room = max(self._capacity(), len(needed) + len(others), 1)
        picked = [source for source in reversed(self._picked) if source in self._shown]
        preferred = (*keep, *needed, *picked, *self._shown)
        self._show(chosen(self._order(), room, preferred, self.pinned))

    def _show(self, shown: tuple[SourceId, ...]) -> None:
        self._shown = shown
        for source, column in self._columns.items():
            column.setVisible(source in shown)
            column.header.set_pinned(is_pinned=source == self.pinned)
        self.line.show_columns(self.columns, self._layout.widths)
        self.strip.show_shown(shown, self.pinned)
        self._layout = replace(self._layout, shown=shown)  # stored with the rest, or when the project is left
        self._enter(self._active)
        self._spread.mark_again()

    def remember(self) -> None:
        """Which columns are in view."""
        self._store(self._layout)

    def _store(self, layout: Layout) -> None:
        self._layout = layout
        self._walk.workspace.set_setting(SETTING, stored_layout(layout))

    def _take_widths(self, widths: Mapping[SourceId, float]) -> None:
        """Of those in view; none: all are equally wide again."""
        self._store(replace(self._layout, widths={**self._layout.widths, **widths} if widths else {}))
        self.line.show_columns(self.columns, self._layout.widths)

    def _enter(self, source: SourceId | None) -> None:
        self._active = source
        for each, column in self._columns.items():
            column.header.set_active(is_active=each == source)

    # The reader's place

    def _follow(self) -> None:
        self._spread.forget_selection()
        if self._walk.passages:
            self._spread.mark_again()
            return
        self._spread.close_peek()
        self._choose(follows=True)
        self._spread.bring()
        self._settling.start()  # once more when columns that have just come into view are laid out

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._choose()
            self._settling.start()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: ARG002
        """A wheel over a text that is turned sideways, or with Shift: the next columns."""
        return event.type() is QEvent.Type.Wheel and isinstance(event, QWheelEvent) and self._turn(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.setAccepted(self._turn(event))

    def _turn(self, event: QWheelEvent) -> bool:
        notches = self._wheel.notches(event)
        if notches:
            self.shift(-notches)
        return notches is not None
