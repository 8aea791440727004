"""Puts a finished document where it was asked for: whole, or not at all."""

import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from counterpoint.errors import UnwritableOutput


def check_output(path: Path) -> None:
    """Says before the work what would hinder the writing after it.

    Raises:
        UnwritableOutput: the path is a folder, stands in none, or may not be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise UnwritableOutput(f"{path} is a folder. Name a file in it for the report.")
        if not target.parent.is_dir():
            raise UnwritableOutput(f"{path} can't be written: there is no folder {path.parent}.")
        is_open = os.access(target if target.exists() else target.parent, os.W_OK)
    except OSError as error:
        raise UnwritableOutput(f"{path} can't be written: {error.strerror}. Choose another place.") from error
    if not is_open:
        raise UnwritableOutput(f"{path} can't be written: you have no permission. Choose another place.")


def encoded(document: str | bytes) -> bytes:
    """The document as UTF-8; "?" for half a character of a damaged file name, which nothing can encode."""
    return document if isinstance(document, bytes) else document.encode("utf-8", "replace")


def write_output(path: Path, document: str | bytes) -> None:
    """Writes the document, a text as UTF-8. A file of that name is replaced in one step: nobody sees half of either.

    What is no regular file (a pipe, the null device) is written to as it stands.

    Raises:
        UnwritableOutput: it can't be written; what was there is unharmed.
    """
    check_output(path)
    target = Path(os.path.realpath(path))  # a link keeps pointing at its file
    content = encoded(document)
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _replace(target, content)
    except OSError as error:
        raise UnwritableOutput(f"{path} can't be written: {error.strerror}. Choose another place.") from error


def store(path: Path, document: str | bytes | Mapping[str, str | bytes]) -> None:
    """Writes a document: a file, or a folder where there are several.

    Raises:
        UnwritableOutput: it can't be written; what was there is unharmed.
    """
    if isinstance(document, Mapping):
        write_folder(path, document)
    else:
        write_output(path, document)


def check_folder(path: Path) -> None:
    """Says before the work what would hinder the writing of a folder.

    Raises:
        UnwritableOutput: there is something of that name, unless it is an empty folder, or it may not be written.
    """
    if path.is_dir() and not any(path.iterdir()):
        return
    if os.path.lexists(path):
        raise UnwritableOutput(f"{path} is there already. Name a folder that is new, or empty.")
    check_output(path)


def write_folder(path: Path, documents: Mapping[str, str | bytes]) -> None:
    """Writes the documents into a new folder, all of them or none.

    Raises:
        UnwritableOutput: it can't be written.
    """
    check_folder(path)
    draft = Path(tempfile.mkdtemp(prefix=f".{path.name[:40]}.", dir=path.parent))
    try:
        for name, document in documents.items():
            (draft / name).write_bytes(encoded(document))
        draft.chmod(_mode(path) if path.exists() else _mode(path) | 0o111 & ~_mask())
        if path.exists():
            path.rmdir()
        draft.replace(path)
    except OSError as error:
        raise UnwritableOutput(f"{path} can't be written: {error.strerror}. Choose another place.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(_mode(target))
        draft.replace(target)
    except BaseException:  # also when the person stops the program
        with suppress(OSError):
            draft.unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions that a file there has, or would be made with."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    return 0o666 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
