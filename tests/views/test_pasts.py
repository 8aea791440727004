"""The history in the window: of what is looked at, and of everything as a document."""

from counterpoint.app.people import user_name
from tests.views.readers import Reader


def past(reader: Reader) -> list[str]:
    """What is told under the notes, without who and when."""
    lines = reader.room.inspector.past.words.split("\n")
    return [line.split(f", {user_name()}: ", 1)[1] for line in lines if line]


def test_the_history_of_a_finding_unfolds_and_follows(reader: Reader) -> None:
    reader.open_made().press("J").press("C")
    assert past(reader) == []
    reader.press("Ctrl+H")
    assert past(reader) == ["confirmed"]
    assert user_name() in reader.room.inspector.past.words
    reader.press("R")
    assert past(reader) == ["rejected", "confirmed"]
    reader.press("Ctrl+Z").add_note("Ask the <b>mayor</b>.")
    assert past(reader) == ["note: “Ask the <b>mayor</b>.”", "undone: rejected", "rejected", "confirmed"]
    reader.press("J")
    assert reader.room.inspector.past.words == "Nothing has been done to this yet."
    reader.press("Ctrl+H")
    assert past(reader) == []


def test_the_history_is_exported(reader: Reader) -> None:
    reader.open_made().press("J").press("C").choose(reader.folder / "history.md")
    reader.window.keeper.export_history()
    assert reader.message == "Exported to history.md."
    assert "confirmed (Flood in Nowhere: “Four people died" in (reader.folder / "history.md").read_text()


def test_what_is_done_bears_the_name_that_one_gives_oneself(reader: Reader) -> None:
    reader.press("Ctrl+Alt+U").type("Ana  Duarte").press("Enter")
    assert reader.toast == "What you do from now on is by Ana Duarte."
    reader.open_made().press("J").press("C").press("Ctrl+H")
    assert "Ana Duarte" in reader.room.inspector.past.words
    assert b"Ana Duarte" in (reader.folder / "preferences.ini").read_bytes()
    reader.come_back().open_recent().press("Ctrl+Alt+U")
    assert reader.window.names.field.text() == "Ana Duarte"
    reader.press("Del").press("Enter")
    assert reader.toast == f"What you do from now on is by {user_name()}."
    reader.press("J").press("R").press("Ctrl+H")
    assert user_name() in reader.room.inspector.past.words
    assert "Ana Duarte" in reader.room.inspector.past.words
    reader.press("Ctrl+Alt+U").press("Esc")
    assert not reader.window.names.isVisible()
