"""What keeps a project beside working on it: copies and backups of its file."""

from collections.abc import Callable, Collection
from pathlib import Path

from counterpoint.app.changes import Changes, Thing
from counterpoint.app.chronicles import notes_in
from counterpoint.app.states import State
from counterpoint.engine.sources import SourceId
from counterpoint.errors import DamagedProject, UnwritableProject
from counterpoint.store.annotations import NoteId
from counterpoint.store.backups import Backup, Backups
from counterpoint.store.homes import Target
from counterpoint.store.rescues import rescue
from counterpoint.store.stores import Store


class Keeping:
    """The verbs of a workspace for its file; `workspace.keeping`. None is a step of undo."""

    def __init__(
        self, store: Store, state: State, forget_steps: Callable[[], None], tell: Callable[[Changes], None]
    ) -> None:
        self._store = store
        self._state = state
        self._forget_steps = forget_steps
        self._tell = tell

    def notes_ever_on(self, target: Target) -> tuple[NoteId, ...]:
        """Those that are on it now, and those that were and can still be read in the history."""
        home = self._state.homes.home_of_target(target)
        notes = [note for deed in self._store.journal.deeds.all() for note in notes_in(deed)]
        notes += self._state.notes_on(target)
        return tuple(dict.fromkeys(note.id for note in notes if self._state.homes.home_of(note.subject) == home))

    @property
    def taken_out(self) -> tuple[SourceId, ...]:
        """Sources that are not shown any more, and are kept so that undo brings them back."""
        return self._store.shelf.taken_out()

    def purge(self, sources: Collection[SourceId] = (), notes: Collection[NoteId] = ()) -> None:
        """Takes these out of the file for good. Nothing that was done before can be undone any more.

        Raises:
            UnwritableProject: it can't be done; then nothing has been.
        """
        self._store.purge(sources, notes)
        self._forget_steps()
        self._tell(Changes(frozenset(Thing)))

    def save_copy(self, path: Path) -> None:
        """Copies the project as it is now.

        Raises:
            FileExistsError: something has that name.
            UnwritableProject: it can't be had there.
            DamagedProject: it is not what was written.
        """
        self._store.backup_to(path)

    def save_elsewhere(self, path: Path) -> bool:
        """Makes a project of what is shown, in a place where it can be written; whether the old file was read for it.

        If not, as where its drive has gone, it is made of what is in memory: without the originals, the history, the
        steps of undo, earlier texts of drafts and what had been taken out.

        Raises:
            FileExistsError: something has that name.
            UnwritableProject: it can't be had there either.
        """
        try:
            self._store.backup_to(path)
        except (UnwritableProject, DamagedProject):
            rescue(self._store, path)
            return False
        return True

    def back_up(self, backups: Backups) -> Backup | None:
        """Takes a backup, None where the last one has the same content; see `Backups.take`."""
        return self._store.back_up(backups)
