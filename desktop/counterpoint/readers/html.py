"""Web pages that were saved: the account on them, without what stands around it.

Read by trafilatura, the best of five that were tried at leaving navigation, captions and comments out. It is given the
page, never an address, and loads nothing.
"""

import re

from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import Document, address, day, headed, joined, label
from counterpoint.readers.encodings import decode_page

# Without pictures, styles and scripts. A long saved page has a fifth of it; twice as much takes ten seconds.
_MOST_CHARACTERS = 5_000_000
_MOST_TAGS = 60_000
_DATA = re.compile(r"data:[a-z]+/[^\s\"'()<>]{200,}", re.IGNORECASE)  # pictures and fonts within the page
_UNSEEN = re.compile(r"<(script|style|svg|template)\b([^<>]{0,2000})>", re.IGNORECASE)
_ENDLESS_TAG = re.compile(r"<[^<>]{5000,}>?")  # thousands of attributes, each compared with each
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>", re.IGNORECASE)
# "<!-- saved from url=(0040)https://... -->" is what browsers write, "url: https://..." what SingleFile does.
_SAVED_FROM = re.compile(r"<!--[^<>]{0,200}?\burl(?:=\(\d+\)|:\s*)(https?://[^\s<>\"]+)", re.IGNORECASE)
_ITEM = re.compile(r"^- (?=\S)")


def read_html(raw: bytes, name: str) -> Document:
    """The headline and the main text of a web page, with what it tells of title, author, outlet, address and date.

    Raises:
        UnreadableSource: it is no text, too large, or no account is found on it.
    """
    from trafilatura import bare_extraction

    page = _DECLARATION.sub("", decode_page(raw, name))
    saved_from = _SAVED_FROM.search(page, 0, 5000)
    page = _lightened(page)
    if len(page) > _MOST_CHARACTERS or page.count("<") > _MOST_TAGS:
        raise UnreadableSource(f"{name} is too large a web page. Paste the passage that you need.")
    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        # The day it was first published, where the page says it; a day somewhere in its text is none.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise UnreadableSource(f"{name} is a web page on which no text was found. Paste the passage that you need.")
    title = label(found.title)
    return Document(
        text=joined(headed(title, _paragraphs(found.text)), name),
        title=title,
        author=label(found.author).replace("; ", ", "),
        outlet=label(found.sitename),
        url=address(found.url) or address(saved_from[1] if saved_from else ""),
        published=day(found.date),
    )


def _lightened(page: str) -> str:
    """The page without what is no text of it: pictures within it, scripts but for those that describe it, styles."""
    page = _ENDLESS_TAG.sub("", _DATA.sub("", page))
    low = page.lower() if page.isascii() else re.sub("[A-Z]", lambda letter: letter[0].lower(), page)
    kept: list[str] = []
    at = 0
    for tag in _UNSEEN.finditer(page):
        end = low.find(f"</{tag[1].lower()}", tag.end()) if tag.start() >= at else at
        if end < 0:
            break
        if tag.start() >= at and "ld+json" not in tag[2].lower():
            kept.append(page[at : tag.start()])
            at = end
    lightened = "".join((*kept, page[at:]))
    return lightened if "<html" in low else f"<html>{lightened}</html>"  # else trafilatura takes a piece for no page


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of extracted text: items without their dashes, a table's cells each by itself."""
    paragraphs: list[str] = []
    for line in text.split("\n"):
        if line.startswith("|") and line.rstrip().endswith("|"):
            paragraphs += (cell for cell in line.strip().strip("|").split("|") if cell.strip(" -"))
        else:
            paragraphs.append(_ITEM.sub("", line))
    return paragraphs
