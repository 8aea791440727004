"""Pasted text to a source."""

import hashlib

from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import check_length
from counterpoint.readers.titles import guess_title


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
