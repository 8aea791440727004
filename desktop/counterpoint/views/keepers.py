"""What the window does so that no work is lost: backups, and a way out where a project can't be opened or written."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counterpoint.app.crashes import CrashHandler, Session
from counterpoint.app.guards import Guard, restored
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import BusyProject, CounterpointError
from counterpoint.store.backups import Backup, Backups
from counterpoint.views.backup_sheets import BackupSheet
from counterpoint.views.bars import MessageBar
from counterpoint.views.faults import FaultDialog

_UNEXPECTED = "Counterpoint ended unexpectedly the last time."


class Keeper(QObject):
    """Keeps backups in the folder `data`, and tells in the message bar; restored projects go into `folder`."""

    open_wanted = Signal(object)  # the path of a project

    def __init__(self, data: Path, folder: Path, message: MessageBar, ground: QWidget) -> None:
        super().__init__(ground)
        self._folder = folder
        self._message = message
        self._guard: Guard | None = None
        self.backups = Backups(data / "backups")
        self.crashes = CrashHandler(data, self)
        self.fault = FaultDialog(ground)
        self.crashes.happened.connect(self.fault.show_report)
        self._session = Session(data / "open")
        self.sheet = BackupSheet(ground)
        self.sheet.open_wanted.connect(self._restore)
        self.sheet.removal_wanted.connect(self._remove)

    def watch(self, workspace: Workspace) -> None:
        """From now on this project is backed up."""
        self._guard = Guard(workspace, self.backups, self)
        self._guard.failed.connect(self._tell)
        self._guard.renamed.connect(self._session.begin)
        self._session.begin(workspace.path)

    def leave(self) -> None:
        """Before the project that is watched is closed."""
        if self._guard is not None:
            self._guard.close()
            self._guard.deleteLater()
            self._guard = None
        self._session.end()

    def look_back(self) -> None:
        """If the program has not come to an orderly end the last time: how the project fares that was open then."""
        for path in self._session.unended():
            try:
                Workspace.open(path, self.backups).close()
            except BusyProject:
                continue  # somebody is at work on it again
            except CounterpointError as error:
                self._tell(f"{_UNEXPECTED} {error}")
            else:
                told = f"{_UNEXPECTED} “{path.stem}” is safe: everything that was shown as done is in it."
                self._message.say((told,), "Open it", lambda own=path: self.open_wanted.emit(own))
            return

    def show_fault(self) -> None:
        """The last one that is in the log."""
        report = self.crashes.last()
        if report:
            self.fault.show_report(report)
        else:
            self._tell("There is no report of a fault: nothing has gone wrong yet.")

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
