"""The notes on what is looked at: fields that store while you type."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from counterpoint.app.workspaces import Workspace
from counterpoint.store.annotations import Note, NoteId
from counterpoint.store.homes import Target

PAUSE = 600  # milliseconds without a key after which what was typed is stored


class NoteField(QPlainTextEdit):
    """One note in Markdown, as high as its words."""

    written = Signal()  # the words are to be stored
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note: NoteId | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.written)
        self.textChanged.connect(self._grow)
        self.document().contentsChange.connect(self._typed)
        self._is_quiet = False
        self._grow()

    def words(self) -> str:
        """As typed. A person types it here, so that what Qt makes of rare characters is what was seen."""
        return self.toPlainText().strip()

    def show_words(self, words: str) -> None:
        """Replaces the words without storing them, where they are not the same already."""
        if words != self.words():
            self._is_quiet = True
            self.setPlainText(words)
            self._is_quiet = False

    def store(self) -> None:
        """At once."""
        self._pause.stop()
        self.written.emit()

    def _typed(self) -> None:
        if not self._is_quiet:
            self._pause.start()

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        margins = 2 * round(self.document().documentMargin()) + 2 * self.frameWidth() + 8
        self.setFixedHeight(min(14, lines) * self.fontMetrics().lineSpacing() + margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.store()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter leaves the field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.clearFocus()
                return True
        return super().event(event)


class Notes(QFrame):
    """Notes of one target, and an empty field for another."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes")
        self._workspace = workspace
        self._target: Target | None = None
        self._fields: dict[NoteId, NoteField] = {}
        self._is_making = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.new = NoteField("Add a note", self)
        self.new.setPlaceholderText("Add a note …   N")
        self.new.written.connect(self._add)
        self.new.left.connect(self._settle)
        self._column.addWidget(self.new)

    def set_target(self, target: Target | None) -> None:
        """Shows the notes on it now; what was typed on the last one is stored before."""
        if target != self._target:
            for field in (*self._fields.values(), self.new):
                if field.hasFocus():
                    field.clearFocus()
            self._target = target
            self.new.note = None
            self.new.show_words("")
        self._renew()

    def _renew(self) -> None:
        if self._is_making:
            return
        notes = self._workspace.notes_on(self._target) if self._target is not None else ()
        known = {note.id: note for note in notes}
        if self.new.note is not None and self.new.note not in known:
            self.new.note = None  # undone while it was being written
            self.new.show_words("")
        for gone in self._fields.keys() - known.keys():
            field = self._fields.pop(gone)
            field.hide()
            field.deleteLater()
        for note in notes:
            field = self.new if note.id == self.new.note else self._fields.get(note.id)
            if field is None:
                self._insert(note)
            elif not field.hasFocus():
                field.show_words(note.body)

    def _insert(self, note: Note) -> None:
        field = NoteField("Note", self)
        field.note = note.id
        field.show_words(note.body)
        field.written.connect(lambda: self._edit(field))
        self._fields[note.id] = field
        self._column.insertWidget(self._column.count() - 1, field)
        field.show()

    def _add(self) -> None:
        words = self.new.words()
        if self.new.note is not None:
            self._edit(self.new)
        elif words and self._target is not None:
            self._is_making = True
            made = self._workspace.add_note(self._target, words)
            self._is_making = False
            if any(note.id == made for note in self._workspace.notes):  # else it failed, and the words stay typed
                self.new.note = made

    def _edit(self, field: NoteField) -> None:
        note = next((each for each in self._workspace.notes if each.id == field.note), None)
        if note is None or field.words() == note.body:
            return
        if field.words():
            self._workspace.edit_note(note.id, body=field.words(), joins=True)
        else:
            self._workspace.remove_note(note.id)

    def _settle(self) -> None:
        """What was a new note is now one among the others, and the field is empty again."""
        if self.new.note is not None:
            self.new.note = None
            self.new.show_words("")
            self._renew()
