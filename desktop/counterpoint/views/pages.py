"""A source's text as a page: marks under the words, which can be clicked, and places that others can ask for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from counterpoint.app.extents import with_edge
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Source
from counterpoint.views.marks import LANE, LANES, Mark, MarkPainter, Weight
from counterpoint.views.offsets import Offsets
from counterpoint.views.places import Places, stacked
from counterpoint.views.ribbons import Extent
from counterpoint.views.themes import Theme
from counterpoint.views.typesettings import MARGIN, set_margins, set_type

_FEWEST_PIXELS = 100  # of height, below which a page has not been in view
_NOTE = 13  # pixels: how wide the sign of a note is
_STRIPES = 6  # pixels from the text to the first stripe
_REACH = 6  # pixels beside an edge of a claim that take hold of it
_PAUSE = 150  # milliseconds after which what the keyboard selects counts as selected


class Page(QTextBrowser):
    """The text of one source, never changed. Offsets are code points everywhere but inside."""

    picked = Signal(object)  # the ids of the marks at the place that was clicked, the shortest first
    pointed = Signal(str)  # the id of the mark under the pointer, "" where there is none
    settled = Signal()  # words are selected, or none are any more
    resized = Signal(str, object)  # a mark, and the span that it was drawn to
    menu_wanted = Signal(QPoint)
    laid_out = Signal()  # everything may stand elsewhere now
    marked = Signal()  # with other marks
    led = Signal(int, int)  # the reader has scrolled, from where to where
    entered = Signal()  # with mouse or keyboard
    is_writing = is_ahead = False  # of what is stored

    def __init__(self, source: Source, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._theme = theme
        self._pixels = pixels
        self._painter = MarkPainter(theme, pixels)
        self._offsets = Offsets(source.text)
        self._noise: tuple[Span, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._numbers: dict[str, int] = {}
        self._lit: frozenset[str] = frozenset()
        self._lanes: list[tuple[int, ...]] = []
        self._places = Places(self.document(), self._offsets)
        self._pointed = ""
        self._had_words = False  # were selected when the mouse was last let go
        self._edge: tuple[int, bool] | None = None  # of which mark, and whether it is its start
        self._drawn: Span | None = None  # what a claim is being resized to
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the overview beside it scrolls too
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setMouseTracking(True)
        self.document().setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(self._forget)
        self._settling = QTimer(self, singleShot=True, interval=_PAUSE)
        self._settling.timeout.connect(self.settled)
        self.selectionChanged.connect(self._settling.start)
        bar = self.verticalScrollBar()
        bar.actionTriggered.connect(lambda: self.led.emit(bar.value(), bar.sliderPosition()))
        self._write()

    # What it shows

    def set_noise(self, noise: tuple[Span, ...]) -> None:
        """Greys these."""
        if noise != self._noise:
            self._noise = noise
            self._write()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Shows these, in text order."""
        self._marks = tuple(marks)
        self._numbers = {mark.id: number for number, mark in enumerate(marks)}
        self._places.set_spans([mark.span for mark in marks])
        self._lanes = []
        self.viewport().update()
        self.marked.emit()

    def set_lit(self, ids: frozenset[str]) -> None:
        """Points at these, and at no others."""
        changed = [self._numbers[name] for name in ids ^ self._lit if name in self._numbers]
        self._lit = ids
        shown = self._shown()
        if any(number in shown for number in changed):
            self.viewport().update()

    def set_look(self, theme: Theme, pixels: int) -> None:
        """Other colours, or another size of the text."""
        if (theme, pixels) != (self._theme, self._pixels):
            place = self.reading_place()
            self._theme, self._pixels = theme, pixels
            self._painter = MarkPainter(theme, pixels)
            self._write()
            self.go_to(place)

    def set_caret(self, *, is_shown: bool) -> None:
        """With a caret, words can be selected by keyboard."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags | keys if is_shown else flags)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def selected(self) -> Span | None:
        """The words that are selected, None where there are none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self._offsets.from_qt(cursor.selectionStart()), self._offsets.from_qt(cursor.selectionEnd()))

    def deselect(self) -> None:
        """Leaves the caret where it is."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self._settling.stop()
        self._had_words = False

    # Where things stand

    def extent(self, number: int) -> Extent:
        """From the top to the bottom of a mark, in pixels of the viewport."""
        by = self.verticalScrollBar().value()
        top, bottom = self._places.extents[number]
        return Extent(top - by, bottom - by)

    @property
    def extents(self) -> Sequence[tuple[float, float]]:
        """Top and bottom of every mark, in pixels of the whole text."""
        return self._places.extents

    def visible(self) -> list[int]:
        """Which marks are in view, as numbers."""
        top, extents = self.verticalScrollBar().value(), self._places.extents
        return [number for number in self._shown() if extents[number][1] > top]

    def number_of(self, name: str) -> int | None:
        """Which mark has this id."""
        return self._numbers.get(name)

    def marks_at(self, point: QPointF) -> tuple[str, ...]:
        """The marks at a point of the viewport, also by their signs in the margins; the shortest first."""
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        if hit >= 0:
            numbers = self._places.at(self._offsets.from_qt(hit))
        else:
            numbers = [n for n in self._shown() if any(box.contains(place) for box in self._boxes(n))]
        return tuple(self._marks[number].id for number in numbers)

    def point_of(self, offset: int) -> QPoint:
        """Where a code point stands in the viewport; it may be out of view."""
        rects = self._places.rects(Span(offset, offset + 1))
        return rects[0].translated(0, -self.verticalScrollBar().value()).center().toPoint() if rects else QPoint()

    def reading_place(self) -> int:
        """The code point at the top of the view."""
        if self.verticalScrollBar().value() == 0:
            return 0
        return self._offsets.from_qt(self.cursorForPosition(QPointF(MARGIN, 1).toPoint()).position())

    def go_to(self, offset: int) -> None:
        """Puts a code point at the top of the view."""
        rects = self._places.rects(Span(offset, min(offset + 1, len(self._source.text))))
        if offset == 0:
            self.verticalScrollBar().setValue(0)
        elif rects:
            self.verticalScrollBar().setValue(round(rects[0].top()))

    def bring(self, name: str, y: float) -> None:
        """Scrolls so that a mark begins as near as can be to a height in the view."""
        number = self.number_of(name)
        if number is not None:
            self.verticalScrollBar().setValue(round(self._places.extents[number][0] - y))

    def lead_to(self, value: int) -> None:
        """Scrolls as the reader does."""
        bar = self.verticalScrollBar()
        before, wanted = bar.value(), min(bar.maximum(), max(0, value))
        if wanted != before:
            self.led.emit(before, wanted)
            bar.setValue(wanted)

    # Inside

    def _shown(self) -> range:
        top = self.verticalScrollBar().value()
        return self._places.between(top, top + self.viewport().height())

    def _write(self) -> None:
        """The document anew; its characters are those of the text, one for one."""
        self.setPlainText(self._source.text)
        noise = [self._offsets.span_to_qt(span) for span in self._noise]
        set_type(self.document(), self._pixels, QColor(self._theme.ink), noise, QColor(self._theme.faint))
        self._fit()
        self._forget()

    def _fit(self) -> None:
        set_margins(self.document(), self.width(), self._pixels)

    def _forget(self) -> None:
        self._places.forget()
        self._lanes = []
        self.laid_out.emit()

    # Margins

    @property
    def _left(self) -> float:
        return self.document().rootFrame().frameFormat().leftMargin()

    @property
    def _right(self) -> float:
        return self.document().size().width() - self.document().rootFrame().frameFormat().rightMargin()

    def _lanes_of(self, number: int) -> tuple[int, ...]:
        """Where the stripes of a mark stand beside those of others."""
        if not self._lanes:
            self._lanes = stacked(self._places.extents, [len(mark.tags) for mark in self._marks])
        return self._lanes[number]

    def _sign_box(self, rects: Sequence[QRectF]) -> QRectF:
        return QRectF(self._left - 6 - min(18, self._left - 6), rects[0].top(), 18, rects[0].height())

    def _note_box(self, rects: Sequence[QRectF]) -> QRectF:
        """Behind the stripes; where a narrow column has no room there, under the sign, or over the stripes."""
        x = self._right + _STRIPES + LANES * LANE
        if x + _NOTE <= self.document().size().width():
            return QRectF(x, rects[0].top(), _NOTE, rects[0].height())
        if len(rects) > 1:
            return self._sign_box(rects[1:])
        return QRectF(self.document().size().width() - _NOTE, rects[0].top(), _NOTE, rects[0].height())

    def _boxes(self, number: int) -> list[QRectF]:
        """What can be clicked of a mark in the margins."""
        mark, rects = self._marks[number], self._places.rects(self._marks[number].span)
        if not rects:
            return []
        boxes = [self._sign_box(rects)] if mark.is_claim else []
        for lane in self._lanes_of(number):
            x = self._right + _STRIPES + min(lane, LANES) * LANE
            boxes.append(QRectF(x - 1, rects[0].top(), LANE, rects[-1].bottom() - rects[0].top()))
        if mark.has_note:
            boxes.append(self._note_box(rects))
        return boxes

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shown()
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -self.verticalScrollBar().value())
            for number in sorted(shown, key=lambda each: -len(self._marks[each].span)):  # what is inside lies on top
                mark = self._marks[number]
                if self._places.rects(mark.span):
                    self._painter.paint_text(painter, mark, self._places, is_lit=mark.id in self._lit)
            for number in shown:
                self._paint_margins(painter, number)
            if self._drawn is not None:
                for rect in self._places.rects(self._drawn):
                    painter.fillRect(rect, self._theme.tint(self._theme.accent, 0.3))
        super().paintEvent(event)

    def _paint_margins(self, painter: QPainter, number: int) -> None:
        mark, rects = self._marks[number], self._places.rects(self._marks[number].span)
        if not rects:
            return
        self._painter.paint_sign(painter, mark, self._sign_box(rects))
        if mark.tags:
            self._painter.paint_stripes(painter, mark, rects, self._right + _STRIPES, self._lanes_of(number))
        if mark.has_note:
            self._painter.paint_note(painter, self._note_box(rects))
        if mark.can_be_resized and mark.weight is Weight.CHOSEN:
            self._painter.paint_grip(painter, rects[0], is_start=True)
            self._painter.paint_grip(painter, rects[-1], is_start=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.reading_place() if event.oldSize().width() > 0 else 0
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().height() < _FEWEST_PIXELS:
            self.verticalScrollBar().setValue(0)  # without a height, Qt has scrolled to its cursor
        elif place and event.oldSize().width() != event.size().width():
            self.go_to(place)
        self._forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        self._edge = self._edge_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if self._edge is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._edge is not None:
            self._draw(*self._edge, event.position())
            return
        super().mouseMoveEvent(event)
        marks = self.marks_at(event.position())
        name = marks[0] if marks else ""
        if name != self._pointed:
            self._pointed = name
            self.pointed.emit(name)
        shape = Qt.CursorShape.PointingHandCursor if name else Qt.CursorShape.IBeamCursor
        if self._edge_at(event.position()) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._edge is not None:
            number, drawn = self._edge[0], self._drawn
            self._edge = self._drawn = None
            self.viewport().update()
            if drawn is not None:
                self.resized.emit(self._marks[number].id, drawn)
            return
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._settling.stop()
        has_words, had_words = self.textCursor().hasSelection(), self._had_words
        self._had_words = has_words
        if has_words or had_words:
            self.settled.emit()
        if not has_words and (marks := self.marks_at(event.position())):
            self.picked.emit(marks)

    def leaveEvent(self, event: QEvent) -> None:
        if self._pointed:
            self._pointed = ""
            self.pointed.emit("")
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        marks = self.marks_at(QPointF(event.pos()))
        if (
            marks
            and not self.textCursor().hasSelection()
            and self._marks[self._numbers[marks[0]]].weight is Weight.USUAL
        ):
            self.picked.emit(marks)
        self.entered.emit()
        self.menu_wanted.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+C to the finding where no words are selected."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_ours = event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection()
            event.setAccepted(is_ours)
            return is_ours
        return super().event(event)

    # Resizing

    def _edge_at(self, point: QPointF) -> tuple[int, bool] | None:
        """The edge of a claim that can be drawn, which lies under a point of the viewport."""
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        for number in self._shown():
            mark = self._marks[number]
            if mark.can_be_resized and mark.weight is Weight.CHOSEN and (rects := self._places.rects(mark.span)):
                for x, rect, is_start in ((rects[0].left(), rects[0], True), (rects[-1].right(), rects[-1], False)):
                    if abs(place.x() - x) <= _REACH and rect.top() <= place.y() <= rect.bottom():
                        return number, is_start
        return None

    def _draw(self, number: int, is_start: bool, point: QPointF) -> None:  # noqa: FBT001
        """As far as the nearest end of a word."""
        unit = self.cursorForPosition(point.toPoint()).position()
        span = with_edge(self._source.text, self._marks[number].span, self._offsets.from_qt(unit), is_start=is_start)
        if span != self._drawn:
            self._drawn = span
            self.viewport().update()
