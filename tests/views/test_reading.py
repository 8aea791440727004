"""A day's work at the window, on findings that are made by hand."""

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from counterpoint.resources import seeds
from counterpoint.views.actions import MENUS
from tests.store.made import comparison
from tests.views.readers import Reader


def test_the_window_begins_with_ways_to_begin(reader: Reader) -> None:
    assert reader.window.start.isVisible()
    assert reader.window.windowTitle() == "Counterpoint"
    reader.press("J").press("C").press("Ctrl+C")  # nothing to do, and nothing goes wrong


def test_j_and_k_walk_the_findings_conflicts_first(reader: Reader) -> None:
    reader.open_made()
    assert reader.place == "4"
    reader.press("J")
    assert (reader.headline, reader.place) == ("Four / Five", "1 / 4")
    reader.press("J").press("J").press("J").press("J")
    assert reader.place == "4 / 4"
    assert reader.press("K").place == "3 / 4"


def test_a_click_on_a_claim_goes_round_its_findings(reader: Reader) -> None:
    reader.open_made().select("Four people died")
    assert reader.headline == "Four / Five"
    reader.select("The mayor opened 12")
    assert reader.headline != "Four / Five"


def test_a_click_on_a_ribbon_selects_its_relation(reader: Reader) -> None:
    reader.open_made().click_ribbon()
    assert reader.room.walk.current is not None


def test_the_columns_of_a_finding_come_into_view(reader: Reader) -> None:
    reader.open_made()
    reader.window.resize(1000, 700)
    reader.press("J").press("J")
    finding = reader.room.walk.current
    assert finding is not None
    assert {finding.a.letter, finding.b.letter} <= set(reader.letters)


def test_two_accounts_stay_side_by_side_in_a_narrow_window(reader: Reader) -> None:
    reader.open_made()
    reader.window.resize(1000, 700)
    assert len(reader.letters) == 2


def test_verdicts_are_given_by_key_and_by_button_and_taken_back_by_giving_them_again(reader: Reader) -> None:
    reader.open_made().press("J").press("C")
    assert reader.verdict == "confirmed"
    assert reader.press("R").verdict == "rejected"
    assert reader.press("R").verdict == ""
    button = next(b for ruling, b in reader.room.inspector.buttons.items() if ruling.value == "unsure")
    assert reader.click(button).verdict == "unsure"
    assert reader.press("Backspace").verdict == ""


def test_undo_and_redo_are_named_and_reach_everything(reader: Reader) -> None:
    reader.open_made().press("J").press("C").add_tag("Toll").add_note("Ask the **mayor**.")
    assert (reader.verdict, reader.tags, reader.notes) == ("confirmed", ["Toll"], ["Ask the **mayor**."])
    assert reader.workspace.undo_stack.undoText() == "note"
    reader.press("Ctrl+Z").press("Ctrl+Z").press("Ctrl+Z")
    assert (reader.verdict, reader.tags, reader.notes) == ("", [], [])
    reader.press("Ctrl+Shift+Z").press("Ctrl+Shift+Z").press("Ctrl+Shift+Z")
    assert (reader.verdict, reader.tags, reader.notes) == ("confirmed", ["Toll"], ["Ask the **mayor**."])


def test_plain_letters_are_typed_where_there_is_a_caret(reader: Reader) -> None:
    reader.open_made().press("J").press("N").type("cruj").press("Esc")
    assert (reader.verdict, reader.notes, reader.place) == ("", ["cruj"], "1 / 4")


def test_a_tag_that_is_there_is_given_again_not_made_twice(reader: Reader) -> None:
    reader.open_made().press("J").add_tag("Toll").press("J").add_tag(" toll ")
    assert reader.tags == ["Toll"]
    assert len(reader.workspace.tags) == 1
    chip = reader.room.inspector.tags.findChildren(type(reader.room.inspector.buttons.popitem()[1]), "chip")[-1]
    assert reader.click(chip).tags == []


def test_a_note_stays_where_it_was_written(reader: Reader) -> None:
    reader.open_made().press("J").add_note("First.")
    assert reader.press("J").notes == []
    assert reader.press("K").notes == ["First."]
    reader.add_note("Second.")
    assert reader.notes == ["First.", "Second."]


def test_a_finding_is_copied_with_both_quotes_and_the_reason(reader: Reader) -> None:
    reader.open_made().press("J").press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    assert "> **Four** people died in the flood on Monday." in data.text()
    assert "> **Five** people died in the flood on Monday." in data.text()
    assert "“Four” against “Five”" in data.text()
    assert "<b>Five</b>" in data.html()


def test_words_of_a_confidential_source_are_not_copied(reader: Reader) -> None:
    reader.open_made()
    words = ""
    for _ in range(4):
        reader.press("J").press("Ctrl+C")
        words += QGuiApplication.clipboard().text()
    assert "withheld" in words
    assert "she said" not in words


def test_all_keys_are_told(reader: Reader) -> None:
    reader.open_made().press("?")
    assert reader.window.keys.isVisible()
    told = unescape(reader.window.keys.words)
    for words in ("Next finding", "Confirm", "Undo", "Facts table: to the passage in the columns"):
        assert words in told
    for menu in MENUS.values():
        for deed in menu:
            for key in deed.keys if deed is not None else ():
                assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in told
    reader.press("Esc")
    assert not reader.window.keys.isVisible()


def test_every_action_has_a_key_and_no_two_have_the_same() -> None:
    deeds = [deed for menu in MENUS.values() for deed in menu if deed is not None]
    assert [deed.name for deed in deeds if not deed.keys] == []
    keys = [key for deed in deeds for key in deed.keys]
    assert len(keys) == len(set(keys))


