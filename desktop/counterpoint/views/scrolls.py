"""Scrolling of several columns: each by itself, all by the same share, or all to what they say of the same thing."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import copysign
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counterpoint.app.landmarks import find_landmarks
from counterpoint.app.preferences import Scrolling
from counterpoint.views.columns import Column
from counterpoint.views.walks import Walk

if TYPE_CHECKING:
    from counterpoint.engine.sources import SourceId

#: Where in the view a claim is brought, and where a landmark counts as reached: below the middle of the upper half, so
#: that what leads up to it is seen.
LINE = 0.28
#: Pixels by which two columns that were scrolled apart come closer, for each by which one of them is scrolled.
CLOSING = 3.0


@dataclass(frozen=True, slots=True)
class ScrollMap:
    """From how far one page is scrolled to how far another should be: straight between points that belong together.

    Raises:
        ValueError: the points do not rise in both.
    """

    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        rises = all(a < c and b <= d for (a, b), (c, d) in pairwise(self.points))
        if not self.points or not rises:
            raise ValueError(f"not a way down: {self.points}")

    def at(self, value: float) -> float:
        place = bisect_right(self.points, value, key=lambda point: point[0])
        if place == 0:
            return self.points[0][1]
        if place == len(self.points):
            return self.points[-1][1]
        (a, b), (c, d) = self.points[place - 1], self.points[place]
        return b + (d - b) * (value - a) / (c - a)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a page can be scrolled, and at what height of its view a landmark counts as reached; in pixels."""

    furthest: float
    line: float


def map_of(landmarks: Iterable[tuple[float, float]], one: Reach, other: Reach) -> ScrollMap:
    """The way through landmarks, whose heights in either text rise together; tops belong together, and bottoms."""
    points = [(0.0, 0.0)]
    for a, b in landmarks:
        x, y = a - one.line, b - other.line
        if points[-1][0] < x < one.furthest and points[-1][1] < y < other.furthest:
            points.append((x, y))
    if one.furthest > points[-1][0]:
        points.append((one.furthest, max(other.furthest, points[-1][1])))
    return ScrollMap(tuple(points))


class Scroller(QObject):
    """Has the other columns follow the one that is scrolled."""

    def __init__(self, walk: Walk, columns: Callable[[], Sequence[Column]], parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._columns = columns
        self._maps: dict[tuple[SourceId, SourceId], ScrollMap] = {}
        self.mode = Scrolling.OFF
        walk.listed.connect(self.forget)
        walk.moved.connect(self.forget)

    def take_in(self, column: Column) -> None:
        """Follows this one too."""
        column.page.led.connect(lambda before, after: self._follow(column, before, after))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        column.page.laid_out.connect(self.forget)
        column.page.marked.connect(self.forget)

    def forget(self) -> None:
        """Everything may stand elsewhere now."""
        self._maps.clear()

    def _follow(self, leader: Column, before: int, after: int) -> None:
        if self.mode is Scrolling.OFF:
            return
        for column in self._columns():
            if column is leader:
                continue
            bar = column.page.verticalScrollBar()
            way = self._way(leader, column)
            target = way.at(after)
            if self.mode is Scrolling.PAIRED:
                apart = bar.value() - way.at(
                    before
                )  # where they do not stand as they should, they come together slowly
                target += copysign(max(0.0, abs(apart) - CLOSING * abs(after - before)), apart)
            bar.setValue(round(target))

    def _way(self, leader: Column, column: Column) -> ScrollMap:
        key = leader.source.id, column.source.id
        if key not in self._maps:
            ends = [Reach(c.page.verticalScrollBar().maximum(), c.page.height() * LINE) for c in (leader, column)]
            places = self._landmarks(leader, column) if self.mode is Scrolling.PAIRED else []
            self._maps[key] = map_of(places, *ends)
        return self._maps[key]

    def _landmarks(self, leader: Column, column: Column) -> list[tuple[float, float]]:
        current = self._walk.current
        pairs = find_landmarks(self._walk.everything, leader.source.id, column.source.id, current and current.id)
        found: list[tuple[float, float]] = []
        for names in pairs:
            a, b = (c.page.number_of(name) for c, name in zip((leader, column), names, strict=True))
            if a is not None and b is not None:
                found.append((leader.page.extents[a][0], column.page.extents[b][0]))
        return found
