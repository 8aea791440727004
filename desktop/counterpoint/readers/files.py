"""One file to one source."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import check_length
from counterpoint.readers.formats import read_document
from counterpoint.readers.pagings import canonical_pages
from counterpoint.readers.titles import guess_title

MOST_BYTES = 20_000_000

#: How the names of files end that are taken from a folder. A file that is named by itself is read whatever its name.
SUFFIXES = frozenset(
    ("", ".docx", ".htm", ".html", ".markdown", ".md", ".mdown", ".mkd", ".odt", ".pdf", ".text", ".txt", ".xhtml")
)


@dataclass(frozen=True, slots=True)
class Account:
    """A source, the bytes that it was read from, and whole sentences on what of them is not in its text."""

    source: Source
    raw: bytes
    notices: tuple[str, ...] = ()


def read_file(path: Path | str) -> Source:
    """The account in a file, with its canonical text, a title, and an id that depends on its bytes alone.

    Raises:
        UnreadableSource: the file is missing, a folder, closed to us, too large, empty or of a kind that is not read.
    """
    return read_account(path).source


def read_account(path: Path | str) -> Account:
    """The same with what there is to tell of it.

    Raises:
        UnreadableSource: as `read_file` does.
    """
    raw = read_bytes(path)
    document = read_document(raw, shown(path))
    check_length(len(document.text), shown(path))
    text = canonical_text(document.text)
    digest = hashlib.sha256(raw).hexdigest()
    source = Source(
        id=SourceId(f"s{digest[:12]}"),
        text=text.text,
        title=canonical_text(document.title).text or guess_title(text.text),
        repairs=text.repairs,
        outlet=canonical_text(document.outlet).text,
        author=canonical_text(document.author).text,
        url=document.url,
        published=document.published,
        sha256=digest,
        pages=canonical_pages(document.text, document.pages, text),
    )
    return Account(source, raw, document.notices)


def shown(path: Path | str) -> str:
    """The path as it can stand in a sentence: on one line, without what a terminal would obey."""
    return "".join(character if character.isprintable() else "\ufffd" for character in str(path))


def read_bytes(path: Path | str, most: int = MOST_BYTES) -> bytes:
    """A file's bytes, where they can be had and are not more than `most`.

    Raises:
        UnreadableSource: the file is missing, a folder, closed to us or too large.
    """
    name = shown(path)
    try:
        with Path(path).open("rb") as file:
            raw = file.read(most + 1)
    except FileNotFoundError:
        raise UnreadableSource(f"There is no file {name}.") from None
    except IsADirectoryError:
        raise UnreadableSource(f"{name} is a folder, not a file.") from None
    except PermissionError:
        raise UnreadableSource(f"{name} can't be opened: you have no permission to read it.") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableSource(f"{name} can't be read: {getattr(error, 'strerror', None) or error}.") from error
    if len(raw) > most:
        raise UnreadableSource(f"{name} is larger than {most // 1_000_000} MB. Use the part of it that you need.")
    return raw