def test_files_that_cannot_be_used_are_listed_and_the_others_taken(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Nine people died in the flood on Monday, the mayor said.")
    reader.drop(tmp_path / "bad.txt", tmp_path / "good.txt")
    assert len(reader.workspace.sources) == 1
    assert reader.message == f"{tmp_path / 'bad.txt'} is empty."


def test_pasted_words_become_a_source_and_nothing_becomes_a_sentence(reader: Reader) -> None:
    reader.open_made().copy("Nine people died in the flood on Monday, the mayor said.").press("Ctrl+Shift+V")
    assert len(reader.workspace.sources) == 4
    reader.copy("  ").press("Ctrl+Shift+V")
    assert reader.message == "There is no text to paste: copy the account's words first."


def test_a_file_that_is_no_project_is_told_in_the_window(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "broken.counterpoint"
    path.write_text("no project")
    reader.drop(path)
    assert "broken.counterpoint" in reader.message
    assert reader.window.start.isVisible()


def test_theme_text_size_and_columns_are_remembered(reader: Reader) -> None:
    reader.window.set_theme("dark")
    reader.open_made()
    reader.window.larger_text()
    reader.window.set_columns(2)
    assert len(reader.letters) == 2
    assert reader.window.palette().window().color().lightness() < 100
    reader.come_back().open_recent()
    assert len(reader.letters) == 2
    assert reader.window.palette().window().color().lightness() < 100
    reader.window.set_theme("system")


def test_every_widget_that_takes_the_keyboard_has_a_name(reader: Reader) -> None:
    assert _nameless(reader.open_made().press("J")) == []
    assert _nameless(reader.press("X").press("F").press("F9")) == []
    assert _nameless(reader.press("F9").find("mayor")) == []
    reader.press("Esc").press("F").press("A").press("J").add_tag("Toll").add_note("Ask.").press("B").press("H")
    assert _nameless(reader) == []
    for keys in ("Ctrl+T", "Ctrl+L", "Ctrl+B", "?"):
        assert _nameless(reader.press("Esc").press(keys)) == []
    assert _nameless(reader.press("Esc").press("Ctrl+W")) == []


def test_accounts_that_share_little_are_said_to(reader: Reader) -> None:
    reader.open_made()
    words = "These accounts share little"
    assert not [label for label in reader.window.findChildren(QLabel) if words in label.text() and label.isVisible()]
    found = comparison(*reader.workspace.sources)
    reader.workspace.replace_analysis(replace(found, relations=(), facts=(), shares_little=True))
    QApplication.processEvents()
    assert [label for label in reader.window.findChildren(QLabel) if words in label.text() and label.isVisible()]


def _nameless(reader: Reader) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QPlainTextEdit, QTextBrowser)
    return [
        widget
        for kind in kinds
        for widget in reader.window.findChildren(kind)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible()
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]


def test_the_annotated_comparison_is_exported(reader: Reader, golden: Callable[[str, str], None]) -> None:
    reader.open_made().press("J").press("C").add_tag("Toll").add_note("Ask the **mayor**.")
    reader.press("J").press("R")
    reader.press("J").press("U")
    path = reader.folder / "report.md"
    reader.choose(path).export()
    assert reader.message == "Exported to report.md."
    golden("annotated.md", path.read_text(encoding="utf-8"))


def test_what_cannot_be_exported_is_told(reader: Reader) -> None:
    reader.open_made().choose(reader.folder / "no" / "report.md").export()
    assert "there is no folder" in reader.message


@pytest.mark.timeout(240)
def test_a_day_with_the_sample(reader: Reader, tmp_path: Path) -> None:
    """Open the sample, walk, confirm, reject, tag, note, undo, redo, add a draft, close, open again, export."""
    reader.click(reader.window.start.sample)
    assert reader.window.windowTitle().startswith("The Coalition of the Willing in Paris")
    assert len(reader.workspace.sources) == len(seeds())
    reader.wait().press("J").press("C").press("J").press("R").add_tag("Check").add_note("Which list?")
    rejected = reader.headline
    reader.press("Ctrl+Z").press("Ctrl+Shift+Z")
    draft = tmp_path / "draft.txt"
    draft.write_text("Leaders from 35 countries met in Paris on September 4 to discuss guarantees for Ukraine.\n")
    reader.choose(draft).press("Ctrl+D")
    assert reader.drafts == 1
    reader.wait().come_back().open_recent()
    assert (reader.drafts, reader.workspace.is_analysed) == (1, True)
    found = next(finding for finding in reader.room.walk.everything if finding.ruling == "rejected")
    reader.room.walk.select(found.id)
    assert (reader.headline, reader.verdict, reader.tags, reader.notes) == (
        rejected, "rejected", ["Check"], ["Which list?"],
    )  # fmt: skip
    reader.choose(tmp_path / "report.md").export()
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "**Verdict**" in report
    assert "> Which list?" in report
    assert "Role: the draft" in report


def test_every_action_can_be_done(reader: Reader) -> None:
    from operator import attrgetter

    reader.open_made()
    deeds = [deed for menu in MENUS.values() for deed in menu if deed is not None]
    assert all(callable(attrgetter(deed.method)(reader.window)) for deed in deeds)


def test_of_many_accounts_those_in_view_are_compared_first(reader: Reader, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for number, path in enumerate(paths):
        path.write_text(f"The mayor of Nice said on Friday that {80 + number} people were killed.\n")
    known: list[int] = []
    reader.drop(*paths)
    workspace = reader.workspace
    workspace.changed.connect(lambda _: known.append(len(found.accounts)) if (found := workspace.comparison) else None)
    reader.wait()
    assert len(reader.letters) in known
    assert known[-1] == 6
    assert reader.room.walk.everything
