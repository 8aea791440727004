"""A ribbon's shape between two columns: pure numbers, for painting and for the mouse."""

from dataclasses import dataclass

#: Straight pieces of a painted edge: over a gap of 60 pixels nobody sees the corners.
STEPS = 20
_BEYOND = 8.0  # pixels


@dataclass(frozen=True, slots=True)
class Extent:
    """From top to bottom, in pixels downwards."""

    top: float
    bottom: float

    def __post_init__(self) -> None:
        if self.top > self.bottom:
            raise ValueError(f"not an extent: {self.top} to {self.bottom}")

    def overlaps(self, other: "Extent") -> bool:
        return self.top < other.bottom and other.top < self.bottom

    def holds(self, y: float) -> bool:
        return self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band from the left edge of a gap to its right edge, leaving and arriving level.

    Either of its edges is a cubic Bézier curve whose control points stand half-way, at the heights of its ends.
    """

    left: Extent
    right: Extent
    width: float

    def at(self, x: float) -> Extent:
        """What it covers at a distance from the left edge."""
        share = _height(_parameter(x / self.width if self.width > 0 else 0.0))
        top = self.left.top + (self.right.top - self.left.top) * share
        bottom = self.left.bottom + (self.right.bottom - self.left.bottom) * share
        return Extent(min(top, bottom), max(top, bottom))

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is on it."""
        return 0 <= x <= self.width and self.at(x).holds(y)

    def edges(self, seen: Extent) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
        """Its upper and its lower edge as points from left to right, cut off a little outside of what is seen.

        Painting takes time for what is out of view too, and a ribbon can reach over many pages.
        """
        low, high = seen.top - _BEYOND, seen.bottom + _BEYOND
        step = self.width / STEPS
        found = tuple(
            [(i * step, min(high, max(low, start + (end - start) * share))) for i, share in enumerate(_SHARES)]
            for start, end in ((self.left.top, self.right.top), (self.left.bottom, self.right.bottom))
        )
        return found[0], found[1]

    @property
    def extent(self) -> Extent:
        """Between the highest and the lowest of it."""
        return Extent(min(self.left.top, self.right.top), max(self.left.bottom, self.right.bottom))


def _height(t: float) -> float:
    """How far the curve has come down, of its whole way, at its parameter."""
    return t * t * (3 - 2 * t)


def _across(t: float) -> float:
    """How far the curve has come across, of its whole way, at its parameter."""
    return 1.5 * t * (1 - t) + t * t * t


def _parameter(across: float) -> float:
    """The parameter at which the curve has come across so far; 20 halvings are closer than a thousandth of a pixel."""
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        if _across(middle) < across:
            low = middle
        else:
            high = middle
    return (low + high) / 2 if 0 < across < 1 else min(1.0, max(0.0, across))


_SHARES = tuple(_height(_parameter(i / STEPS)) for i in range(STEPS + 1))
