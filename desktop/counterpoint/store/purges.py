"""Takes a source or a note out of a project for good: from the tables, the steps of undo, the history, free pages."""

from collections.abc import Collection, Sequence
from contextlib import suppress

from counterpoint.engine.sources import SourceId
from counterpoint.errors import CounterpointError
from counterpoint.store.annotations import NoteId
from counterpoint.store.tables import Name, Tables

_ON_SUBJECTS: Sequence[Name] = ("note", "tagging", "verdict", "status", "own_claim", "own_relation")


def purge(tables: Tables, sources: Collection[SourceId] = (), notes: Collection[NoteId] = ()) -> None:
    """Leaves nothing of these in the file but who did something to them, and when; nothing before can be undone.

    What sits on a purged source goes with it, on whatever else it sits as well. The analysis goes if a source goes, for
    it quotes it. SQLite overwrites what it deletes; what a disk keeps of a file's old journal is not in our hands.

    Raises:
        UnwritableProject: it can't be done; then nothing has been.
    """
    with tables.atomic():
        tables.drop("step", "1")
        (project,) = tables.rows("project")
        tables.put("project", [{**project, "position": 0}])
        _silence(tables, {*sources, *notes})
        for note in notes:
            tables.drop("note", "id = ?", (note,))
        for source in sources:
            for table in _ON_SUBJECTS:
                tables.drop(table, "subject in (select subject from anchor where source = ?)", (source,))
            tables.drop("subject", "key in (select subject from anchor where source = ?)", (source,))
        if sources:
            tables.drop("comparison", "1")
            tables.drop("account", "1")
        for source in sources:
            tables.drop("source", "id = ?", (source,))
        tables.drop("subject", " and ".join(f"key not in (select subject from {table})" for table in _ON_SUBJECTS))  # noqa: S608
    with suppress(CounterpointError):  # without room the file stays as long as it was; what was in it is overwritten
        tables.vacuum()


def _silence(tables: Tables, ids: Collection[str]) -> None:
    """Deeds that name one of these keep only who and when."""
    rows = [row for row in tables.rows("deed") if any(f'"{name}"' in str(row["command"]) for name in ids)]
    tables.put("deed", [{**row, "label": "", "command": ""} for row in rows])
