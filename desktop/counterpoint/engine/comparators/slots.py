"""Whether words of two claims fill the same slot: the same subject, the same object, the same verb."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sys import intern  # many pairs have one explanation: it is kept once

from counterpoint.engine.clauses import Predicate, find_predicates
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.details import Aspect, Name, NameKind, Polarity, Quantity, Reference
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason
from counterpoint.engine.verbs import PRONOUNS, SAYING
from counterpoint.engine.words import Word

SYNONYMS = 0.9  # Lexicon.kinship of words that can stand for one another
KINDS = 0.7  # one is a kind of the other
LEAST_STRENGTH = 0.25  # of a difference that is worth telling: weaker ones were one in ten right
MAYBE = 0.5  # a pronoun, or "the suspect" for a name: perhaps the same
_CONDITIONS = frozenset("if unless whether until would should could provided pending how why".split())
_IFS = frozenset(("if", "unless"))
_NEAR = 4  # words
_BELIEFS = frozenset("think believe assume suspect claim feel fear presume guess imagine hope".split())
_PRONOUN_GENDERS = {"he": "he", "him": "he", "she": "she", "her": "she"}
_PEOPLE = frozenset({"person", "group"})


@once
def predicates_of(side: Side, lexicon: Lexicon) -> tuple[Predicate, ...]:
    """The predicates of the claim."""
    return find_predicates(side.text, side.span, side.words, lexicon)


def key(word: Word, side: Side) -> str:
    """What the word stands for: the entity of the name it belongs to or that it refers to, else its normal form."""
    name = _name(word, side)
    if name:
        return name.value
    meant = referent(word, side)
    return meant.value if meant else word.lemma


def referent(word: Word, side: Side) -> Reference | None:
    """The person whom a pronoun, a title or a description means, as far as its account tells."""
    return _referents(side).get(word.span.end)


@once
def _referents(side: Side) -> Mapping[int, Reference]:
    return {reference.span.end: reference for reference in side.references}


def _name(word: Word, side: Side) -> Name | None:
    if not word.is_capitalised:
        return None
    return next((name for name in _names(side) if name.span.contains(word.span)), None)


def is_name(word: Word, side: Side) -> bool:
    """Whether the word is part of a proper name."""
    return _name(word, side) is not None


@once
def _names(side: Side) -> tuple[Name, ...]:
    return tuple(detail for detail in side.details if isinstance(detail, Name))


def sameness(a: Sequence[Word], b: Sequence[Word], sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely two phrases, head first, name the same: 1 the same head, 0 strangers or nothing to go by."""
    if not a or not b:
        return 0.0
    head_a, head_b = key(a[0], sides[0]), key(b[0], sides[1])
    if head_a == head_b:
        return 1.0 if head_a not in PRONOUNS else KINDS
    if lexicon.kinship(head_a, head_b) >= SYNONYMS:
        return SYNONYMS
    if _describes((a[0], b[0]), sides):
        return SYNONYMS
    ours, theirs = {key(word, sides[0]) for word in a}, {key(word, sides[1]) for word in b}
    if head_a in theirs or head_b in ours or lexicon.are_wider(head_a, head_b):
        return KINDS
    return MAYBE if _may_be_same((a[0], b[0]), sides, lexicon) else 0.0


