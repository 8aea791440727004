"""Who did what when: for every item, undo among it, also after closing; private words and sources stay inside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.people import user_name
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.relations import Relation
from counterpoint.store.annotations import Ruling
from counterpoint.store.stores import Store
from counterpoint.writers.pasts import history_report
from tests.projects import fifth
from tests.store.made import comparison, contents, source


@pytest.fixture
def workspace(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    assert qapp
    made = Workspace.create(tmp_path, contents(0, 1, 2), "The flood")
    made.replace_analysis(comparison(*made.sources))
    yield made
    made.close()


def conflict(workspace: Workspace) -> Relation:
    assert workspace.comparison is not None
    return workspace.comparison.relations[0]


def told(workspace: Workspace, of: Relation | None = None) -> list[str]:
    """The last one first."""
    return [entry.words for entry in workspace.chronicle.entries_on(of or conflict(workspace))]


def test_everything_done_to_a_finding_is_told_with_who_and_when(workspace: Workspace) -> None:
    workspace.give_verdict([conflict(workspace)], Ruling.CONFIRMED)
    tag = workspace.add_tag("Toll", on=[conflict(workspace)])
    note = workspace.add_note(conflict(workspace), "Ask the mayor.")
    workspace.edit_note(note, body="Ask the **mayor**.")
    workspace.undo_stack.undo()
    workspace.undo_stack.redo()
    workspace.untag(tag, [conflict(workspace)])
    workspace.give_verdict([conflict(workspace)], None)
    assert told(workspace) == [
        "verdict taken back",
        "tag “Toll” taken off",
        "done again: note changed from “Ask the mayor.” to “Ask the **mayor**.”",
        "undone: note changed from “Ask the mayor.” to “Ask the **mayor**.”",
        "note changed from “Ask the mayor.” to “Ask the **mayor**.”",
        "note: “Ask the mayor.”",
        "tag “Toll” given",
        "confirmed",
    ]
    entries = workspace.chronicle.entries()
    assert {entry.by for entry in entries} == {user_name()}
    assert [entry.made for entry in entries] == sorted(entry.made for entry in entries)
    assert told(workspace, workspace.comparison.relations[1] if workspace.comparison else None) == []


def test_the_history_outlives_closing_analysis_and_what_undo_throws_away(workspace: Workspace) -> None:
    workspace.give_verdict([conflict(workspace)], Ruling.CONFIRMED)
    workspace.undo_stack.undo()
    workspace.give_verdict([conflict(workspace)], Ruling.REJECTED)  # the first step is gone from undo
    workspace.close()
    again = Workspace.open(workspace.path)
    again.replace_analysis(comparison(*again.sources))
    assert told(again) == ["rejected", "undone: confirmed", "confirmed"]
    again.undo_stack.undo()
    assert told(again)[0] == "undone: rejected"
    again.close()


def test_what_is_typed_in_one_go_is_one_entry(workspace: Workspace) -> None:
    note = workspace.add_note(conflict(workspace), "A")
    for body in ("As", "Ask", "Ask the mayor."):
        workspace.edit_note(note, body=body, joins=True)
    assert told(workspace) == ["note: “Ask the mayor.”"]


def test_sources_have_a_history_too(workspace: Workspace) -> None:
    workspace.edit_source(source(1).id, title="Under water")
    workspace.remove_source(source(1).id)
    workspace.undo_stack.undo()
    words = [entry.words for entry in workspace.chronicle.entries_on(workspace.source(source(1).id))]
    assert words == [
        "undone: removal of “Under water”",
        "removal of “Under water”",
        "change of title: title from “Nowhere under water” to “Under water”",
    ]


def test_what_leaves_the_project_holds_no_private_words_and_nothing_confidential(workspace: Workspace) -> None:
    workspace.add_note(source(0), "Ask the mayor.")
    workspace.add_note(source(0), "My contact is Jane.", is_private=True)
    workspace.add_note(source(2), "From the informer.")  # confidential
    workspace.edit_source(source(2).id, title="The informer's letter")
    workspace.remove_source(source(2).id)
    report = history_report(workspace.title, workspace.chronicle.lines())
    assert f"{user_name()}: note: “Ask the mayor.” (Flood in Nowhere)" in report
    assert report.count("\n- ") == 5
    for word in ("Jane", "informer", "After the flood"):
        assert word not in report
    assert "private note" in report


def test_an_older_project_tells_what_can_be_undone(tmp_path: Path, qapp: QApplication) -> None:
    import shutil

    from tests.projects import third

    assert qapp
    workspace = Workspace.open(Path(shutil.copy(third.PATH, tmp_path / "kept.counterpoint")))
    entries = workspace.chronicle.entries()
    assert len({entry.made for entry in entries}) == 1
    assert {entry.by for entry in entries} == {""}
    assert entries[0].words == "addition of 1 source"
    workspace.close()


def test_every_kind_of_step_is_told(tmp_path: Path, qapp: QApplication) -> None:
    import shutil

    assert qapp
    workspace = Workspace.open(Path(shutil.copy(fifth.PATH, tmp_path / "kept.counterpoint")))
    entries = workspace.chronicle.entries()
    assert all(entry.words and entry.bare for entry in entries)
    assert entries[-1].words.startswith("undone: ")
    assert "checked" in [entry.words for entry in entries]
    assert history_report("x", workspace.chronicle.lines()).count("\n- ") == len(entries)
    workspace.close()


def test_a_damaged_history_is_told_when_it_is_asked_for(workspace: Workspace) -> None:
    workspace.add_note(source(0), "Ask the mayor.")
    workspace.close()
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(workspace.path, isolation_level=None)) as connection:
        connection.execute("update deed set by = 'nobody'")
    with Store.open(workspace.path) as store, pytest.raises(Exception, match="is damaged"):
        store.journal.deeds.all()
