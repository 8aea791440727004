"""Faults of the program: written into a log, told once each, and remembered until the next start."""

import faulthandler
import platform
import sys
import threading
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal, qVersion

from counterpoint import __version__

_LONGEST = 1_000_000  # bytes of the log, before it begins anew
_MOST = 20  # different faults of one run that are written down; a fault in painting comes sixty times a second


class CrashHandler(QObject):
    """Takes every fault that nothing else has caught, of every thread; a crash of the process itself leaves a trace."""

    happened = Signal(str)  # the report of a fault that has not happened before

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = folder / "log.txt"
        self._fatal: IO[str] | None = None
        self._known: set[str] = set()

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self._take
        threading.excepthook = lambda fault: self._take(fault.exc_type, fault.exc_value, fault.exc_traceback)
        with suppress(OSError):
            self.log.parent.mkdir(parents=True, exist_ok=True)
            self._fatal = self.log.with_name("fatal.txt").open("a", encoding="utf-8")
            faulthandler.enable(self._fatal)

    def remove(self) -> None:
        """As it was before."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if self._fatal is not None:
            faulthandler.disable()
            self._fatal.close()
            self._fatal = None

    def last(self) -> str:
        """The end of the log, "" where there is none."""
        with suppress(OSError):
            return self.log.read_text(encoding="utf-8", errors="replace").rpartition("\n\n\n")[2].strip()
        return ""

    def _take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        words = "".join(traceback.format_exception(kind, error, trace)).replace(str(Path.home()), "~")
        if sys.stderr is not None:
            sys.stderr.write(words)
        if words in self._known or len(self._known) >= _MOST:
            return
        self._known.add(words)
        report = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, {_versions()}\n{words}"
        with suppress(OSError):  # a full disk: it is told all the same
            self._write(report)
        self.happened.emit(report)

    def _write(self, report: str) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        is_long = self.log.exists() and self.log.stat().st_size > _LONGEST
        with self.log.open("w" if is_long else "a", encoding="utf-8", errors="replace") as file:
            file.write(f"\n\n\n{report}")


def _versions() -> str:
    return f"Counterpoint {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


class Session:
    """Which project is open in this process, in a file that an orderly end takes away and a crash leaves behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[str] | None = None

    def begin(self, project: Path) -> None:
        """This project is open now."""
        self.end()
        with suppress(OSError):  # the disk is full: then there is nothing to tell after a crash
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
            self._file = path.open("x", encoding="utf-8", errors="surrogateescape")
            _is_free(self._file)
            self._file.write(str(project.absolute()))
            self._file.flush()

    def end(self) -> None:
        """Nothing is open any more. May be called twice."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):
                Path(file.name).unlink(missing_ok=True)
            file.close()

    def unended(self) -> tuple[Path, ...]:
        """The projects of processes that have not come to an orderly end, the last one first; each is told once."""
        found: list[Path] = []
        with suppress(OSError):
            for path in sorted(self._folder.iterdir(), reverse=True):
                if (project := _left_behind(path)) is not None and project not in found:
                    found.append(project)
        return tuple(found)


def _left_behind(path: Path) -> Path | None:
    """The project that a file names whose process is gone, which takes the file away; None while it is alive."""
    with suppress(OSError), path.open("r+", encoding="utf-8", errors="surrogateescape") as file:
        if _is_free(file):
            name = file.read()
            path.unlink()
            return Path(name) if name else None
    return None


def _is_free(file: IO[str]) -> bool:
    """Locks the file for as long as it is open, whatever becomes of the process; whether nobody else had done so."""
    if sys.platform != "win32":  # there, an open file can't be deleted, which tells the same
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
