"""One name in place of another: claims that are otherwise of the same content name two entities in one slot."""

import re
from collections.abc import Iterator, Sequence, Set

from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import Contrast, contents, difference
from counterpoint.engine.details import Aspect, Attribution, Name, NameKind, Quantity, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span

#: Share of common content, the names apart, from which one may stand for the other in the same slot.
_ALIKE = {NameKind.PERSON: 0.5, NameKind.ORGANISATION: 0.6, NameKind.PLACE: 0.7, NameKind.OTHER: 0.7}
_SO_ALIKE = 0.85  # from which a person does so in whatever slot
_NEVER = 2.0
_OF_SEVERAL = re.compile(
    r"\b(?:including|include[ds]?|among them|such as|like|notably|[Aa]mong (?:the|those) \w+ (?:is|are|was|were))"
    r" (?:[\w.’'-]+ ){0,4}$"
)
_INITIALS = 5  # letters
_LEAST = 3  # words in common; a person whom both name is as good as one of them
_PLACE_LISTS = ("countries", "states", "places")
REASONS = {
    NameKind.PERSON: Contrast(Aspect.NAME, "not the same person"),
    NameKind.ORGANISATION: Contrast(Aspect.NAME, "not the same organisation"),
    NameKind.PLACE: Contrast(Aspect.PLACE, "not the same place"),
    NameKind.OTHER: Contrast(Aspect.NAME, "not the same name"),
}


