"""What one person likes on one computer, whatever the project: theme, text size, window, recent projects."""

from enum import StrEnum
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

MOST_RECENT = 8
SMALLEST, USUAL, LARGEST = 11, 16, 30  # the text's size in pixels


class View(StrEnum):
    """Ways to see a project."""

    COLUMNS = "columns"
    FACTS = "facts"


class Scrolling(StrEnum):
    """What the other columns do when one is scrolled."""

    OFF = "off"  # nothing
    TOGETHER = "together"  # they go the same share of their way
    PAIRED = "paired"  # they go to what they say of the same thing


class Preferences:
    """Kept in one file; a value that makes no sense counts as the usual one.

    `data` is the folder for what the program keeps by itself, backups and the log: beside the file, unless given.
    """

    def __init__(self, path: Path, data: Path | None = None) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        self.data = data or path.parent

    @property
    def theme(self) -> str:
        """The name of a theme: system, light or dark."""
        name = str(self._settings.value("theme", "system"))
        return name if name in {"system", "light", "dark"} else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def name(self) -> str:
        """What the person calls themselves, "" for the name that they are logged in by."""
        return str(self._settings.value("name", ""))

    @name.setter
    def name(self, name: str) -> None:
        self._settings.setValue("name", name)

    @property
    def text_size(self) -> int:
        value = str(self._settings.value("text_size", USUAL))
        return min(LARGEST, max(SMALLEST, int(value))) if value.isdecimal() else USUAL

    @text_size.setter
    def text_size(self, pixels: int) -> None:
        self._settings.setValue("text_size", min(LARGEST, max(SMALLEST, pixels)))

    @property
    def columns(self) -> int:
        """How many columns are in view; 0: as many as have room."""
        value = str(self._settings.value("columns", 0))
        return int(value) if value in {"0", "2", "3", "4", "5"} else 0

    @columns.setter
    def columns(self, number: int) -> None:
        self._settings.setValue("columns", number)

    @property
    def view(self) -> View:
        """How projects are seen."""
        name = str(self._settings.value("view", View.COLUMNS))
        return View(name) if name in set(View) else View.COLUMNS

    @view.setter
    def view(self, view: View) -> None:
        self._settings.setValue("view", view.value)

    @property
    def scrolling(self) -> Scrolling:
        name = str(self._settings.value("scrolling", Scrolling.PAIRED.value))
        return Scrolling(name) if name in set(Scrolling) else Scrolling.PAIRED

    @scrolling.setter
    def scrolling(self, mode: Scrolling) -> None:
        self._settings.setValue("scrolling", mode.value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Projects that were open, the last one first, as far as they are still there."""
        value: object = self._settings.value("recent", [])
        names = cast("list[object]", value) if isinstance(value, list) else [value]
        return tuple(path for name in names if name and (path := Path(str(name))).is_file())

    def remember(self, project: Path) -> None:
        """Puts a project first among the recent ones."""
        names = [str(path) for path in self.recent if path != project]
        self._settings.setValue("recent", [str(project), *names][:MOST_RECENT])

    def layout(self, name: str) -> QByteArray | None:
        """The stored place and size of a part of the window."""
        value = self._settings.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def set_layout(self, name: str, state: QByteArray) -> None:
        self._settings.setValue(f"layout/{name}", state)


def preferences_path() -> Path:
    """Where they lie."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder or Path.home()) / "counterpoint" / "preferences.ini"


def data_path() -> Path:
    """Where the program keeps backups and its log."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder or Path.home()) / "counterpoint"
