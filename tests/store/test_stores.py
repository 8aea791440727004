import sqlite3
from pathlib import Path
from typing import cast

import pytest

from counterpoint.engine.passages import Span
from counterpoint.errors import DamagedProject, UnwritableProject
from counterpoint.store.homes import Homes
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store
from tests.store.made import comparison, contents, note, source


def made(folder: Path) -> Store:
    store = Store.create(folder / "flood.counterpoint", "The flood")
    store.shelf.add(contents(0, 1, 2))
    store.shelf.arrange([source(n).id for n in (2, 0, 1)])
    return store


def test_a_closed_project_is_one_file_and_opens_as_it_was(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        store.set_setting("zoom", 1.25)
        before = store.shelf.sources()
    assert [path.name for path in tmp_path.iterdir()] == ["flood.counterpoint"]
    with Store.open(tmp_path / "flood.counterpoint") as store:
        assert store.title() == "The flood"
        assert store.settings() == {"zoom": 1.25}
        assert store.shelf.sources() == before == (source(2), source(0), source(1))


def test_a_new_project_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    path = tmp_path / "flood.counterpoint"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        Store.create(path)
    assert path.read_text() == "mine"


def test_a_new_project_makes_its_folder(tmp_path: Path) -> None:
    with Store.create(tmp_path / "Documents" / "Counterpoint" / "a.counterpoint", "A") as store:
        assert store.title() == "A"


def test_where_no_folder_can_be_made_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableProject, match=r"can't be made: .*\. Choose another place\.$"):
        Store.create(tmp_path / "file" / "a.counterpoint")


def test_what_fails_together_has_not_happened_and_memory_says_the_same(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        passage = Homes(store.shelf.sources(), None).passage(source(0).id, Span(0, 5))
        with pytest.raises(ZeroDivisionError), store.atomic():  # noqa: PT012
            store.notebook.put_note(note("n", passage))
            store.shelf.arrange([source(0).id])
            store.set_title("Another")
            store.analysis.replace(comparison(source(0)))
            raise ZeroDivisionError
        assert store.notebook.notes() == ()
        assert len(store.shelf.sources()) == 3
        assert store.title() == "The flood"
        assert store.analysis.comparison() is None


def test_what_fails_inside_and_is_caught_takes_only_its_own_part_back(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        with store.atomic():
            store.set_title("Kept")
            with pytest.raises(ZeroDivisionError), store.atomic():  # noqa: PT012
                store.set_title("Gone")
                raise ZeroDivisionError
        assert store.title() == "Kept"


def test_a_copy_is_whole_and_takes_no_ones_place(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        store.backup_to(tmp_path / "copy.counterpoint")
        with pytest.raises(FileExistsError):
            store.backup_to(tmp_path / "copy.counterpoint")
        with Store.open(tmp_path / "copy.counterpoint") as copy:
            assert copy.shelf.sources() == store.shelf.sources()
            assert copy.shelf.original(source(1).id) == store.shelf.original(source(1).id)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_copy_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with made(tmp_path) as store, pytest.raises(UnwritableProject):
        store.backup_to(tmp_path / "file" / "copy.counterpoint")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "flood.counterpoint"]


def test_a_copy_of_what_is_damaged_is_none(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        store.shelf.add([(source(3), Original(b"x" * 5_000_000))])  # more than SQLite keeps in memory
    with Store.open(store.path) as store:
        with store.path.open("r+b") as file:
            file.seek(60_000)
            file.write(b"\xff" * 4_000_000)
        with pytest.raises(DamagedProject):
            store.backup_to(tmp_path / "copy.counterpoint")
    assert [path.name for path in tmp_path.iterdir()] == ["flood.counterpoint"]


def test_a_project_that_cannot_be_filled_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        Store.create(tmp_path / "a", cast("str", None))
    assert list(tmp_path.iterdir()) == []


def test_a_project_that_cannot_be_renamed_stays_open_where_it_is(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        moved = store.path.rename(tmp_path / "elsewhere")  # another program took it
        with pytest.raises(UnwritableProject, match=r"^flood\.counterpoint is not where it was any more"):
            store.move_to(tmp_path / "deluge.counterpoint")
        assert list(tmp_path.iterdir()) == [moved]
        moved.rename(store.path)
        store.set_title("Back again")
    assert [path.name for path in tmp_path.iterdir()] == ["flood.counterpoint"]


def test_a_project_goes_on_under_another_name(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        store.move_to(tmp_path / "deluge.counterpoint")
        assert store.path == tmp_path / "deluge.counterpoint"
        store.set_title("The deluge")
        assert [path.name for path in tmp_path.iterdir()] == ["deluge.counterpoint"]
    with Store.open(tmp_path / "deluge.counterpoint") as store:
        assert store.title() == "The deluge"


def test_a_project_is_not_moved_over_another(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("mine")
    with made(tmp_path) as store:
        with pytest.raises(FileExistsError):
            store.move_to(tmp_path / "other")
        store.set_title("Still here")
    assert (tmp_path / "other").read_text() == "mine"


@pytest.mark.parametrize("words", ["", "Ω 🌊 e\u0301", "a\0b", "‘quotes’\n\ttabs", "x" * 100_000])
def test_words_come_back_as_they_went_in(tmp_path: Path, words: str) -> None:
    with Store.create(tmp_path / "a", words) as store:
        assert store.title() == words
    with Store.open(tmp_path / "a") as store:
        assert store.title() == words


def test_half_a_character_becomes_the_sign_for_it(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a", "torn \ud83d apart") as store:
        assert store.title() == "torn \ufffd apart"


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    store = made(tmp_path)
    store.close()
    store.close()
