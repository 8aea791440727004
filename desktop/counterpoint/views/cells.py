"""How the facts table is painted: what each source says, and how each fact stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from counterpoint.app.facts import Cell, Emphasis, Row
from counterpoint.app.findings import Finding, count_decided, words_of
from counterpoint.app.searches import find_words
from counterpoint.engine.claims import Claim
from counterpoint.engine.facts import FactState
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.views.excerpts import Excerpt, Stress
from counterpoint.views.founds import found_form
from counterpoint.views.themes import LIGHT, SIGNS, Theme, interface_font, reading_font

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counterpoint.store.annotations import TagId

LINES = 3  # of a cell
HEAD = 128  # pixels of what is said of the fact itself
_PAD = 10
_MOST = 4000  # excerpts that are kept
FACT_SIGNS = {
    FactState.DISPUTED: SIGNS[RelationKind.CONFLICT],
    FactState.CONSENSUS: SIGNS[RelationKind.MATCH],
    FactState.SINGLE: "1",
}
_Index = QModelIndex | QPersistentModelIndex


class Look:
    """Colours and sizes of a table, for all who paint it."""

    def __init__(self) -> None:
        self.theme: Theme = LIGHT
        self.pixels = 16
        self.tags: Mapping[TagId, str] = {}  # their colours
        self.found = ""  # words that are sought
        self.finding: Finding | None = None  # that is looked at

    @property
    def row_height(self) -> int:
        return LINES * QFontMetrics(reading_font(self.cell_pixels)).height() + 2 * _PAD - 4

    @property
    def cell_pixels(self) -> int:
        """Of the type in the cells: a little smaller than that of the pages."""
        return max(12, self.pixels - 1)

    def ink(self, row: Row) -> str:
        """Of a fact's sign."""
        if row.is_rejected:
            return self.theme.faint
        return {FactState.DISPUTED: self.theme.conflict_ink, FactState.CONSENSUS: self.theme.match_ink}.get(
            row.state, self.theme.muted
        )

    def stress(self, emphasis: Emphasis) -> QTextCharFormat:
        """What differs has a dashed line under it, what agrees a solid one, as on the pages."""
        colour = self.theme.colour(emphasis.kind)
        is_conflict = emphasis.kind is RelationKind.CONFLICT
        form = QTextCharFormat()
        form.setBackground(QBrush(self.theme.tint(colour, 0.3 if is_conflict else 0.12)))
        styles = QTextCharFormat.UnderlineStyle
        form.setUnderlineStyle(styles.DashUnderline if is_conflict else styles.SingleUnderline)
        form.setUnderlineColor(self.theme.tint(colour, 0.9))
        return form


