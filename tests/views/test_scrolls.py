"""Scrolling several columns, stubs, the overview, and what is brought here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton

from counterpoint.engine.sources import SourceId
from counterpoint.views.gutters import Gutter, Tab
from counterpoint.views.headers import HEADER
from counterpoint.views.pages import Page
from counterpoint.views.places import stacked
from counterpoint.views.quotes import Quote
from counterpoint.views.scrolls import LINE, Reach, ScrollMap, map_of
from tests.views.readers import Reader

HIGH = st.floats(0, 5000)
POINTS = 40


def points(gap: int, after: int) -> str:
    """Sentences, and in the middle of them something that no other text has."""
    lines = [f"Point {n} is told in this place." for n in range(POINTS)]
    lines[after:after] = ["Something else entirely, which goes on and on without an end,\n"] * gap
    return "\n".join(lines) + "\n"


@pytest.fixture
def long(reader: Reader) -> Reader:
    reader.window.resize(1200, 600)
    reader.open_texts(points(0, 0), points(30, 10), points(0, 0))
    reader.window.set_columns(3)
    reader.bot.wait(50)
    return reader


def page(reader: Reader, number: int) -> Page:
    return reader.room.desk.column(SourceId(f"s{number}")).page


def at_line(of: Page) -> str:
    """The claim that stands where the eye is."""
    line = of.height() * LINE
    places = [(abs(of.extent(number).top - line), number) for number in range(len(of.marks))]
    return of.marks[min(places)[1]].span.of(of._source.text)  # noqa: SLF001


def turn(reader: Reader, number: int, notches: int) -> Reader:
    return reader.turn(page(reader, number).viewport(), notches)


def scrolled(reader: Reader) -> list[int]:
    return [column.page.verticalScrollBar().value() for column in reader.room.desk.columns]


# Scrolling


def test_paired_columns_show_the_same_thing_whatever_stands_between(long: Reader) -> None:
    turn(long, 0, 6)
    assert at_line(page(long, 0)) == at_line(page(long, 1))
    turn(long, 0, 6)
    assert at_line(page(long, 0)) == at_line(page(long, 1))
    assert page(long, 1).verticalScrollBar().value() > page(long, 0).verticalScrollBar().value() + 300


def test_ends_belong_together(long: Reader) -> None:
    for _ in range(20):
        turn(long, 1, 12)
    assert scrolled(long) == [column.page.verticalScrollBar().maximum() for column in long.room.desk.columns]
    for _ in range(20):
        turn(long, 2, -12)
    assert scrolled(long) == [0, 0, 0]


def test_the_three_ways_of_scrolling_follow_each_other_and_are_remembered(long: Reader) -> None:
    long.press("V")
    assert long.toast == "Scrolling: each column by itself."
    turn(long, 0, 3)
    assert scrolled(long)[1:] == [0, 0]
    long.press("V")
    assert long.toast == "Scrolling: together, by the same share."
    turn(long, 0, 3)
    shares = [column.page.verticalScrollBar().value() / column.page.verticalScrollBar().maximum()
              for column in long.room.desk.columns]  # fmt: skip
    assert shares == pytest.approx([shares[0]] * 3, abs=0.01)
    long.come_back().open_recent()
    long.press("V")
    assert long.toast.startswith("Scrolling: paired")


def test_columns_that_were_scrolled_apart_come_together_without_a_jump(long: Reader) -> None:
    page(long, 1).verticalScrollBar().setValue(page(long, 1).verticalScrollBar().maximum() // 2)
    before = scrolled(long)[1]
    turn(long, 0, 1)
    assert abs(scrolled(long)[1] - before) < 260
    for _ in range(20):
        turn(long, 0, 1)
    assert at_line(page(long, 0)) == at_line(page(long, 1))


ends = st.builds(Reach, st.floats(0, 4000), st.floats(0, 300))
rising = st.tuples(st.lists(HIGH, max_size=20).map(sorted), st.lists(HIGH, max_size=20).map(sorted)).map(
    lambda both: list(zip(*both, strict=False))
)


@given(rising, ends, ends, HIGH, HIGH)
def test_a_scroll_map_rises_and_keeps_the_ends_together(
    landmarks: list[tuple[float, float]], one: Reach, other: Reach, x: float, y: float
) -> None:
    way = map_of(landmarks, one, other)
    assert way.at(0) == 0
    assert way.at(min(x, y)) <= way.at(max(x, y)) + 1e-6
    assert 0 <= way.at(x) <= other.furthest + 1e-6
    if one.furthest > 0:
        assert way.at(one.furthest) == pytest.approx(other.furthest)


def test_a_map_that_goes_back_is_none() -> None:
    with pytest.raises(ValueError, match="not a way down"):
        ScrollMap(((0, 0), (5, 9), (4, 12)))


@given(st.lists(st.tuples(HIGH, HIGH, st.integers(0, 3)), max_size=15))
def test_stripes_that_overlap_stand_in_different_lanes(given: list[tuple[float, float, int]]) -> None:
    extents = sorted((min(a, b), max(a, b)) for a, b, _ in given)
    lanes = stacked(extents, [n for *_, n in given])
    assert [len(own) for own in lanes] == [n for *_, n in given]
    for i, (top, bottom) in enumerate(extents):
        for j, (other, lower) in enumerate(extents[:i]):
            if top < lower and other < bottom:
                assert set(lanes[i]).isdisjoint(lanes[j])
        assert len(set(lanes[i])) == len(lanes[i])


# Stubs


def tab(gutter: Gutter, label: str) -> Tab:
    return next(each for each in gutter.tabs() if each.label == label)


def click_tab(reader: Reader, gutter: Gutter, label: str) -> Reader:
    return reader.click(gutter, tab(gutter, label).box.center().toPoint() + QPoint(0, HEADER))


def test_what_is_out_of_view_is_told_with_a_count_and_a_click_goes_there(long: Reader) -> None:
    gutter = long.room.desk.gutters[0]
    counts = [each.label for each in gutter.tabs() if each.label.startswith("↓ ")]
    assert len(counts) == 1
    click_tab(long, gutter, counts[0])
    finding = long.room.walk.current
    assert finding is not None
    for side in (finding.a, finding.b):
        column = long.room.desk.column(side.source.id)
        number = column.page.number_of(side.claim.id)
        assert number is not None
        assert 0 <= column.page.extent(number).top < column.page.height()


def test_an_end_out_of_view_is_an_arrow_at_the_other(long: Reader) -> None:
    page(long, 1).verticalScrollBar().setValue(page(long, 1).verticalScrollBar().maximum())
    labels = {each.label for each in long.room.desk.gutters[0].tabs()}
    assert "↓" in labels
    assert "↑" in labels


def test_a_column_that_is_no_neighbour_is_named_with_a_count(reader: Reader) -> None:
    reader.open_made()
    reader.window.set_columns(2)
    gutter = reader.room.desk.gutters[0]
    assert reader.letters == "AB"
    stubs = [each for each in gutter.tabs() if "C" in each.label]
    assert [each.stub.words.split("\n")[0] for each in stubs] == ["1 more in C", "1 more in C"]
    click_tab(reader, gutter, "C")
    assert reader.letters == "BC"
    assert reader.headline


def test_pointing_at_a_claim_lights_its_fact_in_every_column(reader: Reader) -> None:
    reader.open_made()
    reader.window.set_columns(3)
    one = page(reader, 0)
    reader.point(one.viewport(), one.point_of(one._source.text.index("12 shelters")))  # noqa: SLF001
    lit = [column.page._lit & {mark.id for mark in column.page.marks} for column in reader.room.desk.columns]  # noqa: SLF001
    assert [len(each) for each in lit] == [1, 1, 1]
    reader.point(one.viewport(), QPoint(5, one.height() - 5))
    assert all(not column.page._lit for column in reader.room.desk.columns)  # noqa: SLF001


def test_a_click_on_the_overview_goes_to_that_place(long: Reader) -> None:
    overview = long.room.desk.column(SourceId("s1")).overview
    last = len(page(long, 1).marks) - 1
    long.click(overview, overview.place_of(last).toPoint())
    assert 0 <= page(long, 1).extent(last).top < page(long, 1).height()
    assert scrolled(long)[0] > 0, "the others follow"


def test_the_overview_is_drawn_like_a_scroll_bar(long: Reader) -> None:
    overview = long.room.desk.column(SourceId("s0")).overview
    long.drag(overview, QPoint(6, 5), QPoint(6, overview.height() - 3))
    assert scrolled(long)[0] == page(long, 0).verticalScrollBar().maximum()


# What is brought here


def brought(reader: Reader) -> dict[str, list[str]]:
    """What was brought to which column."""
    return {
        letter: [quote.accessibleName() for quote in column.peek.findChildren(Quote) if quote.isVisible()]
        for letter, column in zip(reader.letters, reader.room.desk.columns, strict=True)
        if column.peek is not None and column.peek.isVisible()
    }


def test_what_the_others_say_is_brought_under_the_text_and_covers_none_of_it(reader: Reader) -> None:
    reader.open_made()
    reader.window.set_columns(2)
    reader.window.resize(1000, 700)
    reader.press("J").press("B")
    reader.bot.wait(40)
    assert brought(reader) == {
        "A": ["B: Five people died in the flood on Monday.", "C: The mayor of Nowhere opened 12 shelters, she said."]
    }
    column = reader.room.desk.columns[0]
    assert column.peek is not None
    claim = column.page.number_of("s0:17-57")
    assert claim is not None
    assert column.page.extent(claim).bottom <= column.page.viewport().height()
    assert column.peek.geometry().top() >= column.page.geometry().bottom()
    reader.press("B")
    assert brought(reader) == {}
    reader.press("B").press("Esc")
    assert brought(reader) == {}


def test_what_was_brought_here_leads_to_its_place(reader: Reader) -> None:
    reader.open_made()
    reader.window.set_columns(2)
    reader.select("The mayor opened 12", "A").press("B")
    peek = reader.room.desk.columns[0].peek
    assert brought(reader) == {
        "A": ["B: The mayor opened twelve shelters.", "C: Four people have died."],
    }
    assert peek is not None
    ways = [button for button in peek.findChildren(QPushButton, "go") if button.isVisible()]
    reader.click(ways[1])
    assert "C" in reader.letters
    assert brought(reader) == {}


def test_going_on_takes_away_what_was_brought(reader: Reader) -> None:
    reader.open_made().press("J").press("B").press("J")
    assert brought(reader) == {}
