"""One name in place of another: claims that are otherwise of the same content name two entities in one slot."""

from collections.abc import Iterator, Sequence, Set

from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.slots import Contrast, contents, difference
from counterpoint.engine.details import Aspect, Attribution, Name, NameKind, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span

#: Share of common content, the names apart, from which one may stand for the other in the same slot.
_ALIKE = {NameKind.PERSON: 0.5, NameKind.ORGANISATION: 0.6, NameKind.PLACE: 0.7, NameKind.OTHER: 0.7}
_SO_ALIKE = 0.85  # from which a person does so in whatever slot
_LEAST = 3  # words in common
_PLACE_LISTS = ("countries", "states", "places")
_REASONS = {
    NameKind.PERSON: Contrast(Aspect.NAME, "not the same person"),
    NameKind.ORGANISATION: Contrast(Aspect.NAME, "not the same organisation"),
    NameKind.PLACE: Contrast(Aspect.PLACE, "not the same place"),
    NameKind.OTHER: Contrast(Aspect.NAME, "not the same name"),
}


def find_exchanged(a: Side, b: Side, lexicon: Lexicon) -> Iterator[Finding]:
    """Where each claim names one entity that the other does not, in its place: "went to Paris", "went to Rome"."""
    ours, theirs = _others(a, b), _others(b, a)
    pairs = [(mine, other) for mine in ours for other in theirs if _are_of_a_kind(mine, other, (a, b), lexicon)]
    if len(pairs) != 1:
        return  # nothing, or too much to know which stands for which
    (mine, other), *_ = pairs
    alike = _likeness((a, b), {name.value for name in (*ours, *theirs)})
    kind = mine.kind if mine.kind is not NameKind.OTHER else other.kind
    in_slot = (kind is NameKind.PERSON and alike >= _SO_ALIKE) or _stand_alike(mine, other, (a, b))
    is_guess = kind is NameKind.PLACE and not (_size(mine, lexicon) and _size(other, lexicon))
    least = _SO_ALIKE if is_guess else _ALIKE[kind]
    if in_slot and alike >= least and not are_two(mine, other, (a, b)):
        finding = difference(_REASONS[kind], (mine.span, other.span), (a, b), 0.8 * alike)
        if finding:
            yield finding


def _others(side: Side, other: Side) -> list[Name]:
    """One name each of the entities that only this claim names, speakers apart."""
    theirs = {detail.value for detail in other.details if isinstance(detail, Name)}
    speakers = [detail.span for detail in side.details if isinstance(detail, Attribution)]
    found: dict[str, Name] = {}
    for detail in side.details:
        if isinstance(detail, Name) and detail.value not in theirs and not _is_aside(detail, side, speakers):
            found.setdefault(detail.value, detail)
    return list(found.values())


def _is_aside(name: Name, side: Side, speakers: Sequence[Span]) -> bool:
    """Whether the name is only the speaker's or stands in brackets, as outlets and short forms do."""
    return side.text[: name.span.start].endswith("(") or any(span.overlaps(name.span) for span in speakers)


def _are_of_a_kind(a: Name, b: Name, sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether both are persons, both organisations, or places of one size: a town lies in its country."""
    if _overlap(a.span.of(sides[0].text), b.span.of(sides[1].text)):
        return False
    kinds = {a.kind, b.kind}
    if kinds == {NameKind.PLACE}:
        return _size(a, lexicon) == _size(b, lexicon)
    return len(kinds) == 1 or NameKind.OTHER in kinds


def are_two(a: Name, b: Name, sides: tuple[Side, Side]) -> bool:
    """Whether the claims give the two other roles: a mayor and a former mayor may both have come."""
    ours, theirs = (
        {(d.value, d.of, d.is_former) for d in side.details if isinstance(d, Title) and d.bearer == name.value}
        for name, side in zip((a, b), sides, strict=True)
    )
    return bool(ours and theirs) and not ours & theirs


def _size(place: Name, lexicon: Lexicon) -> str:
    """What sort of place it is: which list has it, or else the last word of its name."""
    listed = next((name for name in _PLACE_LISTS if place.value in lexicon.lists.get(name, {})), "")
    last = place.value.rsplit(" ", 1)[-1]
    return listed or (last if last in lexicon.lists.get("name_endings", {}) else "")


def _overlap(a: str, b: str) -> bool:
    return bool(set(a.lower().split()) & set(b.lower().split()))


def _likeness(sides: tuple[Side, Side], names: Set[str]) -> float:
    ours, theirs = contents(sides[0]) - names, contents(sides[1]) - names
    common = len(ours & theirs)
    return common / max(1, min(len(ours), len(theirs))) if common >= _LEAST else 0.0


def _stand_alike(a: Name, b: Name, sides: tuple[Side, Side]) -> bool:
    """Whether the same word stands before both, or after both."""
    ours, theirs = neighbours(a.span, sides[0]), neighbours(b.span, sides[1])
    return any(mine and mine == other for mine, other in zip(ours, theirs, strict=True))


def neighbours(span: Span, side: Side) -> tuple[str, str]:
    """The words before and after the span, articles and genitives apart; "" at the claim's ends."""
    before = [word.lemma for word in side.words if word.span.end <= span.start and word.lemma not in {"the", "s"}]
    after = [word.lemma for word in side.words if word.span.start >= span.end and word.lemma != "s"]
    return (before[-1] if before else "", after[0] if after else "")
