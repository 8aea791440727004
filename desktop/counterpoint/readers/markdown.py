"""Markdown as text: headings, lists and emphasis without their marks, links as their words."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import Document, address, day, headed, joined, label
from counterpoint.readers.encodings import decode_text
from counterpoint.readers.superscripts import raised

_MOST_BYTES = 1_000_000
_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*[:=][ \t]*(.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?:name[ \t]*:[ \t]*)?(.+)")
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\](:[ \t]*)?")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]\[|\n]{1,200}\|)?([^\]\[|\n]{1,200})\]\]")
_TAG = re.compile(r"<[^<>]*>")


def read_markdown(raw: bytes, name: str) -> Document:
    """The text of a Markdown file; its front matter gives title, author, date and address.

    Raises:
        UnreadableSource: it is no text, too large or empty.
    """
    if len(raw) > _MOST_BYTES:
        raise UnreadableSource(f"{name} is larger than {_MOST_BYTES // 1_000_000} MB. Use the part that you need.")
    text = decode_text(raw, name).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    known = _entries(front[2] if front else "")
    tokens = _parser().parse(_WIKI_LINK.sub(r"\1", _NOTE.sub(_note, text[front.end() if front else 0 :])))
    title = label(_first(known, "title", "headline"))
    return Document(
        text=joined(headed(title, list(_paragraphs(tokens))), name),
        title=title or label(_heading(tokens)),
        author=label(_first(known, "author", "authors", "byline", "by")),
        outlet=label(_first(known, "outlet", "publication", "publisher", "site", "site_name", "newspaper")),
        url=address(_first(known, "url", "link", "source", "canonical_url", "canonical", "permalink")),
        published=day(_first(known, "published", "date", "published_time", "publishdate", "pubdate")),
    )


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])


def _entries(front: str) -> Mapping[str, str]:
    """The entries of front matter that are texts on one line, or lists of such: YAML's and TOML's look alike there."""
    found: dict[str, str] = {}
    last = ""
    for line in front.split("\n"):
        item = _ITEM.fullmatch(line)
        if item and last:
            found[last] = ", ".join(filter(None, (found[last], _unquoted(item[1]))))
        elif entry := _ENTRY.fullmatch(line):
            last = entry[1].lower()
            found.setdefault(last, ", ".join(map(_unquoted, entry[2].strip().strip("[]").split(","))))
            if entry[2].strip()[:1] != "[":
                found[last] = _unquoted(entry[2])
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0] else value


def _first(known: Mapping[str, str], *names: str) -> str:
    return next((known[name] for name in names if known.get(name)), "")


def _note(mark: re.Match[str]) -> str:
    """A note's mark as a raised figure, and what it is before the note's own text."""
    figure = raised(mark[1]) if mark[1].isdigit() else f"({mark[1]})"
    return f"{figure} " if mark[2] else figure


def _paragraphs(tokens: Iterable[Token]) -> Iterable[str]:
    number = ""
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            yield number + _inline(token)
            number = ""
        elif token.type in {"fence", "code_block"}:
            yield token.content
        elif token.type == "html_block":
            yield _TAG.sub("", _without_remarks(token.content))


def _without_remarks(page: str) -> str:
    first, *others = page.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)


def _inline(token: Token) -> str:
    """The words of a line of Markdown; of a picture nothing, as a page shows none of its words."""
    words: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            words.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or child.content.lower().startswith("<br"):
            words.append("\n")
    return "".join(words)


def _heading(tokens: list[Token]) -> str:
    """The words of the first heading of the first rank."""
    for opening, token in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return _inline(token)
    return ""
