"""A sheet that lies over the window until it is closed: a table, what is to be said of it, and buttons below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Sheet(QFrame):
    """Nothing modal: the window stays usable. `size` is in pixels, where the window has room; `wide` takes the rest."""

    def __init__(
        self, title: str, heads: Sequence[str], size: tuple[int, int], parent: QWidget, *, wide: Sequence[int] = ()
    ) -> None:
        super().__init__(parent)
        self._ground = parent
        self._size = size
        self.setObjectName("sheet")
        self.table = QTableWidget(0, len(heads), self)
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in wide:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.said = QLabel(self)
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self.closing = QPushButton("Close   Esc", self)
        self.closing.clicked.connect(self.hide)
        self._lay_out(title)
        self.table.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def _lay_out(self, title: str) -> None:
        head = QLabel(title, self)
        head.setObjectName("kind")
        self._foot = QHBoxLayout()
        self._foot.setSpacing(6)
        self._foot.addStretch()
        self._foot.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(self._foot)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """At the left of the foot."""
        for place, button in enumerate(buttons):
            self._foot.insertWidget(place, button)

    def list_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """These, in this order; the reader stays where he was."""
        place = max(0, self.table.currentRow())
        self.table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(row, column, item)
        if rows:
            self.table.selectRow(min(place, len(rows) - 1))

    def renew(self) -> None:
        """Lists what there is now; called before it is shown."""

    def toggle(self) -> None:
        """Shows or hides it."""
        if self.isVisible():
            self.hide()
        else:
            self.renew()
            self.open_sheet()

    def open_sheet(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self.table.setFocus()

    def chosen(self) -> list[int]:
        """The rows that are selected."""
        return [index.row() for index in self.table.selectionModel().selectedRows()]

    def press(self, key: int) -> bool:  # noqa: ARG002
        """What a key does in the table; whether it does anything."""
        return False

    def takes(self, key: int) -> bool:
        """Whether a key is the table's, and no action's of the window."""
        return key in (*ENTER, *DELETE)

    def _place(self) -> None:
        ground = self._ground.rect()
        width, height = min(self._size[0], ground.width() - 40), min(self._size[1], ground.height() - 40)
        self.setGeometry((ground.width() - width) // 2, (ground.height() - height) // 2, width, height)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._ground and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.table and isinstance(event, QKeyEvent) and self.takes(event.key()):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self.press(event.key())
        return False
