"""The list of findings, and what filters it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from counterpoint.app.findings import Finding
from counterpoint.app.own_findings import is_said_by_hand
from counterpoint.engine.facts import FactState
from counterpoint.engine.relations import RelationKind
from counterpoint.resources import load_levels
from counterpoint.store.annotations import Ruling
from counterpoint.views.filters import FilterButton
from counterpoint.views.levels import KEPT, LevelControl
from counterpoint.views.themes import NAMES, SIGNS, Theme, interface_font
from counterpoint.views.walks import Walk

RULINGS = {Ruling.CONFIRMED: "✓", Ruling.REJECTED: "✕", Ruling.UNSURE: "?"}
STATES = {None: None, FactState.DISPUTED: RelationKind.CONFLICT, FactState.CONSENSUS: RelationKind.MATCH}
NAMES_OF_ALL = {
    None: "All findings",
    FactState.DISPUTED: "Only conflicts",
    FactState.CONSENSUS: "Only agreements",
}
_ROW = 46
_Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    def __init__(self, walk: Walk, parent: QWidget) -> None:
        super().__init__(parent)
        self._walk = walk
        self._findings: tuple[Finding, ...] = walk.findings

    def renew(self) -> None:
        """Keeps the view's place where only verdicts have changed."""
        new = self._walk.findings
        if [finding.id for finding in new] == [finding.id for finding in self._findings]:
            self._findings = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._findings = new
        self.endResetModel()

    def finding(self, index: _Index) -> Finding:
        return self._findings[index.row()]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        finding = self.finding(index)
        verdict = f", {finding.ruling.value}" if finding.ruling else ""
        kept = f", {KEPT}" if finding.is_kept else ""
        by_hand = ", by hand" if finding.is_by_hand else ""
        a, b = finding.headline
        between = f"{NAMES[finding.kind]} of {finding.a.letter} and {finding.b.letter}"
        return f"{between}: {a} / {b}{verdict}{by_hand}{kept}"


class _Delegate(QStyledItemDelegate):
    """Sign, the words of both sides, letters and aspect, the verdict's sign."""

    def __init__(self, walk: Walk, parent: QWidget) -> None:
        super().__init__(parent)
        self._walk = walk
        self.theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model, theme = index.model(), self.theme
        if theme is None or not isinstance(model, _Model):
            return
        finding = model.finding(index)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        is_rejected = finding.ruling is Ruling.REJECTED
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.tint(theme.accent, 0.16, theme.chrome))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.tint(theme.ink, 0.05, theme.chrome))
        ink = theme.faint if is_rejected else theme.ink
        painter.setPen(QColor(theme.faint if is_rejected else theme.ink_of(finding.kind)))
        painter.setFont(interface_font(18, is_strong=True))
        painter.drawText(
            QRect(rect.left() + 8, rect.top(), 24, _ROW), Qt.AlignmentFlag.AlignCenter, SIGNS[finding.kind]
        )
        room = rect.width() - 38 - 34
        font = interface_font(14)
        font.setStrikeOut(is_rejected)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        words = _both(finding.headline, QFontMetrics(font), room)
        painter.drawText(QRect(rect.left() + 38, rect.top() + 5, room, 19), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(interface_font(12))
        painter.setPen(QColor(theme.muted))
        kept = f", {KEPT}" if finding.is_kept else ""
        left_out = "" if self._walk.admits(finding) else "    left out by the filter"
        aspect = "" if is_said_by_hand(finding.leading) else f"{finding.leading.aspect}    "
        about = f"{finding.a.letter} · {finding.b.letter}    {aspect}{finding.sureness}{kept}{left_out}"
        painter.drawText(QRect(rect.left() + 38, rect.top() + 24, room, 17), Qt.AlignmentFlag.AlignVCenter, about)
        if finding.ruling:
            painter.setFont(interface_font(16, is_strong=True))
            painter.setPen(QColor(theme.muted if is_rejected else theme.accent))
            box = QRect(rect.right() - 32, rect.top(), 24, _ROW)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, RULINGS[finding.ruling])
        painter.restore()


def _both(headline: tuple[str, str], metrics: QFontMetrics, room: int) -> str:
    """Both sides' words, each cut where the two have no room beside each other."""
    a, b = headline
    slash = metrics.horizontalAdvance("  /  ")
    if metrics.horizontalAdvance(a) + metrics.horizontalAdvance(b) + slash > room:
        half = (room - slash) // 2
        spare = max(0, half - min(metrics.horizontalAdvance(a), metrics.horizontalAdvance(b)))
        a = metrics.elidedText(a, Qt.TextElideMode.ElideRight, half + spare)
        b = metrics.elidedText(b, Qt.TextElideMode.ElideRight, half + spare)
    return f"{a}  /  {b}"


class FindingsList(QFrame):
    """What a walk lists. Clicking one goes there."""

    def __init__(self, walk: Walk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._walk = walk
        self._model = _Model(walk, self)
        self._delegate = _Delegate(walk, self)
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName("Findings")
        self.view.clicked.connect(lambda index: walk.select(self._model.finding(index).id))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        self.states = QButtonGroup(self)
        self._buttons: dict[FactState | None, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(0)
        for state, kind in STATES.items():
            button = QPushButton(self)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setProperty("last", "true" if kind is RelationKind.MATCH else "false")
            button.clicked.connect(lambda _=False, own=state: walk.set_filter(replace(walk.filter, state=own)))
            self.states.addButton(button)
            self._buttons[state] = button
            row.addWidget(button)
        self.filter = FilterButton(walk, self)
        row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self.filter)
        self.levels = LevelControl(walk.workspace, load_levels(), self)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.setContentsMargins(12, 8, 12, 8)
        column.addLayout(row)
        column.addWidget(self.levels)
        column.addLayout(self._stack, 1)
        walk.listed.connect(self._refresh)
        walk.moved.connect(self._follow)
        self.set_theme(theme)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.view.viewport().update()

    def _refresh(self) -> None:
        self._model.renew()
        for state, button in self._buttons.items():
            kind = STATES[state]
            count = len(self._walk.everything) if kind is None else self._walk.count(kind)
            button.setText(f"{'All' if kind is None else SIGNS[kind]}  {count}")
            button.setToolTip(NAMES_OF_ALL[state])
            button.setAccessibleName(f"{NAMES_OF_ALL[state]}: {count}")
            button.setChecked(state is self._walk.filter.state)
        self._nothing.setText(self._why_empty())
        self._stack.setCurrentIndex(0 if self._walk.findings else 1)
        self._follow()

    def _why_empty(self) -> str:
        workspace = self._walk.workspace
        if self._walk.everything:
            return "Nothing is left by this filter.\nPress A to list everything."
        if len(workspace.sources) < 2:  # noqa: PLR2004
            return "One account alone has nothing to be compared with.\nAdd another: drop a file here."
        return "No findings." if workspace.is_analysed else "Reading and comparing …"

    def _follow(self) -> None:
        place = self._walk.place
        if place < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        else:
            self.view.setCurrentIndex(self._model.index(place))
