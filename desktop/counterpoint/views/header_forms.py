"""The fields of a column's header: title, outlet, date and confidentiality of a source, edited in place."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from counterpoint.app.dates import read_date, told
from counterpoint.engine.sources import Source
from counterpoint.errors import UnreadableDate

_ROOMY = 200  # pixels, with which there is room for a hint


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
        self.confidential = QCheckBox("Confidential", self)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._leaving.timeout.connect(self._store_if_left)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for field, name in ((self.title, "Title"), (self.outlet, "Outlet"), (self.published, "Date")):
            field.setObjectName("field")
            field.setPlaceholderText(name)
            field.setAccessibleName(f"{name} of the source")
            field.setToolTip("When it was published: 4 September 2025" if field is self.published else name)
            field.setMinimumWidth(40)
            field.returnPressed.connect(self.store)
            field.left_off.connect(self.left)
            field.installEventFilter(self)
        self.confidential.installEventFilter(self)
        last = QHBoxLayout()
        last.addWidget(self.confidential)
        last.addWidget(self.hint, 1)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.outlet, 1, 0)
        grid.addWidget(self.published, 1, 1)
        grid.addLayout(last, 2, 0, 1, 2)
        self.title.setText(source.title)
        self.outlet.setText(source.outlet)
        self.published.setText(told(source.published))
        self.confidential.setChecked(source.confidential)
        self._say("")

    def go_to(self, field: QLineEdit) -> None:
        """With all of it selected, and its beginning in view."""
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.setSelection(len(field.text()), -len(field.text()))

    def store(self) -> None:
        """Takes over what is in the fields, unless the date is none."""
        try:
            published = read_date(self.published.text())
        except UnreadableDate as error:
            self._say(str(error))
            self.published.setFocus()
        else:
            self.stored.emit(self._changes(published))

    def _changes(self, published: date | None) -> dict[str, Any]:
        typed = {
            "title": " ".join(self.title.text().split()),
            "outlet": " ".join(self.outlet.text().split()),
            "published": published,
            "confidential": self.confidential.isChecked(),
        }
        return {name: value for name, value in typed.items() if getattr(self._source, name) != value}

    def _say(self, sentence: str) -> None:
        is_roomy = self._within.width() > _ROOMY
        self.hint.setText("Not a date" if sentence else "Enter stores" if is_roomy else "")
        self.hint.setToolTip(sentence)
        self.hint.setAccessibleName(sentence)
        for widget in (self.hint, self.published):
            widget.setProperty("wrong", bool(sentence))
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
