"""The bar to find words in."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from counterpoint.views.finds import Finder
from counterpoint.views.walks import Walk


class FindBar(QFrame):
    """Non-modal: the hits are marked everywhere while it is open."""

    closed = Signal()

    def __init__(self, finder: Finder, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self._finder = finder
        self._walk = walk
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in sources, tags and notes")
        self.field.setAccessibleName("Find in sources, tags and notes")
        self.field.textEdited.connect(self._seek)
        self.field.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.filter = QPushButton("List only these", self)
        self.filter.setCheckable(True)
        self.filter.setToolTip("List only findings and facts with these words (Ctrl+Shift+F)")
        self.filter.toggled.connect(self._filter)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for words, name, by in (("‹", "Previous hit (Shift+F3)", -1), ("›", "Next hit (F3)", 1)):
            row.addWidget(self._button(words, name, partial(finder.step, by)))
        row.addWidget(self.filter)
        row.addWidget(self._button("×", "Close (Esc)", self.close_bar))
        finder.found.connect(self._tell)
        finder.moved.connect(self._tell)
        walk.filtered.connect(self._follow)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """With the words that are selected somewhere, or those of the last time."""
        if words:
            self.field.setText(words)
        self.resume()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def resume(self) -> None:
        """Opens it with the words of the last time, and leaves the caret where it is."""
        self.show()
        self._seek(self.field.text())

    def close_bar(self) -> None:
        """What it lists alone stays so, as the strip of filters says."""
        self.hide()
        self._finder.stop()
        self.closed.emit()

    def is_in_the_way(self, focused: QWidget | None) -> bool:
        """Whether Esc is for it: it is open, and no other field is being written in."""
        return self.isVisible() and (focused is self.field or not isinstance(focused, (QLineEdit, QPlainTextEdit)))

    def open_filter(self) -> None:
        """Lists only what has the words, also while they are typed."""
        self.open_bar()
        self.filter.setChecked(True)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter goes on, with Shift back."""
        if watched is not self.field or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter:
            self._finder.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return is_enter

    def _button(self, words: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName("step")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: act())
        return button

    def _seek(self, words: str) -> None:
        self._finder.seek(words)
        if self.filter.isChecked():
            self._filter(is_on=True)

    def _filter(self, is_on: bool) -> None:  # noqa: FBT001  # a slot
        self._walk.set_filter(replace(self._walk.filter, words=self.field.text().strip() if is_on else ""))

    def _follow(self) -> None:
        """The filter can be taken off elsewhere."""
        if not self._walk.filter.words and self.field.text().strip() and self.filter.isChecked():
            self.filter.setChecked(False)

    def _tell(self) -> None:
        hits, place = self._finder.hits, self._finder.place
        if not self._finder.words.strip():
            words = ""
        elif not hits:
            words = "Not found"
        else:
            words = f"{place + 1} of {len(hits)}" if place >= 0 else f"{len(hits)} found"
        self.count.setText(words)
        self.count.setAccessibleName(words)
