"""Bytes to text, whatever program wrote them."""

import codecs
import re
import unicodedata
from collections import Counter
from types import MappingProxyType

from counterpoint.errors import UnreadableSource

# UTF-32 before UTF-16: the little-endian mark of the one begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REMEDY = "Save its text as a .txt file and use that."
# Encodings by the labels that pages give them. What calls itself Latin-1 or ASCII is Windows-1252, as browsers have it.
_LABELS = MappingProxyType(
    {f"windows-125{n}": f"cp125{n}" for n in range(9)}
    | {f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
    | {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254"}
    | {"koi8-r": "koi8-r", "koi8-u": "koi8-u", "macintosh": "mac-roman", "windows-874": "cp874", "tis-620": "cp874"}
    | {"shift_jis": "cp932", "euc-jp": "euc-jp", "iso-2022-jp": "iso-2022-jp", "euc-kr": "cp949", "big5": "big5hkscs"}
    | {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030"}
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{2,20})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding; browsers look at 1024
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
    text = _decoded(raw)
    if text is None or not _is_written(text):
        raise UnreadableSource(f"{name} is not a text file. {_REMEDY}")
    if not text.strip():
        raise UnreadableSource(f"{name} is empty but for white space.")
    if not any(character.isalnum() for character in text):
        raise UnreadableSource(f"{name} has no words in it.")
    return text


def decode_page(raw: bytes, name: str) -> str:
    """The text of a web page's bytes: as they show themselves, else as the page declares, else Windows-1252.

    UTF-8 that is whole is believed before what is declared: no other encoding's text looks like it.

    Raises:
        UnreadableSource: it is no text.
    """
    declared = _DECLARED.search(raw, 0, _HEAD)
    encoding = _LABELS.get(declared[1].decode("ascii").lower(), "") if declared and declared[1].isascii() else ""
    text = raw.decode(encoding, "replace") if encoding and not _shows_itself(raw, encoding) else _decoded(raw)
    if text is None or not _is_written(text):
        raise UnreadableSource(f"{name} is not a text file. {_REMEDY}")
    return text


def opening(raw: bytes) -> str:
    """The first characters of bytes that may be a text, without the mark and white space before them."""
    return (_decoded(raw[:_HEAD]) or "").lstrip("\ufeff \t\r\n\f")


def _shows_itself(raw: bytes, declared: str) -> bool:
    """Whether the bytes are of one of the encodings that nothing else looks like."""
    if b"\0" in raw or any(raw.startswith(mark) for mark, _ in _MARKS):
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return declared != "iso-2022-jp"  # all its bytes are ASCII


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
