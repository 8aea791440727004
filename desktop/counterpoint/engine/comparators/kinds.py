"""Kinds of one thing: the rifle of one account and the handgun of another, a stroke and a heart attack."""

from collections.abc import Iterator, Mapping, Sequence

from counterpoint.engine.comparators.exchanges import neighbours
from counterpoint.engine.comparators.fillers import BESIDE, DOER, Filler, are_one_act, fillers_of, share_slot
from counterpoint.engine.comparators.replacements import find_replaced
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import KINDS, SYNONYMS, Contrast, agreement, contents, difference, stretch
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

#: Lists of kinds of which a story has one as a rule, so that no slot needs to be shared.
_LISTS = ("weapons", "vehicles")
_LONGEST = 4  # words of a kind: "round of sixteen"
_ALIKE = 0.3  # share of common content from which two claims are about one thing
_VERY_ALIKE = 0.6  # and from which the words beside a phrase tell its slot
_IN_SLOT = 0.8
_IN_RETELLING = 0.7

_KINDS = Contrast(Aspect.NAME, "two kinds of one thing")
_PLACES = Contrast(Aspect.PLACE, "not the same place")
_ROLES = Contrast(Aspect.ROLE, "not the same person")
#: Families whose members are places, and those whose members are people.
_PLACE_FAMILIES = frozenset({"building", "dwelling", "structure", "water", "land", "rooms"})
_PEOPLE_FAMILIES = frozenset(
    [
        *("trade", "clergy", "crew", "service", "in uniform", "part in a crime", "on the road", "of the school"),
        *("of a business", "in court", "in parliament", "in an incident", "of a place", "of a work"),
    ]
)
#: A person may be two of these at once, and a case of two of them.
_LOOSE = {"trade": 0.7, "of a business": 0.7, "crime": 0.8, "weather": 0.7, "food": 0.8}


#: Families of which one may be told and another as well, but for one sentence told twice.
_ONLY_RETOLD = frozenset({"in an incident", "of a place", "of a work"})