class CellDelegate(QStyledItemDelegate):
    """Paints what a source says, the words that matter marked; a dash where it says nothing."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._excerpts: dict[tuple[object, ...], Excerpt] = {}

    def forget(self) -> None:
        """After another look."""
        self._excerpts = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(200, self._look.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, cell = index.data(Qt.ItemDataRole.UserRole)
        theme, rect = self._look.theme, QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
        current = self._view.currentIndex()
        is_row = current.isValid() and current.row() == index.row()
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.tint(theme.accent, 0.08) if is_row else QColor(theme.paper))
        if cell.claims:
            self._paint_words(painter, rect, row, cell)
        else:
            self._paint_silence(painter, rect, cell)
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if is_row and current.column() == index.column():
            painter.setPen(QPen(QColor(theme.accent), 2 if self._view.hasFocus() else 1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, cell: Cell) -> None:
        theme = self._look.theme
        painter.setPen(QColor(theme.faint if row.is_rejected else theme.ink))
        excerpt = self.excerpt(row, cell, rect.width() - 2 * _PAD)
        excerpt.draw(painter, QPointF(rect.left() + _PAD, rect.top() + _PAD - 2))
        if len(cell.claims) > 1:
            painter.setFont(interface_font(12))
            painter.setPen(QColor(theme.muted))
            place = rect.adjusted(0, 0, -5, -3)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"+{len(cell.claims) - 1}"
            )

    def _paint_silence(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        theme = self._look.theme
        painter.setPen(QColor(theme.muted))
        painter.setFont(interface_font(16))
        half = rect.height() // 2
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        middle = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect.adjusted(0, 0, 0, -half), middle | bottom, "—")
        painter.setFont(interface_font(12))
        painter.drawText(rect.adjusted(0, half, 0, 0), middle | top, silence(cell))

    def excerpt(self, row: Row, cell: Cell, width: int) -> Excerpt:
        """What has room of the claim that the finding is on, or that the fact is about first of all."""
        claim, words = self._looked_at(cell)
        emphases = () if row.is_rejected else tuple(e for e in cell.words if claim.span.contains(e.span))
        key = claim.id, emphases, words, width
        if key not in self._excerpts:
            if len(self._excerpts) > _MOST:
                self._excerpts = {}
            self._excerpts[key] = self._made(claim, emphases, words, width)
        return self._excerpts[key]

    def _looked_at(self, cell: Cell) -> tuple[Claim, tuple[Span, ...]]:
        """The claim to be quoted, and the words of it that are to be seen: those sought, or those of the finding."""
        for claim in cell.claims if self._look.found else ():
            if spans := find_words(claim.text, self._look.found):
                return claim, spans
        finding = self._look.finding
        for side in (finding.a, finding.b) if finding is not None else ():
            if side.claim in cell.claims and finding is not None:
                return side.claim, words_of(finding, side.claim)
        claim = cell.leading
        assert claim is not None  # noqa: S101  # nobody asks for an excerpt of what is not told
        return claim, ()

    def _made(self, claim: Claim, emphases: tuple[Emphasis, ...], words: tuple[Span, ...], width: int) -> Excerpt:
        start, look = claim.span.start, self._look

        def within(span: Span) -> Span:
            return Span(max(0, span.start - start), span.end - start)

        sought = find_words(claim.text, look.found)
        stresses = [Stress(within(e.span), look.stress(e), leads=not sought and e.span in words) for e in emphases]
        stresses += [Stress(span, found_form(look.theme), leads=True) for span in sought]
        return Excerpt(claim.text, stresses, reading_font(look.cell_pixels), width, LINES)


class RowHead(QHeaderView):
    """Beside each row how the fact stands: sign, state, voices, what is decided. Stays when the table is scrolled."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedWidth(HEAD)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(HEAD, 0)  # Qt's own would measure a hundred sections

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        row = self.model().headerData(logicalIndex, Qt.Orientation.Vertical, Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return
        view, theme = self.parent(), self._look.theme
        is_current = isinstance(view, QTableView) and view.currentIndex().row() == logicalIndex
        painter.save()
        painter.setClipRect(rect)
        ground = theme.tint(theme.accent, 0.16, theme.chrome) if is_current else QColor(theme.chrome)
        painter.fillRect(rect, ground)
        if is_current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        self._paint_state(painter, rect, row)
        colours = sorted(self._look.tags[tag] for tag in row.tags if tag in self._look.tags)
        for number, colour in enumerate(colours[:3]):
            stripe = QRect(rect.right() - 6 - 5 * number, rect.top() + 6, 3, rect.height() - 12)
            painter.fillRect(stripe, QColor(colour))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRect, row: Row) -> None:
        top = rect.top() + _PAD - 4
        painter.setPen(QColor(self._look.ink(row)))
        painter.setFont(interface_font(18, is_strong=True))
        painter.drawText(QRect(rect.left() + 6, top, 22, 22), Qt.AlignmentFlag.AlignCenter, FACT_SIGNS[row.state])
        font = interface_font(14, is_strong=True)
        font.setStrikeOut(row.is_rejected)
        painter.setFont(font)
        painter.drawText(rect.left() + 32, top + 16, state_words(row))
        painter.setFont(interface_font(12))
        painter.setPen(QColor(self._look.theme.muted))
        for number, words in enumerate(about(row)):
            painter.drawText(rect.left() + 32, top + 33 + 16 * number, words)


def state_words(row: Row) -> str:
    """How a fact stands, in a word or two."""
    if row.state is FactState.SINGLE:
        return "One source" if row.is_told else "Draft only"
    return row.state.capitalize()


def about(row: Row) -> list[str]:
    """What else is said beside a row."""
    voices = f"{row.voices} voice{'s' if row.voices != 1 else ''}"
    decided = count_decided(row.findings)
    words = [voices] if row.state is not FactState.SINGLE else []
    if row.is_rejected:
        words.append("rejected")
    elif decided:
        words.append(f"{decided} of {len(row.findings)} decided")
    return words


def silence(cell: Cell) -> str:
    """What stands in an empty cell."""
    return "not told" if cell.is_compared else "not compared"
