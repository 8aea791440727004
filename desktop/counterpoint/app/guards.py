"""Backups of the open project, taken by themselves."""

from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from counterpoint.app.changes import Changes, Thing
from counterpoint.app.folders import project_paths
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import CounterpointError
from counterpoint.store.backups import Backup, Backups
from counterpoint.store.files import reserved
from counterpoint.store.snapshots import back_up_opened, copy_unopened

INTERVAL = 10 * 60 * 1000  # milliseconds between backups, where something has changed


class Guard(QObject):
    """Takes backups of one project: at intervals, when asked, and when it is closed; none of what is the same.

    But for the last one they are taken in a thread, and the window goes on. `close` it before the project is closed.
    """

    taken = Signal()  # there is a backup of what was there when it was asked for
    failed = Signal(str)  # a whole sentence: the backup could not be taken
    renamed = Signal(object)  # the path of the project from now on

    def __init__(self, workspace: Workspace, backups: Backups, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._backups = backups
        self._path: Path = workspace.path
        self._thread: _Thread | None = None
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()
        workspace.changed.connect(self._follow)

    def back_up(self) -> None:
        """From now on, in the background, if anything has changed since the last one."""
        if self._thread is None:
            self._thread = _Thread(self._path, self._backups)
            self._thread.finished.connect(self._take)
            self._thread.start(QThread.Priority.LowPriority)

    def close(self) -> None:
        """Takes the last one, and waits for it: afterwards the file is another window's, or nobody's."""
        self._timer.stop()
        self._workspace.changed.disconnect(self._follow)
        self._wait()
        try:
            self._workspace.keeping.back_up(self._backups)
        except CounterpointError as error:
            self._fail(error)

    def _follow(self, changes: Changes) -> None:
        """A purge says that everything has changed: what is being copied of before it is to be there to be named."""
        if Thing.TITLE in changes.things:
            self._wait()
            self._backups.follow(self._path, self._workspace.path)
            self._path = self._workspace.path
            self.renamed.emit(self._path)

    def _wait(self) -> None:
        if self._thread is not None:
            self._thread.wait()
            self._take()

    def _take(self) -> None:
        thread = self._thread
        if thread is None or not thread.isFinished():  # what one has told that was waited for
            return
        self._thread = None
        if thread.error is not None:
            self._fail(thread.error)
        else:
            self.taken.emit()

    def _fail(self, error: CounterpointError) -> None:
        self.failed.emit(f"No backup could be taken. {error}")


class _Thread(QThread):
    """Reads the file by a connection of its own: that of the window belongs to the window's thread."""

    def __init__(self, project: Path, backups: Backups) -> None:
        super().__init__()
        self._project = project
        self._backups = backups
        self.error: CounterpointError | None = None

    def run(self) -> None:
        try:
            back_up_opened(self._project, self._backups)
        except CounterpointError as error:
            self.error = error


def restored(backup: Backup, folder: Path) -> Path:
    """A project in the folder that is as it was when the backup was taken; nothing is replaced.

    Raises:
        CounterpointError: the backup can't be read, or no project be made there.
    """
    name = f"{backup.project}, {backup.made.astimezone():%d %b %Y %H.%M}"
    return reserved(project_paths(folder, name), lambda path: copy_unopened(backup.path, path))
