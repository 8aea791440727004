"""A column's header: what is known of its source, which is edited in place; drawing it moves the column."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from counterpoint.app.dates import read_date, told
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role, Source
from counterpoint.errors import UnreadableDate
from counterpoint.views.texts import ClippedLabel
from counterpoint.views.themes import SIGNS, Theme

_ROOMY = 260  # pixels, with which a header has room for a hint
HEADER = 100  # pixels, the same for every column, so that pages begin at one height


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


class Header(QFrame):
    """Letter, title, outlet, date and counts; a click on them opens the fields."""

    edited = Signal(object)  # what has changed, by the names of a source's particulars
    entered = Signal()
    pin_wanted = Signal()
    carried = Signal(QPoint)  # drawn to this place of the screen
    dropped = Signal(QPoint)

    def __init__(self, source: Source, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEADER)
        self._source = source
        self._theme = theme
        self._counts_shown: tuple[int, int, int] | None = None
        self._letter = QLabel(self)
        self._letter.setObjectName("letter")
        self._letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = ClippedLabel(2, "title", self)
        self._about = ClippedLabel(1, "about", self)
        self._counts = QLabel(self)
        self._counts.setObjectName("counts")
        self._counts.setTextFormat(Qt.TextFormat.RichText)
        self._counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._secret = QLabel("confidential", self)
        self._secret.setObjectName("secret")
        self.pin = QPushButton("Pin", self)
        self.pin.setObjectName("pin")
        self.pin.setCheckable(True)
        self.pin.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pin.clicked.connect(self.pin_wanted)
        self.title, self.outlet, self.published = Field(self), Field(self), Field(self)
        self.confidential = QCheckBox("Confidential", self)
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._held_at: QPoint | None = None
        self._is_carried = False
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._leaving.timeout.connect(self._leave_if_left)
        self._lay_out()

    def _lay_out(self) -> None:
        shown = QWidget(self)
        words = QVBoxLayout(shown)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        last = QHBoxLayout()
        last.setSpacing(6)
        last.addWidget(self._secret)
        last.addWidget(self._counts, 1)
        last.addWidget(self.pin)
        words.addWidget(self._title)
        words.addWidget(self._about)
        words.addStretch()
        words.addLayout(last)
        self._form = QWidget(self)
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for field, name in ((self.title, "Title"), (self.outlet, "Outlet"), (self.published, "Published")):
            field.setObjectName("field")
            field.setPlaceholderText(name)
            field.setAccessibleName(f"{name} of the source")
            field.setMinimumWidth(40)
            field.returnPressed.connect(self.store)
            field.left_off.connect(self.leave)
            field.installEventFilter(self)
        self.confidential.installEventFilter(self)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.outlet, 1, 0)
        grid.addWidget(self.published, 1, 1)
        last_row = QHBoxLayout()
        last_row.addWidget(self.confidential)
        last_row.addWidget(self._hint, 1)
        grid.addLayout(last_row, 2, 0, 1, 2)
        self._faces = QStackedLayout()
        self._faces.addWidget(shown)
        self._faces.addWidget(self._form)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 9, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._faces, 1)

    # What it shows

    def describe(self, source: Source, letter: str, about: str) -> None:
        """What is known of the source now."""
        self._source = source
        self._letter.setText(letter)
        self._title.set_words(source.title or "Untitled")
        self._about.set_words(about)
        self._secret.setVisible(source.confidential)
        is_draft = source.role is Role.DRAFT
        self.pin.setAccessibleName(f"Pin {letter}: it stays at the left")
        for widget in (self, self._letter):
            if widget.property("draft") != is_draft:
                widget.setProperty("draft", is_draft)
                _dress(widget)

    def count(self, claims: int, conflicts: int, matches: int) -> None:
        """How much is found in it."""
        if (claims, conflicts, matches) == self._counts_shown:
            return
        self._counts_shown = claims, conflicts, matches
        self._write_counts()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._write_counts()

    def set_pinned(self, *, is_pinned: bool) -> None:
        self.pin.setChecked(is_pinned)
        self.pin.setText("Pinned" if is_pinned else "Pin")
        self.pin.setToolTip("Let it go (P)" if is_pinned else "Keep it at the left while others come and go (P)")

    def set_active(self, *, is_active: bool) -> None:
        """Whether keys act on this column."""
        if self.property("active") != is_active:
            self.setProperty("active", is_active)
            _dress(self)

    @property
    def words(self) -> str:
        """All that it tells."""
        secret = "confidential" if self._source.confidential else ""
        parts = (self._letter.text(), self._title.accessibleName(), self._about.accessibleName())
        return " | ".join(filter(None, (*parts, self._counts.accessibleName(), secret)))

    def _write_counts(self) -> None:
        if self._counts_shown is None:
            return
        claims, conflicts, matches = self._counts_shown
        plain: list[str] = []
        shown: list[str] = []
        for kind, number in ((RelationKind.CONFLICT, conflicts), (RelationKind.MATCH, matches)):
            plain.append(f"{SIGNS[kind]} {number}")
            ink = self._theme.ink_of(kind)
            shown.append(f'<span style="color: {ink}; font-weight: 600">{SIGNS[kind]}&nbsp;{number}</span>')
        plain.append(f"{claims} claim{'' if claims == 1 else 's'}")
        shown.append(plain[-1].replace(" ", "&nbsp;"))
        self._counts.setText("&nbsp;&nbsp; ".join(shown))
        self._counts.setAccessibleName(", ".join(plain))
        self._counts.setToolTip(f"{claims} claims, {conflicts} conflicts, {matches} agreements")

    # Editing

    @property
    def is_editing(self) -> bool:
        return self._faces.currentIndex() == 1

    def edit(self, field: QLineEdit | None = None) -> None:
        """Opens the fields, and goes to one."""
        source = self._source
        self.title.setText(source.title)
        self.outlet.setText(source.outlet)
        self.published.setText(told(source.published))
        self.confidential.setChecked(source.confidential)
        self._say("")
        self._faces.setCurrentIndex(1)
        wanted = field or self.title
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        wanted.setSelection(len(wanted.text()), -len(wanted.text()))  # all of it, with its beginning in view

    def store(self) -> None:
        """Takes over what is in the fields, unless the date is none."""
        try:
            published = read_date(self.published.text())
        except UnreadableDate as error:
            self._say(str(error))
            self.published.setFocus()
            return
        changes = self._changes(published)
        self.leave()
        if changes:
            self.edited.emit(changes)

    def leave(self) -> None:
        """As it was."""
        if self.is_editing:
            focused = QApplication.focusWidget()
            self._faces.setCurrentIndex(0)
            if focused is not None and self.isAncestorOf(focused):
                focused.clearFocus()

    def _changes(self, published: date | None) -> dict[str, Any]:
        typed = {
            "title": " ".join(self.title.text().split()),
            "outlet": " ".join(self.outlet.text().split()),
            "published": published,
            "confidential": self.confidential.isChecked(),
        }
        return {name: value for name, value in typed.items() if getattr(self._source, name) != value}

    def _say(self, sentence: str) -> None:
        self._hint.setText("Not a date" if sentence else "Enter stores" if self.width() > _ROOMY else "")
        self._hint.setToolTip(sentence)
        self._hint.setAccessibleName(sentence)
        self._hint.setProperty("wrong", bool(sentence))
        self.published.setProperty("wrong", bool(sentence))
        for widget in (self._hint, self.published):
            _dress(widget)

    def _leave_if_left(self) -> None:
        """What was typed is stored when the reader goes elsewhere; another window is not elsewhere."""
        focused = QApplication.focusWidget()
        if self.is_editing and focused is not None and not self._form.isAncestorOf(focused):
            self.store()

    # Events

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() is QEvent.Type.FocusOut:
            self._leaving.start()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        if event.button() is Qt.MouseButton.LeftButton and not self.is_editing:
            self._held_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is None:
            return
        place = event.globalPosition().toPoint()
        if self._is_carried or (place - self._held_at).manhattanLength() >= QApplication.startDragDistance():
            self._is_carried = True
            self.carried.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_held, was_carried = self._held_at is not None, self._is_carried
        self._held_at, self._is_carried = None, False
        if was_carried:
            self.dropped.emit(event.globalPosition().toPoint())
        elif was_held:
            child = self.childAt(event.position().toPoint())
            if child is self._title:
                self.edit(self.title)
            elif child is self._about:
                self.edit(self.outlet)


def _dress(widget: QWidget) -> None:
    """Has the style sheet look at a property again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
