"""The columns in view side by side, a gutter between every two; gutters are drawn to set widths, headers to move."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from counterpoint.engine.sources import SourceId
from counterpoint.views.columns import NARROWEST, Column
from counterpoint.views.gutters import NARROW, WIDTH, Gutter

_TIGHT = 260  # pixels for a column and its gutter, below which the gutter gives some up


class Line(QWidget):
    """Columns from left to right."""

    widened = Signal(object)  # the widths, by source, in parts of an equal share

    def __init__(self, made: Callable[[], Gutter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = made
        self._gutters: list[Gutter] = []
        self._columns: list[Column] = []
        self._widths: dict[SourceId, float] = {}
        self._held: list[int] = []  # the columns' widths in pixels when a gutter was taken hold of
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._mark = QFrame(self)
        self._mark.setObjectName("drophere")
        self._mark.hide()

    @property
    def gutters(self) -> tuple[Gutter, ...]:
        """Those in view."""
        return tuple(self._gutters[: max(0, len(self._columns) - 1)])

    @property
    def all_gutters(self) -> tuple[Gutter, ...]:
        return tuple(self._gutters)

    def show_columns(self, columns: Sequence[Column], widths: Mapping[SourceId, float]) -> None:
        """These and no others."""
        self._widths = dict(widths)
        if list(columns) != self._columns:
            self._columns = list(columns)
            while self._row.takeAt(0) is not None:
                pass
            while len(self._gutters) < len(columns) - 1:
                self._gutters.append(self._gutter(len(self._gutters)))
            for number, column in enumerate(columns):
                if number:
                    self._row.addWidget(self._gutters[number - 1])
                self._row.addWidget(column)
                column.show()
            for number, gutter in enumerate(self._gutters):
                gutter.setVisible(number < len(columns) - 1)
        self._fit()
        self._stretch([round(1000 * self._widths.get(column.source.id, 1.0)) for column in columns])

    def point_at(self, place: QPoint) -> None:
        """Shows where a column that is carried there would be put down."""
        before = self.before(place)
        column = next((each for each in self._columns if each.source.id == before), None)
        x = column.geometry().left() if column is not None else self.width() - 3
        self._mark.setGeometry(max(0, x - 1), 0, 3, self.height())
        self._mark.raise_()
        self._mark.show()

    def put_down(self) -> None:
        self._mark.hide()

    def before(self, place: QPoint) -> SourceId | None:
        """The column in front of which something put down at a place of the screen belongs; None: after the last."""
        x = self.mapFromGlobal(place).x()
        return next((each.source.id for each in self._columns if x < each.geometry().center().x()), None)

    def _gutter(self, number: int) -> Gutter:
        gutter = self._made()
        gutter.drawn.connect(lambda by: self._draw(number, by))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        gutter.let_go.connect(self._let_go)
        gutter.levelled.connect(lambda: self.widened.emit({}))
        return gutter

    def widen(self, source: SourceId, by: int) -> None:
        """Draws a column's right edge, or its left where it is the last, by so many pixels."""
        place = next((i for i, column in enumerate(self._columns) if column.source.id == source), None)
        if place is not None and len(self._columns) > 1:
            is_last = place == len(self._columns) - 1
            self._draw(place - 1 if is_last else place, -by if is_last else by)
            self._let_go()

    def _draw(self, number: int, by: int) -> None:
        if not self._held:
            self._held = [column.width() for column in self._columns]
        left, right = self._held[number], self._held[number + 1]
        by = max(min(by, right - NARROWEST), NARROWEST - left)
        widths = list(self._held)
        widths[number], widths[number + 1] = left + by, right - by
        self._stretch(widths)

    def _let_go(self) -> None:
        self._held = []
        self.layout_now()
        share = sum(column.width() for column in self._columns) / max(1, len(self._columns))
        if share > 0:
            self.widened.emit({c.source.id: round(c.width() / share, 3) for c in self._columns})

    def layout_now(self) -> None:
        """Does not wait for the next turn of the loop."""
        self._row.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Gutters as wide as there is room for."""
        share = self.width() / max(1, len(self._columns))
        for gutter in self._gutters:
            gutter.setFixedWidth(NARROW if share < _TIGHT else WIDTH)

    def _stretch(self, parts: Sequence[int]) -> None:
        for number, part in enumerate(parts):
            self._row.setStretch(2 * number, max(1, part))
