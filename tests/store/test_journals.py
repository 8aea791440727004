from collections.abc import Iterator
from pathlib import Path

import pytest

from counterpoint.store.journals import Step
from counterpoint.store.stores import Store
from tests.store.made import contents, moment, source


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "flood.counterpoint", "The flood") as made:
        made.shelf.add(contents(0, 1))
        yield made


def step(number: int) -> Step:
    return Step(f"step {number}", f'{{"n": {number}}}', moment(number), (source(number % 2).id,) if number < 3 else ())


def test_a_new_journal_is_empty(store: Store) -> None:
    assert store.journal.steps(10) == ((), 0)


def test_steps_come_back_in_order_with_what_is_done(store: Store) -> None:
    for number in range(4):
        store.journal.add_step(step(number))
    store.journal.unwind(moment(90))
    store.journal.unwind(moment(90))
    store.journal.rewind(moment(90))
    store.close()
    with Store.open(store.path) as again:
        assert again.journal.steps(10) == (tuple(step(n) for n in range(4)), 3)


def test_a_new_step_takes_the_place_of_what_was_undone(store: Store) -> None:
    for number in range(4):
        store.journal.add_step(step(number))
    for _ in range(3):
        store.journal.unwind(moment(90))
    store.journal.add_step(step(9))
    assert store.journal.steps(10) == ((step(0), step(9)), 2)


def test_a_step_can_grow(store: Store) -> None:
    store.journal.add_step(step(0))
    store.journal.add_step(step(1))
    store.journal.join_step(step(7))
    assert store.journal.steps(10) == ((step(0), step(7)), 2)


@pytest.mark.parametrize(
    ("undone", "most", "expected"), [(0, 2, ([2, 3], 2)), (1, 2, ([2, 3], 1)), (3, 2, ([2, 3], 0))]
)
def test_only_the_last_steps_are_given(store: Store, undone: int, most: int, expected: tuple[list[int], int]) -> None:
    for number in range(4):
        store.journal.add_step(step(number))
    for _ in range(undone):
        store.journal.unwind(moment(90))
    numbers, done = expected
    assert store.journal.steps(most) == (tuple(step(n) for n in numbers), done)
