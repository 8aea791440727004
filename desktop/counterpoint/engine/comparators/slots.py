"""Whether words of two claims fill the same slot: the same subject, the same object, the same verb."""

from collections.abc import Iterable, Sequence

from counterpoint.engine.clauses import PRONOUNS, Predicate
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.details import Aspect, Name, Polarity, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason
from counterpoint.engine.words import Word

SYNONYMS = 0.9  # Lexicon.kinship of words that can stand for one another
KINDS = 0.7  # one is a kind of the other
_MAYBE = 0.5  # a pronoun may stand for anything


def key(word: Word, side: Side) -> str:
    """What the word stands for: the entity of the name it belongs to, else its normal form."""
    for detail in side.details:
        if isinstance(detail, Name) and detail.span.contains(word.span):
            return detail.value
    return word.lemma


def sameness(a: Sequence[Word], b: Sequence[Word], sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely two phrases, head first, name the same: 1 the same head, 0 strangers or nothing to go by."""
    if not a or not b:
        return 0.0
    head_a, head_b = key(a[0], sides[0]), key(b[0], sides[1])
    if head_a == head_b:
        return 1.0
    if lexicon.kinship(head_a, head_b) >= SYNONYMS:
        return 0.9
    if a[0].lemma in PRONOUNS or b[0].lemma in PRONOUNS:
        return _MAYBE
    ours, theirs = {key(word, sides[0]) for word in a}, {key(word, sides[1]) for word in b}
    if head_a in theirs or head_b in ours:
        return 0.7
    return 0.0


def fit(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely two predicates of one verb tell of one act: the same doers, or the same ones that it befalls."""
    subjects = sameness(p.subject, q.subject, sides, lexicon) if p.is_passive == q.is_passive else 0.0
    objects = sameness(p.undergoers, q.undergoers, sides, lexicon)
    if p.undergoers and q.undergoers and not objects and subjects < 1:
        return 0.0
    return max(subjects, objects)


def share_count(p: Predicate, q: Predicate, sides: tuple[Side, Side]) -> bool:
    """Whether both subjects are counted, and with the same number: "26 countries" and "26 nations"."""
    counts = [
        {
            (detail.low, detail.high)
            for detail in side.details
            if isinstance(detail, Quantity) and any(detail.span.overlaps(word.span) for word in predicate.subject)
        }
        for predicate, side in zip((p, q), sides, strict=True)
    ]
    return bool(counts[0] & counts[1])


def holding(predicates: Iterable[Predicate], span: Span) -> Predicate | None:
    """The predicate that the words belong to: the one whose verb they are, else the last that begins before them."""
    last = None
    for predicate in predicates:
        if predicate.span.overlaps(span):
            return predicate
        if predicate.span.start <= span.start:
            last = predicate
    return last


def is_denied(span: Span, side: Side) -> bool:
    """Whether a negation of the claim governs the words."""
    return any(isinstance(d, Polarity) and (d.target.overlaps(span) or d.span.overlaps(span)) for d in side.details)


def contents(side: Side) -> frozenset[str]:
    """The keys of the claim's content words."""
    return frozenset(key(word, side) for word in side.words if not word.is_function)


def difference(
    aspect: Aspect, spans: tuple[Span, Span], sides: tuple[Side, Side], strength: float, why: str = ""
) -> Finding | None:
    """A finding that the words differ; None where they are the same words. `why` is put after the two quotes."""
    words = [span.of(side.text) for span, side in zip(spans, sides, strict=True)]
    if words[0].casefold() == words[1].casefold() or not all(words):
        return None
    explanation = f"“{words[0]}” against “{words[1]}”{why}"
    return Finding(Reason(aspect, spans[0], spans[1], explanation, is_difference=True), min(1.0, strength))


def agreement(aspect: Aspect, spans: tuple[Span, Span], sides: tuple[Side, Side], strength: float) -> Finding:
    """A finding that the two say the same in these words."""
    words = [span.of(side.text) for span, side in zip(spans, sides, strict=True)]
    same = words[0].casefold() == words[1].casefold()
    explanation = f"Both say “{words[0]}”" if same else f"“{words[0]}” and “{words[1]}” say the same"
    return Finding(Reason(aspect, spans[0], spans[1], explanation, is_difference=False), min(1.0, strength))
