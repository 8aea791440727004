"""Puts a finished document where it was asked for: whole, or not at all."""

import os
import stat
import tempfile
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
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
