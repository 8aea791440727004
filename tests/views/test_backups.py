"""Backups as a person meets them: nothing asked, everything there again."""

from pathlib import Path

from tests.views.readers import Reader


def rows(reader: Reader) -> list[str]:
    """What the sheet lists: project, why."""
    table = reader.window.keeper.sheet.table
    assert reader.window.keeper.sheet.isVisible()
    cells = [[table.item(row, column) for column in (1, 2)] for row in range(table.rowCount())]
    return [" ".join(item.text() for item in row if item is not None).strip() for row in cells]


def wait_for(reader: Reader, *wanted: str) -> None:
    """Backups of what is open are taken in the background."""
    reader.bot.waitUntil(lambda: rows(reader) == list(wanted))


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
    wait_for(reader.press("Ctrl+B"), "Flood")
    reader.press("Esc").add_note("Second.")
    wait_for(reader.press("Ctrl+B"), "Flood", "Flood")
    reader.press("Down").press("Enter")
    assert [note.body for note in reader.workspace.notes] == ["First."]
    reader.window.open_project(path)
    assert [note.body for note in reader.workspace.notes] == ["First.", "Second."]


def test_backups_can_be_deleted_for_good(reader: Reader) -> None:
    reader.press("Ctrl+B")
    assert rows(reader) == []
    wait_for(reader.press("Esc").open_made().press("Ctrl+B"), "Flood")
    reader.press("Del")
    assert rows(reader) == []
    assert not reader.window.keeper.sheet.opening.isEnabled()
    assert list((reader.folder / "backups").iterdir()) == []


def test_a_backup_that_cannot_be_taken_is_told_and_the_work_goes_on(reader: Reader) -> None:
    (reader.folder / "backups").write_text("in the way")
    reader.open_made().press("Ctrl+B")
    reader.bot.waitUntil(lambda: reader.message.startswith("No backup could be taken. "))
    reader.press("Esc").press("J").press("C")
    assert list(reader.rulings.values()) == ["confirmed"]


def test_a_copy_is_saved_after_a_word_on_what_is_in_it(reader: Reader) -> None:
    reader.open_made().press("J").add_note("Ask the mayor.")
    reader.workspace.add_note(reader.workspace.sources[0], "Off the record.", is_private=True)
    reader.workspace.remove_source(reader.workspace.sources[1].id)
    path, here = reader.folder / "mailed.counterpoint", reader.workspace.path
    reader.choose(path).press("Ctrl+Shift+E")
    assert reader.message.split("\n") == [
        "A copy has the whole project inside: texts, their original files, the history, and what can be undone.",
        "Confidential sources (B) are in it with name and text.",
        "1 private note: in it.",
        "1 source that you had taken out: in it.",
        "To hand over findings without these, export them: Ctrl+E.",
    ]
    assert not path.exists()
    reader.click(reader.window.message.action)
    assert reader.message == f"The copy is {path}. The project stays open where it is."
    reader.press("Ctrl+Shift+E").click(reader.window.message.action)
    assert reader.message == "There is a file mailed.counterpoint already."
    assert reader.workspace.path == here
    reader.window.open_project(path)
    assert [note.body for note in reader.workspace.notes] == ["Ask the mayor.", "Off the record."]


def test_a_damaged_backup_is_not_opened_and_says_so(reader: Reader) -> None:
    wait_for(reader.open_made().press("Ctrl+B"), "Flood")
    (backup,) = reader.window.keeper.backups.all()
    spoil(backup.path)
    reader.press("Enter")
    assert "is damaged" in reader.message
    assert not list((reader.folder / "projects").glob("*"))


def spoil(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Four people died in the flood", b"Nine people died in the flood"))
