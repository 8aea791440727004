"""The facts table: a row for each fact, a column for each source, and in the cells what the source says."""

from operator import is_
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QStackedLayout, QTableView, QVBoxLayout, QWidget

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.facts import Cell, Order, Row, find_rows, heading_of, rows_again, sort_rows
from counterpoint.app.filters import source_name
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Source, SourceId
from counterpoint.views.cells import CellDelegate, Look, RowHead, silence
from counterpoint.views.rulers import Ruler
from counterpoint.views.themes import Theme
from counterpoint.views.typesettings import characters_wide
from counterpoint.views.walks import Walk

NARROWEST = 20  # characters on a line of a cell
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class FactsModel(QAbstractTableModel):
    """Rows and cells as they are asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.sources: tuple[Source, ...] = ()

    def renew(self, rows: tuple[Row, ...], sources: tuple[Source, ...]) -> None:
        """Keeps the view's place where only verdicts, tags or titles have changed."""
        is_same = [row.id for row in rows] == [row.id for row in self.rows]
        if is_same and [source.id for source in sources] == [source.id for source in self.sources]:
            self.rows, self.sources = rows, sources
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(sources) - 1))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(sources) - 1)
            return
        self.beginResetModel()
        self.rows, self.sources = rows, sources
        self.endResetModel()

    def cell(self, index: _Index) -> Cell:
        return self.rows[index.row()].cells[index.column()]

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.sources)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        cell = self.cell(index)
        if role == Qt.ItemDataRole.UserRole:
            return self.rows[index.row()], cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = "\n".join(" ".join(claim.text.split()) for claim in cell.claims)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                name = source_name(index.column(), self.sources[index.column()])
                return f"{name}: {words or silence(cell)}"
            return words or f"— {silence(cell)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation is Qt.Orientation.Horizontal:
            source = self.sources[section]
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return source_name(section, source)
            return source.title if role == Qt.ItemDataRole.ToolTipRole else None
        row = self.rows[section]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return heading_of(row)
        return None


