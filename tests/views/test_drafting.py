"""The draft desk as a journalist uses it: writing, checking, judging, going on, coming back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from counterpoint.app.workspaces import Workspace
from counterpoint.engine.sources import Role
from counterpoint.store.shelves import Original
from counterpoint.views.draft_pages import DraftPage
from counterpoint.views.sheets import Sheet
from tests.store.made import comparison, contents, source
from tests.views.readers import Reader

TEXT = "The flood\nSix people died in the flood on Monday.\nThe mayor opened 12 shelters.\nWe wept 🌊 all night.\n"
DRAFT = replace(source(7, text=TEXT), role=Role.DRAFT, repairs=(), confidential=False)


class Desk:
    """A reader with a draft beside two sources; the comparison is made by hand, where a test asks for it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        folder = reader.folder
        workspace = Workspace.create(folder, [*contents(0, 1), (DRAFT, Original(TEXT.encode()))], "Flood")
        workspace.replace_analysis(comparison(*workspace.sources))
        path = workspace.path
        workspace.close()
        reader.window.open_project(path)
        QApplication.processEvents()
        reader.window.set_columns(3)
        self.compare()

    def compare(self) -> None:
        """In place of the process beside the window, whose answers come later."""
        workspace = self.reader.workspace
        self.reader.window._analysis.cancel()  # noqa: SLF001
        workspace.replace_analysis(comparison(*workspace.sources))
        QApplication.processEvents()

    @property
    def page(self) -> DraftPage:
        page = self.reader.room.desk.column(DRAFT.id).page
        assert isinstance(page, DraftPage)
        return page

    @property
    def text(self) -> str:
        """As it is stored."""
        return self.reader.workspace.source(DRAFT.id).text

    @property
    def shown(self) -> str:
        return self.page.document().toRawText().replace("\u2029", "\n")

    @property
    def signs(self) -> str:
        """In the margin, from top to bottom; those that are a person's word in brackets."""
        signs = [mark.sign for mark in self.page.marks if mark.sign is not None]
        return " ".join(f"[{sign.text}]" if sign.is_filled else sign.text for sign in signs)

    @property
    def card(self) -> str:
        return self.reader.room.inspector.draft.words

    @property
    def marked(self) -> list[str]:
        return [mark.span.of(self.shown) for mark in self.page.marks]

    def write_behind(self, words: str, new: str) -> "Desk":
        """With a caret behind words; the pause after it is waited for."""
        self.reader.press("I")
        self.page.put_caret(self.shown.index(words) + len(words))
        for character in new:
            if character.isascii():
                QTest.keyClicks(self.page, character)
            else:
                self.page.textCursor().insertText(character)
        return self

    def rest(self) -> "Desk":
        self.reader.bot.waitUntil(lambda: self.text == self.shown)
        return self


def cell(sheet: Sheet, row: int, column: int) -> str:
    item = sheet.table.item(row, column)
    return "" if item is None else item.text()


@pytest.fixture
def desk(reader: Reader) -> Desk:
    return Desk(reader)


def test_the_margin_tells_what_the_sources_make_of_each_claim_and_the_header_how_much_is_left(desk: Desk) -> None:
    assert desk.signs == "≠ 1 ?"
    assert "3 facts left to check" in desk.reader.room.desk.column(DRAFT.id).header.words


def test_statuses_are_given_by_key_and_the_next_open_fact_is_a_key_away(desk: Desk) -> None:
    reader = desk.reader
    reader.press("Shift+C")
    assert "Go to a claim of the draft first" in reader.toast
    reader.press("Q")
    assert "Contradicted (1 against)" in desk.card
    reader.press("Shift+D")
    assert "Contested" in reader.toast
    reader.press("Q").press("Shift+C").press("Q").press("Shift+O")
    assert desk.signs == "[≠] [✓] [“]"
    reader.press("Q")
    assert "Nothing is left to check" in reader.toast
    assert "nothing left to check" in reader.room.desk.column(DRAFT.id).header.words
    reader.press("Shift+T")
    assert desk.signs == "[≠] [✓] ?"
    reader.press("Ctrl+Z").press("Ctrl+Z")
    assert desk.signs == "[≠] [✓] ?"
    reader.come_back().open_recent()
    desk.compare()
    assert desk.signs == "[≠] [✓] ?"


