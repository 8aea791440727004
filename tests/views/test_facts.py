"""The facts table: what each source says of one thing, reached from the columns and leading back to them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counterpoint.app.preferences import View
from tests.views.readers import Reader

FOUR, FIVE = "Four people died in the flood on Monday.", "Five people died in the flood on Monday."


def test_every_fact_has_a_row_and_every_source_a_cell(reader: Reader) -> None:
    reader.open_made().press("F")
    assert reader.room.table.isVisible()
    assert not reader.room.desk.isVisible()
    assert reader.facts[0].startswith(f"Disputed, 3 voices | {FOUR} | {FIVE} | The mayor of Nowhere")
    assert reader.facts[1].startswith("Consensus, 3 voices | The mayor opened 12 shelters. | The mayor opened twelve")
    assert len(reader.facts) == 2


def test_an_empty_cell_says_so(reader: Reader) -> None:
    reader.open_made(0, 1).press("F")
    reader.copy("The mayor opened 12 shelters.\nA bridge was lost.").press("Ctrl+Shift+V").wait()
    alone = next(fact for fact in reader.facts if "A bridge was lost." in fact)
    assert alone == "Told by one source only | not told | not told | A bridge was lost."


def test_the_table_stands_on_what_was_looked_at_in_the_columns_and_back(reader: Reader) -> None:
    reader.open_made().press("J").press("J").press("F")
    headline = reader.headline
    assert (reader.fact, headline) == ("1, 2", "Five / The")
    reader.press("F")
    assert reader.room.desk.isVisible()
    assert reader.headline == headline


def test_arrows_walk_the_cells_and_what_one_stands_on_is_looked_at(reader: Reader) -> None:
    reader.open_made().press("F").click_cell(0, 0)
    assert (reader.fact, reader.headline) == ("1, 1", "Four / Five")
    assert reader.press("Right").press("Right").fact == "1, 3"
    assert reader.headline == "Five / The"
    assert reader.press("Down").fact == "2, 3"
    current = reader.room.walk.current
    assert current is not None
    assert (current.a.letter, current.b.letter) == ("B", "C")


@pytest.mark.parametrize("way", ["Enter", "twice", "F"])
def test_from_a_cell_to_the_passages_in_the_columns(reader: Reader, way: str) -> None:
    reader.open_made().press("F").click_cell(0, 2, twice=way == "twice")
    if way != "twice":
        reader.press(way)
    assert reader.room.view is View.COLUMNS
    assert reader.headline == "Five / The"
    assert {"B", "C"} <= set(reader.letters)
    assert not reader.room.desk.isHidden()
    reader.press("R")
    assert reader.verdict == "rejected"


def test_a_claim_that_one_source_tells_is_shown_in_its_column(reader: Reader) -> None:
    reader.open_made(0, 1)
    reader.copy("Nothing was heard.\n" * 60 + "A bridge was lost.").press("Ctrl+Shift+V").wait().press("F")
    row = next(number for number, fact in enumerate(reader.facts) if "A bridge was lost." in fact)
    reader.room.table.view.scrollTo(reader.room.table.model.index(row, 2))
    reader.click_cell(row, 2).press("Enter")
    page = reader.room.desk.columns[-1].page
    extent = page.extent(page.visible()[-1])
    assert "C" in reader.letters
    assert page.marks[page.visible()[-1]].span.of(reader.workspace.sources[2].text) == "A bridge was lost."
    assert extent.top < page.height()


def test_verdicts_are_given_in_the_table_and_change_how_a_fact_stands(reader: Reader) -> None:
    reader.open_made().press("F").click_cell(0, 0).press("R")
    assert reader.rulings == {"Four / Five": "rejected"}
    reader.click_cell(0, 2).press("R")
    assert reader.facts[1].startswith("Disputed, 3 voices, rejected |")  # it comes last of all
    assert reader.fact == "2, 3"
    reader.press("Ctrl+Z").press("Ctrl+Z")
    assert reader.facts[0].startswith("Disputed, 3 voices |")


def test_j_and_k_walk_the_findings_in_the_table(reader: Reader) -> None:
    reader.open_made().press("F").press("J")
    assert (reader.place, reader.fact) == ("1 / 4", "1, 1")
    assert reader.press("J").press("J").press("J").fact == "2, 2"
    assert reader.press("K").place == "3 / 4"


def test_filters_hold_for_the_table_too_and_what_is_looked_at_stays(reader: Reader) -> None:
    reader.open_made().press("F").press("X")
    assert [fact.split(",")[0] for fact in reader.facts] == ["Disputed"]
    assert "2 of 4 findings and 1 of 2 facts" in reader.room.chips.counted
    reader.press("M")
    assert [fact.split(",")[0] for fact in reader.facts] == ["Consensus"]
    reader.press("J").press("C").press("O")
    assert len(reader.facts) == 1
    reader.press("C")
    assert reader.chips == ["Agreements", "Undecided"]


def test_no_key_decides_on_a_fact_that_is_not_in_the_table(reader: Reader) -> None:
    reader.open_made().press("F").press("F9").press("J").press("M")
    for keys in ("C", "R", "U", "Ctrl+Shift+C"):
        reader.press(keys)
        assert reader.rulings == {}
    reader.press("J").press("C")
    current = reader.room.walk.current
    assert current is not None
    assert reader.room.table.row is not None
    assert current in reader.room.table.row.findings


def test_only_numbers_and_only_what_is_untagged(reader: Reader) -> None:
    reader.open_made().press("F").click_cell(0, 0).add_tag("Toll")
    reader.filter("Tag", "Untagged")
    assert [fact.split(",")[0] for fact in reader.facts] == ["Consensus"]
    reader.press("A").filter("Tag", "Toll")
    assert [fact.split(",")[0] for fact in reader.facts] == ["Disputed"]
    reader.press("A").filter("About", "Places")
    assert reader.facts == []
    assert reader.room.table._nothing.isVisible()  # noqa: SLF001


def test_the_order_is_chosen_by_key_by_list_and_by_a_column(reader: Reader) -> None:
    reader.open_made().press("F")
    assert reader.facts[0].startswith("Disputed")
    header = reader.room.table.view.horizontalHeader()
    place = header.sectionViewportPosition(2) + 20
    reader.click(header.viewport(), header.viewport().rect().topLeft() + type(header.pos())(place, 8))
    assert reader.room.table.ruler.orders.currentText().startswith("As told by C")
    reader.press("S")
    assert reader.room.table.ruler.orders.currentText() == "Disputed first"
    reader.press("S")
    assert reader.room.table.ruler.orders.currentText() == "Most voices first"


def test_a_fact_is_copied_with_all_quotes_and_reasons(reader: Reader) -> None:
    reader.open_made().press("F").click_cell(0, 0).press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("**Disputed, 3 voices**")
    assert f"> **Four**{FOUR[4:]}" in data.text()
    assert f"> **Five**{FIVE[4:]}" in data.text()
    assert "“Four” against “Five”" in data.text()
    assert "withheld" in data.text()
    assert "she said" not in data.text()
    assert "<b>Five</b>" in data.html()
    assert reader.menu("Copy") == "Copy fact (Ctrl+C)"


def test_a_claim_alone_is_copied_from_its_column(reader: Reader) -> None:
    reader.open_made(0, 1).copy("A bridge was lost.\nNothing was heard.").press("Ctrl+Shift+V").wait()
    reader.select("Nothing was heard").press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "**Claim**\n\n> Nothing was heard.\n\n— A bridge was lost.\n"


def test_the_view_is_remembered(reader: Reader) -> None:
    reader.open_made().press("F")
    reader.come_back().open_recent()
    assert reader.room.table.isVisible()
    assert QApplication.focusWidget() is reader.room.table.view
    reader.click(reader.window.head.switch.buttons[View.COLUMNS])
    assert reader.room.desk.isVisible()
    assert reader.come_back().open_recent().room.view is View.COLUMNS


def test_the_table_is_used_by_keyboard_alone_and_has_names(reader: Reader) -> None:
    reader.open_made().press("F")
    reader.press("Down")
    assert reader.fact == "1, 1"
    assert reader.press("Down").press("Right").fact == "2, 2"
    reader.press("Tab")
    assert QApplication.focusWidget() is not reader.room.table.view
    model = reader.room.table.model
    assert reader.room.table.view.accessibleName() == "Facts table"
    assert model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == f"B  The Nowhere Times: {FIVE}"


def test_a_right_click_on_a_cell_offers_what_can_be_done_with_its_fact(reader: Reader) -> None:
    reader.open_made().press("F")
    view = reader.room.table.view
    index = view.model().index(1, 0)
    reader.right_click(view.viewport(), view.visualRect(index).center())
    assert view.currentIndex().row() == 1
    offered = reader.offered()
    assert (offered["Show in the columns"], offered["Confirm"]) == ("F", "C")
