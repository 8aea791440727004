"""Two texts of a draft side by side, word by word: what came, what went."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are in both texts, or only in the earlier one (`is_gone`), or only in the later one (`is_new`)."""

    words: str
    is_gone: bool = False
    is_new: bool = False


def compare_texts(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces that both texts are made of, in order; what went stands before what came in its place."""
    return tuple(_pieces(_WORD.findall(before), _WORD.findall(after)))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("".join(before[a:b]))
            continue
        if b > a:
            yield Piece("".join(before[a:b]), is_gone=True)
        if d > c:
            yield Piece("".join(after[c:d]), is_new=True)
