"""The overview beside a page: the whole text on one strip, with its marks; it scrolls the page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.engine.relations import RelationKind
from counterpoint.views.marks import Mark, Weight
from counterpoint.views.pages import Page
from counterpoint.views.themes import Theme

WIDTH = 14  # pixels
_LEAST = 2  # pixels of height that a mark has
_THUMB = 18  # pixels of height that what is in view has at least


class Overview(QWidget):
    """A thin map of a page. A click brings its place into view, drawing scrolls."""

    def __init__(self, page: Page, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._theme = theme
        self._map: QPixmap | None = None
        self._grip: float | None = None  # from the thumb's top, while it is drawn
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        page.marked.connect(self._redraw)
        page.laid_out.connect(self._redraw)
        page.verticalScrollBar().valueChanged.connect(self.update)
        page.verticalScrollBar().rangeChanged.connect(self._redraw)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._redraw()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def place_of(self, number: int) -> QPointF:
        """The middle of a mark on the strip."""
        top, bottom = self._page.extents[number]
        return QPointF(self.width() / 2, (top + bottom) / 2 * self._scale())

    # Inside

    def _redraw(self) -> None:
        self._map = None
        self.update()

    def _scale(self) -> float:
        """Pixels of the strip for one of the text; a short text is not drawn out over the whole height."""
        return self.height() / max(self._page.document().size().height(), self._page.viewport().height(), 1)

    def _thumb(self) -> QRectF:
        bar, scale = self._page.verticalScrollBar(), self._scale()
        height = max(_THUMB, self._page.viewport().height() * scale)
        share = bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0
        return QRectF(0, share * max(0.0, self.height() - height), self.width(), min(height, self.height()))

    def _painted_map(self) -> QPixmap:
        if self._map is None:
            ratio = self.devicePixelRatioF()
            self._map = QPixmap(round(self.width() * ratio), max(1, round(self.height() * ratio)))
            self._map.setDevicePixelRatio(ratio)
            self._map.fill(QColor(self._theme.chrome))
            scale, extents = self._scale(), self._page.extents
            with QPainter(self._map) as painter:
                for mark, (top, bottom) in sorted(
                    zip(self._page.marks, extents, strict=True), key=lambda each: _layer(each[0])
                ):
                    self._paint_mark(painter, mark, top * scale, max(_LEAST, (bottom - top) * scale - 1))
        return self._map

    def _paint_mark(self, painter: QPainter, mark: Mark, top: float, height: float) -> None:
        theme = self._theme
        is_chosen = mark.weight in {Weight.CHOSEN, Weight.REJECTED}
        if mark.kind is not None and mark.weight not in {Weight.FADED, Weight.REJECTED}:
            # kinds differ by their place too: conflicts stand left, agreements right
            is_conflict = mark.kind is RelationKind.CONFLICT
            x, width = (2, 6) if is_conflict else (7, 5)
            strength = 1.0 if is_chosen else 0.75 if is_conflict else 0.45
            colour = theme.tint(theme.colour(mark.kind), strength, theme.chrome)
            painter.fillRect(QRectF(0 if is_chosen else x, top, WIDTH if is_chosen else width, height), colour)
        elif is_chosen:
            painter.fillRect(QRectF(0, top, WIDTH, height), theme.tint(theme.ink, 0.35, theme.chrome))
        if mark.tags:
            painter.fillRect(QRectF(WIDTH - 2, top, 2, height), QColor(mark.tags[0]))

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._painted_map())
            if self._page.verticalScrollBar().maximum() > 0:
                thumb = QColor(self._theme.ink)
                thumb.setAlphaF(0.22 if self._grip is not None else 0.13)
                painter.fillRect(self._thumb(), thumb)
            painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(self._theme.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        thumb, y = self._thumb(), event.position().y()
        if not thumb.contains(QPointF(1, y)):
            middle = y / self._scale() - self._page.viewport().height() / 2
            self._page.lead_to(round(middle))
            thumb = self._thumb()
        self._grip = y - thumb.top()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            room = self.height() - self._thumb().height()
            share = (event.position().y() - self._grip) / room if room > 0 else 0.0
            self._page.lead_to(round(share * self._page.verticalScrollBar().maximum()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._grip = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._page.viewport(), event)


def _layer(mark: Mark) -> tuple[bool, bool]:
    """What lies on top is painted last."""
    return mark.weight is Weight.CHOSEN, mark.kind is RelationKind.CONFLICT