def _may_be_same(heads: tuple[Word, Word], sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether a pronoun, or a person's description beside a name, leaves it open who is meant."""
    if _are_known_apart(heads, sides):
        return False
    if any(head.is_function and head.lemma in PRONOUNS for head in heads):
        return True
    names = [_name(head, side) for head, side in zip(heads, sides, strict=True)]
    if all(names) or not any(names):
        return False
    name, other = (names[0], heads[1]) if names[0] else (names[1], heads[0])
    is_person = name is not None and name.kind is NameKind.PERSON
    return is_person and lexicon.category(other.lemma) in _PEOPLE


def _describes(heads: tuple[Word, Word], sides: tuple[Side, Side]) -> bool:
    """Whether one account calls a person by name whom the other, and the first too, describes: "Weiss", "the girl"."""
    ours, theirs = (referent(head, side) for head, side in zip(heads, sides, strict=True))
    if not ours or not theirs:
        return False
    return theirs.value in ours.nouns or ours.value in theirs.nouns


def _are_known_apart(heads: tuple[Word, Word], sides: tuple[Side, Side]) -> bool:
    """Whether a woman is meant here and a man there, or two whom the accounts name."""
    ours, theirs = (referent(head, side) for head, side in zip(heads, sides, strict=True))
    genders = [
        person.gender if person else _PRONOUN_GENDERS.get(head.lemma, "")
        for person, head in ((ours, heads[0]), (theirs, heads[1]))
    ]
    if all(genders) and genders[0] != genders[1]:
        return True
    return bool(ours and theirs and ours.is_named and theirs.is_named and ours.value != theirs.value)


def fit(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely two predicates of one verb tell of one act: who does it and whom it befalls, passive or not."""
    befallen = sameness(p.undergoers, q.undergoers, sides, lexicon)
    doers = sameness(p.doers, q.doers, sides, lexicon)
    if p.undergoers and q.undergoers and p.doers and q.doers:
        return min(befallen, doers)
    if (p.undergoers and q.undergoers and not befallen) or (p.doers and q.doers and not doers):
        return 0.0
    return max(befallen, doers)


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


def at(predicates: Iterable[Predicate], span: Span) -> Predicate | None:
    """The predicate whose verb or complement the words are."""
    return next((p for p in predicates if p.main.overlaps(span) or (p.is_copula and p.span.overlaps(span))), None)


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
    return any(isinstance(d, Polarity) and d.target.overlaps(span) for d in side.details)


def is_conditional(span: Span, side: Side) -> bool:
    """Whether the words are said under a condition ("if it does not move"), as far as a word before them tells."""
    opens = side.words[0].lemma if side.words else ""
    after = [word.lemma for word in side.words if word.span.start >= span.end][:_NEAR]
    is_said = any(word.lemma in SAYING for word in side.words if word.span.end <= span.start)
    conditions = _CONDITIONS - {"would"} if is_said else _CONDITIONS  # "said that it would send troops"
    return opens in _IFS or bool(_IFS & set(after)) or _governs(conditions, span, side)


def is_believed(span: Span, side: Side) -> bool:
    """Whether the words are what somebody thought ("thought it was not loaded")."""
    return _governs(_BELIEFS, span, side)


def _governs(cues: frozenset[str], span: Span, side: Side) -> bool:
    before = [word for word in side.words if word.span.end <= span.start][-7:]
    for word in reversed(before):
        if any(mark in side.text[word.span.end : span.start] for mark in ",;:—"):
            return False
        if word.lemma in cues:
            return True
    return False


@once
def contents(side: Side) -> frozenset[str]:
    """The keys of the claim's content words, and of the persons whom it names by pronouns."""
    return frozenset(key(word, side) for word in side.words if not word.is_function or referent(word, side))


def stretch(words: Sequence[Word]) -> Span:
    """From the first of the words to the last, in whatever order they are given."""
    return Span(min(word.span.start for word in words), max(word.span.end for word in words))


@dataclass(frozen=True, slots=True)
class Contrast:
    """A sort of difference: its aspect, and what is said of it after the two quotes."""

    aspect: Aspect
    why: str


def difference(
    contrast: Contrast,
    spans: tuple[Span, Span],
    sides: tuple[Side, Side],
    strength: float,
    *,
    is_turned: bool = False,
) -> Finding | None:
    """A finding that the words differ; None where they are the same words.

    `is_turned` tells that it was looked for from the second claim to the first: the finding is turned back.
    """
    if is_turned:
        spans, sides = (spans[1], spans[0]), (sides[1], sides[0])
    words = [span.of(side.text) for span, side in zip(spans, sides, strict=True)]
    if words[0].casefold() == words[1].casefold() or not all(words) or strength <= 0:
        return None
    explanation = f"“{_flat(words[0])}” against “{_flat(words[1])}”: {contrast.why}"
    return Finding(
        Reason(contrast.aspect, spans[0], spans[1], intern(explanation), is_difference=True), min(1.0, strength)
    )


def agreement(aspect: Aspect, spans: tuple[Span, Span], sides: tuple[Side, Side], strength: float) -> Finding:
    """A finding that the two say the same in these words."""
    words = [_flat(span.of(side.text)) for span, side in zip(spans, sides, strict=True)]
    same = words[0].casefold() == words[1].casefold()
    explanation = f"Both say “{words[0]}”" if same else f"“{words[0]}” and “{words[1]}” say the same"
    return Finding(Reason(aspect, spans[0], spans[1], intern(explanation), is_difference=False), min(1.0, strength))


def _flat(words: str) -> str:
    return " ".join(words.split())
