"""What the window does so that no work is lost: backups, and a way out where a project can't be opened or written."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counterpoint.app.guards import Guard, restored
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import CounterpointError
from counterpoint.store.backups import Backup, Backups
from counterpoint.views.backup_sheets import BackupSheet
from counterpoint.views.bars import MessageBar


class Keeper(QObject):
    """Keeps backups in the folder `data`, and tells in the message bar; restored projects go into `folder`."""

    open_wanted = Signal(object)  # the path of a project

    def __init__(self, data: Path, folder: Path, message: MessageBar, ground: QWidget) -> None:
        super().__init__(ground)
        self._folder = folder
        self._message = message
        self._guard: Guard | None = None
        self._path: Path | None = None
        self.backups = Backups(data / "backups")
        self.sheet = BackupSheet(ground)
        self.sheet.open_wanted.connect(self._restore)
        self.sheet.removal_wanted.connect(self._remove)

    def watch(self, workspace: Workspace) -> None:
        """From now on this project is backed up."""
        self._guard = Guard(workspace, self.backups, self)
        self._guard.failed.connect(self._tell)

    def leave(self) -> None:
        """Before the project that is watched is closed."""
        if self._guard is not None:
            self._guard.close()
            self._guard.deleteLater()
            self._guard = None

    def show_backups(self) -> None:
        if self.sheet.isVisible():
            self.sheet.hide()
            return
        if self._guard is not None:
            self._guard.back_up()
        self.sheet.list_backups(self.backups.all())
        self.sheet.open_sheet()

    def _restore(self, backup: Backup) -> None:
        try:
            path = restored(backup, self._folder)
        except CounterpointError as error:
            self._tell(str(error))
            return
        self.sheet.hide()
        self.open_wanted.emit(path)
        self._tell(f"This is the project as it was then, as a new one: {path.name}. The other one is as you left it.")

    def _remove(self, backups: list[Backup]) -> None:
        try:
            self.backups.remove(backups)
        except CounterpointError as error:
            self._tell(str(error))
        self.sheet.list_backups(self.backups.all())

    def _tell(self, sentence: str) -> None:
        self._message.say((sentence,))
