import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from counterpoint.engine.passages import Span
from counterpoint.errors import TakenName
from counterpoint.store.annotations import Ruling, Subject, Tag, TagId
from counterpoint.store.homes import Homes
from counterpoint.store.stores import Store
from tests.store.made import comparison, contents, note, source, tag, tagging, verdict

ALL = (source(0), source(1), source(2))
HOMES = Homes(ALL, comparison(*ALL))
CONFLICT, MATCH = comparison(*ALL).relations[:2]
CLAIM = comparison(*ALL).accounts[0].claims[0]
FACT = comparison(*ALL).facts[0]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "flood.counterpoint", "The flood") as made:
        made.shelf.add(contents(0, 1, 2))
        made.shelf.arrange([each.id for each in ALL])
        yield made


def reopened(store: Store) -> Store:
    store.close()
    return Store.open(store.path)


def left_over(store: Store) -> int:
    with closing(sqlite3.connect(store.path)) as connection:
        tables = ("subject", "anchor")
        return sum(connection.execute(f"select count(*) from {table}").fetchone()[0] for table in tables)  # noqa: S608


SUBJECTS = [
    HOMES.passage(source(2).id, Span(16, 17)),
    *(HOMES.subject_of(target) for target in (CLAIM, CONFLICT, FACT, source(1))),
]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.kind)
def test_a_note_remembers_what_it_sits_on(store: Store, subject: Subject) -> None:
    private = replace(note("n", subject, "Says *who*? 🌊"), is_private=True)
    store.notebook.put_note(private)
    with reopened(store) as again:
        assert again.notebook.notes() == (private,)


def test_a_subject_remembers_its_words_and_what_stands_around_them() -> None:
    (anchor,) = HOMES.passage(source(2).id, Span(16, 17)).anchors
    assert (anchor.prefix, anchor.exact, anchor.suffix) == (
        "After the flood ",
        "🌊",
        "\nThe mayor of Nowhere opened 12 ",
    )


def test_a_note_is_changed_and_goes_away_with_its_subject(store: Store) -> None:
    first, second = note("a", SUBJECTS[0]), note("b", SUBJECTS[0], minutes=5)
    store.notebook.put_note(second)
    store.notebook.put_note(first)
    store.notebook.put_note(replace(first, body="Asked."))
    assert store.notebook.notes() == (replace(first, body="Asked."), second)
    store.notebook.drop_note(first.id)
    with reopened(store) as again:
        assert again.notebook.notes() == (second,)
        again.notebook.drop_note(second.id)
        again.notebook.drop_note(second.id)
    assert left_over(again) == 0


def test_there_is_one_verdict_on_a_relation_of_a_kind(store: Store) -> None:
    on_conflict, on_match = HOMES.subject_of(CONFLICT), HOMES.subject_of(MATCH)
    store.notebook.put_verdicts([verdict(on_conflict, Ruling.UNSURE), verdict(on_match, Ruling.CONFIRMED)])
    rejected = verdict(on_conflict, Ruling.REJECTED, minutes=3)
    store.notebook.put_verdicts([rejected])
    as_match = verdict(on_conflict, Ruling.CONFIRMED, is_conflict=False, minutes=4)
    store.notebook.put_verdicts([as_match])
    with reopened(store) as again:
        assert again.notebook.verdicts() == (verdict(on_match, Ruling.CONFIRMED), rejected, as_match)
        again.notebook.drop_verdicts(again.notebook.verdicts())
        assert again.notebook.verdicts() == ()
    assert left_over(again) == 0


def test_tags_come_by_name_and_sit_on_things(store: Store) -> None:
    toll, mayor = tag("Toll", colour="#d55e00", key="t", description="How many"), tag("mayor")
    store.notebook.put_tag(toll)
    store.notebook.put_tag(mayor)
    given = [tagging(toll, SUBJECTS[0]), tagging(toll, SUBJECTS[1], 1), tagging(mayor, SUBJECTS[1], 2)]
    store.notebook.put_taggings(given)
    store.notebook.put_taggings(given[:1])
    with reopened(store) as again:
        assert again.notebook.tags() == (mayor, toll)
        assert again.notebook.taggings() == tuple(given)
        assert again.notebook.taggings_of(toll.id) == tuple(given[:2])
        again.notebook.drop_taggings(given)
        again.notebook.drop_tag(toll.id)
        assert again.notebook.tags() == (mayor,)
    assert left_over(again) == 0


def test_a_tag_that_sits_on_something_does_not_go_away_by_itself(store: Store) -> None:
    toll = tag("Toll")
    store.notebook.put_tag(toll)
    store.notebook.put_taggings([tagging(toll, SUBJECTS[0])])
    with pytest.raises(sqlite3.IntegrityError):
        store.notebook.drop_tag(toll.id)
    assert store.notebook.tags() == (toll,)


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        (tag("TOLL"), "There is a tag “Toll” already."),
        (tag("Other", key="t"), "The key t gives the tag “Toll” already."),
    ],
)
def test_no_two_tags_have_one_name_or_one_key(store: Store, second: Tag, sentence: str) -> None:
    store.notebook.put_tag(tag("Toll", key="t"))
    with pytest.raises(TakenName) as caught:
        store.notebook.put_tag(second)
    assert str(caught.value) == sentence
    assert len(store.notebook.tags()) == 1


def test_a_tag_may_be_renamed_to_another_case_of_its_name(store: Store) -> None:
    store.notebook.put_tag(tag("Toll", key="t"))
    store.notebook.put_tag(replace(tag("Toll", key="t"), name="TOLL"))
    assert [each.name for each in store.notebook.tags()] == ["TOLL"]


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"name": " Toll"}, {"name": "Toll", "colour": "red"}, {"name": "Toll", "key": "tt"}]
)
def test_a_tag_has_a_name_a_colour_and_a_short_key(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not a "):
        Tag(TagId("x"), **fields)


def test_what_sits_on_sources_taken_out_is_kept_and_not_told_of(store: Store) -> None:
    on_one, on_both = HOMES.subject_of(source(1)), HOMES.subject_of(CONFLICT)
    store.notebook.put_note(note("one", on_one))
    store.notebook.put_note(note("both", on_both))
    store.shelf.arrange([source(0).id, source(2).id])
    with reopened(store) as again:
        assert [each.id for each in again.notebook.notes()] == ["both"]
        again.shelf.arrange([each.id for each in ALL])
        assert {each.id for each in again.notebook.notes()} == {"one", "both"}


def test_no_annotation_sits_on_a_source_that_there_never_was(store: Store) -> None:
    stranger = Homes([source(7)], None).subject_of(source(7))
    with pytest.raises(sqlite3.IntegrityError):
        store.notebook.put_note(note("n", stranger))
    assert store.notebook.notes() == ()
