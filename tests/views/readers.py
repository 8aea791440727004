"""A person at the window: mouse, keys, and what can be seen."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.app.jobs import Analysis
from counterpoint.app.preferences import Preferences
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.sources import Role, SourceId
from counterpoint.store.shelves import Original
from counterpoint.views.columns import Column
from counterpoint.views.offsets import Offsets
from counterpoint.views.rooms import Room
from counterpoint.views.themes import load_fonts
from counterpoint.views.windows import Window
from tests.store.made import comparison, contents
from tests.store.made import source as made
from tests.views.choosers import Chooser

LONG = 60_000  # milliseconds for a comparison on a busy machine


class Reader:
    """Reads in a window whose preferences and projects lie in a folder."""

    def __init__(self, bot: QtBot, folder: Path) -> None:
        load_fonts()
        self.bot = bot
        self.folder = folder
        self.chooser = Chooser()
        self.window = self._opened()

    # The program

    def leave(self) -> None:
        """Closes the window, as at the end of a day."""
        self.window.close()
        QApplication.sendPostedEvents()
        QApplication.processEvents()

    def come_back(self) -> "Reader":
        self.leave()
        self.window = self._opened()
        return self

    def _opened(self) -> Window:
        preferences = Preferences(self.folder / "preferences.ini")
        window = Window(preferences, self.folder / "projects", self.chooser, Analysis())
        self.bot.addWidget(window)
        with self.bot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    @property
    def room(self) -> Room:
        assert self.window.room is not None
        return self.window.room

    @property
    def workspace(self) -> Workspace:
        return self.room.workspace

    @property
    def message(self) -> str:
        return self.window.message.words

    # Opening

    def open_made(self, *numbers: int) -> "Reader":
        """A project whose findings are made by hand, so that no comparison is waited for."""
        numbers = numbers or (0, 1, 2)
        workspace = Workspace.create(self.folder, contents(*numbers), "Flood")
        workspace.replace_analysis(comparison(*workspace.sources))
        path = workspace.path
        workspace.close()
        self.window.open_project(path)
        return self

    def open_texts(self, *texts: str) -> "Reader":
        """The same of these texts: a line that ends like a sentence is a claim, and goes with the next text's."""
        sources = [made(number, text=text) for number, text in enumerate(texts)]
        given = [(replace(each, confidential=False), Original(each.text.encode())) for each in sources]
        workspace = Workspace.create(self.folder, given, "Long")
        workspace.replace_analysis(comparison(*workspace.sources))
        path = workspace.path
        workspace.close()
        self.window.open_project(path)
        QApplication.processEvents()
        return self

    def open_recent(self) -> "Reader":
        buttons = self.window.start.findChildren(QPushButton, "recent")
        self.click(buttons[0])
        return self

    def wait(self) -> "Reader":
        """Until the comparison is there."""
        self.bot.waitUntil(lambda: self.workspace.is_analysed, timeout=LONG)
        return self

    def drop(self, *paths: Path) -> "Reader":
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place, none = QPoint(300, 300), Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted()
        dropping = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(self.window, dropping)
        QApplication.processEvents()
        return self

    def copy(self, words: str) -> "Reader":
        QGuiApplication.clipboard().setText(words)
        return self

    def choose(self, *paths: Path) -> "Reader":
        """What the next dialog will be told."""
        self.chooser.chosen = list(paths)
        return self

    # Keys and mouse

    def press(self, keys: str) -> "Reader":
        """A key, as a shortcut is written: "J", "Ctrl+Z"."""
        *modifiers, key = keys.split("+") if keys != "+" else ("+",)
        names = {
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
        }
        held = Qt.KeyboardModifier.NoModifier
        for name in modifiers:
            held |= names[name]
        codes = {
            "Esc": Qt.Key.Key_Escape, "Enter": Qt.Key.Key_Return, "?": Qt.Key.Key_Question, "Del": Qt.Key.Key_Delete,
        }  # fmt: skip
        code = codes.get(key) or getattr(Qt.Key, f"Key_{key}")
        QTest.keyClick(self._focused(), code, held)
        QApplication.processEvents()
        return self

    def type(self, words: str) -> "Reader":
        QTest.keyClicks(self._focused(), words)
        return self

    def click(self, widget: QWidget, place: QPoint | None = None) -> "Reader":
        point = place if place is not None else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        QApplication.processEvents()
        return self

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> "Reader":
        """Presses the button, moves in steps, lets go."""
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, left, none, start)
        for step in range(1, 5):
            place = QPointF(start + (end - start) * step / 4)
            moving = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), left, left, none)
            QApplication.sendEvent(widget, moving)
        QTest.mouseRelease(widget, left, none, end)
        QApplication.processEvents()
        return self

    def point(self, widget: QWidget, place: QPoint) -> "Reader":
        """Moves the pointer there, without a button."""
        none, at = Qt.KeyboardModifier.NoModifier, QPointF(place)
        button = Qt.MouseButton.NoButton
        QApplication.sendEvent(
            widget, QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), button, button, none)
        )
        QApplication.processEvents()
        return self

    def turn(self, widget: QWidget, notches: int, *, sideways: bool = False) -> "Reader":
        """Turns the wheel, downwards by positive numbers."""
        turn = QPoint(-120 * notches, 0) if sideways else QPoint(0, -120 * notches)
        place = QPointF(widget.rect().center())
        none, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        still = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, widget.mapToGlobal(place), QPoint(), turn, buttons, none, still, False)  # noqa: FBT003
        QApplication.sendEvent(widget, event)
        QApplication.processEvents()
        return self

    def select(self, words: str, letter: str = "") -> "Reader":
        """Clicks on words in a column."""
        column, at = self._found(words, letter)
        return self.click(column.page.viewport(), column.page.point_of(at + 1))

    def mark(self, words: str, letter: str = "") -> "Reader":
        """Draws the mouse over words in a column."""
        column, at = self._found(words, letter)
        ends = (column.page.cursorRect(self._cursor(column, offset)).center() for offset in (at, at + len(words)))
        return self.drag(column.page.viewport(), *ends)

    def _found(self, words: str, letter: str) -> tuple[Column, int]:
        for column in self.room.desk.columns:
            at = column.source.text.find(words)
            if at >= 0 and letter in ("", self._letter(column.source.id)):
                return column, at
        raise AssertionError(f"{words} is in no column in view")

    def _cursor(self, column: Column, offset: int) -> QTextCursor:
        cursor = QTextCursor(column.page.document())
        cursor.setPosition(Offsets(column.source.text).to_qt(offset))
        return cursor

    def click_ribbon(self) -> "Reader":
        """The first that is in view."""
        gutter = self.room.desk.gutters[0]
        _, ribbon = gutter.ribbons()[-1]
        middle = ribbon.at(gutter.width() / 2)
        from counterpoint.views.headers import HEADER

        return self.click(gutter, QPoint(gutter.width() // 2, round((middle.top + middle.bottom) / 2) + HEADER))

    def click_cell(self, row: int, column: int, *, twice: bool = False) -> "Reader":
        """A cell of the facts table."""
        view = self.room.table.view
        place = view.visualRect(self.room.table.model.index(row, column)).center()
        self.click(view.viewport(), place)
        if twice:
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
            QApplication.processEvents()
        return self

    def export(self, form: str = "Markdown") -> "Reader":
        """Opens the sheet of exports, chooses a format by its first letters, and saves."""
        self.press("Ctrl+E")
        sheet = self.window.exports
        assert sheet is not None
        rows = range(sheet.formats.count())
        row = next(row for row in rows if sheet.formats.item(row).text().startswith(form))
        while (step := row - sheet.formats.currentRow()) != 0:
            self.press("Down" if step > 0 else "Up")
        self.bot.waitUntil(lambda: sheet.saving.isEnabled() and sheet.is_written)
        return self.press("Enter")

    def add_tag(self, name: str) -> "Reader":
        return self.press("T").type(name).press("Enter")

    def add_note(self, words: str) -> "Reader":
        return self.press("N").type(words).press("Esc")

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    # What is seen

    @property
    def headline(self) -> str:
        """What the finding that is looked at is about."""
        finding = self.room.walk.current
        return " / ".join(finding.headline) if finding else ""

    @property
    def place(self) -> str:
        return self.room.inspector._progress.text()  # noqa: SLF001

    @property
    def verdict(self) -> str:
        """The name of the verdict's button that is down."""
        return next((ruling.value for ruling, b in self.room.inspector.buttons.items() if b.isChecked()), "")

    @property
    def facts(self) -> Sequence[str]:
        """The rows of the facts table, as a screen reader reads them: how each stands, and what is in its cells."""
        model, role = self.room.table.model, Qt.ItemDataRole.AccessibleTextRole
        return [
            f"{model.headerData(row, Qt.Orientation.Vertical, role)} | "
            + " | ".join(
                str(model.data(model.index(row, column), role)).split(": ", 1)[1]
                for column in range(model.columnCount())
            )
            for row in range(model.rowCount())
        ]

    @property
    def fact(self) -> str:
        """Where one stands in the facts table: row and column, counted from 1."""
        index = self.room.table.view.currentIndex()
        return f"{index.row() + 1}, {index.column() + 1}" if index.isValid() else ""

    @property
    def rulings(self) -> dict[str, str]:
        """Every verdict that is given, by what its finding is about."""
        everything = self.room.walk.everything
        return {" / ".join(finding.headline): finding.ruling.value for finding in everything if finding.ruling}

    @property
    def listed(self) -> Sequence[str]:
        """What the list of findings says of each, as a screen reader reads it."""
        model = self.room.list.view.model()
        return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]

    def find(self, words: str) -> "Reader":
        return self.press("Ctrl+F").type(words)

    @property
    def hits(self) -> Sequence[str]:
        """The list of hits, headings among them; nothing while it is not there."""
        view = self.room.hits.view
        model = view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if view.isVisible() else []

    @property
    def marked(self) -> dict[str, list[str]]:
        """The words that are marked as found in each source, by its letter; the one that is looked at in capitals."""
        found: dict[str, list[str]] = {}
        for source in self.workspace.sources:
            page = self.room.desk.column(source.id).page
            for selection in page.extraSelections():
                cursor, form = selection.cursor, selection.format  # pyright: ignore[reportAttributeAccessIssue]
                words = cursor.selectedText()
                words = words.upper() if form.fontUnderline() else words
                found.setdefault(self._letter(source.id), []).append(words)
        return found

    @property
    def chips(self) -> Sequence[str]:
        """The filters that are on."""
        strip = self.room.chips
        chips = strip.findChildren(QPushButton, "chip")
        return [chip.text().removesuffix("  ×") for chip in chips if chip.isVisible()]

    @property
    def toast(self) -> str:
        """What is told of what was just done."""
        QApplication.processEvents()
        return self.window.head.toast.words

    def menu(self, words: str) -> str:
        """The first entry of the menus that has these words, with its keys; "" where none can be chosen."""
        actions = [action for menu in self.window.head.menus.findChildren(QMenu) for action in menu.actions()]
        found = next((a for a in actions if a.isEnabled() and words in a.text().replace("&", "")), None)
        return f"{found.text().replace('&', '')} ({found.shortcut().toString()})" if found else ""

    def right_click(self, widget: QWidget, place: QPoint) -> "Reader":
        """What the window system sends for it."""
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, asked)
        QApplication.processEvents()
        return self

    def offered(self) -> dict[str, str]:
        """What the menu under the pointer offers, with its keys; it is closed."""
        menu = next(each for each in self.window.findChildren(QMenu) if each.isVisible())
        names = {action.text().replace("&", ""): action.shortcut().toString() for action in menu.actions()}
        menu.close()
        return names

    def filter(self, *path: str) -> "Reader":
        """Chooses in the menu of filters: "Tag", "Untagged"."""
        self.click(self.room.list.filter)
        menu = self.room.list.filter.menu_
        for name in path:
            action = next(a for a in menu.actions() if a.text().replace("&", "") == name)
            inner = action.menu()
            if isinstance(inner, QMenu):
                menu = inner
            else:
                action.trigger()
        self.room.list.filter.menu_.close()
        QApplication.processEvents()
        return self

    @property
    def tags(self) -> Sequence[str]:
        chips = self.room.inspector.tags.findChildren(QPushButton, "chip")
        return [chip.text().removesuffix("  ×") for chip in chips if not chip.isHidden()]

    @property
    def notes(self) -> Sequence[str]:
        from counterpoint.views.notes import NoteCard

        notes = self.room.inspector.notes
        fields = [*(card.field for card in notes.findChildren(NoteCard) if not card.isHidden()), notes.new]
        return [field.words() for field in fields if field.words()]

    @property
    def letters(self) -> str:
        """Of the columns in view."""
        return "".join(self._letter(column.source.id) for column in self.room.desk.columns)

    @property
    def drafts(self) -> int:
        return sum(source.role is Role.DRAFT for source in self.workspace.sources)

    def _letter(self, source: SourceId) -> str:
        return "ABCDEFGHIJ"[[each.id for each in self.workspace.sources].index(source)]
