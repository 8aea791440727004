"""Finding words everywhere, walking the hits, and listing only what has them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from counterpoint.app.preferences import View
from counterpoint.views.notes import Preview
from tests.views.readers import Reader


def test_words_are_marked_in_every_source_and_counted(reader: Reader) -> None:
    reader.open_made().find("shelters")
    assert reader.marked == {"A": ["shelters"], "B": ["shelters"], "C": ["shelters"]}
    assert reader.room.find_bar.count.text() == "3 found"
    assert reader.hits == [
        "A  The Nowhere Times: 1", "The mayor opened 12 shelters.",
        "B  The Nowhere Times: 1", "The mayor opened twelve shelters.",
        "C  The Nowhere Times: 1", "The mayor of Nowhere opened 12 shelters, she said.",
    ]  # fmt: skip
    assert reader.room.desk.isVisible()


def test_hits_are_walked_by_f3_and_enter_round_and_back(reader: Reader) -> None:
    reader.open_made().find("shelters").press("Enter")
    assert (reader.room.find_bar.count.text(), reader.marked["A"]) == ("1 of 3", ["SHELTERS"])
    assert reader.press("F3").room.find_bar.count.text() == "2 of 3"
    reader.press("F3").press("F3")
    assert reader.room.find_bar.count.text() == "1 of 3"
    assert reader.press("Shift+F3").room.find_bar.count.text() == "3 of 3"
    assert "C" in reader.letters
    assert reader.marked["C"] == ["SHELTERS"]


def test_plain_letters_are_typed_into_the_field_and_esc_closes_it(reader: Reader) -> None:
    reader.open_made().press("J").find("crux jam")
    assert (reader.verdict, reader.place, reader.chips) == ("", "1 / 4", [])
    assert reader.room.find_bar.count.text() == "Not found"
    reader.press("Esc")
    assert not reader.room.find_bar.isVisible()
    assert reader.marked == {}
    assert reader.press("C").verdict == "confirmed"


def test_f3_goes_on_with_the_words_of_the_last_time(reader: Reader) -> None:
    reader.open_made().find("mayor").press("Esc")
    assert reader.press("F3").room.find_bar.count.text() == "1 of 3"
    assert reader.press("F3").room.find_bar.count.text() == "2 of 3"
    reader.press("J")  # the caret is not in the field
    assert reader.place == "1 / 4"


def test_f3_asks_for_words_where_there_are_none(reader: Reader) -> None:
    reader.open_made().press("F3")
    assert QApplication.focusWidget() is reader.room.find_bar.field


def test_selected_words_are_sought(reader: Reader) -> None:
    reader.open_made()
    page = reader.room.desk.columns[0].page
    at = page.point_of(reader.workspace.sources[0].text.index("Monday") + 2)
    reader.bot.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    reader.press("Ctrl+F")
    assert reader.room.find_bar.field.text() == "Monday"
    assert reader.room.find_bar.count.text() == "2 found"


def test_tags_and_notes_are_found_and_lead_to_what_they_are_on(reader: Reader) -> None:
    reader.open_made().press("J").add_tag("Ask the mayor").press("J").add_note(
        "The **mayor** was abroad, says the mayor."
    )
    reader.press("J").find("mayor")
    assert reader.hits[-5:] == [
        "Tags: 1", "Ask the mayor (on Four / Five)",
        "Notes: 2", *["The **mayor** was abroad, says the mayor. (on Five / The)"] * 2,
    ]  # fmt: skip
    reader.press("Shift+F3")
    assert reader.headline == "Five / The"
    assert "background-color" in reader.room.inspector.notes.findChildren(Preview)[0].text()
    reader.press("Shift+F3").press("Shift+F3")
    assert reader.headline == "Four / Five"
    chip = reader.room.inspector.tags.findChildren(QPushButton, "chip")[-1]
    assert chip.property("found") is True


def test_a_note_on_a_claim_and_on_a_source_is_led_to(reader: Reader) -> None:
    reader.open_made()
    first = reader.room.walk.everything[0]
    reader.workspace.add_note(first.b.claim, "Who counted?")
    reader.workspace.add_note(reader.workspace.sources[2], "Whose paper is it?")
    reader.find("who counted").press("Enter")
    assert reader.headline == " / ".join(first.headline)
    assert reader.notes == ["Who counted?"]
    reader.press("Esc").find("whose paper").press("Enter")
    assert reader.notes == ["Whose paper is it?"]
    assert "C" in reader.letters


def test_what_changes_is_found_anew(reader: Reader) -> None:
    reader.open_made().press("J").find("cellar").press("Esc").add_note("Ask about the cellar.").press("F3")
    assert reader.room.find_bar.count.text() == "1 of 1"
    reader.press("Ctrl+Z")
    assert reader.room.find_bar.count.text() == "Not found"


def test_a_click_on_a_hit_goes_there(reader: Reader) -> None:
    reader.open_made().find("shelters")
    view = reader.room.hits.view
    reader.click(view.viewport(), view.visualRect(view.model().index(5, 0)).center())
    assert reader.marked["C"] == ["SHELTERS"]
    assert "C" in reader.letters


def test_a_passage_far_down_is_brought_into_view(reader: Reader) -> None:
    reader.open_made(0, 1).copy("Nothing was heard.\n" * 200 + "A bridge was lost.").press("Ctrl+Shift+V").wait()
    reader.find("bridge").press("Enter")
    column = next(column for column in reader.room.desk.columns if "bridge" in column.source.text)
    place = column.page.point_of(column.source.text.index("bridge"))
    assert 0 < place.y() < column.page.height()


def test_only_what_has_the_words_is_listed_and_a_chip_says_so(reader: Reader) -> None:
    reader.open_made().press("Ctrl+Shift+F").type("died")
    assert (reader.chips, len(reader.room.walk.admitted)) == (["“died”"], 3)
    reader.press("Esc")
    assert reader.chips == ["“died”"]
    assert len(reader.listed) == 3
    reader.press("X")
    assert reader.chips == ["Conflicts", "“died”"]
    reader.press("A")
    assert reader.chips == []
    assert not reader.room.find_bar.filter.isChecked()


def test_while_hits_are_listed_nothing_is_decided_on_all_findings(reader: Reader) -> None:
    reader.open_made().find("mayor").press("Ctrl+Shift+C")
    assert reader.rulings == {}
    reader.press("Esc").press("Ctrl+Shift+C")
    assert {finding.ruling for finding in reader.room.walk.everything} == {"confirmed"}


def test_hits_are_found_in_the_facts_table_and_else_in_the_columns(reader: Reader) -> None:
    reader.open_made().press("F").find("12 shelters").press("Enter")
    assert (reader.room.view, reader.fact) == (View.FACTS, "2, 1")
    reader.press("F3")
    assert reader.fact == "1, 3"
    reader.press("Esc").find("after the flood").press("Enter")  # a title is in no cell
    assert reader.room.view is View.COLUMNS
    assert reader.marked == {"C": ["AFTER THE FLOOD"]}


def test_marks_stay_when_the_text_is_set_anew(reader: Reader) -> None:
    reader.open_made().find("shelters").press("Enter")
    reader.window.larger_text()
    QApplication.processEvents()
    assert reader.marked == {"A": ["SHELTERS"], "B": ["shelters"], "C": ["shelters"]}
