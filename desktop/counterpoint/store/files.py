"""The project file on the disk: recognised, kept to one window, moved and copied, never in another's place."""

import os
import sqlite3
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

from counterpoint.errors import BusyProject, DamagedProject, NewerProject, UnreadableProject, UnwritableProject
from counterpoint.store.schemas import described
from counterpoint.store.tables import Tables, damaged, told

APPLICATION_ID = 0x43747074  # "Ctpt"
SUFFIX = ".counterpoint"
_MAGIC = b"SQLite format 3\0"
_ID_AT, _HEADER = 68, 100  # https://www.sqlite.org/fileformat.html#the_database_header
_LOCKED_BYTE = 1 << 40  # far from SQLite's own locks, at 1 GiB
_LONGEST = 1 << 28  # bytes of a cell; the longest by far is what was found on a hundred sources
_PATIENCE = 0.2  # seconds; another program's write takes a hundredth of that
_PRAGMAS = (
    "foreign_keys = on", "trusted_schema = off", "cell_size_check = on", "mmap_size = 0", "temp_store = memory",
    "synchronous = full", "secure_delete = on",
)  # fmt: skip


class ProjectFile:
    """An open project file and the connection to it; no other window can open it meanwhile."""

    def __init__(self, path: Path) -> None:
        """Opens what is there, or what `reserve` has just made.

        Raises:
            UnreadableProject: there is no file, or it is no project.
            UnwritableProject: it may not be changed.
            BusyProject: it is open already.
        """
        self.path = path
        self._handle = _opened(path)
        try:
            check_kind(self._handle, path)
            _lock(self._handle, path)
            self.connection = _connected(path)
        except BaseException:
            os.close(self._handle)
            raise

    def close(self) -> None:
        """Once closed, there is one file and nothing beside it. May be called twice."""
        self.connection.close()
        if self._handle >= 0:
            os.close(self._handle)  # after the connection: closing any handle lets go of all of SQLite's locks
            self._handle = -1

    def move_to(self, path: Path) -> None:
        """Gives the file another name. The connection is a new one afterwards: SQLite would journal under the old name.

        Raises:
            FileExistsError: something has that name.
            UnwritableProject: it can't be had there.
        """
        if not self._is_there():
            raise UnwritableProject(f"{self.path.name} is not where it was any more. Is its drive still there?")
        reserve(path)
        self.connection.close()
        try:
            self.path.replace(path)
            self.path = path
        except OSError as error:
            path.unlink()
            raise UnwritableProject(f"{self.path.name} can't be renamed to {path.name}: {error.strerror}.") from error
        finally:
            self.connection = _connected(self.path)

    def _is_there(self) -> bool:
        """Whether the file has kept its name."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self._handle))
        except OSError:
            return False


def reserve(path: Path) -> None:
    """Makes an empty file, so that nobody else takes the name.

    Raises:
        FileExistsError: something has that name.
        UnwritableProject: no file can be made there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o666)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.parent.is_dir():
            raise
        raise UnwritableProject(f"{path} can't be made: {error.strerror}. Choose another place.") from error
    os.close(handle)


def reserved(names: Iterator[Path], act: Callable[[Path], None]) -> Path:
    """The first of the names that is free, after `act` has made something of that name."""
    for path in names:
        with suppress(FileExistsError):
            act(path)
            return path
    raise ValueError("no name is free")


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Copies what is in the project, by SQLite's own backup, whole or not at all, and checks every row of the copy.

    Raises:
        FileExistsError: something has that name.
        UnwritableProject: it can't be had there.
        DamagedProject: there is a fault in what is to be copied.
    """
    reserve(path)
    draft = path.with_name(f".{uuid4().hex}{SUFFIX}")
    try:
        with told(path.name), closing(sqlite3.connect(draft, isolation_level=None)) as target:
            connection.backup(target)
            (version,) = target.execute("pragma user_version").fetchone()  # 0 where the file has been emptied
            is_sound = version > 0 and _is_sound(target)
            if is_sound:
                Tables(target, path.name).broken()
        if is_sound:
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
        if path.stat().st_size == 0:
            path.unlink()
    if not is_sound:
        raise DamagedProject(damaged(path.name))


def harden(connection: sqlite3.Connection) -> None:
    """Keeps a stranger's file from doing anything but being read: nothing in it runs, is long, or leads elsewhere."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in _PRAGMAS:
        connection.execute(f"pragma {pragma}")


