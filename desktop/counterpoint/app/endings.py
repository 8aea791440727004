"""The wish of a terminal or of the system that the program ends, told on the GUI thread."""

import os
import signal
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Ending(QObject):
    """Ctrl+C in the terminal, `kill`, the end of a session: `wanted`, in place of an end without a goodbye.

    Qt waits outside Python, where no handler of Python's runs: the signal writes a byte, and Qt wakes to read it.
    """

    wanted = Signal()

    def install(self) -> None:
        """From now on, for as long as the process lives. Nothing on Windows, which has no such signals."""
        if sys.platform == "win32":
            return
        self._read, write = os.pipe()
        for end in (self._read, write):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:  # started by nohup: it stays
                signal.signal(number, _leave_to_the_byte)

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._read, 64)
        self.wanted.emit()


def _leave_to_the_byte(number: int, frame: object) -> None:
    """In place of what a signal does by itself."""
