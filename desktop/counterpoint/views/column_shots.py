"""Pictures of the columns at work: headers, what is brought here, findings by hand, many accounts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from counterpoint.app.extents import with_edge
from counterpoint.app.intakes import from_words
from counterpoint.engine.passages import Span
from counterpoint.views.columns import Column
from counterpoint.views.offsets import Offsets

if TYPE_CHECKING:
    from counterpoint.views.windows import Window

Shoot = Callable[[str], None]


def take_columns(window: "Window", shoot: Shoot) -> None:
    """On a laptop and on a large screen, light and dark."""
    room = window.room
    if room is None:
        return
    _do(window, "room.review.next_finding", "room.desk.bring_here")
    shoot("brought")
    _do(window, "room.desk.bring_here", "room.desk.next_column", "room.desk.edit_header")
    shoot("header")
    if room.desk.active is not None:
        room.desk.active.header.leave()
    for column in room.desk.columns:
        _select(column)
    shoot("selected")
    _do(window, "room.hands.mark_conflict")
    shoot("by-hand")
    _select(room.desk.columns[0], 3)
    _do(window, "room.hands.make_claim")
    room.workspace.add_note(room.walk.claim or room.workspace.sources[0], "Who says so?")
    shoot("claim-by-hand")
    window.set_theme("dark")
    shoot("claim-by-hand-dark")
    window.resize(1920, 1080)
    window.set_columns(4)
    _do(window, "room.desk.show_next", "room.desk.pin", "room.desk.widen", "room.desk.widen", "room.desk.show_next")
    shoot("pinned-dark")
    window.set_theme("light")
    shoot("pinned")
    _do(window, "room.desk.pin", "room.desk.level")
    window.resize(1366, 768)
    window.set_columns(5)
    shoot("five-on-a-laptop")
    _do(window, "room.desk.edit_header")
    shoot("five-header")
    if room.desk.active is not None:
        room.desk.active.header.leave()
    window.set_columns(3)
    for number, source in enumerate(room.workspace.sources):
        words = source.text[: round(len(source.text) * 0.6)].replace("35", str(40 + number))
        room.workspace.add_sources(from_words(f"Another account, the {number + 1}th\n\n{words}"))
    shoot("ten")
    window.set_columns(0)


def take_scaled_columns(window: "Window", shoot: Shoot) -> None:
    """At 200 %."""
    room = window.room
    if room is None:
        return
    _do(window, "room.desk.bring_here")
    shoot("brought-200")
    _do(window, "room.desk.bring_here")
    for column in room.desk.columns:
        _select(column)
    _do(window, "room.hands.mark_match")
    shoot("by-hand-200")


def _do(window: "Window", *methods: str) -> None:
    for method in methods:
        window.actions_[method].trigger()


def _select(column: Column, which: int = 1) -> None:
    """Some words of one of its claims, as the mouse selects them."""
    marks = [mark for mark in column.page.marks if mark.is_claim]
    span = marks[min(which, len(marks) - 1)].span
    text, length = column.source.text, span.end - span.start
    words = with_edge(text, Span(span.start, span.end), span.start + length // 4, is_start=True)
    words = with_edge(text, words, span.start + length // 2, is_start=False)
    start, end = Offsets(column.source.text).span_to_qt(words)
    cursor = column.page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    column.page.setTextCursor(cursor)
    column.page.settled.emit()
