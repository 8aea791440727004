"""The control of how many findings are shown, on the sample: what it tells, and that it hides no work."""

from PySide6.QtWidgets import QSlider

from counterpoint.resources import load_levels
from counterpoint.views.levels import KEPT, LevelControl
from tests.views.readers import Reader


def control(reader: Reader) -> LevelControl:
    return reader.room.list.levels


def opened(reader: Reader) -> Reader:
    reader.window.open_sample()
    return reader.wait()


def test_more_and_fewer_are_a_key_each_and_the_list_follows(reader: Reader) -> None:
    usual = set(opened(reader).listed)
    more = set(reader.press("Period").wait().listed)
    assert len(more) > len(usual)
    assert reader.toast.startswith("Level 4 of 5 (more): about ")
    assert set(reader.press("Comma").wait().listed) == usual
    fewer = set(reader.press("Comma").wait().listed)
    assert len(fewer) < len(usual)
    reader.press("Comma").wait()
    assert control(reader).slider.value() == 1
    assert reader.press("Comma").workspace.showing.level == 1  # there is no less


def test_how_right_a_level_was_stands_beside_it_and_is_told_in_full(reader: Reader) -> None:
    opened(reader)
    seen: list[str] = []
    for level in load_levels():
        reader.workspace.showing.set_level(level.number)
        shown = control(reader).right.text()
        assert f"≠ {round(100 * (level.conflict.precision or 0))} %" in shown or "too few to say" in shown
        for told in (control(reader).slider.accessibleDescription(), control(reader).toolTip()):
            name = f"Level {level.number} of 5 ({level.name})"
            assert told.startswith(f"{name}. Measured on {level.conflict.events} news stories")
        seen.append(shown)
    assert len(set(seen)) == len(seen)
    assert control(reader).slider.accessibleName() == "How many findings are shown"
    assert reader.menu("More findings") == "More findings, less sure (.)"


def test_the_slider_works_by_keyboard(reader: Reader) -> None:
    opened(reader)
    slider = control(reader).slider
    assert isinstance(slider, QSlider)
    slider.setFocus()
    reader.press("Right").press("Right")
    assert reader.workspace.showing.level == 5
    reader.press("Left")
    assert reader.workspace.showing.level == 4
    reader.press("J")  # it takes no letter for itself
    assert reader.place.startswith("1 /")


def test_a_comma_in_a_note_is_a_comma(reader: Reader) -> None:
    reader.open_made().press("J").add_note("One, two.")
    assert (reader.notes, reader.workspace.showing.level) == (["One, two."], 3)


def test_what_is_decided_stays_listed_and_marked_and_the_level_is_remembered(reader: Reader) -> None:
    opened(reader).press("Period").wait().press("Period").wait()
    unsure = min(reader.room.walk.everything, key=lambda finding: finding.stored.score)
    reader.room.walk.select(unsure.id)
    reader.press("R").press("J").add_tag("Toll")
    tagged = reader.room.walk.current
    assert tagged is not None
    for _ in range(4):
        reader.press("Comma")
    reader.wait()
    kept = [finding for finding in reader.room.walk.everything if finding.is_kept]
    assert {unsure.id, tagged.id} >= {finding.id for finding in kept} >= {unsure.id}
    (row,) = (row for row in reader.listed if KEPT in row and "rejected" in row)
    assert " / ".join(unsure.headline) in row
    reader.come_back().open_recent()
    assert (reader.workspace.showing.level, control(reader).slider.value()) == (1, 1)
    assert reader.workspace.is_analysed
    assert unsure.id in {finding.id for finding in reader.room.walk.everything if finding.is_kept}
    reader.room.walk.select(unsure.id)
    assert reader.verdict == "rejected"
    assert reader.room.inspector._sure.text().endswith(f"sure, {KEPT}")  # noqa: SLF001
