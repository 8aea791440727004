"""A piece of a web page or of a word processor's text, as the clipboard holds it, to paragraphs without their looks.

Not for whole pages: a person chose this piece, so nothing of it is navigation.
"""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from counterpoint.readers.superscripts import raised

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HIDDEN = frozenset("head script style title template noscript select textarea svg math object o:p".split())
_SPACES = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_BREAK = "\x01"  # no text of a page has it


def read_fragment(page: str) -> str:
    """The paragraphs, headings, items and cells, an empty line between two; "" where nothing can be read."""
    etree: Any = import_module("lxml.etree")  # it has no types, and is not needed before the first paste
    story = _Story()
    parser = etree.HTMLParser(target=story)
    try:
        parser.feed(page.replace(_BREAK, " "))
        parser.close()
    except (etree.LxmlError, ValueError):  # ValueError: half of a character
        return ""
    story.close()
    return "\n\n".join(story.paragraphs)


class _Story:
    """Gathers paragraphs: a block's beginning and its end part them."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._hidden = self._raised = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 - what parsers tell
        if self._hidden or tag in _HIDDEN:
            self._hidden += 1
        elif tag == "br":
            self._words.append(_BREAK)
        elif tag == "sup":
            self._raised += 1
        elif tag in _BLOCKS:
            self.close()

    def end(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= 1
        elif tag == "sup":
            self._raised -= 1
        elif tag in _BLOCKS:
            self.close()

    def data(self, text: str) -> None:
        if not self._hidden:
            self._words.append(raised(text) if self._raised > 0 else text)

    def close(self) -> None:
        """Ends the paragraph; the parser asks for it too."""
        line = _SPACES.sub(" ", "".join(self._words)).replace(_BREAK, "\n")
        paragraph = _AROUND_BREAK.sub("\n", line).strip()
        if paragraph:
            self.paragraphs.append(paragraph)
        self._words = []
