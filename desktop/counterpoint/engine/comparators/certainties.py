"""The same act at another stage: considered here, agreed there; and what one account hedges or does not know."""

from collections.abc import Iterator

from counterpoint.engine.certainties import act_of
from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.hedges import find_hedged
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    SYNONYMS,
    Contrast,
    difference,
    fit,
    holding,
    is_conditional,
    predicates_of,
    sameness,
    share_count,
)
from counterpoint.engine.comparators.stances import are_apart
from counterpoint.engine.comparators.themes import bearer, likeness
from counterpoint.engine.comparators.unknowns import find_unknown
from counterpoint.engine.details import Aspect, Certainty, Quantity, Stage
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import SAYING

_GUILT = "guilt"  # what a suspect's case is about: find_certainties
_CASE = Contrast(Aspect.CERTAINTY, "not the same stage of the case")
_MATERIAL = 2  # stages apart: readers hardly tell a plan from an agreement
_APART = 0.5  # how much less it says where the claims name other days or other places
_LEAST = 0.2  # strength; of weaker differences one in ten was one
_FUTURE = ("will", "is to", "are to", "is set to", "are set to", "set to", "due to", "scheduled to")
_CLOSE = 30  # code points between a cue and the act that is quoted with it
#: What "may have shot" and "shot" say of a conflict; what a charge and a conviction say: mostly that one account is
#: later, as what was planned and is done says nothing else; any other two stages of one act; and two undertakings of
#: the same ones.
_HEDGE, _TIME_PASSES, _STAGES, _UNDERTAKINGS = 0.5, 0.35, 0.7, 0.65


