"""Quotations: the verbatim words between quotation marks."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.engine.details import Aspect, Quotation
from counterpoint.engine.passages import Span, trimmed

_LONGEST = 1500  # code points; a mark that closes later belongs to something else
_SHORTEST = 2  # between single marks: less is "rock 'n' roll"
_CLOSING = {"“": "”", "„": "”“", "«": "»", "‘": "’"}
_MARK = re.compile("[“„«\"‘']")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def find_quotations(text: str, within: Span | None = None) -> tuple[Quotation, ...]:
    """The quotations of the whole text, in order; one inside another is part of it.

    Whoever needs those of a claim reads the whole source first, for a quotation may open in an earlier sentence, and
    cuts with `cut_quotations`. `within` is for reading a part alone.
    """
    found: list[Quotation] = []
    at, end = (within.start, within.end) if within else (0, len(text))
    while mark := _MARK.search(text, at, end):
        closed = _closed(text, mark.start(), end)
        if closed is None:
            at = mark.end()
            continue
        found.extend(_quotation(text, Span(mark.end(), closed)))
        at = closed + 1
    return tuple(found)


def cut_quotations(text: str, quotations: Sequence[Quotation], claim: Span) -> tuple[Quotation, ...]:
    """What of the source's quotations lies within the claim."""
    found: list[Quotation] = []
    for quotation in quotations:
        if quotation.span.overlaps(claim):
            part = Span(max(quotation.span.start, claim.start), min(quotation.span.end, claim.end))
            found.extend(_quotation(text, part))
    return tuple(found)


def quoted_words(text: str, span: Span) -> tuple[tuple[str, Span], ...]:
    """The words of a quotation in lower case, each with its place."""
    return tuple(
        (match[0].lower().replace("’", "'"), Span(*match.span()))
        for match in _WORD.finditer(text, span.start, span.end)
    )


def _quotation(text: str, span: Span) -> Iterator[Quotation]:
    span = trimmed(text, span)
    words = _WORD.findall(span.of(text))
    if words:
        value = " ".join(words).lower().replace("’", "'")
        yield Quotation(aspect=Aspect.QUOTATION, span=span, value=value)


def _closed(text: str, at: int, end: int) -> int | None:
    """Where the quotation that opens at `at` closes; None where the mark opens nothing."""
    mark = text[at]
    end = min(end, at + _LONGEST)
    if mark == '"':
        return _straight(text, at, end)
    if mark == "'":
        return _single(text, at, end, "'") if _opens(text, at) else None
    if mark == "‘":
        return _single(text, at, end, "’")
    return _curly(text, at, end, _CLOSING[mark])


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark opens: white space or a bracket before it, a letter after it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in '([—–-“"') and (after.isalnum() or after in "$€£([…")


def _straight(text: str, at: int, end: int) -> int | None:
    if not _opens(text, at) and at and text[at - 1].isalnum():
        return None  # inches, or a closing mark that lost its opening one
    close = text.find('"', at + 1, end)
    if close < 0:
        return None
    line = text.find("\n", at, close)
    return close if line < 0 or not _opens(text, close) else None


def _curly(text: str, at: int, end: int, closing: str) -> int | None:
    for i in range(at + 1, end):
        if text[i] in closing:
            return i
        if text[i] == text[at]:  # opened again: a next paragraph of the same speech, or the closing mark is missing
            line = text.rfind("\n", at, i)
            return line if line > 0 else None
    line = text.find("\n", at, end)
    return line if line > 0 and line - at < _LONGEST else None


def _single(text: str, at: int, end: int, closing: str) -> int | None:
    """Where a single quotation closes: at a mark after a letter or point and before none. An "s'" may be a genitive."""
    if text[at + 1 : at + 2].isdigit() and text[at] == "'":
        return None
    line = text.find("\n", at, end)
    end = line if line > 0 else end
    genitive: int | None = None
    close = text.find(closing, at + 2, end)
    while close > 0:
        after = text[close + 1 : close + 2]
        if not after.isalnum() and not text[close - 1].isspace():
            if text[close - 1] != "s" or after != " ":
                return close if close - at > _SHORTEST else None
            genitive = close if genitive is None else genitive
        close = text.find(closing, close + 1, end)
    return genitive
