"""Words to the numbers that the sentence model knows them by: BERT's uncased WordPiece."""

import string
import unicodedata
from collections.abc import Iterable

_MOST_PIECES = 128  # the model was trained on no more, [CLS] and [SEP] among them
_LONGEST_WORD = 100  # characters; longer ones are unknown, as in BERT
_READ = 20_000  # characters; what stands behind them in a text without a full stop would be cut off anyway
_LEFT_OUT = frozenset(("Cc", "Cf", "Co", "Cs", "Mn"))  # controls and, after decomposition, accents
# Blocks of ideographs, each of which is a word to BERT: the list of its reference tokeniser.
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class _Spelling(dict[int, str]):
    """How each character of a decomposed text is seen by BERT; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = seen = _seen(chr(code))
        return seen


def _seen(character: str) -> str:
    """Lower case, without accents and controls, punctuation and ideographs standing alone."""
    category = unicodedata.category(character)
    if character in "\t\n\r" or (character.isspace() and category != "Cc"):
        return " "
    if category in _LEFT_OUT or character == "\ufffd":
        return ""
    code = ord(character)
    stands_alone = character in string.punctuation or category.startswith("P")
    if stands_alone or any(first <= code <= last for first, last in _IDEOGRAPHS):
        return f" {character} "
    return character.lower()


class WordPieces:
    """Cuts texts into the pieces of a vocabulary: the longest piece first, from the left.

    `words` is the vocabulary in the order of its numbers; a piece inside a word begins with "##".
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._ids = {word: number for number, word in enumerate(words)}
        self._unknown = self._ids["[UNK]"]
        self._start = self._ids["[CLS]"]
        self._end = self._ids["[SEP]"]
        self._spelling = _Spelling()

    def __call__(self, text: str) -> tuple[int, ...]:
        """The text's numbers between [CLS] and [SEP], at most 128 in all: what is longer is cut off."""
        pieces = [self._start]
        for word in unicodedata.normalize("NFD", text[:_READ]).translate(self._spelling).split():
            pieces.extend(self._pieces(word))
            if len(pieces) >= _MOST_PIECES:
                break
        return (*pieces[: _MOST_PIECES - 1], self._end)

    def _pieces(self, word: str) -> list[int]:
        known = self._ids.get(word)
        if known is not None:
            return [known]
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        pieces: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in self._ids), None)
            if end is None:
                return [self._unknown]
            pieces.append(self._ids[mark + word[start:end]])
            start = end
        return pieces
