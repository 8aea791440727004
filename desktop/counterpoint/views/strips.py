"""The row of all sources above the columns: which of them are in view, and in which order they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from counterpoint.app.layouts import moved
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.views.flows import FlowLayout
from counterpoint.writers.phrases import letter, shortened

#: Code points of a title; of each of many sources, so that they stay on two lines of a small screen.
LENGTH, SHORT, MANY = 24, 12, 6


class Pick(QPushButton):
    """A source to take into view or out of it, or to carry to another place in the row."""

    carried = Signal(QPoint)  # to this place of the screen
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pick")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._held_at: QPoint | None = None
        self._is_carried = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._held_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.globalPosition().toPoint()
        far = (
            self._held_at is not None and (place - self._held_at).manhattanLength() >= QApplication.startDragDistance()
        )
        if self._is_carried or far:
            self._is_carried = True
            self.setDown(False)
            self.carried.emit(place)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_carried, self._is_carried, self._held_at = self._is_carried, False, None
        super().mouseReleaseEvent(event)  # which is no click where it was carried: the button is not down any more
        if was_carried:
            self.dropped.emit(event.globalPosition().toPoint())


class SourceStrip(QFrame):
    """On as many lines as there are sources for."""

    picked = Signal(str)
    arranged = Signal(object)  # the new order of all sources
    shifted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources")
        self._picks: dict[SourceId, Pick] = {}
        self._places = QWidget(self)
        self._flow = FlowLayout(self._places, 4)
        self._told = QLabel(self)
        self._told.setObjectName("muted")
        self._mark = QFrame(self)
        self._mark.setObjectName("drophere")
        self._mark.hide()
        self._ways = QWidget(self)
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(2)
        self.back, self.on = (self._way(*each) for each in (("‹", -1, "Columns before"), ("›", 1, "Columns after")))
        ways.addWidget(self.back)
        ways.addWidget(self._told)
        ways.addWidget(self.on)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 6, 5)
        row.addWidget(self._places, 1)
        row.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignTop)

    def _way(self, sign: str, by: int, name: str) -> QPushButton:
        button = QPushButton(sign, self._ways)
        button.setObjectName("step")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({'Ctrl+Left' if by < 0 else 'Ctrl+Right'})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.shifted.emit(by))
        return button

    def show_sources(self, sources: Sequence[Source]) -> None:
        """All of them, in their order."""
        if tuple(self._picks) != tuple(source.id for source in sources):
            self._flow.clear()
            self._picks = {source.id: self._made(source.id) for source in sources}
            for pick in self._picks.values():
                self._flow.addWidget(pick)
        length = LENGTH if len(sources) <= MANY else SHORT
        for place, source in enumerate(sources):
            pick, title = self._picks[source.id], source.title or "Untitled"
            pick.setText(f"{letter(place)}  {shortened(source.outlet or title, length)}")
            pick.setToolTip(title)
            pick.setProperty("draft", source.role is Role.DRAFT)
            pick.setAccessibleName(f"Show or hide {letter(place)}: {title}")
        self.setVisible(len(sources) > 1)

    def show_shown(self, shown: Sequence[SourceId], pinned: SourceId | None) -> None:
        """Which of them are in view."""
        for source, pick in self._picks.items():
            pick.setChecked(source in shown)
            pick.setProperty("pinned", source == pinned)
            pick.style().unpolish(pick)
            pick.style().polish(pick)
        order = list(self._picks)
        moving = [source for source in shown if source != pinned]
        self._ways.setVisible(len(shown) < len(order))
        self._told.setText(f"{len(shown)} of {len(order)}")
        rest = [source for source in order if source != pinned]
        self.back.setEnabled(bool(moving) and moving != rest[: len(moving)])
        self.on.setEnabled(bool(moving) and moving != rest[-len(moving) :])

    def pick_of(self, source: SourceId) -> Pick:
        """Its button."""
        return self._picks[source]

    def _made(self, source: SourceId) -> Pick:
        pick = Pick(self)
        pick.clicked.connect(lambda: self.picked.emit(source))
        pick.carried.connect(self._point)
        pick.dropped.connect(lambda place: self._drop(source, place))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        return pick

    def _point(self, place: QPoint) -> None:
        """Shows where it would be put down."""
        before = self._before(place)
        pick = self._picks[before] if before is not None else list(self._picks.values())[-1]
        x = pick.geometry().left() - 3 if before is not None else pick.geometry().right() + 1
        corner = self._places.mapTo(self, QPoint(x, pick.geometry().top()))
        self._mark.setGeometry(corner.x(), corner.y(), 3, pick.height())
        self._mark.raise_()
        self._mark.show()

    def _drop(self, source: SourceId, place: QPoint) -> None:
        self._mark.hide()
        before = self._before(place)
        if before != source:
            self.arranged.emit(moved(tuple(self._picks), source, before))

    def _before(self, place: QPoint) -> SourceId | None:
        """The source in front of which something put down here belongs; None: after all of them."""
        point = self._places.mapFromGlobal(place)
        for source, pick in self._picks.items():
            box = pick.geometry()
            if point.y() < box.bottom() and point.x() < box.center().x():
                return source
        return None