def compare_certainties(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The surest difference in how far something has got, or in how an account vouches for it.

    An act whose stages are at least two apart; another stage of what the same counted subject undertakes; a noun that
    only one hedges; something that one does not know and the other tells.
    """
    found = [
        *_stages(a, b, lexicon),
        *find_hedged(a, b, lexicon, is_turned=False),
        *find_hedged(b, a, lexicon, is_turned=True),
        *find_unknown(a, b, lexicon, is_turned=False),
        *find_unknown(b, a, lexicon, is_turned=True),
    ]
    found = [finding for finding in found if finding.strength >= _LEAST]
    return tuple(sorted(found, key=lambda finding: _rank(finding, a, b))[:1])


def _rank(finding: Finding, a: Side, b: Side) -> tuple[float, list[tuple[int, str]]]:
    """The surest first, then the shortest words; the same whichever claim comes first."""
    words = (finding.reason.a.of(a.text), finding.reason.b.of(b.text))
    return -finding.strength, sorted((len(quote), quote) for quote in words)


def _stages(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    ours, theirs = _certainties(a, lexicon), _certainties(b, lexicon)
    if not ours or not theirs:
        return
    is_counted = _share_any_count(a, b)
    both = {(x.value, x.stage) for x in ours} & {(y.value, y.stage) for y in theirs}
    pairs = [
        (x, y)
        for x in ours
        for y in theirs
        if (x.value, x.stage) not in both
        and (y.value, y.stage) not in both
        and x.stage != y.stage
        and _may_differ(x, y, lexicon, is_counted=is_counted)
    ]
    predicates = (predicates_of(a, lexicon), predicates_of(b, lexicon)) if pairs else ((), ())
    nearness = _APART if are_apart((a, b)) else 1.0
    for mine, other in pairs:
        spans = (_with_act(mine, a, lexicon), _with_act(other, b, lexicon))
        p, q = _of_act(predicates[0], mine, spans[0], lexicon), _of_act(predicates[1], other, spans[1], lexicon)
        if not p or not q or is_conditional(mine.span, a) or is_conditional(other.span, b):
            continue
        contrast = _CASE if mine.value == _GUILT else Contrast(Aspect.CERTAINTY, _stages_apart(mine, other))
        strength = nearness * _strength((mine, other), (p, q), (a, b), lexicon)
        finding = difference(contrast, spans, (a, b), strength)
        if finding:
            yield finding


def _of_act(predicates: tuple[Predicate, ...], certainty: Certainty, span: Span, lexicon: Lexicon) -> Predicate | None:
    """The predicate of the act, not that of the verb which governs it: of "acquit" in "is expected to acquit her"."""
    within = [p for p in predicates if span.contains(p.main) and act_of(p.verb, lexicon) == certainty.value]
    return within[-1] if within else holding(predicates, span)


def _stages_apart(mine: Certainty, other: Certainty) -> str:
    return f"{mine.stage.name.lower()} / {other.stage.name.lower()}"


@once
def _certainties(side: Side, lexicon: Lexicon) -> list[Certainty]:
    """The stages of acts; not what hedges a noun, which hedges.py compares."""
    hedges = lexicon.lists.get("hedges", {})
    found: list[Certainty] = []
    for detail in side.details:
        if isinstance(detail, Certainty):
            cue = detail.span.of(side.text).lower()
            if cue.endswith("ly") or hedges.get(cue) != "hedged" or detail.value == _GUILT:
                found.append(detail)
    return found


def _share_any_count(a: Side, b: Side) -> bool:
    numbers = [{(d.low, d.high) for d in side.details if isinstance(d, Quantity)} for side in (a, b)]
    return bool(numbers[0] & numbers[1])


def _may_differ(mine: Certainty, other: Certainty, lexicon: Lexicon, *, is_counted: bool) -> bool:
    """Whether the two can be the same act at stages far apart, or two undertakings of those who are counted."""
    if is_counted and Stage.DONE not in {mine.stage, other.stage}:
        return True
    is_apart = abs(mine.stage - other.stage) >= _MATERIAL
    return is_apart and mine.value not in SAYING and lexicon.kinship(mine.value, other.value) >= SYNONYMS


def _is_future(certainty: Certainty, side: Side) -> bool:
    return certainty.span.of(side.text).lower().startswith(_FUTURE)


def _strength(
    certainties: tuple[Certainty, Certainty],
    predicates: tuple[Predicate, Predicate],
    sides: tuple[Side, Side],
    lexicon: Lexicon,
) -> float:
    mine, other = certainties
    p, q = predicates
    stages = {mine.stage, other.stage}
    if lexicon.kinship(mine.value, other.value) < SYNONYMS:
        is_one = Stage.DONE not in stages and share_count(p, q, sides)
        return _UNDERTAKINGS * sameness(p.subject, q.subject, sides, lexicon) if is_one else 0.0
    is_open = mine.value == _GUILT and Stage.DONE not in stages
    if abs(mine.stage - other.stage) < _MATERIAL or is_open:
        return 0.0  # the charged are suspects and accused; the convicted were
    if stages == {Stage.PLANNED, Stage.DECIDED} and any(map(_is_future, certainties, sides)):
        return 0.0  # what has been decided will be done
    weight = _STAGES
    if Stage.DONE in stages:
        weight = _HEDGE if Stage.POSSIBLE in stages else _TIME_PASSES if mine.value == _GUILT else 0.0
    changes = lexicon.lists.get("changes", {})
    told = (
        likeness(bearer(p, lexicon), bearer(q, lexicon), sides, lexicon) if {p.verb, q.verb} <= changes.keys() else 0.0
    )
    return weight * max(fit(p, q, sides, lexicon), told)


def _with_act(certainty: Certainty, side: Side, lexicon: Lexicon) -> Span:
    """The cue with the verb that it governs, where that stands close by: "agreed to send", "allegedly recovered"."""
    for word in side.words:
        if word.span.start >= certainty.span.end and act_of(word.lemma, lexicon) == certainty.value:
            is_near = word.lemma == certainty.value and word.span.end - certainty.span.end <= _CLOSE
            return certainty.span.joined(word.span) if is_near else certainty.span
    return certainty.span
