"""Pictures of the window on the sample, for developers and for the README."""

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from counterpoint.app.jobs import Analysis
from counterpoint.app.preferences import Preferences
from counterpoint.errors import UnwritableOutput
from counterpoint.views.column_shots import take_columns, take_scaled_columns
from counterpoint.views.draft_shots import take_draft, take_scaled_draft
from counterpoint.views.programs import start_qt

if TYPE_CHECKING:
    from counterpoint.views.windows import Window

_SCALE = "QT_SCALE_FACTOR"
_LONGEST = 120_000  # milliseconds for the comparison
_SETTLING = 250  # for what is laid out in a turn of the loop of its own


class NoDialogs:
    """Nobody is there to be asked."""

    def texts(self, parent: QWidget, title: str) -> list[Path]:  # noqa: ARG002
        return []

    def project(self, parent: QWidget) -> Path | None:  # noqa: ARG002
        return None

    def report(self, parent: QWidget, suggested: str, kind: str) -> Path | None:  # noqa: ARG002
        return None

    def place(self, parent: QWidget, title: str, suggested: str) -> Path | None:  # noqa: ARG002
        return None


def take(folder: Path) -> int:
    """Writes the pictures into the folder. Those at 200 % are taken by a process of their own.

    Raises:
        UnwritableOutput: the folder can't be had.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableOutput(f"The folder {folder} can't be made: {error.strerror}.") from error
    is_scaled = bool(os.environ.get(_SCALE))
    application = start_qt()
    with tempfile.TemporaryDirectory() as place:
        window = open_window(Path(place))
        window.show()
        application.processEvents()
        if is_scaled:
            _take_scaled(window, folder)
        else:
            _take_all(window, folder)
        window.close()
        application.processEvents()
    if not is_scaled:
        start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "counterpoint"]
        subprocess.run([*start, "--screenshot", str(folder)], env=os.environ | {_SCALE: "2"}, check=True)  # noqa: S603
    return 0


def open_window(place: Path) -> "Window":
    """A window that keeps everything in this folder."""
    from counterpoint.views.windows import Window

    return Window(Preferences(place / "preferences.ini"), place / "projects", NoDialogs(), Analysis())


def settle(window: "Window") -> None:
    """Waits until the comparison is there and everything is laid out."""
    room = window.room
    if room is not None and not room.workspace.is_analysed:
        loop = QEventLoop()
        workspace = room.workspace
        workspace.changed.connect(lambda: loop.quit() if workspace.is_analysed else None)
        QTimer.singleShot(_LONGEST, loop.quit)
        loop.exec()
    loop = QEventLoop()
    QTimer.singleShot(_SETTLING, loop.quit)
    loop.exec()


def _take_all(window: "Window", folder: Path) -> None:
    _shoot(window, folder / "start.png")
    window.set_theme("dark")
    _shoot(window, folder / "start-dark.png")
    window.set_theme("light")
    window.open_sample()
    _shoot(window, folder / "overview.png")
    _do(window, "room.review.next_finding")
    _shoot(window, folder / "laptop.png")
    _annotate(window)
    _shoot(window, folder / "conflict.png")
    window.set_theme("dark")
    _shoot(window, folder / "conflict-dark.png")
    window.resize(1920, 1080)
    _shoot(window, folder / "wide-dark.png")
    window.set_theme("light")
    _shoot(window, folder / "wide.png")
    window.set_columns(5)
    _shoot(window, folder / "five.png")
    window.set_columns(0)
    window.resize(1366, 768)
    _take_review(window, folder)
    _take_facts(window, folder)
    _take_finding(window, folder)
    window.show_keys()
    _shoot(window, folder / "keys.png")
    window.show_keys()
    _take_books(window, folder)
    window.show_tags()
    _shoot(window, folder / "tags.png")
    window.escape()
    _take_keeping(window, folder)
    window.show_export()
    _shoot(window, folder / "export.png")
    window.set_theme("dark")
    _shoot(window, folder / "export-dark.png")
    window.set_theme("light")
    window.escape()
    take_columns(window, lambda name: _shoot(window, folder / f"{name}.png"))
    _take_losses(window, folder)
    window.open_sample()
    take_draft(window, lambda name: _shoot(window, folder / f"{name}.png"))


def _take_books(window: "Window", folder: Path) -> None:
    window.library.show_manual()
    window.library.show_credits()
    for name, book in (("manual", window.library.manual), ("licences", window.library.credits)):
        if book is not None:
            settle(window)
            book.grab().save(str(folder / f"{name}.png"))
    window.library.close()


def _take_losses(window: "Window", folder: Path) -> None:
    """What a comparison that finds nothing leaves: what has lost its place, and accounts that share little."""
    workspace = window.room.workspace if window.room is not None else None
    found = workspace.comparison if workspace is not None else None
    if workspace is None or found is None:
        return
    workspace.replace_analysis(replace(found, relations=(), facts=(), shares_little=True))
    _shoot(window, folder / "little.png")
    _do(window, "room.lost.toggle")
    _shoot(window, folder / "lost.png")
    window.set_theme("dark")
    _shoot(window, folder / "lost-dark.png")
    window.set_theme("light")
    window.escape()


def _take_keeping(window: "Window", folder: Path) -> None:
    """The history of a finding, and the backups."""
    _do(window, "room.review.list_all", "room.review.next_finding", "room.inspector.past.toggle")
    _shoot(window, folder / "history.png")
    _do(window, "room.inspector.past.toggle", "keeper.show_backups")
    _shoot(window, folder / "backups.png")
    window.escape()
    _do(window, "keeper.purge_source")
    _shoot(window, folder / "purge.png")
    window.message.hide()


def _take_review(window: "Window", folder: Path) -> None:
    """A decision, filters and what they leave, a decision on all."""
    _do(window, "room.review.next_finding", "room.review.reject")
    _shoot(window, folder / "toast.png")
    _do(window, "room.review.list_conflicts", "room.review.list_undecided", "room.review.next_finding")
    _shoot(window, folder / "filters.png")
    _do(window, "room.review.doubt_listed")
    _shoot(window, folder / "all-listed.png")
    window.set_theme("dark")
    _shoot(window, folder / "all-listed-dark.png")
    window.set_theme("light")
    _do(window, "room.review.list_all")


def _take_facts(window: "Window", folder: Path) -> None:
    """The table on a laptop and on a large screen, filtered and empty, with the pointer of the keyboard in it."""
    _do(window, "room.switch_view")
    _shoot(window, folder / "facts.png")
    _do(window, "room.review.list_matches", "room.table.sort_next")
    _shoot(window, folder / "facts-filtered.png")
    _do(window, "room.review.list_undecided", "room.review.list_conflicts", "room.review.confirm_listed")
    _shoot(window, folder / "facts-empty.png")
    _do(window, "room.review.list_all", "room.review.next_finding")
    window.resize(1920, 1080)
    _shoot(window, folder / "facts-wide.png")
    window.set_theme("dark")
    _shoot(window, folder / "facts-wide-dark.png")
    window.resize(1366, 768)
    _shoot(window, folder / "facts-dark.png")
    window.set_theme("light")
    _do(window, "room.switch_view")


def _take_finding(window: "Window", folder: Path) -> None:
    """Words that stand in several sources, in a tag and in a note."""
    room = window.room
    if room is None:
        return
    field = room.find_bar.field
    for words, name in (("ministry", "found-note"), ("president macron", "found"), ("atlantis", "found-nothing")):
        _do(window, "room.seeker.find")
        QTest.keyClicks(field, words)
        _do(window, "room.seeker.find_next", "room.seeker.find_next", "room.seeker.find_next")
        _shoot(window, folder / f"{name}.png")
    _do(window, "room.seeker.filter_words")
    QTest.keyClicks(field, "president macron")
    _do(window, "room.seeker.find_next")
    window.set_theme("dark")
    _shoot(window, folder / "found-dark.png")
    _do(window, "room.switch_view")
    _shoot(window, folder / "found-facts-dark.png")
    _do(window, "room.switch_view")
    window.set_theme("light")
    room.find_bar.close_bar()
    _do(window, "room.review.list_all")


def _do(window: "Window", *methods: str) -> None:
    for method in methods:
        window.actions_[method].trigger()


def _take_scaled(window: "Window", folder: Path) -> None:
    window.open_sample()
    settle(window)
    _do(window, "room.review.next_finding")
    _shoot(window, folder / "laptop-200.png")
    take_scaled_columns(window, lambda name: _shoot(window, folder / f"{name}.png"))
    take_scaled_draft(window, lambda name: _shoot(window, folder / f"{name}.png"))
    _do(window, "room.switch_view", "room.review.confirm", "room.review.list_conflicts")
    _shoot(window, folder / "facts-200.png")


def _annotate(window: "Window") -> None:
    """A verdict, tags and a note, as somebody at work would leave them."""
    room = window.room
    finding = room.walk.current if room is not None else None
    if room is None or finding is None:
        return
    room.review.confirm()
    room.workspace.add_tag("Count", colour="#d55e00", key="y", description="How many were there", on=[finding.stored])
    room.workspace.add_tag("Ask the ministry", on=[finding.stored])
    room.workspace.add_note(
        finding.stored, "Élysée press office: *35 in the room or on screen*. Ask which list they use."
    )
    room.workspace.add_note(finding.stored, "My contact there counts **33**.", is_private=True)


def _shoot(window: "Window", path: Path) -> None:
    """Writes a picture.

    Raises:
        UnwritableOutput: it can't be written.
    """
    settle(window)
    if not window.grab().save(str(path)):
        raise UnwritableOutput(f"The picture {path} can't be written.")
