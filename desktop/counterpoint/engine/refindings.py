"""Words found again in a text that was changed elsewhere: by themselves and what stood around them, or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from counterpoint.engine.passages import Span

#: Of the context on both sides, this share must still be there, unless the words alone can be nothing else.
FLOOR = 0.6
#: And this much more of it than at any other place where the words stand.
GAP = 0.25
#: Words of so many code points that stand in either text once need no context: they are no "yes" and no "35".
LONG = 24
#: Code points of either neighbour that must be unchanged for words that are not.
NEIGHBOUR = 12
#: Words that were changed are still the same sentence when they share this much with what stands in its place.
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Quote:
    """Words, and what stood before and behind them."""

    words: str
    prefix: str
    suffix: str


def refind(quote: Quote, before: str, after: str) -> Span | None:
    """Where words of the text `before` stand in `after`; None where that is not sure.

    First the very words: the place whose neighbours are those of before, with a clear gap to the next best. Else what
    stands now between the very neighbours, if it is like the words and is not something that stood elsewhere before.
    """
    places = list(_places(quote.words, after))
    return _best(quote, before, after, places) if places else _between(quote, before, after)


def _best(quote: Quote, before: str, after: str, places: list[int]) -> Span | None:
    words = quote.words
    if len(places) == 1 and len(words) >= LONG and before.count(words) == 1:
        return Span(places[0], places[0] + len(words))
    scores = sorted(((_nearness(quote, after, at), -at) for at in places), reverse=True)
    best, at = scores[0]
    runner_up = scores[1][0] if len(scores) > 1 else 0.0
    if best < FLOOR or best - runner_up < GAP:
        return None
    return Span(-at, -at + len(words))


def _between(quote: Quote, before: str, after: str) -> Span | None:
    """What stands now between what stood on either side."""
    head, tail = quote.prefix[-NEIGHBOUR:], quote.suffix[:NEIGHBOUR]
    if len(head) < NEIGHBOUR or len(tail) < NEIGHBOUR:
        return None
    if any(text.count(side) != 1 for side in (head, tail) for text in (before, after)):
        return None
    start, end = after.index(head) + len(head), after.index(tail)
    found = after[start:end] if start < end else ""
    if not found.strip() or found in before or found != found.strip():
        return None
    likeness = SequenceMatcher(None, quote.words, found, autojunk=False).ratio()
    return Span(start, end) if likeness >= SAME else None


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _nearness(quote: Quote, text: str, at: int) -> float:
    """The share of the context that stands around the place, counted from the words outwards; at an edge all of it."""
    prefix, suffix, end = quote.prefix, quote.suffix, at + len(quote.words)
    left = text[max(0, at - len(prefix)) : at]
    right = text[end : end + len(suffix)]
    same = _common(prefix[::-1], left[::-1]) + _common(suffix, right)
    missing = (not prefix and at > 0) + (not suffix and end < len(text))  # it was an edge of the text, and is none
    return same / max(1, len(prefix) + len(suffix)) / (1 + missing) if prefix or suffix else float(not missing)


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
