"""Another cause of the same effect, and another order of the same events."""

from dataclasses import dataclass

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import SYNONYMS, Contrast, difference, fit, holding, predicates_of
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_ORDER = Contrast(Aspect.TIME, "the order of events differs")
_CAUSE = Contrast(Aspect.CAUSE, "another cause")
_LONGEST = 3  # words of a cue: "as a result of"
_ORDERS = {"before": "before", "after": "after", "following": "after", "until": "before"}


@dataclass(frozen=True, slots=True)
class _Ground:
    """A cue of cause or order ("because of"), and the words after it up to the clause's end."""

    cue: Span
    kind: str
    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        return self.words[0].span.joined(self.words[-1].span)


def compare_causes(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Different grounds of one effect; the same two events told in the other order."""
    ours, theirs = _grounds(a, lexicon), _grounds(b, lexicon)
    if not ours or not theirs:
        return ()
    predicates = (predicates_of(a, lexicon), predicates_of(b, lexicon))
    found: list[Finding] = []
    for mine in ours:
        for other in theirs:
            p, q = _effect(predicates[0], mine), _effect(predicates[1], other)
            if p and q and lexicon.kinship(p.verb, q.verb) >= SYNONYMS:
                finding = _compared((mine, other), fit(p, q, (a, b), lexicon), (a, b), lexicon)
                found.extend([finding] if finding else [])
    return tuple(found)


def _compared(
    grounds: tuple[_Ground, _Ground], fits: float, sides: tuple[Side, Side], lexicon: Lexicon
) -> Finding | None:
    mine, other = grounds
    if not fits:
        return None
    ours, theirs = ({word.lemma for word in ground.words if not word.is_function} for ground in grounds)
    is_same = bool(ours & theirs) or any(lexicon.kinship(x, y) >= SYNONYMS for x in ours for y in theirs)
    orders = _ORDERS.get(mine.kind), _ORDERS.get(other.kind)
    if all(orders) and orders[0] != orders[1] and is_same:
        return difference(_ORDER, (mine.cue, other.cue), sides, 0.8 * fits)
    if is_same or any(orders):
        return None
    return difference(_CAUSE, (mine.span, other.span), sides, 0.6 * fits)


def _effect(predicates: tuple[Predicate, ...], ground: _Ground) -> Predicate | None:
    return holding([p for p in predicates if p.span.start < ground.cue.start], ground.cue)


def _grounds(side: Side, lexicon: Lexicon) -> list[_Ground]:
    found: list[_Ground] = []
    words = side.words
    at = 0
    while at < len(words):
        for length in range(_LONGEST, 0, -1):
            phrase = " ".join(word.text.lower() for word in words[at : at + length])
            kind = lexicon.listed("causes", phrase) if at + length <= len(words) else None
            if kind:
                after = _clause(side, at + length)
                if after:
                    cue = words[at].span.joined(words[at + length - 1].span)
                    found.append(_Ground(cue, phrase if kind == "order" else kind, after))
                at += length - 1
                break
        at += 1
    return found


def _clause(side: Side, at: int) -> tuple[Word, ...]:
    """The words from there on up to a mark or another clause, from the first content word to the last."""
    found: list[Word] = []
    for word in side.words[at : at + 12]:
        if found and side.text[found[-1].span.end : word.span.start].strip() not in {"", "-", "’", "'"}:
            break
        found.append(word)
    while found and found[0].is_function:
        found.pop(0)
    while found and found[-1].is_function:
        found.pop()
    return tuple(found)
