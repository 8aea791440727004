"""The system's own dialogs for choosing files."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from counterpoint.store.files import SUFFIX

_TEXTS = "Texts (*.txt *.md *.markdown *.text *.html *.htm *.docx *.odt *.pdf);;All files (*)"
_PROJECTS = f"Counterpoint projects (*{SUFFIX})"
_OPENED = f"Projects (*{SUFFIX} *.qdpx)"


class Dialogs(Protocol):
    """What asks a person for files."""

    def texts(self, parent: QWidget, title: str) -> list[Path]: ...
    def project(self, parent: QWidget) -> Path | None: ...
    def report(self, parent: QWidget, suggested: str, kind: str) -> Path | None: ...
    def place(self, parent: QWidget, title: str, suggested: str) -> Path | None: ...


class NativeDialogs:
    """Asks with the system's dialogs. None or nothing where the person changes their mind."""

    def texts(self, parent: QWidget, title: str) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(parent, title, "", _TEXTS)
        return [Path(name) for name in names]

    def project(self, parent: QWidget) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(parent, "Open a project", "", _OPENED)
        return Path(name) if name else None

    def report(self, parent: QWidget, suggested: str, kind: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(parent, "Export", suggested, kind)  # a pack's is that of a new folder
        return Path(name) if name else None

    def place(self, parent: QWidget, title: str, suggested: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(parent, title, suggested, _PROJECTS)
        return Path(name).with_suffix(SUFFIX) if name else None
