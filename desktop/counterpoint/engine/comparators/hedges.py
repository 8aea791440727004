"""What one account hedges and the other asserts; what one says is not known and the other tells."""

from collections.abc import Iterator

from counterpoint.engine.certainties import act_of
from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    Contrast,
    at,
    contents,
    difference,
    is_conditional,
    is_denied,
    predicates_of,
)
from counterpoint.engine.details import Aspect, Certainty, Polarity, Quantity, Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_HEDGED = Contrast(Aspect.CERTAINTY, "one account does not vouch for it, the other does")
_UNKNOWN = Contrast(Aspect.CERTAINTY, "one account does not know what the other tells")


def find_hedged(a: Side, b: Side, lexicon: Lexicon, *, is_turned: bool) -> Iterator[Finding]:
    """A noun that only the first claim hedges: "possible meteor" in one, "meteor" in the other."""
    hedges = [d for d in a.details if isinstance(d, Certainty) and d.stage is Stage.POSSIBLE]
    if not hedges or any(isinstance(d, Certainty) and d.stage is Stage.POSSIBLE for d in b.details):
        return
    ours, theirs = contents(a), contents(b)
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    for hedge in hedges:
        noun = _hedged_noun(hedge, a, lexicon)
        bare = next((w for w in b.words if w.lemma == noun.lemma), None) if noun else None
        if noun is None or bare is None or is_denied(bare.span, b) or is_conditional(bare.span, b):
            continue
        spans = (hedge.span.joined(noun.span), bare.span)
        finding = difference(_HEDGED, spans, (a, b), 0.5 * shared, is_turned=is_turned)
        if finding:
            yield finding


def _hedged_noun(hedge: Certainty, side: Side, lexicon: Lexicon) -> Word | None:
    """The noun that an adjective hedges; none where it is a person, who is called a suspect by law, not by doubt."""
    lower = hedge.span.of(side.text).lower()
    if lexicon.listed("hedges", lower) != "hedged" or lower.endswith("ly"):
        return None
    noun = next(
        (w for w in side.words if w.span.start >= hedge.span.end and act_of(w.lemma, lexicon) == hedge.value), None
    )
    return None if noun is None or lexicon.category(noun.lemma) == "person" else noun


def find_unknown(a: Side, b: Side, lexicon: Lexicon, *, is_turned: bool) -> Iterator[Finding]:
    """What the first claim calls unknown and the second tells: "condition is unknown" / "in stable condition"."""
    theirs = {topic.lemma for _, topic in _unknowns(b, lexicon)}
    for cue, topic in _unknowns(a, lexicon):
        if topic.lemma in theirs:
            continue
        told = _told(topic, a, b, lexicon)
        finding = difference(_UNKNOWN, (cue, told), (a, b), 0.65, is_turned=is_turned) if told else None
        if finding:
            yield finding


@once
def _unknowns(side: Side, lexicon: Lexicon) -> list[tuple[Span, Word]]:
    """The cue with its topic, and the topic's noun."""
    listed = lexicon.lists.get("unknowns", {})
    if not any(listed.get(w.lemma) == "topic" for w in side.words):
        return []
    found: list[tuple[Span, Word]] = []
    denied = [d.target for d in side.details if isinstance(d, Polarity)]
    predicates: tuple[Predicate, ...] = ()
    for number, word in enumerate(side.words):
        kind = listed.get(word.text.lower()) or listed.get(word.lemma)
        is_open = side.text[: word.span.start].endswith("to be ")  # "still to be determined"
        if kind == "unknown" or (kind == "withheld" and (is_open or any(t.overlaps(word.span) for t in denied))):
            predicates = predicates or predicates_of(side, lexicon)
            topic = next((w for w in _topics(number, predicates, side) if listed.get(w.lemma) == "topic"), None)
            if topic:
                found.append((word.span.joined(topic.span), topic))
    return found


def _topics(number: int, predicates: tuple[Predicate, ...], side: Side) -> tuple[Word, ...]:
    """What may not be known: subject of "is unknown", object of "did not release", noun of "unknown cause"."""
    p = at(predicates, side.words[number].span)
    if p and (p.is_copula or p.is_passive):
        return p.subject
    return (p.objects if p else ()) or side.words[number + 1 : number + 2]


def _told(topic: Word, side: Side, other: Side, lexicon: Lexicon) -> Span | None:
    """Where the other claim tells the topic: "stable condition", "the motive was robbery", "two suspects"."""
    if topic.lemma == "number":
        return _counted(topic, side, other)
    listed = lexicon.lists.get("unknowns", {})
    for number, word in enumerate(other.words):
        if word.lemma != topic.lemma or is_denied(word.span, other):
            continue
        p = next((p for p in predicates_of(other, lexicon) if p.is_copula and p.subject[:1] == (word,)), None)
        if p and p.main.start > word.span.start:
            is_told = p.verb not in listed and not is_denied(p.main, other) and p.span.end > p.main.start
            return word.span.joined(p.main) if is_told else None
        before = other.words[number - 1] if number else word
        if number and not before.is_function and other.text[before.span.end : word.span.start] in {" ", "-"}:
            known = listed.get(before.text.lower()) is None and not is_denied(before.span, other)
            return before.span.joined(word.span) if known else None
    return None


def _counted(topic: Word, side: Side, other: Side) -> Span | None:
    """The number of those whose number is unknown."""
    nouns = {word.lemma for word in side.words if word.span.start > topic.span.end}
    quantities = (d for d in other.details if isinstance(d, Quantity) and d.noun in nouns)
    return next((quantity.span for quantity in quantities), None)
