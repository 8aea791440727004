"""How much of a whole: all, most, half, some, few or none of the passengers; only women, or women and men."""

from collections.abc import Iterator
from dataclasses import dataclass

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    KINDS,
    SYNONYMS,
    Contrast,
    difference,
    is_conditional,
    is_denied,
    key,
    predicates_of,
    sameness,
    stretch,
)
from counterpoint.engine.comparators.stances import stances_of
from counterpoint.engine.details import Aspect, Kind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_SHARE = Contrast(Aspect.SCOPE, "not the same share")
_ONLY = Contrast(Aspect.SCOPE, "one says that it is these only, the other names more")
#: Words that say how much of its kind a phrase means, by the level that they stand for.
_LEVELS = {
    **dict.fromkeys("all every each entire whole both everyone everybody".split(), "all"),
    **dict.fromkeys("most majority".split(), "most"),
    "half": "half",
    **dict.fromkeys("some several".split(), "some"),
    **dict.fromkeys("part parts portion".split(), "part"),
    **dict.fromkeys("few minority handful".split(), "few"),
    **dict.fromkeys("none neither".split(), "none"),
}
#: How surely two levels of one whole exclude one another; what stands here in neither order does not.
_APART: dict[frozenset[str], float] = {
    frozenset(("all", "most")): 0.5, frozenset(("all", "half")): 0.7, frozenset(("all", "part")): 0.5,
    frozenset(("all", "few")): 0.7, frozenset(("all", "one")): 0.6, frozenset(("most", "half")): 0.4,
    frozenset(("most", "few")): 0.7, frozenset(("all", "none")): 0.8, frozenset(("most", "none")): 0.8,
    frozenset(("half", "none")): 0.7, frozenset(("some", "none")): 0.7, frozenset(("one", "none")): 0.7,
    frozenset(("few", "none")): 0.5,
}  # fmt: skip
_REACH = 4  # words before a noun within which such a word belongs to it


@dataclass(frozen=True, slots=True)
class _Share:
    """A word that says how much, its level, and the act with the phrase that it belongs to."""

    span: Span
    level: str
    phrase: tuple[Word, ...]
    act: Predicate


