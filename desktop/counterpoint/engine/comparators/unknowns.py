"""What one account says is not known, and the other tells."""

from counterpoint.engine.comparators.phrases import find_phrases
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import Contrast, agreement, difference
from counterpoint.engine.details import Aspect, Name, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_UNKNOWN = Contrast(Aspect.CERTAINTY, "one says that it is not known")
#: What is unknown stands this many words before the cue ("the motive remains unknown") ...
BEFORE = 4
#: ... or this many after it ("unclear how many gunmen were involved").
AFTER = 6
#: Words that stand beside a cue in any story and name no topic.
_EMPTY = frozenset(
    "police say official authority investigator immediately time still yet clear work determine know involve happen"
    " investigation detail information report later early morning night day".split()
)


def compare_unknowns(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Both say that it is not known; or one does and the other speaks of the very thing.

    "It is unclear how many gunmen there were" / "two gunmen fled".
    """
    listed = lexicon.lists.get("unknowns", {})
    ours, theirs = find_phrases(a, listed), find_phrases(b, listed)
    if bool(ours) == bool(theirs):
        if ours and _topics(a, ours[0][1]).keys() & _topics(b, theirs[0][1]).keys():
            return (agreement(Aspect.CERTAINTY, (ours[0][1], theirs[0][1]), (a, b), 0.5),)
        return ()
    found = _told((a, b), ours[0][1]) if ours else _told((b, a), theirs[0][1], is_turned=True)
    return (found,) if found else ()


def _told(sides: tuple[Side, Side], cue: Span, *, is_turned: bool = False) -> Finding | None:
    """What the second side tells of the thing that the first calls unknown."""
    topics = _topics(sides[0], cue)
    told = [word for word in sides[1].words if not word.is_function and word.lemma in topics]
    if not told:
        return None
    place = _with_neighbour(sides[1], told[0])
    counted = any(isinstance(d, Quantity) and d.span.overlaps(place) for d in sides[1].details)
    strength = min(0.9, 0.2 + 0.2 * len({word.lemma for word in told}) + 0.3 * counted)
    spans = (cue.joined(topics[told[0].lemma].span), place)
    return difference(_UNKNOWN, spans, sides, strength, is_turned=is_turned)


def _topics(side: Side, cue: Span) -> dict[str, Word]:
    """The content words near the cue that name no one, each by its normal form."""
    words = [word for word in side.words if not word.span.overlaps(cue) and not _is_named(word, side)]
    before = [word for word in words if word.span.end <= cue.start][-BEFORE:]
    after = [word for word in words if word.span.start >= cue.end][:AFTER]
    return {word.lemma: word for word in [*before, *after] if not word.is_function and word.lemma not in _EMPTY}


def _is_named(word: Word, side: Side) -> bool:
    return any(isinstance(d, Name) and d.span.overlaps(word.span) for d in side.details)


def _with_neighbour(side: Side, word: Word) -> Span:
    """The word with the one before it, where that is part of what is told ("two suspects", "stable condition")."""
    before = [other for other in side.words if other.span.end <= word.span.start][-1:]
    joined = before and not before[0].is_function and side.text[before[0].span.end : word.span.start] in {" ", "-"}
    return before[0].span.joined(word.span) if joined else word.span
