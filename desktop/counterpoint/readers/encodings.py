"""Bytes to text, whatever program wrote them."""

import codecs
import unicodedata
from collections import Counter

from counterpoint.errors import UnreadableSource

# UTF-32 before UTF-16: the little-endian mark of the one begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\x1f\x8b\x08", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\0", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
)
_REMEDY = "Save its text as a .txt file and use that."
_PAGE_STARTS = ("<!doctype html", "<html", "<?xml")
# What shows that bytes are no text: controls that no writing program leaves, characters that have no meaning.
_FOREIGN = frozenset(("Cc", "Cn", "Co", "Cs"))
_LAYOUT = frozenset("\t\n\v\f\r\x1a\x1b\x85")  # white space; the ends and colours that terminals and DOS left in files
_MOST_FOREIGN = 0.02  # of the characters; a damaged text stays far below, bytes of anything else far above
_FEWEST_ZEROS = 0.05  # of the upper bytes of UTF-16: a text in any alphabet has more spaces than that
# An invalid byte of UTF-8, as Python's surrogateescape writes it, is one of Windows-1252 that was pasted in.
_PASTED_IN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def decode_text(raw: bytes, name: str) -> str:
    """The text of a file's bytes: UTF-8, -16 or -32 by its mark, UTF-16 and UTF-8 also without, else Windows-1252.

    `name` stands in the sentence of what is raised.

    Raises:
        UnreadableSource: nothing stands in it, or it is no text.
    """
    if not raw:
        raise UnreadableSource(f"{name} is empty.")
    kind = next((kind for start, kind in _KNOWN if raw.startswith(start)), None)
    if kind is not None:
        raise UnreadableSource(f"{name} is {kind}, not a text file. {_REMEDY}")
    text = _decoded(raw)
    if text is None or not _is_written(text):
        raise UnreadableSource(f"{name} is not a text file. {_REMEDY}")
    if text[:1000].lstrip().lower().startswith(_PAGE_STARTS):
        raise UnreadableSource(f"{name} is a web page or XML, not a text file. {_REMEDY}")
    if not text.strip():
        raise UnreadableSource(f"{name} is empty but for white space.")
    if not any(character.isalnum() for character in text):
        raise UnreadableSource(f"{name} has no words in it.")
    return text


def _decoded(raw: bytes) -> str | None:
    """None where the bytes are no text in any of the encodings."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if b"\0" in raw:
        return _decoded_wide(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded_mixed(raw)


def _decoded_wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: the zeros of its Latin letters, spaces and line ends all stand on one side."""
    for encoding, upper, lower in (("utf-16-le", raw[1::2], raw[::2]), ("utf-16-be", raw[::2], raw[1::2])):
        if upper.count(0) > _FEWEST_ZEROS * len(upper) and not lower.count(0):
            return raw.decode(encoding, "replace")
    return None


def _decoded_mixed(raw: bytes) -> str:
    """UTF-8 into which something else was pasted, where most of what is not ASCII is UTF-8; else Windows-1252."""
    text = raw.decode("utf-8", "surrogateescape")
    beyond = sum(character > "\x7f" for character in text)
    pasted = sum("\udc80" <= character <= "\udcff" for character in text)
    return text.translate(_PASTED_IN) if pasted < beyond / 2 else raw.decode("cp1252", "replace")


def _is_written(text: str) -> bool:
    """Whether the characters are those of a text."""
    counts = Counter(text)
    foreign = sum(n for c, n in counts.items() if c not in _LAYOUT and unicodedata.category(c) in _FOREIGN)
    return "\0" not in counts and foreign + counts["\ufffd"] <= _MOST_FOREIGN * len(text)
