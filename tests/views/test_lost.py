"""What has lost its place: shown with its words, put elsewhere or taken away, and never gone without a word."""

from dataclasses import replace

from tests.store.made import comparison
from tests.views.readers import Reader


def lose(reader: Reader) -> None:
    """The comparison no longer finds any relation."""
    found = comparison(*reader.workspace.sources)
    reader.workspace.replace_analysis(replace(found, relations=()))


def listed(reader: Reader) -> list[list[str]]:
    table = reader.room.lost.table
    cells = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [[cell.text() for cell in row if cell is not None] for row in cells]


def test_what_has_lost_its_place_is_told_and_shown_with_its_words(reader: Reader) -> None:
    reader.open_made().press("J").press("C").add_tag("Toll").add_note("Ask the mayor.")
    lose(reader)
    assert reader.message == "3 notes, tags or verdicts have lost their place. They are kept."
    reader.click(reader.window.message.action)
    words = "A: Four people died in the flood on Monday.  /  B: Five people died in the flood on Monday."
    assert listed(reader) == [
        ["Note", "Ask the mayor.", words], ["Verdict", "Conflict: confirmed", words], ["Tag", "Toll", words],
    ]  # fmt: skip
    reader.press("Esc")
    assert not reader.room.lost.isVisible()


def test_a_note_is_put_on_what_is_looked_at(reader: Reader) -> None:
    reader.open_made().press("J").add_note("Ask the mayor.")
    lose(reader)
    claim = reader.room.desk.columns[0].page.marks[0].id
    reader.room.walk.select_claim(claim)  # pyright: ignore[reportArgumentType]
    reader.press("Ctrl+L").press("Enter")
    assert listed(reader) == []
    assert reader.notes == ["Ask the mayor."]
    assert reader.menu("Undo") == "Undo new place of a note (Ctrl+Z)"
    reader.press("Esc").press("Ctrl+Z").press("Ctrl+L")
    assert [row[1] for row in listed(reader)] == ["Ask the mayor."]


def test_all_of_them_are_removed_as_one_step(reader: Reader) -> None:
    reader.open_made().press("J").press("R").add_tag("Toll").add_note("Ask the mayor.")
    lose(reader)
    reader.press("Ctrl+L").press("Ctrl+A").press("Del")
    assert listed(reader) == []
    assert reader.workspace.notes == ()
    reader.press("Esc").press("Ctrl+Z").press("Ctrl+L")
    assert len(listed(reader)) == 3


def test_where_nothing_is_lost_the_sheet_says_so(reader: Reader) -> None:
    reader.open_made().press("Ctrl+L")
    assert reader.room.lost.said.text() == "Nothing has lost its place."
    reader.press("Enter").press("Del").press("Esc")
    assert not reader.room.lost.isVisible()
