"""Who and what is named: entities that both claims name, and two names in one slot."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterpoint.engine.comparators.exchanges import (
    REASONS,
    are_two,
    entities,
    find_exchanged,
    is_of_several,
    is_outlet,
    neighbours,
    size,
    told_of,
)
from counterpoint.engine.comparators.fillers import DOER, UNDERGOER, Filler, are_one_act, fillers_of, share_slot
from counterpoint.engine.comparators.replacements import are_parallel, find_replaced
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import MAYBE, SYNONYMS, Contrast, agreement, contents, difference
from counterpoint.engine.comparators.swaps import find_swapped
from counterpoint.engine.details import Aspect, Attribution, Name, NameKind, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_AGREEMENT = {NameKind.PERSON: 0.6, NameKind.ORGANISATION: 0.5, NameKind.PLACE: 0.4, NameKind.OTHER: 0.5}
_SAME_ROLE = 0.8
_RETOLD = 0.7
_LARGE = frozenset({"countries", "states", "county"})  # what takes in towns
_SAME_ACT = 0.7
_ONE_GIVEN_NAME, _NAMED_ALIKE = 0.4, 0.65  # two full names of one given name: in claims of little and of much in common
_SO_ALIKE = 0.4  # share of common content that is much
_VERY_ALIKE = 0.6  # and from which two of one family are one


def compare_names(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The entities that both claims name, and where two different persons or organisations fill one slot."""
    ours, theirs = _names(a), _names(b)
    found = [*_agreements(ours, theirs, (a, b)), *_role_agreements((a, b)), *find_swapped(a, b, lexicon)]
    if not ours or not theirs:
        return tuple(found)
    only_a = {name.value for name in ours} - entities(b)
    only_b = {name.value for name in theirs} - entities(a)
    if only_a and only_b:
        differing = _Differing((a, b), only_a, only_b, lexicon)
        pairs = set[tuple[Span, Span]]()
        exchanged = find_exchanged(a, b, lexicon)
        for finding in (
            *differing.in_roles(),
            *differing.in_families(),
            *differing.in_slots(),
            *differing.in_spelling(),
            *exchanged,
            *differing.in_retellings(),
        ):
            if (finding.reason.a, finding.reason.b) not in pairs:
                pairs.add((finding.reason.a, finding.reason.b))
                found.append(finding)
    return tuple(found)


@once
def _names(side: Side) -> tuple[Name, ...]:
    return tuple(detail for detail in side.details if isinstance(detail, Name))


def _agreements(ours: Sequence[Name], theirs: Sequence[Name], sides: tuple[Side, Side]) -> Iterator[Finding]:
    seen: set[str] = set()
    for name in ours:
        other = next((other for other in theirs if other.value == name.value), None)
        if other and name.value not in seen:
            seen.add(name.value)
            yield agreement(name.aspect, (name.span, other.span), sides, _AGREEMENT[name.kind])


def _role_agreements(sides: tuple[Side, Side]) -> Iterator[Finding]:
    """Whom one claim names and the other calls by a role: "Macron", "the French president"."""
    named = [{name.value: name for name in reversed(_names(side))} for side in sides]
    for which, (side, others) in enumerate(zip(sides, named[::-1], strict=True)):
        for title in side.details:
            if isinstance(title, Title) and title.bearer in others and title.bearer not in named[which]:
                role, name = title.span, others[title.bearer].span
                spans = (name, role) if which else (role, name)
                yield agreement(Aspect.NAME, spans, sides, _AGREEMENT[NameKind.PERSON])


