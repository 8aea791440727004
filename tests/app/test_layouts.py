"""Which columns are in view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.app.layouts import Layout, chosen, in_line, moved, read_layout, shifted, stored_layout
from counterpoint.engine.sources import SourceId

A, B, C, D, E = (SourceId(letter) for letter in "abcde")
ALL = (A, B, C, D, E)


@pytest.mark.parametrize(
    ("room", "preferred", "pinned", "shown"),
    [
        (3, (), None, (A, B, C)),
        (3, (E, B), None, (A, B, E)),
        (2, (E, B), None, (B, E)),
        (3, (B,), D, (D, A, B)),
        (1, (B,), D, (D,)),
        (9, (), C, (C, A, B, D, E)),
        (2, (SourceId("gone"), C), SourceId("gone"), (A, C)),
    ],
)  # fmt: skip
def test_those_preferred_are_in_view_in_their_order(
    room: int, preferred: tuple[SourceId, ...], pinned: SourceId | None, shown: tuple[SourceId, ...]
) -> None:
    assert chosen(ALL, room, preferred, pinned) == shown


@pytest.mark.parametrize(
    ("shown", "pinned", "by", "after"),
    [
        ((A, B), None, 1, (B, C)),
        ((A, B), None, -1, (A, B)),
        ((D, E), None, 1, (D, E)),
        ((A, C), None, 1, (B, C)),
        ((D, A, B), D, 1, (D, B, C)),
        ((D, C, E), D, 1, (D, C, E)),
        ((D,), D, 1, (D,)),
    ],
)  # fmt: skip
def test_others_come_into_view_and_the_pinned_one_stays(
    shown: tuple[SourceId, ...], pinned: SourceId | None, by: int, after: tuple[SourceId, ...]
) -> None:
    assert shifted(ALL, shown, pinned, by) == after


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [(C, A, (C, A, B, D, E)), (A, None, (B, C, D, E, A)), (A, C, (B, A, C, D, E)), (B, B, (A, C, D, E, B))],
)
def test_a_source_is_moved(source: SourceId, before: SourceId | None, after: tuple[SourceId, ...]) -> None:
    assert moved(ALL, source, before) == after


@given(st.sets(st.sampled_from(ALL)), st.none() | st.sampled_from(ALL))
def test_a_line_has_each_once(shown: set[SourceId], pinned: SourceId | None) -> None:
    line = in_line(ALL, shown, pinned)
    assert set(line) == shown
    rest = [source for source in line if source != pinned]
    assert rest == [source for source in ALL if source in rest]


def test_a_layout_is_stored_and_read() -> None:
    layout = Layout((A, C), C, {A: 1.5, B: 0.75})
    assert read_layout(stored_layout(layout)) == layout


@pytest.mark.parametrize("stored", [None, 3, [], {"widths": [320, 280.5]}, {"shown": "ab"}, {"pinned": 1}])
def test_what_makes_no_sense_is_not_stored(stored: object) -> None:
    assert read_layout(stored) == Layout()
