"""Finding words as a person types them: whatever the case, the accents, the quotation marks or the line ends."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from counterpoint.engine.passages import Span

# What no decomposition takes apart, and what a keyboard has only one of.
_PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)  # fmt: skip


_UNSEEN = ("Mn", "Me", "Cf")  # accents, and what only says how a line may break


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as it is searched. Each of its characters has come from [starts, ends) of the text itself."""

    words: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def find_words(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in a text, in text order, one not overlapping the other; nowhere where there are none."""
    sought = _fold(words).words.strip()
    if not sought:
        return ()
    folded = _fold(text)
    found: list[Span] = []
    at = folded.words.find(sought)
    while at >= 0:
        end = at + len(sought)
        if not found or found[-1].end <= folded.starts[at]:  # "ß" has two that can be found
            found.append(Span(folded.starts[at], folded.ends[end - 1]))
        at = folded.words.find(sought, end)
    return tuple(found)


def has_words(text: str, words: str) -> bool:
    """Whether the words stand in a text; no words stand in every text."""
    return _fold(words).words.strip() in _fold(text).words


@lru_cache(maxsize=4096)
def _fold(text: str) -> _Folded:
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, character in enumerate(text):
        plain = _plain(character)
        if plain and not (plain == " " and parts and parts[-1] == " "):
            parts += plain
            starts += [at] * len(plain)
            ends += [at + 1] * len(plain)
        elif ends:
            ends[-1] = at + 1  # an accent belongs to its letter, a second space to the first
    return _Folded("".join(parts), tuple(starts), tuple(ends))


@cache
def _plain(character: str) -> str:
    """The characters that stand for one when it is searched: a space for any white space, nothing for an accent."""
    if character.isspace():
        return " "
    letters = unicodedata.normalize("NFKD", character).casefold().translate(_PLAIN)
    return "".join(
        c for c in unicodedata.normalize("NFKD", letters) if unicodedata.category(c) not in ("Mn", "Me", "Cf")
    )
