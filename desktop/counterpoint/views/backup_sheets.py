"""All backups on one sheet, the newest first: opened as projects of their own, or deleted."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from counterpoint.store.backups import Backup
from counterpoint.views.sheets import DELETE, Sheet

_HEADS = ("Taken", "Project", "Why", "Size")
_SIZE = (720, 440)  # pixels, where the window has room
_PROMISE = "Opening a backup makes a new project; nothing is replaced. A deleted backup is gone for good."
_NONE = "There are no backups yet. One is taken when a project is changed: every ten minutes, and when it is closed."


class BackupSheet(Sheet):
    """Lies over the window until it is closed; the window stays usable."""

    open_wanted = Signal(object)  # a Backup
    removal_wanted = Signal(list)  # of Backups

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Backups", _HEADS, _SIZE, parent, wide=(1,))
        self._backups: Sequence[Backup] = ()
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.cellDoubleClicked.connect(self._open)
        self.opening = QPushButton("Open as a new project   Enter", self)
        self.opening.clicked.connect(self._open)
        self.removing = QPushButton("Delete   Del", self)
        self.removing.clicked.connect(self._remove)
        self.add_buttons(self.opening, self.removing)

    def list_backups(self, backups: Sequence[Backup]) -> None:
        """These, in this order."""
        self._backups = backups
        self.list_rows([_cells(backup) for backup in backups])
        self.said.setText(_PROMISE if backups else _NONE)
        self._offer()

    def _chosen(self) -> list[Backup]:
        return [self._backups[row] for row in self.chosen()]

    def _offer(self) -> None:
        number = len(self.chosen())
        self.opening.setEnabled(number == 1)
        self.removing.setEnabled(number > 0)

    def _open(self) -> None:
        if len(chosen := self._chosen()) == 1:
            self.open_wanted.emit(chosen[0])

    def _remove(self) -> None:
        if chosen := self._chosen():
            self.removal_wanted.emit(chosen)

    def press(self, key: int) -> bool:
        self._remove() if key in DELETE else self._open()
        return True


def _cells(backup: Backup) -> tuple[str, ...]:
    why = f"before an update ({backup.why})" if backup.why else ""
    size = QLocale.c().formattedDataSize(backup.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
    return told_at(backup.made), backup.project, why, size


def told_at(moment: datetime) -> str:
    """A moment as the program tells it, in the time of this computer."""
    return f"{moment.astimezone():%d %b %Y, %H:%M}"
