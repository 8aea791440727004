"""Tags and notes: what they go on, how they read, their keys, and the sheet of all tags."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from counterpoint.store.annotations import SubjectKind
from counterpoint.views.notes import NoteCard
from counterpoint.views.tag_sheets import TagSheet
from tests.views.readers import Reader

_TAG, _KEY, _MEANING = 1, 2, 3


def card(reader: Reader) -> NoteCard:
    """The note that is in view."""
    return next(c for c in reader.room.inspector.notes.findChildren(NoteCard) if not c.isHidden())


def sheet(reader: Reader) -> TagSheet:
    found = reader.window.tags
    assert found is not None
    return found


def write(reader: Reader, row: int, column: int, words: str) -> str:
    """Into a cell of the sheet of tags, by keys; what the sheet then says."""
    table = sheet(reader).table
    table.setFocus()
    table.setCurrentCell(row, column)
    QTest.keyClick(table, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    reader.bot.wait(20)
    return sheet(reader).said.text()


def aim(reader: Reader, name: str) -> Reader:
    """Chooses what tags and notes go on, with the key and the arrows."""
    choice = reader.room.inspector.aim
    reader.press("G")
    place = next(i for i in range(choice.count()) if choice.itemText(i).startswith(name))
    choice.hidePopup()
    while choice.currentIndex() < place:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    reader.room.desk.setFocus()
    return reader


def test_a_note_reads_as_markdown_and_is_written_on_after_a_click(reader: Reader) -> None:
    reader.open_made().press("J").add_note("Ask the **mayor** <b>now</b>.")
    preview = card(reader).preview
    assert preview.isVisible()
    assert "<strong>mayor</strong> &lt;b&gt;now&lt;/b&gt;" in preview.text()
    reader.click(preview).press("End").type(" Today.").press("Esc")
    assert reader.notes == ["Ask the **mayor** <b>now</b>. Today."]
    assert "Today" in card(reader).preview.text()


def test_a_private_note_is_marked_kept_and_undone(reader: Reader) -> None:
    reader.open_made().press("J").add_note("From a friend.")
    reader.click(card(reader).private)
    assert [note.is_private for note in reader.workspace.notes] == [True]
    assert card(reader).private.isChecked()
    reader.press("Ctrl+Z")
    assert not card(reader).private.isChecked()


def test_a_note_is_removed_and_comes_back(reader: Reader) -> None:
    reader.open_made().press("J").add_note("Wrong.")
    assert reader.click(card(reader).remove).notes == []
    assert reader.press("Ctrl+Z").notes == ["Wrong."]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("On this finding", SubjectKind.RELATION),
        ("On the claim in A", SubjectKind.CLAIM),
        ("On the claim in B", SubjectKind.CLAIM),
        ("On the fact", SubjectKind.FACT),
        ("On source B", SubjectKind.SOURCE),
    ],
)
def test_tags_and_notes_go_on_what_is_chosen(reader: Reader, name: str, kind: SubjectKind) -> None:
    reader.open_made().press("J")
    aim(reader, name).add_note("Look here.").add_tag("Toll")
    assert [note.subject.kind for note in reader.workspace.notes] == [kind]
    assert [tagging.subject.kind for tagging in reader.workspace.taggings] == [kind]
    reader.press("J").press("K")
    assert reader.room.inspector.aim.currentText().startswith("On this finding")
    texts = [reader.room.inspector.aim.itemText(i) for i in range(reader.room.inspector.aim.count())]
    assert any(text.startswith(name) and text.endswith("1 tag, 1 note") for text in texts)


def test_a_tag_has_a_key_of_its_own(reader: Reader) -> None:
    reader.open_made().press("J").add_tag("Toll").press("Ctrl+T")
    assert "Double-click" in write(reader, 0, _KEY, "y")
    reader.press("Esc")
    assert not sheet(reader).isVisible()
    reader.room.desk.setFocus()
    assert reader.press("J").press("Y").tags == ["Toll"]
    assert reader.press("Y").tags == []
    reader.press("N").type("y").press("Esc")
    assert (reader.tags, reader.notes) == ([], ["y"])


def test_a_key_that_does_something_else_is_refused(reader: Reader) -> None:
    reader.open_made().press("J").add_tag("Toll").add_tag("Names").press("Ctrl+T")
    assert write(reader, 0, _KEY, "c") == "C does something else already; ? shows what."
    assert write(reader, 0, _KEY, "yy") == "A tag's key is one letter or digit."
    write(reader, 0, _KEY, "y")
    assert write(reader, 1, _KEY, "Y").startswith("Y is the key of")
    assert sorted(tag.key for tag in reader.workspace.tags) == ["", "y"]


def test_tags_are_renamed_explained_and_removed_on_their_sheet(reader: Reader) -> None:
    reader.open_made().press("J").add_tag("Toll").press("Ctrl+T")
    write(reader, 0, _TAG, "Dead and hurt")
    write(reader, 0, _MEANING, "How many people came to harm")
    assert [(tag.name, tag.description) for tag in reader.workspace.tags] == [
        ("Dead and hurt", "How many people came to harm")
    ]
    assert write(reader, 0, _TAG, "") == "A tag needs a name."
    reader.click(sheet(reader).removing)
    assert (reader.workspace.tags, reader.tags) == ((), [])
    reader.press("Ctrl+Z")
    assert reader.tags == ["Dead and hurt"]


def test_a_new_tag_is_made_on_the_sheet(reader: Reader) -> None:
    reader.open_made().press("Ctrl+T")
    reader.click(sheet(reader).new)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Weather")
    QTest.keyClick(field, Qt.Key.Key_Return)
    reader.bot.wait(20)
    assert [tag.name for tag in reader.workspace.tags] == ["Weather"]
    reader.click(next(b for b in sheet(reader).findChildren(QPushButton) if b.text().startswith("Close")))
    assert not sheet(reader).isVisible()