class FactsTable(QFrame):
    """Follows a walk, and leads it: the cell that one stands on is the finding that is looked at.

    Nothing is made of facts while the table is hidden.
    """

    opened = Signal()  # the passages are wanted
    menu_wanted = Signal(QPoint)
    listed = Signal()  # other facts, or as many of others

    def __init__(self, walk: Walk, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._walk = walk
        self._look = Look()
        self._everything: tuple[Row, ...] = ()
        self._basis: tuple[object, ...] = ()  # these very findings and sources
        self.admitted = 0  # how many the filter admits
        self._order = Order.DISPUTED
        self._order_of: SourceId | None = None
        self._at: SourceId | None = None  # the column that one stands in
        self._is_stale = True
        self._is_following = False
        self.model = FactsModel(self)
        self.view = QTableView(self)
        self._delegate = CellDelegate(self._look, self.view)
        self._head = RowHead(self._look, self.view)
        self.ruler = Ruler(walk, self)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._set_up_view()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ruler)
        column.addLayout(self._stack, 1)
        self.setFocusProxy(self.view)
        self.ruler.order_wanted.connect(self.sort)
        walk.listed.connect(self._renew)
        walk.moved.connect(self._follow)
        walk.workspace.changed.connect(self._refresh)
        self.set_look(theme, pixels)

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setVerticalHeader(self._head)
        view.setAccessibleName("Facts table")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setCornerButtonEnabled(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionClicked.connect(self._sort_as_told)
        self._head.sectionClicked.connect(self._stand_on)
        view.selectionModel().currentChanged.connect(self._lead)
        view.activated.connect(self._open)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer)
        view.viewport().installEventFilter(self)

    # From outside

    def set_look(self, theme: Theme, pixels: int) -> None:
        self._look.theme, self._look.pixels = theme, pixels
        self._delegate.forget()
        self._head.setDefaultSectionSize(self._look.row_height)
        self._share_out()
        self._head.viewport().update()
        self.view.viewport().update()
        self.view.scrollTo(self.view.currentIndex())

    def set_found(self, words: str) -> None:
        """Marks words that were sought."""
        if words != self._look.found:
            self._look.found = words
            self._delegate.forget()
            self.view.viewport().update()

    def show_words(self, source: SourceId, span: Span) -> bool:
        """Stands on the cell that quotes a passage, if there is one."""
        columns = [number for number, each in enumerate(self.model.sources) if each.id == source]
        for number, row in enumerate(self.model.rows):
            for column in columns:
                if any(claim.span.contains(span) for claim in row.cells[column].claims):
                    self.view.setCurrentIndex(self.model.index(number, column))
                    return True
        return False

    @property
    def row(self) -> Row | None:
        """The one that one stands on."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    @property
    def everything(self) -> tuple[Row, ...]:
        """All facts, whatever the filter."""
        return self._everything

    def sort(self, order: Order, source: SourceId | None = None) -> None:
        """Sorts otherwise; the fact that one stands on stays the one."""
        self._order, self._order_of = order, source
        self.ruler.show_order(order, source)
        self._list()

    def sort_next(self) -> None:
        """The next of the orders."""
        self.ruler.next_order()

    # Facts

    def _refresh(self, changes: Changes) -> None:
        if changes.things & {Thing.SOURCES, Thing.TAGS}:
            self._renew()

    def _renew(self) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        self._look.tags = {tag.id: tag.colour for tag in self._walk.workspace.tags}
        workspace, findings = self._walk.workspace, self._walk.everything
        basis = (workspace.comparison, *workspace.sources)
        if len(basis) == len(self._basis) and all(map(is_, basis, self._basis)):
            self._everything = rows_again(workspace, self._everything, findings)
        else:
            self._everything = find_rows(workspace, findings)
        self._basis = basis
        self.ruler.renew(self._everything)
        self._list()

    def _list(self) -> None:
        """What the filter admits, and what is looked at in any case."""
        kept = self._row_of_current()
        admitted = {row.id for row in self._everything if self._walk.filter.admits(row)}
        self.admitted = len(admitted)
        listed = [row for row in self._everything if row.id in admitted or row is kept]
        columns = len(self.model.sources)
        self._is_following = True
        self.model.renew(sort_rows(listed, self._order, self._order_of), self._walk.workspace.sources)
        self._is_following = False
        if columns != len(self.model.sources):
            self._share_out()
        self._nothing.setText(self._why_empty())
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        self._follow()
        self.listed.emit()

    def _why_empty(self) -> str:
        if self._everything:
            return "No fact is left by this filter.\nPress A to list everything."
        return "No facts." if self._walk.workspace.is_analysed else "Reading and comparing …"

    def _row_of_current(self) -> Row | None:
        finding, claim = self._walk.current, self._walk.claim
        wanted = finding.a.claim.id if finding else claim.id if claim else None
        return next((row for row in self._everything if wanted in row.fact.claims), None) if wanted else None

    # The reader's place

    def _follow(self) -> None:
        """Stands on what is looked at."""
        if self._is_following or self._is_stale:
            return
        row = self._row_of_current()
        places = [number for number, each in enumerate(self.model.rows) if row is not None and each.id == row.id]
        if row is not None and not places:
            self._list()
            return
        self._is_following = True
        if places:
            self.view.setCurrentIndex(self.model.index(places[0], self._column_of_current()))
        else:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        self._is_following = False
        self._repaint()

    def _column_of_current(self) -> int:
        """Where one stands already, if the finding is on that source too."""
        finding, claim = self._walk.current, self._walk.claim
        own = [finding.a.source.id, finding.b.source.id] if finding else [claim.source] if claim else []
        columns = [number for number, source in enumerate(self.model.sources) if source.id in own]
        now = next((number for number, source in enumerate(self.model.sources) if source.id == self._at), -1)
        return now if now in columns else min(columns, default=0)

    def _lead(self, index: QModelIndex) -> None:
        """What one stands on is looked at."""
        if index.isValid():
            self._at = self.model.sources[index.column()].id
        if self._is_following or not index.isValid():
            return
        row, cell = self.model.rows[index.row()], self.model.cell(index)
        finding, claim = row.finding_at(cell.source), cell.leading or row.claims[0]
        self._is_following = True
        if finding is not None:
            self._walk.select(finding.id)
        else:
            self._walk.select_only(claim.id)
        self._is_following = False
        self._repaint()

    def _stand_on(self, row: int) -> None:
        """On the first source that tells it."""
        column = next(number for number, cell in enumerate(self.model.rows[row].cells) if cell.claims)
        self.view.setCurrentIndex(self.model.index(row, column))
        self.view.setFocus()

    def _sort_as_told(self, column: int) -> None:
        self.sort(Order.TEXT, self.model.sources[column].id)

    def _open(self) -> None:
        self.opened.emit()

    def _offer(self, place: QPoint) -> None:
        """Of the cell under the pointer; by the menu key of the one that one stands on."""
        index = self.view.indexAt(place)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(place))

    def _repaint(self) -> None:
        """The whole row is lit, not only the cell, and shows the words that the finding is about."""
        self._look.finding = self._walk.current
        self.view.viewport().update()
        self._head.viewport().update()

    # Sizes

    def _share_out(self) -> None:
        """Equal columns: all in view where they have room to be read, else as wide as they must be."""
        columns = len(self.model.sources)
        if columns:
            least = characters_wide(self._look.cell_pixels, NARROWEST)
            width = max(round(least), self.view.viewport().width() // columns)
            self.view.horizontalHeader().setDefaultSectionSize(width)
            for column in range(columns):
                self.view.setColumnWidth(column, width)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The window is wider, or a scroll bar has come."""
        if watched is self.view.viewport() and isinstance(event, QResizeEvent):  # noqa: SIM102  # it reads better so
            if event.oldSize().width() != event.size().width():
                self._share_out()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._renew()
        else:
            self._follow()