class _Differing:
    """Two claims, each of which names someone whom the other does not."""

    def __init__(self, sides: tuple[Side, Side], only_a: set[str], only_b: set[str], lexicon: Lexicon) -> None:
        self._sides = sides
        self._only = (only_a, only_b)
        self._lexicon = lexicon

    def in_roles(self) -> Iterator[Finding]:
        """One office, two holders: "Prime Minister Keir Starmer" and "Prime Minister Rishi Sunak" of Britain."""
        for ours in self._titles(0):
            for theirs in self._titles(1):
                if ours.value == theirs.value and ours.of == theirs.of and ours.is_former == theirs.is_former:
                    yield from self._bearers(ours, theirs)

    def in_families(self) -> Iterator[Finding]:
        """One surname and one part in the story, two given names: "the guide, Wil Ruiz" and "local guide Will Ruiz"."""
        for ours in self._parts(0):
            for theirs in self._parts(1):
                names = ours.bearer.split(), theirs.bearer.split()
                if ours.value != theirs.value or names[0][-1] != names[1][-1] or len(names[0]) != len(names[1]):
                    continue
                yield from (replace(finding, is_personal=True) for finding in self._bearers(ours, theirs))

    def _parts(self, which: int) -> Iterator[Title]:
        """What people of two names or more are, but for relatives: two brothers have one surname."""
        relatives = self._lexicon.lists.get("relationships", {})
        titles = [detail for detail in self._sides[which].details if isinstance(detail, Title)]
        for title in titles:
            if title.bearer in self._only[which] and " " in title.bearer and title.value not in relatives:
                yield from () if title.is_former else (title,)

    def _titles(self, which: int) -> Iterator[Title]:
        for detail in self._sides[which].details:
            if isinstance(detail, Title) and detail.of and detail.bearer in self._only[which]:
                yield detail

    def _bearers(self, ours: Title, theirs: Title) -> Iterator[Finding]:
        spans = [
            next((name.span for name in _names(side) if name.value == title.bearer), None)
            for side, title in zip(self._sides, (ours, theirs), strict=True)
        ]
        if spans[0] and spans[1]:
            office = ours.span.of(self._sides[0].text)
            yield from _kept(
                difference(Contrast(Aspect.NAME, f"another {office}"), (spans[0], spans[1]), self._sides, _SAME_ROLE)
            )

    def in_slots(self) -> Iterator[Finding]:
        """One slot of one act, two names: "sentenced by Judge Croft" and "Judge Pike sentenced him"."""
        ours, theirs = (
            [(filler, name) for filler, name in _named_fillers(side, self._lexicon) if name.value in only]
            for side, only in zip(self._sides, self._only, strict=True)
        )
        for x, name in ours:
            for y, other in theirs:
                yield from self._fillers((x, y), (name, other))

    def in_retellings(self) -> Iterator[Finding]:
        """One sentence told twice with another name in it."""
        replaced = tuple(find_replaced(*self._sides))
        if are_parallel(replaced, self._sides, self._lexicon):
            return
        for ours, theirs in replaced:
            names = self._within(0, ours), self._within(1, theirs)
            if names[0] and names[1] and self._may_stand(names[0], names[1]):
                kinds = [name.kind for name in names if name and name.kind is not NameKind.OTHER]
                contrast = REASONS[kinds[0] if kinds else NameKind.OTHER]
                yield from _kept(difference(contrast, (names[0].span, names[1].span), self._sides, _RETOLD))

    def _within(self, which: int, words: Sequence[Word]) -> Name | None:
        """The only name among the words that the other claim does not have."""
        named = {
            name.value: name
            for name in told_of(self._sides[which])
            if name.value in self._only[which] and any(name.span.contains(word.span) for word in words)
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def _may_stand(self, one: Name, other: Name) -> bool:
        """Whether one name may stand in the other's place without being the other: not a town in its country's."""
        kinds = {one.kind, other.kind}
        if (len(kinds) > 1 and NameKind.OTHER not in kinds) or _overlap(one, other):
            return False
        if all(is_outlet(name.value, self._lexicon) for name in (one, other)) and self._is_told(one):
            return False
        if kinds == {NameKind.OTHER} and len(one.value.split()) != len(other.value.split()):
            return False  # "a Controlled Substance", "Xanax"
        sizes = {size(name, self._lexicon) for name in (one, other)}
        return len(sizes) == 1 or not sizes & _LARGE

    def _is_told(self, name: Name) -> bool:
        """Whether the first claim's name is of whom something was said to, or of who passed it on: "told CBS"."""
        before, _ = neighbours(name.span, self._sides[0])
        return before in {"to", "by"} or before in self._lexicon.lists.get("saying", {})

    def _fillers(self, fillers: tuple[Filler, Filler], names: tuple[Name, Name]) -> Iterator[Finding]:
        if not _are_alike(*(name.kind for name in names)) or _overlap(*names):
            return
        slot = share_slot(*fillers, self._sides, self._lexicon)
        is_sure = slot >= SYNONYMS
        if slot > MAYBE and (is_sure or (fillers[0].relation != UNDERGOER and not are_two(*names, self._sides))):
            spans = names[0].span, names[1].span
            contrast = Contrast(Aspect.NAME, "one act, two names" if fillers[0].act else "not the same name")
            yield from _kept(difference(contrast, spans, self._sides, _SAME_ACT * slot))

    def in_spelling(self) -> Iterator[Finding]:
        """One given name with two surnames in claims about one thing, or one surname with two given names."""
        ours, theirs = self._persons(0), self._persons(1)
        for name in ours:
            for other in theirs:
                strength = self._may_be_one(name, other, are_alone=len(ours) == len(theirs) == 1)
                if strength:
                    contrast = Contrast(Aspect.NAME, "one person, two names")
                    yield from _kept(difference(contrast, (name.span, other.span), self._sides, strength))

    def _may_be_one(self, name: Name, other: Name, *, are_alone: bool) -> float:
        """How surely two full names are one person's; "George W. Bush" and "George H.W. Bush" are two."""
        mine, others = name.value.split(), other.value.split()
        same_given, same_last = mine[0] == others[0], mine[-1] == others[-1]
        if same_given == same_last or are_two(name, other, self._sides) or self._do_other_things(name, other):
            return 0.0
        likeness = self._likeness(name, other)
        if name.double == other.value:
            return _ONE_GIVEN_NAME + (_NAMED_ALIKE - _ONE_GIVEN_NAME) * min(1.0, likeness / _SO_ALIKE)
        return _NAMED_ALIKE if are_alone and likeness >= _VERY_ALIKE else 0.0

    def _do_other_things(self, name: Name, other: Name) -> bool:
        """Whether the two do one sort of thing that all else tells apart: "taught maths", "taught physics"."""
        theirs = [y for y in fillers_of(self._sides[1], self._lexicon) if other.span.contains(y.head.span)]
        return any(
            are_one_act(x, y, self._lexicon) and share_slot(x, y, self._sides, self._lexicon) == 0
            for x in fillers_of(self._sides[0], self._lexicon)
            if name.span.contains(x.head.span)
            for y in theirs
        )

    def _persons(self, which: int) -> list[Name]:
        by_value = {
            n.value: n
            for n in reversed(_names(self._sides[which]))
            if n.value in self._only[which] and n.kind is NameKind.PERSON and " " in n.span.of(self._sides[which].text)
        }
        return list(by_value.values())

    def _likeness(self, name: Name, other: Name) -> float:
        ours, theirs = contents(self._sides[0]) - {name.value}, contents(self._sides[1]) - {other.value}
        return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


@once
def _named_fillers(side: Side, lexicon: Lexicon) -> tuple[tuple[Filler, Name], ...]:
    """The phrases that a name heads where only one can fill the slot, each with the name; speakers apart."""
    speakers = [detail.span for detail in side.details if isinstance(detail, Attribution)]
    found: list[tuple[Filler, Name]] = []
    for filler in fillers_of(side, lexicon):
        name = next((name for name in _names(side) if name.span.contains(filler.head.span)), None)
        is_speaker = any(span.overlaps(filler.span) for span in speakers)
        if name and not is_speaker and not _may_be_many(filler, side, lexicon) and not is_of_several(name, side):
            found.append((filler, name))
    return tuple(found)


def _may_be_many(filler: Filler, side: Side, lexicon: Lexicon) -> bool:
    """Whether many can do so at one time, or it can befall many: be tired, come, be killed; only one is the winner."""
    act = filler.act
    if act is None or filler.relation not in {DOER, UNDERGOER}:
        return False
    if filler.relation == UNDERGOER:
        return lexicon.listed("fates", act.verb) is not None
    if act.is_copula:
        return " the " not in side.text[act.span.start : act.main.end]
    return lexicon.listed("shared_acts", act.verb) is not None


def _overlap(a: Name, b: Name) -> bool:
    """Whether one name may be the other told more fully: "Long Beach", "North Long Beach"."""
    ours, theirs = set(a.value.split()), set(b.value.split())
    return ours <= theirs or theirs <= ours


def _are_alike(a: NameKind, b: NameKind) -> bool:
    """Whether both are persons or both organisations, as far as is known of one of them."""
    kinds = {a, b} - {NameKind.OTHER}
    return len(kinds) == 1 and NameKind.PLACE not in kinds


def _kept(finding: Finding | None) -> Iterator[Finding]:
    if finding:
        yield finding
