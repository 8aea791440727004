from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Role
from counterpoint.errors import BusyProject, UnwritableProject
from counterpoint.store.annotations import DEFAULT_COLOUR, Ruling, TagId
from counterpoint.store.backups import Backups
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store
from tests.app.snapshots import snapshot
from tests.store.made import comparison, contents, source


class Told:
    """What a workspace has told."""

    def __init__(self, workspace: Workspace) -> None:
        self.changes: list[Changes] = []
        self.failures: list[str] = []
        workspace.changed.connect(self.changes.append)
        workspace.failed.connect(self.failures.append)

    @property
    def things(self) -> set[Thing]:
        return {thing for changes in self.changes for thing in changes.things}


@pytest.fixture
def workspace(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    assert qapp
    made = Workspace.create(tmp_path, contents(0, 1, 2), "The flood")
    made.replace_analysis(comparison(*made.sources))
    yield made
    made.close()


@pytest.fixture
def told(workspace: Workspace) -> Told:
    return Told(workspace)


def conflict(workspace: Workspace) -> Relation:
    assert workspace.comparison is not None
    return workspace.comparison.relations[0]


def reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return Workspace.open(workspace.path)


# Files


def test_a_project_is_a_file_from_its_first_source_on_named_after_it(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp
    first = Workspace.create(tmp_path / "Counterpoint", contents(0, 1))
    second = Workspace.create(tmp_path / "Counterpoint", contents(0))
    assert first.path == tmp_path / "Counterpoint" / "Flood in Nowhere.counterpoint"
    assert second.path == tmp_path / "Counterpoint" / "Flood in Nowhere 2.counterpoint"
    assert first.title == second.title == "Flood in Nowhere"
    assert not first.undo_stack.canUndo()
    assert not first.is_analysed
    for each in (first, second):
        each.close()
        each.close()


def test_a_source_without_a_title_makes_an_untitled_story(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp
    made = Workspace.create(tmp_path, [(replace(source(0), title=" "), Original(source(0).text.encode()))])
    assert made.path.name == "Untitled story.counterpoint"
    made.close()


def test_where_no_project_can_be_made_nothing_is_left(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableProject):
        Workspace.create(tmp_path / "file", contents(0))
    twice = contents(0, 1)
    with pytest.raises(ValueError, match="order"):
        Workspace.create(tmp_path, [*twice, (replace(source(0), id=source(1).id), twice[0][1])])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_sample_opens_as_a_copy(tmp_path: Path, workspace: Workspace) -> None:
    workspace.add_note(source(0), "Shipped")
    workspace.close()
    before = workspace.path.read_bytes()
    for name in ("The flood.counterpoint", "The flood 2.counterpoint"):
        copy = Workspace.open_copy(workspace.path, tmp_path / "mine")
        assert copy.path == tmp_path / "mine" / name
        copy.remove_note(copy.notes[0].id)
        copy.close()
    assert workspace.path.read_bytes() == before


def test_the_file_is_renamed_with_its_title_also_by_undo(workspace: Workspace, tmp_path: Path, told: Told) -> None:
    (tmp_path / "The deluge.counterpoint").write_text("of another")
    workspace.set_title("  The   deluge ")
    assert workspace.title == "The deluge"
    assert workspace.path.name == "The deluge 2.counterpoint"
    workspace.undo_stack.undo()
    assert workspace.path.name == "The flood.counterpoint"
    workspace.undo_stack.redo()
    assert [changes.things for changes in told.changes] == [{Thing.TITLE}] * 3
    with_it = reopened(workspace)
    assert with_it.title == "The deluge"
    with_it.undo_stack.undo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["The deluge.counterpoint", "The flood.counterpoint"]
    with_it.close()


def test_a_file_that_a_person_named_keeps_its_name(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    workspace.path.rename(tmp_path / "mine.counterpoint")
    opened = Workspace.open(tmp_path / "mine.counterpoint")
    opened.set_title("The deluge")
    assert opened.path.name == "mine.counterpoint"
    opened.close()


def test_a_title_of_nothing_is_none(workspace: Workspace, told: Told) -> None:
    workspace.set_title("  ")
    workspace.set_title("The flood")
    assert told.changes == []
    assert not workspace.undo_stack.canUndo()


def test_a_project_is_open_once(workspace: Workspace) -> None:
    with pytest.raises(BusyProject):
        Workspace.open(workspace.path)


def test_a_copy_is_saved_elsewhere(workspace: Workspace, tmp_path: Path) -> None:
    workspace.keeping.save_copy(tmp_path / "copy.counterpoint")
    copy = Workspace.open(tmp_path / "copy.counterpoint")
    assert snapshot(copy) == snapshot(workspace)
    copy.close()


def test_a_fault_of_the_disk_is_told_and_nothing_has_happened(workspace: Workspace, told: Told) -> None:
    before = snapshot(workspace)
    workspace.path.rename(workspace.path.with_suffix(".moved"))
    workspace.add_note(source(0), "Lost?")
    workspace.set_setting("zoom", 2)
    workspace.replace_analysis(replace(comparison(*workspace.sources), shares_little=True))
    workspace.path.with_suffix(".moved").rename(workspace.path)
    assert len(told.failures) == 3
    assert told.changes == []
    assert snapshot(workspace) == before


# Sources


def test_sources_are_added_at_the_right_as_one_step(workspace: Workspace, told: Told) -> None:
    workspace.add_sources(contents(3, 4))
    assert [each.id for each in workspace.sources] == ["s0", "s1", "s2", "s3", "s4"]
    assert workspace.original(source(4).id) == contents(4)[0][1]
    assert told.changes[0].sources == {source(3).id, source(4).id}
    assert not workspace.is_analysed
    assert workspace.comparison == comparison(source(0), source(1), source(2))
    workspace.undo_stack.undo()
    assert len(workspace.sources) == 3
    assert workspace.is_analysed
    again = reopened(workspace)
    again.undo_stack.redo()
    assert again.original(source(4).id) == contents(4)[0][1]
    again.close()


def test_a_source_that_is_there_is_passed_over_and_told(workspace: Workspace, told: Told) -> None:
    workspace.add_sources(contents(0, 3))
    assert len(workspace.sources) == 4
    assert told.failures == ["“Flood in Nowhere” is in this project already."]
    workspace.add_sources(contents(0))
    assert len(told.failures) == 2
    assert workspace.undo_stack.count() == 1


def test_what_was_undone_and_overwritten_leaves_the_file(workspace: Workspace) -> None:
    workspace.add_sources([(source(3), Original(b"the very secret bytes " * 9))])
    workspace.undo_stack.undo()
    workspace.set_setting("x", 1)
    assert b"the very secret bytes" in workspace.path.read_bytes()
    workspace.add_note(source(0), "Another step")
    workspace.close()
    assert b"the very secret bytes" not in workspace.path.read_bytes()


def test_a_source_taken_out_takes_its_annotations_with_it_and_brings_them_back(workspace: Workspace) -> None:
    workspace.add_note(source(1), "On it")
    workspace.give_verdict([conflict(workspace)], Ruling.REJECTED)
    before = snapshot(workspace)
    workspace.remove_source(source(1).id)
    assert workspace.undo_stack.undoText() == "removal of “Nowhere under water”"
    assert workspace.notes == ()
    assert workspace.comparison is not None
    assert [each.source for each in workspace.comparison.accounts] == [source(0), source(2)]
    again = reopened(workspace)
    again.undo_stack.undo()
    assert snapshot(again) == before
    again.remove_source(source(1).id)
    again.add_sources(contents(1))
    assert [each.body for each in again.notes_on(source(1))] == ["On it"]
    again.close()


def test_a_source_brought_back_as_a_draft_is_a_draft(workspace: Workspace) -> None:
    workspace.remove_source(source(1).id)
    workspace.add_sources([(source(1, role=Role.DRAFT), contents(1)[0][1])])
    assert workspace.source(source(1).id).role is Role.DRAFT
    workspace.undo_stack.setIndex(0)
    assert workspace.source(source(1).id) == source(1)


def test_particulars_are_edited(workspace: Workspace, told: Told) -> None:
    workspace.edit_source(source(0).id, title="Another", published=date(2020, 1, 1), confidential=True)
    workspace.edit_source(source(0).id, title="Another")
    assert workspace.sources[0] == replace(source(0), title="Another", published=date(2020, 1, 1), confidential=True)
    assert len(told.changes) == 1
    workspace.undo_stack.undo()
    assert workspace.sources[0] == source(0)


def test_columns_are_arranged(workspace: Workspace, told: Told) -> None:
    order = [source(n).id for n in (2, 0, 1)]
    workspace.arrange_sources(order)
    workspace.arrange_sources(order)
    assert [each.id for each in workspace.sources] == order
    assert len(told.changes) == 1
    with pytest.raises(ValueError, match="order"):
        workspace.arrange_sources(order[:2])


# Findings


def test_an_opened_project_shows_its_findings_without_analysis(workspace: Workspace) -> None:
    found = workspace.comparison
    again = reopened(workspace)
    assert again.comparison == found is not None
    assert again.is_analysed
    again.close()


def test_an_analysis_that_comes_too_late_is_dropped(workspace: Workspace, told: Told) -> None:
    late = comparison(*workspace.sources)
    workspace.add_sources(contents(3))
    del told.changes[:]
    workspace.replace_analysis(late)
    assert told.changes == []
    assert not workspace.is_analysed
    workspace.replace_analysis(comparison(*workspace.sources))
    assert workspace.is_analysed
    assert told.things == {Thing.ANALYSIS, Thing.VERDICTS, Thing.TAGGINGS, Thing.NOTES, Thing.STATUSES}
    workspace.undo_stack.undo()
    assert not workspace.is_analysed
    assert workspace.comparison == comparison(source(0), source(1), source(2))


def test_verdicts_outlive_a_new_analysis(workspace: Workspace) -> None:
    relation = conflict(workspace)
    workspace.give_verdict([relation], Ruling.REJECTED)
    workspace.add_sources(contents(3))
    workspace.replace_analysis(comparison(*workspace.sources))
    found = workspace.verdict_on(conflict(workspace))
    assert found is not None
    assert found.ruling is Ruling.REJECTED


def test_verdicts_on_several_findings_are_one_step(workspace: Workspace, told: Told) -> None:
    assert workspace.comparison is not None
    relations = workspace.comparison.relations
    workspace.give_verdict(relations[:2], Ruling.CONFIRMED)
    workspace.give_verdict(relations, Ruling.REJECTED)
    workspace.give_verdict(relations, Ruling.REJECTED)
    assert len(told.changes) == 2
    assert workspace.undo_stack.undoText() == f"rejection of {len(relations)} findings"
    workspace.undo_stack.undo()
    verdicts = [workspace.verdict_on(relation) for relation in relations]
    assert [each and each.ruling for each in verdicts] == [Ruling.CONFIRMED] * 2 + [None] * (len(relations) - 2)
    workspace.give_verdict(relations, None)
    assert {workspace.verdict_on(relation) for relation in relations} == {None}
    workspace.undo_stack.undo()
    assert workspace.verdict_on(relations[0]) == verdicts[0]


# Tags and notes


def test_a_new_tag_sits_at_once_on_what_it_was_made_for(workspace: Workspace) -> None:
    assert workspace.comparison is not None
    claim, fact = workspace.comparison.accounts[0].claims[0], workspace.comparison.facts[0]
    passage = workspace.passage(source(1).id, Span(0, 7))
    tag = workspace.add_tag("  The  toll ", key="t", description="How many", on=[claim, fact, passage, claim])
    assert [(each.name, each.colour, each.key) for each in workspace.tags] == [("The toll", DEFAULT_COLOUR, "t")]
    for target in (claim, fact, passage):
        assert [each.id for each in workspace.tags_on(target)] == [tag]
    assert len(workspace.taggings) == 3
    workspace.undo_stack.undo()
    assert workspace.tags == workspace.taggings == ()
    assert not workspace.undo_stack.canUndo()


def test_tags_are_given_and_taken(workspace: Workspace, told: Told) -> None:
    relation = conflict(workspace)
    tag = workspace.add_tag("Toll")
    workspace.tag(tag, [relation, source(0)])
    workspace.tag(tag, [relation])
    workspace.untag(tag, [relation, source(1)])
    workspace.untag(tag, [relation])
    assert workspace.tags_on(relation) == ()
    assert len(workspace.tags_on(source(0))) == 1
    assert len(told.changes) == 3
    assert [workspace.undo_stack.text(n) for n in range(3)] == [
        "new tag “Toll”",
        "tag “Toll”",
        "taking off of tag “Toll”",
    ]


def test_a_tag_is_edited_and_removed_from_everything(workspace: Workspace, told: Told) -> None:
    tag = workspace.add_tag("Toll", on=[source(0), source(1)])
    workspace.edit_tag(tag, name=" Death  toll", colour="#d55e00")
    workspace.edit_tag(tag, name="  ")
    assert [each.name for each in workspace.tags] == ["Death toll"]
    workspace.remove_source(source(1).id)
    workspace.remove_tag(tag)
    assert workspace.tags == workspace.taggings == ()
    workspace.undo_stack.setIndex(2)
    assert len(workspace.taggings) == 2
    assert told.failures == []


def test_a_name_that_is_taken_is_told(workspace: Workspace, told: Told) -> None:
    workspace.add_tag("Toll")
    tag = workspace.add_tag("toll", on=[source(0)])
    assert told.failures == ["There is a tag “Toll” already."]
    assert tag not in {each.id for each in workspace.tags}
    assert workspace.taggings == ()
    assert workspace.undo_stack.count() == 1


def test_notes_are_written_changed_and_removed(workspace: Workspace) -> None:
    relation = conflict(workspace)
    note = workspace.add_note(relation, "Ask", is_private=True)
    for body in ("Ask t", "Ask the", "Ask the mayor"):
        workspace.edit_note(note, body=body, joins=True)
    workspace.edit_note(note, body="Ask the mayor")
    (found,) = workspace.notes_on(relation)
    assert (found.body, found.is_private) == ("Ask the mayor", True)
    assert found.changed >= found.made
    assert workspace.undo_stack.count() == 1
    again = reopened(workspace)
    again.remove_note(note)
    assert again.notes == ()
    again.undo_stack.undo()
    assert again.notes == (found,)
    again.undo_stack.undo()
    assert again.notes == ()
    again.close()


def test_what_sits_on_a_thing_that_is_gone_is_lost_and_not_forgotten(workspace: Workspace) -> None:
    relation = conflict(workspace)
    workspace.give_verdict([relation], Ruling.CONFIRMED)
    workspace.add_note(relation, "Ask")
    workspace.add_tag("Toll", on=[relation])
    found = workspace.comparison
    assert found is not None
    assert workspace.lost == ()
    workspace.replace_analysis(replace(found, relations=found.relations[1:]))
    assert {type(each).__name__ for each in workspace.lost} == {"Verdict", "Tagging", "Note"}
    assert [anchor.exact for anchor in workspace.lost[0].subject.anchors] == [
        "Four people died in the flood on Monday.",
        "Five people died in the flood on Monday.",
    ]
    assert len(workspace.notes) == 1
    workspace.replace_analysis(found)
    assert workspace.lost == ()
    assert len(workspace.notes_on(relation)) == 1


def test_settings_are_remembered_without_a_step(workspace: Workspace, told: Told) -> None:
    workspace.set_setting("splitter", [100, 200])
    workspace.set_setting("splitter", [100, 200])
    assert told.changes == [Changes(frozenset((Thing.SETTINGS,)))]
    assert not workspace.undo_stack.canUndo()
    again = reopened(workspace)
    assert again.settings == {"splitter": [100, 200]}
    again.close()


def test_nothing_is_told_of_a_thing_that_is_not_there(workspace: Workspace) -> None:
    stranger = source(7)
    assert workspace.notes_on(stranger) == workspace.taggings_on(stranger) == ()
    with pytest.raises(KeyError):
        workspace.passage(stranger.id, Span(0, 1))
    with pytest.raises(StopIteration):
        workspace.remove_tag(TagId("x"))


def test_an_older_project_is_backed_up_when_it_is_brought_up(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    again = Workspace.open(workspace.path, Backups(tmp_path / "backups"))
    assert not (tmp_path / "backups").exists()  # nothing had to be brought up
    again.close()
    with Store.open(workspace.path) as store:
        assert store.title() == "The flood"
