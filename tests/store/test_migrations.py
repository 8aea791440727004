import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
from sqlite_utils import Database, Migrations

from counterpoint.errors import DamagedProject, NewerProject
from counterpoint.store.backups import Backups
from counterpoint.store.migrations import (
    latest,
    m001_project,
    m002_findings_by_hand,
    m003_drafts_change,
    m004_who_did_what,
    m005_quotes_name_their_page,
    migrations,
)
from counterpoint.store.stores import Store
from tests.projects import fifth, first, fourth, second, third


def test_steps_are_numbered_from_one_without_gaps() -> None:
    names = [step.name for step in migrations.pending(Database(memory=True))]
    numbers = [int(match[1]) for name in names if (match := re.match(r"m(\d{3})_", name))]
    assert numbers == list(range(1, latest(migrations) + 1))


def test_every_table_is_strict_and_sealed() -> None:
    db = Database(memory=True, strict=True)
    migrations.apply(db)
    for table in db.tables:
        assert table.strict, table.name
        assert table.name.startswith("_") or table.columns[-1].name == "seal"


def form(path: Path) -> tuple[int, int, str]:
    with closing(sqlite3.connect(path)) as connection:
        (kind,), (version,) = (
            connection.execute(f"pragma {name}").fetchone() for name in ("application_id", "user_version")
        )
        schema = connection.execute("select sql from sqlite_schema where sql is not null order by name").fetchall()
        return kind, version, "\n".join(sql for (sql,) in schema)


def test_the_last_form_is_what_it_was_when_it_shipped(tmp_path: Path) -> None:
    assert latest(migrations) == 5, "keep a project of the form before, and compare that one here"
    Store.create(tmp_path / "new").close()
    assert form(tmp_path / "new") == form(fifth.PATH)


@pytest.mark.parametrize(("number", "kept"), [(1, first), (2, second), (3, third), (4, fourth)])
def test_every_older_form_is_brought_up_to_the_last(tmp_path: Path, number: int, kept: ModuleType) -> None:
    path = Path(shutil.copy(kept.PATH, tmp_path / "kept.counterpoint"))
    assert form(path)[1] == number
    Store.open(path).close()
    assert form(path) == form(fifth.PATH)


future = Migrations("counterpoint")
future()(m001_project)
future()(m002_findings_by_hand)
future()(m003_drafts_change)
future()(m004_who_did_what)
future()(m005_quotes_name_their_page)


@future()
def m006_notes_have_a_mood(db: Database) -> None:
    db.execute("alter table note add column mood text not null default 'calm'")


broken = Migrations("counterpoint")
broken()(m001_project)
broken()(m002_findings_by_hand)
broken()(m003_drafts_change)
broken()(m004_who_did_what)
broken()(m005_quotes_name_their_page)


@broken()
def m006_fails_half_way(db: Database) -> None:
    db.execute("alter table note add column mood text")
    db.execute("this is no SQL")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(fifth.PATH, tmp_path / "flood.counterpoint"))


def test_an_older_project_is_copied_and_brought_up_and_is_then_newer_for_an_older_program(
    path: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    before = form(path)
    for _ in range(2):
        Store.open(path, backups, future).close()
        assert form(path)[1] == 6
        assert "mood" in form(path)[2]
        (backup,) = backups.of(path)  # the second time there is one of this content
        assert backup.why == "form 5"
        assert form(backup.path) == before
        with pytest.raises(NewerProject):
            Store.open(path)
        shutil.copy(backup.path, path)
    Store.open(path, backups, future).close()
    Store.open(path, backups, future).close()
    assert len(backups.all()) == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == ["backups", "flood.counterpoint"]


def test_damage_is_found_before_the_form_changes_and_not_sealed_with_it(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("update account set content = '{}'")
        connection.execute("update tag set name = 'Tall'")
    before = path.read_bytes()
    with pytest.raises(DamagedProject):
        Store.open(path, None, future)
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("update tag set name = 'Toll'")
    with Store.open(path, None, future) as store:
        assert store.analysis.comparison() is None
        assert len(store.notebook.notes()) == 2


def test_a_project_that_cannot_be_brought_up_stays_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError):
        Store.open(path, None, broken)
    assert path.read_bytes() == before
    Store.open(path).close()
