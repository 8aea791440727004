"""The same subject with another undertaking, another extent, another emphasis."""

from collections.abc import Iterator
from itertools import pairwise

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.shares import find_shares
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    SYNONYMS,
    Contrast,
    contents,
    difference,
    holding,
    is_denied,
    predicates_of,
    sameness,
    share_count,
    stretch,
)
from counterpoint.engine.details import Aspect, Certainty, Quantity, Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_UNDERTAKING = Contrast(Aspect.SCOPE, "the same subject undertakes something else")
_ASIDE = Contrast(Aspect.SCOPE, "what one sets aside the other speaks of")
_GIVING = frozenset("provide supply equip arm present furnish".split())  # "provide Ukraine with guarantees"
_ASIDE_CUES = frozenset((("rather", "than"), ("instead", "of")))


def compare_scopes(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """What the same counted subject undertakes here and there; what one claim sets aside; all of them or half."""
    return (
        *_undertakings(a, b, lexicon),
        *find_shares(a, b, lexicon),
        *_set_aside(a, b, lexicon, is_turned=False),
        *_set_aside(b, a, lexicon, is_turned=True),
    )


def _undertakings(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """What is undertaken: "26 countries pledged various forms of support", "26 nations agreed to send troops"."""
    numbers = {(d.low, d.high) for d in a.details if isinstance(d, Quantity)}
    if not numbers & {(d.low, d.high) for d in b.details if isinstance(d, Quantity)}:
        return
    ours, theirs = _commitments(a, lexicon), _commitments(b, lexicon)
    both = {_lemmas(mine) for _, mine in ours} & {_lemmas(other) for _, other in theirs}
    if both:
        return
    for p, mine in ours:
        for q, other in theirs:
            if not share_count(p, q, (a, b)) or sameness(p.subject, q.subject, (a, b), lexicon) < SYNONYMS:
                continue
            is_same = bool(_lemmas(mine) & _lemmas(other)) or lexicon.kinship(mine[0].lemma, other[0].lemma) >= SYNONYMS
            finding = None if is_same else difference(_UNDERTAKING, (stretch(mine), stretch(other)), (a, b), 0.6)
            if finding:
                yield finding


def _lemmas(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(word.lemma for word in words)


@once
def _commitments(side: Side, lexicon: Lexicon) -> list[tuple[Predicate, tuple[Word, ...]]]:
    """The predicates that plan or promise, and the words of what is undertaken."""
    cues = [d for d in side.details if isinstance(d, Certainty) and Stage.CONSIDERED <= d.stage <= Stage.DECIDED]
    if not cues:
        return []
    predicates = predicates_of(side, lexicon)
    found: list[tuple[Predicate, tuple[Word, ...]]] = []
    for number, predicate in enumerate(predicates):
        if not any(cue.span.overlaps(predicate.main) for cue in cues):
            continue
        following = predicates[number + 1] if number + 1 < len(predicates) else None
        if predicate.objects and not predicate.objects[0].is_function and predicate.objects[0].lemma != "one":
            found.append((predicate, predicate.objects))
        elif following and not following.is_finite and following.objects:  # "arrive today", "stay for a week": both
            objects = following.objects
            if following.verb in _GIVING:
                objects = (*following.objects, *following.rest)
            verb = next(word for word in side.words if word.span == following.main)
            found.append((predicate, (verb, *objects)))
    return found


def _set_aside(a: Side, b: Side, lexicon: Lexicon, *, is_turned: bool) -> Iterator[Finding]:
    """What one sets aside ("political rather than military") and the other speaks of ("military support")."""
    for at in _asides(a):
        kept = next((word for word in reversed(a.words[:at]) if not word.is_function), None)
        aside = next((word for word in a.words[at + 2 : at + 4] if not word.is_function), None)
        if kept is None or aside is None or not _is_quality(aside, lexicon):
            continue
        others = contents(b)
        held = holding(predicates_of(a, lexicon), kept.span)
        topic = {word.lemma for word in held.subject} & others if held else set[str]()
        named = next((w for w in b.words if w.lemma == aside.lemma and not is_denied(w.span, b)), None)
        if named is None or not topic or kept.lemma in others or _is_set_aside(named, b):
            continue
        spans = (kept.span.joined(aside.span), named.span.joined(_with_noun(named, b)))
        finding = difference(_ASIDE, spans, (a, b), 0.6, is_turned=is_turned)
        if finding:
            yield finding


@once
def _asides(side: Side) -> tuple[int, ...]:
    """Where "rather than" and its like stand: the number of their first word."""
    pairs = pairwise(word.lemma for word in side.words[:-1])
    return tuple(at for at, pair in enumerate(pairs) if at and pair in _ASIDE_CUES)


def _is_quality(word: Word, lexicon: Lexicon) -> bool:
    """Whether the word can be a quality or a thing: no number, no time."""
    return not word.text[0].isdigit() and lexicon.category(word.lemma) not in {"time", "quantity"}


def _is_set_aside(word: Word, side: Side) -> bool:
    before = [other.lemma for other in side.words if other.span.end <= word.span.start][-3:]
    return "than" in before or "instead" in before


def _with_noun(word: Word, side: Side) -> Span:
    """The span of the noun that the word describes, of the word itself where none follows it."""
    after = next((other for other in side.words if other.span.start >= word.span.end), None)
    follows = after and not after.is_function and side.text[word.span.end : after.span.start] == " "
    return after.span if after and follows else word.span
