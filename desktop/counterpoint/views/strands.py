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


@dataclass(frozen=True, slots=True)
class Strand:
    """A relation to draw between marks, by their numbers on the left page and on the right one."""

    relation: RelationId
    kind: RelationKind
    left: int
    right: int
    is_chosen: bool
    is_faded: bool
    is_by_hand: bool
    words: str  # what the tool tip says

    @property
    def layer(self) -> tuple[bool, bool, bool]:
        """What lies on top is painted last."""
        return self.is_chosen, not self.is_faded, self.kind is RelationKind.CONFLICT


@dataclass(frozen=True, slots=True)
class Stub:
    """Relations of one mark that end where no ribbon can go: in the column of this letter, or up or down this one."""

    mark: int
    is_left: bool  # the mark is on the left page
    where: str  # a letter, or an arrow
    relations: tuple[RelationId, ...]
    kind: RelationKind  # a conflict, where one is among them
    is_chosen: bool
    is_faded: bool
    words: str

    @property
    def label(self) -> str:
        return self.where if len(self.relations) == 1 else f"{self.where} {len(self.relations)}"


class Weaver:
    """Makes strands and stubs of a walk's findings, for the columns that are in view."""

    def __init__(self, walk: Walk, pages: Mapping[SourceId, Page], shown: Sequence[SourceId]) -> None:
        self._walk = walk
        self._pages = pages
        self._shown = list(shown)
        self._letters = letters_of(walk.workspace)
        self._strands: dict[tuple[SourceId, SourceId], list[Strand]] = {}
        self._leaving: dict[tuple[SourceId, int, SourceId], list[Finding]] = {}
        neighbours = {frozenset(pair) for pair in pairwise(shown)}
        for finding in walk.everything:
            if finding.sources in neighbours:
                self._add_strand(finding)
            else:
                self._add_leaving(finding)

    def strands(self, left: SourceId, right: SourceId) -> list[Strand]:
        """Between two neighbours."""
        return self._strands.get((left, right), [])

    def stubs(self, left: SourceId, right: SourceId) -> list[Stub]:
        """Those that the gutter between two neighbours shows."""
        found: list[Stub] = []
        for (source, mark, other), findings in self._leaving.items():
            side = self._side(source, other)
            if (source == left and side > 0) or (source == right and side < 0):
                found.append(self._stub(mark, other, findings, is_left=source == left))
        return found

    def _add_strand(self, finding: Finding) -> None:
        one, other = finding.a, finding.b
        if self._shown.index(one.source.id) > self._shown.index(other.source.id):
            one, other = other, one
        left, right = (self._pages[side.source.id].number_of(side.claim.id) for side in (one, other))
        if left is None or right is None:
            return
        strand = Strand(
            relation=finding.id,
            kind=finding.kind,
            left=left,
            right=right,
            is_chosen=self._is_chosen(finding),
            is_faded=self._is_faded(finding),
            is_by_hand=finding.is_by_hand,
            words=_words(finding),
        )
        self._strands.setdefault((one.source.id, other.source.id), []).append(strand)

    def _add_leaving(self, finding: Finding) -> None:
        for side, other in ((finding.a, finding.b), (finding.b, finding.a)):
            page = self._pages.get(side.source.id)
            mark = page.number_of(side.claim.id) if page and side.source.id in self._shown else None
            if mark is not None:
                self._leaving.setdefault((side.source.id, mark, other.source.id), []).append(finding)

    def _side(self, source: SourceId, other: SourceId) -> int:
        """Where the other lies, seen from a column in view: -1 left, 1 right. An outermost column has one gutter."""
        place = self._shown.index(source)
        if place in (0, len(self._shown) - 1):
            return 1 if place == 0 else -1
        if other in self._shown:
            return 1 if self._shown.index(other) > place else -1
        order = list(self._letters)
        return 1 if order.index(other) > order.index(source) else -1

    def _stub(self, mark: int, other: SourceId, findings: Sequence[Finding], *, is_left: bool) -> Stub:
        more = f"{len(findings)} more in {self._letters[other]}"
        return Stub(
            mark=mark,
            is_left=is_left,
            where=self._letters[other],
            relations=tuple(finding.id for finding in findings),
            kind=min(finding.kind for finding in findings),  # "conflict" comes before "match"
            is_chosen=any(self._is_chosen(finding) for finding in findings),
            is_faded=all(self._is_faded(finding) for finding in findings),
            words="\n".join([more, *(_words(finding) for finding in findings[:4])]),
        )

    def _is_chosen(self, finding: Finding) -> bool:
        return self._walk.current is not None and finding.id == self._walk.current.id

    def _is_faded(self, finding: Finding) -> bool:
        return finding.ruling is Ruling.REJECTED or not self._walk.lists(finding)


def _words(finding: Finding) -> str:
    by_hand = ", by hand" if finding.is_by_hand else ""
    return f"{NAMES[finding.kind]}{by_hand}: {finding.headline[0]} / {finding.headline[1]}"
