"""A new project of all that is as it was written in a damaged one, and sentences on all that is not."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, cast

from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.errors import CounterpointError, DamagedProject, NewerProject
from counterpoint.store.annotations import Anchor, Subject, SubjectKind
from counterpoint.store.files import APPLICATION_ID, check_kind, reserve
from counterpoint.store.rows import read_anchor
from counterpoint.store.stores import Store
from counterpoint.store.tables import Row, Value, damaged, seal

_MOST_TRIED = 200_000  # row numbers of one table that are tried one by one, where nothing tells which there are
_FAULTS = (sqlite3.Error, UnicodeDecodeError)  # the second from the words of an error about a damaged schema
_LONGEST = 200  # code points of damaged words that are told
#: What is made anew, or means nothing where something may be missing.
_LEFT_BEHIND = {"account", "comparison", "step", "step_source"}
_NAMES = {
    "project": "the project's title", "setting": "part of the layout", "source": "a source",
    "body": "the text of a source", "original": "the original of a source", "paging": "where pages begin",
    "subject": "what an annotation sat on",
    "anchor": "a place of an annotation", "verdict": "a verdict", "tag": "a tag", "tagging": "a tag on something",
    "note": "a note", "own_claim": "a claim by hand", "own_relation": "a finding by hand", "status": "a status",
    "revision": "an earlier text of a draft", "deed": "an entry of the history",
}  # fmt: skip
_WORDS = (
    "body",
    "name",
    "title",
    "exact",
    "content",
    "ruling",
    "status",
    "label",
)  # columns that tell a person which row it is


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The new project, and whole sentences on what it lacks; none where all was there.

    `originals` are those of sources whose texts are lost, by the names that their files had.
    """

    path: Path
    missing: tuple[str, ...]
    originals: tuple[tuple[str, bytes], ...] = ()


def salvage(project: Path, path: Path) -> Salvaged:
    """Makes a project at `path` of what can be read in the damaged one, which stays as it is.

    The steps of undo are left behind, and so is the analysis; what had been taken out is in view again.

    Raises:
        FileExistsError: something has the name of the new one.
        NewerProject: the damaged one was changed by a newer program.
        DamagedProject: nothing in it can be read.
        UnwritableProject: no file can be made there.
    """
    reserve(path)
    try:
        with closing(_opened(project)) as damaged, closing(sqlite3.connect(path, isolation_level=None)) as made:
            one = _Salvage(damaged, made, project.name)
            missing = one.run(project.stem)
        Store.open(path).close()
    except (*_FAULTS, CounterpointError, OSError) as error:
        path.unlink()
        if isinstance(error, NewerProject):
            raise
        raise DamagedProject(f"Nothing in {project.name} can be read any more. Open a backup of it.") from error
    return Salvaged(path, missing, tuple(one.originals))


def _opened(path: Path) -> sqlite3.Connection:
    with path.open("rb") as file:
        check_kind(file.fileno(), path)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    for pragma in (
        "writable_schema = on",
        "query_only = on",
        "trusted_schema = off",
        "cell_size_check = on",
        "mmap_size = 0",
    ):
        connection.execute(f"pragma {pragma}")
    connection.text_factory = _decoded
    connection.row_factory = sqlite3.Row
    return connection


def _decoded(words: bytes) -> str:
    return words.decode("utf-8", "replace")


