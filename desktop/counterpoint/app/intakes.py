"""Files and pasted words to sources with their originals, as a project takes them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from counterpoint.engine.sources import Role, Source
from counterpoint.readers.clipboards import pasted_bytes, read_pasted
from counterpoint.readers.files import read_bytes
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
        (replace(source, role=role), Original(read_bytes(path), path))
        for source, path in zip(intake.sources, intake.paths, strict=True)
    )
    return Arrival(contents, (*intake.failures, *intake.notices))


def from_words(words: str, role: Role = Role.SOURCE) -> Contents:
    """A pasted account.

    Raises:
        UnreadableSource: there are no words in it.
    """
    return ((replace(read_pasted(words), role=role), Original(pasted_bytes(words))),)