def find_shares(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """Shares of one whole, in one act, that exclude one another; and "only" of what is not alone."""
    ours, theirs = _shares(a, lexicon), _shares(b, lexicon)
    both = {share.level for share in ours} & {share.level for share in theirs}
    for mine in ours:
        for other in theirs:
            weight = _APART.get(frozenset((mine.level, other.level)), 0.0)
            if not weight or both & {mine.level, other.level}:
                continue
            strength = weight * _one_act(mine, other, (a, b), lexicon)
            finding = difference(_SHARE, (mine.span, other.span), (a, b), strength)
            if finding:
                yield finding
    yield from _alone(a, b, lexicon, is_turned=False)
    yield from _alone(b, a, lexicon, is_turned=True)


@once
def _shares(side: Side, lexicon: Lexicon) -> list[_Share]:
    found: list[_Share] = []
    for p in predicates_of(side, lexicon):
        if p.negation or is_denied(p.main, side) or is_conditional(p.main, side):
            continue
        found.extend(share for phrase in (p.subject, p.objects) if (share := _share_of(phrase, p, side)))
    return found


def _share_of(phrase: tuple[Word, ...], act: Predicate, side: Side) -> _Share | None:
    if not phrase:
        return None
    span = stretch(phrase)
    place = next(n for n, word in enumerate(side.words) if word.span.end > span.start)
    near = side.words[max(0, place - _REACH) : place]
    near = [w for w in near if not set(".,;:") & set(side.text[w.span.end : span.start])]
    words = [*near, *(w for w in side.words if span.contains(w.span))]
    lowers = [word.text.lower() for word in words]
    for number, word in enumerate(words):
        level = _LEVELS.get(lowers[number])
        if level:
            return _Share(word.span, level, phrase, act)
        is_one_of = lowers[number] == "one" and lowers[number + 1 : number + 2] == ["of"]
        is_only = lowers[number] == "only" and number + 1 < len(words) and _is_number(lowers[number + 1])
        if is_one_of or is_only:
            return _Share(word.span.joined(words[number + 1].span), "one" if is_one_of else "few", phrase, act)
    return None


def _is_number(lower: str) -> bool:
    return lower[:1].isdigit() or lower in {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    }


def _one_act(mine: _Share, other: _Share, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely both shares are of one whole in one act: the same noun, the same verb, and what else it has."""
    p, q = mine.act, other.act
    if p.is_copula != q.is_copula or lexicon.kinship(p.verb, q.verb) < SYNONYMS:
        return 0.0
    if _differ_otherwise(p, q, sides, lexicon):
        return 0.0
    own = {word.text.lower() for word in (mine.phrase[0], other.phrase[0])}
    is_whole = 1.0 if own <= _LEVELS.keys() else sameness(mine.phrase, other.phrase, sides, lexicon)
    others = [
        (x, y) for x, y in ((p.objects, q.objects), (p.subject, q.subject)) if x != mine.phrase and y != other.phrase
    ]
    if any(x and y and not sameness(x, y, sides, lexicon) for x, y in others):
        return 0.0
    return is_whole


def _differ_otherwise(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether the acts stand for what excludes one another: "three voted against", "most voted for"."""
    poles = [
        {
            (s.topic, s.pole)
            for stances in stances_of(side, lexicon).values()
            for s in stances
            if s.span.overlaps(act.main)
        }
        for act, side in zip((p, q), sides, strict=True)
    ]
    return any(topic == other and pole != its for topic, pole in poles[0] for other, its in poles[1])


def _alone(a: Side, b: Side, lexicon: Lexicon, *, is_turned: bool) -> Iterator[Finding]:
    """What the first says of these only and the second of others, too: "women only", "women and men"."""
    theirs = {alone.lemma for _, alone in _only(b)}
    for only, alone in _only(a):
        if alone.lemma in theirs or _counted(alone, a) or _joined(alone, a):
            continue
        others = _counted(alone, b) or _joined_in(alone, (a, b), lexicon)
        spans = (only.span.joined(alone.span), others) if others else None
        finding = difference(_ONLY, spans, (a, b), 0.6, is_turned=is_turned) if spans else None
        if finding:
            yield finding
            return


@once
def _only(side: Side) -> list[tuple[Word, Word]]:
    """Each "only" with the content words beside it, those after it first."""
    found: list[tuple[Word, Word]] = []
    for number, word in enumerate(side.words):
        if word.text.lower() == "only":
            beside = (*side.words[number + 1 : number + 3], *reversed(side.words[max(0, number - 2) : number]))
            found.extend((word, near) for near in beside if not near.is_function and not near.text[0].isdigit())
    return found


def _counted(alone: Word, side: Side) -> Span | None:
    """Where the other claim counts several of what is alone: "the only survivor", "three survivors"."""
    counts = (d for d in side.details if isinstance(d, Quantity) and d.kind is Kind.COUNT and d.low > 1)
    is_one = alone.text.lower() == alone.lemma
    return next((d.span for d in counts if is_one and d.noun == alone.lemma), None)


def _joined_in(alone: Word, sides: tuple[Side, Side], lexicon: Lexicon) -> Span | None:
    """Where the other claim joins it with something else in the same act."""
    act = _with(alone, sides[0], lexicon)
    pair = _joined(alone, sides[1])
    other = _with(pair[1], sides[1], lexicon) if pair else None
    if act is None or other is None or pair is None or lexicon.kinship(act.verb, other.verb) < KINDS:
        return None
    return None if is_denied(act.main, sides[0]) or is_denied(other.main, sides[1]) else pair[0]


def _with(word: Word, side: Side, lexicon: Lexicon) -> Predicate | None:
    return next((p for p in predicates_of(side, lexicon) if word in (*p.subject, *p.objects, *p.rest)), None)


def _joined(alone: Word, side: Side) -> tuple[Span, Word] | None:
    """Where the other claim joins the same word with another by "and"."""
    for number in range(1, len(side.words) - 1):
        before, after = side.words[number - 1], side.words[number + 1]
        if side.words[number].text.lower() != "and" or before.is_function or after.is_function:
            continue
        for one, other in ((before, after), (after, before)):
            if one.lemma == alone.lemma and key(other, side) != alone.lemma:
                return before.span.joined(after.span), one
    return None
