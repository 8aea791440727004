"""The gap between two columns, with the ribbons that join their claims."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from counterpoint.engine.relations import RelationId, RelationKind
from counterpoint.views.columns import HEADER
from counterpoint.views.ribbons import Extent, Ribbon
from counterpoint.views.themes import SIGNS, Theme, interface_font

WIDTH = 60


@dataclass(frozen=True, slots=True)
class Strand:
    """A relation to draw between marks, by their numbers on the left page and on the right one."""

    relation: RelationId
    kind: RelationKind
    left: int
    right: int
    is_chosen: bool
    is_faded: bool
    words: str  # what the tool tip says

    @property
    def layer(self) -> tuple[bool, bool, bool]:
        """What lies on top is painted last."""
        return self.is_chosen, not self.is_faded, self.kind is RelationKind.CONFLICT


@dataclass(frozen=True, slots=True)
class Stub:
    """The chosen relation where its other claim is in no neighbouring column: a tab with that column's letter."""

    mark: int
    is_left: bool  # the claim is on the left page
    kind: RelationKind
    letter: str
    is_faded: bool = False


class Gutter(QWidget):
    """Draws strands as ribbons; a click on one chooses it."""

    chosen = Signal(str)  # a relation's id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strands: tuple[Strand, ...] = ()
        self._left: Callable[[int], Extent] | None = None
        self._right: Callable[[int], Extent] | None = None
        self._stubs: tuple[Stub, ...] = ()
        self._hovered: RelationId | None = None
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def join(
        self, strands: Sequence[Strand], left: Callable[[int], Extent], right: Callable[[int], Extent], name: str
    ) -> None:
        """Draws these between two pages, which are asked where their marks stand."""
        self._strands = tuple(sorted(strands, key=lambda strand: strand.layer))
        self._left, self._right = left, right
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{len(strands)} relations")
        self.update()

    def set_stubs(self, stubs: Sequence[Stub]) -> None:
        """Shows these too."""
        self._stubs = tuple(stubs)
        self.update()

    def ribbons(self) -> list[tuple[Strand, Ribbon]]:
        """Those that are in view, the topmost last."""
        if self._left is None or self._right is None:
            return []
        seen = Extent(0, max(0, self.height() - HEADER))
        found: list[tuple[Strand, Ribbon]] = []
        for strand in self._strands:
            ribbon = Ribbon(self._left(strand.left), self._right(strand.right), self.width())
            if ribbon.extent.overlaps(seen):
                found.append((strand, ribbon))
        return found

    def strand_at(self, point: QPointF) -> Strand | None:
        y = point.y() - HEADER
        return next((strand for strand, ribbon in reversed(self.ribbons()) if ribbon.holds(point.x(), y)), None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.chrome))
            painter.setClipRect(QRectF(0, HEADER, self.width(), self.height() - HEADER))
            painter.translate(0, HEADER)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for strand, ribbon in self.ribbons():
                self._paint(painter, strand, ribbon)
            for stub in self._stubs:
                self._paint_stub(painter, stub)

    def _paint(self, painter: QPainter, strand: Strand, ribbon: Ribbon) -> None:
        theme, is_lit = self._theme, strand.is_chosen or strand.relation == self._hovered
        colour = theme.ink if strand.is_faded else theme.colour(strand.kind)  # what is rejected has no colour
        strength = (0.14 if is_lit else 0.05) if strand.is_faded else (0.42 if is_lit else 0.16)
        top, bottom = ribbon.edges(Extent(0, self.height() - HEADER))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint(colour, strength, theme.chrome))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in (*top, *reversed(bottom))]))
        if is_lit or strand.kind is RelationKind.CONFLICT:
            pen = QPen(theme.tint(colour, 0.3 if strand.is_faded else 0.9, theme.chrome), 1.2)
            if strand.kind is RelationKind.CONFLICT:
                pen.setStyle(Qt.PenStyle.DotLine if strand.is_faded else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            for edge in (top, bottom):
                painter.drawPolyline(QPolygonF([QPointF(*point) for point in edge]))
        if is_lit:
            middle = ribbon.at(self.width() / 2)
            y = (middle.top + middle.bottom) / 2
            painter.setPen(QColor(theme.muted if strand.is_faded else theme.ink))
            painter.setFont(interface_font(17, is_strong=True))
            box = QRectF(0, y - 12, self.width(), 24)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGNS[strand.kind])

    def _paint_stub(self, painter: QPainter, stub: Stub) -> None:
        ask = self._left if stub.is_left else self._right
        if ask is None:
            return
        extent, theme = ask(stub.mark), self._theme
        length = self.width() * 0.55
        box = QRectF(0 if stub.is_left else self.width() - length, extent.top, length, extent.bottom - extent.top)
        colour, strength = (theme.ink, 0.14) if stub.is_faded else (theme.colour(stub.kind), 0.42)
        painter.fillRect(box, theme.tint(colour, strength, theme.chrome))
        painter.setPen(QColor(theme.muted if stub.is_faded else theme.ink))
        painter.setFont(interface_font(14, is_strong=True))
        words = f"{stub.letter} →" if stub.is_left else f"← {stub.letter}"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        strand = self.strand_at(event.position())
        self._hover(strand)
        QToolTip.showText(event.globalPosition().toPoint(), strand.words if strand else "", self)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, strand: Strand | None) -> None:
        hovered = strand.relation if strand else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor if strand else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        strand = self.strand_at(event.position())
        if strand and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(strand.relation)
