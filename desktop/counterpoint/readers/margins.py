"""Running heads and page numbers: what stands at the edge of page after page and is nobody's account."""

import re
from collections.abc import Sequence

from counterpoint.readers.layouts import Line, Word, find_lines

_EDGE = 3  # lines from the top and from the bottom of a page that may be a running head
_SHARE = 0.4  # of the pages, and never fewer than two, on which the same words stand at the same height
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—\[(|]?\s*(?:(?:page|p\.|seite)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|von|de)\s*\d{1,4})?\s*[-–—\])|]?",
    re.IGNORECASE,
)
_NEAR = 8.0  # points: a running head that moves more is another one


def without_margins(pages: Sequence[Sequence[Word]]) -> tuple[tuple[Word, ...], ...]:
    """Each page's words but for those in running heads, running feet and page numbers."""
    edges = [_edges(page) for page in pages]
    heights: dict[str, list[float]] = {}
    for lines in edges:
        for words, line in {_key(line): line for line in lines}.items():
            heights.setdefault(words, []).append(line.base)
    fewest = max(2, _SHARE * len(pages))
    repeated = {words: _usual(found) for words, found in heights.items() if _usual_count(found) >= fewest}
    kept: list[tuple[Word, ...]] = []
    for page, lines in zip(pages, edges, strict=True):
        dropped = {id(word) for line in _running(lines, repeated) for word in line.words}
        kept.append(tuple(word for word in page if id(word) not in dropped))
    return tuple(kept)


def _edges(page: Sequence[Word]) -> list[Line]:
    """The outermost lines: the first and the last come first."""
    lines = find_lines(page)
    top, bottom = lines[:_EDGE], lines[::-1][:_EDGE]
    if len(lines) < 2 * _EDGE:
        return [*lines[:1], *lines[:0:-1][:1]]
    return [*top[:1], *bottom[:1], *top[1:], *bottom[1:]]


def _running(lines: Sequence[Line], repeated: dict[str, float]) -> list[Line]:
    """Of a page's outermost lines those that say what other pages say there, or the page's number."""
    return [
        line
        for place, line in enumerate(lines)
        if abs(repeated.get(_key(line), float("inf")) - line.base) <= _NEAR
        or (place < 2 and _PAGE_NUMBER.fullmatch(_said(line)))  # noqa: PLR2004 - the first line and the last
    ]


def _said(line: Line) -> str:
    return " ".join(word.text for word in line.words)


def _key(line: Line) -> str:
    """What a line says whatever the page's number."""
    return _FIGURES.sub("#", _said(line).casefold())


def _usual(heights: Sequence[float]) -> float:
    """The height at which most of them stand."""
    return max(heights, key=lambda height: sum(abs(height - other) <= _NEAR for other in heights))


def _usual_count(heights: Sequence[float]) -> int:
    usual = _usual(heights)
    return sum(abs(usual - other) <= _NEAR for other in heights)
