"""What lands on a reporter's desk, brought into the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from counterpoint.views.quotes import Quote
from tests.readers.printed import Piece, pdf
from tests.views.readers import Reader


def origins(reader: Reader) -> list[str]:
    """What stands above the passages in the inspector."""
    quotes = reader.room.inspector.findChildren(Quote)
    return [quote.origin for quote in quotes if quote.isVisible()]


def test_words_of_a_printed_page_are_shown_with_its_number(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    pages = [
        [Piece(60, 700, words)]
        for words in ("Nine people died in the flood on Monday.", "The mayor opened 12 shelters, she said.")
    ]
    path.write_bytes(pdf(pages, info="/Title (The flood report)"))
    reader.drop(path)
    assert origins(reader.mark("opened 12 shelters")) == ["A · p. 2 · The flood report"]
    assert origins(reader.mark("Nine people")) == ["A · p. 1 · The flood report"]
    reader.come_back().open_recent()
    assert origins(reader.mark("opened 12 shelters")) == ["A · p. 2 · The flood report"]


PAGE = "https://nowhere.example/flood?a=1"


@pytest.mark.parametrize(
    ("form", "told", "url"),
    [
        ("text/x-moz-url-priv", PAGE.encode("utf-16-le"), PAGE),
        ("chromium/x-source-url", PAGE.encode(), PAGE),
        ('application/x-qt-windows-mime;value="HTML Format"', f"Version:0.9\r\nSourceURL:{PAGE}\r\n".encode(), PAGE),
        ("chromium/x-source-url", b"file:///home/someone/flood.html", ""),
        ("text/x-other", b"", ""),
    ],
)
def test_rich_text_is_pasted_in_paragraphs_with_the_address_it_is_from(
    reader: Reader, form: str, told: bytes, url: str
) -> None:
    data = QMimeData()
    data.setText("Nine people died in the flood.\nThe mayor opened 12 shelters.")
    data.setHtml(
        "<h2 style='color: red'>Nine people died in the flood.</h2><p>The <b>mayor</b> opened 12 shelters.</p>"
    )
    data.setData(form, told)
    QGuiApplication.clipboard().setMimeData(data)
    source = reader.open_made().press("Ctrl+Shift+V").workspace.sources[-1]
    assert source.text == "Nine people died in the flood.\n\nThe mayor opened 12 shelters."
    assert source.url == url
    reader.copy("Nine people died in the flood.\n\nThe mayor opened 12 shelters.").press("Ctrl+Shift+V")
    assert "is in this project already" in reader.message
