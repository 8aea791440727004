"""Backups as a person meets them: nothing asked, everything there again."""

from pathlib import Path

from tests.views.readers import Reader


def rows(reader: Reader) -> list[str]:
    """What the sheet lists: project, why."""
    table = reader.window.keeper.sheet.table
    assert reader.window.keeper.sheet.isVisible()
    cells = [[table.item(row, column) for column in (1, 2)] for row in range(table.rowCount())]
    return [" ".join(item.text() for item in row if item is not None).strip() for row in cells]


def test_a_project_that_is_gone_comes_back_from_the_backup_of_its_closing(reader: Reader) -> None:
    reader.open_made().press("J").press("C").add_note("Ask the mayor.")
    path, ruled = reader.workspace.path, reader.rulings
    reader.press("Ctrl+W")
    path.unlink()
    reader.press("Ctrl+B")
    assert rows(reader) == ["Flood"]
    reader.press("Enter")
    assert reader.workspace.path.parent == reader.folder / "projects"
    assert reader.workspace.path.name.startswith("Flood, ")
    assert [note.body for note in reader.workspace.notes] == ["Ask the mayor."]
    assert reader.rulings == ruled
    assert "the project as it was then, as a new one" in reader.message
    reader.press("Ctrl+Z")
    assert reader.workspace.notes == ()  # undo came with it


def test_a_backup_of_what_is_open_leaves_it_as_it_is(reader: Reader) -> None:
    reader.open_made().press("J").add_note("First.")
    path = reader.workspace.path
    reader.press("Ctrl+B").press("Esc").add_note("Second.")
    reader.press("Ctrl+B")
    assert rows(reader) == ["Flood", "Flood"]
    reader.press("Down").press("Enter")
    assert [note.body for note in reader.workspace.notes] == ["First."]
    reader.window.open_project(path)
    assert [note.body for note in reader.workspace.notes] == ["First.", "Second."]


def test_backups_can_be_deleted_for_good(reader: Reader) -> None:
    reader.press("Ctrl+B")
    assert rows(reader) == []
    reader.press("Esc").open_made().press("Ctrl+B").press("Del")
    assert rows(reader) == []
    assert not reader.window.keeper.sheet.opening.isEnabled()
    assert list((reader.folder / "backups").iterdir()) == []


def test_a_backup_that_cannot_be_taken_is_told_and_the_work_goes_on(reader: Reader) -> None:
    (reader.folder / "backups").write_text("in the way")
    reader.open_made().press("Ctrl+B")
    assert reader.message.startswith("No backup could be taken. ")
    reader.press("Esc").press("J").press("C")
    assert list(reader.rulings.values()) == ["confirmed"]


def test_a_damaged_backup_is_not_opened_and_says_so(reader: Reader) -> None:
    reader.open_made().press("Ctrl+B")
    (backup,) = reader.window.keeper.backups.all()
    spoil(backup.path)
    reader.press("Enter")
    assert "is damaged" in reader.message
    assert not list((reader.folder / "projects").glob("*"))


def spoil(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Four people died in the flood", b"Nine people died in the flood"))
