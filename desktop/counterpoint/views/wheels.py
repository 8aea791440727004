"""A wheel turned sideways, counted in notches: touchpads send small parts of one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

_NOTCH = 120  # in Qt's units


class Sideways:
    """What has been turned so far, and is no whole notch yet, is kept for the next turn."""

    def __init__(self) -> None:
        self._turned = 0

    def notches(self, event: QWheelEvent) -> int | None:
        """How many whole ones to the left, below 0 to the right; None where the wheel is not turned sideways.

        With Shift any turn is one sideways.
        """
        turn = event.angleDelta()
        is_sideways = abs(turn.x()) > abs(turn.y())
        if not is_sideways and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return None
        self._turned += turn.x() if is_sideways else turn.y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        return notches
