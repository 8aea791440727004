"""The words that two claims share: the reason shown where no better detail agrees."""

from collections.abc import Mapping, Sequence, Set
from sys import intern  # many pairs have one explanation: it is kept once

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
    shared = _places(a).keys() & _places(b).keys()
    if not shared:
        return ()
    ours, theirs = _contents(a), _contents(b)
    first, second, length, weight = _best_run(ours, _places(b))
    if weight >= _A_RUN:
        chosen = ours[first : first + length]
        spans = (stretch(chosen), stretch(theirs[second : second + length]))
    else:
        spans = (_smallest(ours, shared), _smallest(theirs, shared))
        chosen = [word for word in ours if word.lemma in shared and spans[0].contains(word.span)]
    strength = 2 * len(shared) / (len(_places(a)) + len(_places(b)))
    reason = Reason(Aspect.WORDING, *spans, intern(_explanation(spans, (a, b), chosen)), is_difference=False)
    return (Finding(reason, strength),)


@once
def _contents(side: Side) -> list[Word]:
    return [word for word in side.words if not word.is_function]


@once
def _places(side: Side) -> dict[str, list[int]]:
    """Where each lemma stands among the content words."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(_contents(side)):
        places.setdefault(word.lemma, []).append(place)
    return places


def _explanation(spans: tuple[Span, Span], sides: tuple[Side, Side], shared: Sequence[Word]) -> str:
    quotes = [" ".join(span.of(side.text).split()) for span, side in zip(spans, sides, strict=True)]
    if quotes[0].casefold() == quotes[1].casefold():
        return f"Both say “{quotes[0]}”"
    words = list(dict.fromkeys(word.text for word in shared))[:_MOST_QUOTED]
    return "Both have " + ", ".join(f"“{word}”" for word in words)


def _weight(lemma: str) -> float:
    return _LITTLE if lemma in SAYING else 1.0


def _best_run(words: Sequence[Word], places: Mapping[str, Sequence[int]]) -> tuple[int, int, int, float]:
    """Where the weightiest run of equal words begins in either, its length and weight; the first of several."""
    best = (0, 0, 0, 0.0)
    runs: dict[int, tuple[int, float]] = {}
    for i, word in enumerate(words):
        above, runs = runs, {}
        for j in places.get(word.lemma, ()):
            length, total = above.get(j - 1, (0, 0.0))
            total += _weight(word.lemma)
            runs[j] = (length + 1, total)
            if total > best[3]:
                best = (i - length, j - length, length + 1, total)
    return best


def _smallest(words: Sequence[Word], shared: Set[str]) -> Span:
    """The smallest stretch that holds each of the shared words once."""
    kept = [word for word in words if word.lemma in shared]
    best: Span | None = None
    counts: dict[str, int] = {}
    start = 0
    for word in kept:
        counts[word.lemma] = counts.get(word.lemma, 0) + 1
        while len(counts) == len(shared):
            found = Span(kept[start].span.start, word.span.end)
            if best is None or len(found) < len(best):
                best = found
            lemma = kept[start].lemma
            counts[lemma] -= 1
            if not counts[lemma]:
                del counts[lemma]
            start += 1
    return best or stretch(words)
