"""Kinds of one thing: the rifle of one account and the handgun of another."""

from collections.abc import Iterator, Mapping

from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import KINDS, Contrast, agreement, contents, difference
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span

_LISTS = ("weapons", "vehicles")
_LONGEST = 3  # words of a kind: "pickup truck"
_ALIKE = 0.3  # share of common content from which two claims are about one thing

_KINDS = Contrast(Aspect.NAME, "two kinds of one thing")


def compare_kinds(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The kinds of weapon or vehicle that both claims name, and two kinds of it in claims of one content."""
    found: list[Finding] = []
    for name in _LISTS:
        kinds = lexicon.lists.get(name, {})
        ours, theirs = _kinds(a, kinds), _kinds(b, kinds)
        if ours and theirs:
            found.extend(_compared(ours, theirs, (a, b), lexicon))
    return tuple(found)


@once
def _kinds(side: Side, kinds: Mapping[str, str]) -> dict[str, Span]:
    """Each kind that the claim names, and where it does so first."""
    found: dict[str, Span] = {}
    words = side.words
    i = 0
    while i < len(words):
        length, kind = _kind_at(side, i, kinds)
        if kind:
            found.setdefault(kind, words[i].span.joined(words[i + length - 1].span))
        i += max(1, length)
    return found


def _kind_at(side: Side, i: int, kinds: Mapping[str, str]) -> tuple[int, str]:
    words = side.words
    for length in range(min(_LONGEST, len(words) - i), 0, -1):
        span = words[i].span.joined(words[i + length - 1].span)
        kind = kinds.get(span.of(side.text).lower())
        if kind:
            return length, kind
    return 0, ""


def _compared(
    ours: Mapping[str, Span], theirs: Mapping[str, Span], sides: tuple[Side, Side], lexicon: Lexicon
) -> Iterator[Finding]:
    shared = ours.keys() & theirs.keys()
    for kind in sorted(shared):
        yield agreement(Aspect.NAME, (ours[kind], theirs[kind]), sides, 0.3)
    if shared or len(ours) > 1 or len(theirs) > 1:
        return
    if lexicon.kinship(next(iter(ours)), next(iter(theirs))) >= KINDS:
        return  # an ambulance is a car, a ferry is a boat
    alike = _likeness(sides)
    if alike >= _ALIKE:
        spans = next(iter(ours.values())), next(iter(theirs.values()))
        finding = difference(_KINDS, spans, sides, min(0.8, 0.4 + alike))
        if finding:
            yield finding


def _likeness(sides: tuple[Side, Side]) -> float:
    ours, theirs = contents(sides[0]), contents(sides[1])
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))
