"""Documents of every kind with bytes changed, cut out, doubled: text or one sentence, never anything else."""

import unicodedata
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterpoint.engine.texts import canonical_text
from counterpoint.errors import UnreadableSource
from counterpoint.readers.formats import read_document
from counterpoint.readers.pdf import read_pdf
from tests.readers.printed import PARAGRAPHS, columns, pdf
from tests.readers.test_html import PAGE
from tests.readers.test_pdf import compressed
from tests.readers.zipped import ODF, W, docx, odt

_STORY = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in PARAGRAPHS)
_MARKDOWN = """\
---
title: Ten
date: 2025-09-04
---
# Ten *died*

- [a](b)
1. c

> d

| a | b |
|---|---|
| c | `d` |
"""
PIECES = [
    b"\0",
    b"\xff",
    b"<",
    b">",
    b"(",
    b")",
    b"<<",
    b"[",
    b"/",
    b"&",
    b"999999999999",
    b"-1",
    b"%PDF-",
    b"PK\x03\x04",
]


@cache
def documents() -> dict[str, bytes]:
    drawn = [piece for column in columns((60, 310), 740, PARAGRAPHS, width=44, lines=20) for piece in column]
    return {
        "a.docx": docx(_STORY, core="<c><title>Ten</title></c>", footnotes="<f/>"),
        "a.odt": odt("".join(f"<text:p>{words}</text:p>" for words in PARAGRAPHS), meta="<m><title>Ten</title></m>"),
        "a.html": PAGE.encode(),
        "a.md": _MARKDOWN.encode(),
        "a.pdf": pdf([drawn, drawn]),
        "b.pdf": compressed(b"BT /F 10 Tf 60 700 Td (Ten people died in Nice.) Tj ET"),
    }


@st.composite
def damaged(draw: st.DrawFn, raw: bytes) -> bytes:
    """The bytes after a few changes."""
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.sampled_from([0, 1, 1, 4, 50, 1000])))
        piece = draw(st.one_of(st.binary(max_size=4), st.sampled_from(PIECES), st.just(raw[start:end] * 2)))
        raw = raw[:start] + piece + raw[end:]
    return raw


def read(raw: bytes, name: str) -> bool:
    """Whether it is read; if not, it is refused as it must be."""
    is_pdf = raw.lstrip().startswith(b"%PDF-")
    try:  # a process for each example would take minutes: test_fences.py has the one around PDFs
        document = read_pdf(raw, name) if is_pdf else read_document(raw, name)
    except UnreadableSource as refused:
        assert str(refused).startswith(f"{name} ")
        assert str(refused).endswith(".")
        return False
    else:
        assert any(character.isalnum() for character in document.text)
        assert unicodedata.is_normalized("NFC", canonical_text(document.text).text)
        for label in (document.title, document.author, document.outlet, document.url):
            assert label.isprintable()
            assert len(label) <= 2000
        assert list(document.pages) == sorted(document.pages)
        assert all(0 <= start <= len(document.text) for start in document.pages)
        return True


@pytest.mark.parametrize("name", documents())
@given(st.data())
@settings(max_examples=150)
def test_a_damaged_document_is_read_or_refused(name: str, data: st.DataObject) -> None:
    read(data.draw(damaged(documents()[name])), name)


WORD = f"<w:document {W}>{_STORY}</w:document>".encode()
CONTENT = (
    f"<d {ODF}><text:p>Ten <text:s text:c='3'/>died<text:note><text:p>a</text:p></text:note></text:p></d>".encode()
)


@given(damaged(WORD), damaged(CONTENT))
@settings(max_examples=150)
def test_damaged_parts_of_a_whole_archive_are_read_or_refused(word: bytes, content: bytes) -> None:
    read(docx("", **{"word/document.xml": word}), "a.docx")
    read(odt("", **{"content.xml": content}), "a.odt")


@pytest.mark.parametrize(
    "start", [b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"<?xml version='1.0'?>", b"---\n", b"\xd0\xcf\x11\xe0"]
)
@given(st.binary(max_size=200))
@settings(max_examples=50)
def test_anything_after_a_documents_first_bytes_is_read_or_refused(start: bytes, rest: bytes) -> None:
    read(start + rest, "a.md")