def test_who_said_it_stands_in_the_panel_and_the_buttons_do_what_the_keys_do(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ida")
    desk.reader.press("Q")
    card = desk.reader.room.inspector.draft
    button = next(b for b in card.buttons.values() if b.text().startswith("Checked"))
    desk.reader.click(button)
    assert "Checked by ida, " in desk.card
    assert desk.reader.room.inspector.draft.left.text() == "2 facts left"


def test_a_checked_sentence_that_is_written_in_is_checked_no_more_and_undo_brings_it_back(desk: Desk) -> None:
    reader = desk.reader
    reader.press("Q").press("Shift+C")
    assert desk.signs.startswith("[✓]")
    desk.write_behind("Six", "ty")
    assert "Sixty people" in desk.shown
    assert all("Sixty" not in words for words in desk.marked)  # at once, not only when it is stored
    desk.rest().compare()
    assert desk.signs == "[!] 1 ?"
    reader.press("Esc").select("Sixty people", "C")
    assert "They were: Six people died in the flood on Monday." in desk.card
    reader.press("Ctrl+Z")
    desk.compare()
    assert desk.text == TEXT == desk.shown
    assert desk.signs == "[✓] 1 ?"


def test_letters_are_text_while_one_writes_and_keys_again_after_it(desk: Desk) -> None:
    desk.write_behind("We wept", " CQJ")
    assert "We wept CQJ 🌊" in desk.shown
    desk.reader.press("Esc")
    assert desk.text == desk.shown
    assert not desk.page.is_writing
    before = desk.text
    desk.reader.press("Q")
    assert desk.text == before


def test_what_is_written_with_accents_and_emoji_is_stored_as_it_is_shown(desk: Desk) -> None:
    desk.write_behind("The flood", " 👩\u200d👧 e\u0301a")
    desk.rest()
    assert desk.text.startswith("The flood 👩\u200d👧 éa\n")
    desk.compare()
    assert desk.marked[0] == "Six people died in the flood on Monday."


def test_pasted_words_are_only_words(desk: Desk) -> None:
    desk.reader.copy("and <b>then</b>\r\nit rained")
    desk.write_behind("all night", "")
    desk.reader.press("Ctrl+V")
    desk.rest()
    assert "all nightand <b>then</b>\nit rained." in desk.text


def test_closing_in_the_middle_of_a_word_loses_nothing(desk: Desk) -> None:
    desk.write_behind("We wept", "XYZ")
    desk.reader.come_back().open_recent()
    assert "We weptXYZ" in desk.text


def test_undo_while_writing_takes_back_what_was_just_written(desk: Desk) -> None:
    desk.write_behind("We wept", " and wept")
    desk.reader.press("Ctrl+Z")
    assert desk.shown == desk.text == TEXT
    desk.reader.press("Ctrl+Y")
    assert desk.shown == desk.text == TEXT.replace("We wept", "We wept and wept")


def test_a_finished_comparison_does_not_touch_what_is_being_written(desk: Desk) -> None:
    desk.write_behind("The flood", " of May")
    late = comparison(*desk.reader.workspace.sources)
    desk.reader.workspace.replace_analysis(late)
    QApplication.processEvents()
    assert "The flood of May" in desk.shown
    assert all(words in desk.shown for words in desk.marked)
    desk.rest()
    assert desk.text.startswith("The flood of May\n")


def test_notes_stay_with_their_words_while_one_writes_above_them(desk: Desk) -> None:
    desk.reader.mark("12 shelters", "C").add_note("How many?")
    desk.write_behind("The flood", " 🌊 came")
    desk.rest().compare()
    assert [note.subject.anchors[0].exact for note in desk.reader.workspace.notes] == ["12 shelters"]
    assert "12 shelters" in [mark.span.of(desk.text) for mark in desk.page.marks if mark.has_note]


def test_evidence_is_attached_by_hand_with_its_place_and_reason(desk: Desk) -> None:
    reader = desk.reader
    reader.mark("We wept 🌊 all night", "C").mark("The mayor opened", "A").press("E")
    card = reader.room.inspector.draft
    assert "Supported by one voice only" in desk.card
    reader.click(card.locator).type("p. 4").press("Enter")
    reader.click(card.reason).type("He says so").press("Enter")
    QApplication.processEvents()
    assert "A, p. 4: The mayor opened 12 shelters." in desk.card
    reader.press("Esc")
    desk.write_behind("wept 🌊 all", " the")
    desk.rest().compare()
    reader.press("Esc").select("We wept", "C")
    assert "Nothing found" in desk.card
    assert "was for other words" in desk.card
    row = next(b for b in card.findChildren(QPushButton) if "other words" in b.text() and not b.isHidden())
    reader.click(row)
    assert "Supported by one voice only" in desk.card


def test_a_new_draft_is_begun_with_a_key(reader: Reader) -> None:
    reader.open_made().press("I")
    assert reader.drafts == 1
    column = next(c for c in reader.room.desk.columns if c.source.role is Role.DRAFT)
    reader.type("Five people died.").press("Esc")
    assert reader.workspace.source(column.source.id).text == "My draft\n\nFive people died."


def test_versions_are_kept_compared_and_brought_back(desk: Desk) -> None:
    reader = desk.reader
    desk.write_behind("We wept", " bitterly")
    reader.press("Esc").press("Ctrl+S")
    desk.write_behind("bitterly", " and long")
    reader.press("Esc").press("Ctrl+Shift+S")
    sheet = reader.room.versions
    names = [cell(sheet, row, 0) for row in range(sheet.table.rowCount())]
    assert names == ["Version 2", "As it came"]
    assert "and long" in sheet.changes.toPlainText()
    sheet.table.selectRow(1)
    assert "bitterly and long" in sheet.changes.toPlainText()
    reader.press("Enter")
    assert desk.text == desk.shown == TEXT
    reader.press("Esc")
    assert not sheet.isVisible()
    reader.press("Ctrl+Z")
    assert "bitterly and long" in desk.text


def test_a_newer_file_keeps_what_is_sure_and_tells_the_rest(desk: Desk, tmp_path: Path) -> None:
    reader = desk.reader
    reader.press("Q").press("Shift+C").press("Q").press("Shift+C")
    newer = tmp_path / "draft-2.txt"
    newer.write_text(TEXT.replace("Six people died in the flood on Monday.", "All is well now, says everybody."))
    reader.choose(newer).press("Ctrl+R")
    desk.compare()
    assert desk.signs == "≠ [✓] ?"
    reader.press("Ctrl+L")
    sheet = reader.room.lost
    assert [cell(sheet, 0, column) for column in (0, 2)] == [
        "Status",
        "C: Six people died in the flood on Monday.",
    ]


@pytest.mark.parametrize("keys", ["Ctrl+Shift+S", "Ctrl+S", "Ctrl+R", "Q", "Shift+C"])
def test_without_a_draft_every_key_says_so_or_does_nothing(reader: Reader, keys: str) -> None:
    reader.open_made().press(keys)
    assert reader.drafts == 0


def test_a_screen_reader_is_told_what_the_card_holds(desk: Desk) -> None:
    desk.reader.press("Q")
    card = desk.reader.room.inspector.draft
    buttons = [button for button in card.findChildren(QPushButton) if not button.isHidden()]
    assert all(button.accessibleName() for button in buttons)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)


def test_an_account_that_comes_back_as_a_draft_can_be_written_in(reader: Reader) -> None:
    reader.open_made()
    first = reader.workspace.sources[0]
    reader.workspace.edit_source(first.id, role=Role.DRAFT)
    QApplication.processEvents()
    reader.press("I").type("So: ").press("Esc")
    assert "So: " in reader.workspace.source(first.id).text
    reader.press("Ctrl+Z").press("Ctrl+Z")
    assert reader.workspace.source(first.id) == first
