"""How a victim is: dead, critical, stable, unhurt."""

from collections.abc import Mapping

from counterpoint.engine.comparators.phrases import find_phrases
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    LEAST_STRENGTH,
    MAYBE,
    Contrast,
    agreement,
    contents,
    difference,
    holding,
    is_denied,
    is_name,
    key,
    predicates_of,
)
from counterpoint.engine.comparators.themes import bearer, likeness
from counterpoint.engine.details import Aspect, Kind, Name, NameKind, Polarity, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

#: The list's entries from worst to best. Neighbours are no conflict: reporters shade them.
SCALE = ("dead", "critical", "serious", "stable", "minor", "unhurt")
LEAST_STEPS = 2
#: The list's entry for a state that is not known.
UNKNOWN = "unknown"
_QUALITIES = frozenset("serious severe minor stable critical safe dead".split())
_HARMS = frozenset(
    "condition injury wound burn trauma illness hurt injured ill wounded body man woman child people person".split()
)
#: A negation this many words before a state denies it ("did not suffer any life-threatening").
_ELSE = 0.3  # how much less it says of two who are called by nouns of no kinship
NEGATION_REACH = 4
NEGATIONS = frozenset({"not", "no", "never", "nobody", "none", "without"})
_STATES = Contrast(Aspect.CERTAINTY, "the victims' state differs")
_UNTOLD = Contrast(Aspect.CERTAINTY, "one says that the victims' state is not known")


def compare_conditions(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The same state of a victim in both claims, or two that can't both be when they tell of one person or group.

    "A girl, 4, dies days after ..." / "... the four-year-old, expected to live": a conflict, or a development.
    """
    listed = lexicon.lists.get("conditions", {})
    ours, theirs = states_of(a, listed), states_of(b, listed)
    if not ours or not theirs:
        return ()
    sure = _same_victims(a, b)
    mine, other = {state for state, _ in ours}, {state for state, _ in theirs}
    if shared := sorted(mine & other):
        spans = (_place(ours, shared[0]), _place(theirs, shared[0]))
        return (agreement(Aspect.CERTAINTY, spans, (a, b), 0.4 + 0.4 * sure),)
    if not sure or len(mine) > 1 or len(other) > 1:
        return ()  # of several victims each in a state of their own
    first, second = min(mine), min(other)
    if not _exclude_each_other(first, second):
        return ()
    contrast = _UNTOLD if UNKNOWN in {first, second} else _STATES
    spans = (_place(ours, first), _place(theirs, second))
    are_others = contrast is _STATES and _are_told_of_others(spans, (a, b), lexicon)
    strength = (0.2 + 0.7 * sure) * (_ELSE if are_others else 1.0)
    found = difference(contrast, spans, (a, b), strength) if strength >= LEAST_STRENGTH else None
    return (found,) if found else ()


def _are_told_of_others(spans: tuple[Span, Span], sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether the clauses with the states speak of other people: "three victims were hurt", "a man was killed"."""
    if _ages(sides[0]) & _ages(sides[1]):
        return False
    told = [_bearer(span, side, lexicon) for span, side in zip(spans, sides, strict=True)]
    for words, side, other in ((told[0], sides[0], sides[1]), (told[1], sides[1], sides[0])):
        if words and is_name(words[0], side) and _persons(other) and key(words[0], side) not in _persons(other):
            return True
    return bool(told[0] and told[1]) and likeness(told[0], told[1], sides, lexicon) < MAYBE


def _bearer(span: Span, side: Side, lexicon: Lexicon) -> tuple[Word, ...]:
    """Whose state it is: whom the clause speaks of, the owner of "Ruiz's death"."""
    before = [word for word in side.words if word.span.end <= span.start][-2:]
    if len(before) > 1 and before[1].text == "s":
        return (before[0],)
    held = holding(predicates_of(side, lexicon), span)
    return bearer(held, lexicon) if held else ()


def _exclude_each_other(a: str, b: str) -> bool:
    if UNKNOWN in {a, b}:
        return "dead" not in {a, b}
    return abs(SCALE.index(a) - SCALE.index(b)) >= LEAST_STEPS


@once
def states_of(side: Side, listed: Mapping[str, str]) -> tuple[tuple[str, Span], ...]:
    """The states that the claim names; a denied one is none ("did not suffer life-threatening wounds")."""
    found = find_phrases(side, listed)
    told = ((state, span) for state, span in found if not _is_of_else(span, side))
    return tuple((state, span) for state, span in told if state == UNKNOWN or not _is_denied(span, side))


def _is_of_else(span: Span, side: Side) -> bool:
    """Whether a word alone is said of something else than a victim: "a serious loss", "the motive is unknown"."""
    word = span.of(side.text).lower()
    if word == UNKNOWN:
        return True
    after = next((other for other in side.words if other.span.start >= span.end), None)
    follows = after is not None and side.text[span.end : after.span.start] == " " and not after.is_function
    return word in _QUALITIES and follows and after is not None and after.lemma not in _HARMS


def _is_denied(span: Span, side: Side) -> bool:
    own = any(isinstance(d, Polarity) and span.contains(d.span) for d in side.details)  # "escaped injury"
    before = [word.text.lower() for word in side.words if word.span.end <= span.start][-NEGATION_REACH:]
    return (is_denied(span, side) and not own) or any(
        word in NEGATIONS or word.endswith(("n't", "n’t")) for word in before
    )


def _place(found: tuple[tuple[str, Span], ...], state: str) -> Span:
    return next(span for own, span in found if own == state)


def _same_victims(a: Side, b: Side) -> float:
    """How surely both tell of the same people, by name, age or count in common; 0 where these exclude one another."""
    likely = 0.0
    for traits, weight in ((_persons, 1.0), (_ages, 0.9), (_counts, 0.7)):
        ours, theirs = traits(a), traits(b)
        if ours & theirs:
            likely = max(likely, weight)
        elif ours and theirs:
            return 0.0
    ours, theirs = contents(a), contents(b)
    return likely or min(0.5, len(ours & theirs) / (1 + min(len(ours), len(theirs))))


@once
def _persons(side: Side) -> set[str]:
    return {d.value for d in side.details if isinstance(d, Name) and d.kind is NameKind.PERSON}


@once
def _ages(side: Side) -> set[str]:
    return {f"{d.low:g}" for d in side.details if isinstance(d, Quantity) and d.kind is Kind.AGE}


@once
def _counts(side: Side) -> set[str]:
    return {f"{d.low:g}" for d in side.details if isinstance(d, Quantity) and d.kind is Kind.COUNT}
