"""What a project takes in, while the files on the disk go their own way."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counterpoint.app.intakes import from_files

WORDS = b"The ferry left at 7 a.m. with 212 people on board."


def _rewritten(path: Path) -> None:
    path.write_bytes(b"The ferry never left.")


@pytest.mark.parametrize("touch", [Path.unlink, _rewritten])
def test_an_original_is_what_was_read_whatever_becomes_of_its_file(
    tmp_path: Path, touch: Callable[[Path], object]
) -> None:
    path, other = tmp_path / "ferry.txt", tmp_path / "harbour.txt"
    path.write_bytes(WORDS)
    other.write_bytes(b"The harbour was closed until noon.")

    def named() -> Iterator[Path]:
        yield path
        touch(path)  # it has been read by now, and others have not
        yield other

    arrival = from_files(named())
    assert arrival.sentences == ()
    source, original = arrival.contents[0]
    assert original.content == WORDS
    assert hashlib.sha256(original.content).hexdigest() == source.sha256
    assert len(arrival.contents) == 2
