"""How many findings are shown, from fewer to more, with how right each level was beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QStyle, QWidget

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.levels import Level, level_numbered
from counterpoint.engine.relations import RelationKind
from counterpoint.views.themes import SIGNS
from counterpoint.writers.levels import level_briefly, level_measured, level_named, percent

#: What is said of a finding that is too unsure for the level, and shown because a person has dealt with it.
KEPT = "below the level, kept"
_NARROWEST, _WIDEST = 56, 96  # pixels of the slider
_HANDLE = 14  # as the style sheet has it
_KEYS = "Fewer with the comma, more with the full stop. What you have decided, tagged or noted on stays."


class _Slider(QSlider):
    """With a notch for each value: a styled one of Qt's has none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.width() - _HANDLE
            for value in range(self.minimum(), self.maximum() + 1):
                x = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, room) + _HANDLE // 2
                painter.drawLine(x, self.height() - 3, x, self.height() - 1)


class LevelControl(QFrame):
    """A slider over the levels; what it is set to is the project's."""

    changed = Signal(str)  # what is shown from now on, in words

    def __init__(self, workspace: Workspace, levels: Sequence[Level], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levels")
        self._workspace = workspace
        self._levels = levels
        self.slider = _Slider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(levels[0].number, levels[-1].number)
        self.slider.setPageStep(1)
        self.slider.setTracking(False)  # a drag over several compares once
        self.slider.setMinimumWidth(_NARROWEST)
        self.slider.setMaximumWidth(_WIDEST)
        self.slider.setFixedHeight(_HANDLE + 10)
        self.slider.setAccessibleName("How many findings are shown")
        self.right = QLabel(self)
        self.right.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 6)
        row.setSpacing(6)
        for name, widget in (("Fewer", self.slider), ("More", None)):
            label = QLabel(name, self)
            label.setObjectName("muted")
            row.addWidget(label)
            if widget is not None:
                row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.right)
        self.slider.valueChanged.connect(self._set)
        workspace.changed.connect(self._refresh)
        self._renew()

    @property
    def level(self) -> Level:
        return level_numbered(self._levels, self._workspace.showing.level)

    def fewer(self) -> None:
        self.slider.setValue(self.slider.value() - 1)

    def more(self) -> None:
        self.slider.setValue(self.slider.value() + 1)

    def _set(self, number: int) -> None:
        if number != self.level.number:
            self._workspace.showing.set_level(number)
            self.changed.emit(level_briefly(self.level))

    def _refresh(self, changes: Changes) -> None:
        if Thing.SETTINGS in changes.things:
            self._renew()

    def _renew(self) -> None:
        level = self.level
        self.slider.setValue(level.number)
        shares = (_right(level, kind) for kind in (RelationKind.CONFLICT, RelationKind.MATCH))
        self.right.setText(f"{'   '.join(shares)} right")
        told = f"Level {level_named(level)}. {level_measured(level)}"
        self.slider.setAccessibleDescription(told)
        self.right.setAccessibleName(told)
        self.setToolTip(f"{told} {_KEYS}")


def _right(level: Level, kind: RelationKind) -> str:
    """How many of a hundred are right, behind the sign of their kind."""
    share = percent(level.measured(kind).precision)
    return f"{SIGNS[kind]} {'too few to say' if share is None else f'{share} %'}"
