"""The same subject with another object, another extent, another emphasis."""

from collections.abc import Iterator

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import (
    KINDS,
    SYNONYMS,
    Contrast,
    difference,
    is_denied,
    predicates_of,
    sameness,
    share_count,
    stretch,
)
from counterpoint.engine.details import Aspect, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_EXTENT = Contrast(Aspect.SCOPE, "not the same extent")
_ASIDE = Contrast(Aspect.SCOPE, "what one sets aside the other speaks of")


def compare_scopes(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """What the same counted subject is said to do to other objects, and what one of them sets aside ("rather than")."""
    return (*_counted(a, b, lexicon), *_set_aside(a, b, is_turned=False), *_set_aside(b, a, is_turned=True))


def _counted(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    numbers = {(d.low, d.high) for d in a.details if isinstance(d, Quantity)}
    if not numbers & {(d.low, d.high) for d in b.details if isinstance(d, Quantity)}:
        return
    theirs = [q for q in predicates_of(b, lexicon) if q.objects]
    for p in predicates_of(a, lexicon):
        for q in theirs:
            if p.objects and share_count(p, q, (a, b)) and sameness(p.subject, q.subject, (a, b), lexicon) >= SYNONYMS:
                finding = _objects(p, q, (a, b), lexicon)
                if finding:
                    yield finding


def _objects(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> Finding | None:
    ours, theirs = {word.lemma for word in p.objects}, {word.lemma for word in q.objects}
    if ours & theirs or any(lexicon.kinship(x, y) >= KINDS for x in ours for y in theirs):
        return None
    return difference(_EXTENT, (stretch(p.objects), stretch(q.objects)), sides, 0.6)


def _set_aside(a: Side, b: Side, *, is_turned: bool) -> Iterator[Finding]:
    """What one sets aside ("political rather than military") and the other speaks of ("military support")."""
    for at in range(1, len(a.words) - 2):
        if (a.words[at].lemma, a.words[at + 1].lemma) not in {("rather", "than"), ("instead", "of")}:
            continue
        aside = next((word for word in a.words[at + 2 : at + 5] if not word.is_function), None)
        if aside is None:
            continue
        named = next((word for word in b.words if word.lemma == aside.lemma and not is_denied(word.span, b)), None)
        shared = {w.lemma for w in a.words[:at] if not w.is_function} & {w.lemma for w in b.words if not w.is_function}
        if named is None or not shared or _is_set_aside(named, b):
            continue
        kept = next((word for word in reversed(a.words[:at]) if not word.is_function), a.words[at])
        end = _with_noun(named, b)
        spans = (kept.span.joined(aside.span), named.span.joined(end))
        finding = difference(_ASIDE, spans, (a, b), 0.6, is_turned=is_turned)
        if finding:
            yield finding


def _is_set_aside(word: Word, side: Side) -> bool:
    before = [other.lemma for other in side.words if other.span.end <= word.span.start][-3:]
    return "than" in before or "instead" in before


def _with_noun(word: Word, side: Side) -> Span:
    """The span of the noun that the word describes, of the word itself where none follows it."""
    after = next((other for other in side.words if other.span.start >= word.span.end), None)
    follows = after and not after.is_function and side.text[word.span.end : after.span.start] == " "
    return after.span if after and follows else word.span
