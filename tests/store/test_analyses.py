from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counterpoint.engine.sources import Role
from counterpoint.store.shelves import particulars
from counterpoint.store.stores import Store
from tests.store.made import comparison, contents, source

ALL = (source(0), source(1), source(2))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "flood.counterpoint", "The flood") as made:
        made.shelf.add(contents(0, 1, 2))
        made.shelf.arrange([each.id for each in ALL])
        yield made


def test_there_is_no_analysis_before_the_first(store: Store) -> None:
    assert store.analysis.comparison() is None
    assert not store.analysis.is_analysed()


def test_an_opened_project_needs_no_analysis(store: Store) -> None:
    store.analysis.replace(comparison(*ALL))
    store.close()
    with Store.open(store.path) as again:
        assert again.analysis.comparison() == comparison(*ALL)
        assert again.analysis.is_analysed()


def test_the_same_findings_are_one_value_until_something_changes(store: Store) -> None:
    store.analysis.replace(comparison(*ALL))
    found = store.analysis.comparison()
    assert store.analysis.comparison() is found
    store.analysis.replace(comparison(*ALL))
    assert store.analysis.comparison() == found


def test_findings_on_a_source_taken_out_are_out_and_facts_are_joined_anew(store: Store) -> None:
    store.analysis.replace(comparison(*ALL))
    store.shelf.arrange([source(0).id, source(1).id])
    assert store.analysis.comparison() == comparison(source(0), source(1))
    assert not store.analysis.is_analysed()
    store.shelf.arrange([source(n).id for n in (2, 1, 0)])
    assert store.analysis.comparison() == comparison(*ALL)
    assert store.analysis.is_analysed()


def test_a_new_source_has_no_findings_yet_and_the_others_keep_theirs(store: Store) -> None:
    store.analysis.replace(comparison(*ALL))
    store.shelf.add(contents(3))
    store.shelf.arrange([*(each.id for each in ALL), source(3).id])
    assert store.analysis.comparison() == comparison(*ALL)
    assert not store.analysis.is_analysed()


def test_an_analysis_outlives_titles_but_not_roles_and_dates(store: Store) -> None:
    store.analysis.replace(comparison(*ALL))
    for change, holds in (
        ({"title": "Another", "confidential": True, "outlet": ""}, True),
        ({"role": Role.DRAFT}, False),
        ({"published": date(2020, 1, 1)}, False),
    ):
        store.shelf.describe(source(0).id, replace(particulars(source(0)), **change))
        assert store.analysis.is_analysed() is holds
        found = store.analysis.comparison()
        assert found is not None
        assert found.accounts[0].source == store.shelf.source(source(0).id)


def test_findings_of_another_shape_are_none(store: Store) -> None:
    store.analysis.replace(comparison(*ALL))
    (row,) = store._tables.rows("comparison")  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    store._tables.put("comparison", [{**row, "form": "of another engine"}])  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    store.close()
    with Store.open(store.path) as again:
        assert again.analysis.comparison() is None
        assert not again.analysis.is_analysed()


def test_a_new_analysis_takes_the_place_of_the_last(store: Store) -> None:
    store.analysis.replace(comparison(*ALL))
    store.shelf.arrange([source(0).id, source(1).id])
    store.analysis.replace(comparison(source(0), source(1)))
    assert store.analysis.is_analysed()
    store.shelf.arrange([each.id for each in ALL])
    assert store.analysis.comparison() == comparison(source(0), source(1))
    store.close()
    with Store.open(store.path) as again:
        assert again.analysis.comparison() == comparison(source(0), source(1))


def test_an_analysis_that_could_not_be_stored_is_not_shown(store: Store) -> None:
    store.analysis.replace(comparison(source(0), source(1)))
    with pytest.raises(ZeroDivisionError), store.atomic():  # noqa: PT012
        store.analysis.replace(comparison(*ALL))
        raise ZeroDivisionError
    assert store.analysis.comparison() == comparison(source(0), source(1))


def test_the_accounts_that_changed_are_written_and_the_others_kept(store: Store) -> None:
    whole = comparison(*ALL)
    store.analysis.replace(whole)
    fewer = replace(whole.accounts[1], claims=whole.accounts[1].claims[:1])
    other = replace(whole, accounts=(whole.accounts[0], fewer, whole.accounts[2]), relations=(), facts=())
    store.analysis.replace(other)
    assert store.analysis.comparison() == other
    store.close()
    with Store.open(store.path) as again:
        assert again.analysis.comparison() == other
