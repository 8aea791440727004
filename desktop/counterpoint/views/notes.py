"""The notes on what is looked at: read as Markdown, stored while they are typed."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from counterpoint.app.workspaces import Workspace
from counterpoint.store.annotations import Note, NoteId
from counterpoint.store.homes import Target
from counterpoint.views.founds import Found
from counterpoint.writers.notes import note_html

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


class Preview(QLabel):
    """A note as it reads; a click, Enter or Space goes on writing it. Links are shown and lead nowhere."""

    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._words = ""
        self._found: Found | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setOpenExternalLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setToolTip("Click to go on writing")

    def show_words(self, words: str) -> None:
        self._words = words
        html = note_html(words)
        self.setText(self._found.marked(html) if self._found else html)
        self.setAccessibleName(f"Note: {words}. Press Enter to go on writing.")

    def set_found(self, found: Found | None) -> None:
        """Marks what is sought."""
        if found != self._found:
            self._found = found
            self.show_words(self._words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.edit_wanted.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)


class NoteCard(QFrame):
    """One note: as it reads, or the field to write it; beside it whether it is private, and a way to remove it."""

    removed = Signal()
    kept_private = Signal(bool)

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notecard")
        self.field = NoteField("Note", self)
        self.field.note = note.id
        self.preview = Preview(self)
        self.preview.edit_wanted.connect(self._edit)
        self.field.left.connect(self._read)
        self._when = QLabel(self)
        self._when.setObjectName("origin")
        self.private = QPushButton("Private", self)
        self.private.setObjectName("small")
        self.private.setCheckable(True)
        self.private.setToolTip("A private note stays in this project: no export holds it")
        self.private.toggled.connect(self.kept_private)
        self.remove = QPushButton("×", self)
        self.remove.setObjectName("small")
        self.remove.setAccessibleName("Remove this note")
        self.remove.setToolTip("Remove this note (can be undone)")
        self.remove.clicked.connect(self.removed)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(2)
        foot.addWidget(self._when, 1)
        foot.addWidget(self.private)
        foot.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 4, 2)
        column.setSpacing(0)
        column.addWidget(self.preview)
        column.addWidget(self.field)
        column.addLayout(foot)
        self.field.hide()
        self.show_note(note)

    def show_note(self, note: Note) -> None:
        """As it is stored now; what is being typed stays."""
        if not self.field.hasFocus():
            self.field.show_words(note.body)
        self.preview.show_words(note.body)
        with QSignalBlocker(self.private):
            self.private.setChecked(note.is_private)
        self.private.setAccessibleName("Private note" if note.is_private else "Keep this note private")
        self._when.setText(f"{note.changed.astimezone():%d %b %Y, %H:%M}")

    def _edit(self) -> None:
        self.preview.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self.field.hide()
        self.preview.show()


class Notes(QFrame):
    """Notes of one target, and an empty field for another."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes")
        self._workspace = workspace
        self._target: Target | None = None
        self._cards: dict[NoteId, NoteCard] = {}
        self._found: Found | None = None
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
            for field in (*(card.field for card in self._cards.values()), self.new):
                if field.hasFocus():
                    field.clearFocus()
            self._target = target
            self.new.note = None
            self.new.show_words("")
        self._renew()

    def set_found(self, found: Found | None) -> None:
        """Marks what is sought in all notes."""
        self._found = found
        for card in self._cards.values():
            card.preview.set_found(found)

    def _renew(self) -> None:
        if self._is_making:
            return
        notes = self._workspace.notes_on(self._target) if self._target is not None else ()
        known = {note.id: note for note in notes}
        if self.new.note is not None and self.new.note not in known:
            self.new.note = None  # undone while it was being written
            self.new.show_words("")
        for gone in self._cards.keys() - known.keys():
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for note in notes:
            if note.id in self._cards:
                self._cards[note.id].show_note(note)
            elif note.id != self.new.note:
                self._insert(note)
            elif not self.new.hasFocus():
                self.new.show_words(note.body)

    def _insert(self, note: Note) -> None:
        card = NoteCard(note, self)
        card.preview.set_found(self._found)
        card.field.written.connect(lambda: self._edit(card.field))
        card.kept_private.connect(lambda on: self._workspace.edit_note(note.id, is_private=on))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        card.removed.connect(lambda: self._workspace.remove_note(note.id))
        self._cards[note.id] = card
        self._column.insertWidget(self._column.count() - 1, card)
        card.show()

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
