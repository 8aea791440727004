"""What keeps a project beside working on it: copies and backups of its file."""

from pathlib import Path

from counterpoint.errors import DamagedProject, UnwritableProject
from counterpoint.store.backups import Backup, Backups
from counterpoint.store.rescues import rescue
from counterpoint.store.stores import Store


class Keeping:
    """The verbs of a workspace for its file; `workspace.keeping`. None is a step of undo."""

    def __init__(self, store: Store) -> None:
        self._store = store

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

        If not, as where its drive has gone, it is made of what is in memory: without the originals, the steps of undo
        and what had been taken out.

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
