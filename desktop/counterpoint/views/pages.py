"""A source's text as a page: highlights under the words, claims that can be clicked, places that others can ask for."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from counterpoint.engine.claims import ClaimId
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Source
from counterpoint.views.offsets import Offsets
from counterpoint.views.ribbons import Extent
from counterpoint.views.themes import SIGNS, Theme, interface_font, reading_font

MARGIN = 34  # left and right of the text; the signs stand in it
WIDEST = 640  # of the text: about 75 characters, beyond which the eye loses the line
_FACTOR = 1.45  # of the type, the height of a line
_FEWEST_PIXELS = 100  # of height, below which a page has not been in view


class Weight(Enum):
    """How much of a claim's mark is to be seen."""

    FADED = 0.0  # all that was found on it is rejected
    USUAL = 0.09
    REJECTED = 0.08  # the finding that is looked at is rejected: where it stands, in no colour
    CHOSEN = 0.24  # it belongs to the finding that is looked at


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim on a page. `kind` is None where no other source says anything about it."""

    claim: ClaimId
    span: Span
    kind: RelationKind | None
    weight: Weight = Weight.USUAL
    words: tuple[Span, ...] = ()  # the words that the finding is about
    has_note: bool = False
    tags: tuple[str, ...] = ()  # their colours


class Page(QTextBrowser):
    """The text of one source, never changed. Offsets are code points everywhere but inside."""

    claimed = Signal(str)  # the id of a claim that was clicked
    laid_out = Signal()  # everything may stand elsewhere now

    def __init__(self, source: Source, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._theme = theme
        self._pixels = pixels
        self._offsets = Offsets(source.text)
        self._noise: tuple[Span, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._starts: list[int] = []
        self._tops: list[float] = []
        self._bottoms: list[float] = []
        self._rects: dict[Span, tuple[QRectF, ...]] = {}
        self._is_stale = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setMouseTracking(True)
        self.document().setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(self._forget)
        self._write()

    # What it shows

    def set_noise(self, noise: tuple[Span, ...]) -> None:
        """Greys these."""
        if noise != self._noise:
            self._noise = noise
            self._write()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Shows these claims, in text order."""
        is_moved = [mark.span for mark in marks] != [mark.span for mark in self._marks]
        self._marks = marks
        if is_moved:
            self._starts = [mark.span.start for mark in marks]
            self._is_stale = True
        self.viewport().update()

    def set_look(self, theme: Theme, pixels: int) -> None:
        """Other colours, or another size of the text."""
        if (theme, pixels) != (self._theme, self._pixels):
            place = self.reading_place()
            self._theme, self._pixels = theme, pixels
            self._write()
            self.go_to(place)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def selected(self) -> Span | None:
        """The words that are selected, None where there are none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self._offsets.from_qt(cursor.selectionStart()), self._offsets.from_qt(cursor.selectionEnd()))

    # Where things stand

    def extent(self, number: int) -> Extent:
        """From the top to the bottom of a mark, in pixels of the viewport."""
        self._measure()
        by = self.verticalScrollBar().value()
        return Extent(self._tops[number] - by, self._bottoms[number] - by)

    def visible(self) -> range:
        """Which marks are in view, as numbers."""
        self._measure()
        top = self.verticalScrollBar().value()
        first = bisect_left(self._bottoms, top)
        return range(first, max(first, bisect_right(self._tops, top + self.viewport().height())))

    def number_of(self, claim: ClaimId) -> int | None:
        """Which mark is the claim's."""
        return next((i for i, mark in enumerate(self._marks) if mark.claim == claim), None)

    def claim_at(self, point: QPointF) -> ClaimId | None:
        """The claim under a point of the viewport."""
        place = QPointF(point.x() + self.horizontalScrollBar().value(), point.y() + self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        if hit < 0:
            return None
        offset = self._offsets.from_qt(hit)
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self._marks[number].span.end:
            return self._marks[number].claim
        return None

    def point_of(self, offset: int) -> QPoint:
        """Where a code point stands in the viewport; it may be out of view."""
        rects = self._rects_of(Span(offset, offset + 1))
        return rects[0].translated(0, -self.verticalScrollBar().value()).center().toPoint() if rects else QPoint()

    def reading_place(self) -> int:
        """The code point at the top of the view."""
        if self.verticalScrollBar().value() == 0:
            return 0
        return self._offsets.from_qt(self.cursorForPosition(QPointF(MARGIN, 1).toPoint()).position())

    def go_to(self, offset: int) -> None:
        """Puts a code point at the top of the view."""
        rects = self._rects_of(Span(offset, min(offset + 1, len(self._source.text))))
        if offset == 0:
            self.verticalScrollBar().setValue(0)
        elif rects:
            self.verticalScrollBar().setValue(round(rects[0].top()))

    def bring(self, claim: ClaimId, y: float) -> None:
        """Scrolls so that a claim begins as near as can be to a height in the view."""
        number = self.number_of(claim)
        if number is not None:
            self._measure()
            self.verticalScrollBar().setValue(round(self._tops[number] - y))

    # Inside

    def _write(self) -> None:
        """The document anew; its characters are those of the text, one for one."""
        document = self.document()
        document.setDefaultFont(reading_font(self._pixels))
        document.setDocumentMargin(0)
        self.setPlainText(self._source.text)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        words = QTextCharFormat()
        words.setFont(reading_font(self._pixels))  # the style sheet has a font of its own for the widget
        words.setForeground(QColor(self._theme.ink))
        cursor.mergeCharFormat(words)
        self._space(document)
        words = QTextCharFormat()
        words.setForeground(QColor(self._theme.faint))
        for span in self._noise:
            start, end = self._offsets.span_to_qt(span)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(words)
        self._fit()
        self._forget()

    def _space(self, document: QTextDocument) -> None:
        """Lines with air between them, paragraphs with more, empty lines with less than a line."""
        height = self._pixels * _FACTOR
        lines, empty = QTextBlockFormat(), QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        lines.setLineHeight(height, fixed)
        lines.setBottomMargin(self._pixels * 0.55)
        empty.setLineHeight(self._pixels * 0.3, fixed)
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(lines if block.text().strip() else empty)
            block = block.next()

    def _fit(self) -> None:
        """Margins of the text, wider where the column is wider than a line should be."""
        side = max(MARGIN, (self.width() - WIDEST) // 2)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.leftMargin() != side:
            form.setLeftMargin(side)
            form.setRightMargin(side)
            form.setTopMargin(14)
            form.setBottomMargin(self._pixels * 6)
            frame.setFrameFormat(form)

    def _forget(self) -> None:
        self._is_stale = True
        self.laid_out.emit()

    def _measure(self) -> None:
        """Tops and bottoms of all marks, once for every layout."""
        if not self._is_stale:
            return
        self._rects = {}
        layout, document = self.document().documentLayout(), self.document()
        self._tops, self._bottoms = [], []
        for mark in self._marks:
            edges: list[float] = []
            start, end = self._offsets.span_to_qt(mark.span)
            for at, edge in ((start, 0), (max(start, end - 1), 1)):
                block = document.findBlock(at)
                top = layout.blockBoundingRect(block).y()  # first: it has Qt lay the block out
                line = block.layout().lineForTextPosition(at - block.position())
                # without a width yet there are no lines, and asking such a line would crash
                edges.append(top + line.y() + edge * line.height() if line.isValid() else top)
            self._tops.append(edges[0])
            self._bottoms.append(max(edges))
        self._is_stale = False

    def _rects_of(self, span: Span) -> tuple[QRectF, ...]:
        """The lines that a span covers, in pixels of the document."""
        self._measure()
        if span not in self._rects:
            self._rects[span] = tuple(self._lines(*self._offsets.span_to_qt(span)))
        return self._rects[span]

    def _lines(self, start: int, end: int) -> list[QRectF]:
        document, layout = self.document(), self.document().documentLayout()
        found: list[QRectF] = []
        block = document.findBlock(start)
        while block.isValid() and block.position() < end:
            origin = layout.blockBoundingRect(block).topLeft()
            own = block.layout()
            for number in range(own.lineCount()):
                line = own.lineAt(number)
                first = block.position() + line.textStart()
                low, high = max(start, first), min(end, first + line.textLength())
                while high > low and document.characterAt(high - 1) == " ":
                    high -= 1
                if low < high:
                    left, right = (_x(line.cursorToX(at - block.position())) for at in (low, high))
                    found.append(QRectF(left, line.y(), right - left, line.height()).translated(origin))
            block = block.next()
        return found

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -self.verticalScrollBar().value())
            for number in self.visible():
                self._paint_mark(painter, self._marks[number])
        super().paintEvent(event)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        rects = self._rects_of(mark.span)
        if not rects:
            return
        if mark.tags or mark.has_note:
            self._paint_margin(painter, mark, rects)
        if mark.kind is not None:
            self._paint_kind(painter, mark, mark.kind, rects)
        elif mark.weight is Weight.CHOSEN:
            self._paint_ground(painter, rects, self._theme.tint(self._theme.ink, 0.08))

    def _paint_kind(self, painter: QPainter, mark: Mark, kind: RelationKind, rects: tuple[QRectF, ...]) -> None:
        """Ground, the words that matter, a line under it all, and the sign in the margin."""
        is_rejected = mark.weight is Weight.REJECTED
        is_faded = is_rejected or mark.weight is Weight.FADED
        colour = self._theme.ink if is_rejected else self._theme.colour(kind)
        is_quiet = kind is RelationKind.MATCH and mark.weight is Weight.USUAL
        if mark.weight is not Weight.FADED:
            self._paint_ground(painter, rects, self._theme.tint(colour, mark.weight.value / (2 if is_quiet else 1)))
            for span in mark.words:
                self._paint_ground(
                    painter, self._rects_of(span), self._theme.tint(colour, 0.16 if is_rejected else 0.5)
                )
        line = QPen(self._theme.tint(colour, 0.35 if is_faded else 0.5 if is_quiet else 0.8), 1.5)
        dashes = Qt.PenStyle.DashLine if kind is RelationKind.CONFLICT else Qt.PenStyle.SolidLine
        line.setStyle(Qt.PenStyle.DotLine if is_faded else dashes)
        painter.setPen(line)
        for rect in rects:
            y = round(rect.bottom()) - 1.5
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        painter.setPen(QColor(self._theme.faint if is_faded else self._theme.ink_of(kind)))
        painter.setFont(interface_font(self._pixels, is_strong=True))
        left = self.document().rootFrame().frameFormat().leftMargin()
        place = QRectF(left - 24, rects[0].top(), 18, rects[0].height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, SIGNS[kind])

    def _paint_ground(self, painter: QPainter, rects: tuple[QRectF, ...], colour: QColor) -> None:
        for rect in rects:
            painter.fillRect(rect.adjusted(-1, 1, 1, -1), colour)

    def _paint_margin(self, painter: QPainter, mark: Mark, rects: tuple[QRectF, ...]) -> None:
        """Tags as stripes, and the sign of a note."""
        margins = self.document().rootFrame().frameFormat()
        right = self.document().size().width() - margins.rightMargin() + 7
        top, bottom = rects[0].top() + 3, rects[-1].bottom() - 3
        for number, colour in enumerate(mark.tags[:3]):
            painter.fillRect(QRectF(right + number * 5, top, 3, bottom - top), QColor(colour))
        if mark.has_note:
            painter.setPen(QColor(self._theme.muted))
            painter.setFont(interface_font(13))
            painter.drawText(QPointF(right + 5 * len(mark.tags[:3]), top + 11), "✎")

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.reading_place() if event.oldSize().width() > 0 else 0
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().height() < _FEWEST_PIXELS:
            self.verticalScrollBar().setValue(0)  # without a height, Qt has scrolled to its cursor
        elif place and event.oldSize().width() != event.size().width():
            self.go_to(place)
        self._forget()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            claim = self.claim_at(event.position())
            if claim is not None:
                self.claimed.emit(claim)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_on_claim = self.claim_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_on_claim else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+C to the finding where no words are selected."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_ours = event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection()
            event.setAccepted(is_ours)
            return is_ours
        return super().event(event)


def _x(value: object) -> float:
    """The place that QTextLine.cursorToX gives, with or without the position beside it."""
    return cast("tuple[float, int]", value)[0] if isinstance(value, tuple) else cast("float", value)


def characters_wide(pixels: int, number: int) -> float:
    """How wide so many characters are in the reading type."""
    return QFontMetricsF(reading_font(pixels)).averageCharWidth() * number
