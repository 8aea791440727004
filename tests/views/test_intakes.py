"""What lands on a reporter's desk, brought into the window."""

from pathlib import Path

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