class _Salvage:
    """One go at one file."""

    def __init__(self, damaged: sqlite3.Connection, made: sqlite3.Connection, name: str) -> None:
        self._damaged = damaged
        self._made = made
        self._name = name
        self._missing: list[str] = []
        self.originals: list[tuple[str, bytes]] = []
        self._torn: set[str] = set()  # tables that can't be read to their end
        self._rows: dict[str, list[Row]] = {}

    def run(self, title: str) -> tuple[str, ...]:
        tables = self._prepare()
        for table in tables:
            self._rows[table] = [] if table in _LEFT_BEHIND else list(self._read(table))
        if not self._rows["source"] and not self._rows["note"]:
            raise DamagedProject(damaged(self._name))
        self._mend_project(title)
        self._mend_sources()
        self._mend_subjects()
        with self._made:
            self._made.execute("begin")
            for table in tables:
                for row in self._rows[table]:
                    self._write(table, row)
            self._drop_orphans()
        return tuple(self._missing)

    def _prepare(self) -> list[str]:
        """The new file has the tables of the damaged one's form; their names."""
        from sqlite_utils import Database

        from counterpoint.store.migrations import latest, migrations

        (version,) = self._damaged.execute("pragma user_version").fetchone()
        newest = latest(migrations)
        if version > newest:
            raise NewerProject(f"{self._name} was changed by a newer Counterpoint. Salvage it with that one.")
        database = Database(self._made, execute_plugins=False)
        steps = migrations.pending(database)
        if 0 < version < newest:
            migrations.apply(database, stop_before=str(cast("Any", steps[version]).name))  # half typed
        else:
            version = newest
            migrations.apply(database)
        self._made.execute(f"pragma application_id = {APPLICATION_ID}")
        self._made.execute(f"pragma user_version = {version}")
        return [table.name for table in database.tables if "seal" in table.columns_dict]

    def _read(self, table: str) -> Iterator[Row]:
        """The rows that are as they were written; the others are told of."""
        seen: set[int] = set()
        for number, row in self._found(table):
            if number in seen:
                continue
            seen.add(number)
            if row.get("seal") == seal(table, row):
                yield row
            else:
                self._tell(table, row)
        known = self._numbers(table)
        for _ in (known or set()) - seen:
            self._tell(table, None)
        if table in self._torn and known is None:
            self._missing.append(f"There may have been more than is left of this: {_NAMES.get(table, table)}.")

    def _found(self, table: str) -> Iterator[tuple[int, Row]]:
        """From the front and from the back as far as that goes, and one by one between."""
        low, high = 0, 0
        for number, row in self._scan(table, ""):
            low = number
            yield number, row
        for number, row in self._scan(table, "desc"):
            high = number
            if number <= low:
                break
            yield number, row
        between = self._numbers(table) or set(range(low + 1, min(high, low + _MOST_TRIED)))
        for number in sorted(between):
            with suppress(*_FAULTS):
                for row in self._damaged.execute(f'select * from "{table}" where rowid = ?', (number,)):  # noqa: S608
                    yield number, dict(row)

    def _scan(self, table: str, order: str) -> Iterator[tuple[int, Row]]:
        try:
            every = f'select rowid as number_of_row, * from "{table}" order by rowid {order}'  # noqa: S608
            for row in self._damaged.execute(every):
                cells: dict[str, Value] = dict(row)
                number = cells.pop("number_of_row")
                if isinstance(number, int):
                    yield number, cells
        except _FAULTS:
            self._torn.add(table)

    def _numbers(self, table: str) -> set[int] | None:
        """The rows that an index knows of, be the rows themselves lost; None where there is no whole index."""
        found: set[int] = set()
        try:
            for row in self._damaged.execute(f'select rowid from "{table}" indexed by "sqlite_autoindex_{table}_1"'):  # noqa: S608
                found.add(row[0])
        except _FAULTS:
            return None
        return found

    def _mend_project(self, title: str) -> None:
        project: Row = {"id": 1, "title": title, "position": 0}
        for row in self._rows["project"]:
            project |= {"title": row["title"]}
        self._rows["project"] = [project]

    def _mend_sources(self) -> None:
        """All in view, as no step of undo would bring back those that were taken out; one without its text is lost."""
        bodies = {row["source"]: row for row in self._rows["body"]}
        originals = {row["source"]: row["content"] for row in self._rows["original"]}
        kept: list[Row] = []
        for row in sorted(self._rows["source"], key=lambda row: (row["place"] is None, row["place"] or 0)):
            if row["id"] in bodies:
                kept.append({**row, "place": len(kept)})
            else:
                self._missing.append(f"The source “{row['title']}”: its text is lost, and with it what was on it.")
                content = originals.get(row["id"])
                if isinstance(content, bytes):
                    name = PurePath(str(row["path"])).name or f"{row['title']}.txt"
                    self.originals.append((name, content))
        for row in kept:
            if row["id"] not in originals:  # its text stands for it, and no digest says otherwise
                row["sha256"] = ""
                content = str(bodies[row["id"]]["content"]).encode()
                self._rows["original"].append({"source": row["id"], "content": content})
                self._missing.append(f"The original of “{row['title']}”: only its text is left.")
        self._rows["source"] = kept

    def _mend_subjects(self) -> None:
        """A note whose place is lost is put on its source, or on the first one: its words are kept."""
        whole = set(self._whole_subjects())
        first = next((SourceId(str(row["id"])) for row in self._rows["source"]), None)
        for table in ("subject", "anchor"):
            key = "key" if table == "subject" else "subject"
            self._rows[table] = [row for row in self._rows[table] if row[key] in whole]
        for note in self._rows["note"]:
            if note["subject"] not in whole and first is not None:
                note["subject"] = self._on_source(first, whole)
                self._missing.append(
                    f"The place of the note “{_shortened(note['body'])}”: it is on the first source now."
                )

    def _whole_subjects(self) -> Iterator[Value]:
        """Those of which every place is there: their keys are digests of them."""
        sources = {row["id"] for row in self._rows["source"]}
        anchors: dict[Value, list[Anchor]] = {}
        for row in self._rows["anchor"]:
            if row["source"] in sources:
                with suppress(ValueError):
                    anchors.setdefault(row["subject"], []).append(read_anchor({"origin": "", **row}))
        for row in self._rows["subject"]:
            with suppress(ValueError):
                if Subject(SubjectKind(str(row["kind"])), tuple(sorted(anchors.get(row["key"], ())))).key == row["key"]:
                    yield row["key"]

    def _on_source(self, source: SourceId, whole: set[Value]) -> str:
        subject = Subject(SubjectKind.SOURCE, (Anchor(source, Span(0, 0), ""),))
        if subject.key not in whole:
            whole.add(subject.key)
            columns = {str(row[1]) for row in self._made.execute("pragma table_info(anchor)")}
            row: Row = {"subject": subject.key, "number": 0, "source": source, "start": 0, "end": 0}
            self._rows["subject"].append({"key": subject.key, "kind": subject.kind.value})
            self._rows["anchor"].append(row | dict.fromkeys(columns - row.keys() - {"seal"}, ""))
        return subject.key

    def _write(self, table: str, row: Row) -> None:
        """As it was, or sealed anew where it was mended."""
        row = {**row, "seal": seal(table, row)}
        columns = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        self._made.execute(f'insert or ignore into "{table}" ({columns}) values ({marks})', list(row.values()))  # noqa: S608

    def _drop_orphans(self) -> None:
        """What refers to something that is lost."""
        while broken := self._made.execute("pragma foreign_key_check").fetchall():
            for table, number in dict.fromkeys((table, number) for table, number, *_ in broken):
                cursor = self._made.execute(f'select * from "{table}" where rowid = ?', (number,))  # noqa: S608
                names = [str(column[0]) for column in cursor.description]
                self._tell(str(table), dict(zip(names, cursor.fetchone(), strict=True)))
                self._made.execute(f'delete from "{table}" where rowid = ?', (number,))  # noqa: S608

    def _tell(self, table: str, row: Row | None) -> None:
        if table in _LEFT_BEHIND:
            return
        what = _NAMES.get(table, f"an entry of {table}")
        words = next((_shortened(row[name]) for name in _WORDS if row and row.get(name)), "")
        self._missing.append(f"{what[0].upper()}{what[1:]}{f', which now reads “{words}”' if words else ''}.")


def _shortened(words: Value) -> str:
    line = " ".join(str(words).split())
    return f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line


def told(missing: Iterable[str]) -> str:
    """The sentences as a list for a file of its own."""
    return "\n".join(("Missing, or not as it was written, and so left out:", *(f"- {each}" for each in missing))) + "\n"
