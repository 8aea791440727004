"""One sentence told twice: which of its words stand in the place of other words."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.words import Word

Replaced = tuple[tuple[Word, ...], tuple[Word, ...]]

_SHARED = 0.6  # share of the longer claim's content words from which it is one sentence
_FEWEST = 2  # words in common
_SHORT = 6  # content words of a claim in which little can be told otherwise
_LONGEST = 4  # content words in the place of others


def find_replaced(a: Side, b: Side, fewest: int = _FEWEST) -> Iterator[Replaced]:
    """The content words of a that stand where b has others, in text order; none where they are two sentences.

    Of one sentence they have `fewest` content words in common at least.
    """
    ours, theirs = _meanings(a), _meanings(b)
    kinds = _kinds(a), _kinds(b)
    if len(kinds[0] & kinds[1]) < max(fewest, _SHARED * max(map(len, kinds))):
        return
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "replace" and j - i <= _LONGEST and m - k <= _LONGEST:
            yield _contents(a)[i:j], _contents(b)[k:m]


def are_parallel(replaced: Sequence[Replaced], sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether two sentences of one pattern tell of two things: other numbers, or in few words more than one other.

    "Helen taught maths", "Clara taught physics"; words that can stand for one another are nothing else.
    """
    if len(replaced) > 1 and any(_numbers(ours) and _numbers(theirs) for ours, theirs in replaced):
        return True
    is_short = min(len(_contents(side)) for side in sides) <= _SHORT
    return is_short and sum(not _are_kin(ours, theirs, lexicon) for ours, theirs in replaced) > 1


def _numbers(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words if word.text[0].isdigit()]


def _are_kin(ours: Sequence[Word], theirs: Sequence[Word], lexicon: Lexicon) -> bool:
    nouns = [[word.lemma for word in words if lexicon.category(word.lemma)] for words in (ours, theirs)]
    if not all(nouns):
        return not any(word.is_capitalised for word in (*ours, *theirs))
    return any(lexicon.kinship(x, y) > 0 for x in nouns[0] for y in nouns[1])


@once
def _contents(side: Side) -> tuple[Word, ...]:
    return tuple(word for word in side.words if not word.is_function)


@once
def _kinds(side: Side) -> frozenset[str]:
    return frozenset(_meanings(side))


@once
def _meanings(side: Side) -> tuple[str, ...]:
    return tuple(word.meaning or word.lemma for word in _contents(side))
