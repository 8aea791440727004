"""Which reader a file goes to, and what is told of those that none is for."""

import subprocess
import sys

import pytest

from counterpoint.errors import UnreadableSource
from counterpoint.readers.formats import read_document
from tests.readers.zipped import docx, odt

WORDS = "Ten people died in Nice."


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (docx(f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"), "letter.txt"),
        (odt(f"<text:p>{WORDS}</text:p>"), "letter.docx"),
        (f"<!doctype html><p>{WORDS}</p>".encode(), "letter.pdf"),
        (f"\n\n<!-- a remark - of one --> <html><p>{WORDS}</p></html>".encode(), "letter"),
        (f"<html><p>{WORDS}</p></html>".encode("utf-16"), "letter.txt"),
        (f"<P class=a>{WORDS}</P>".encode(), "letter.txt"),
        (f"# {WORDS}".encode(), "letter.MD"),
        (WORDS.encode(), "letter.html"),
        (WORDS.encode(), "letter.docx"),
    ],
)
def test_the_content_and_not_the_suffix_says_what_a_file_is(raw: bytes, name: str) -> None:
    assert read_document(raw, name).text.strip() == WORDS


@pytest.mark.parametrize(
    "text", ["# Ten *people* died", "The %PDF-1.7 header", "<3 all of you", "PK is a name", "<person> said so"]
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert read_document(text.encode(), "letter.txt").text == text


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "is empty."),
        (b"PK\x05\x06" + bytes(18), "is an empty ZIP file,"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Word, Excel or PowerPoint file,"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is protected by a password."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture,"),
        (b"{\\rtf1\\ansi Hello.}", "is a Rich Text file,"),
        (b"\x1f\x8b\x08\0\0", "is a compressed file,"),
        (b'<?xml version="1.0"?><rss><item>Ten died.</item></rss>', "is XML,"),
        (
            b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n",
            "is a web archive or a mail,",
        ),
        (b"PK\x03\x04\x14\0\x06\0", "is damaged"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is damaged"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0>\0", "is not a text file."),
    ],
)
def test_what_is_not_read_is_refused_in_a_sentence_that_names_it(raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read_document(raw, "story.txt")
    assert str(refused.value).startswith(f"story.txt {why}")
    assert str(refused.value).endswith(".")


def test_plain_text_needs_none_of_the_libraries_and_no_reader_a_connection() -> None:
    program = (
        "import sys; from counterpoint.readers.formats import read_document; read_document(b'Ten died.', 'a.txt');"
        "late = {'trafilatura', 'lxml', 'pypdfium2', 'markdown_it', 'zipfile', 'xml'} & set(sys.modules);"
        "assert not late, late;"
        "read_document(b'<html><p>Ten died.</p></html>', 'a.html'); read_document(b'# Ten', 'a.md')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=60)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, b"")  # tests/conftest.py denies the network to it, too
