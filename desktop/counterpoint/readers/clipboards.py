"""Pasted text to a source."""

import hashlib
from dataclasses import dataclass

from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import check_length
from counterpoint.readers.fragments import read_fragment
from counterpoint.readers.titles import guess_title

_LONGEST_PAGE = 5_000_000  # code points of rich text; what is longer is pasted as plain text


@dataclass(frozen=True, slots=True)
class Copied:
    """What a program put on the clipboard: plain words, the same as HTML, and the page they are from; "" if not."""

    words: str
    page: str = ""
    url: str = ""


def words_of(copied: Copied) -> str:
    """The words in paragraphs, as the rich text has them; the plain ones where the rich text has others.

    A program may put less into one than into the other: then the plain words are what the person saw.
    """
    if not copied.page or len(copied.page) > _LONGEST_PAGE:
        return copied.words
    found = read_fragment(copied.page)
    is_same = _letters(found) == _letters(copied.words)
    return found if found and (is_same or not copied.words.strip()) else copied.words


def _letters(words: str) -> str:
    """The letters alone: only one of the two has the numbers and marks of a list's items."""
    return "".join(filter(str.isalpha, words)).casefold()


def read_pasted(words: str) -> Source:
    """The account in a pasted text, as if it had been read from a file in UTF-8.

    Raises:
        UnreadableSource: there are no words in it, or more than can be compared.
    """
    if not any(character.isalnum() for character in words):
        raise UnreadableSource("There is no text to paste: copy the account's words first.")
    check_length(len(words), "The pasted text")
    text = canonical_text(words)
    digest = hashlib.sha256(pasted_bytes(words)).hexdigest()
    return Source(
        id=SourceId(f"s{digest[:12]}"),
        text=text.text,
        title=guess_title(text.text),
        repairs=text.repairs,
        sha256=digest,
    )


def pasted_bytes(words: str) -> bytes:
    """What is kept as the original of a pasted text."""
    return words.encode("utf-8", "replace")
