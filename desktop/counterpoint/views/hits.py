"""The list of what was found, by where it stands."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from counterpoint.app.finds import Hit
from counterpoint.engine.passages import Span
from counterpoint.views.excerpts import Excerpt, Stress
from counterpoint.views.finds import Finder
from counterpoint.views.founds import found_form
from counterpoint.views.themes import LIGHT, Theme, interface_font

_AROUND = 90  # code points on either side of a hit that its line is cut from
_LINE, _HEAD, _TWO = 26, 30, 42  # pixels: a hit in a source, a heading, a hit with what it is on
_PAD = 14
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Heading:
    words: str
    count: int


_Line = _Heading | int  # the number of a hit


class _Model(QAbstractListModel):
    """Headings, and under each its hits."""

    def __init__(self, finder: Finder, parent: QWidget) -> None:
        super().__init__(parent)
        self._finder = finder
        self.lines: list[_Line] = []

    def renew(self) -> None:
        self.beginResetModel()
        self.lines = []
        group = None
        counts: dict[str, int] = {}
        for hit in self._finder.hits:
            counts[hit.group] = counts.get(hit.group, 0) + 1
        for number, hit in enumerate(self._finder.hits):
            if hit.group != group:
                group = hit.group
                self.lines.append(_Heading(group, counts[group]))
            self.lines.append(number)
        self.endResetModel()

    def hit(self, line: _Line) -> Hit | None:
        return self._finder.hits[line] if isinstance(line, int) else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_hit = isinstance(self.lines[index.row()], int)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_hit else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if isinstance(line, _Heading):
            return f"{line.words}: {line.count}"
        hit = self._finder.hits[line]
        words, _ = _around(hit)
        return f"{' '.join(words.split())} ({hit.about})" if hit.about else " ".join(words.split())


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, finder: Finder, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._finder = finder
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        hit = self._model.hit(self._model.lines[index.row()])
        return QSize(100, _HEAD if hit is None else _TWO if hit.about else _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, theme = self._model.lines[index.row()], self.theme
        rect = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
        painter.save()
        painter.setClipRect(rect)
        if isinstance(line, _Heading):
            painter.setFont(interface_font(13, is_strong=True))
            painter.setPen(QColor(theme.muted))
            place = rect.adjusted(_PAD, 6, -_PAD, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{line.words}   {line.count}")
        else:
            self._paint_hit(painter, rect, line)
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRect, number: int) -> None:
        theme, hit = self.theme, self._model.hit(number)
        if hit is None:
            return
        if number == self._finder.place:
            painter.fillRect(rect, theme.tint(theme.accent, 0.16, theme.chrome))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        words, span = _around(hit)
        painter.setPen(QColor(theme.ink))
        line = Excerpt(words, [Stress(span, found_form(theme))], interface_font(14), rect.width() - 2 * _PAD - 4, 1)
        line.draw(painter, QPointF(rect.left() + _PAD, rect.top() + 3))
        if hit.about:
            painter.setFont(interface_font(12))
            painter.setPen(QColor(theme.muted))
            place = rect.adjusted(_PAD, 21, -_PAD, 0)
            about = painter.fontMetrics().elidedText(hit.about, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, about)


class HitsList(QFrame):
    """The hits by where they stand. Choosing one goes there."""

    def __init__(self, finder: Finder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._finder = finder
        self._model = _Model(finder, self)
        self._delegate = _Delegate(self._model, finder, self)
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName("Hits")
        self.view.selectionModel().currentChanged.connect(self._choose)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(self._nothing, 1)
        self._is_following = False
        finder.found.connect(self._renew)
        finder.moved.connect(self._follow)
        self.set_theme(theme)
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.view.viewport().update()

    def _renew(self) -> None:
        self._is_following = True
        self._model.renew()
        self._is_following = False
        has_hits = bool(self._finder.hits)
        self.view.setVisible(has_hits)
        self._nothing.setVisible(not has_hits)
        sought = self._finder.words.strip()
        self._nothing.setText(
            f"“{sought}” stands in no source, no tag and no note." if sought else "Type what to find."
        )

    def _follow(self) -> None:
        place = self._finder.place
        if place in self._model.lines:
            self._is_following = True
            self.view.setCurrentIndex(self._model.index(self._model.lines.index(place)))
            self._is_following = False
        self.view.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        if not self._is_following and index.isValid():
            line = self._model.lines[index.row()]
            if isinstance(line, int):
                self._finder.go_to(line)


def _around(hit: Hit) -> tuple[str, Span]:
    """What stands around a hit on its line, and where in that it stands."""
    text, span = hit.text, hit.span
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _AROUND)
    return text[start:end], Span(span.start - start, span.end - start)
