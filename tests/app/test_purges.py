"""What is purged is nowhere any more: not in the file, not in undo, not in the history."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.workspaces import Workspace
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.store.annotations import Ruling
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store
from tests.store.made import comparison, contents, source

LETTER = "The informer lives in Elm Street"


@pytest.fixture
def workspace(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    assert qapp
    secret = source(5, text=f"{LETTER}\nFive people died in the flood on Monday.\n")
    given = [*contents(0, 1), (secret, Original(secret.text.encode(), "/x/elm.txt"))]
    made = Workspace.create(tmp_path, given, "The flood")
    made.replace_analysis(comparison(*made.sources))
    yield made
    made.close()


def is_in(workspace: Workspace, *words: str) -> list[str]:
    """Which of the words can be found in the bytes of the file."""
    content = workspace.path.read_bytes()
    return [each for each in words if each.encode() in content]


def work(workspace: Workspace) -> None:
    """All kinds of things on the secret source, and some on others."""
    secret = workspace.source(source(5).id)
    passage = workspace.hands.passage(secret.id, Span(0, 12))
    other = workspace.hands.passage(source(0).id, Span(0, 12))
    assert passage is not None
    assert other is not None
    assert workspace.comparison is not None
    workspace.add_note(secret, "Written on the secret.")
    workspace.add_tag("Elm", on=[secret])
    workspace.give_verdict(workspace.comparison.relations, Ruling.CONFIRMED)
    workspace.hands.relate(RelationKind.MATCH, passage, other)
    workspace.edit_source(secret.id, title="Letter from Elm Street")
    workspace.add_note(source(0), "Ask the mayor.")


def test_of_a_purged_source_nothing_is_left_in_the_file(workspace: Workspace) -> None:
    work(workspace)
    before = workspace.path.stat().st_size
    words = LETTER, "Elm Street", "Written on the secret.", "elm.txt", "Letter from"
    assert is_in(workspace, *words) == list(words)
    workspace.keeping.purge(sources=[source(5).id])
    assert is_in(workspace, *words) == []
    assert workspace.path.stat().st_size < before
    assert [each.id for each in workspace.sources] == [source(0).id, source(1).id]
    assert [note.body for note in workspace.notes] == ["Ask the mayor."]
    assert workspace.undo_stack.count() == 0
    workspace.replace_analysis(comparison(*workspace.sources))
    told = [entry.words for entry in workspace.chronicle.entries()]
    assert told.count("something that was purged") == 5
    assert told[-1] == "note: “Ask the mayor.”"
    workspace.add_note(source(1), "Work goes on.")
    workspace.undo_stack.undo()
    workspace.close()
    with Store.open(workspace.path) as store:
        assert [note.body for note in store.notebook.notes()] == ["Ask the mayor."]


def test_a_source_that_was_taken_out_can_be_purged_too(workspace: Workspace) -> None:
    work(workspace)
    workspace.remove_source(source(5).id)
    assert workspace.keeping.taken_out == (source(5).id,)
    workspace.keeping.purge(sources=workspace.keeping.taken_out)
    assert is_in(workspace, LETTER) == []
    assert workspace.keeping.taken_out == ()


def test_of_a_purged_note_nothing_is_left_though_it_was_removed_before(workspace: Workspace) -> None:
    work(workspace)
    note = workspace.add_note(source(0), "He lives in Oak Street.")
    workspace.edit_note(note, body="He lives in Ash Street.")
    workspace.remove_note(note)
    words = "Oak Street", "Ash Street"
    assert is_in(workspace, *words) == list(words)
    notes = workspace.keeping.notes_ever_on(source(0))
    assert len(notes) == 2
    workspace.keeping.purge(notes=[note])
    assert is_in(workspace, *words) == []
    assert {each.body for each in workspace.notes} == {"Written on the secret.", "Ask the mayor."}
    assert workspace.is_analysed
    assert workspace.comparison is not None
    assert workspace.verdict_on(workspace.comparison.relations[0]) is not None
