"""The rows of a project file. Only this module and the migrations speak SQL, and no row leaves the store."""

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Literal, cast

from counterpoint.errors import BusyProject, CounterpointError, DamagedProject, UnwritableProject

if TYPE_CHECKING:
    from sqlite_utils import Migrations

Value = str | int | bytes | None
Row = dict[str, Value]

_KEYS = {
    "project": ("id",),
    "setting": ("name",),
    "source": ("id",),
    "body": ("source",),
    "original": ("source",),
    "paging": ("source",),
    "account": ("source",),
    "comparison": ("id",),
    "subject": ("key",),
    "anchor": ("subject", "number"),
    "verdict": ("subject", "kind"),
    "tag": ("id",),
    "tagging": ("tag", "subject"),
    "note": ("id",),
    "own_claim": ("id",),
    "own_relation": ("id",),
    "status": ("subject",),
    "revision": ("source", "number"),
    "step": ("number",),
    "step_source": ("step", "source"),
    "deed": ("number",),
}
Name = Literal[
    "project", "setting", "source", "body", "original", "paging", "account", "comparison", "subject", "anchor",
    "verdict", "tag", "tagging", "note", "own_claim", "own_relation", "status", "revision", "step", "step_source",
    "deed",
]  # fmt: skip


_CAN_BE_MADE_ANEW = {"account", "comparison"}


def seal(table: str, row: Row) -> str:
    """A digest of a row: SQLite notices a torn page, but not a changed word."""
    parts = [table.encode()]
    for name in _sealed(tuple(row)):
        value = row[name]
        content = value if isinstance(value, bytes) else str(value).encode()
        parts += (f"\n{name} {type(value).__name__} {len(content)}\n".encode(), content)
    return blake2b(b"".join(parts), digest_size=8).hexdigest()


@cache
def _sealed(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if name != "seal"))


