"""Pictures of the draft desk: judged, written in, with evidence by hand, its versions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counterpoint.app.intakes import from_files
from counterpoint.engine.sources import Role
from counterpoint.resources import resource

if TYPE_CHECKING:
    from counterpoint.views.windows import Window

Shoot = Callable[[str], None]


def take_draft(window: "Window", shoot: Shoot) -> None:
    """On a laptop, light and dark; the sample's own draft."""
    room = window.room
    if room is None:
        return
    room.workspace.add_sources(from_files([resource("samples/draft.txt")], Role.DRAFT).contents)
    shoot("draft")
    _do(window, "room.drafts.next_open", "room.drafts.next_open", "room.drafts.contest")
    for _ in range(2):
        _do(window, "room.drafts.next_open", "room.drafts.check")
    _do(window, "room.drafts.next_open")
    shoot("draft-judged")
    window.set_theme("dark")
    shoot("draft-judged-dark")
    window.set_theme("light")
    _do(window, "room.drafts.keep", "room.drafts.write")
    QTest.keyClicks(QApplication.focusWidget() or window, " They will meet again in May.")
    shoot("draft-being-written")
    if room.desk.active is not None:
        room.desk.active.page.clearFocus()
    shoot("draft-written")
    _do(window, "room.versions.toggle")
    shoot("draft-versions")
    _do(window, "room.versions.toggle")


def take_scaled_draft(window: "Window", shoot: Shoot) -> None:
    """At 200 %."""
    room = window.room
    if room is None:
        return
    room.workspace.add_sources(from_files([resource("samples/draft.txt")], Role.DRAFT).contents)
    shoot("draft-200")
    _do(window, "room.drafts.next_open", "room.drafts.next_open", "room.drafts.check")
    shoot("draft-judged-200")


def _do(window: "Window", *methods: str) -> None:
    for method in methods:
        window.actions_[method].trigger()
