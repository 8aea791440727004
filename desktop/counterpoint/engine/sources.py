"""One account of the story, as imported."""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from counterpoint.engine.passages import Span

SourceId = NewType("SourceId", str)


class Role(StrEnum):
    """What a text is to the comparison: a draft is the journalist's own and never a voice."""

    SOURCE = "source"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Repair:
    """Words of the canonical text that differ from the file's, and what the file had there."""

    span: Span
    original: str


@dataclass(frozen=True, slots=True)
class Source:
    """One account: its canonical text is never edited. Empty strings and None mean "not known".

    `pages` has where each page of its file begins, as offsets in the text, ascending; () where the file has no pages.

    Raises:
        ValueError: the text is not canonical (NFC, LF only); `canonical_text` makes it so.
    """

    id: SourceId
    text: str
    title: str = ""
    role: Role = Role.SOURCE
    repairs: tuple[Repair, ...] = ()
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    retrieved: date | None = None
    sha256: str = ""
    confidential: bool = False
    pages: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not unicodedata.is_normalized("NFC", self.text) or any(c in self.text for c in "\r\u2028\u2029\ufdd0\ufdd1"):
            raise ValueError(f"the text of source {self.id} is not canonical")

    def pages_of(self, span: Span) -> tuple[int, int] | None:
        """The first and the last page that the passage stands on, counted from 1; None where they are not known."""
        if not self.pages:
            return None
        first = max(1, bisect_right(self.pages, span.start))
        return first, max(first, bisect_right(self.pages, span.end - 1))
