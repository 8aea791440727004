"""Where it was: two places, addresses or directions for one act."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterpoint.engine.clauses import Predicate, find_predicates
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import contents, difference, fit
from counterpoint.engine.details import Aspect, Name, NameKind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_AT = frozenset("in at inside outside on near".split())
#: Prepositions and directions that exclude one another.
_SIDES = (
    ("inside", "outside"), ("in", "outside"), ("north", "south"), ("east", "west"), ("northern", "southern"),
    ("eastern", "western"), ("left", "right"), ("upstairs", "downstairs"), ("indoors", "outdoors"),
    ("northbound", "southbound"), ("eastbound", "westbound"),
)  # fmt: skip
_EXCLUDING = frozenset(_SIDES) | frozenset((b, a) for a, b in _SIDES)
_PLACE_NOUNS = frozenset({"artifact", "location", "object", "body"})
_ADDRESS = re.compile(
    r"(?P<number>\d[\d,]*)(?P<block>[- ]block of)? (?P<street>(?:[NSEW]\.? |North |South |East |West )?[A-Z][\w’'-]*"
    r"(?: [A-Z][\w’'-]*){0,3})"
)
_ALIKE = 0.3  # share of common content from which two claims are about one thing
_KIN = 0.4  # Lexicon.kinship from which one place may be a part or kind of the other
_BLOCK = 100  # house numbers in one block


@dataclass(frozen=True, slots=True)
class _Where:
    """A phrase of place: its preposition, the head of what follows it, and the whole span."""

    preposition: str
    head: Word
    span: Span
    predicate: Predicate | None


def compare_places(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Where the two put one act at two places; places that both name are the names comparator's."""
    found = [*_addresses((a, b)), *_phrases((a, b), lexicon)]
    return tuple(found)


def _likeness(sides: tuple[Side, Side]) -> float:
    ours, theirs = contents(sides[0]), contents(sides[1])
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


# --- addresses


def _addresses(sides: tuple[Side, Side]) -> Iterator[Finding]:
    ours, theirs = (list(_ADDRESS.finditer(side.text, side.span.start, side.span.end)) for side in sides)
    if len(ours) != 1 or len(theirs) != 1:
        return
    (mine,), (other,) = ours, theirs
    if _street(mine) != _street(other) or _may_be_one(mine, other):
        return
    spans = Span(*mine.span("number")), Span(*other.span("number"))
    finding = difference(Aspect.PLACE, spans, sides, 0.8, f" on {mine['street']}")
    if finding:
        yield finding


def _street(address: re.Match[str]) -> str:
    return address["street"].lower().replace(".", "")


def _may_be_one(a: re.Match[str], b: re.Match[str]) -> bool:
    """A house stands in its block: 5012 in the 5000 block."""
    numbers = int(a["number"].replace(",", "")), int(b["number"].replace(",", ""))
    if a["block"] or b["block"]:
        return numbers[0] // _BLOCK == numbers[1] // _BLOCK
    return numbers[0] == numbers[1]


# --- phrases


def _phrases(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    ours, theirs = (tuple(_wheres(side, lexicon)) for side in sides)
    if not ours or not theirs or _likeness(sides) < _ALIKE:
        return
    for mine in ours:
        for other in theirs:
            strength = _strength(mine, other, sides, lexicon)
            if strength:
                finding = difference(Aspect.PLACE, (mine.span, other.span), sides, strength)
                if finding:
                    yield finding
                    return


def _wheres(side: Side, lexicon: Lexicon) -> Iterator[_Where]:
    predicates = find_predicates(side.text, side.span, side.words, lexicon)
    words = side.words
    for i, word in enumerate(words):
        if word.lemma not in _AT or i + 1 >= len(words):
            continue
        end = _phrase_end(side, i)
        head = words[end]
        if end > i and (lexicon.category(head.lemma) in _PLACE_NOUNS or _is_place(head, side)):
            before = [p for p in predicates if p.span.end <= word.span.start]
            yield _Where(word.lemma, head, word.span.joined(head.span), before[-1] if before else None)


def _phrase_end(side: Side, i: int) -> int:
    """The last word of the noun phrase that begins after word i."""
    end = i
    for k in range(i + 1, min(i + 6, len(side.words))):
        gap = side.text[side.words[k - 1].span.end : side.words[k].span.start]
        word = side.words[k]
        if gap.strip(" '’-") or (word.is_function and (end > i or word.lemma not in {"the", "a", "an", "his", "her", "their", "its"})):
            break
        if not word.is_function:
            end = k
    return end


def _is_place(word: Word, side: Side) -> bool:
    return any(isinstance(d, Name) and d.kind is NameKind.PLACE and d.span.contains(word.span) for d in side.details)


def _strength(mine: _Where, other: _Where, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely two phrases of place exclude one another and belong to one act."""
    if not mine.predicate or not other.predicate:
        return 0.0
    if lexicon.kinship(mine.predicate.verb, other.predicate.verb) < 0.9:
        return 0.0
    together = fit(mine.predicate, other.predicate, sides, lexicon)
    if not together:
        return 0.0
    if (mine.preposition, other.preposition) in _EXCLUDING:
        kin = mine.head.lemma == other.head.lemma or lexicon.kinship(mine.head.lemma, other.head.lemma) >= _KIN
        return (0.8 if kin else 0.5) * together
    return 0.0


def _words(span: Span, side: Side) -> Sequence[Word]:
    return [word for word in side.words if span.contains(word.span)]
