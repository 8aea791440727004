"""The comparison of what is open: begun when it is due, told of while it goes on, stopped, and taken in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from counterpoint.app.jobs import Analysis
from counterpoint.views.bars import MessageBar, ProgressStrip
from counterpoint.views.rooms import Room

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Comparison


class Comparer(QObject):
    """Of one window. `room` gives the room that is open, None where none is."""

    def __init__(
        self,
        analysis: Analysis,
        room: Callable[[], Room | None],
        message: MessageBar,
        progress: ProgressStrip,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._analysis = analysis
        self._room = room
        self._message = message
        progress.cancelled.connect(self.stop)
        analysis.busy.connect(progress.set_busy)
        analysis.progressed.connect(progress.show_progress)
        analysis.failed.connect(self._tell)
        analysis.finished.connect(self._take_in)

    def compare(self) -> None:
        """Where it is due."""
        room = self._room()
        if room is not None and not room.workspace.is_analysed:
            self._analysis.start(room.first_to_compare(), room.workspace.showing.choice)

    def compare_again(self) -> None:
        """Even where nothing has changed."""
        room = self._room()
        if room is not None:
            self._analysis.start(room.workspace.sources, room.workspace.showing.choice)

    def stop(self) -> None:
        if self._analysis.is_busy:
            self._analysis.cancel()
            self._message.say(("The comparison was stopped.",), "Compare", self.compare_again)

    def _take_in(self, comparison: object) -> None:
        """In two turns of the loop, as both take some time. In between nothing has changed yet."""
        from counterpoint.engine.accounts import Comparison

        room = self._room()
        if room is not None and isinstance(comparison, Comparison):
            room.workspace.prepare_analysis(comparison)
            QTimer.singleShot(0, room, lambda: self._replace(room, comparison))

    def _replace(self, room: Room, comparison: "Comparison") -> None:
        if room is self._room():
            room.workspace.replace_analysis(comparison)
            if len(comparison.accounts) < len(room.workspace.sources):
                self.compare()

    def _tell(self, sentence: str) -> None:
        self._message.say((sentence,), "Compare again", self.compare_again)
