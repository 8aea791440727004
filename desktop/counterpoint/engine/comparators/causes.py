"""Another cause of the same effect, cause and effect exchanged, and another order of the same events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sequences import find_orders
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    KINDS,
    SYNONYMS,
    Contrast,
    difference,
    fit,
    holding,
    is_conditional,
    is_denied,
    predicates_of,
    sameness,
    stretch,
)
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_ORDER = Contrast(Aspect.TIME, "the order of events differs")
_CAUSE = Contrast(Aspect.CAUSE, "another cause")
_EXCHANGED = Contrast(Aspect.CAUSE, "cause and effect are exchanged")
_REACH = 6  # words after a verb within which its ground is told
_ROOT = 5  # letters
_LONGEST = 3  # words of a cue: "as a result of"
_JUDGED = 0.5  # accounts name one charge of several
_BEFORE, _AFTER = "before", "after"


@dataclass(frozen=True, slots=True)
class _Ground:
    """A cue of cause or order ("because of"), and the words after it up to the clause's end."""

    cue: Span
    kind: str
    words: tuple[Word, ...]


def compare_causes(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Different grounds of one effect; cause and effect exchanged; the same two events told in the other order."""
    found = (*_by_grounds(a, b, lexicon), *_exchanged(a, b, lexicon), *_other_causes(a, b, lexicon))
    is_ordered = any(finding.reason.aspect is Aspect.TIME for finding in found)
    return found if is_ordered else (*found, *find_orders(a, b, lexicon))


def _by_grounds(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    ours = _grounds(a, lexicon)
    theirs = _grounds(b, lexicon) if ours else []
    if not ours or not theirs:
        return
    predicates = (predicates_of(a, lexicon), predicates_of(b, lexicon))
    for mine in ours:
        for other in theirs:
            if any(_is_one(mine, ground, lexicon) for ground in theirs) or any(
                _is_one(other, ground, lexicon) for ground in ours
            ):
                continue  # both have it
            p, q = _effect(predicates[0], mine), _effect(predicates[1], other)
            if p and q and lexicon.kinship(p.verb, q.verb) >= SYNONYMS:
                finding = _compared((mine, other), fit(p, q, (a, b), lexicon), (a, b), lexicon)
                if finding:
                    yield finding


def _compared(
    grounds: tuple[_Ground, _Ground], fits: float, sides: tuple[Side, Side], lexicon: Lexicon
) -> Finding | None:
    mine, other = grounds
    is_same = _are_same(mine.words, other.words, lexicon)
    if {mine.kind, other.kind} == {_BEFORE, _AFTER}:
        return difference(_ORDER, (mine.cue, other.cue), sides, 0.8 * fits) if is_same else None
    if is_same or {mine.kind, other.kind} & {_BEFORE, _AFTER}:
        return None
    strength = 0.6 if mine.kind == other.kind == "ground" else _JUDGED
    return difference(_CAUSE, (stretch(mine.words), stretch(other.words)), sides, strength * fits)


def _is_one(mine: _Ground, other: _Ground, lexicon: Lexicon) -> bool:
    return mine.kind == other.kind and _are_same(mine.words, other.words, lexicon)


def _are_same(a: Sequence[Word], b: Sequence[Word], lexicon: Lexicon) -> bool:
    ours, theirs = ({word.lemma for word in words if not word.is_function} for words in (a, b))
    return bool(ours & theirs) or any(lexicon.kinship(x, y) >= SYNONYMS for x in ours for y in theirs)


def _effect(predicates: tuple[Predicate, ...], ground: _Ground) -> Predicate | None:
    return holding([p for p in predicates if p.span.start < ground.cue.start], ground.cue)


@once
def _grounds(side: Side, lexicon: Lexicon) -> list[_Ground]:
    cues = lexicon.lists.get("causes", {})
    firsts = {cue.split(" ", 1)[0] for cue in cues}
    found: list[_Ground] = []
    for number, word in enumerate(side.words):
        if word.text.lower() not in firsts:
            continue
        for length in range(_LONGEST, 0, -1):
            phrase = " ".join(w.text.lower() for w in side.words[number : number + length])
            kind = cues.get(phrase) if cues.get(phrase) in {"ground", _BEFORE, _AFTER} else None
            after = _clause(side, number + length) if kind else ()
            if kind and after:
                cue = word.span.joined(side.words[number + length - 1].span)
                found.append(_Ground(cue, kind, after))
                break
    return [*found, *_after_verbs(side, lexicon)]


def _after_verbs(side: Side, lexicon: Lexicon) -> Iterator[_Ground]:
    """What stands after a verb that has its ground after it: "died of burns", "arrested for theft", "resigned over"."""
    leads = {"dying": frozenset(("of", "from")), "judging": frozenset(("for", "over"))}
    for p in predicates_of(side, lexicon):
        cues = leads.get(lexicon.listed("causes", p.verb) or "", frozenset())
        after = [n for n, word in enumerate(side.words) if word.span.start >= p.main.end][: _REACH if cues else 0]
        number = next((n for n in after if side.words[n].text.lower() in cues), None)
        ground = _clause(side, number + 1) if number is not None else ()
        if number is not None and ground and not _is_time(ground, lexicon):
            yield _Ground(side.words[number].span, p.verb, ground)


def _is_time(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the words tell how long: "jailed for two years"."""
    return any(word.text[0].isdigit() or lexicon.category(word.lemma) in {"time", "quantity"} for word in words)


def _clause(side: Side, at: int) -> tuple[Word, ...]:
    """The words from there on up to a mark or another clause, from the first content word to the last."""
    found: list[Word] = []
    for word in side.words[at : at + 12]:
        if found and side.text[found[-1].span.end : word.span.start].strip() not in {"", "-", "’", "'"}:
            break
        found.append(word)
    while found and found[0].is_function:
        found.pop(0)
    while found and found[-1].is_function:
        found.pop()
    return tuple(found)


def _exchanged(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """What is cause here and effect there: "a strike caused a shortage", "a shortage caused the strike"."""
    ours = _causing(a, lexicon)
    theirs = _causing(b, lexicon) if ours else []
    for cause, effect in ours:
        if any(_share(cause, c, lexicon) and _share(effect, e, lexicon) for c, e in theirs):
            continue
        for other_cause, other_effect in theirs:
            if any(_share(other_cause, c, lexicon) and _share(other_effect, e, lexicon) for c, e in ours):
                continue
            crossed = _share(cause, other_effect, lexicon) and _share(effect, other_cause, lexicon)
            if crossed and not _share(effect, other_effect, lexicon):
                spans = (_near(cause, effect), _near(other_cause, other_effect))
                finding = difference(_EXCHANGED, spans, (a, b), 0.75)
                if finding:
                    yield finding


def _other_causes(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """Two causes of one effect: "a leak caused the blast", "the blast was caused by a bomb"."""
    ours, theirs = _causing(a, lexicon), _causing(b, lexicon)
    told = [(x, y) for x in ours for y in theirs if _share(x[0], y[0], lexicon) and _share(x[1], y[1], lexicon)]
    for cause, effect in ours:
        for other_cause, other_effect in theirs:
            if any(x[0] is cause or y[0] is other_cause for x, y in told):
                continue  # the other has said as much
            heads = [next((w for w in words if not w.is_function), None) for words in (cause, other_cause)]
            if heads[0] is None or heads[1] is None or _share(cause, other_cause, lexicon):
                continue
            is_one = sameness(effect, other_effect, (a, b), lexicon) >= SYNONYMS
            is_open = any(is_denied(w.span, s) or is_conditional(w.span, s) for w, s in ((heads[0], a), (heads[1], b)))
            if is_one and not is_open and lexicon.kinship(heads[0].lemma, heads[1].lemma) < KINDS:
                spans = (
                    stretch([w for w in cause if not w.is_function]),
                    stretch([w for w in other_cause if not w.is_function]),
                )
                finding = difference(_CAUSE, spans, (a, b), 0.6)
                if finding:
                    yield finding


@once
def _causing(side: Side, lexicon: Lexicon) -> list[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """What causes and what is caused, of each verb of causing; what went before "and caused" is a cause, too."""
    verbs = {verb for verb, kind in lexicon.lists.get("causes", {}).items() if kind == "causing"}
    if not any(word.lemma in verbs for word in side.words):
        return []
    found: list[tuple[tuple[Word, ...], tuple[Word, ...]]] = []
    before: Predicate | None = None
    for predicate in predicates_of(side, lexicon):
        if predicate.verb in verbs:
            shares = before is not None and before.subject == predicate.subject
            cause = (*predicate.doers, *(before.objects if before and shares else ()))
            effect = predicate.undergoers or predicate.rest
            if predicate.is_passive:
                cause = predicate.agents or predicate.rest
            if cause and effect:
                found.append((cause, effect))
        before = predicate
    return found


def _share(a: Sequence[Word], b: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether two phrases have a word of one meaning or root: "electrical fault", "faulty wiring"."""
    return any(
        lexicon.kinship(x.lemma, y.lemma) >= SYNONYMS or (x.lemma[:_ROOT] == y.lemma[:_ROOT] and len(x.lemma) >= _ROOT)
        for x in a
        for y in b
        if not x.is_function and not y.is_function
    )


def _near(cause: Sequence[Word], effect: Sequence[Word]) -> Span:
    """From the cause's word nearest to the effect, to the effect's head."""
    nearest = min(cause, key=lambda word: abs(word.span.start - effect[0].span.start))
    return nearest.span.joined(effect[0].span)