def find_exchanged(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """Where each claim names one entity that the other does not, in its place: "went to Paris", "went to Rome"."""
    ours, theirs = _others(a, b), _others(b, a)
    if not ours or not theirs:
        return
    sides = (a, b)
    alike = _likeness(sides, {name.value for name in (*ours, *theirs)})
    if not alike or _are_counted_apart(sides):
        return
    pairs = [
        (mine, other)
        for mine in ours
        for other in theirs
        if _fits(mine, other, sides, lexicon) <= alike and not are_two(mine, other, sides)
    ]
    for mine, other in pairs:
        rivals = [pair for pair in pairs if (pair[0] == mine) != (pair[1] == other)]
        if rivals:
            continue  # too much to know which stands for which
        kind = mine.kind if mine.kind is not NameKind.OTHER else other.kind
        finding = difference(REASONS[kind], (mine.span, other.span), sides, 0.8 * alike)
        if finding:
            yield finding


def _are_counted_apart(sides: tuple[Side, Side]) -> bool:
    """Whether each claim counts the same things, and none the same number: two parties and the seats of each."""
    ours, theirs = ({(d.noun, d.low, d.high) for d in side.details if isinstance(d, Quantity)} for side in sides)
    return bool({noun for noun, *_ in ours} & {noun for noun, *_ in theirs} - {""}) and not ours & theirs


def _fits(mine: Name, other: Name, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How alike the claims must be for one name to stand in the other's place; more than 1 where it can't."""
    kinds = {mine.kind, other.kind}
    if len(kinds) > 1 and NameKind.OTHER not in kinds:
        return _NEVER
    if _overlap(mine.value, other.value):  # "Long Beach", "North Long Beach"; but "Ozy Media", "Ufo Media"
        return _SO_ALIKE if _differ_in_one(mine.value.split(), other.value.split()) else _NEVER
    in_slot = _stand_alike(mine, other, sides)
    if NameKind.PLACE in kinds:
        return _fits_as_place(mine, other, lexicon) if in_slot else _NEVER
    kind = mine.kind if mine.kind is not NameKind.OTHER else other.kind
    outlets = is_outlet(mine.value, lexicon) + is_outlet(other.value, lexicon)
    if kind is NameKind.ORGANISATION and outlets:
        return _SO_ALIKE if in_slot and outlets == 1 else _NEVER
    elsewhere = _SO_ALIKE if kind is NameKind.PERSON else _NEVER
    return _ALIKE[kind] if in_slot else elsewhere


def _fits_as_place(mine: Name, other: Name, lexicon: Lexicon) -> float:
    """The same of two places in one slot: a town lies in its country, and of unknown names nobody can tell."""
    sizes = size(mine, lexicon), size(other, lexicon)
    if mine.kind is other.kind and sizes[0] != sizes[1]:
        return _NEVER
    return _ALIKE[NameKind.PLACE] if all(sizes) else _SO_ALIKE


@once
def entities(side: Side) -> frozenset[str]:
    """The keys of all whom the claim speaks of: by name, by role or as the one who says it."""
    named = {d.value for d in side.details if isinstance(d, Name | Attribution)}
    return frozenset(named | {d.bearer for d in side.details if isinstance(d, Title) and d.bearer})


def _others(side: Side, other: Side) -> list[Name]:
    """One name each of the entities that only this claim names, speakers apart."""
    theirs = entities(other)
    return [name for name in told_of(side) if name.value not in theirs]


@once
def told_of(side: Side) -> tuple[Name, ...]:
    """One name each of the entities that the claim tells something of."""
    speakers = [detail.span for detail in side.details if isinstance(detail, Attribution)]
    found: dict[str, Name] = {}
    for detail in side.details:
        if isinstance(detail, Name) and not _is_aside(detail, side, speakers):
            found.setdefault(detail.value, detail)
    return tuple(found.values())


def _is_aside(name: Name, side: Side, speakers: Sequence[Span]) -> bool:
    """Whether the name is the speaker's, one of several, or in brackets, as outlets and short forms are."""
    if is_of_several(name, side):
        return True
    return side.text[max(0, name.span.start - 1)] == "(" or any(span.overlaps(name.span) for span in speakers)


def is_of_several(name: Name, side: Side) -> bool:
    """Whether the words before the name say that others could be named as well: "among the dead was"."""
    return bool(_OF_SEVERAL.search(side.text, side.span.start, name.span.start))


def are_two(a: Name, b: Name, sides: tuple[Side, Side]) -> bool:
    """Whether the claims give the two other roles: a mayor and a former mayor may both have come."""
    ours, theirs = (
        {(d.value, d.of, d.is_former) for d in side.details if isinstance(d, Title) and d.bearer == name.value}
        for name, side in zip((a, b), sides, strict=True)
    )
    return bool(ours and theirs) and not ours & theirs


def size(place: Name, lexicon: Lexicon) -> str:
    """What sort of place it is: which list has it, or else the last word of its name."""
    listed = next((name for name in _PLACE_LISTS if place.value in lexicon.lists.get(name, {})), "")
    last = place.value.rsplit(" ", 1)[-1]
    return listed or (last if last in lexicon.lists.get("name_endings", {}) else "")


def is_outlet(key: str, lexicon: Lexicon) -> bool:
    """Whether the entity only passes on what others say; of initials nobody can tell."""
    outlets = lexicon.lists.get("outlets", {})
    return outlets.get(key) == "outlet" or key.rsplit(" ", 1)[-1] in outlets or len(key) <= _INITIALS


def _overlap(a: str, b: str) -> bool:
    return bool(set(a.split()) & set(b.split()))


def _differ_in_one(a: Sequence[str], b: Sequence[str]) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _likeness(sides: tuple[Side, Side], names: Set[str]) -> float:
    common = (contents(sides[0]) & contents(sides[1])) - names
    if len(common) + 1 < _LEAST:
        return 0.0
    ours, theirs = contents(sides[0]) - names, contents(sides[1]) - names
    persons = {d.value for d in sides[0].details if isinstance(d, Name) and d.kind is NameKind.PERSON}
    if len(common) + bool(common & persons) < _LEAST:
        return 0.0
    return len(common) / min(len(ours), len(theirs))


def _stand_alike(a: Name, b: Name, sides: tuple[Side, Side]) -> bool:
    """Whether the same word stands before both, or after both."""
    ours, theirs = neighbours(a.span, sides[0]), neighbours(b.span, sides[1])
    return any(mine and mine == other for mine, other in zip(ours, theirs, strict=True))


def neighbours(span: Span, side: Side) -> tuple[str, str]:
    """The words before and after the span, articles and genitives apart; "" at the claim's ends."""
    before = [word.lemma for word in side.words if word.span.end <= span.start and word.lemma not in {"the", "s"}]
    after = [word.lemma for word in side.words if word.span.start >= span.end and word.lemma != "s"]
    return (before[-1] if before else "", after[0] if after else "")
