"""The words that two claims share: the reason shown where no better detail agrees."""

from collections.abc import Sequence

from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import stretch
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason
from counterpoint.engine.verbs import SAYING
from counterpoint.engine.words import Word

_LITTLE = 0.3  # what "said" weighs in a run of shared words: every account has it
_A_RUN = 1.5  # weight from which a run of neighbouring words says more than shared words scattered over the claim
_MOST_QUOTED = 5


def compare_wordings(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:  # noqa: ARG001
    """The weightiest run of content words that both have, or the smallest stretch with all that they share.

    `strength` is the share of content words that both have.
    """
    ours, theirs = _contents(a), _contents(b)
    lemmas = ([word.lemma for word in ours], [word.lemma for word in theirs])
    shared = set(lemmas[0]) & set(lemmas[1])
    if not shared:
        return ()
    first, second, length = _best_run(*lemmas)
    if sum(map(_weight, lemmas[0][first : first + length])) >= _A_RUN:
        chosen = ours[first : first + length]
        spans = (stretch(chosen), stretch(theirs[second : second + length]))
    else:
        spans = (_smallest(ours, shared), _smallest(theirs, shared))
        chosen = [word for word in ours if word.lemma in shared and spans[0].contains(word.span)]
    strength = 2 * len(shared) / (len(set(lemmas[0])) + len(set(lemmas[1])))
    reason = Reason(Aspect.WORDING, *spans, _explanation(spans, (a, b), chosen), is_difference=False)
    return (Finding(reason, strength),)


@once
def _contents(side: Side) -> list[Word]:
    return [word for word in side.words if not word.is_function]


def _explanation(spans: tuple[Span, Span], sides: tuple[Side, Side], shared: Sequence[Word]) -> str:
    quotes = [" ".join(span.of(side.text).split()) for span, side in zip(spans, sides, strict=True)]
    if quotes[0].casefold() == quotes[1].casefold():
        return f"Both say “{quotes[0]}”"
    words = list(dict.fromkeys(word.text for word in shared))[:_MOST_QUOTED]
    return "Both have " + ", ".join(f"“{word}”" for word in words)


def _weight(lemma: str) -> float:
    return _LITTLE if lemma in SAYING else 1.0


def _best_run(a: Sequence[str], b: Sequence[str]) -> tuple[int, int, int]:
    """Where the weightiest run of equal words begins in either, and its length; the first of several."""
    best, weight = (0, 0, 0), 0.0
    places: dict[str, list[int]] = {}
    for place, lemma in enumerate(b):
        places.setdefault(lemma, []).append(place)
    runs: dict[int, tuple[int, float]] = {}
    for i, lemma in enumerate(a):
        own = _weight(lemma)
        above, runs = runs, {}
        for j in places.get(lemma, ()):
            length, total = above.get(j - 1, (0, 0.0))
            runs[j] = (length + 1, total + own)
            if total + own > weight:
                best, weight = (i - length, j - length, length + 1), total + own
    return best


def _smallest(words: Sequence[Word], shared: set[str]) -> Span:
    """The smallest stretch that holds each of the shared words once."""
    best: Span | None = None
    counts: dict[str, int] = {}
    start = 0
    for end, word in enumerate(words):
        if word.lemma in shared:
            counts[word.lemma] = counts.get(word.lemma, 0) + 1
        while len(counts) == len(shared):
            found = stretch(words[start : end + 1])
            if best is None or len(found) < len(best):
                best = found
            lemma = words[start].lemma
            if lemma in counts:
                counts[lemma] -= 1
                if not counts[lemma]:
                    del counts[lemma]
            start += 1
    return best or stretch(words)
