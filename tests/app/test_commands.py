import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from counterpoint.app.commands import (
    AddNote,
    AddSources,
    Changes,
    Command,
    EditNote,
    EditSource,
    EditTag,
    GiveVerdict,
    SetTitle,
    Several,
    Thing,
    command_form,
    joined,
    lightened,
    sources_kept,
)
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Ruling
from counterpoint.store.homes import Homes
from counterpoint.store.shelves import particulars
from counterpoint.store.stores import Store
from tests.projects import first, third
from tests.store.made import comparison, contents, note, source, tag, verdict

THREE = first.THREE


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "flood.counterpoint", "The flood") as made:
        first.start(made)
        yield made


def told(store: Store) -> tuple[object, ...]:
    """All that a person can see of a store."""
    notebook = store.notebook
    return (
        store.title(),
        store.shelf.sources(),
        store.analysis.comparison(),
        set(notebook.verdicts()),
        notebook.tags(),
        set(notebook.taggings()),
        set(notebook.notes()),
        set(notebook.own_claims()),
        set(notebook.own_relations()),
        set(notebook.statuses()),
        [store.revisions.of(each.id) for each in store.shelf.sources()],
    )


def test_every_command_can_be_undone_and_done_again(store: Store) -> None:
    states = [told(store)]
    commands = list(third.steps())
    for command in commands:
        command.do(store)
        assert told(store) != states[-1], command.label
        states.append(told(store))
    for command, before in zip(reversed(commands), reversed(states[:-1]), strict=True):
        command.undo(store)
        assert told(store) == before, command.label
    for command, after in zip(commands, states[1:], strict=True):
        command.do(store)
        assert told(store) == after, command.label


def test_every_kind_of_command_is_tried() -> None:
    assert {type(command) for command in third.steps()} == set(get_args(Command))


def test_every_command_is_the_same_after_the_journal_but_for_the_contents_of_sources() -> None:
    for command in third.steps():
        packed = json.dumps(command_form().pack(command))
        assert command_form().unpack(json.loads(packed)) == lightened(command)
        assert len(packed) < 10_000


@pytest.mark.parametrize(
    "packed",
    [{}, {"is": "Nothing"}, {"is": "SetTitle", "before": "a"}, {"is": "Several", "label": "x", "commands": [1]}],
)
def test_what_is_no_command_is_refused(packed: object) -> None:
    with pytest.raises(ValueError, match="not "):
        command_form().unpack(packed)


def test_changes_tell_what_and_of_which_sources(store: Store) -> None:
    changes = [command.do(store) for command in third.steps()]
    assert changes[0].sources == {source(3).id}
    assert Thing.SOURCES in changes[0].things
    assert Thing.ANALYSIS in changes[0].things
    assert changes[1] == Changes(frozenset((Thing.TITLE,)))
    assert changes[4] == Changes(frozenset((Thing.VERDICTS,)), frozenset((source(0).id, source(1).id)))
    assert changes[6] == Changes(frozenset((Thing.TAGS,)))
    assert changes[7].things == {Thing.TAGS, Thing.TAGGINGS}
    assert changes[12] == Changes(frozenset((Thing.NOTES,)), frozenset((source(2).id,)))


def test_changes_of_all_sources_and_of_some_are_of_all() -> None:
    some = Changes(frozenset((Thing.NOTES,)), frozenset((SourceId("a"),)))
    other = Changes(frozenset((Thing.TAGGINGS,)), frozenset((SourceId("b"),)))
    assert some | other == Changes(frozenset((Thing.NOTES, Thing.TAGGINGS)), frozenset((SourceId("a"), SourceId("b"))))
    assert (some | Changes(frozenset((Thing.TAGS,)))).sources == frozenset()


def test_labels_follow_undo_in_the_menu() -> None:
    assert [command.label for command in third.steps()] == [
        "addition of 1 source",
        "change of the project's title",
        "new order of the sources",
        "change of a source",
        "verdict of 2 findings",
        "rejection of 1 finding",
        "new tag “Toll”",
        "tag “Mayor”",
        "tag “Toll”",
        "taking off of tag “Toll”",
        "renaming of tag “Mayor”",
        "removal of tag “The mayor”",
        "note",
        "note",
        "note",
        "change of a note",
        "removal of a note",
        "removal of “Flood in Nowhere”",
        "claim by hand",
        "claim by hand",
        "new extent of a claim",
        "removal of a claim",
        "agreement by hand",
        "agreement by hand",
        "conflict by hand",
        "removal of an agreement",
        "addition of 1 source",
        "statuses",
        "agreement by hand",
        "change of evidence",
        "keeping of “As it came”",
        "writing in the draft",
        "new place of what was lost",
        "newer text of the draft",
    ]


def test_a_long_name_is_cut_in_a_label() -> None:
    long = tag("x" * 60)
    assert EditTag(long, tag("y")).label == f"renaming of tag “{'x' * 39}…”"


def test_labels_of_verdicts_count() -> None:
    relations = comparison(*THREE).relations
    homes = Homes(THREE, comparison(*THREE))
    of = [homes.subject_of(relation) for relation in relations]
    for ruling, label in (
        (Ruling.CONFIRMED, "confirmation of 2 findings"),
        (Ruling.REJECTED, "rejection of 2 findings"),
        (Ruling.UNSURE, "“unsure” on 2 findings"),
    ):
        given = tuple(verdict(each, ruling) for each in of[:2])
        assert GiveVerdict((), given).label == label
        assert GiveVerdict(given[:1], ()).label == "clearing of 1 finding"


@pytest.mark.parametrize(
    ("change", "label"),
    [
        ({"title": "x"}, "change of title"),
        ({"confidential": True}, "change of confidentiality"),
        ({"url": "x", "title": "x"}, "change of a source"),
    ],
)
def test_labels_of_particulars_name_what_changes(change: dict[str, object], label: str) -> None:
    before = particulars(source(0))
    assert EditSource(source(0).id, before, replace(before, **change)).label == label  # type: ignore[arg-type]


PASSAGE = Homes(THREE, None).passage(source(0).id, Span(0, 5))
A, B, C = (note("n", PASSAGE, body) for body in "abc")
X, Y, Z = (tag("a", key=key) for key in "xyz")


@pytest.mark.parametrize(
    ("earlier", "later", "both"),
    [
        (EditNote(A, B), EditNote(B, C), EditNote(A, C)),
        (AddNote(A), EditNote(A, B), AddNote(B)),
        (SetTitle("a", "b"), SetTitle("b", "c"), SetTitle("a", "c")),
        (EditTag(X, Y), EditTag(Y, Z), EditTag(X, Z)),
        (EditNote(A, B), EditNote(note("other", PASSAGE), C), None),
        (SetTitle("a", "b"), EditNote(A, B), None),
    ],
)  # fmt: skip
def test_typing_goes_on_in_one_field_only(earlier: Command, later: Command, both: Command | None) -> None:
    assert joined(earlier, later) == both


def test_the_journal_keeps_the_sources_that_a_step_may_bring_back() -> None:
    adding = AddSources((source(3).id,), tuple(contents(3)))
    assert sources_kept(Several("x", (adding, SetTitle("a", "b"), adding))) == (source(3).id,)
    assert sources_kept(SetTitle("a", "b")) == ()
    assert lightened(Several("x", (adding,))) == Several("x", (AddSources((source(3).id,)),))
