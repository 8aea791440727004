"""What a gutter draws: relations between two columns as strands, and stubs for those that leave for other columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterpoint.app.findings import Finding, letters_of
from counterpoint.engine.relations import RelationId, RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Ruling
from counterpoint.views.pages import Page
from counterpoint.views.themes import NAMES
from counterpoint.views.walks import Walk

_TOLD = 4  # findings of a stub that are told one by one


@dataclass(frozen=True, slots=True)
class Strand:
    """A finding to draw between marks, by their numbers on the left page and on the right one."""

    finding: Finding
    left: int
    right: int
    is_chosen: bool
    is_faded: bool

    @property
    def relation(self) -> RelationId:
        return self.finding.id

    @property
    def kind(self) -> RelationKind:
        return self.finding.kind

    @property
    def is_by_hand(self) -> bool:
        return self.finding.is_by_hand

    @property
    def words(self) -> str:
        """What the tool tip says."""
        return _words(self.finding)

    @property
    def layer(self) -> tuple[bool, bool, bool]:
        """What lies on top is painted last."""
        return self.is_chosen, not self.is_faded, self.kind is RelationKind.CONFLICT


@dataclass(frozen=True, slots=True)
class Stub:
    """Findings on one mark that end where no ribbon can go: in the column of this letter, or up or down this one.

    Several of them in one place are one stub whose `where` is empty.
    """

    findings: tuple[Finding, ...]
    where: str  # a letter, or an arrow
    place: str  # the same in words: "in D", "below"
    is_chosen: bool
    is_faded: bool
    parts: "tuple[Stub, ...]" = ()

    @property
    def relations(self) -> tuple[RelationId, ...]:
        return tuple(finding.id for finding in self.findings)

    @property
    def kind(self) -> RelationKind:
        """A conflict, where one is among them."""
        return min(finding.kind for finding in self.findings)

    @property
    def label(self) -> str:
        if self.parts:
            return " ".join(part.label for part in self.parts)
        return self.where if len(self.findings) == 1 else f"{self.where} {len(self.findings)}"

    @property
    def words(self) -> str:
        """What the tool tip says."""
        if self.parts:
            return "\n".join(part.words for part in self.parts)
        told = [_words(finding) for finding in self.findings[:_TOLD]]
        return "\n".join([f"{len(self.findings)} more {self.place}", *told])


def stub_of(strands: Sequence[Strand], where: str, place: str) -> Stub:
    """Strands whose other ends are out of view."""
    return Stub(
        findings=tuple(strand.finding for strand in strands),
        where=where,
        place=place,
        is_chosen=any(strand.is_chosen for strand in strands),
        is_faded=all(strand.is_faded for strand in strands),
    )


def together(stubs: Sequence[Stub]) -> Stub:
    """Several as one, where there is room for one."""
    if len(stubs) == 1:
        return stubs[0]
    return Stub(
        findings=tuple(finding for stub in stubs for finding in stub.findings),
        where="",
        place="",
        is_chosen=any(stub.is_chosen for stub in stubs),
        is_faded=all(stub.is_faded for stub in stubs),
        parts=tuple(stubs),
    )


class Weaver:
    """Makes strands and stubs of findings, for the columns that are in view; stubs only when they are asked for."""

    def __init__(self, walk: Walk, pages: Mapping[SourceId, Page], shown: Sequence[SourceId]) -> None:
        self._walk = walk
        self._places = {source: number for number, source in enumerate(shown)}
        self._letters = letters_of(walk.workspace)
        self._order = {source: number for number, source in enumerate(self._letters)}
        self._between: dict[tuple[SourceId, SourceId], list[tuple[Finding, int, int]]] = {}
        self._leaving: dict[tuple[SourceId, int], dict[SourceId, list[Finding]]] = {}
        neighbours = {frozenset(pair) for pair in pairwise(shown)}
        for finding in walk.everything:
            sides = (finding.a, finding.b)
            ends = [(side.source.id, pages[side.source.id].number_of(side.claim.id)) for side in sides]
            if finding.sources in neighbours:
                (left, one), (right, other) = sorted(ends, key=lambda end: self._places[end[0]])
                if one is not None and other is not None:
                    self._between.setdefault((left, right), []).append((finding, one, other))
                continue
            for (source, mark), (other_source, _) in (ends, reversed(ends)):
                if source in self._places and mark is not None:
                    self._leaving.setdefault((source, mark), {}).setdefault(other_source, []).append(finding)

    def strands(self, left: SourceId, right: SourceId) -> list[Strand]:
        """Between two neighbours, as they are now."""
        current = self._walk.current
        return [
            Strand(finding, one, other, current is not None and finding.id == current.id, self._is_faded(finding))
            for finding, one, other in self._between.get((left, right), ())
        ]

    def stubs(self, source: SourceId, mark: int, *, is_left: bool) -> list[Stub]:
        """Those of a mark of one column, that the gutter on its right shows, or, not `is_left`, the one on its left."""
        leaving = self._leaving.get((source, mark), {})
        side = 1 if is_left else -1
        others = sorted((other for other in leaving if self._side(source, other) == side), key=self._order.__getitem__)
        return [self._stub(other, leaving[other]) for other in others]

    def _side(self, source: SourceId, other: SourceId) -> int:
        """Where the other lies, seen from a column in view: -1 left, 1 right. An outermost column has one gutter."""
        place = self._places[source]
        if place in (0, len(self._places) - 1):
            return 1 if place == 0 else -1
        if other in self._places:
            return 1 if self._places[other] > place else -1
        return 1 if self._order[other] > self._order[source] else -1

    def _stub(self, other: SourceId, findings: Sequence[Finding]) -> Stub:
        current = self._walk.current
        return Stub(
            findings=tuple(findings),
            where=self._letters[other],
            place=f"in {self._letters[other]}",
            is_chosen=current is not None and any(finding.id == current.id for finding in findings),
            is_faded=all(self._is_faded(finding) for finding in findings),
        )

    def _is_faded(self, finding: Finding) -> bool:
        return finding.ruling is Ruling.REJECTED or not self._walk.lists(finding)


def _words(finding: Finding) -> str:
    by_hand = ", by hand" if finding.is_by_hand else ""
    return f"{NAMES[finding.kind]}{by_hand}: {finding.headline[0]} / {finding.headline[1]}"
