"""The journalist's own text as a page that can be written in: its marks go with the words while one writes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextBrowser, QWidget

from counterpoint.engine.edits import Edit, edit_between, edited, kept, moved
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Source
from counterpoint.engine.texts import typed_text
from counterpoint.views.marks import Mark
from counterpoint.views.offsets import Offsets
from counterpoint.views.pages import Page
from counterpoint.views.places import Places
from counterpoint.views.themes import Theme
from counterpoint.views.typesettings import set_leading

_PAUSE = 400  # milliseconds without a key after which what was written is stored
#: Keys that are stored together at most: what one step of undo takes back.
_MOST = 120
_STAYS = frozenset(  # reasons to lose the focus after which one goes on writing
    (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
)


class DraftPage(Page):
    """The text of a draft. Double click or `begin` puts a caret in it; leaving it stores what was written."""

    written = Signal(object)  # the Edits of a while, in order
    placed = Signal(str)  # the id of the claim in which the caret rests
    switched = Signal(bool)  # whether it is written in

    _is_muted = False

    def __init__(self, source: Source, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        self._edits: list[Edit] = []
        self._stored = source.text
        super().__init__(source, theme, pixels, parent)
        self._pausing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pausing.timeout.connect(self._rest)
        self._tidying = QTimer(self, singleShot=True, interval=0)
        self._tidying.timeout.connect(self._tidy)
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._tell_place)
        self.document().contentsChange.connect(self._take)
        self.cursorPositionChanged.connect(self._move)
        self.setTabChangesFocus(True)

    # From outside

    @property
    def is_ahead(self) -> bool:
        """Whether something is written that is not stored yet."""
        return bool(self._edits)

    def begin(self) -> None:
        """A caret where one reads, or at the words that are looked at."""
        if self.is_writing:
            return
        self.is_writing = True
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocus()
        self.switched.emit(True)  # noqa: FBT003

    def leave(self) -> None:
        """Stores what was written, and is a page again."""
        self.flush()
        if self.is_writing:
            self.is_writing = False
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.deselect()
            self.switched.emit(False)  # noqa: FBT003

    def flush(self) -> None:
        """Tells what was written since it was last told."""
        self._pausing.stop()
        self._tidy()
        if self._edits:
            edits, self._edits = tuple(self._edits), []
            self.written.emit(edits)

    def put_caret(self, offset: int) -> None:
        """To a code point."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_qt(min(offset, len(self._source.text))))
        self.setTextCursor(cursor)

    def show_source(self, source: Source) -> None:
        """The text as it is stored now. What is being written stays, as it will be stored in a moment."""
        self._stored = source.text
        if self._edits:
            return
        edit = edit_between(self._source.text, source.text)
        if edit is None:
            self._source = source
            return
        caret = self._offsets.from_qt(self.textCursor().position())
        span = moved(Span(caret, caret + 1), f"{self._source.text}\n", edit)
        self._adopt(source, edit)
        self._write()
        self.put_caret(span.start if span else edit.start + len(edit.inserted))

    def set_noise(self, noise: tuple[Span, ...]) -> None:
        """Greys these; what is being written is greyed when it is stored."""
        if not self._edits:
            super().set_noise(noise)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Those on words that are just being written are left out."""
        super().set_marks(_moved_marks(marks, self._stored, self._edits) if self._edits else marks)
        if self.is_writing and not self._edits:
            self._placing.start()

    def set_caret(self, *, is_shown: bool) -> None:
        if not self.is_writing:
            super().set_caret(is_shown=is_shown)

    # What is written

    def _take(self, place: int, removed: int, added: int) -> None:  # noqa: ARG002
        """Qt has changed the text, and has not laid it out yet."""
        if self._is_muted:
            return
        before, after = self._source.text, typed_text(self._raw())
        edit = edit_between(before, after, near=self._offsets.from_qt(place))
        if edit is not None:
            self._edits.append(edit)
            self._adopt(replace(self._source, text=after, repairs=()), edit)
        self._tidying.start()
        if self._edits:
            self._pausing.start()

    def _adopt(self, source: Source, edit: Edit) -> None:
        """Another text, whose marks stand where their words do."""
        marks = _moved_marks(self._marks, self._source.text, (edit,))
        noise = (moved(span, self._source.text, edit) for span in self._noise)
        self._noise = tuple(span for span in noise if span is not None)
        self._source = source
        self._offsets = Offsets(source.text)
        self._places = Places(self.document(), self._offsets)
        self._marks = marks
        self._numbers = {mark.id: number for number, mark in enumerate(marks)}
        self._places.set_spans([mark.span for mark in marks])
        self._lanes = []

    def _tidy(self) -> None:
        """After Qt has laid it out: the text is canonical, its lines have their height."""
        self._tidying.stop()
        if self._raw() != self._source.text:  # a letter and its accent have become one
            before = self._raw()[: self._raw_caret()]
            self._write()
            self.put_caret(len(typed_text(before)))
        elif self._edits:
            self._quietly(lambda: set_leading(self.document(), self._pixels))
        self.marked.emit()
        if len(self._edits) >= _MOST:
            self.flush()

    def _raw(self) -> str:
        return self.document().toRawText().replace("\u2029", "\n")

    def _raw_caret(self) -> int:
        """In code points of what the widget has."""
        return Offsets(self._raw()).from_qt(self.textCursor().position())

    def _write(self) -> None:
        """Where the words are the same, only their look."""
        top = self.verticalScrollBar().value()
        self._quietly(super()._write)
        self.verticalScrollBar().setValue(top)

    def _quietly(self, act: Callable[[], object]) -> None:
        """What Qt changes meanwhile is no writing."""
        was, self._is_muted = self._is_muted, True
        try:
            act()
        finally:
            self._is_muted = was

    def _rest(self) -> None:
        self.flush()
        self._tell_place()

    def _move(self) -> None:
        if self.is_writing and not self._is_muted:
            self._pausing.start()

    def _tell_place(self) -> None:
        if not self.is_writing or self.textCursor().hasSelection():
            return
        numbers = self._places.at(self._offsets.from_qt(self.textCursor().position()))
        name = next((self._marks[n].id for n in numbers if self._marks[n].is_claim), "")
        if name:
            self.placed.emit(name)

    # Events

    def event(self, event: QEvent) -> bool:
        """While one writes, letters are text; what is told by other keys finds the text stored."""
        if not self.is_writing or event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            self.flush()
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()  # the project's undo, which knows the writing too
            return False
        return QTextBrowser.event(self, event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted words are only words."""
        if source.hasText():
            self.textCursor().insertText(typed_text(source.text()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_writing:
            QTextBrowser.mouseReleaseEvent(self, event)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.is_writing or event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        cursor = self.cursorForPosition(event.position().toPoint())
        self.begin()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _STAYS:
            self.flush()
        else:
            self.leave()


def _moved_marks(marks: Sequence[Mark], text: str, edits: Sequence[Edit]) -> tuple[Mark, ...]:
    """Those whose words are still the same, where these stand after the edits of a text."""
    after, found = edited(text, edits), list[Mark]()
    for mark in marks:
        span = kept(mark.span, text, after, edits)
        if span is not None:
            step = span.start - mark.span.start
            words = tuple(Span(word.start + step, word.end + step) for word in mark.words)
            found.append(replace(mark, span=span, words=words))
    return tuple(found)


def is_written_in(widget: QWidget) -> bool:
    """Whether keys are letters there."""
    return isinstance(widget, (QLineEdit, QPlainTextEdit)) or (isinstance(widget, DraftPage) and widget.is_writing)
