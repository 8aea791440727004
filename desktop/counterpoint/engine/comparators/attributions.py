"""Who says it: one assertion, and the speakers that two accounts name for it."""

from collections.abc import Iterator

from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import SYNONYMS, Contrast, agreement, contents, difference
from counterpoint.engine.details import Aspect, Attribution, Kind, Name, NameKind, Quantity
from counterpoint.engine.lexicons import Lexicon

_ALIKE = 0.5  # share of common content, speakers apart, from which two claims assert the same
_LEAST = 3  # words in common
_FEW = 2  # a number up to this is no mark of one assertion
#: Speakers who can't stand for one another, whatever their names: a witness is no officer.
_GROUPS = frozenset(str.split("police witness neighbor family resident doctor company"))


def compare_attributions(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The same speaker in both claims; or one assertion that two accounts have from different speakers."""
    ours, theirs = _attributions(a), _attributions(b)
    if not ours or not theirs:
        return ()
    shared = {one.value for one in ours} & {one.value for one in theirs}
    if shared:
        return tuple(_agreements(ours, theirs, shared, (a, b)))
    alike = max(_likeness(ours, theirs, (a, b)), _same_count((a, b), lexicon))
    if not alike:
        return ()
    return tuple(_differences(ours, theirs, (a, b), alike, lexicon))


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
    ours: tuple[Attribution, ...],
    theirs: tuple[Attribution, ...],
    sides: tuple[Side, Side],
    alike: float,
    lexicon: Lexicon,
) -> Iterator[Finding]:
    one, other = ours[0], theirs[0]
    if len(ours) > 1 or len(theirs) > 1 or not _exclude(one, other, sides):
        return
    if lexicon.kinship(_lemma(one, sides[0], lexicon), _lemma(other, sides[1], lexicon)) == 0:
        return  # one denies or asks what the other says: another act
    finding = difference(
        Contrast(Aspect.ATTRIBUTION, "not the same speaker"), (one.span, other.span), sides, 0.8 * alike
    )
    if finding:
        yield finding


def _lemma(attribution: Attribution, side: Side, lexicon: Lexicon) -> str:
    """The class of the verb of saying."""
    word = lexicon.lemma(attribution.verb.of(side.text).split(" ")[0])
    return lexicon.listed("saying", word) or "say"


def _exclude(one: Attribution, other: Attribution, sides: tuple[Side, Side]) -> bool:
    """Whether the two can't be one voice: two persons, two kinds of people; police may be the officer who is named."""
    kinds = _kind(one, sides[0]), _kind(other, sides[1])
    if NameKind.PERSON in kinds and {*kinds} <= {NameKind.PERSON, NameKind.OTHER}:
        return not _is_named(one, sides[1]) and not _is_named(other, sides[0])
    return one.value in _GROUPS and other.value in _GROUPS


def _kind(attribution: Attribution, side: Side) -> NameKind | None:
    return next((d.kind for d in side.details if isinstance(d, Name) and d.value == attribution.value), None)


def _is_named(attribution: Attribution, side: Side) -> bool:
    return any(isinstance(d, Name) and d.value == attribution.value for d in side.details)


def _likeness(ours: tuple[Attribution, ...], theirs: tuple[Attribution, ...], sides: tuple[Side, Side]) -> float:
    """How much of what is said is the same; 0 where too little is."""
    said = [_said(side, spoken) for side, spoken in zip(sides, (ours, theirs), strict=True)]
    common = said[0] & said[1]
    share = len(common) / max(1, min(len(said[0]), len(said[1])))
    return share if share >= _ALIKE and len(common) >= _LEAST else 0.0


def _said(side: Side, spoken: tuple[Attribution, ...]) -> frozenset[str]:
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


def _is_same_count(ours: Quantity, theirs: Quantity, lexicon: Lexicon) -> bool:
    same = ours.kind is theirs.kind and (ours.low, ours.high) == (theirs.low, theirs.high)
    if not same or ours.kind in {Kind.ORDINAL, Kind.AGE} or ours.high <= _FEW:
        return False
    return bool(ours.noun) and lexicon.kinship(ours.noun, theirs.noun) >= SYNONYMS
