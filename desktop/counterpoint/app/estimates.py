"""How long the comparison will still take, told from how fast its present stage goes on."""

from collections.abc import Callable
from time import monotonic

from counterpoint.analysts import Progress

_SOON = 1.0  # seconds: what has gone on for less says nothing yet
_STEP = 5  # seconds to which it is rounded
_MINUTE = 60


class Estimate:
    """Told every step forward. A stage of its own is not carried over to the next, which goes at its own speed."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._stage = ""
        self._began = 0.0
        self._done_before = 0

    def words(self, progress: Progress) -> str:
        """As in "about 15 seconds left"; nothing where it can't be known yet, or is as good as over."""
        now = self._clock()
        if progress.stage != self._stage or progress.done < self._done_before:
            self._stage, self._began, self._done_before = progress.stage, now, progress.done
        passed, done = now - self._began, progress.done - self._done_before
        if passed < _SOON or done <= 0:
            return ""
        left = passed / done * (progress.total - progress.done)
        if left >= _MINUTE:
            minutes = round(left / _MINUTE)
            return f"about {minutes} minute{'s' if minutes > 1 else ''} left"
        seconds = _STEP * round(left / _STEP)
        return f"about {seconds} seconds left" if seconds else ""
