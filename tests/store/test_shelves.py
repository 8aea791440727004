from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counterpoint.engine.sources import Role
from counterpoint.store.shelves import Original, particulars
from counterpoint.store.stores import Store
from tests.store.made import contents, moment, source


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "flood.counterpoint", "The flood") as made:
        made.shelf.add(contents(0, 1, 2))
        made.shelf.arrange([source(n).id for n in (0, 1, 2)])
        yield made


def reopened(store: Store) -> Store:
    store.close()
    return Store.open(store.path)


def test_sources_come_back_with_every_field_and_their_bytes(store: Store) -> None:
    with reopened(store) as again:
        assert again.shelf.sources() == (source(0), source(1), source(2))
        assert again.shelf.original(source(0).id) == Original(source(0).text.encode(), "/home/someone/0.txt")


def test_a_source_of_which_nothing_is_known_comes_back_so(store: Store) -> None:
    bare = replace(source(3), title="", outlet="", author="", url="", published=None, sha256="", repairs=())
    store.shelf.add([(bare, Original(b"\xff\0"))])
    with reopened(store) as again:
        assert again.shelf.source(bare.id) == bare
        assert again.shelf.original(bare.id) == Original(bytes((255, 0)), "")
        assert again.shelf.path(bare.id) == ""


def test_where_pages_begin_is_kept_until_a_draft_is_written_in(store: Store) -> None:
    printed, paper = replace(source(3), pages=(0, 20)), replace(source(4), pages=(0, 7), role=Role.DRAFT)
    store.shelf.add([(printed, Original(b"%PDF")), (paper, Original(b"%PDF"))])
    with reopened(store) as again:
        assert again.shelf.source(printed.id).pages == (0, 20)
        assert again.shelf.source(paper.id).pages == (0, 7)
        again.shelf.write(paper.id, "Other words.\n", ())
        again.shelf.forget()
        assert again.shelf.source(paper.id).pages == ()
        again.shelf.sweep()
        assert not again.shelf.has(printed.id)


def test_a_source_taken_out_is_out_of_view_and_kept(store: Store) -> None:
    store.shelf.arrange([source(2).id, source(0).id])
    with reopened(store) as again:
        assert again.shelf.sources() == (source(2), source(0))
        assert again.shelf.has(source(1).id)
        again.shelf.arrange([source(n).id for n in (1, 2, 0)])
        assert again.shelf.sources() == (source(1), source(2), source(0))


def test_no_order_holds_a_source_twice_or_one_that_is_not_there(store: Store) -> None:
    for order in ([source(0).id, source(0).id], [source(7).id]):
        with pytest.raises(ValueError, match="not an order"):
            store.shelf.arrange(order)
    assert len(store.shelf.sources()) == 3


def test_what_is_there_is_not_written_again(store: Store) -> None:
    other = replace(source(0), title="Another title")
    store.shelf.add([(other, Original(b"other bytes"))])
    assert store.shelf.source(source(0).id) == source(0)
    assert store.shelf.original(source(0).id).content == source(0).text.encode()


def test_particulars_change_and_the_text_does_not(store: Store) -> None:
    new = replace(
        particulars(source(0)),
        title="Ω",
        role=Role.DRAFT,
        published=None,
        retrieved=date(2026, 4, 1),
        confidential=True,
    )
    store.shelf.describe(source(0).id, new)
    with reopened(store) as again:
        found = again.shelf.source(source(0).id)
        assert particulars(found) == new
        assert (found.text, found.sha256, found.repairs) == (source(0).text, source(0).sha256, source(0).repairs)
        assert [each.id for each in again.shelf.sources()] == [source(n).id for n in (0, 1, 2)]


def test_what_is_in_view_is_the_same_tuple_until_it_changes(store: Store) -> None:
    first = store.shelf.sources()
    assert store.shelf.sources() is first
    store.shelf.describe(source(0).id, particulars(source(1)))
    assert store.shelf.sources() is not first


def test_a_source_that_is_out_and_that_no_step_needs_is_swept_with_its_bytes(store: Store) -> None:
    from counterpoint.store.journals import Step

    store.journal.add_step(Step("removal", "{}", moment(0), (source(1).id,)))
    store.shelf.arrange([source(0).id])
    store.shelf.sweep()
    assert store.shelf.has(source(1).id)
    assert not store.shelf.has(source(2).id)
    with reopened(store) as again:
        again.shelf.sweep()
        assert again.shelf.has(source(1).id)
        with pytest.raises(KeyError):
            again.shelf.source(source(2).id)
    assert b"/home/someone/2.txt" not in store.path.read_bytes()
