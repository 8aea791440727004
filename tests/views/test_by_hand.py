"""What a reader finds by hand, with mouse and keys."""

from PySide6.QtCore import QPoint

from counterpoint.engine.sources import SourceId
from tests.views.readers import Reader


def by_hand(reader: Reader) -> list[str]:
    """The findings by hand, as their list tells them."""
    return [words for words in reader.listed if "by hand" in words]


def kind(reader: Reader) -> str:
    """What the panel shows."""
    return reader.room.inspector._kind.text()  # noqa: SLF001


def quotes(reader: Reader) -> list[str]:
    return [quote.accessibleName() for quote in reader.room.inspector._quotes if quote.isVisible()]  # noqa: SLF001


def texts(reader: Reader) -> list[str]:
    found = reader.workspace.comparison
    return [claim.text for account in (found.accounts if found else ()) for claim in account.claims]


def test_words_that_are_selected_are_shown_with_what_can_be_done(reader: Reader) -> None:
    reader.open_made().mark("Flood in Nowhere", "A")
    assert kind(reader) == "Selected words"
    assert quotes(reader) == ["A: Flood in Nowhere"]
    bar = reader.room.inspector.work
    assert [bar.match.isVisible(), bar.claim.isVisible(), bar.remove.isVisible()] == [False, True, False]
    reader.mark("twelve shelters", "B")
    assert quotes(reader) == ["A: Flood in Nowhere", "B: twelve shelters"]
    assert bar.match.isVisible()
    reader.press("Esc")
    assert quotes(reader) == []
    assert [column.page.selected() for column in reader.room.desk.columns] == [None] * len(reader.letters)


def test_two_passages_are_linked_by_key(reader: Reader) -> None:
    reader.open_made().mark("Flood in Nowhere", "A").mark("Nowhere under water", "B").press("E")
    assert by_hand(reader) == ["Agreement of A and B: Flood in Nowhere / Nowhere under water, confirmed, by hand"]
    assert reader.headline == "Flood in Nowhere / Nowhere under water"
    assert reader.verdict == "confirmed"
    assert reader.toast == "Agreement by hand: Flood in Nowhere / Nowhere under water"
    reader.press("Ctrl+Z")
    assert by_hand(reader) == []


def test_two_passages_are_linked_by_button_and_the_ribbon_is_theirs(reader: Reader) -> None:
    reader.open_made().mark("12 shelters", "A").mark("Five people", "B")
    reader.click(reader.room.inspector.work.conflict)
    assert reader.headline == "12 shelters / Five people"
    strands = [strand for strand, _ in reader.room.desk.gutters[0].ribbons() if strand.is_by_hand]
    assert [strand.words for strand in strands] == ["Conflict, by hand: 12 shelters / Five people"]


def test_a_link_needs_two_columns(reader: Reader) -> None:
    reader.open_made().press("E")
    assert reader.toast == "Select words in one column, then in another, and say how they stand."
    reader.mark("Four people", "A").press("D")
    assert by_hand(reader) == []
    assert reader.toast.startswith("Select words in one column")


def test_the_same_words_do_not_conflict(reader: Reader) -> None:
    reader.open_made().mark("died in the flood", "A").mark("died in the flood", "B").press("D")
    assert reader.message == "The words are the same on both sides. Select the words that conflict."
    assert by_hand(reader) == []


def test_what_is_by_hand_is_removed_and_what_is_found_is_not(reader: Reader) -> None:
    reader.open_made().press("J").press("Del")
    assert len(reader.listed) == 4
    assert "can be rejected" in reader.toast
    reader.mark("Flood in Nowhere", "A").mark("Nowhere under water", "B").press("E").press("Del")
    assert by_hand(reader) == []
    assert reader.toast == "Agreement by hand removed"
    reader.press("Ctrl+Z")
    assert len(by_hand(reader)) == 1


def test_no_verdict_is_given_while_words_are_looked_at(reader: Reader) -> None:
    reader.open_made().press("J").mark("Flood in Nowhere", "A").press("R").press("C")
    assert reader.rulings == {}
    reader.press("Esc").press("C")
    assert list(reader.rulings.values()) == ["confirmed"]


def test_words_are_tagged_and_noted_on_and_found_again_with_a_click(reader: Reader) -> None:
    reader.open_made().mark("Flood in Nowhere", "A").add_tag("Place").mark("Flood in Nowhere", "A")
    reader.add_note("Which *one*?").press("J")
    reader.select("Flood in", "A")
    assert quotes(reader) == ["A: Flood in Nowhere"]
    assert (list(reader.tags), list(reader.notes)) == (["Place"], ["Which *one*?"])


def test_a_claim_is_made_resized_and_removed_by_keys(reader: Reader) -> None:
    reader.open_made().mark("Flood", "A").press("W")
    assert kind(reader) == "Told by this source only"
    assert texts(reader)[0] == "Flood"
    reader.press("Alt+Shift+Right").press("Alt+Shift+Right")
    assert texts(reader)[0] == "Flood in Nowhere"
    reader.press("Alt+Right").press("Alt+Shift+Left")
    assert texts(reader)[0] == "in"
    reader.press("Ctrl+Z")
    assert texts(reader)[0] == "in Nowhere"
    reader.press("Del")
    assert texts(reader)[0] == "Four people died in the flood on Monday."


def test_a_claim_is_drawn_longer_with_the_mouse(reader: Reader) -> None:
    reader.open_made().mark("Flood in", "A").press("W")
    page = reader.room.desk.column(SourceId("s0")).page
    end, target = page.point_of(7) + QPoint(6, 0), page.point_of(14)
    reader.drag(page.viewport(), end, target)
    assert texts(reader)[0] == "Flood in Nowhere"


def test_a_claim_of_the_engine_is_not_resized(reader: Reader) -> None:
    reader.open_made().press("Alt+Shift+Right")
    assert reader.toast.startswith("Go to a claim that was made by hand")


def test_a_right_click_offers_what_can_be_done_with_keys_beside_it(reader: Reader) -> None:
    reader.open_made()
    page = reader.room.desk.columns[0].page
    reader.right_click(page.viewport(), QPoint(10, 10))
    offered = reader.offered()
    assert offered["The selected words agree"] == "E"
    assert offered["Bring here what the others say"] == "B"
    assert offered["Show in the facts table"] == "F"


def test_words_are_selected_by_keyboard(reader: Reader) -> None:
    reader.open_made().press("F7").press("Shift+Right").press("Shift+Right")
    reader.bot.waitUntil(lambda: bool(quotes(reader)))
    assert quotes(reader) == ["A: Fl"]
    reader.press("W")
    assert texts(reader)[0] == "Fl"


def test_findings_by_hand_stay_when_all_is_compared_again(reader: Reader) -> None:
    reader.open_made().mark("Flood in Nowhere", "A").mark("Nowhere under water", "B").press("E")
    reader.press("F5")
    reader.bot.waitUntil(lambda: not reader.window.progress.isVisible() and len(reader.listed) != 5, timeout=60_000)
    assert len(by_hand(reader)) == 1
