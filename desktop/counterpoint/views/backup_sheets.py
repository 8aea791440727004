"""All backups on one sheet, the newest first: opened as projects of their own, or deleted."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
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

from counterpoint.store.backups import Backup

_HEADS = ("Taken", "Project", "Why", "Size")
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)  # to open, and to delete
_SIZE = (720, 440)  # pixels, where the window has room
_PROMISE = "Opening a backup makes a new project; nothing is replaced. A deleted backup is gone for good."
_NONE = "There are no backups yet. One is taken when a project is changed: every ten minutes, and when it is closed."


class BackupSheet(QFrame):
    """Lies over the window until it is closed; the window stays usable."""

    open_wanted = Signal(object)  # a Backup
    removal_wanted = Signal(list)  # of Backups

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._backups: Sequence[Backup] = ()
        self.setObjectName("sheet")
        self.table = QTableWidget(0, len(_HEADS), self)
        self.table.setAccessibleName("Backups")
        self.table.setHorizontalHeaderLabels(list(_HEADS))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.cellDoubleClicked.connect(self._open)
        self._said = QLabel(self)
        self._said.setObjectName("muted")
        self._said.setWordWrap(True)
        self.opening = QPushButton("Open as a new project   Enter", self)
        self.opening.clicked.connect(self._open)
        self.removing = QPushButton("Delete   Del", self)
        self.removing.clicked.connect(self._remove)
        self.closing = QPushButton("Close   Esc", self)
        self.closing.clicked.connect(self.hide)
        title = QLabel("Backups", self)
        title.setObjectName("kind")
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.opening)
        foot.addWidget(self.removing)
        foot.addStretch()
        foot.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.table, 1)
        column.addWidget(self._said)
        column.addLayout(foot)
        self.table.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def list_backups(self, backups: Sequence[Backup]) -> None:
        """These, in this order."""
        self._backups = backups
        place = max(0, self.table.currentRow())
        self.table.setRowCount(len(backups))
        for row, backup in enumerate(backups):
            for column, words in enumerate(_cells(backup)):
                self.table.setItem(row, column, QTableWidgetItem(words))
        if backups:
            self.table.selectRow(min(place, len(backups) - 1))
        self._said.setText(_PROMISE if backups else _NONE)
        self._offer()

    def open_sheet(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self.table.setFocus()

    def _chosen(self) -> list[Backup]:
        return [self._backups[index.row()] for index in self.table.selectionModel().selectedRows()]

    def _offer(self) -> None:
        number = len(self.table.selectionModel().selectedRows())
        self.opening.setEnabled(number == 1)
        self.removing.setEnabled(number > 0)

    def _open(self) -> None:
        if len(chosen := self._chosen()) == 1:
            self.open_wanted.emit(chosen[0])

    def _remove(self) -> None:
        if chosen := self._chosen():
            self.removal_wanted.emit(chosen)

    def _place(self) -> None:
        ground = self._ground.rect()
        width, height = min(_SIZE[0], ground.width() - 40), min(_SIZE[1], ground.height() - 40)
        self.setGeometry((ground.width() - width) // 2, (ground.height() - height) // 2, width, height)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._ground and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.table and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()  # else Del is the window's, for what is made by hand
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._open() if event.key() in _KEYS[:2] else self._remove()
                return True
        return False


def _cells(backup: Backup) -> tuple[str, ...]:
    why = f"before an update ({backup.why})" if backup.why else ""
    return told_at(backup.made), backup.project, why, QLocale.c().formattedDataSize(backup.size, 0)


def told_at(moment: datetime) -> str:
    """A moment as the program tells it, in the time of this computer."""
    return f"{moment.astimezone():%d %b %Y, %H:%M}"
