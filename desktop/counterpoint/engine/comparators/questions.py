"""What one account asks and the other answers: "unclear whether there was one gunman", "the gunmen fled"."""

from collections.abc import Iterator
from dataclasses import dataclass

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.comparators.slots import (
    SYNONYMS,
    fit,
    is_believed,
    is_conditional,
    is_denied,
    predicates_of,
)
from counterpoint.engine.comparators.stances import stances_of
from counterpoint.engine.comparators.themes import bearer, likeness
from counterpoint.engine.details import Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import PRONOUNS
from counterpoint.engine.words import Word

_ASKING = frozenset("whether if how why who what".split())
_NEAR = 5  # words between what says that something is not known and the question
_SURE, _WHETHER = 0.8, 0.6
_SEVERAL = frozenset("several more multiple many two".split())
#: Those of whom it is asked whether one did it or several.
_DOERS = frozenset(
    "suspect gunman attacker assailant shooter robber thief intruder burglar killer perpetrator culprit bomber".split()
)
#: After these an account says how or why something came about.
_MANNERS = {
    "how": frozenset("of from by after when in".split()),
    "why": frozenset("because due over after".split()),
}
_EVENTS = frozenset("event act state phenomenon".split())

Answer = tuple[tuple[Span, Span], float]


@dataclass(frozen=True, slots=True)
class _Question:
    """What a claim leaves open: the words that say so, the asking word, the act asked for, and the clause."""

    span: Span
    asks: str
    act: Predicate | None
    words: tuple[Word, ...]


def find_answered(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Answer]:
    """Each question that the first claim leaves open and the second answers: the words of both, and how surely."""
    theirs = {question.act.verb for question in _questions(b, lexicon) if question.act}
    for question in _questions(a, lexicon):
        if question.act and question.act.verb in theirs:
            continue
        several = _several(question, b)
        if several:
            yield (question.span, several), _SURE
        elif question.act:
            yield from _acts_told(question, question.act, (a, b), lexicon)


@once
def _questions(side: Side, lexicon: Lexicon) -> list[_Question]:
    listed = lexicon.lists.get("unknowns", {})
    found: list[_Question] = []
    for number, word in enumerate(side.words):
        kind = listed.get(word.text.lower()) or listed.get(word.lemma)
        is_open = kind == "unknown" or (kind in {"withheld", "asked"} and _is_withheld(number, kind, side))
        near = range(number + 1, min(number + 1 + _NEAR, len(side.words)))
        asking = next((i for i in near if side.words[i].text.lower() in _ASKING), None) if is_open else None
        if asking is None or asking + 1 >= len(side.words) or side.words[asking + 1].text.lower() == "many":
            continue
        rest = side.words[asking + 1 :]
        act = next((p for p in predicates_of(side, lexicon) if p.main.start >= rest[0].span.start), None)
        several = next((w for w in rest[:8] if w.text.lower() in _SEVERAL), side.words[asking])
        span = word.span.joined((several if rest[0].text.lower() in {"one", "there"} else side.words[asking]).span)
        found.append(_Question(span, side.words[asking].text.lower(), act, rest))
    return found


def _is_withheld(number: int, kind: str, side: Side) -> bool:
    """Whether the word is denied, or asks by itself: "not clear", "working to determine"."""
    before = {word.text.lower() for word in side.words[max(0, number - 4) : number]}
    denies = bool(before & {"not", "never", "unable", "yet"}) or any(lower.endswith("n't") for lower in before)
    return denies or (kind == "asked" and "to" in before) or is_denied(side.words[number].span, side)


def _several(question: _Question, other: Side) -> Span | None:
    """Those whom the other claim tells of where it is asked whether it was one of them or several."""
    lowers = [word.text.lower() for word in question.words[:8]]
    if question.asks != "whether" or "one" not in lowers or not _SEVERAL & set(lowers):
        return None
    nouns = {word.lemma for word in question.words if word.lemma in _DOERS}
    if not nouns:
        return None
    for detail in other.details:
        if isinstance(detail, Quantity) and detail.noun in _DOERS:
            return detail.span
    plural = (w for w in other.words if w.lemma in _DOERS and w.text.lower() not in {w.lemma, f"{w.lemma}'s"})
    return next((word.span for word in plural if not is_conditional(word.span, other)), None)


def _acts_told(question: _Question, act: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Answer]:
    fate = lexicon.listed("fates", act.verb)
    for q in predicates_of(sides[1], lexicon):
        is_one = lexicon.kinship(act.verb, q.verb) >= SYNONYMS or (fate and fate == lexicon.listed("fates", q.verb))
        is_one = is_one or (fate == "dead" and _killing(q, sides[1], lexicon) is not None)
        is_open = is_conditional(q.main, sides[1]) or is_believed(q.main, sides[1]) or _is_asked(q, sides[1])
        if not is_one or is_open or not q.is_finite:
            continue
        told = _answer(question.asks, q, sides[1], lexicon)
        fits = max(fit(act, q, sides, lexicon), likeness(bearer(act, lexicon), bearer(q, lexicon), sides, lexicon))
        strength = (_WHETHER if question.asks in {"whether", "if"} else _SURE) * fits
        if told and strength:
            yield (question.span, told), strength


def _is_asked(q: Predicate, side: Side) -> bool:
    """Whether an asking word leads to the act: "know who shot the guard"."""
    before = [word for word in side.words if word.span.end <= q.span.start][-1:]
    return bool(before) and before[0].text.lower() in _ASKING - {"if"}


def _answer(asks: str, q: Predicate, side: Side, lexicon: Lexicon) -> Span | None:
    """The words of the act that answer the question."""
    if asks in {"whether", "if"}:
        return None if q.auxiliary.startswith(("may", "might", "could")) else q.span
    if asks == "who":
        doers = q.agents if q.is_passive else q.subject
        return q.span.joined(doers[0].span) if doers and doers[0].lemma not in PRONOUNS else None
    return _manner(asks, q, side, lexicon) if asks in _MANNERS else None


def _killing(q: Predicate, side: Side, lexicon: Lexicon) -> Span | None:
    """The words that tell how the act kills: "strangled"."""
    stances = stances_of(side, lexicon).get("killing", ())
    return next((stance.span for stance in stances if stance.span.overlaps(q.main)), None)


def _manner(asks: str, q: Predicate, side: Side, lexicon: Lexicon) -> Span | None:
    """How or why it came about: "died of a fall", "was strangled", "jumped because"."""
    own = _killing(q, side, lexicon)
    if own and asks == "how":
        return own
    after = [word for word in side.words if word.span.start >= q.main.end][:2]
    lead = next((word for word in after if word.text.lower() in _MANNERS[asks]), None)
    noun = next((w for w in side.words if lead and w.span.start >= lead.span.end and not w.is_function), None)
    if lead is None or noun is None or noun.is_capitalised:
        return None
    is_event = noun.lemma in lexicon.verbs or lexicon.category(noun.lemma) in _EVENTS
    return q.main.joined(noun.span) if is_event else None
