"""The words that two claims share: the reason shown where no better detail agrees."""

from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import agreement
from counterpoint.engine.details import Aspect, Name
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word


#: Single words given beside the longest run, at the most.
MOST_WORDS = 2


def compare_wordings(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:  # noqa: ARG001
    """The longest run of content words that both have, and the longest other words, names apart, that both have.

    `strength` is the share of content words that both have.
    """
    ours = [word for word in a.words if not word.is_function]
    theirs = [word for word in b.words if not word.is_function]
    lemmas = ([word.lemma for word in ours], [word.lemma for word in theirs])
    shared = set(lemmas[0]) & set(lemmas[1])
    if not shared:
        return ()
    strength = 2 * len(shared) / (len(set(lemmas[0])) + len(set(lemmas[1])))
    start, other, length = _longest_run(*lemmas)
    places: list[tuple[Span, Span]] = []
    if length > 1:
        places.append((_stretch(ours[start : start + length]), _stretch(theirs[other : other + length])))
        shared -= set(lemmas[0][start : start + length])
    plain = sorted(shared - _named(a) - _named(b), key=lambda lemma: (-len(lemma), lemma))[:MOST_WORDS]
    places += [(ours[lemmas[0].index(lemma)].span, theirs[lemmas[1].index(lemma)].span) for lemma in plain]
    if not places:
        lemma = max(sorted(shared), key=len)
        places.append((ours[lemmas[0].index(lemma)].span, theirs[lemmas[1].index(lemma)].span))
    return tuple(agreement(Aspect.WORDING, spans, (a, b), strength) for spans in places)


def _named(side: Side) -> set[str]:
    """The normal forms of the words that stand in names."""
    names = [detail.span for detail in side.details if isinstance(detail, Name)]
    return {word.lemma for word in side.words if any(name.contains(word.span) for name in names)}


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
