"""How a source's text is set on its page: type, leading and margins."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from counterpoint.views.themes import reading_font

MARGIN, LITTLE = 34, 24  # pixels left and right of the text; the signs stand in it. The second in a narrow column
_NARROW = 240  # pixels of a page
WIDEST = 640  # pixels of the text: about 75 characters, beyond which the eye loses the line
_FACTOR = 1.45  # of the type, the height of a line


def set_type(
    document: QTextDocument, pixels: int, ink: QColor, faint: Sequence[tuple[int, int]], faint_ink: QColor
) -> None:
    """All of the text in one type; the spans that are faint, in Qt's units, in another colour."""
    document.setDefaultFont(reading_font(pixels))
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    words = QTextCharFormat()
    words.setFont(reading_font(pixels))  # the style sheet has a font of its own for the widget
    words.setForeground(ink)
    cursor.mergeCharFormat(words)
    set_leading(document, pixels)
    words = QTextCharFormat()
    words.setForeground(faint_ink)
    for start, end in faint:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(words)


def set_margins(document: QTextDocument, width: int, pixels: int) -> None:
    """Margins of the text, wider where the column is wider than a line should be."""
    side = LITTLE if width < _NARROW else max(MARGIN, (width - WIDEST) // 2)
    frame = document.rootFrame()
    form = frame.frameFormat()
    if form.leftMargin() != side:
        form.setLeftMargin(side)
        form.setRightMargin(side)
        form.setTopMargin(14)
        form.setBottomMargin(pixels * 6)
        frame.setFrameFormat(form)


def characters_wide(pixels: int, number: int) -> float:
    """How wide so many characters are in the reading type."""
    return QFontMetricsF(reading_font(pixels)).averageCharWidth() * number


def set_leading(document: QTextDocument, pixels: int) -> None:
    """Lines with air between them, paragraphs with more, empty lines with less than a line."""
    lines, empty = QTextBlockFormat(), QTextBlockFormat()
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    lines.setLineHeight(pixels * _FACTOR, fixed)
    lines.setBottomMargin(pixels * 0.55)
    empty.setLineHeight(pixels * 0.3, fixed)
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(lines if block.text().strip() else empty)
        block = block.next()
