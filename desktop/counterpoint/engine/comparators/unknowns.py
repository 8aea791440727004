"""What one account says is not known and the other tells: "the cause is unknown", "caused by a gas leak"."""

from collections.abc import Iterator

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.conditions import UNKNOWN, states_of
from counterpoint.engine.comparators.questions import find_answered
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    KINDS,
    Contrast,
    at,
    difference,
    holding,
    is_believed,
    is_denied,
    predicates_of,
    stretch,
)
from counterpoint.engine.comparators.stances import stances_of
from counterpoint.engine.comparators.themes import bearer, likeness
from counterpoint.engine.details import Aspect, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_UNKNOWN = Contrast(Aspect.CERTAINTY, "one account does not know what the other tells")
_SURE = 0.8
_PART = 0.7  # share of a claim that its words at most are, to be a part of it ...
_SHORT = 35  # code points; ... where it is longer than that
#: What tells how somebody is: topics of the list "exclusions".
_STATES = ("life", "injury", "whereabouts")
_FATES = frozenset(("fate", "condition", "whereabouts"))
_REMAINING = frozenset("remain stay seem appear".split())
_CAUSES = frozenset(("cause", "reason"))


def find_unknown(a: Side, b: Side, lexicon: Lexicon, *, is_turned: bool) -> Iterator[Finding]:
    """What the first claim calls unknown and the second tells: "condition is unknown" / "in stable condition"."""
    theirs = {topic.lemma for _, topic in _unknowns(b, lexicon)}
    for cue, topic in _unknowns(a, lexicon):
        if topic.lemma in theirs:
            continue
        told = _told(topic, a, b, lexicon) or _caused(topic, a, b, lexicon) or _befallen(topic, a, b, lexicon)
        finding = difference(_UNKNOWN, (cue, told), (a, b), _SURE, is_turned=is_turned) if told else None
        if finding:
            yield finding
    for (cue, told), strength in find_answered(a, b, lexicon):
        finding = difference(_UNKNOWN, (cue, told), (a, b), strength, is_turned=is_turned)
        if finding:
            yield finding


@once
def _unknowns(side: Side, lexicon: Lexicon) -> list[tuple[Span, Word]]:
    """What is not known: the cue with its topic, and the topic's noun ("suspects" in "how many suspects")."""
    listed = lexicon.lists.get("unknowns", {})
    kinds = [(listed.get(word.text.lower()) or listed.get(word.lemma), word) for word in side.words]
    if not any(kind in {"unknown", "withheld", "asked"} for kind, _ in kinds):
        return []
    found: list[tuple[Span, Word]] = []
    predicates = predicates_of(side, lexicon)
    for number, (kind, word) in enumerate(kinds):
        p = at(predicates, word.span) or _remaining(predicates, word)
        counted = _how_many(number, side) if kind and (kind == "unknown" or word.lemma == "determine") else None
        if counted:
            found.append((word.span.joined(counted.span), counted))
        elif kind == "unknown" or (kind in {"withheld", "asked"} and p and _is_open(p, side)):
            is_state = p is not None and (p.is_copula or p.is_passive or p.verb in _REMAINING)
            own = p.subject if p and is_state else p.objects if p else ()
            topics = own or side.words[number + 1 : number + 2]
            found.extend((_cue(word, topic, side), topic) for topic in topics if listed.get(topic.lemma) == "topic")
    return found


def _cue(word: Word, topic: Word, side: Side) -> Span:
    """From what is unknown to what says so, where that is not all of the claim."""
    joined = word.span.joined(topic.span)
    return joined if len(joined) < max(_SHORT, _PART * len(side.span)) else word.span


def _remaining(predicates: tuple[Predicate, ...], word: Word) -> Predicate | None:
    """The verb of "remains unclear" and its like."""
    return next((p for p in predicates if p.verb in _REMAINING and word in p.objects), None)


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
        is_act = any(p.main == word.span and not p.is_copula for p in predicates_of(other, lexicon))
        if word.lemma != topic.lemma or is_act or is_denied(word.span, other):
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


def _about(topic: Word, side: Side) -> list[Word]:
    """What the topic is of: the crash of "the cause of the crash"."""
    after = [word for word in side.words if word.span.start >= topic.span.end][:6]
    if not after or after[0].text.lower() not in {"of", "for", "behind"}:
        return []
    return [word for word in after if not word.is_function]


def _caused(topic: Word, side: Side, other: Side, lexicon: Lexicon) -> Span | None:
    """What the other claim says caused it: "a gas leak caused the blast", "the blast was due to a gas leak"."""
    if topic.lemma not in _CAUSES:
        return None
    about = _about(topic, side)
    for p in predicates_of(other, lexicon):
        if lexicon.listed("causes", p.verb) != "causing" or is_denied(p.main, other) or not p.is_finite:
            continue
        causes = p.agents or p.rest if p.is_passive else p.subject
        is_hedged = p.auxiliary.startswith(("may", "might", "could")) or is_believed(p.main, other)
        effect = p.undergoers
        is_one = effect and (not about or any(lexicon.kinship(effect[0].lemma, w.lemma) >= KINDS for w in about))
        if causes and is_one and not is_hedged:
            return stretch([w for w in causes if not w.is_function] or causes).joined(p.main)
    return None


def _befallen(topic: Word, side: Side, other: Side, lexicon: Lexicon) -> Span | None:
    """What the other claim says became of them: "the fate of the crew is unknown", "the crew drowned"."""
    about = tuple(_about(topic, side)[:1])
    if topic.lemma not in _FATES or not about:
        return None
    found = stances_of(other, lexicon)
    spans = [stance.span for name in _STATES for stance in found.get(name, ())]
    spans += [span for state, span in states_of(other, lexicon.lists.get("conditions", {})) if state != UNKNOWN]
    for span in spans:
        p = holding(predicates_of(other, lexicon), span)
        told = bearer(p, lexicon) if p else ()
        if told and likeness(about, told, (side, other), lexicon) >= KINDS and not is_denied(span, other):
            return span
    return None