def compare_kinds(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The kinds of weapon or vehicle that both claims name, and where they put two kinds of one family in one slot."""
    found: list[Finding] = []
    for name in _LISTS:
        kinds = lexicon.lists.get(name, {})
        ours, theirs = _kinds(a, kinds), _kinds(b, kinds)
        if ours and theirs:
            found.extend(_compared(ours, theirs, (a, b), lexicon))
    found.extend(_exchanged((a, b), lexicon))
    found.extend(_retold((a, b), lexicon))
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (-f.strength, -len(f.reason.a), f.reason.a, f.reason.b)):
        reason = finding.reason
        if not any(o.reason.a.overlaps(reason.a) and o.reason.b.overlaps(reason.b) for o in kept):
            kept.append(finding)
    return tuple(kept)


@once
def _kinds(side: Side, kinds: Mapping[str, str]) -> dict[str, Span]:
    """Each kind that the claim names, and where it does so first."""
    found: dict[str, Span] = {}
    words = side.words
    i = 0
    while i < len(words):
        length, kind = _kind_at(side, i, kinds)
        if kind:
            found.setdefault(kind, words[i].span.joined(words[i + length - 1].span))
        i += max(1, length)
    return found


def _kind_at(side: Side, i: int, kinds: Mapping[str, str]) -> tuple[int, str]:
    words = side.words
    for length in range(min(_LONGEST, len(words) - i), 0, -1):
        span = words[i].span.joined(words[i + length - 1].span)
        kind = kinds.get(span.of(side.text).lower())
        if kind:
            return length, kind
    return 0, ""


def _compared(
    ours: Mapping[str, Span], theirs: Mapping[str, Span], sides: tuple[Side, Side], lexicon: Lexicon
) -> Iterator[Finding]:
    shared = ours.keys() & theirs.keys()
    for kind in sorted(shared):
        yield agreement(Aspect.NAME, (ours[kind], theirs[kind]), sides, 0.3)
    if shared or len(ours) > 1 or len(theirs) > 1:
        return
    if lexicon.kinship(next(iter(ours)), next(iter(theirs))) >= KINDS:
        return  # an ambulance is a car, a ferry is a boat
    alike = _likeness(sides)
    if alike >= _ALIKE:
        spans = next(iter(ours.values())), next(iter(theirs.values()))
        if _are_apart(spans, sides, lexicon):
            return
        finding = difference(_KINDS, spans, sides, min(0.8, 0.4 + alike))
        if finding:
            yield finding


def _likeness(sides: tuple[Side, Side]) -> float:
    ours, theirs = contents(sides[0]), contents(sides[1])
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _are_apart(spans: tuple[Span, Span], sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether they stand in one slot of acts that all else tells apart: "sold cars in Asia", "sold buses in Europe"."""
    x, y = (
        next((f for f in fillers_of(side, lexicon) if f.span.overlaps(span)), None)
        for side, span in zip(sides, spans, strict=True)
    )
    if not x or not y or x.relation != y.relation:
        return False
    return are_one_act(x, y, lexicon) and share_slot(x, y, sides, lexicon) == 0


# --- two of one family in one slot


def _retold(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    """One sentence told twice with another of a family in it: "the suspect", "the witness"."""
    told = _told(sides[0], lexicon), _told(sides[1], lexicon)
    for ours, theirs in find_replaced(*sides):
        if _is_beside(ours[0], sides[0]):
            continue
        for words, family, kind in _endings(ours, sides[0], lexicon):
            for others, other_family, other in _endings(theirs, sides[1], lexicon):
                if family != other_family or kind == other or (family, kind) in told[1] or (family, other) in told[0]:
                    continue
                if not (family in _LISTS and lexicon.kinship(kind, other) >= KINDS):
                    spans = stretch(words), stretch(others)
                    finding = difference(_contrast(family), spans, sides, _IN_RETELLING * _LOOSE.get(family, 1.0))
                    if finding:
                        yield finding


def _is_beside(word: Word, side: Side) -> bool:
    """Whether the word stands behind "next to" or its like: a house is next to a church and next to a school."""
    before = [other.lemma for other in side.words if other.span.end <= word.span.start]
    return bool(BESIDE & set(before[-3:]))


def _endings(words: Sequence[Word], side: Side, lexicon: Lexicon) -> Iterator[tuple[Sequence[Word], str, str]]:
    """The kinds that the words name, with those that name each."""
    end = len(words)
    while end:
        length, family, kind = _ending(words[:end], side, lexicon)
        if length:
            yield words[end - length : end], family, kind
        end -= max(1, length)


class _Kind:
    """A phrase that names a kind: its family, the kind's normal form, the words that name it, and what it fills."""

    __slots__ = ("family", "filler", "kind", "words")

    def __init__(self, family: str, kind: str, words: Sequence[Word], filler: Filler) -> None:
        self.family, self.kind, self.words, self.filler = family, kind, words, filler

    @property
    def is_head(self) -> bool:
        return self.words[-1] is self.filler.head


@once
def _families(side: Side, lexicon: Lexicon) -> tuple[_Kind, ...]:
    """The kinds that fill a slot of the claim."""
    found: list[_Kind] = []
    for filler in fillers_of(side, lexicon):
        found += [_Kind(family, kind, own, filler) for own, family, kind in _endings(filler.words, side, lexicon)]
    return tuple(found)


@once
def _told(side: Side, lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Every kind that the claim names, wherever it does so."""
    endings = (_ending(side.words[: i + 1], side, lexicon) for i in range(len(side.words)))
    return frozenset((family, kind) for length, family, kind in endings if length)


def _ending(words: Sequence[Word], side: Side, lexicon: Lexicon) -> tuple[int, str, str]:
    """How many words at the end name a kind, its family and the kind; the longest that do, 0 for none."""
    last = words[-1]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        start = words[-length].span.start
        before = " ".join(side.text[start : last.span.start].lower().split(" "))
        for form in (last.text.lower(), last.lemma):
            family, kind = family_of(before + form, lexicon)
            if family:
                return length, family, kind
    return 0, "", ""


def family_of(phrase: str, lexicon: Lexicon) -> tuple[str, str]:
    """The family that a phrase in lower case is of, and its kind there; "" and "" for none."""
    kind = lexicon.listed("kinds", phrase) or phrase
    family = lexicon.listed("families", kind)
    if family and family != kind:
        return family, kind
    for name in ("weapons", "vehicles", "rooms"):
        kind = lexicon.listed(name, phrase)
        if kind:
            return name, kind
    return "", ""


def _exchanged(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    ours, theirs = (_families(side, lexicon) for side in sides)
    if not {kind.family for kind in ours} & {kind.family for kind in theirs}:
        return
    told = _told(sides[0], lexicon), _told(sides[1], lexicon)
    alike = _likeness(sides)
    for x in ours:
        for y in theirs:
            if (
                x.family in _ONLY_RETOLD
                or x.family != y.family
                or (x.family, x.kind) in told[1]
                or (y.family, y.kind) in told[0]
            ):
                continue
            slot = _slot(x, y, sides, lexicon, alike)
            if slot and not (x.family in _LISTS and lexicon.kinship(x.kind, y.kind) >= KINDS):
                strength = _IN_SLOT * slot * _LOOSE.get(x.family, 1.0) * (0.5 + 0.5 * min(1.0, alike / _VERY_ALIKE))
                finding = difference(_contrast(x.family), (stretch(x.words), stretch(y.words)), sides, strength)
                if finding:
                    yield finding


def _contrast(family: str) -> Contrast:
    if family in _PLACE_FAMILIES:
        return _PLACES
    return _ROLES if family in _PEOPLE_FAMILIES else _KINDS


def _slot(x: _Kind, y: _Kind, sides: tuple[Side, Side], lexicon: Lexicon, alike: float) -> float:
    """How surely the two stand in one slot: as heads of phrases that do, or before one noun ("red car", "blue car")."""
    if x.is_head != y.is_head or _are_counted_apart(x.filler, y.filler) or {x.filler.noun, y.filler.noun} & BESIDE:
        return 0.0
    if not x.is_head and lexicon.kinship(x.filler.head.lemma, y.filler.head.lemma) < SYNONYMS:
        return 0.0
    if x.family in _PEOPLE_FAMILIES | _PLACE_FAMILIES and x.filler.relation == DOER and _is_shared(x.filler, lexicon):
        return 0.0
    slot = share_slot(x.filler, y.filler, sides, lexicon)
    if slot or (x.filler.relation == y.filler.relation and are_one_act(x.filler, y.filler, lexicon)):
        return slot
    if not x.is_head:
        return 0.7 if alike >= _VERY_ALIKE else 0.0
    beside = neighbours(x.filler.span, sides[0]), neighbours(y.filler.span, sides[1])
    return 0.7 if alike >= _VERY_ALIKE and all(mine == other for mine, other in zip(*beside, strict=True)) else 0.0


def _is_shared(filler: Filler, lexicon: Lexicon) -> bool:
    return filler.act is not None and lexicon.listed("shared_acts", filler.act.verb) is not None


def _are_counted_apart(x: Filler, y: Filler) -> bool:
    """Whether other numbers stand in the phrases: twelve soldiers and three policemen are two groups."""
    ours, theirs = ([word.lemma for word in f.words if word.text[0].isdigit()] for f in (x, y))
    return bool(ours and theirs) and ours != theirs
