"""Asks before something is purged, and tells afterwards where else it still is."""

from collections.abc import Collection

from counterpoint.app.workspaces import Workspace
from counterpoint.engine.sources import SourceId
from counterpoint.errors import CounterpointError
from counterpoint.store.annotations import NoteId
from counterpoint.store.backups import Backup, Backups
from counterpoint.store.homes import Target
from counterpoint.views.bars import MessageBar
from counterpoint.writers.phrases import counted

_FOR_GOOD = "It can't be undone, nor can anything that was done before."


class Purging:
    """Says what would go, in the message bar, and does it when the button there is pressed."""

    def __init__(self, message: MessageBar, backups: Backups) -> None:
        self._message = message
        self._backups = backups

    def ask_for_source(self, workspace: Workspace, source: SourceId) -> None:
        """A source, with all that is on it."""
        title = workspace.source(source).title or "this source"
        words = f"“{title}” and every verdict, tag and note on it would be gone from the project, its history and undo."
        self._ask(workspace, words, sources=[source])

    def ask_for_taken_out(self, workspace: Workspace) -> None:
        """Sources that are not shown any more."""
        sources = workspace.keeping.taken_out
        if not sources:
            self._message.say(("No source has been taken out of this project.",))
            return
        titles = ", ".join(f"“{workspace.source(source).title}”" for source in sources)
        words = f"{counted(len(sources), 'source')} that you had taken out would be gone for good, with all on them"
        self._ask(workspace, f"{words}: {titles}.", sources=sources)

    def ask_for_notes(self, workspace: Workspace, target: Target | None) -> None:
        """The notes on a thing, and those that were on it."""
        try:
            notes = workspace.keeping.notes_ever_on(target) if target is not None else ()
        except CounterpointError as error:
            self._message.say((str(error),))
            return
        if not notes:
            self._message.say(("There is no note on what is shown, and there never was.",))
            return
        words = (
            f"{counted(len(notes), 'note')} on this, removed ones included, would be gone from history and undo, too."
        )
        self._ask(workspace, words, notes=notes)

    def _ask(
        self, workspace: Workspace, words: str, sources: Collection[SourceId] = (), notes: Collection[NoteId] = ()
    ) -> None:
        self._message.say((words, _FOR_GOOD), "Purge", lambda: self._purge(workspace, sources, notes))

    def _purge(self, workspace: Workspace, sources: Collection[SourceId], notes: Collection[NoteId]) -> None:
        try:
            workspace.keeping.purge(sources, notes)
        except CounterpointError as error:
            self._message.say((str(error),))
            return
        kept = self._backups.of(workspace.path)
        if not kept:
            self._message.say(("It is purged. There are no backups of this project.",))
            return
        words = f"It is purged. {counted(len(kept), 'backup')} of this project may still hold it: {_dates(kept)}."
        self._message.say((words,), "Delete these backups", lambda: self._delete(kept))

    def _delete(self, backups: Collection[Backup]) -> None:
        try:
            self._backups.remove(backups)
        except CounterpointError as error:
            self._message.say((str(error),))


def _dates(backups: Collection[Backup]) -> str:
    days = dict.fromkeys(f"{backup.made.astimezone():%d %b %Y}" for backup in backups)
    return ", ".join(days)
