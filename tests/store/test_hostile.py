"""A project from a stranger: whatever is in it, with seals that fit, it is refused in a sentence or shown as words."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.workspaces import Workspace
from counterpoint.errors import CounterpointError, DamagedProject, UnreadableProject
from counterpoint.store.stores import Store
from counterpoint.store.tables import Value, seal
from tests.app.snapshots import snapshot
from tests.projects import fifth
from tests.store.made import comparison

DEEP = "[" * 100_000
EVIL: tuple[Value, ...] = (
    "", "\0", "<img src='http://nowhere.example/x.png'>", "javascript:alert(1)", "../../etc/passwd", DEEP, "{}", "[]",
    "null", '{"is": "RemoveNote"}', '{"is": "Several", "label": "x", "commands": []}', -1, 0, 2**62, "9" * 5000,
    "0001-01-01", "9999-12-31T23:59:59+23:59", "2026-02-30", "s0", "s1", "x" * 300_000, b"", b"\xff\xfe", None,
    "\u202e\u2028\ufdd0", "match", "draft", "source", "#0072b2", "\N{BLACK SPADE SUIT}" * 50,
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(fifth.PATH, tmp_path / "flood.counterpoint"))


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def resealed(path: Path, chance: Random) -> bool:
    """Puts something evil into a cell, and a seal on it that fits; whether the tables allow it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [row[0] for row in connection.execute("select name from sqlite_schema where type = 'table'")]
        table = chance.choice([name for name in tables if not name.startswith(("_", "sqlite"))])
        rows = connection.execute(f'select rowid as number_of_row, * from "{table}"').fetchall()  # noqa: S608
        if not rows:
            return False
        row = dict(chance.choice(rows))
        number = row.pop("number_of_row")
        row[chance.choice([name for name in row if name != "seal"])] = chance.choice(EVIL)
        cells = {**row, "seal": seal(table, row)}
        change = ", ".join(f'"{name}" = ?' for name in cells)
        try:
            connection.execute(f'update "{table}" set {change} where rowid = ?', [*cells.values(), number])  # noqa: S608
        except sqlite3.IntegrityError:
            return False
    return True


def test_evil_cells_with_seals_that_fit_are_refused_or_shown(path: Path, qapp: QApplication) -> None:
    assert qapp
    content = path.read_bytes()
    chance = Random(7)  # noqa: S311
    outcomes = {"refused": 0, "shown": 0}
    for _ in range(250):
        path.write_bytes(content)
        if not resealed(path, chance):
            continue
        try:
            opened = Workspace.open(path)
        except CounterpointError:
            outcomes["refused"] += 1
            continue
        with suppress(CounterpointError):  # an original may be refused when it is asked for
            snapshot(opened)
            opened.replace_analysis(comparison(*opened.sources))
            snapshot(opened)
        while opened.undo_stack.canUndo() and (index := opened.undo_stack.index()):
            opened.undo_stack.undo()
            if opened.undo_stack.index() == index:
                break  # what makes no sense can't be undone, and has told so
        outcomes["shown"] += 1
        opened.close()
    assert min(outcomes.values()) > 20, outcomes


def generated(path: Path) -> None:
    sql(path, "alter table note add column spy text generated always as (upper(body)) virtual")


def more_columns(path: Path) -> None:
    sql(path, "alter table note add column spy text")


def stranger(path: Path) -> None:
    sql(path, "create table spy (words text)")


def virtual(path: Path) -> None:
    sql(path, "create virtual table spy using fts5 (words)")


def on_expression(path: Path) -> None:
    sql(path, "create index spy on note (upper(body))")


def loose(path: Path) -> None:
    sql(path, "alter table setting rename to old", "create table setting (name, value, seal)")


@pytest.mark.parametrize("spoil", [generated, more_columns, stranger, virtual, on_expression, loose])
def test_tables_that_this_program_does_not_make_are_not_trusted(path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path)
    with pytest.raises(UnreadableProject, match=r"^flood\.counterpoint has .* no project has\. Do not trust it\.$"):
        Store.open(path)


def test_a_cell_longer_than_anything_that_is_taken_in_is_refused(path: Path) -> None:
    sql(path, "update original set content = zeroblob(400000000) where source = 's1'")
    with Store.open(path) as store, pytest.raises(DamagedProject):
        store.shelf.original(store.shelf.sources()[0].id if store.shelf.sources()[0].id == "s1" else "s1")  # pyright: ignore[reportArgumentType]


def test_no_other_database_can_be_attached(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store, pytest.raises(sqlite3.OperationalError, match="too many attached"):
        store._tables._connection.execute(f"attach '{tmp_path}/other' as other")  # noqa: SLF001