_DAMAGED = "{} is damaged: what is in it is not what was written. Open a backup of it."
_UNCHANGEABLE = "{} can't be changed where it is. Copy it to a place where you may write."
_GONE = "{} can't be read or written any more. Is its drive still there?"
_BUSY = "{} is being written by another program. Try again when that is done."
_FULL = "The disk is full: the last change of {} was not kept. Make room, and try again."
_FAULTS: dict[int, tuple[type[CounterpointError], str]] = {
    sqlite3.SQLITE_FULL: (UnwritableProject, _FULL),
    sqlite3.SQLITE_READONLY: (UnwritableProject, _UNCHANGEABLE),
    sqlite3.SQLITE_READONLY_DBMOVED: (UnwritableProject, _GONE),
    sqlite3.SQLITE_PERM: (UnwritableProject, _UNCHANGEABLE),
    sqlite3.SQLITE_IOERR: (UnwritableProject, _GONE),
    sqlite3.SQLITE_CANTOPEN: (UnwritableProject, _GONE),
    sqlite3.SQLITE_BUSY: (BusyProject, _BUSY),
    sqlite3.SQLITE_LOCKED: (BusyProject, _BUSY),
    sqlite3.SQLITE_CORRUPT: (DamagedProject, _DAMAGED),
    sqlite3.SQLITE_TOOBIG: (DamagedProject, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (DamagedProject, _DAMAGED),
}


class Tables:
    """A project's tables over an open connection: rows out, rows in, rows away; each in words of the schema."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.on_begin: Callable[[], None] = lambda: None  # before the outermost transaction
        self.on_rollback: Callable[[bool], None] = lambda _: None  # whether of the outermost one
        self.connect(connection, name)

    def connect(self, connection: sqlite3.Connection, name: str) -> None:
        """Goes on with another connection; `name` is what the reader calls the file."""
        from sqlite_utils.db import Database  # 140 ms, which the program's start need not wait for

        self._db: Database = Database(connection, recursive_triggers=False, execute_plugins=False, strict=True)
        self._connection = connection
        self._name = name

    def migrate(self, steps: "Migrations", application: int, version: int) -> None:
        """Brings the tables up to the last of the steps, which makes the file one of that version.

        A step may change rows without a thought for their seals: they are checked before and made anew after it.

        Raises:
            DamagedProject: a row is not as it was written.
        """
        with self.atomic():
            for table in self.broken() and _CAN_BE_MADE_ANEW:
                self._connection.execute(f"delete from {table}")  # noqa: S608
            steps.apply(self._db)
            for table, number, row in list(self._sealed_rows()):
                change = f'update "{table}" set seal = ? where rowid = ?'  # noqa: S608
                self._connection.execute(change, (seal(table, row), number))
            self._connection.execute(f"pragma application_id = {application}")
            self._connection.execute(f"pragma user_version = {version}")

    def broken(self) -> frozenset[str]:
        """The tables that have rows that are not as they were written, all of which can be made anew.

        Raises:
            DamagedProject: a row that can't be made anew is not as it was written.
        """
        with self._told():
            broken = {table for table, _, row in self._sealed_rows() if row["seal"] != seal(table, row)}
        if broken - _CAN_BE_MADE_ANEW:
            raise self.damaged()
        return frozenset(broken)

    def digest(self) -> str:
        """The same for the same form and rows; those that nobody's work is in, layout and analysis, do not count."""
        digest = blake2b(digest_size=8)
        with self._told():
            (version,) = self._connection.execute("pragma user_version").fetchone()
            digest.update(str(version).encode())
            for table in sorted(table.name for table in self._db.tables if "seal" in table.columns_dict):
                if table not in _CAN_BE_MADE_ANEW | {"setting"}:
                    for (each,) in self._connection.execute(f'select seal from "{table}" order by seal'):  # noqa: S608
                        digest.update(f"{table} {each}\n".encode())
        return digest.hexdigest()

    def _sealed_rows(self) -> Iterator[tuple[str, Value, Row]]:
        """Every row of every table that has seals, of whatever form the file is, with its number."""
        for table in self._db.tables:
            if "seal" in table.columns_dict:
                found: Iterable[Row] = cast("Any", table).rows_where(select="rowid as number_of_row, *")
                for row in found:
                    yield table.name, row.pop("number_of_row"), row

    def rows(self, table: Name, where: str = "1", values: Sequence[Value] = (), order: str = "rowid") -> list[Row]:
        """The rows that fit, each as it was written.

        Raises:
            DamagedProject: one of them is not as it was written.
        """
        with self._told():
            found: list[Row] = list(self._table(table).rows_where(where, list(values), order_by=order))
        for row in found:
            if row.pop("seal") != seal(table, row):
                raise self.damaged()
        return found

    def row(self, table: Name, where: str = "1", values: Sequence[Value] = ()) -> Row:
        """The row that must be there.

        Raises:
            DamagedProject: it is not, or not as it was written.
        """
        found = self.rows(table, where, values)
        if len(found) != 1:
            raise self.damaged()
        return found[0]

    def put(self, table: Name, rows: Iterable[Row]) -> None:
        """Writes whole rows, each in place of the one with its key, if there is one."""
        sealed = [{**row, "seal": seal(table, row)} for row in map(_storable, rows)]
        with self._told():
            self._table(table).upsert_all(sealed, pk=_KEYS[table])

    def drop(self, table: Name, where: str, values: Sequence[Value] = ()) -> None:
        with self._told():
            self._table(table).delete_where(where, list(values))

    def vacuum(self) -> None:
        """Makes the file as short as what is in it. Not within a transaction."""
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # it works on a copy that it attaches
        try:
            with self._told():
                self._connection.execute("vacuum")
        finally:
            self._connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)

    def damaged(self) -> DamagedProject:
        """To be raised where rows make no sense."""
        return DamagedProject(damaged(self._name))

    @contextmanager
    def atomic(self) -> Generator[None]:
        """All that is done inside is stored together when it ends, or nothing is."""
        is_nested = self._connection.in_transaction
        if not is_nested:
            self.on_begin()
        try:
            with self._told(), self._db.atomic() if is_nested else self._transaction():
                yield
        except BaseException:
            self.on_rollback(not is_nested)
            raise

    @contextmanager
    def _transaction(self) -> Generator[None]:
        """One that writes from its first moment: it can't fail half way for another program's lock."""
        self._connection.execute("begin immediate")
        try:
            yield
            self._connection.execute("commit")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("rollback")

    @contextmanager
    def _told(self) -> Generator[None]:
        with told(self._name):
            yield

    def _table(self, name: Name) -> Any:  # noqa: ANN401  # sqlite-utils is half typed
        return self._db[name]


def _storable(row: Row) -> Row:
    """The row without what no UTF-8 can hold: half a character, as a damaged file name or a cut paste has it."""
    return {name: _whole(value) if isinstance(value, str) else value for name, value in row.items()}


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def damaged(name: str) -> str:
    """A sentence on a damaged file."""
    return _DAMAGED.format(name)


@contextmanager
def told(name: str) -> Generator[None]:
    """Tells what the reader can do about a fault of the disk or the file; a fault of the program's own goes through.

    Raises:
        UnwritableProject: there is no room, no permission or no drive.
        BusyProject: another program writes.
        DamagedProject: the file makes no sense.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # from the words of an error about a damaged schema
        raise DamagedProject(damaged(name)) from error
    except sqlite3.DatabaseError as error:
        sentence = _translated(error, name)
        if sentence is None:
            raise
        raise sentence from error


def _translated(error: sqlite3.DatabaseError, name: str) -> CounterpointError | None:
    if str(error).startswith(
        ("Could not decode to UTF-8", "no such table")
    ):  # the first is Python's own, without a code
        return DamagedProject(damaged(name))
    code = getattr(error, "sqlite_errorcode", 0)
    kind, sentence = _FAULTS.get(code) or _FAULTS.get(code & 0xFF, (None, ""))
    return kind and kind(sentence.format(name))
