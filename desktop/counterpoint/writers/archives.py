"""Zip archives that are the same bytes whenever they are made of the same parts, and words as XML holds them."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape as escape_html

from counterpoint.writers.escapes import seen

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can tell
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts by their paths in the archive, in their order; texts as UTF-8."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            made.writestr(info, part)
    return content.getvalue()


def xml_words(text: str) -> str:
    """Any text as XML, also in an attribute; U+FFFD for what XML can't hold."""
    return escape_html(_NO_XML.sub("\ufffd", seen(text)))
