"""A project's store: the one door to its file."""

import json
from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from counterpoint.engine.sources import SourceId
from counterpoint.errors import CounterpointError, UnreadableProject
from counterpoint.store.analyses import Analysis
from counterpoint.store.annotations import NoteId
from counterpoint.store.backups import Backup, Backups
from counterpoint.store.files import APPLICATION_ID, ProjectFile, check_content, check_tables, copy, reserve, tidy
from counterpoint.store.forms import read_json
from counterpoint.store.journals import Journal
from counterpoint.store.notebooks import Notebook
from counterpoint.store.purges import purge
from counterpoint.store.revisions import Revisions
from counterpoint.store.shelves import Shelf
from counterpoint.store.tables import Row, Tables
from counterpoint.sweeps import without_sweeps

if TYPE_CHECKING:
    from sqlite_utils import Migrations


def _copied(known: Mapping[str, Any]) -> dict[str, Any]:
    """The values by name, dictionaries as they are now."""
    return {
        name: dict(cast("Mapping[Any, Any]", value)) if isinstance(value, dict) else value
        for name, value in known.items()
    }


def _read_setting(row: Row) -> object:
    """None for what makes no sense: it is only layout."""
    try:
        return read_json(row["value"])
    except ValueError:
        return None


class Store:
    """An open project. It belongs to the thread that opened it.

    `shelf` has the sources, `analysis` what the engine found, `notebook` what a person added, `revisions` the texts
    that drafts had, `journal` the steps of undo. Every method that writes is a transaction of its own; `atomic` makes
    several one. A fault of the disk is raised as UnwritableProject, and then nothing of the transaction has happened.
    """

    def __init__(self, file: ProjectFile) -> None:
        """Use `create` or `open`."""
        self._file = file
        self._tables = Tables(file.connection, file.path.name)
        self._tables.on_begin = self._remember
        self._tables.on_rollback = self._go_back
        self.shelf = Shelf(self._tables)
        self.analysis = Analysis(self._tables, self.shelf.sources)
        self.notebook = Notebook(self._tables, self.shelf.order)
        self.revisions = Revisions(self._tables)
        self.journal = Journal(self._tables)
        self._title: str | None = None
        self._settings: dict[str, object] | None = None
        self._remembered: list[tuple[object, dict[str, Any]]] = []

    @classmethod
    def create(cls, path: Path, title: str = "") -> Self:
        """A new project.

        Raises:
            FileExistsError: something has that name.
            UnwritableProject: no file can be made there.
        """
        reserve(path)
        try:
            store = cls(ProjectFile(path))
        except BaseException:
            path.unlink()
            raise
        try:
            with store.atomic():
                store._make(title)
        except BaseException:
            store.close()
            path.unlink()
            raise
        return store

    @classmethod
    def open(cls, path: Path, backups: Backups | None = None, migrations: "Migrations | None" = None) -> Self:
        """The project at the path. One of an older form is copied to the `backups`, if given, and brought up.

        Raises:
            UnreadableProject: there is no file, or it is no project.
            NewerProject: it was changed by a newer program.
            DamagedProject: what is in it is not what was written.
            UnwritableProject: it can't be changed where it is.
            BusyProject: it is open in another window.
        """
        return cls._checked(ProjectFile(path), backups, migrations)

    @classmethod
    def read(cls, path: Path) -> Self:
        """What is in the project at the path now: nothing that is done to it reaches the file.

        Raises:
            UnreadableProject: there is no file, or it is no project.
            NewerProject: it was changed by a newer program.
            DamagedProject: what is in it is not what was written.
        """
        from counterpoint.store.snapshots import Snapshot

        return cls._checked(Snapshot(path))

    @classmethod
    def _checked(
        cls, file: ProjectFile, backups: Backups | None = None, migrations: "Migrations | None" = None
    ) -> Self:
        store = cls(file)
        try:
            store._bring_up(backups, migrations)
            with without_sweeps():
                store.check()
        except BaseException:
            store.close()
            raise
        return store

    @property
    def path(self) -> Path:
        return self._file.path

    def close(self) -> None:
        """Nothing is left beside the file. May be called twice."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def atomic(self) -> Generator[None]:
        """All that is done inside is stored together when it ends, or nothing is; may be nested."""
        with self._tables.atomic():
            yield

    def title(self) -> str:
        if self._title is None:
            self._title = str(self._tables.row("project")["title"])
        return self._title

    def set_title(self, title: str) -> None:
        row = self._tables.row("project")
        self._tables.put("project", [{**row, "title": title}])
        self._title = None

    def settings(self) -> Mapping[str, object]:
        """Layout and the like: whatever JSON can hold, by name. No undo."""
        if self._settings is None:
            self._settings = {str(row["name"]): _read_setting(row) for row in self._tables.rows("setting")}
        return self._settings

    def set_setting(self, name: str, value: object) -> None:
        self._tables.put("setting", [{"name": name, "value": json.dumps(value)}])
        self._settings = None

    def move_to(self, path: Path) -> None:
        """Gives the file another name.

        Raises:
            FileExistsError: something has that name.
            UnwritableProject: it can't be had there; the project stays open where it is.
        """
        try:
            self._file.move_to(path)
        finally:
            self._tables.connect(self._file.connection, self._file.path.name)

    def backup_to(self, path: Path) -> None:
        """Copies the project, whole or not at all.

        Raises:
            FileExistsError: something has that name.
            UnwritableProject: it can't be had there.
        """
        copy(self._file.connection, path)

    def back_up(self, backups: Backups, why: str = "") -> Backup | None:
        """Takes a backup, None where the last one has the same content; see `Backups.take`."""
        return backups.take(self.path, self._tables.digest(), self.backup_to, why)

    def purge(self, sources: Collection[SourceId] = (), notes: Collection[NoteId] = ()) -> None:
        """Takes these out for good; see `purges.purge`."""
        purge(self._tables, sources, notes)
        self._forget_all()

    def check(self) -> None:
        """Reads all but the originals.

        Raises:
            DamagedProject: something is not as it was written. (The analysis may be: it can be made anew.)
        """
        self.title()
        self.settings()
        self.shelf.sources()
        self.notebook.read()

    def _remember(self) -> None:
        """What is in memory before a transaction, so that it outlives the file."""
        parts = self, self.shelf, self.analysis, self.notebook
        self._remembered = [(part, _copied(vars(part))) for part in parts]

    def _go_back(self, is_whole: bool) -> None:  # noqa: FBT001
        """After a rollback: what is in the file, or where that can't be read any more, what was known before."""
        self._forget_all()
        if is_whole:
            try:
                self.check()
            except CounterpointError:
                for part, known in self._remembered:
                    vars(part).update(known)
        self._remembered = []

    def _forget_all(self) -> None:
        self._title = self._settings = None
        self.shelf.forget()
        self.analysis.forget()
        self.notebook.forget()
        self.journal.deeds.forget()

    def _make(self, title: str) -> None:
        from counterpoint.store.migrations import latest, migrations

        self._tables.migrate(migrations, APPLICATION_ID, latest(migrations))
        self._tables.put("project", [{"id": 1, "title": title, "position": 0}])

    def _bring_up(self, backups: Backups | None, wanted: "Migrations | None") -> None:
        from counterpoint.store.migrations import latest, migrations, schema_of

        steps = wanted or migrations
        own = check_content(self._file.connection, latest(steps), self.path.name)
        if own == 0:
            raise UnreadableProject(f"{self.path.name} is empty: there is no project in it.")
        check_tables(self._file.connection, schema_of(steps, own), self.path.name)
        tidy(self._file.connection, self.path)
        if own == latest(steps):
            return
        if backups is not None:
            self.back_up(backups, f"form {own}")
        with self.atomic():
            self._tables.migrate(steps, APPLICATION_ID, latest(steps))
            check_tables(self._file.connection, schema_of(steps, latest(steps)), self.path.name)
