"""What keeps a project beside working on it: copies and backups of its file."""

from pathlib import Path

from counterpoint.store.backups import Backup, Backups
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

    def back_up(self, backups: Backups) -> Backup | None:
        """Takes a backup, None where the last one has the same content; see `Backups.take`."""
        return self._store.back_up(backups)
