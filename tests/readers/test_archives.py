"""Zipped documents that were made to do harm."""

import struct
import tracemalloc

import pytest

from counterpoint.errors import UnreadableSource
from counterpoint.readers.formats import read_document
from tests.readers.zipped import W, docx, odt, zipped

PARAGRAPH = "<w:p><w:r><w:t>Ten people died in Nice.</w:t></w:r></w:p>"
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def body(kind: str, prologue: str) -> bytes:
    if kind == "docx":
        document = f"{prologue}<w:document {W}><w:p><w:r><w:t>Ten &a; died.</w:t></w:r></w:p></w:document>"
        return zipped({"[Content_Types].xml": "", "word/document.xml": document})
    content = f'{prologue}<d xmlns:text="t"><text:p>Ten &a; died.</text:p></d>'
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("prologue", [ENTITIES, OUTSIDE, "<!DOCTYPE d SYSTEM 'http://example.com/d.dtd'>", ""])
def test_no_entity_is_expanded_and_no_file_is_opened(kind: str, prologue: str) -> None:
    with pytest.raises(UnreadableSource, match=r"^letter is damaged and can't be read\."):
        read_document(body(kind, prologue), "letter")


def test_what_unpacks_to_far_more_than_it_is_is_refused_before_it_is_unpacked() -> None:
    bomb = docx("<w:p>" + " " * 50_000_000 + "</w:p>")
    tracemalloc.start()
    with pytest.raises(UnreadableSource, match="unpacks to more than a document has"):
        read_document(bomb, "letter.docx")
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_what_hides_how_much_it_unpacks_to_is_refused() -> None:
    bomb = docx(PARAGRAPH, **{"word/document.xml": b" " * 30_000_000})
    lying = bomb.replace(struct.pack("<I", 30_000_000), struct.pack("<I", 300))
    assert lying != bomb
    with pytest.raises(UnreadableSource):
        read_document(lying, "letter.docx")


def test_depth_and_number_of_elements_cost_neither_a_crash_nor_much_memory() -> None:
    deep = "<w:p>" * 50_000 + "<w:r><w:t>Ten died.</w:t></w:r>" + "</w:p>" * 50_000
    assert read_document(docx(deep), "letter.docx").text == "Ten died.\n"
    many = "".join(PARAGRAPH.replace("Ten", str(n)) for n in range(20_000))
    assert read_document(docx(many), "letter.docx").text.count("Nice") == 20_000


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"a.txt": "Ten died."}, "is a ZIP file,"),
        ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, "is an Excel workbook,"),
        ({"[Content_Types].xml": "", "ppt/presentation.xml": ""}, "is a PowerPoint presentation,"),
        ({"mimetype": "application/epub+zip", "META-INF/container.xml": ""}, "is an e-book,"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "is an OpenDocument spreadsheet,"),
        ({"[Content_Types].xml": ""}, "is damaged"),
        ({"[Content_Types].xml": "", "word/document.xml": "<w:document"}, "is damaged"),
        ({"[Content_Types].xml": "", "word/document.xml": "<d/>"}, "has no words in it."),
        ({"../../../etc/cron.d/x": "", "/abs": "", "C:\\x": ""}, "is a ZIP file,"),
        ({f"{n}": "" for n in range(10_001)}, "has more than 10000 files packed in it."),
    ],
)
def test_other_zip_files_are_told_from_documents(parts: dict[str, str], why: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read_document(zipped(parts), "letter.docx")
    assert str(refused.value).startswith(f"letter.docx {why}")
    assert str(refused.value).endswith(".")


def test_locked_parts_are_told() -> None:
    raw = bytearray(odt("<text:p>Ten died.</text:p>"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := raw.find(mark, at + 1)) >= 0:
            raw[at + offset] |= 1
    with pytest.raises(UnreadableSource, match="protected by a password"):
        read_document(bytes(raw), "letter.odt")


def test_a_document_cut_short_is_told() -> None:
    raw = docx(PARAGRAPH)
    for end in (10, len(raw) // 2, len(raw) - 5):
        with pytest.raises(UnreadableSource, match="is damaged"):
            read_document(raw[:end], "letter.docx")
