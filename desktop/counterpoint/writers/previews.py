"""What is in a document, as plain text: to be looked at before it leaves."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import unescape

from counterpoint.writers.formats import Document

MOST = 200_000  # code points that are shown; nobody looks through more
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_BLOCK = re.compile(r"</?(?:w:p|p|h\d|li|div|blockquote|tr|td|th|section|article|dd|dt|title|Note|Code|Link)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def preview(document: Document) -> str:
    """The text as it is, of a page its words, of an archive or a folder the words of every part under its name."""
    if isinstance(document, Mapping):
        return _cut("\n\n".join(f"[{name}]\n{preview(part)}" for name, part in document.items()))
    if isinstance(document, str):
        return _cut(_bare(_STYLE.sub("", document)) if document.startswith("<!DOCTYPE html>") else document)
    if not zipfile.is_zipfile(io.BytesIO(document)):
        return ""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: _words(name, archive.read(name).decode()) for name in archive.namelist()}
    return _cut("\n\n".join(f"[{name}]\n{words}" for name, words in parts.items() if words))


def _words(name: str, content: str) -> str:
    if not name.endswith((".xml", ".rels", ".qde")):
        return content
    return _bare(content)


def _bare(content: str) -> str:
    words = unescape(_TAG.sub("", _BLOCK.sub("\n", content)))
    return "\n".join(line for line in words.split("\n") if line.strip())


def _cut(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]}\n…"
