"""PDF files, by hand and by Qt: what is drawn where, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPageSize, QPainter, QPdfWriter

PARAGRAPHS = tuple(
    """\
PARIS - The leaders of 35 countries met on Thursday to discuss security guarantees for Ukraine, an extraordinary \
gathering that officials described as unprecedented in its ambition and in its complexity.
President Emmanuel Macron said that twenty countries had formally committed to contributing to a reassurance force, \
whether on land, at sea or in the air. “The day the conflict stops, the guarantees will be deployed,” he said.
Ukrainian President Volodymyr Zelenskyy welcomed the announcement as a first concrete step. He acknowledged, however, \
that considerable disagreements remained concerning the participation of the United States.
According to a senior European diplomat, negotiations concerning the practical arrangements are expected to continue \
throughout the autumn; the administration in Washington has not communicated its position publicly.
The International Committee of the Red Cross reported separately that 4,200 families had registered for humanitarian \
assistance in the southern districts, many of them children under the age of twelve.
Russian Foreign Minister Sergei Lavrov characterised any deployment of foreign troops as unacceptable. A spokeswoman \
subsequently reiterated that Moscow would consider such forces a legitimate target.""".split("\n")
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words and where they begin: points from the left and from the bottom of an A4 page."""

    x: float
    y: float
    text: str
    size: float = 10.0
    font: str = "F"  # Helvetica; "C" is Courier


def pdf(pages: Iterable[Iterable[Piece]], *, page: str = "", stream: bytes | None = None, info: str = "") -> bytes:
    """A file by hand, each piece drawn by itself. `page` stands in each page's dictionary."""
    streams = [stream if stream is not None else _drawn(pieces) for pieces in pages]
    count = len(streams)
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        *(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % font
            for font in (b"Helvetica", b"Courier")
        ),
        f"<< {info} >>".encode("cp1252"),
    ]
    for n, content in enumerate(streams):
        looks = (
            f"/MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R /C 4 0 R >> >> /Contents {7 + 2 * n} 0 R {page}"
        )
        objects.append(f"<< /Type /Page /Parent 2 0 R {looks} >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects, "/Info 5 0 R")


def _drawn(pieces: Iterable[Piece]) -> bytes:
    return b"".join(
        b"BT /%s %f Tf %f %f Td (%s) Tj ET\n"
        % (piece.font.encode(), piece.size, piece.x, piece.y, _escaped(piece.text))
        for piece in pieces
    )


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    raw = b"%PDF-1.4\n"
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>"
    return raw + f"{end}\nstartxref\n{len(raw)}\n%%EOF\n".encode()


def wrapped(words: str, width: int) -> list[str]:
    """A paragraph's lines of at most so many letters; long words are cut, with hyphens."""
    lines = [""]
    for word in words.split():
        room = width - len(lines[-1]) - 1
        if len(word) > room and room > 4 and len(word) > room + 2 and word.isalpha() and len(word) > 7:
            lines[-1] += f" {word[: room - 1]}-"
            lines.append(word[room - 1 :])
        elif len(word) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return [line.strip() for line in lines if line.strip()]


def columns(
    lefts: Sequence[float], top: float, paragraphs: Sequence[str], *, width: int, lines: int
) -> list[list[Piece]]:
    """Paragraphs in columns that begin at these places; a column has so many lines. By column, top to bottom."""
    flow = [(line, place == 0) for words in paragraphs for place, line in enumerate(wrapped(words, width))]
    found: list[list[Piece]] = []
    for n, left in enumerate(lefts):
        y = top
        found.append([])
        for line, is_first in flow[n * lines : (n + 1) * lines]:
            y -= 6 * is_first
            found[-1].append(Piece(left, y, line, 8, "C"))
            y -= 12
    return found


def written_by_qt(
    path: Path, paragraphs: Sequence[str], lefts: Sequence[float], width: float, *, by_line: bool
) -> None:
    """The same by Qt, on as many pages as are needed: subset fonts, letters by number. With a head and page numbers.

    `by_line` draws each line of all columns before the next line, as some programs do.
    """
    assert QGuiApplication.instance()
    writer = QPdfWriter(str(path))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    font = QFont("DejaVu Serif", 9)
    painter.setFont(font)
    lines = _flow(paragraphs, width, QFontMetricsF(font, writer))
    number = 0
    while lines:
        number += 1
        if number > 1:
            writer.newPage()
        painter.drawText(QPointF(lefts[0], 30), "The Daily Example")
        painter.drawText(QPointF(290, 825), str(number))
        drawn: list[tuple[int, QPointF, str]] = []
        for left in lefts:
            y = 60.0
            for place, (line, is_last) in enumerate(lines[:50]):
                drawn.append((place, QPointF(left, y), line))
                y += 18 if is_last else 12
            del lines[:50]
        for _, at, line in sorted(drawn, key=lambda piece: piece[0]) if by_line else drawn:
            painter.drawText(at, line)
    painter.end()


def _flow(paragraphs: Sequence[str], width: float, font: QFontMetricsF) -> list[tuple[str, bool]]:
    """The lines, each with whether it is a paragraph's last."""
    flow: list[tuple[str, bool]] = []
    for paragraph in paragraphs:
        line = ""
        for whole in paragraph.split():
            word = whole
            if font.horizontalAdvance(f"{line} {word}") > width:
                cuts = range(len(word) - 3, 2, -1) if word.isalpha() and len(word) > 7 else ()
                cut = next((n for n in cuts if font.horizontalAdvance(f"{line} {word[:n]}-") <= width), 0)
                flow.append((f"{line} {word[:cut]}-" if cut else line, False))
                line, word = "", word[cut:]
            line = f"{line} {word}".strip()
        flow.append((line, True))
    return flow
