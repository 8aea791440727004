"""The fields of a column's header: title, outlet, date, author, address and confidentiality, edited in place."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from counterpoint.app.dates import read_date, told
from counterpoint.engine.sources import Source
from counterpoint.errors import CounterpointError, UnreadableAddress
from counterpoint.readers.documents import address

_ROOMY = 200  # pixels, with which there is room for the author and the address
_WIDE = 360  # and for a hint as well
_HINTS = {  # what each is for, where its name does not tell
    "Date": "When it was published: 4 September 2025",
    "Address": "Where it is on the web: https://…",
}


class Field(QLineEdit):
    """A line of the form. Esc leaves it to the form, not to the window."""

    left_off = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.left_off.emit()
                return True
        return super().event(event)


class HeaderForm(QWidget):
    """Enter stores, Esc leaves; going elsewhere stores too."""

    stored = Signal(object)  # what has changed, by the names of a source's particulars
    left = Signal()

    def __init__(self, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self._source = source
        self._within = parent
        self.title, self.outlet, self.published = Field(self), Field(self), Field(self)
        self.author, self.url = Field(self), Field(self)
        self.confidential = QCheckBox("Confidential", self)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._leaving.timeout.connect(self._store_if_left)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for field, name in (
            (self.title, "Title"),
            (self.outlet, "Outlet"),
            (self.published, "Date"),
            (self.author, "Author"),
            (self.url, "Address"),
        ):
            field.setObjectName("field")
            field.setPlaceholderText(name)
            field.setAccessibleName(f"{name} of the source")
            field.setToolTip(_HINTS.get(name, name))
            field.setMinimumWidth(40)
            field.returnPressed.connect(self.store)
            field.left_off.connect(self.left)
            field.installEventFilter(self)
        self.confidential.installEventFilter(self)
        for field in (self.author, self.url):
            field.setVisible(parent.width() > _ROOMY)
        last = QHBoxLayout()
        last.addWidget(self.url, 2)
        last.addWidget(self.confidential)
        last.addWidget(self.hint, 1)
        grid.addWidget(self.title, 0, 0, 1, 3)
        for column, field in enumerate((self.outlet, self.published, self.author)):
            grid.addWidget(field, 1, column)
        grid.addLayout(last, 2, 0, 1, 3)
        self.title.setText(source.title)
        self.outlet.setText(source.outlet)
        self.published.setText(told(source.published))
        self.author.setText(source.author)
        self.url.setText(source.url)
        for field in self.findChildren(Field):
            field.setCursorPosition(0)  # a long one shows its beginning
        self.confidential.setChecked(source.confidential)
        self._say("")

    def go_to(self, field: QLineEdit) -> None:
        """With all of it selected, and its beginning in view."""
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.setSelection(len(field.text()), -len(field.text()))

    def store(self) -> None:
        """Takes over what is in the fields, unless the date or the address is none."""
        field = self.published
        try:
            published = read_date(self.published.text())
            field = self.url
            url = _read_address(self.url.text(), self._source.url)
        except CounterpointError as error:
            self._say(str(error), field)
            field.setFocus()
        else:
            self.stored.emit(self._changes(published, url))

    def _changes(self, published: date | None, url: str) -> dict[str, Any]:
        typed = {
            "title": " ".join(self.title.text().split()),
            "outlet": " ".join(self.outlet.text().split()),
            "published": published,
            "author": " ".join(self.author.text().split()),
            "url": url,
            "confidential": self.confidential.isChecked(),
        }
        return {name: value for name, value in typed.items() if getattr(self._source, name) != value}

    def _say(self, sentence: str, wrong: Field | None = None) -> None:
        hint = "Enter stores" if self._within.width() > _WIDE else ""
        if wrong is not None:
            hint = "Not a date" if wrong is self.published else "Not an address"
        self.hint.setText(hint)
        self.hint.setToolTip(sentence)
        self.hint.setAccessibleName(sentence)
        for widget in (self.hint, self.published, self.url):
            widget.setProperty("wrong", wrong is not None and widget in (self.hint, wrong))
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _store_if_left(self) -> None:
        """Another window is not elsewhere."""
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and not self.isAncestorOf(focused):
            self.store()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() is QEvent.Type.FocusOut:
            self._leaving.start()
        return False


def _read_address(words: str, before: str) -> str:
    """An address of the web, also where it is typed without its beginning; what was there may stay as it is.

    Raises:
        UnreadableAddress: it is none.
    """
    line = words.strip()
    if line in ("", before):
        return line
    found = address(line) or (address(f"https://{line}") if "." in line and "://" not in line else "")
    if not found:
        raise UnreadableAddress(f"“{line}” is not an address of the web. Copy it from the browser: https://…")
    return found
