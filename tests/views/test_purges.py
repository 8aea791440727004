"""Purging in the window: asked for once, named where it may still be, and gone."""

from PySide6.QtWidgets import QApplication

from tests.views.readers import Reader


def test_a_source_is_purged_after_a_question_and_its_backups_are_named(reader: Reader) -> None:
    reader.open_made().press("J").press("C").press("Ctrl+B").press("Esc").press("F6")
    path, letter = reader.workspace.path, reader.letters[0]
    active = reader.room.desk.active
    assert active is not None
    title = active.source.title
    reader.window.keeper.purge_source()
    assert reader.message.startswith(f"“{title}” and every verdict, tag and note on it would be gone")
    assert len(reader.workspace.sources) == 3
    assert title.encode() in path.read_bytes()
    reader.click(reader.window.message.action)
    assert reader.message.startswith("It is purged. 1 backup of this project may still hold it: ")
    assert len(reader.workspace.sources) == 2
    assert active.source.text.encode() not in path.read_bytes()
    reader.click(reader.window.message.action)
    assert reader.window.keeper.backups.of(path) == ()
    reader.press("Ctrl+Z")
    assert len(reader.workspace.sources) == 2
    reader.wait().press("J").press("R")
    assert letter == "A"


def test_notes_are_purged_with_what_was_removed(reader: Reader) -> None:
    reader.open_made().press("J").add_note("He lives in Oak Street.")
    reader.workspace.remove_note(reader.workspace.notes[0].id)
    QApplication.processEvents()
    reader.window.keeper.purge_notes()
    assert reader.message.startswith("1 note on this, removed ones included,")
    reader.click(reader.window.message.action)
    assert b"Oak Street" not in reader.workspace.path.read_bytes()
    reader.window.keeper.purge_notes()
    assert reader.message == "There is no note on what is shown, and there never was."


def test_where_nothing_was_taken_out_nothing_is_asked(reader: Reader) -> None:
    reader.open_made()
    reader.window.keeper.purge_taken_out()
    assert reader.message == "No source has been taken out of this project."
    reader.workspace.remove_source(reader.workspace.sources[0].id)
    reader.window.keeper.purge_taken_out()
    reader.click(reader.window.message.action)
    assert reader.workspace.keeping.taken_out == ()
