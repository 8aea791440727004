"""Notes, as commands: see `commands`."""

from dataclasses import dataclass

from counterpoint.app.changes import Changes, Thing, changed
from counterpoint.store.annotations import Note
from counterpoint.store.stores import Store


@dataclass(frozen=True, slots=True)
class AddNote:
    """A new note."""

    note: Note

    @property
    def label(self) -> str:
        return "note"

    def do(self, store: Store) -> Changes:
        store.notebook.put_note(self.note)
        return changed(Thing.NOTES, of=[self.note.subject])

    def undo(self, store: Store) -> Changes:
        store.notebook.drop_note(self.note.id)
        return changed(Thing.NOTES, of=[self.note.subject])


@dataclass(frozen=True, slots=True)
class EditNote:
    """Another body of a note, or another privacy."""

    before: Note
    after: Note

    @property
    def label(self) -> str:
        return "change of a note"

    def do(self, store: Store) -> Changes:
        return AddNote(self.after).do(store)

    def undo(self, store: Store) -> Changes:
        return AddNote(self.before).do(store)


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """A note taken away."""

    note: Note

    @property
    def label(self) -> str:
        return "removal of a note"

    def do(self, store: Store) -> Changes:
        return AddNote(self.note).undo(store)

    def undo(self, store: Store) -> Changes:
        return AddNote(self.note).do(store)
