"""The words that two claims share: the reason shown where no better detail agrees."""

from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import agreement
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word


def compare_wordings(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:  # noqa: ARG001
    """The longest run of content words that both have; `strength` is the share of content words that both have."""
    ours = [word for word in a.words if not word.is_function]
    theirs = [word for word in b.words if not word.is_function]
    lemmas = ([word.lemma for word in ours], [word.lemma for word in theirs])
    shared = set(lemmas[0]) & set(lemmas[1])
    if not shared:
        return ()
    start, other, length = _longest_run(*lemmas)
    if length > 1:
        spans = (_stretch(ours[start : start + length]), _stretch(theirs[other : other + length]))
    else:
        spans = (_smallest(ours, shared), _smallest(theirs, shared))
    strength = 2 * len(shared) / (len(set(lemmas[0])) + len(set(lemmas[1])))
    return (agreement(Aspect.WORDING, spans, (a, b), strength),)


def _stretch(words: list[Word]) -> Span:
    return words[0].span.joined(words[-1].span)


def _longest_run(a: list[str], b: list[str]) -> tuple[int, int, int]:
    """Where the longest run of equal words begins in either, and its length; the first of several."""
    best = (0, 0, 0)
    above = [0] * (len(b) + 1)
    for i, lemma in enumerate(a):
        row = [0] * (len(b) + 1)
        for j, other in enumerate(b):
            if lemma == other:
                row[j + 1] = above[j] + 1
                if row[j + 1] > best[2]:
                    best = (i - row[j + 1] + 1, j - row[j + 1] + 1, row[j + 1])
        above = row
    return best


def _smallest(words: list[Word], shared: set[str]) -> Span:
    """The smallest stretch that holds each of the shared words once."""
    best: Span | None = None
    counts: dict[str, int] = {}
    start = 0
    for end, word in enumerate(words):
        if word.lemma in shared:
            counts[word.lemma] = counts.get(word.lemma, 0) + 1
        while len(counts) == len(shared):
            stretch = _stretch(words[start : end + 1])
            if best is None or len(stretch) < len(best):
                best = stretch
            lemma = words[start].lemma
            if lemma in counts:
                counts[lemma] -= 1
                if not counts[lemma]:
                    del counts[lemma]
            start += 1
    return best or _stretch(words)
