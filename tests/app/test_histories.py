"""Undo and redo where something goes wrong: what the menu offers is always what the file can do."""

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from counterpoint.app.commands import AddTag, Changes, GiveTag, SetTitle, TakeTag, Thing
from counterpoint.app.histories import MOST_STEPS, History
from counterpoint.store.homes import Homes
from counterpoint.store.stores import Store
from tests.projects import first
from tests.store.made import moment, source, tag, tagging


class Told:
    """What a history has told."""

    def __init__(self, history: History) -> None:
        self.changes: list[Changes] = []
        self.failures: list[str] = []
        history.changed.connect(self.changes.append)
        history.failed.connect(self.failures.append)


@pytest.fixture
def store(tmp_path: Path, qapp: QApplication) -> Iterator[Store]:
    assert qapp
    with Store.create(tmp_path / "flood.counterpoint", "0") as made:
        first.start(made)
        yield made


@pytest.fixture
def history(store: Store) -> Iterator[History]:
    made = History(store, lambda: moment(0))
    yield made
    made.close()


def count(history: History, to: int) -> None:
    for number in range(to):
        history.do(SetTitle(str(number), str(number + 1)))


def again(history: History, store: Store) -> History:
    """The history as it is after closing and opening."""
    history.close()
    return History(store, lambda: moment(0))


def test_steps_are_undone_and_done_again(history: History, store: Store) -> None:
    told = Told(history)
    count(history, 3)
    history.stack.undo()
    assert store.title() == "2"
    assert history.stack.undoText() == history.stack.redoText() == "change of the project's title"
    history.stack.redo()
    assert store.title() == "3"
    assert told.changes == [Changes(frozenset((Thing.TITLE,)))] * 5
    assert told.failures == []


def test_a_jump_over_several_steps_is_told_once(history: History, store: Store) -> None:
    count(history, 5)
    told = Told(history)
    history.stack.setIndex(1)
    assert store.title() == "1"
    assert len(told.changes) == 1


def test_undo_outlives_closing(history: History, store: Store) -> None:
    count(history, 4)
    history.stack.undo()
    opened = again(history, store)
    assert (opened.stack.count(), opened.stack.index()) == (4, 3)
    opened.stack.redo()
    assert store.title() == "4"
    for _ in range(4):
        opened.stack.undo()
    assert store.title() == "0"
    assert not opened.stack.canUndo()
    opened.close()


def test_a_new_step_takes_the_place_of_what_was_undone_also_after_closing(history: History, store: Store) -> None:
    count(history, 4)
    history.stack.setIndex(2)
    history.do(SetTitle("2", "other"))
    assert (history.stack.count(), history.stack.canRedo()) == (3, False)
    opened = again(history, store)
    assert (opened.stack.count(), opened.stack.index()) == (3, 3)
    opened.stack.undo()
    assert store.title() == "2"
    opened.close()


def test_typing_in_one_field_is_one_step(history: History, store: Store) -> None:
    for number in range(4):
        history.do(SetTitle(str(number), str(number + 1)), joins=True)
    assert history.stack.count() == 1
    opened = again(history, store)
    opened.stack.undo()
    assert store.title() == "0"
    opened.do(SetTitle("0", "new"), joins=True)
    assert opened.stack.count() == 1
    opened.close()


def test_a_step_that_fails_is_none_and_what_was_undone_can_still_be_done_again(history: History, store: Store) -> None:
    toll = tag("Toll")
    history.do(AddTag(toll))
    count(history, 2)
    history.stack.undo()
    told = Told(history)
    history.do(AddTag(tag("TOLL")))
    assert told.failures == ["There is a tag “Toll” already."]
    assert told.changes == []
    assert history.stack.canRedo()
    history.stack.redo()
    assert store.title() == "2"


def test_an_undo_that_fails_can_be_undone_when_the_hindrance_has_gone(history: History, store: Store) -> None:
    count(history, 3)
    told = Told(history)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        history.stack.undo()
        assert len(told.failures) == 1
        history.stack.setIndex(0)
        assert len(told.failures) == 2
        other.execute("rollback")
    assert told.changes == []
    assert (store.title(), history.stack.index()) == ("3", 3)
    history.stack.undo()
    assert (store.title(), history.stack.index()) == ("2", 2)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        history.stack.redo()
        other.execute("rollback")
    assert (store.title(), history.stack.index()) == ("2", 2)
    opened = again(history, store)
    assert opened.stack.index() == 2
    opened.close()


def test_a_jump_that_fails_half_way_stays_where_it_came_to(history: History, store: Store) -> None:
    homes = Homes(first.THREE, None)
    toll = tag("Toll")
    given = tagging(toll, homes.subject_of(source(0)))
    history.do(AddTag(toll))
    history.do(GiveTag("Toll", (given,)))
    history.do(TakeTag("Toll", (given,)))
    count(history, 2)
    store.notebook.drop_tag(toll.id)  # behind its back, so that the tag can't be put on again
    told = Told(history)
    with capture_exceptions() as exceptions:
        history.stack.setIndex(0)
    assert [kind for kind, _, _ in exceptions] == [sqlite3.IntegrityError]
    assert (store.title(), history.stack.index()) == ("0", 3)
    assert len(told.changes) == 1
    assert again(history, store).stack.index() == 3


def test_steps_of_another_program_cannot_be_undone_and_those_after_them_can(history: History, store: Store) -> None:
    count(history, 6)
    history.stack.undo()
    with store.atomic():
        for row in store._tables.rows("step", "number in (2, 6)"):  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            store._tables.put("step", [{**row, "command": '{"is": "Purge"}'}])  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    opened = again(history, store)
    assert (opened.stack.count(), opened.stack.index()) == (3, 3)
    opened.stack.setIndex(0)
    assert store.title() == "2"
    opened.stack.setIndex(2)
    assert store.title() == "4"
    opened.close()


def test_only_the_last_steps_are_restored(history: History, store: Store) -> None:
    with store.atomic():
        count(history, MOST_STEPS + 3)
    opened = again(history, store)
    assert opened.stack.count() == MOST_STEPS
    opened.stack.setIndex(0)
    assert store.title() == "3"
    opened.do(SetTitle("3", "new"))
    opened.stack.undo()
    last = again(opened, store)
    assert store.title() == "3"
    assert last.stack.index() == 3
    last.close()


class Holder:
    """What refers to itself, as windows do, and is freed by Python's collector only."""

    def __init__(self, held: object) -> None:
        self.held = held
        self.myself = self


@pytest.mark.parametrize("is_closed", [True, False])
@pytest.mark.parametrize("is_in_a_cycle", [True, False])
def test_histories_go_away_without_a_crash(store: Store, *, is_closed: bool, is_in_a_cycle: bool) -> None:
    for _ in range(5):
        history = History(store, lambda: moment(0))
        for number in range(50):
            history.do(SetTitle(str(number), str(number + 1)))
        history.stack.undo()
        if is_closed:
            history.close()
            history.close()
        if is_in_a_cycle:
            history.holder = Holder(history)  # type: ignore[attr-defined]
        del history
        gc.collect()
