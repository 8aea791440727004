"""Marks on a page: what is known of a claim, and what a person has put on it, and how that is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.store.annotations import Ruling
from counterpoint.views.places import Places
from counterpoint.views.themes import BY_HAND, SIGNS, Theme, painting_font

#: Stripes of tags beside each other for which there is room in the margin; more are told by a plus.
LANES = 3
STRIPE, LANE = 3, 5  # pixels: how wide a stripe is, and how far the next one stands from it
_SIGN = 18  # pixels: the box of a sign in the left margin
Rects = Sequence[QRectF]


class Weight(Enum):
    """How much of a claim's mark is to be seen."""

    FADED = 0.0  # all that was found on it is rejected
    USUAL = 0.09
    REJECTED = 0.08  # the finding that is looked at is rejected: where it stands, in no colour
    CHOSEN = 0.24  # it belongs to the finding that is looked at


class Tone(Enum):
    """The colour of a sign."""

    MATCH = "match"
    CONFLICT = "conflict"
    DRAFT = "draft"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands in the left margin; filled where it is a person's word."""

    text: str
    tone: Tone
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim on a page, or a passage that tags or notes sit on.

    `id` is the claim's, or tells where the passage stands. `kind` is what the other sources make of the claim, None
    where none says anything about it. `ruling` is a person's word on that, None while there is none.
    """

    id: str
    span: Span
    kind: RelationKind | None = None
    weight: Weight = Weight.USUAL
    words: tuple[Span, ...] = ()  # the words that the finding is about
    has_note: bool = False
    tags: tuple[str, ...] = ()  # their colours
    ruling: Ruling | None = None
    is_claim: bool = True
    is_by_hand: bool = False
    can_be_resized: bool = False
    sign: Sign | None = None  # of a draft's claim, in place of what other claims have


class MarkPainter:
    """Draws marks in the colours of a theme and at a size of type."""

    def __init__(self, theme: Theme, pixels: int) -> None:
        self._theme = theme
        self._pixels = pixels
        self._tints: dict[tuple[str, float], QColor] = {}

    def paint_text(self, painter: QPainter, mark: Mark, places: Places, *, is_lit: bool) -> None:
        """Ground and line of a mark; `is_lit`: its fact is pointed at."""
        rects = places.rects(mark.span)
        if mark.kind is not None:
            self._paint_kind(painter, mark, mark.kind, places, is_lit=is_lit)
            return
        if mark.weight is Weight.CHOSEN or is_lit:
            self._paint_ground(painter, rects, self._tint(self._theme.ink, 0.08))
        if mark.is_by_hand or not mark.is_claim:  # else the sign is enough: most of a text is told by it alone
            line = QPen(self._tint(self._theme.ink, 0.5), 1)
            line.setStyle(Qt.PenStyle.DashDotLine if mark.is_by_hand else Qt.PenStyle.DotLine)
            painter.setPen(line)
            painter.drawLines(places.rules(mark.span))

    def paint_sign(self, painter: QPainter, mark: Mark, box: QRectF) -> None:
        """What the mark is, in the left margin: filled once it is confirmed, ringed while somebody is unsure."""
        theme = self._theme
        if not mark.is_claim:
            return
        if mark.sign is not None:
            self._paint_own_sign(painter, mark.sign, box)
            return
        if mark.kind is None and not mark.is_by_hand:  # told by this source alone: a dot
            painter.fillRect(QRectF(box.center().x() - 1, box.center().y(), 2, 2), QColor(theme.faint))
            return
        is_faded = mark.weight in {Weight.FADED, Weight.REJECTED}
        ink = QColor(theme.faint if is_faded else theme.ink_of(mark.kind) if mark.kind else theme.muted)
        is_filled = mark.ruling is Ruling.CONFIRMED and not is_faded
        if is_filled or mark.ruling is Ruling.UNSURE:
            _paint_disc(painter, box, ink, is_filled=is_filled)
        painter.setPen(QColor(theme.paper) if is_filled else ink)
        painter.setFont(painting_font(min(self._pixels, 15), is_strong=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGNS[mark.kind] if mark.kind else BY_HAND)

    def _paint_own_sign(self, painter: QPainter, sign: Sign, box: QRectF) -> None:
        theme = self._theme
        inks = {Tone.MATCH: theme.match_ink, Tone.CONFLICT: theme.conflict_ink, Tone.DRAFT: theme.draft}
        ink = QColor(inks.get(sign.tone, theme.muted))
        if sign.is_filled:
            _paint_disc(painter, box, ink, is_filled=True)
        painter.setPen(QColor(theme.paper) if sign.is_filled else ink)
        painter.setFont(painting_font(min(self._pixels, 15), is_strong=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.text)

    def paint_stripes(self, painter: QPainter, mark: Mark, rects: Rects, x: float, lanes: Sequence[int]) -> None:
        """Tags as stripes in the lanes that are theirs, from a place in the right margin on."""
        top, bottom = rects[0].top() + 3, rects[-1].bottom() - 3
        for colour, lane in zip(mark.tags, lanes, strict=True):
            if lane < LANES:
                painter.fillRect(QRectF(x + lane * LANE, top, STRIPE, bottom - top), QColor(colour))
        if any(lane >= LANES for lane in lanes):
            painter.setPen(QColor(self._theme.muted))
            painter.setFont(painting_font(12, is_strong=True))
            painter.drawText(QPointF(x + LANES * LANE - 1, bottom), "+")

    def paint_note(self, painter: QPainter, box: QRectF) -> None:
        """The sign of a note."""
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(painting_font(14))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✎")

    def paint_grip(self, painter: QPainter, rect: QRectF, *, is_start: bool) -> None:
        """A handle at the edge of a claim that can be drawn longer or shorter."""
        x = rect.left() - 2 if is_start else rect.right() - 1
        painter.fillRect(QRectF(x, rect.top() + 1, 3, rect.height() - 2), QColor(self._theme.accent))
        knob = rect.top() - 2 if is_start else rect.bottom() - 5
        painter.fillRect(QRectF(x - 2, knob, 7, 7), QColor(self._theme.accent))

    def _paint_kind(self, painter: QPainter, mark: Mark, kind: RelationKind, places: Places, *, is_lit: bool) -> None:
        """Ground, the words that matter, and a line under it all."""
        rects = places.rects(mark.span)
        is_rejected = mark.weight is Weight.REJECTED
        is_faded = is_rejected or mark.weight is Weight.FADED
        colour = self._theme.ink if is_rejected else self._theme.colour(kind)
        is_quiet = kind is RelationKind.MATCH and mark.weight is Weight.USUAL and not is_lit
        strength = max(mark.weight.value, 0.17) if is_lit else mark.weight.value / (2 if is_quiet else 1)
        if strength:
            self._paint_ground(painter, rects, self._tint(colour, strength))
        for span in mark.words:
            self._paint_ground(painter, places.rects(span), self._tint(colour, 0.16 if is_rejected else 0.5))
        line = QPen(self._tint(colour, 0.35 if is_faded else 0.5 if is_quiet else 0.8), 1.5)
        dashes = Qt.PenStyle.DashLine if kind is RelationKind.CONFLICT else Qt.PenStyle.SolidLine
        line.setStyle(Qt.PenStyle.DotLine if is_faded else dashes)
        painter.setPen(line)
        painter.drawLines(places.rules(mark.span))

    def _paint_ground(self, painter: QPainter, rects: Rects, colour: QColor) -> None:
        for rect in rects:
            painter.fillRect(rect.adjusted(-1, 1, 1, -1), colour)

    def _tint(self, colour: str, strength: float) -> QColor:
        if (colour, strength) not in self._tints:
            self._tints[colour, strength] = self._theme.tint(colour, strength)
        return self._tints[colour, strength]


def _paint_disc(painter: QPainter, box: QRectF, ink: QColor, *, is_filled: bool) -> None:
    """Under a sign: full of ink, or a ring."""
    side = min(box.height() - 2, _SIGN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if is_filled else QPen(ink, 1))
    painter.setBrush(ink if is_filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
