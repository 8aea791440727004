"""What one source's sentences tell of which of its words are names."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterpoint.engine.words import Word

_OPENING = frozenset('"“«‘:—–•(')
_DASHES = frozenset({"-", "–", "—"})
_BARRED = str.maketrans("łŁøØđĐı‑", "lLoOdDi-")
_SHORTEST_CONTENT = 3  # content words from which a line can be said to be in headline case
_HEADLINE = 0.8  # share of them with capitals
_LONG_WORD = 5  # letters; a point after a shorter one may be an abbreviation's


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What one whole source tells of its words, all folded.

    `small` are seen in lower case, `inner` are capitalised amid a sentence, `alone` those of them without a capital
    before them; `before` gives for a word the capitalised ones that stood right before it.
    """

    small: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    before: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])


def folded(word: str) -> str:
    """The word in lower case without accents and points: "Élysée" -> "elysee", "U.S." -> "us"."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word.replace("’", "'")) if not unicodedata.combining(c))
        word = word.translate(_BARRED).replace("ß", "ss")
    return word.lower().replace(".", "")


def find_name_evidence(text: str, sentences: Iterable[Sequence[Word]]) -> NameEvidence:
    """What the source's sentences tell of which words are names; headlines in capitals tell nothing."""
    small: set[str] = set()
    inner: set[str] = set()
    alone: set[str] = set()
    before: dict[str, set[str]] = defaultdict(set)
    for words in sentences:
        if is_headline_case(text, words):
            continue
        for i, word in enumerate(words):
            key = folded(word.text)
            if word.text[0].islower():
                small.add(key)
            elif word.text[0].isupper():
                is_opening = opens(text, words, i)
                follows = i > 0 and words[i - 1].is_capitalised and _is_near(text, words[i - 1], word)
                if follows:
                    before[key].add(folded(words[i - 1].text))
                if not is_opening:
                    (inner if follows else alone).add(key)
    firsts = {key: frozenset(words) for key, words in before.items()}
    return NameEvidence(frozenset(small), frozenset(inner | alone), frozenset(alone), firsts)


def _is_near(text: str, before: Word, word: Word) -> bool:
    return text[before.span.end : word.span.start] in {" ", ". ", "-", " & "}


def is_headline_case(text: str, words: Sequence[Word]) -> bool:
    """Whether the sentence capitalises most of its words, so that capitals tell nothing.

    A list of names ends in a point, a headline does not.
    """
    if words and text[words[-1].span.end : words[-1].span.end + 1] == ".":
        return False
    content = [word for word in words[1:] if not word.is_function and word.text[0].isalpha() and len(word.text) > 1]
    if len(content) < _SHORTEST_CONTENT:
        return False
    return sum(word.is_capitalised for word in content) >= _HEADLINE * len(content)


def opens(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether the word stands where any word is capitalised: at the sentence's start or after an opening mark."""
    if i == 0:
        return True
    gap = text[words[i - 1].span.end : words[i].span.start]
    if gap in {" ", ""}:
        return False
    ends = gap[:1] in {".", "?", "!"} and len(words[i - 1].text) > _LONG_WORD
    return ends or bool(_OPENING & set(gap)) or (gap.strip() in _DASHES and gap != "-")


NO_EVIDENCE = NameEvidence()
