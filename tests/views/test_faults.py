"""Projects that can't be opened or written any more, as a person meets them: a sentence, and a way on."""

import os
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from counterpoint.errors import UnwritableProject
from counterpoint.store.stores import Store
from tests.views.readers import Reader


def closed(reader: Reader) -> Path:
    """A project with a verdict and two notes, closed."""
    reader.open_made().press("J").press("C").add_note("Ask the mayor.")
    reader.workspace.add_note(reader.workspace.sources[0], "Who is Nobody?")
    path = reader.workspace.path
    reader.press("Ctrl+W")
    return path


def sql(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_damaged_project_is_told_of_and_what_is_left_is_saved_into_a_new_one(reader: Reader) -> None:
    path = closed(reader)
    sql(path, "update note set body = 'Ask nobody.' where body = 'Ask the mayor.'")
    before = path.read_bytes()
    reader.window.open_project(path)
    assert reader.message == (
        "Flood.counterpoint is damaged: what is in it is not what was written. It has 1 backup: Ctrl+B."
    )
    reader.click(reader.window.message.action)
    assert reader.workspace.path.name == "Flood, saved.counterpoint"
    assert [note.body for note in reader.workspace.notes] == ["Who is Nobody?"]
    assert "A note, which now reads “Ask nobody.”." in reader.message
    listed = reader.workspace.path.with_name("Flood, saved, missing.txt")
    assert listed.name in reader.message
    assert "- A note, which now reads “Ask nobody.”.\n" in listed.read_text()
    assert path.read_bytes() == before
    reader.wait()
    assert len(reader.workspace.sources) == 3


def test_the_original_of_a_text_that_is_lost_is_saved_beside_the_project(reader: Reader) -> None:
    path = closed(reader)
    sql(path, "delete from body where source = 's1'")
    reader.window.open_project(path)
    reader.click(reader.window.message.action)
    assert "The originals of 1 of these texts are beside it." in reader.message
    original = reader.workspace.path.with_name("Flood, saved, original 1, 1.txt")
    assert "Five people died in the flood on Monday." in original.read_text()
    assert len(reader.workspace.sources) == 2


def test_of_a_project_whose_index_only_is_damaged_nothing_is_missing(reader: Reader) -> None:
    path = closed(reader)
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("select rootpage from sqlite_schema where name = 'note_subject'").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(content)
    reader.window.open_project(path)
    reader.click(reader.window.message.action)
    assert [note.body for note in reader.workspace.notes] == ["Ask the mayor.", "Who is Nobody?"]
    assert reader.message.endswith("Nothing is missing but the steps of undo.")


def test_what_cannot_be_salvaged_says_so_and_points_to_the_backups(reader: Reader) -> None:
    path = closed(reader)
    path.write_bytes(path.read_bytes()[:5000])
    reader.window.open_project(path)
    reader.click(reader.window.message.action)
    assert reader.message == "Nothing in Flood.counterpoint can be read any more. Open a backup of it."
    reader.press("Ctrl+B").press("Enter")
    assert len(reader.workspace.notes) == 2


def test_what_may_not_be_written_is_worked_on_as_a_copy(reader: Reader) -> None:
    path = closed(reader)
    reader.window.keeper.tell_unopened(path, UnwritableProject("Flood.counterpoint can't be opened for writing."))
    reader.click(reader.window.message.action)
    assert reader.workspace.path == reader.folder / "projects" / "Flood.counterpoint"
    assert len(reader.workspace.notes) == 2
    assert "This is a copy" in reader.message


def test_when_the_drive_is_gone_nothing_shown_is_lost_and_all_goes_on_elsewhere(reader: Reader) -> None:
    reader.open_made().press("J").press("C").add_note("Ask the mayor.")
    ruled, path = reader.rulings, reader.workspace.path
    os.truncate(path, 0)  # as a drive that answers no more
    reader.press("K").press("J").press("R")
    assert "Everything that was shown as done before is still here." in reader.message
    assert reader.rulings == ruled
    reader.choose(reader.folder / "stick" / "Flood.counterpoint")
    reader.click(reader.window.message.action)
    assert reader.workspace.path == reader.folder / "stick" / "Flood.counterpoint"
    assert "originals, history and steps of undo stayed behind" in reader.message
    assert [note.body for note in reader.workspace.notes] == ["Ask the mayor."]
    reader.wait()
    assert len(reader.workspace.sources) == 3
    reader.press("Ctrl+W")
    Store.open(reader.folder / "stick" / "Flood.counterpoint").close()


def test_a_project_that_was_moved_away_while_open_goes_on_elsewhere_whole(reader: Reader) -> None:
    reader.open_made().press("J").add_note("Ask the mayor.")
    path = reader.workspace.path
    path.rename(path.with_suffix(".gone"))
    reader.press("C")
    assert "Is its drive still there?" in reader.message
    assert reader.rulings == {}
    reader.choose(reader.folder / "Flood.counterpoint")
    reader.click(reader.window.message.action)
    assert [note.body for note in reader.workspace.notes] == ["Ask the mayor."]
    reader.press("Ctrl+Z")
    assert reader.workspace.notes == ()


@pytest.mark.skipif(sys.platform != "linux", reason="needs limits on the size of files")
def test_on_a_full_disk_the_words_stay_typed_and_are_stored_when_there_is_room(reader: Reader) -> None:
    import resource

    reader.open_made().press("J").press("N").type("Ask the mayor, " + "who was there, " * 400)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, before[1]))  # a byte more, and the disk is full
    reader.press("Esc")
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)
    assert "Everything that was shown as done before is still here." in reader.message
    assert reader.workspace.notes == ()
    assert len(reader.notes) == 1  # in its field
    reader.press("N").press("Esc")
    assert len(reader.workspace.notes) == 1


def test_a_project_that_is_open_elsewhere_is_told_of_and_the_one_in_view_stays(reader: Reader) -> None:
    path = closed(reader)
    reader.open_made()
    here = reader.workspace.path
    with Store.open(path):
        reader.window.open_project(path)
    assert reader.message == f"{path.name} is open in another window."
    assert reader.workspace.path == here


def test_a_newer_project_is_left_to_the_newer_program(reader: Reader) -> None:
    path = closed(reader)
    sql(path, "pragma user_version = 99")
    reader.window.open_project(path)
    assert reader.message.startswith("Flood.counterpoint was changed by a newer Counterpoint.")
    assert reader.window.message.action.isHidden()
