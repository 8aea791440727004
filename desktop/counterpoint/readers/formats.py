"""Which reader a file is for, by its content: a wrong suffix misleads nobody."""

import re
from collections.abc import Callable
from pathlib import PurePath

from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import Document
from counterpoint.readers.encodings import decode_text, opening

_AS_TEXT = "Save its text as a .txt file and use that."
_AS_PAGE = "Save the page as HTML only and use that."
_MARKDOWN_NAMES = frozenset((".md", ".markdown", ".mdown", ".mkd"))
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_UNREAD = (
    (b"PK\x05\x06", "an empty ZIP file", _AS_TEXT),
    (_OLD_OFFICE, "an old Word, Excel or PowerPoint file", _AS_TEXT),
    (b"{\\rtf", "a Rich Text file", _AS_TEXT),
    (b"\x89PNG\r\n\x1a\n", "a picture", _AS_TEXT),
    (b"\xff\xd8\xff", "a picture", _AS_TEXT),
    (b"GIF87a", "a picture", _AS_TEXT),
    (b"GIF89a", "a picture", _AS_TEXT),
    (b"\x1f\x8b\x08", "a compressed file", _AS_TEXT),
    (b"BZh", "a compressed file", _AS_TEXT),
    (b"\xfd7zXZ\0", "a compressed file", _AS_TEXT),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file", _AS_TEXT),
)
# What tells of a zipped document that it is none of ours: a part, or the folder that it lies in.
_UNREAD_ZIPPED = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an e-book"),
    ("Index/", "a Pages, Numbers or Keynote document"),
)
_ODT = b"application/vnd.oasis.opendocument.text"  # templates and master documents begin so, too
_OTHER_ODF = b"application/vnd.oasis.opendocument."
_REMARKS = re.compile(r"(?:\s*(?:<\?xml[^>]*>|<!--(?:[^-]|-(?!->))*-->))+\s*", re.IGNORECASE)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|header|div|p|h[1-6]|table|ul|ol|link|script|style)"
    r"[\s/>]",
    re.IGNORECASE,
)


def read_document(raw: bytes, name: str) -> Document:
    """The text in a file's bytes and what they say of it. `name` is for sentences, and tells Markdown from plain text.

    Raises:
        UnreadableSource: nothing stands in it, or nothing that is read here.
    """
    if not raw:
        raise UnreadableSource(f"{name} is empty.")
    read = next((read for is_kind, read in _READERS if is_kind(raw, name)), None)
    if read is not None:
        return read(raw, name)
    for start, kind, remedy in _UNREAD:
        if raw.startswith(start):
            raise _unread(name, kind, remedy)
    return Document(_plain(raw, name))


def _plain(raw: bytes, name: str) -> str:
    first = opening(raw)
    if first.startswith("<?xml"):
        raise _unread(name, "XML", _AS_TEXT)
    if first.startswith(("MIME-Version: ", "From: <Saved by ")) and "multipart/" in first:
        raise _unread(name, "a web archive or a mail", _AS_PAGE)
    return decode_text(raw, name)


def _unread(name: str, kind: str, remedy: str) -> UnreadableSource:
    return UnreadableSource(f"{name} is {kind}, not a text file. {remedy}")


def _is_pdf(raw: bytes, _: str) -> bool:
    """By its mark; what a download left before it is passed over where the file also ends as a PDF."""
    return raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-") or (
        b"%PDF-" in raw[:1024] and b"startxref" in raw[-2048:]
    )


def _is_page(raw: bytes, _: str) -> bool:
    first = opening(raw)
    before = _REMARKS.match(first)
    return bool(_PAGE.match(first, before.end() if before else 0))


def _read_pdf(raw: bytes, name: str) -> Document:
    from counterpoint.readers.fences import read_fenced
    from counterpoint.readers.pdf import read_pdf

    return read_fenced(read_pdf, raw, name)


def _read_zipped(raw: bytes, name: str) -> Document:
    from counterpoint.readers.archives import Archive
    from counterpoint.readers.docx import read_docx
    from counterpoint.readers.odt import read_odt

    archive = Archive(raw, name)
    mimetype = archive.read("mimetype")
    if mimetype.startswith(_ODT):
        return read_odt(raw, name)
    if mimetype.startswith(_OTHER_ODF):
        raise _unread(name, "an OpenDocument spreadsheet, drawing or presentation", _AS_TEXT)
    for part, kind in _UNREAD_ZIPPED:
        if any(known.startswith(part) for known in archive.names):
            raise _unread(name, kind, _AS_TEXT)
    if "[Content_Types].xml" in archive:
        return read_docx(raw, name)
    raise _unread(name, "a ZIP file", "Unpack it and use the files in it.")


def _read_locked(_: bytes, name: str) -> Document:
    raise UnreadableSource(f"{name} is protected by a password. Save a copy without it and use that.")


def _read_page(raw: bytes, name: str) -> Document:
    from counterpoint.readers.html import read_html

    return read_html(raw, name)


def _read_markdown(raw: bytes, name: str) -> Document:
    from counterpoint.readers.markdown import read_markdown

    return read_markdown(raw, name)


# The first that knows a file by its content reads it. Each reader is imported when the first file comes for it: a
# comparison of plain texts pays for none. Plain text is Markdown, too: only the name tells which was meant.
_READERS: tuple[tuple[Callable[[bytes, str], bool], Callable[[bytes, str], Document]], ...] = (
    (_is_pdf, _read_pdf),
    (lambda raw, _: raw.startswith(_ZIP), _read_zipped),
    (lambda raw, _: raw.startswith(_OLD_OFFICE) and _LOCKED_OFFICE in raw, _read_locked),
    (_is_page, _read_page),
    (lambda _, name: PurePath(name).suffix.lower() in _MARKDOWN_NAMES, _read_markdown),
)
