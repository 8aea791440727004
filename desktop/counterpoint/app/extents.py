"""The extent of a claim by hand: it grows and shrinks by whole words."""

import re
from bisect import bisect_left

from counterpoint.engine.passages import Span

_WORD = re.compile(r"\w+|[^\w\s]")


def with_edge(text: str, span: Span, offset: int, *, is_start: bool) -> Span:
    """The span with its start, or its end, at the word's edge next to an offset. A word of it is always left."""
    edges = _edges(text, span, is_start=is_start)
    place = bisect_left(edges, offset)
    nearest = min(edges[max(0, place - 1) : place + 1], key=lambda edge: abs(edge - offset), default=None)
    return span if nearest is None else _moved(span, nearest, is_start=is_start)


def stepped(text: str, span: Span, by: int, *, is_start: bool) -> Span:
    """The span with its start, or its end, a word further on (by 1) or back (by -1); the same where there is none."""
    edges, now = _edges(text, span, is_start=is_start), span.start if is_start else span.end
    beyond = [edge for edge in edges if (edge - now) * by > 0]
    return _moved(span, beyond[0 if by > 0 else -1], is_start=is_start) if beyond else span


def _edges(text: str, span: Span, *, is_start: bool) -> list[int]:
    """Where it may begin, or end, so that a word of it is left."""
    words = [match.span() for match in _WORD.finditer(text)]
    if is_start:
        return [start for start, end in words if end <= span.end]
    return [end for start, end in words if start >= span.start]


def _moved(span: Span, edge: int, *, is_start: bool) -> Span:
    return Span(edge, span.end) if is_start else Span(span.start, edge)
