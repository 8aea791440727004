"""A project as it is at one moment, in memory: to be read where nothing may be changed, its file least of all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from counterpoint.errors import UnreadableProject
from counterpoint.store.backups import Backup, Backups
from counterpoint.store.files import ProjectFile, check_kind, copy, harden
from counterpoint.store.tables import Tables, told

_PATIENCE = 5.0  # seconds; the window that has it open writes for a hundredth of one
_STEP = 512  # pages, 2 MiB: a few milliseconds, for a write of the window waits for a fifth of a second at most
_PAUSE = 0.005  # seconds between two steps


class Snapshot(ProjectFile):
    """What is in a project file, also while a window has it open. What is written to it is forgotten on closing."""

    def __init__(self, path: Path) -> None:
        """Reads what is there.

        Raises:
            UnreadableProject: there is no file that can be read, or it is no project.
            DamagedProject: SQLite makes no sense of it.
        """
        self.path = path
        self._handle = -1
        _check(path)
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            with told(path.name):
                address = f"{path.absolute().as_uri()}?mode=ro"
                with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as disk:
                    disk.backup(self.connection)
                harden(self.connection)
        except BaseException:
            self.connection.close()
            raise


def back_up_opened(project: Path, backups: Backups) -> Backup | None:
    """A backup of a project that is open in another thread, None where the last one has the same content.

    What is in the file comes into memory first, in steps between which the window can write; a write begins it anew.
    No handle of the file but SQLite's own is closed here: any other would let go of the locks of the window's.

    Raises:
        UnwritableProject: it can't be had there, or the project is not where it was.
        DamagedProject: there is a fault in it; nothing that was copied before is touched.
    """
    with told(project.name), closing(sqlite3.connect(":memory:", isolation_level=None)) as snapshot:
        address = f"{project.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as disk:
            disk.backup(snapshot, pages=_STEP, sleep=_PAUSE)
        harden(snapshot)
        return backups.take(project, Tables(snapshot, project.name).digest(), lambda path: copy(snapshot, path))


def copy_unopened(project: Path, path: Path) -> None:
    """Copies a project that need not be open, nor be writable where it is.

    Raises:
        FileExistsError: something has that name.
        UnreadableProject: there is no project.
        UnwritableProject: the copy can't be had there.
        DamagedProject: there is a fault in what is to be copied.
    """
    with closing(Snapshot(project)) as snapshot:
        copy(snapshot.connection, path)


def _check(path: Path) -> None:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        raise UnreadableProject(f"There is no file {path}.") from None
    except OSError as error:
        raise UnreadableProject(f"{path} can't be read: {error.strerror}.") from error
    try:
        if path.is_dir():
            raise UnreadableProject(f"{path} is a folder, not a project.")
        check_kind(handle, path)
    finally:
        os.close(handle)
