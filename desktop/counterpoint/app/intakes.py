"""Files and pasted words to sources with their originals, as a project takes them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from counterpoint.engine.sources import Role, Source
from counterpoint.readers.clipboards import Copied, pasted_bytes, read_pasted, words_of
from counterpoint.readers.documents import address
from counterpoint.readers.folders import take_in
from counterpoint.store.shelves import Original

Contents = tuple[tuple[Source, Original], ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What has come in, and whole sentences on what has not."""

    contents: Contents
    sentences: tuple[str, ...] = ()


def from_files(paths: Iterable[Path | str], role: Role = Role.SOURCE) -> Arrival:
    """The accounts in files and folders: the good ones are taken, the others told of."""
    intake = take_in(paths)
    contents = tuple(
        (replace(source, role=role), Original(raw, path))
        for source, raw, path in zip(intake.sources, intake.raws, intake.paths, strict=True)
    )
    return Arrival(contents, (*intake.failures, *intake.notices))


def from_words(words: str, role: Role = Role.SOURCE) -> Contents:
    """A pasted account.

    Raises:
        UnreadableSource: there are no words in it.
    """
    return ((replace(read_pasted(words), role=role), Original(pasted_bytes(words))),)


def from_copied(copied: Copied, role: Role = Role.SOURCE) -> Contents:
    """The same of what another program put on the clipboard: without its looks, with the address it is from.

    Raises:
        UnreadableSource: there are no words in it.
    """
    url = address(copied.url)
    return tuple((replace(source, url=url), original) for source, original in from_words(words_of(copied), role))
