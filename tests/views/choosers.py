"""A person at the system's dialogs."""

from pathlib import Path

from PySide6.QtWidgets import QWidget


class Chooser:
    """In place of the system's dialogs: chooses what it was told to."""

    def __init__(self) -> None:
        self.chosen: list[Path] = []

    def texts(self, parent: QWidget, title: str) -> list[Path]:
        return self.chosen

    def project(self, parent: QWidget) -> Path | None:
        return self.chosen[0] if self.chosen else None

    def report(self, parent: QWidget, suggested: str, kind: str) -> Path | None:
        return self.chosen[0] if self.chosen else None

    def place(self, parent: QWidget, title: str, suggested: str) -> Path | None:
        return self.chosen[0] if self.chosen else None
