"""What is in memory of a project makes a new one, when its file can't be read any more."""

import os
import shutil
from pathlib import Path

import pytest

from counterpoint.errors import UnwritableProject
from counterpoint.store.rescues import rescue
from counterpoint.store.stores import Store
from tests.projects import fifth


def test_all_that_is_in_view_is_had_from_memory(tmp_path: Path) -> None:
    path = Path(shutil.copy(fifth.PATH, tmp_path / "flood.counterpoint"))
    with Store.open(path) as store:
        os.truncate(path, 0)
        rescue(store, tmp_path / "rescued.counterpoint")
        with Store.open(tmp_path / "rescued.counterpoint") as made:
            assert made.title() == store.title()
            assert [each.text for each in made.shelf.sources()] == [each.text for each in store.shelf.sources()]
            for kind in ("notes", "verdicts", "tags", "taggings", "statuses", "own_claims", "own_relations"):
                assert getattr(made.notebook, kind)() == getattr(store.notebook, kind)() != (), kind
            for source in made.shelf.sources():
                assert made.shelf.original(source.id).content == source.text.encode()


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = Path(shutil.copy(fifth.PATH, tmp_path / "flood.counterpoint"))
    with Store.open(path) as store, pytest.raises(UnwritableProject):
        rescue(store, tmp_path / "file" / "rescued.counterpoint")


def test_a_rescue_that_fails_half_way_leaves_no_half_of_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(fifth.PATH, tmp_path / "flood.counterpoint"))
    with Store.open(path) as store:
        monkeypatch.setattr(type(store.notebook), "put_note", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            rescue(store, tmp_path / "rescued.counterpoint")
    assert [each.name for each in tmp_path.iterdir()] == ["flood.counterpoint"]
