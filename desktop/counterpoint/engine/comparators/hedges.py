"""What one account hedges and the other asserts."""

from collections.abc import Iterator

from counterpoint.engine.certainties import act_of
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import (
    Contrast,
    at,
    contents,
    difference,
    is_conditional,
    is_denied,
    predicates_of,
)
from counterpoint.engine.details import Aspect, Certainty, Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_VOUCHING = frozenset("confirm confirmed actual definite proven undisputed verified verify certain".split())
_HEDGED = Contrast(Aspect.CERTAINTY, "one account does not vouch for it, the other does")


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
        spans = (hedge.span.joined(noun.span), _vouched(bare, b))
        finding = difference(_HEDGED, spans, (a, b), 0.5 * shared, is_turned=is_turned)
        if finding:
            yield finding


def _vouched(bare: Word, side: Side) -> Span:
    """The noun, with the word before it that vouches for it: "a confirmed tornado"."""
    before = next((word for word in reversed(side.words) if word.span.end <= bare.span.start), None)
    return before.span.joined(bare.span) if before and before.lemma in _VOUCHING else bare.span


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
