"""The tables of a file, described so that those of two files can be compared, whichever SQLite wrote them."""

import sqlite3
from collections.abc import Iterator

_OF_LIBRARIES = ("sqlite_", "_sqlite_migrations")


def described(connection: sqlite3.Connection) -> frozenset[str]:
    """A line for every table, column, reference and index, with all that matters of it."""
    return frozenset(_lines(connection))


def _lines(connection: sqlite3.Connection) -> Iterator[str]:
    tables = [row for row in connection.execute("pragma table_list") if row[0] == "main"]
    for _, name, kind, _, rowless, strict in tables:
        if str(name).startswith(_OF_LIBRARIES):
            continue
        yield f"{kind} {name}, without rowid {rowless}, strict {strict}"
        for _, column, of, required, _, key, hidden in connection.execute(f"pragma table_xinfo({_quoted(name)})"):
            yield f"column {name}.{column} {of}, required {required}, key {key}, hidden {hidden}"
        for _, _, to, own, other, updating, deleting, _ in connection.execute(
            f"pragma foreign_key_list({_quoted(name)})"
        ):
            yield f"reference {name}.{own} to {to}.{other}, {updating}, {deleting}"
        for _, index, unique, origin, partial in connection.execute(f"pragma index_list({_quoted(name)})"):
            columns = [row[2] for row in connection.execute(f"pragma index_info({_quoted(index)})")]
            yield f"index {name} {columns}, unique {unique}, {origin}, partial {partial}"


def _quoted(name: object) -> str:
    return '"' + str(name).replace('"', '""') + '"'
