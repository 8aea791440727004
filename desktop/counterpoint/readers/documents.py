"""What a reader makes of a file's bytes, before it becomes a source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from counterpoint.errors import UnreadableSource

#: Of a source's text: two books. Compared with the five sample articles it takes 40 seconds and 590 MB.
MOST_CHARACTERS = 1_000_000
_LONGEST_LABEL = 300  # code points of a title or a name: what is longer is neither

# What programs write where a person named nothing: "Microsoft Word - draft3.docx", "Document1", "p01_news.indd".
_NO_TITLE = re.compile(
    r"""
    ^(?:microsoft\s+(?:word|office)\b.* | (?:untitled|document|dokument|unbenannt|layout|title|slide)[\s_-]*\d* | \W*)$
    | \.(?:docx?|dotx?|odt|rtf|txt|pdf|indd|qxp|html?|pages|md)$ | ^(?:https?|file): | ^[\w-]*\d[\w-]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NO_AUTHOR = re.compile(
    r"^(?:(?:microsoft|windows|office)\b.*|python-docx|user|admin|administrator|root|guest|owner|unknown|default|\W*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, as its writer ordered it, and what the file says of itself. Empty and None mean "not said".

    `notices` are whole sentences about what of the file is not in the text; `pages` has where in it each page begins.
    """

    text: str
    title: str = ""
    author: str = ""
    outlet: str = ""
    url: str = ""
    published: date | None = None
    notices: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


def joined(paragraphs: Iterable[str], name: str) -> str:
    """Paragraphs as one text, an empty line between two; those without a character are left out.

    Raises:
        UnreadableSource: no word stands in them, or more than any account has.
    """
    kept = [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]
    if not any(character.isalnum() for paragraph in kept for character in paragraph):
        raise UnreadableSource(f"{name} has no words in it.")
    check_length(sum(map(len, kept)), name)
    return "\n\n".join(kept) + "\n"


def check_length(characters: int, name: str) -> None:
    """Raises where a text is too long to be compared.

    Raises:
        UnreadableSource: it is longer than MOST_CHARACTERS.
    """
    if characters > MOST_CHARACTERS:
        raise UnreadableSource(
            f"{name} is larger than {MOST_CHARACTERS:,} characters of text. Use the part of it that you need."
        )


def headed(title: str, paragraphs: list[str]) -> list[str]:
    """The paragraphs under their title, where it does not open them already: what a headline says is said, too."""
    said = " ".join(" ".join(paragraphs[:3]).split()).casefold()
    return paragraphs if not title or " ".join(title.split()).casefold() in said else [title, *paragraphs]


def label(words: str | None) -> str:
    """A title or a name on one line; "" where it is longer than any."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words or "").split())
    return line if len(line) <= _LONGEST_LABEL else ""


def property_title(words: str | None) -> str:
    """The title among a file's properties, "" where a program put it there."""
    line = label(words)
    return "" if _NO_TITLE.search(line) else line


def property_author(words: str | None) -> str:
    """The author among a file's properties, "" where a program put it there."""
    line = label(words)
    return "" if _NO_AUTHOR.search(line) else line


def address(words: str | None) -> str:
    """An address of the web, "" for anything else."""
    line = (words or "").strip()
    return line if re.fullmatch(r"https?://[^\s<>\"]{3,2000}", line, re.IGNORECASE) and line.isprintable() else ""


def day(words: str | None) -> date | None:
    """The date that a text in ISO form begins with, where it is one."""
    found = re.match(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", words or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
