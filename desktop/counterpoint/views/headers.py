"""A column's header: what is known of its source, which is edited in place; drawing it moves the column."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role, Source
from counterpoint.views.header_forms import HeaderForm
from counterpoint.views.texts import ClippedLabel
from counterpoint.views.themes import SIGNS, Theme

HEADER = 100  # pixels, the same for every column, so that pages begin at one height


class Counts(QLabel):
    """Rich text on one line, or a shorter one where that has no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("counts")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = self._short = ""

    def set_words(self, whole: str, short: str) -> None:
        self._whole, self._short = whole, short
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self._whole)
        if self.sizeHint().width() > self.width():
            self.setText(self._short)


class Header(QFrame):
    """Letter, title, outlet, date and counts; a click on them opens the fields."""

    edited = Signal(object)  # what has changed, by the names of a source's particulars
    entered = Signal()
    menu_wanted = Signal(QPoint)
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
        self._counts = Counts(self)
        self._secret = QLabel("confidential", self)
        self._secret.setObjectName("secret")
        self.pin = QPushButton("Pin", self)
        self.pin.setObjectName("pin")
        self.pin.setCheckable(True)
        self.pin.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pin.clicked.connect(self.pin_wanted)
        self.form: HeaderForm | None = None  # while it is open
        self._held_at: QPoint | None = None
        self._is_carried = False
        self._lay_out()

    def _lay_out(self) -> None:
        self._shown = QWidget(self)
        words = QVBoxLayout(self._shown)
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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 9, 10, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._shown, 1)

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
        self._counts.set_words(*("&nbsp;&nbsp; ".join(words) for words in (shown, shown[:-1])))
        self._counts.setAccessibleName(", ".join(plain))
        self._counts.setToolTip(f"{claims} claims, {conflicts} conflicts, {matches} agreements")

    # Editing

    def edit(self, field: str = "title") -> None:
        """Opens the fields, and goes to one."""
        if self.form is None:
            self.form = HeaderForm(self._source, self)
            self.form.stored.connect(self._store)
            self.form.left.connect(self.leave)
            self._shown.hide()
            self._row.addWidget(self.form, 1)
            self.form.show()
        self.form.go_to(self.form.outlet if field == "outlet" else self.form.title)

    def leave(self) -> None:
        """Closes the fields, as if nothing had been written."""
        form, self.form = self.form, None
        if form is not None:
            focused = QApplication.focusWidget()
            if focused is not None and form.isAncestorOf(focused):
                focused.clearFocus()
            form.hide()
            form.deleteLater()
            self._shown.show()

    def _store(self, changes: dict[str, Any]) -> None:
        self.leave()
        if changes:
            self.edited.emit(changes)

    # Events

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.entered.emit()
        self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        if event.button() is Qt.MouseButton.LeftButton and self.form is None:
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
                self.edit()
            elif child is self._about:
                self.edit("outlet")


def _dress(widget: QWidget) -> None:
    """Has the style sheet look at a property again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
