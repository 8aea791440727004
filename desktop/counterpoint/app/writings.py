"""Documents made in the background, one after the other; only the last that was asked for is told of."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal

from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.formats import FORMATS, Document, Format
from counterpoint.writers.previews import preview


@dataclass(frozen=True, slots=True)
class Written:
    """A document, and the words in it for somebody to look at."""

    form: Format
    document: Document
    preview: str


class Writing(QObject):
    """Writes in a thread: values in, a value out. A newer request supersedes the older one, which is never answered."""

    finished = Signal(object)  # Written

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: _Thread | None = None
        self._threads: list[_Thread] = []

    def start(self, dossier: Dossier, form: Format) -> None:
        """Writes this, and nothing else any more."""
        thread = _Thread(dossier, form)
        thread.finished.connect(self._take)
        self._current = thread
        self._threads = [*(each for each in self._threads if each.isRunning()), thread]
        thread.start(QThread.Priority.LowPriority)

    def cancel(self) -> None:
        """What is being written is told to nobody."""
        self._current = None

    def close(self) -> None:
        """Waits until the last thread has ended."""
        self.cancel()
        for thread in self._threads:
            thread.wait()
        self._threads = []

    def _take(self) -> None:
        thread = self._current
        if thread is not None and thread.isFinished() and thread.written is not None:
            self._current = None
            self.finished.emit(thread.written)


class _Thread(QThread):
    """Not one of Python's: Qt's printing of text wants a thread that has timers."""

    def __init__(self, dossier: Dossier, form: Format) -> None:
        super().__init__()
        self._dossier = dossier
        self._form = form
        self.written: Written | None = None

    def run(self) -> None:
        document = self._form.write(self._dossier)
        shown = FORMATS[self._form.shown_as].write(self._dossier) if self._form.shown_as else document
        self.written = Written(self._form, document, preview(shown))
