"""PDF files with a text layer.

Read by PDFium (through pypdfium2): it is what Chrome reads hostile files with, gives each letter's place, takes a
tenth of the time of pypdf and pdfminer.six, resolves ligatures, and is BSD and Apache licensed. None of the three puts
columns in order when a program wrote them line by line; that is done here, from the places.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import Document, joined, property_author, property_title
from counterpoint.readers.layouts import Word, read_columns
from counterpoint.readers.margins import without_margins
from counterpoint.readers.pagings import page_starts
from counterpoint.readers.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_MOST_PAGES = 1000
_MOST_WORDS = 2_000_000
_MOST_ON_PAGE = 200_000  # characters: a newspaper's page has thirty thousand
_FEWEST_LETTERS = 2  # of a document's text: fewer are a stamp's on a picture
_LINE_HYPHEN = 2  # what PDFium makes of a hyphen at a line's end
_UPRIGHT = 0.1  # radians
_NEW_WORD = 0.25  # of the size: the gap that stands for a space where none is written
_PDFIUM = Lock()  # one thread at a time


def read_pdf(raw: bytes, name: str) -> Document:
    """The paragraphs of a PDF's text layer in reading order, without running heads and page numbers.

    For files that come from elsewhere to be read in a process of its own: see `fences`.

    Raises:
        UnreadableSource: it is broken, locked, too large, or has no text layer.
    """
    import pypdfium2

    try:
        with _PDFIUM, closing(pypdfium2.PdfDocument(raw)) as document:
            pages, notices = _pages(document, name)
            known = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(_refusal(name, error.err_code)) from error
    columns = [read_columns(page) for page in without_margins(pages)]
    paragraphs = find_paragraphs([column for page in columns for column in page])
    return Document(
        text=joined((paragraph.text for paragraph in paragraphs), name),
        title=property_title(known.get("Title")),
        author=property_author(known.get("Author")),
        notices=notices,
        pages=page_starts(paragraphs, [len(page) for page in columns]),
    )


def _refusal(name: str, code: int | None) -> str:
    if code == 4:  # noqa: PLR2004 - FPDF_ERR_PASSWORD
        return f"{name} is protected by a password. Save a copy without it and use that."
    return f"{name} is damaged and can't be read. Open it in another program, save its text, and use that."


def _pages(document: "PdfDocument", name: str) -> tuple[list[list[Word]], tuple[str, ...]]:
    """Each page's words, and a sentence on the pages that have none."""
    count = len(document)
    if count > _MOST_PAGES:
        raise UnreadableSource(f"{name} has more than {_MOST_PAGES} pages. Use the part that you need.")
    pages: list[list[Word]] = []
    for number in range(count):
        if sum(map(len, pages)) > _MOST_WORDS:
            raise UnreadableSource(f"{name} holds more text than any account. Use the part of it that you need.")
        with closing(document[number]) as page:
            pages.append(_words(page, name))
    if sum(len(word.text) for page in pages for word in page) < _FEWEST_LETTERS:
        raise UnreadableSource(f"{name} has no text layer. Export it as text, or paste the passage.")
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    return pages, (_on_empty(name, empty),) if empty else ()


def _on_empty(name: str, pages: list[str]) -> str:
    shown = f"{', '.join(pages[:20])}{' ...' if len(pages) > 20 else ''}"  # noqa: PLR2004 - as many as one line holds
    if len(pages) == 1:
        return f"Page {shown} of {name} has no text layer and is left out."
    return f"Pages {shown} of {name} have no text layer and are left out."


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character, or "" for white space, and where it stands on the page; `angle` is its line's, in radians."""

    character: str
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    size: float = 0.0
    angle: float = 0.0


def _words(page: "PdfPage", name: str) -> list[Word]:
    """The words on a page, as if it were turned so that most of them stand upright; the others are left out."""
    with closing(page.get_textpage()) as text:
        count = text.count_chars()
        if count > _MOST_ON_PAGE:
            raise UnreadableSource(f"{name} has a page with too much text. Paste the passage that you need.")
        letters = list(_letters(text, count, page.get_cropbox()))
    angles = Counter(round(letter.angle / _UPRIGHT) for letter in letters if letter.character)
    if not angles:
        return []
    usual = angles.most_common(1)[0][0]
    return _gathered(letter for letter in letters if not letter.character or round(letter.angle / _UPRIGHT) == usual)


def _letters(text: "PdfTextPage", count: int, shown: tuple[float, float, float, float]) -> Iterator[_Letter]:
    """The characters in the order in which they were drawn; those beyond the page's edges are left out."""
    from pypdfium2 import raw

    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        character = "-" if code == _LINE_HYPHEN else chr(code) if code < 0x110000 else "\ufffd"  # noqa: PLR2004
        if character.isspace() or not code:
            yield _SPACE
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        if not (shown[0] <= x.value <= shown[2] and shown[1] <= y.value <= shown[3]):
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        angle = math.atan2(matrix.b, matrix.a)
        yield _turned(character, (box.left, box.bottom, box.right, box.top), (x.value, y.value), size, angle)


def _turned(
    character: str, box: tuple[float, float, float, float], origin: tuple[float, float], size: float, angle: float
) -> _Letter:
    """The letter where it stands once its line is level."""
    if not angle:
        return _Letter(character, box[0], box[2], origin[1], size)
    along, up = math.cos(angle), math.sin(angle)
    edges = [box[i] * along + box[j] * up for i in (0, 2) for j in (1, 3)]
    return _Letter(character, min(edges), max(edges), origin[1] * along - origin[0] * up, size, angle)


def _gathered(letters: Iterable[_Letter]) -> list[Word]:
    """Letters to words: a space ends one, and so does a jump."""
    words: list[Word] = []
    open_: list[_Letter] = []
    is_spaced = True
    for letter in letters:
        if open_ and (not letter.character or _is_apart(open_[-1], letter)):
            words.append(_word(open_, is_spaced=is_spaced))
            open_ = []
            is_spaced = False
        if letter.character:
            open_.append(letter)
        else:
            is_spaced = True
    if open_:
        words.append(_word(open_, is_spaced=is_spaced))
    return words


def _is_apart(before: _Letter, letter: _Letter) -> bool:
    size = max(before.size, letter.size)
    gap = letter.left - before.right
    is_level = abs(letter.base - before.base) < 0.1 * size and abs(letter.size - before.size) < 0.2 * size
    return not is_level or not -0.5 * size < gap < _NEW_WORD * size


def _word(letters: Sequence[_Letter], *, is_spaced: bool) -> Word:
    return Word(
        "".join(letter.character for letter in letters),
        min(letter.left for letter in letters),
        max(letter.right for letter in letters),
        letters[0].base,
        letters[0].size,
        is_spaced,
    )


_SPACE = _Letter("")
