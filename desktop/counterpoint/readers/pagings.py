"""Where the pages of a file begin: kept from its columns to the canonical text, so that a quote can name its page."""

from collections.abc import Iterable, Iterator, Sequence

from counterpoint.engine.texts import CanonicalText, typed_text
from counterpoint.readers.paragraphs import Paragraph


def page_starts(paragraphs: Iterable[Paragraph], columns: Sequence[int]) -> tuple[int, ...]:
    """Where each page begins in the paragraphs' text, as `documents.joined` makes it; each page has so many columns.

    A page without a column begins where the next one does.
    """
    starts: list[int] = []
    at = 0
    for paragraph in paragraphs:
        starts += (at + start for start in paragraph.starts)
        at += len(paragraph.text) + 2 if paragraph.text.strip() else 0
    starts.append(max(0, at - 1))  # the text ends with a line's end where the next paragraph's empty line would be
    first = 0
    pages: list[int] = []
    for number in columns:
        pages.append(starts[first])
        first += number
    return tuple(pages)


def canonical_pages(raw: str, pages: Sequence[int], found: CanonicalText) -> tuple[int, ...]:
    """The same offsets, of the raw text, in what became its canonical text."""
    if not pages:
        return ()
    lengths = [len(typed_text(raw[start:end])) for start, end in zip((0, *pages), pages, strict=False)]
    moved: list[int] = []
    at = 0
    for length in lengths:
        at += length
        moved.append(at)
    return tuple(_repaired(moved, found))


def _repaired(offsets: Sequence[int], found: CanonicalText) -> Iterator[int]:
    """Offsets, ascending, of the text before its repairs."""
    number = grown = 0
    for offset in offsets:
        while number < len(found.repairs):
            repair = found.repairs[number]
            if repair.span.start - grown + len(repair.original) > offset:
                break
            grown += len(repair.span) - len(repair.original)
            number += 1
        yield min(offset + grown, len(found.text))
