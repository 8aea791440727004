"""Who says it: one assertion, and the speakers that two accounts name for it."""

from collections.abc import Iterator, Sequence

from counterpoint.engine.comparators.exchanges import is_outlet
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import SYNONYMS, Contrast, agreement, contents, difference
from counterpoint.engine.details import Aspect, Attribution, Kind, Name, NameKind, Quantity, Quotation
from counterpoint.engine.lexicons import Lexicon

_ALIKE = 0.5  # share of common content, speakers apart, from which two claims assert the same
_SO_ALIKE = 0.85  # and from which two organisations can't both be meant
_NEVER = 2.0
_LEAST = 3  # words in common
_SPEAKERS = Contrast(Aspect.ATTRIBUTION, "not the same speaker")
_FEW = 2  # a number up to this is no mark of one assertion
#: Speakers who can't stand for one another, whatever their names: a witness is no officer.
_GROUPS = frozenset(str.split("police witness neighbor family resident doctor company"))


def compare_attributions(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The same speaker in both claims; or one assertion that two accounts have from different speakers."""
    ours, theirs = _attributions(a), _attributions(b)
    if not ours or not theirs:
        return ()
    shared = {one.value for one in ours} & {one.value for one in theirs}
    found = list(_agreements(ours, theirs, shared, (a, b)))
    mine, others = ([one for one in said if one.value not in shared] for said in (ours, theirs))
    if len(mine) == len(others) == 1:
        found.extend(_differences((mine[0], others[0]), (ours, theirs), (a, b), lexicon))
    return tuple(found)


@once
def _attributions(side: Side) -> tuple[Attribution, ...]:
    return tuple(detail for detail in side.details if isinstance(detail, Attribution))


def _agreements(
    ours: tuple[Attribution, ...], theirs: tuple[Attribution, ...], shared: set[str], sides: tuple[Side, Side]
) -> Iterator[Finding]:
    for value in sorted(shared):
        spans = (
            next(one.span for one in ours if one.value == value),
            next(one.span for one in theirs if one.value == value),
        )
        yield agreement(Aspect.ATTRIBUTION, spans, sides, 0.5)


def _differences(
    pair: tuple[Attribution, Attribution],
    spoken: tuple[Sequence[Attribution], Sequence[Attribution]],
    sides: tuple[Side, Side],
    lexicon: Lexicon,
) -> Iterator[Finding]:
    one, other = pair
    least = _needed(one, other, sides, lexicon)
    if lexicon.kinship(_act(one, sides[0], lexicon), _act(other, sides[1], lexicon)) == 0:
        return  # one denies or asks what the other says: another act
    alike = max(_likeness(spoken, sides), _same_count(sides, lexicon), _same_quotation(sides))
    if alike >= least:
        finding = difference(_SPEAKERS, (one.span, other.span), sides, 0.8 * alike)
        if finding:
            yield finding


def _act(attribution: Attribution, side: Side, lexicon: Lexicon) -> str:
    """The class of the verb of saying."""
    word = lexicon.lemma(attribution.verb.of(side.text).split(" ")[0])
    return lexicon.listed("saying", word) or "say"


def _needed(one: Attribution, other: Attribution, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How alike the claims must be before their speakers can't be one voice; more than 1 where they may be.

    Two persons, or two kinds of people, are two voices; police may be the officer who is named, an outlet may report
    what another has.
    """
    kinds = [_kind(one, sides[0]), _kind(other, sides[1])]
    if _is_named(one, sides[1]) or _is_named(other, sides[0]):
        return _NEVER
    if NameKind.PERSON in kinds and {*kinds} <= {NameKind.PERSON, NameKind.OTHER}:
        return _ALIKE
    if kinds == [NameKind.ORGANISATION] * 2:
        return _NEVER if is_outlet(one.value, lexicon) or is_outlet(other.value, lexicon) else _SO_ALIKE
    return _ALIKE if one.value in _GROUPS and other.value in _GROUPS else _NEVER


def _kind(attribution: Attribution, side: Side) -> NameKind | None:
    return next((d.kind for d in side.details if isinstance(d, Name) and d.value == attribution.value), None)


def _is_named(attribution: Attribution, side: Side) -> bool:
    return any(isinstance(d, Name) and d.value == attribution.value for d in side.details)


def _likeness(spoken: tuple[Sequence[Attribution], Sequence[Attribution]], sides: tuple[Side, Side]) -> float:
    """How much of what is said is the same; 0 where too little is."""
    ours, theirs = _said(sides[0], spoken[0]), _said(sides[1], spoken[1])
    common = ours & theirs
    share = len(common) / max(1, min(len(ours), len(theirs)))
    return share if share >= _ALIKE and len(common) >= _LEAST else 0.0


def _said(side: Side, spoken: Sequence[Attribution]) -> frozenset[str]:
    apart = {one.value for one in spoken} | {
        word.lemma
        for word in side.words
        for one in spoken
        if one.span.contains(word.span) or one.verb.contains(word.span)
    }
    return contents(side) - apart


def _same_count(sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely both tell one number of one thing: "announced that 26 countries", "announced that 26 nations"."""
    for ours in sides[0].details:
        for theirs in sides[1].details:
            if isinstance(ours, Quantity) and isinstance(theirs, Quantity) and _is_same_count(ours, theirs, lexicon):
                return 0.8
    return 0.0


def _same_quotation(sides: tuple[Side, Side]) -> float:
    """1 where both quote the same words, more than a term."""
    quoted = [{d.value for d in side.details if isinstance(d, Quotation)} for side in sides]
    return float(any(len(value.split()) > _LEAST for value in quoted[0] & quoted[1]))


def _is_same_count(ours: Quantity, theirs: Quantity, lexicon: Lexicon) -> bool:
    same = ours.kind is theirs.kind and (ours.low, ours.high) == (theirs.low, theirs.high)
    if not same or ours.kind in {Kind.ORDINAL, Kind.AGE} or ours.high <= _FEW:
        return False
    return bool(ours.noun) and lexicon.kinship(ours.noun, theirs.noun) >= SYNONYMS
