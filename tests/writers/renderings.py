"""Markdown as readers see it, through two parsers: what tags there are, and what text stands in them."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

import markdown
from markdown_it import MarkdownIt

# What a report is made of; anything else in the HTML was smuggled in.
TAGS = {
    "h1", "h2", "h3", "p", "ul", "ol", "li", "blockquote", "strong", "em", "code", "a",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    tag: str
    attributes: tuple[tuple[str, str | None], ...]
    text: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[tuple[str, tuple[tuple[str, str | None], ...], list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, tuple(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        name, attributes, text = self._open.pop()
        assert name == tag
        self.elements.append(Element(tag, attributes, "".join(text)))

    def handle_data(self, data: str) -> None:
        for _, _, text in self._open:
            text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment in the HTML: {data}")


def commonmark(document: str) -> list[Element]:
    """As GitHub and Obsidian parse it: CommonMark, tables, strike-through."""
    return _elements(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(document))


def python_markdown(document: str) -> list[Element]:
    """As the older family of parsers sees it: with tables, footnotes, attributes, definitions, abbreviations."""
    return _elements(markdown.markdown(document, extensions=["extra", "sane_lists"]))


def _elements(html: str) -> list[Element]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.elements


def as_shown(text: str) -> str:
    """The text with each run of space as one, and what a terminal would obey replaced."""
    seen = re.sub("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", text)
    return " ".join(seen.split())
