import os
import time
from datetime import date

import pytest

from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import Document
from counterpoint.readers.fences import Reader, read_fenced
from counterpoint.readers.formats import read_document
from tests.readers.printed import Piece, pdf
from tests.readers.test_pdf import compressed

TOO_MUCH = "a.pdf takes too much time or memory to read. Export it as text, or paste the passage."


def whole(raw: bytes, name: str) -> Document:
    return Document(raw.decode(), name, "Anna", "Example", "https://x.com", date(2025, 9, 4), ("Page 2 is left out.",))


def refusing(_: bytes, name: str) -> Document:
    raise UnreadableSource(f"{name} is damaged.")


def endless(_: bytes, name: str) -> Document:
    time.sleep(600)
    return Document(name)


def greedy(_: bytes, name: str) -> Document:
    held = [bytes(50_000_000) for _ in range(1000)]
    return Document(name * len(held))


def dying(_: bytes, name: str) -> Document:
    os.abort()
    return Document(name)


def test_what_the_reader_finds_arrives_whole() -> None:
    assert read_fenced(whole, "Élysée".encode(), "a.pdf") == whole("Élysée".encode(), "a.pdf")


def test_what_the_reader_refuses_is_told_in_its_words() -> None:
    with pytest.raises(UnreadableSource, match=r"^a\.pdf is damaged\.$"):
        read_fenced(refusing, b"", "a.pdf")


@pytest.mark.parametrize("reader", [endless, greedy, dying])
def test_a_reader_that_does_not_come_back_is_told_as_well(reader: Reader) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read_fenced(reader, b"", "a.pdf", seconds=3 if reader is endless else 60)
    assert str(refused.value) == TOO_MUCH


def test_pdfs_are_read_behind_the_fence() -> None:
    assert read_document(pdf([[Piece(60, 700, "Ten people died.")]]), "a.pdf").text == "Ten people died.\n"
    with pytest.raises(UnreadableSource) as refused:
        read_document(compressed(b"q " * 50_000_000), "a.pdf")
    assert str(refused.value) == TOO_MUCH
