"""Columns: which are in view, where they stand, how wide, and what their headers say."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox

from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Ruling
from counterpoint.views.headers import HEADER, Header
from tests.store.made import TEXTS
from tests.views.readers import Reader

LINES = "".join(f"Point {n} is told here.\n" for n in range(12))


def header(reader: Reader, letter: str) -> Header:
    """Of the column with this letter."""
    return reader.room.desk.columns[reader.letters.index(letter)].header


def shown(reader: Reader) -> str:
    """The letters in view, from left to right."""
    return reader.letters


def titles(reader: Reader) -> list[str]:
    return [source.title for source in reader.workspace.sources]


# Which are in view


def test_ten_accounts_are_gone_through_sideways(reader: Reader) -> None:
    reader.open_texts(*(f"{TEXTS[n % 3]}{n}\n" for n in range(10)))
    reader.window.set_columns(3)
    assert shown(reader) == "ABC"
    reader.press("Ctrl+Right").press("Ctrl+Right")
    assert shown(reader) == "CDE"
    reader.turn(reader.room.desk.columns[0].page.viewport(), 1, sideways=True)
    assert shown(reader) == "DEF"
    for _ in range(9):
        reader.click(reader.room.desk.strip.on)
    assert shown(reader) == "HIJ"
    assert not reader.room.desk.strip.on.isEnabled()
    reader.press("Ctrl+Left")
    assert shown(reader) == "GHI"


def test_the_strip_has_room_for_ten_accounts_on_a_small_screen(reader: Reader) -> None:
    reader.open_texts(*(f"{TEXTS[n % 3]}{n}\n" for n in range(10)))
    reader.window.resize(1024, 700)
    reader.bot.wait(30)
    strip = reader.room.desk.strip
    picks = [strip.pick_of(source.id) for source in reader.workspace.sources]
    assert all(strip.rect().contains(pick.mapTo(strip, pick.rect().bottomRight())) for pick in picks)
    assert len({(pick.x(), pick.y()) for pick in picks}) == 10
    assert strip.height() < 110


def test_the_pinned_column_stays_at_the_left(reader: Reader) -> None:
    reader.open_texts(*(f"{TEXTS[n % 3]}{n}\n" for n in range(6)))
    reader.window.set_columns(3)
    reader.click(header(reader, "C").pin)
    assert shown(reader) == "CAB"
    reader.press("Ctrl+Right")
    assert shown(reader) == "CBD"
    reader.come_back().open_recent()
    assert shown(reader) == "CBD"
    assert header(reader, "C").pin.isChecked()
    reader.click(header(reader, "C"), QPoint(4, 60)).press("P")
    assert shown(reader) == "BCD"


def test_what_a_project_showed_it_shows_again(reader: Reader) -> None:
    reader.open_texts(*(f"{TEXTS[n % 3]}{n}\n" for n in range(6)))
    reader.window.set_columns(2)
    reader.press("4").press("5")
    assert shown(reader) == "DE"
    reader.come_back().open_recent()
    assert shown(reader) == "DE"


# Where they stand, and how wide


def test_a_column_is_carried_by_its_header(reader: Reader) -> None:
    reader.open_made()
    reader.window.resize(1366, 768)
    reader.window.set_columns(3)
    first, last = header(reader, "A"), header(reader, "C")
    place = first.mapFromGlobal(last.mapToGlobal(QPoint(last.width() - 8, 40)))
    reader.drag(first, QPoint(8, 60), place)
    assert titles(reader) == ["Nowhere under water", "After the flood 🌊", "Flood in Nowhere"]
    assert reader.workspace.undo_stack.undoText() == "new order of the sources"
    reader.press("Ctrl+Z")
    assert titles(reader)[0] == "Flood in Nowhere"


def test_a_source_is_carried_in_the_strip_and_is_not_clicked_with_it(reader: Reader) -> None:
    reader.open_made()
    reader.window.set_columns(3)
    strip = reader.room.desk.strip
    picks = [strip.pick_of(source.id) for source in reader.workspace.sources]
    start = picks[2].rect().center()
    reader.drag(picks[2], start, picks[2].mapFromGlobal(picks[0].mapToGlobal(QPoint(3, 8))))
    assert titles(reader)[0] == "After the flood 🌊"
    assert shown(reader) == "ABC"


def test_a_column_is_moved_by_keys(reader: Reader) -> None:
    reader.open_made()
    reader.window.set_columns(3)
    reader.press("F6").press("Ctrl+Shift+Right")
    assert titles(reader) == ["Nowhere under water", "Flood in Nowhere", "After the flood 🌊"]
    reader.press("Ctrl+Shift+Right").press("Ctrl+Shift+Right")
    assert titles(reader) == ["Nowhere under water", "After the flood 🌊", "Flood in Nowhere"]
    reader.press("Shift+F6").press("Ctrl+Shift+Left")
    assert titles(reader)[0] == "After the flood 🌊"


def test_a_gutter_is_drawn_to_make_a_column_wider(reader: Reader) -> None:
    reader.open_made()
    reader.window.resize(1366, 768)
    reader.window.set_columns(3)
    reader.bot.wait(30)
    desk = reader.room.desk
    before = [column.width() for column in desk.columns]
    gutter = desk.gutters[0]
    reader.drag(gutter, QPoint(30, HEADER // 2), QPoint(100, HEADER // 2))
    after = [column.width() for column in desk.columns]
    assert after[0] - before[0] == pytest.approx(70, abs=3)
    assert before[1] - after[1] == pytest.approx(70, abs=3)
    assert after[2] == pytest.approx(before[2], abs=2)
    reader.come_back().open_recent()
    reader.window.resize(1366, 768)
    reader.bot.wait(30)
    assert [column.width() for column in reader.room.desk.columns] == pytest.approx(after, abs=4)
    reader.press("Ctrl+Alt+0")
    reader.bot.wait(30)
    assert [column.width() for column in reader.room.desk.columns] == pytest.approx(before, abs=3)


def test_a_column_is_made_wider_by_keys_and_never_vanishes(reader: Reader) -> None:
    reader.open_made()
    reader.window.set_columns(2)
    reader.bot.wait(30)
    before = reader.room.desk.columns[0].width()
    reader.press("F6").press("Ctrl+Alt+Right")
    reader.bot.wait(30)
    assert reader.room.desk.columns[0].width() == pytest.approx(before + 40, abs=2)
    for _ in range(40):
        reader.press("Ctrl+Alt+Left")
    reader.bot.wait(30)
    assert reader.room.desk.columns[0].width() > 90


# Headers


def test_a_header_tells_title_outlet_date_counts_and_what_is_confidential(reader: Reader) -> None:
    reader.open_made()
    reader.window.set_columns(3)
    assert header(reader, "B").words == (
        "B | Nowhere under water | The Nowhere Times · 2 March 2026 · A. Nobody | ≠ 2, = 2, 2 claims"
    )
    assert header(reader, "C").words.endswith("| confidential")
    rejected = reader.press("J").press("R").room.walk.current
    assert rejected is not None
    assert "≠ 1, = 2, 2 claims" in header(reader, "B").words  # what is rejected does not count


def test_a_title_is_edited_where_it_stands(reader: Reader) -> None:
    reader.open_made()
    one = header(reader, "A")
    reader.click(one, one._title.geometry().center() + QPoint(40, 9))  # noqa: SLF001
    assert one.form is not None
    assert one.form.title.hasFocus()
    reader.press("Ctrl+A").type("The deluge").press("Enter")
    assert one.form is None
    assert titles(reader)[0] == "The deluge"
    reader.press("Ctrl+Z")
    assert titles(reader)[0] == "Flood in Nowhere"


def test_outlet_date_and_confidentiality_are_edited_by_keys(reader: Reader) -> None:
    reader.open_made().press("F6").press("H")
    one = header(reader, "A")
    reader.press("Tab").press("Ctrl+A").type("Gazette").press("Tab").press("Ctrl+A").type("4 Sept 2025")
    box = one.findChild(QCheckBox)
    assert box is not None
    reader.click(box, QPoint(8, box.height() // 2))
    assert one.form is not None
    one.form.title.setFocus()
    reader.press("Enter")
    source = reader.workspace.sources[0]
    assert (source.outlet, source.published, source.confidential) == ("Gazette", date(2025, 9, 4), True)
    assert reader.workspace.undo_stack.undoText() == "change of a source"


def test_esc_leaves_a_header_as_it_was(reader: Reader) -> None:
    reader.open_made().press("H").press("Ctrl+A").type("Nonsense").press("Esc")
    assert titles(reader)[0] == "Flood in Nowhere"
    assert header(reader, "A").form is None
    assert not reader.workspace.undo_stack.canUndo()


def test_what_is_no_date_is_told_and_nothing_is_lost(reader: Reader) -> None:
    reader.open_made().press("H")
    one = header(reader, "A")
    reader.press("Tab").press("Tab").press("Ctrl+A").type("4/9/2025").press("Enter")
    assert one.form is not None
    assert one.form.published.text() == "4/9/2025"
    assert "is not a date" in one.form.hint.accessibleName()


def test_author_and_address_are_edited_and_what_is_no_address_is_told(reader: Reader) -> None:
    reader.open_made().press("H").press("Tab").press("Tab").press("Tab").press("Ctrl+A").type("B. Somebody")
    one = header(reader, "A")
    reader.press("Tab").press("Ctrl+A").type("javascript:alert(1)").press("Enter")
    assert one.form is not None
    assert "is not an address" in one.form.hint.accessibleName()
    reader.press("Ctrl+A").type("nowhere.example/flood").press("Enter")
    source = reader.workspace.sources[0]
    assert (source.author, source.url) == ("B. Somebody", "https://nowhere.example/flood")
    assert "B. Somebody" in header(reader, "A").words
    reader.press("Ctrl+Z")
    assert reader.workspace.sources[0].author == "A. Nobody"


def test_plain_letters_are_typed_in_a_header(reader: Reader) -> None:
    reader.open_made().press("J").press("H").press("Ctrl+A").type("crup").press("Enter")
    assert titles(reader)[0] == "crup"
    assert reader.rulings == {}


# Marks


def test_marks_tell_what_was_decided(reader: Reader) -> None:
    reader.open_made().press("J").press("C").press("J").press("J").press("U").press("J").press("R").press("Esc")
    reader.room.walk.select(None)
    rulings = {mark.ruling for column in reader.room.desk.columns for mark in column.page.marks}
    assert {Ruling.CONFIRMED, Ruling.UNSURE} <= rulings


def test_stripes_of_overlapping_claims_stand_beside_each_other(reader: Reader) -> None:
    reader.open_made().mark("people died", "A").press("W").add_tag("Toll")
    reader.select("Four", "A").add_tag("Count").mark("flood on", "A").add_tag("Day")
    page = reader.room.desk.column(SourceId("s0")).page
    lanes = [lane for number in range(len(page.marks)) for lane in page._lanes_of(number)]  # noqa: SLF001
    assert len(lanes) >= 3
    assert len(set(lanes)) == len(lanes)


def test_a_source_is_taken_out_and_comes_back_with_what_sat_on_it(reader: Reader) -> None:
    reader.open_made()
    reader.workspace.add_note(reader.workspace.source(SourceId("s1")), "Who wrote this?")
    reader.click(header(reader, "B"), QPoint(5, 5))
    reader.press("Ctrl+Del")
    assert titles(reader) == ["Flood in Nowhere", "After the flood 🌊"]
    assert reader.toast == "Taken out: Nowhere under water. Its tags and notes are kept"
    reader.press("Ctrl+Z")
    assert "Nowhere under water" in titles(reader)
    assert [note.body for note in reader.workspace.notes_on(reader.workspace.source(SourceId("s1")))] == [
        "Who wrote this?"
    ]


def test_the_last_source_is_taken_out_and_the_window_says_how_to_go_on(reader: Reader) -> None:
    reader.open_made(0)
    reader.press("Ctrl+Del")
    assert reader.workspace.sources == ()
    reader.press("J").press("B").press("H").press("F").press("F").press("Ctrl+Del").press("Ctrl+Z")
    assert titles(reader) == ["Flood in Nowhere"]


def test_a_right_click_on_a_header_offers_what_can_be_done_with_its_column(reader: Reader) -> None:
    reader.open_made()
    reader.right_click(header(reader, "B"), QPoint(60, 20))
    offered = reader.offered()
    assert (offered["Edit title, outlet and date"], offered["Take the source out"]) == ("H", "Ctrl+Del")
    assert reader.room.desk.active is reader.room.desk.columns[1]
