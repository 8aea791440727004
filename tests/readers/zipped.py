"""Zipped documents, written part by part as no writing program would dare to."""

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "draw", "meta")
)
ODT = b"application/vnd.oasis.opendocument.text"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return raw.getvalue()


def docx(body: str, **parts: str | bytes) -> bytes:
    """A Word document with this body; `footnotes` and `core` are the parts of these names."""
    story = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    names = {"footnotes": "word/footnotes.xml", "core": "docProps/core.xml"}
    return zipped(story | {names.get(name, name): content for name, content in parts.items()})


def odt(body: str, **parts: str | bytes) -> bytes:
    """An OpenDocument text with this body; `meta` and `manifest` are the parts of these names."""
    content = f"<office:document-content {ODF}><office:text>{body}</office:text></office:document-content>"
    names = {"meta": "meta.xml", "manifest": "META-INF/manifest.xml"}
    return zipped({"mimetype": ODT, "content.xml": content} | {names.get(name, name): x for name, x in parts.items()})
