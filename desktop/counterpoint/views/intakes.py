"""How accounts come into the window: dialogs, the clipboard, and what is dropped on it."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from counterpoint.app.intakes import Arrival, from_copied, from_files
from counterpoint.engine.sources import Role
from counterpoint.errors import CounterpointError
from counterpoint.readers.clipboards import Copied
from counterpoint.readers.exchanges import SUFFIX as QDPX
from counterpoint.store.files import SUFFIX
from counterpoint.views.dialogs import Dialogs

# Where programs put the address of the page that words were copied from: Firefox, Chromium, and all on Windows.
_ADDRESSES = {"text/x-moz-url-priv": "utf-16-le", "chromium/x-source-url": "utf-8"}
_ON_WINDOWS = 'application/x-qt-windows-mime;value="HTML Format"'
_SOURCE_URL = re.compile(rb"^SourceURL:(\S+)", re.MULTILINE)


class Intake(QObject):
    """Reads what a person brings. What can't be read is told by `failed`, in a whole sentence."""

    began = Signal(object)  # an Arrival, for a new project
    arrived = Signal(object)  # an Arrival, for the open project, or a new one where none is open
    found_project = Signal(object)  # the path of a project to open
    failed = Signal(str)

    def __init__(self, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._dialogs = dialogs
        self._window = window

    def choose_new(self) -> None:
        """Files for a new project."""
        if paths := self._dialogs.texts(self._window, "Choose the accounts to compare"):
            self.began.emit(from_files(paths))

    def choose_sources(self) -> None:
        """More files for the open one."""
        self._choose("Choose more accounts", Role.SOURCE)

    def choose_draft(self) -> None:
        self._choose("Choose your draft", Role.DRAFT)

    def choose_project(self) -> None:
        path = self._dialogs.project(self._window)
        if path is not None:
            self.found_project.emit(path)

    def paste_new(self) -> None:
        """What has been copied, as a new project."""
        arrival = self._read(_copied(QGuiApplication.clipboard().mimeData()), Role.SOURCE)
        if arrival is not None:
            self.began.emit(arrival)

    def paste_source(self) -> None:
        self._take(_copied(QGuiApplication.clipboard().mimeData()))

    def paste_draft(self) -> None:
        self._take(_copied(QGuiApplication.clipboard().mimeData()), Role.DRAFT)

    def take_files(self, paths: Sequence[Path]) -> None:
        """A project is opened; other files are accounts."""
        projects = [path for path in paths if path.suffix.lower() in (SUFFIX, QDPX)]
        if projects:
            self.found_project.emit(projects[0])
        elif paths:
            self.arrived.emit(from_files(paths))

    def take_dropped(self, data: QMimeData) -> None:
        """In the next turn of the loop: the other program waits for the drop to end."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        copied = _copied(data)
        if paths:
            QTimer.singleShot(0, self, lambda: self.take_files(paths))
        elif data.hasText():
            QTimer.singleShot(0, self, lambda: self._take(copied))

    def _choose(self, title: str, role: Role) -> None:
        if paths := self._dialogs.texts(self._window, title):
            self.arrived.emit(from_files(paths, role))

    def _take(self, copied: Copied, role: Role = Role.SOURCE) -> None:
        arrival = self._read(copied, role)
        if arrival is not None:
            self.arrived.emit(arrival)

    def _read(self, copied: Copied, role: Role) -> Arrival | None:
        try:
            return Arrival(from_copied(copied, role))
        except CounterpointError as error:
            self.failed.emit(str(error))
            return None


def _copied(data: QMimeData) -> Copied:
    return Copied(data.text(), data.html() if data.hasHtml() else "", _address(data))


def _address(data: QMimeData) -> str:
    """The address of the page that the words are from, "" where the program does not tell."""
    for form, encoding in _ADDRESSES.items():
        if data.hasFormat(form):
            return bytes(data.data(form).data()).decode(encoding, "replace").strip("\0\r\n ")
    found = _SOURCE_URL.search(bytes(data.data(_ON_WINDOWS).data()), 0, 5000)
    return found[1].decode("utf-8", "replace") if found else ""
