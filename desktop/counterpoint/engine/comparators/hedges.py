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
from counterpoint.engine.details import Aspect, Certainty, Quantity, Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_HEDGED = Contrast(Aspect.CERTAINTY, "one account does not vouch for it, the other does")
_UNKNOWN = Contrast(Aspect.CERTAINTY, "one account does not know what the other tells")


def find_hedged(a: Side, b: Side, lexicon: Lexicon, *, is_turned: bool) -> Iterator[Finding]:
    """A noun that only the first claim hedges: "possible tornado" in one, "tornado" in the other."""
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
    if noun is None or lexicon.category(noun.lemma) == "person" or at(predicates_of(side, lexicon), noun.span):
        return None  # a suspect is called so by law; "made possible using lasers" hedges no noun
    return noun


def find_unknown(a: Side, b: Side, lexicon: Lexicon, *, is_turned: bool) -> Iterator[Finding]:
    """What the first claim calls unknown and the second tells: "condition is unknown" / "in stable condition"."""
    theirs = {topic.lemma for _, topic in _unknowns(b, lexicon)}
    for cue, topic in _unknowns(a, lexicon):
        if topic.lemma in theirs:
            continue
        told = _told(topic, a, b, lexicon)
        finding = difference(_UNKNOWN, (cue, told), (a, b), 0.8, is_turned=is_turned) if told else None
        if finding:
            yield finding


@once
def _unknowns(side: Side, lexicon: Lexicon) -> list[tuple[Span, Word]]:
    """What is not known: the cue with its topic, and the topic's noun ("suspects" in "how many suspects")."""
    listed = lexicon.lists.get("unknowns", {})
    kinds = [(listed.get(word.text.lower()) or listed.get(word.lemma), word) for word in side.words]
    if not any(kind in {"unknown", "withheld"} for kind, _ in kinds):
        return []
    found: list[tuple[Span, Word]] = []
    predicates = predicates_of(side, lexicon)
    for number, (kind, word) in enumerate(kinds):
        p = at(predicates, word.span)
        counted = _how_many(number, side) if kind and (kind == "unknown" or word.lemma == "determine") else None
        if counted:
            found.append((word.span.joined(counted.span), counted))
        elif kind == "unknown" or (kind == "withheld" and p and _is_open(p, side)):
            own = p.subject if p and (p.is_copula or p.is_passive) else p.objects if p else ()
            topics = own or side.words[number + 1 : number + 2]
            found.extend(
                (word.span.joined(topic.span), topic) for topic in topics if listed.get(topic.lemma) == "topic"
            )
    return found


def _is_open(p: Predicate, side: Side) -> bool:
    """Whether it is denied, or still to come: "was not released", "is still to be determined"."""
    return p.negation is not None or is_denied(p.main, side) or p.auxiliary == "to be"


def _how_many(number: int, side: Side) -> Word | None:
    """Those whose number is asked for: "working to determine how many suspects were involved"."""
    following = side.words[number + 1 : number + 4]
    if [word.text.lower() for word in following[:2]] != ["how", "many"]:
        return None
    return following[2] if len(following) > 2 else None  # noqa: PLR2004


def _told(topic: Word, side: Side, other: Side, lexicon: Lexicon) -> Span | None:
    """Where the other claim tells the topic: "stable condition", "the motive was robbery", "two suspects"."""
    if topic.lemma == "number" or lexicon.listed("unknowns", topic.lemma) != "topic":
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
    nouns = {word.lemma for word in side.words if word.span.start >= topic.span.start}
    quantities = (d for d in other.details if isinstance(d, Quantity) and d.noun in nouns)
    return next((quantity.span for quantity in quantities), None)
