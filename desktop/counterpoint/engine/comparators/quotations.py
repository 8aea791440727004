"""One quotation in two accounts: word for word, trimmed, or altered."""

from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import Contrast, agreement, difference
from counterpoint.engine.details import Aspect, Quotation
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.quotations import quoted_words

Quoted = Sequence[tuple[str, Span]]

_SPELLINGS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ce", "se"),
    ("mme", "m"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("ll", "l"),
)
_FEW = 3  # words; a shorter quotation is a term, which two speakers may share
_SAME = 0.6  # share of the shorter quotation's words that must stand in the longer in order
_IMMATERIAL = frozenset(
    str.split("a an the that and so well just very really also then of to is are it's its it er um")
)
_DENYING = frozenset(str.split("not no never none n't cannot can't won't don't didn't isn't wasn't"))
_LONGEST = 6  # words; a longer stretch that differs is another quotation, or words left out
_TAIL = 2  # words at the end that may differ, where all before is the same quotation
_BEFORE_TAIL = 5  # words; with fewer before it the tail is another sentence's
_FULL = 8  # words from which agreement is as sure as it gets


def compare_quotations(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """What both quote in the same words, and where the words of one quotation differ; trimming is no difference."""
    found: list[Finding] = []
    whole = {quotation.value for quotation in _quotations(a)} & {quotation.value for quotation in _quotations(b)}
    for ours in _quotations(a):
        for theirs in _quotations(b):
            if ours.value == theirs.value or not {ours.value, theirs.value} & whole:
                found.extend(compare_two(ours, theirs, (a, b), lexicon))
    return tuple(found)


@once
def _quotations(side: Side) -> tuple[Quotation, ...]:
    return tuple(detail for detail in side.details if isinstance(detail, Quotation))


def compare_two(ours: Quotation, theirs: Quotation, sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    """One quotation of either side: what agrees of it, or where its words differ; nothing where they are two."""
    words = quoted_words(sides[0].text, ours.span), quoted_words(sides[1].text, theirs.span)
    values = [value for value, _ in words[0]], [value for value, _ in words[1]]
    shorter = min(len(values[0]), len(values[1]))
    if values[0] == values[1]:
        yield agreement(Aspect.QUOTATION, (ours.span, theirs.span), sides, _sureness(shorter))
        return
    if shorter < _FEW:
        return
    matcher = SequenceMatcher(None, values[0], values[1], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    same = sum(block.size for block in blocks)
    if same < _FEW or same < _SAME * shorter or max(block.size for block in blocks) < _FEW:
        return
    spans = [span for _, span in words[0]], [span for _, span in words[1]]
    altered: list[tuple[Sequence[Span], Sequence[Span]]] = []
    for a, b, c, d in (*_gaps(blocks, (len(values[0]), len(values[1]))), *_ends(blocks, words, sides)):
        if max(b - a, d - c) < _LONGEST and _is_material(values[0][a : b + 1], values[1][c : d + 1], lexicon):
            more = int(b < a or d < c)  # nothing on one side: the word after it shows where
            altered.append((spans[0][a : b + 1 + more], spans[1][c : d + 1 + more]))
    first, last = blocks[0], blocks[-1]
    whole = (
        spans[0][first.a].joined(spans[0][last.a + last.size - 1]),
        spans[1][first.b].joined(spans[1][last.b + last.size - 1]),
    )
    if not altered:
        yield agreement(Aspect.QUOTATION, whole, sides, _sureness(same))
    for mine, other in altered:
        yield from _difference(mine, other, sides, _sureness(same) * same / shorter)


def _sureness(words: int) -> float:
    return 0.4 + 0.6 * min(words, _FULL) / _FULL


def _gaps(blocks: Sequence[Match], sizes: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """What stands between the words in common: first and last place on either side; last before first where nothing.

    What follows the last of them is a gap where it is as short on either side: "war and hatred", "war and madness".
    """
    for before, after in pairwise(blocks):
        yield before.a + before.size, after.a - 1, before.b + before.size, after.b - 1
    a, b = blocks[-1].a + blocks[-1].size, blocks[-1].b + blocks[-1].size
    if 0 < sizes[0] - a == sizes[1] - b <= _TAIL and min(a, b) >= _BEFORE_TAIL:
        yield a, sizes[0] - 1, b, sizes[1] - 1


def _ends(
    blocks: Sequence[Match], words: tuple[Quoted, Quoted], sides: tuple[Side, Side]
) -> Iterator[tuple[int, int, int, int]]:
    """How two quotations of one beginning end: "a hard day, but it is necessary", "a hard day, but it helps nobody".

    Where the one goes on with another sentence, words were left out.
    """
    a, b = blocks[-1].a + blocks[-1].size, blocks[-1].b + blocks[-1].size
    left = len(words[0]) - a, len(words[1]) - b
    if not min(left) or min(a, b) < _BEFORE_TAIL or left[0] == left[1] <= _TAIL or blocks[0].a or blocks[0].b:
        return
    gaps = [
        side.text[own[at - 1][1].end : own[at][1].start] for side, own, at in zip(sides, words, (a, b), strict=True)
    ]
    if not any(mark in gap for gap in gaps for mark in ".!?…—[("):
        yield a, len(words[0]) - 1, b, len(words[1]) - 1


def _is_material(ours: Sequence[str], theirs: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether other words change what is quoted: not for spelling, forms of one word, brackets or an ellipsis."""
    mine = [lexicon.lemma(word) for word in ours if word not in _IMMATERIAL]
    other = [lexicon.lemma(word) for word in theirs if word not in _IMMATERIAL]
    if bool(mine) != bool(other):
        return bool({*mine, *other} & _DENYING)  # words left out: trimmed
    if "".join(mine) == "".join(other):
        return False  # "email", "e-mail"
    if len(mine) == len(other) and all(is_spelling(a, b) for a, b in zip(mine, other, strict=True)):
        return False
    return mine != other


def is_spelling(a: str, b: str) -> bool:
    """British and American: "defence", "finalise", "colour", "programme", "travelled"."""
    spelled = (a, b)
    for british, american in _SPELLINGS:
        spelled = (spelled[0].replace(british, american), spelled[1].replace(british, american))
    return spelled[0] == spelled[1]


def _difference(
    mine: Sequence[Span], other: Sequence[Span], sides: tuple[Side, Side], strength: float
) -> Iterator[Finding]:
    spans = mine[0].joined(mine[-1]), other[0].joined(other[-1])
    finding = difference(Contrast(Aspect.QUOTATION, "in one and the same quotation"), spans, sides, strength)
    if finding:
        yield finding
