"""Who and what is named: entities that both claims name, and two names in one slot."""

from collections.abc import Iterator, Sequence

from counterpoint.engine.clauses import SAYING, Predicate
from counterpoint.engine.comparators.exchanges import are_two, entities, find_exchanged
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    SYNONYMS,
    Contrast,
    agreement,
    contents,
    difference,
    predicates_of,
    sameness,
)
from counterpoint.engine.details import Aspect, Name, NameKind, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_AGREEMENT = {NameKind.PERSON: 0.6, NameKind.ORGANISATION: 0.5, NameKind.PLACE: 0.4, NameKind.OTHER: 0.5}
_SAME_ROLE = 0.8
_SAME_ACT = 0.7
_ALIKE = 0.3  # share of common content from which two claims are about one thing
_VERY_ALIKE = 0.6  # and from which two of one family are one


def compare_names(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The entities that both claims name, and where two different persons or organisations fill one slot."""
    ours, theirs = _names(a), _names(b)
    found = [*_agreements(ours, theirs, (a, b)), *_role_agreements((a, b))]
    if not ours or not theirs:
        return tuple(found)
    only_a = {name.value for name in ours} - entities(b)
    only_b = {name.value for name in theirs} - entities(a)
    if only_a and only_b:
        differing = _Differing((a, b), only_a, only_b, lexicon)
        pairs = set[tuple[Span, Span]]()
        exchanged = find_exchanged(a, b, lexicon)
        for finding in (*differing.in_roles(), *differing.in_acts(), *differing.in_spelling(), *exchanged):
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

    def in_acts(self) -> Iterator[Finding]:
        """One act, two doers: "Smith shot the guard" and "Jones shot the guard"."""
        a, b = self._sides
        ours = [p for p in predicates_of(a, self._lexicon) if self._is_act(p)]
        theirs = [p for p in predicates_of(b, self._lexicon) if self._is_act(p)]
        for p in ours:
            for q in theirs:
                if p.is_passive == q.is_passive and self._lexicon.kinship(p.verb, q.verb) >= SYNONYMS:
                    yield from self._doers(p, q)

    @staticmethod
    def _is_act(predicate: Predicate) -> bool:
        return bool(predicate.subject) and not predicate.is_copula and predicate.verb not in SAYING

    def _doers(self, p: Predicate, q: Predicate) -> Iterator[Finding]:
        ours, theirs = self._slot(0, p.subject), self._slot(1, q.subject)
        if not ours or not theirs or not _are_alike(ours.kind, theirs.kind) or are_two(ours, theirs, self._sides):
            return
        objects = sameness(p.objects or p.rest, q.objects or q.rest, self._sides, self._lexicon)
        if objects >= SYNONYMS:
            yield from _kept(
                difference(
                    Contrast(Aspect.NAME, "one act, two names"),
                    (ours.span, theirs.span),
                    self._sides,
                    _SAME_ACT * objects,
                )
            )

    def _slot(self, which: int, phrase: Sequence[Word]) -> Name | None:
        """The name that heads the phrase, where the other claim does not have it and no second name is beside it."""
        side = self._sides[which]
        named = [n for n in _names(side) if any(n.span.contains(w.span) for w in phrase)]
        head = next((n for n in named if n.span.contains(phrase[0].span)), None)
        others = {n.value for n in named if n.kind is not NameKind.PLACE} - {head.value if head else ""}
        return head if head and head.value in self._only[which] and not others else None

    def in_spelling(self) -> Iterator[Finding]:
        """One given name with two surnames in claims of one content, or one surname with two given names."""
        ours, theirs = self._persons(0), self._persons(1)
        if len(ours) != 1 or len(theirs) != 1:
            return
        (name,), (other,) = ours, theirs
        mine, others = name.value.split(), other.value.split()
        least = _ALIKE if mine[0] == others[0] else _VERY_ALIKE
        if (mine[0] == others[0]) == (mine[-1] == others[-1]):
            return  # strangers, or told apart by what stands between: "George W. Bush"
        if self._likeness(name, other) >= least:
            contrast = Contrast(Aspect.NAME, "one person, two names")
            yield from _kept(difference(contrast, (name.span, other.span), self._sides, 0.6))

    def _persons(self, which: int) -> list[Name]:
        by_value = {
            n.value: n
            for n in reversed(_names(self._sides[which]))
            if n.value in self._only[which] and n.kind is NameKind.PERSON and " " in n.value
        }
        return list(by_value.values())

    def _likeness(self, name: Name, other: Name) -> float:
        ours, theirs = contents(self._sides[0]) - {name.value}, contents(self._sides[1]) - {other.value}
        return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _are_alike(a: NameKind, b: NameKind) -> bool:
    """Whether both are persons or both organisations, as far as is known of one of them."""
    kinds = {a, b} - {NameKind.OTHER}
    return len(kinds) == 1 and NameKind.PLACE not in kinds


def _kept(finding: Finding | None) -> Iterator[Finding]:
    if finding:
        yield finding
