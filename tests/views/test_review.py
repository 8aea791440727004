"""Deciding on findings: what is listed, what the keys reach, what is told of it, and how it is undone."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from counterpoint.views import toasts
from tests.views.readers import Reader


def test_filters_combine_and_are_taken_off_by_the_same_key(reader: Reader) -> None:
    reader.open_made().press("X")
    assert (len(reader.listed), reader.chips) == (2, ["Conflicts"])
    reader.press("J").press("C").press("O")
    assert (len(reader.listed), reader.chips) == (1, ["Conflicts", "Undecided"])
    assert reader.press("X").chips == ["Undecided"]
    assert len(reader.listed) == 3
    assert reader.press("M").chips == ["Agreements", "Undecided"]
    assert reader.press("A").chips == []
    assert len(reader.listed) == 4


def test_a_chip_takes_its_filter_off_and_clear_all_takes_off_all(reader: Reader) -> None:
    reader.open_made().press("X").press("O")
    chip = next(c for c in reader.room.chips.findChildren(QPushButton, "chip") if c.isVisible())
    assert reader.click(chip).chips == ["Undecided"]
    reader.click(reader.room.chips.clear)
    assert (reader.chips, reader.room.chips.isVisible()) == ([], False)


def test_the_strip_of_filters_stays_in_view_when_the_panel_is_hidden(reader: Reader) -> None:
    reader.open_made().press("X").press("F9")
    assert reader.room.chips.isVisible()
    assert reader.room.chips.clear.isVisible()
    assert reader.press("A").chips == []


@pytest.mark.parametrize(
    ("path", "chip", "count"),
    [
        (("Verdict", "Undecided"), "Undecided", 3),
        (("Verdict", "Confirmed"), "Confirmed", 1),
        (("Tag", "Untagged"), "Untagged", 2),
        (("Tag", "Toll"), "Tag: Toll", 2),
        (("Source", "C  The Nowhere Times"), "Source C", 2),
        (("Source", "B  The Nowhere Times"), "Source B", 4),
        (("About", "Numbers"), "About: numbers", 4),
        (("About", "Places"), "About: places", 0),
        (("One voice only",), "One voice", 0),
    ],
)
def test_findings_are_filtered_by_verdict_tag_source_aspect_and_voice(
    reader: Reader, path: tuple[str, ...], chip: str, count: int
) -> None:
    reader.open_made().press("J").press("C").add_tag("Toll")
    reader.press("J")
    reader.room.workspace.tag(reader.workspace.tags[0].id, [reader.room.walk.findings[2].stored])
    reader.filter(*path)
    assert (reader.chips, len(reader.room.walk.admitted)) == ([chip], count)


def test_a_tag_on_a_claim_counts_for_its_findings(reader: Reader) -> None:
    reader.open_made()
    claim = reader.room.walk.everything[0].a.claim
    reader.workspace.add_tag("Toll", on=[claim])
    reader.filter("Tag", "Toll")
    assert [finding.a.claim.id for finding in reader.room.walk.admitted] == [claim.id]


@pytest.mark.parametrize("filters", ["X", "M", "XO"])
def test_no_key_decides_on_what_the_filter_hides(reader: Reader, filters: str) -> None:
    reader.open_made().press("J").press("U").press("J").press("J").press("U")
    assert len(reader.rulings) == 2
    for key in filters:
        reader.press(key)
    shown = {finding.id for finding in reader.room.walk.admitted}
    hidden = {finding.id: finding.ruling for finding in reader.room.walk.everything if finding.id not in shown}
    for keys in ("C", "R", "U", "Backspace", "Ctrl+Shift+C", "Ctrl+Shift+R", "Ctrl+Shift+U"):
        reader.press(keys)
        for _ in range(3):
            reader.press("J").press(keys)
        now = {finding.id: finding.ruling for finding in reader.room.walk.everything if finding.id in hidden}
        assert now == hidden


def test_what_a_new_filter_hides_is_no_longer_looked_at(reader: Reader) -> None:
    reader.open_made().press("J").press("M")
    assert (reader.headline, reader.verdict) == ("", "")
    reader.press("R")
    assert reader.rulings == {}


def test_what_was_just_decided_stays_until_one_goes_on(reader: Reader) -> None:
    reader.open_made().press("O").press("J").press("C")
    assert (reader.verdict, len(reader.listed), len(reader.room.walk.admitted)) == ("confirmed", 4, 3)
    assert reader.press("C").verdict == ""
    reader.press("C").press("J")
    assert (reader.place, len(reader.listed)) == ("1 / 3", 3)


def test_a_decision_on_all_that_are_listed_is_one_step_and_named(reader: Reader) -> None:
    reader.open_made().press("X")
    assert reader.menu("Reject the") == "Reject the 2 listed (Ctrl+Shift+R)"
    reader.press("Ctrl+Shift+R")
    assert list(reader.rulings.values()) == ["rejected", "rejected"]
    assert reader.toast == "2 findings rejected"
    assert reader.menu("Undo") == "Undo rejection of 2 findings (Ctrl+Z)"
    reader.press("Ctrl+Z")
    assert reader.rulings == {}
    assert reader.toast == "Undone: rejection of 2 findings"


def test_a_decision_on_all_replaces_no_verdict_that_was_given_by_hand(reader: Reader) -> None:
    reader.open_made().press("J").press("R")
    assert reader.menu("Confirm the") == "Confirm the 3 undecided listed (Ctrl+Shift+C)"
    reader.press("Ctrl+Shift+C")
    assert sorted(f.ruling or "" for f in reader.room.walk.everything) == ["confirmed"] * 3 + ["rejected"]
    reader.filter("Verdict", "Confirmed")
    assert reader.menu("Reject the") == "Reject the 3 listed (Ctrl+Shift+R)"
    reader.press("Ctrl+Shift+R")
    assert {f.ruling for f in reader.room.walk.everything} == {"rejected"}


def test_nothing_is_decided_for_a_list_that_is_not_in_view(reader: Reader) -> None:
    reader.open_made().press("F9")
    assert reader.menu("Confirm all") == ""
    reader.press("Ctrl+Shift+C")
    assert reader.rulings == {}
    reader.press("F9").press("Ctrl+Shift+C")
    assert {finding.ruling for finding in reader.room.walk.everything} == {"confirmed"}


def test_a_decision_is_told_and_undone_from_where_it_is_told(reader: Reader) -> None:
    reader.open_made().press("J")
    focused = QApplication.focusWidget()
    height = reader.room.desk.columns[0].page.height()
    reader.press("R")
    assert reader.toast == "Rejected: Four / Five"
    assert QApplication.focusWidget() is focused
    assert reader.room.desk.columns[0].page.height() == height
    assert reader.window.head.toast.accessibleName() == "Rejected: Four / Five"
    reader.click(reader.window.head.toast.undo)
    assert reader.verdict == ""
    assert reader.toast == "Undone: rejection of 1 finding"
    assert reader.press("C").press("C").toast == "Verdict taken back: Four / Five"


def test_what_is_told_goes_when_something_else_is_done(reader: Reader) -> None:
    reader.open_made().press("J").press("C")
    assert reader.toast
    assert reader.add_note("Ask.").toast == ""
    assert reader.press("R").toast
    reader.press("Ctrl+W")
    assert reader.toast == ""


def test_what_is_told_goes_by_itself(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toasts, "LASTS", 30)
    reader.come_back().open_made().press("J").press("C")
    toast = reader.window.head.toast
    reader.bot.waitUntil(lambda: not toast.isVisible())
    assert toast.accessibleName() == "Confirmed: Four / Five"


def test_the_rest_is_dimmed(reader: Reader) -> None:
    reader.open_made()
    page = reader.room.desk.columns[0].page
    before = [mark.weight for mark in page.marks]
    reader.press("M")
    after = [mark.weight for mark in page.marks]
    assert after != before
    faded = [strand.kind for gutter in reader.room.desk.gutters for strand, _ in gutter.ribbons() if strand.is_faded]
    assert set(faded) == {"conflict"}
    reader.press("A")
    assert [mark.weight for mark in page.marks] == before