def check_content(connection: sqlite3.Connection, version: int, name: str) -> int:
    """The file's own version, 0 for a new one.

    Raises:
        NewerProject: it is above `version`.
        UnreadableProject: there is code in it.
        DamagedProject: SQLite finds a fault in it.
    """
    with told(name):
        (own,) = connection.execute("pragma user_version").fetchone()
        if own > version:
            raise NewerProject(
                f"{name} was changed by a newer Counterpoint. Open it with that one, or update this one."
            )
        if connection.execute("select 1 from sqlite_schema where type in ('trigger', 'view') limit 1").fetchone():
            raise UnreadableProject(f"{name} has program code in it, which no project has. Do not trust it.")
        if not _is_sound(connection):
            raise DamagedProject(damaged(name))
        return int(own)


def check_tables(connection: sqlite3.Connection, wanted: frozenset[str], name: str) -> None:
    """That the tables are those that this program makes, and no others.

    Raises:
        UnreadableProject: they are not.
        DamagedProject: one is missing.
    """
    with told(name):
        found = described(connection)
    if found - wanted:
        raise UnreadableProject(f"{name} has tables that no project has. Do not trust it.")
    if wanted - found:
        raise DamagedProject(damaged(name))


def tidy(connection: sqlite3.Connection, path: Path) -> None:
    """Takes away the journal that a killed program left before it had written anything; SQLite only passes it over."""
    if Path(f"{path}-journal").exists():
        (version,) = connection.execute("pragma user_version").fetchone()
        connection.execute(f"pragma user_version = {version}")  # a transaction, which takes its journal with it


def _is_sound(connection: sqlite3.Connection) -> bool:
    (answer,) = connection.execute("pragma integrity_check(1)").fetchone()
    return answer == "ok" and connection.execute("pragma foreign_key_check").fetchone() is None


def _opened(path: Path) -> int:
    try:
        handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        raise UnreadableProject(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise UnreadableProject(f"{path} is a folder, not a project.") from None
    except OSError as error:
        raise UnwritableProject(
            f"{path.name} can't be opened for writing: {error.strerror}. Copy it to a place where you may write."
        ) from error
    if not os.access(path.parent, os.W_OK):  # SQLite's journal goes beside the file
        os.close(handle)
        raise UnwritableProject(
            f"{path.name} lies where nothing can be written. Copy it to a place where you may write."
        )
    return handle


def check_kind(handle: int, path: Path) -> None:
    """Looks at the file's first bytes.

    Raises:
        UnreadableProject: it is no project.
    """
    header = os.pread(handle, _HEADER, 0)
    if not header:
        return  # reserved just now; `check_content` sees that there is nothing in it
    is_project = header.startswith(_MAGIC) and header[_ID_AT : _ID_AT + 4] == struct.pack(">I", APPLICATION_ID)
    if not is_project:
        raise UnreadableProject(f"{path.name} is not a Counterpoint project.")


def _lock(handle: int, path: Path) -> None:
    """Keeps other windows out for as long as the handle is open, whatever becomes of this process."""
    if sys.platform == "linux":
        import fcntl

        wanted = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, _LOCKED_BYTE, 1, 0)  # struct flock
        try:
            fcntl.fcntl(handle, fcntl.F_OFD_SETLK, wanted)
        except BlockingIOError:
            raise BusyProject(f"{path.name} is open in another window.") from None
        except OSError:
            return  # a file system without locks: SQLite does without them too


def _connected(path: Path) -> sqlite3.Connection:
    with told(path.name):
        address = f"{path.absolute().as_uri()}?mode=rw"  # else SQLite makes a file where there is none
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE)
        try:
            harden(connection)
            connection.execute("pragma journal_mode = delete").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection
