"""What is left of a damaged project is had in a new one, and what is not is told."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from counterpoint.errors import CounterpointError, DamagedProject, NewerProject, UnreadableProject
from counterpoint.store.salvages import salvage
from counterpoint.store.stores import Store
from tests.projects import fifth, first, fourth, second, third


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(fifth.PATH, tmp_path / "flood.counterpoint"))


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma writable_schema = on")
        for statement in statements:
            connection.execute(statement)


def salvaged(path: Path) -> tuple[Store, tuple[str, ...]]:
    before = path.read_bytes()
    made = salvage(path, path.with_name("salvaged.counterpoint"))
    assert path.read_bytes() == before
    return Store.open(made.path), made.missing


def contents(store: Store) -> dict[str, object]:
    book = store.notebook
    return {
        "title": store.title(),
        "sources": store.shelf.sources(),
        "notes": book.notes(),
        "verdicts": book.verdicts(),
        "tags": book.tags(),
        "taggings": book.taggings(),
        "own": (book.own_claims(), book.own_relations()),
        "statuses": book.statuses(),
    }


@pytest.mark.parametrize(
    "form", [first, second, third, fourth, fifth], ids=["first", "second", "third", "fourth", "fifth"]
)
def test_where_nothing_is_missing_all_is_there_and_nothing_is_told(tmp_path: Path, form: object) -> None:
    path = Path(shutil.copy(getattr(form, "PATH"), tmp_path / "flood.counterpoint"))  # noqa: B009
    store, missing = salvaged(path)
    with store, Store.open(path) as before:
        taken_out = contents(store).pop("sources")
        assert missing == ()
        assert {**contents(store), "sources": ()} == {**contents(before), "sources": ()}
        assert set(before.shelf.sources()) <= set(store.shelf.sources())
        assert isinstance(taken_out, tuple)
        for source in store.shelf.sources():
            assert store.shelf.original(source.id) == before.shelf.original(source.id)


def test_a_changed_note_is_left_out_and_its_words_are_told(path: Path) -> None:
    sql(path, "update note set body = 'Ask nobody.' where private = 1")
    with pytest.raises(DamagedProject):
        Store.open(path)
    store, missing = salvaged(path)
    with store:
        assert missing == ("A note, which now reads “Ask nobody.”.",)
        assert [note.is_private for note in store.notebook.notes()] == [False]


def test_a_text_that_is_lost_takes_its_source_along_and_is_named(path: Path) -> None:
    sql(path, "delete from body where source = 's0'")
    store, missing = salvaged(path)
    with store:
        assert missing[0] == "The source “Flood in Nowhere”: its text is lost, and with it what was on it."
        assert "s0" not in {source.id for source in store.shelf.sources()}
        assert all("s0" not in note.subject.sources for note in store.notebook.notes())


def test_a_note_without_its_place_is_kept_on_the_first_source(path: Path) -> None:
    sql(path, "update anchor set exact = 'Nobody' where subject = (select subject from note where private = 1)")
    store, missing = salvaged(path)
    with store:
        assert "The place of the note “Ask the **mayor**.”: it is on the first source now." in missing
        assert "A place of an annotation, which now reads “Nobody”." in missing
        assert {note.body for note in store.notebook.notes()} == {"Ask the **mayor**.", "Asked, *twice*."}


def test_a_lost_original_is_told_and_its_text_stands_for_it(path: Path) -> None:
    sql(path, "update original set content = x'00' where source = 's1'")
    store, missing = salvaged(path)
    with store:
        source = next(each for each in store.shelf.sources() if each.id == "s1")
        assert missing[-1] == "The original of “Under water”: only its text is left."
        assert store.shelf.original(source.id).content == source.text.encode()


def test_rows_around_a_broken_page_are_had(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("select rootpage from sqlite_schema where name = 'tagging'").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    store, missing = salvaged(path)
    with store, Store.open(Path(shutil.copy(fifth.PATH, path.with_name("whole")))) as whole:
        assert missing
        assert set(missing) == {"A tag on something."}  # its index still knows of it
        assert store.notebook.notes() == whole.notebook.notes()
        assert store.notebook.verdicts() == whole.notebook.verdicts()


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", UnreadableProject), (b"Dear editor " * 99, UnreadableProject), (None, DamagedProject)],
    ids=["empty", "no project", "only the header"],
)
def test_what_is_no_project_any_more_leaves_nothing_behind(
    path: Path, content: bytes | None, error: type[CounterpointError]
) -> None:
    path.write_bytes(path.read_bytes()[:200] if content is None else content)
    with pytest.raises(CounterpointError):
        salvage(path, path.with_name("salvaged.counterpoint"))
    assert [each.name for each in path.parent.iterdir()] == ["flood.counterpoint"]
    assert error


def test_a_newer_one_is_left_to_the_newer_program(path: Path) -> None:
    sql(path, "pragma user_version = 99")
    with pytest.raises(NewerProject):
        salvage(path, path.with_name("salvaged.counterpoint"))
    assert [each.name for each in path.parent.iterdir()] == ["flood.counterpoint"]
