"""The gap between two columns: ribbons that join their claims, stubs of what leads elsewhere; it is drawn for width."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from counterpoint.engine.relations import RelationId, RelationKind
from counterpoint.views.headers import HEADER
from counterpoint.views.pages import Page
from counterpoint.views.ribbons import Extent, Ribbon
from counterpoint.views.strands import Strand, Stub, stub_of, together
from counterpoint.views.themes import BY_HAND, SIGNS, Theme, painting_font

WIDTH, NARROW = 60, 40  # pixels; the second where columns have little room themselves
_TAB = 17  # pixels: the height of a stub's tab
_AIR = 9  # pixels beside its words
_UP, _DOWN = "↑", "↓"
_PLACES = {_UP: "above", _DOWN: "below"}


@dataclass(frozen=True, slots=True)
class Tab:
    """A stub as it is drawn, with its words."""

    box: QRectF
    label: str
    stub: Stub


@dataclass(frozen=True, slots=True)
class Pieces:
    """All that is in view, the topmost last."""

    ribbons: tuple[tuple[Strand, Ribbon], ...] = ()
    tabs: tuple[Tab, ...] = ()


class Gutter(QWidget):
    """Draws strands as ribbons where both ends are in view, and as stubs where one is. A click follows."""

    chosen = Signal(object)  # the ids of the relations that were clicked
    pointed = Signal(str)  # the id of the relation under the pointer, "" where there is none
    drawn = Signal(int)  # pixels to the right since it was taken hold of
    let_go = Signal()
    levelled = Signal()  # clicked twice: all columns are to be equally wide

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strands: tuple[Strand, ...] = ()
        self._stubs: Callable[[bool, int], Sequence[Stub]] = _none
        self._pages: tuple[Page, Page] | None = None
        self._pieces: Pieces | None = None
        self._lit: frozenset[str] = frozenset()
        self._hovered: tuple[RelationId, ...] = ()
        self._held_at: float | None = None
        self._is_drawing = False
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def join(
        self,
        strands: Sequence[Strand],
        stubs: Callable[[bool, int], Sequence[Stub]],
        pages: tuple[Page, Page],
        name: str,
    ) -> None:
        """Draws these between two pages, which are asked where their marks stand.

        `stubs` gives those of a mark in view, on the left page or not.
        """
        self._strands = tuple(sorted(strands, key=lambda strand: strand.layer))
        self._stubs = stubs
        self._pages = pages
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{len(strands)} relations")
        self.refresh()

    def refresh(self) -> None:
        """Something stands elsewhere."""
        self._pieces = None
        self.update()

    def set_lit(self, relations: frozenset[str]) -> None:
        """Points at these, and at no others."""
        if relations != self._lit:
            ours = {str(strand.relation) for strand in self._strands}
            is_seen = bool((relations ^ self._lit) & ours)
            self._lit = relations
            if is_seen:
                self.update()

    # What is in view

    def ribbons(self) -> tuple[tuple[Strand, Ribbon], ...]:
        return self._found().ribbons

    def tabs(self) -> tuple[Tab, ...]:
        return self._found().tabs

    def _found(self) -> Pieces:
        if self._pieces is None:
            self._pieces = self._find(*self._pages) if self._pages is not None else Pieces()
        return self._pieces

    def _find(self, left: Page, right: Page) -> Pieces:
        height = max(0, self.height() - HEADER)
        lefts, rights = left.extents, right.extents  # looked up as numbers: there may be hundreds of strands
        up_left, up_right = left.verticalScrollBar().value(), right.verticalScrollBar().value()
        ribbons: list[tuple[Strand, Ribbon]] = []
        hidden: dict[tuple[bool, int, str], list[Strand]] = {}  # one end is out of view: by the other, and where to
        outside: dict[str, list[Strand]] = {}  # both are
        for strand in self._strands:
            (a, b), (c, d) = lefts[strand.left], rights[strand.right]
            is_left, is_right = a - up_left < height and b > up_left, c - up_right < height and d > up_right
            if is_left and is_right:
                ends = Extent(a - up_left, b - up_left), Extent(c - up_right, d - up_right)
                ribbons.append((strand, Ribbon(*ends, self.width())))
            elif is_left or is_right:
                where = _UP if (c < up_right if is_left else a < up_left) else _DOWN
                hidden.setdefault((is_left, strand.left if is_left else strand.right, where), []).append(strand)
            elif (a < up_left) == (c < up_right):
                outside.setdefault(_UP if a < up_left else _DOWN, []).append(strand)
        stubs: dict[tuple[bool, int], list[Stub]] = {}
        for (is_left, mark, where), strands in hidden.items():
            stubs.setdefault((is_left, mark), []).append(stub_of(strands, where, _PLACES[where]))
        for place in (*((True, mark) for mark in left.visible()), *((False, mark) for mark in right.visible())):
            if own := self._stubs(*place):
                stubs.setdefault(place, []).extend(own)
        counts = tuple(self._counts(outside, height))
        return Pieces(tuple(ribbons), (*self._tabs(stubs, left, right, counts), *counts))

    def _tabs(
        self, stubs: Mapping[tuple[bool, int], Sequence[Stub]], left: Page, right: Page, counts: Sequence[Tab]
    ) -> Iterable[Tab]:
        """At the edge of the claim's column, beside its first line in view; one for each claim, half a gutter wide.

        What is counted at the upper and the lower end is left free, as far as there is room.
        """
        metrics = QFontMetricsF(painting_font(12, is_strong=True))
        begin = max((tab.box.bottom() + 1 for tab in counts if tab.stub.where == _UP), default=2.0)
        end = min((tab.box.top() - _TAB - 1 for tab in counts if tab.stub.where == _DOWN), default=float("inf"))
        free = {True: begin, False: begin}
        for (is_left, mark), own in sorted(stubs.items(), key=lambda each: each[0]):
            y = max(free[is_left], min(end, (left if is_left else right).extent(mark).top + 3))
            stub = together(own)
            label = stub.label
            if metrics.horizontalAdvance(label) + _AIR > self.width() / 2:
                label = f"+{len(stub.findings)}"
            width = max(19.0, metrics.horizontalAdvance(label) + _AIR)
            yield Tab(QRectF(0 if is_left else self.width() - width, y, width, _TAB), label, stub)
            free[is_left] = y + _TAB + 1

    def _counts(self, outside: dict[str, list[Strand]], height: int) -> Iterable[Tab]:
        """How many there are above and below the view."""
        for where, strands in outside.items():
            nearest_first = sorted(strands, key=lambda strand: strand.left if where == _DOWN else -strand.left)
            stub = stub_of(nearest_first, where, _PLACES[where])
            label = f"{where} {len(strands)}"
            width = QFontMetricsF(painting_font(12, is_strong=True)).horizontalAdvance(label) + _AIR
            y = 2.0 if where == _UP else height - _TAB - 2
            yield Tab(QRectF((self.width() - width) / 2, y, width, _TAB), label, stub)

    def _at(self, point: QPointF) -> tuple[tuple[RelationId, ...], str]:
        """The relations under a point, and what there is to say of them."""
        place = QPointF(point.x(), point.y() - HEADER)
        for tab in reversed(self.tabs()):
            if tab.box.contains(place):
                return tab.stub.relations, tab.stub.words
        for strand, ribbon in reversed(self.ribbons()):
            if ribbon.holds(place.x(), place.y()):
                return (strand.relation,), strand.words
        return (), ""

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.chrome))
            self._paint_hold(painter)
            painter.setClipRect(QRectF(0, HEADER, self.width(), self.height() - HEADER))
            painter.translate(0, HEADER)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for strand, ribbon in self.ribbons():
                self._paint(painter, strand, ribbon)
            for tab in self.tabs():
                self._paint_tab(painter, tab)

    def _paint_hold(self, painter: QPainter) -> None:
        """Three dots in the head, where it can be taken hold of without touching a ribbon."""
        for number in (-1, 0, 1):
            dot = QRectF(self.width() / 2 - 1.5, HEADER / 2 + number * 7 - 1.5, 3, 3)
            painter.fillRect(dot, QColor(self._theme.faint if self._is_drawing else self._theme.line))

    def _paint(self, painter: QPainter, strand: Strand, ribbon: Ribbon) -> None:
        theme, is_lit = self._theme, strand.is_chosen or strand.relation in self._lit
        colour = theme.ink if strand.is_faded else theme.colour(strand.kind)  # what is rejected has no colour
        strength = (0.14 if is_lit else 0.05) if strand.is_faded else (0.42 if is_lit else 0.16)
        top, bottom = ribbon.edges(Extent(0, self.height() - HEADER))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint(colour, strength, theme.chrome))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in (*top, *reversed(bottom))]))
        if is_lit or strand.is_by_hand or strand.kind is RelationKind.CONFLICT:
            pen = QPen(theme.tint(colour, 0.3 if strand.is_faded else 0.9, theme.chrome), 1.2)
            if strand.is_by_hand:
                pen.setStyle(Qt.PenStyle.DashDotLine)
            elif strand.kind is RelationKind.CONFLICT:
                pen.setStyle(Qt.PenStyle.DotLine if strand.is_faded else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            for edge in (top, bottom):
                painter.drawPolyline(QPolygonF([QPointF(*point) for point in edge]))
        if is_lit or strand.is_by_hand:
            painter.setPen(QColor(theme.muted if strand.is_faded else theme.ink))
            painter.setFont(painting_font(17, is_strong=True))
            sign = f"{SIGNS[strand.kind]}{BY_HAND}" if strand.is_by_hand else SIGNS[strand.kind]
            painter.drawText(self._place_of_sign(ribbon, sign), Qt.AlignmentFlag.AlignCenter, sign)

    def _place_of_sign(self, ribbon: Ribbon, sign: str) -> QRectF:
        """In the middle of the ribbon; where a tab lies there, a little above or below, if the ribbon is as high."""
        metrics = QFontMetricsF(painting_font(17, is_strong=True))
        middle = ribbon.at(self.width() / 2)
        width, height = metrics.horizontalAdvance(sign), metrics.capHeight() + 4
        box = QRectF((self.width() - width) / 2, (middle.top + middle.bottom - height) / 2, width, height)
        room = max(0.0, (middle.bottom - middle.top - height) / 2)
        for by in (0, *(sign * step for step in range(6, 61, 6) for sign in (1, -1))):
            moved = box.translated(0, by)
            if abs(by) <= room and not any(tab.box.intersects(moved) for tab in self.tabs()):
                return moved
        return box

    def _paint_tab(self, painter: QPainter, tab: Tab) -> None:
        theme, stub = self._theme, tab.stub
        is_lit = stub.is_chosen or not self._lit.isdisjoint(stub.relations)
        colour = theme.ink if stub.is_faded else theme.colour(stub.kind)
        strength = (0.12 if is_lit else 0.05) if stub.is_faded else (0.5 if is_lit else 0.2)
        line = QPen(theme.tint(colour, 0.3 if stub.is_faded else 0.85, theme.chrome), 1)
        is_conflict = stub.kind is RelationKind.CONFLICT
        line.setStyle(Qt.PenStyle.DashLine if is_conflict else Qt.PenStyle.SolidLine)
        painter.setPen(line)
        painter.setBrush(theme.tint(colour, strength, theme.chrome))
        painter.drawRoundedRect(tab.box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(theme.muted if stub.is_faded else theme.ink))
        painter.setFont(painting_font(12, is_strong=True))
        painter.drawText(tab.box, Qt.AlignmentFlag.AlignCenter, tab.label)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held_at = event.globalPosition().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            by = event.globalPosition().x() - self._held_at
            if self._is_drawing or abs(by) >= QApplication.startDragDistance():
                self._is_drawing = True
                self.drawn.emit(round(by))
            return
        relations, words = self._at(event.position())
        if relations != self._hovered:
            self._hovered = relations
            self.pointed.emit(relations[0] if relations else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if relations else Qt.CursorShape.SplitHCursor)
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def leaveEvent(self, event: QEvent) -> None:
        if self._hovered:
            self._hovered = ()
            self.pointed.emit("")
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_drawing, self._is_drawing, self._held_at = self._is_drawing, False, None
        if was_drawing:
            self.let_go.emit()
            self.update()
        elif event.button() is Qt.MouseButton.LeftButton:
            relations, _ = self._at(event.position())
            if relations:
                self.chosen.emit(relations)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._at(event.position())[0]:
            self.levelled.emit()


def _none(is_left: bool, mark: int) -> Sequence[Stub]:  # noqa: ARG001, FBT001
    return ()
