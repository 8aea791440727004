"""What there is to read about the program, each in a window of its own: the manual, and the licences."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from counterpoint.views.themes import SANS, Theme

if TYPE_CHECKING:
    from counterpoint.app.manuals import Chapter

_SIZE = (920, 680)  # pixels
_LIST = 230
_MARGIN = 24


class Book(QWidget):
    """Chapters at the left, the one that is read at the right, and above a field to find words in all of them."""

    def __init__(self, title: str, chapters: "Sequence[Chapter]", theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._window = parent
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{title} — Counterpoint")
        self._chapters = chapters
        self._theme = theme
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in all chapters: Enter goes on to the next place")
        self.field.setAccessibleName("Find words")
        self.field.setClearButtonEnabled(True)
        self.field.returnPressed.connect(self.find_next)
        self.said = QLabel(self)
        self.said.setObjectName("muted")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Chapters")
        self.list.setFixedWidth(_LIST)
        self.list.addItems([chapter.title for chapter in chapters])
        self.text = QTextBrowser(self)
        self.text.setAccessibleName("Chapter")
        self.text.setOpenLinks(False)  # they lead to the network
        self.text.document().setDocumentMargin(_MARGIN)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        for key, act in (("Esc", self.close), ("Ctrl+F", self.field.setFocus), ("F3", self.find_next)):
            QShortcut(QKeySequence(key), self, act)
        self.resize(*_SIZE)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.said)
        parts = QHBoxLayout()
        parts.addWidget(self.list)
        parts.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(top)
        column.addLayout(parts, 1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show(self.list.currentRow())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._window.activateWindow()  # not every system gives the keyboard back by itself

    def find_next(self) -> None:
        """The next place of the words, in this chapter or a later one, and from the last on in the first again."""
        words = self.field.text().strip()
        self.said.clear()
        if not words or self.text.find(words):
            return
        number, count = self.list.currentRow(), len(self._chapters)
        for place in (*range(number + 1, count), *range(number + 1)):
            self.list.setCurrentRow(place)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            if self.text.find(words):
                return
        self.list.setCurrentRow(number)
        self.said.setText("These words are in no chapter.")

    def _show(self, number: int) -> None:
        chapter = self._chapters[number]
        self.text.document().setDefaultStyleSheet(_style(self._theme))
        if chapter.is_plain:
            self.text.setPlainText(chapter.text)
        else:
            from markdown import markdown  # takes a while, and nobody waits for it before

            self.text.setHtml(markdown(chapter.text, extensions=["tables", "fenced_code", "sane_lists"]))


class Library(QObject):
    """The books of one window, each made when it is first wanted. `keys` are all keys by menu."""

    def __init__(
        self, keys: Callable[[], Mapping[str, Sequence[tuple[str, str]]]], theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._keys = keys
        self._window = window
        self._theme = theme
        self.manual: Book | None = None
        self.credits: Book | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for book in (self.manual, self.credits):
            if book is not None:
                book.set_theme(theme)

    def show_manual(self) -> None:
        if self.manual is None:
            from counterpoint.app.manuals import manual

            self.manual = self._made("Manual", manual(self._keys()))
        self._open(self.manual)

    def show_credits(self) -> None:
        if self.credits is None:
            from counterpoint.app.manuals import credits_

            self.credits = self._made("About and licences", credits_())
        self._open(self.credits)

    def close(self) -> None:
        """All of them, with the window."""
        for book in (self.manual, self.credits):
            if book is not None:
                book.close()

    def _made(self, title: str, chapters: "Sequence[Chapter]") -> Book:
        return Book(title, chapters, self._theme, self._window)

    def _open(self, book: Book) -> None:
        book.show()
        book.raise_()
        book.activateWindow()


def _style(theme: Theme) -> str:
    """Of the text; Qt knows this much of CSS."""
    ground = theme.tint(theme.ink, 0.07).name()
    return f"""
        h1 {{ font-size: 24px; font-weight: 600; margin-bottom: 10px; }}
        h2 {{ font-size: 18px; font-weight: 600; margin-top: 18px; margin-bottom: 6px; }}
        p, li {{ font-size: 15px; margin-bottom: 8px; line-height: 135%; }}
        td, th {{ font-size: 14px; padding: 3px 14px 3px 0; text-align: left; }}
        code {{ background-color: {ground}; font-family: "{SANS}"; font-weight: 600; }}
        pre {{ background-color: {ground}; font-size: 14px; }}
        a {{ color: {theme.match_ink}; }}
    """
