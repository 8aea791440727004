"""Backups of the open project, taken by themselves."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.app.changes import Changes, Thing
from counterpoint.app.folders import project_paths
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import CounterpointError
from counterpoint.store.backups import Backup, Backups
from counterpoint.store.files import reserved
from counterpoint.store.snapshots import copy_unopened

INTERVAL = 10 * 60 * 1000  # milliseconds between backups, where something has changed


class Guard(QObject):
    """Takes backups of one project: when it is opened, at intervals, and when it is closed; none of what is the same.

    `close` it before the project is closed.
    """

    failed = Signal(str)  # a whole sentence: the backup could not be taken
    renamed = Signal(object)  # the path of the project from now on

    def __init__(self, workspace: Workspace, backups: Backups, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._backups = backups
        self._path: Path = workspace.path
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()
        workspace.changed.connect(self._follow)

    def back_up(self) -> None:
        """Now, if anything has changed since the last one."""
        try:
            self._workspace.keeping.back_up(self._backups)
        except CounterpointError as error:
            self.failed.emit(f"No backup could be taken. {error}")

    def close(self) -> None:
        """Takes the last one."""
        self._timer.stop()
        self._workspace.changed.disconnect(self._follow)
        self.back_up()

    def _follow(self, changes: Changes) -> None:
        if Thing.TITLE in changes.things:
            self._backups.follow(self._path, self._workspace.path)
            self._path = self._workspace.path
            self.renamed.emit(self._path)


def restored(backup: Backup, folder: Path) -> Path:
    """A project in the folder that is as it was when the backup was taken; nothing is replaced.

    Raises:
        CounterpointError: the backup can't be read, or no project be made there.
    """
    name = f"{backup.project}, {backup.made.astimezone():%d %b %Y %H.%M}"
    return reserved(project_paths(folder, name), lambda path: copy_unopened(backup.path, path))
