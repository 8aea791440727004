"""Sentence pairs for measuring: a line of JSON each."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from counterpoint.engine.texts import canonical_text
from counterpoint.errors import UnreadablePairs
from counterpoint.readers.files import read_bytes, shown

_MOST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences in canonical text, taken as claims of two accounts of one story. The id is the file's own."""

    id: str | int
    premise: str
    hypothesis: str


def read_pairs(path: Path | str) -> tuple[Pair, ...]:
    """The pairs of a file of lines {"id", "premise", "hypothesis"}; other keys and empty lines are passed over.

    Raises:
        UnreadableSource: the file can't be opened.
        UnreadablePairs: it is no UTF-8, or a line is not as it must be; its number is named.
    """
    try:
        lines = read_bytes(path, _MOST_BYTES).decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise UnreadablePairs(f"{shown(path)} is not UTF-8 text.") from None
    return tuple(_pair(line, f"Line {n} of {shown(path)}") for n, line in enumerate(lines, 1) if line.strip())


def _pair(line: str, place: str) -> Pair:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadablePairs(f"{place} is not JSON.") from None
    if not isinstance(row, dict):
        raise UnreadablePairs(f"{place} is not a JSON object.")
    cells = cast("dict[str, object]", row)
    match cells.get("id"), cells.get("premise"), cells.get("hypothesis"):
        case (str() | int()) as name, str(premise), str(hypothesis):
            return Pair(name, canonical_text(premise).text, canonical_text(hypothesis).text)
        case _:
            raise UnreadablePairs(f'{place} needs "id", "premise" and "hypothesis", the last two as texts.')
