"""What a walk looks at, spread over the columns in view: marks, ribbons, what is pointed at, what is brought here."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counterpoint.app.counterparts import Counterpart, find_counterparts
from counterpoint.app.findings import Finding, letters_of
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationId, RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Subject
from counterpoint.views.columns import Column
from counterpoint.views.draft_pages import DraftPage
from counterpoint.views.gutters import Gutter
from counterpoint.views.markings import Marking
from counterpoint.views.scrolls import LINE
from counterpoint.views.strands import Stub, Weaver
from counterpoint.views.walks import Walk

if TYPE_CHECKING:
    from counterpoint.engine.facts import Fact


class Spread(QObject):
    """Between a walk and the columns of a desk, which decides which of them are in view."""

    unsettled = Signal()  # columns have another height now
    written = Signal(str, object)  # in which draft, and the Edits
    placed = Signal(str)  # the claim of a draft that one writes at
    sought = Signal()  # the claim alone that is looked at is to be brought into view

    def __init__(
        self,
        walk: Walk,
        columns: Mapping[SourceId, Column],
        in_view: Callable[[], Sequence[SourceId]],
        gutters: Callable[[], Sequence[Gutter]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._walk = walk
        self._columns = columns
        self._in_view = in_view
        self._gutters = gutters
        self._marking = Marking(walk)
        self._facts: dict[ClaimId, Fact] = {}
        self._weaver: Weaver | None = None
        self._woven_of: tuple[object, tuple[SourceId, ...]] = (None, ())
        self._selected: list[SourceId] = []  # in which words are selected, the last one last

    def take_in(self, column: Column) -> None:
        """Listens to one more."""
        name, page = column.source.id, column.page
        if isinstance(page, DraftPage):
            page.written.connect(lambda edits: self.written.emit(name, edits))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
            page.placed.connect(self.placed)
        page.picked.connect(self._pick)
        page.pointed.connect(self._point)
        page.settled.connect(lambda: self._select(name))
        page.resized.connect(self._resize_claim)
        page.laid_out.connect(self.redraw)
        page.verticalScrollBar().valueChanged.connect(self.redraw)
        column.closed.connect(self.close_peek)
        column.sought.connect(self._go_to)

    def take_in_gutter(self, gutter: Gutter) -> None:
        gutter.chosen.connect(self._pick_relations)
        gutter.pointed.connect(self._point_at_relation)

    # Marks and ribbons

    def mark(self) -> None:
        """Everything anew."""
        comparison = self._walk.workspace.comparison
        self._facts = {claim: fact for fact in (comparison.facts if comparison else ()) for claim in fact.claims}
        for source, marks in self._marking.all().items():
            column = self._columns.get(source)
            if column is not None:
                column.page.set_marks(marks)
        self._weaver = None
        self._count()
        self.join()

    def mark_judged(self) -> None:
        """After verdicts, or words on claims of the draft."""
        self.mark_again(self._marking.judged() | {claim.id for claim in self._walk.workspace.drafting.claims})
        self._count()

    def mark_again(self, claims: frozenset[ClaimId] = frozenset()) -> None:
        """Only these, and what was or is looked at."""
        changed = {mark.id: mark for mark in self._marking.again(claims)}
        for column in self._columns.values():
            numbers = {name: n for name in changed if (n := column.page.number_of(name)) is not None}
            if numbers and not column.page.is_ahead:  # it is marked anew when it is stored
                marks = list(column.page.marks)
                for name, number in numbers.items():
                    marks[number] = changed[name]
                column.page.set_marks(marks)
        self.join()

    def join(self) -> None:
        """Ribbons between neighbours, and stubs."""
        shown = tuple(self._in_view())
        basis = (self._walk.everything, shown)
        if self._weaver is None or self._woven_of[0] is not basis[0] or self._woven_of[1] != shown:
            pages = {source: column.page for source, column in self._columns.items()}
            self._weaver, self._woven_of = Weaver(self._walk, pages, shown), basis
        weaver = self._weaver
        letters = letters_of(self._walk.workspace)
        for gutter, (left, right) in zip(self._gutters(), pairwise(shown), strict=False):

            def stubs(is_left: bool, mark: int, ends: tuple[SourceId, SourceId] = (left, right)) -> Sequence[Stub]:  # noqa: FBT001
                return weaver.stubs(ends[0 if is_left else 1], mark, is_left=is_left)

            pages = self._columns[left].page, self._columns[right].page
            name = f"Links between {letters[left]} and {letters[right]}"
            gutter.join(weaver.strands(left, right), stubs, pages, name)

    def redraw(self) -> None:
        for gutter in self._gutters():
            gutter.refresh()

    def _count(self) -> None:
        """For the headers: claims, and findings that are not rejected."""
        comparison = self._walk.workspace.comparison
        numbers = Counter((source, finding.kind) for finding in self._walk.standing for source in finding.sources)
        for account in comparison.accounts if comparison else ():
            source = account.source.id
            if source in self._columns:
                kinds = (RelationKind.CONFLICT, RelationKind.MATCH)
                self._columns[source].header.count(len(account.claims), *(numbers[source, kind] for kind in kinds))

    # What is pointed at

    def _point(self, name: str) -> None:
        """The whole fact of a claim, in every column."""
        fact = self._facts.get(ClaimId(name))
        self._light(frozenset(fact.claims) if fact else frozenset(filter(None, (ClaimId(name),))))

    def _point_at_relation(self, name: str) -> None:
        finding = self._walk.finding_of(RelationId(name))
        claims = [finding.a.claim.id, finding.b.claim.id] if finding else []
        facts = [fact for claim in claims if (fact := self._facts.get(claim))]
        self._light(frozenset((*claims, *(claim for fact in facts for claim in fact.claims))))

    def _light(self, claims: frozenset[ClaimId]) -> None:
        lit = frozenset(str(claim) for claim in claims)
        relations = frozenset(
            str(finding.id)
            for claim in claims
            for finding in self._walk.findings_on(claim)
            if finding.a.claim.id in claims and finding.b.claim.id in claims
        )
        for source in self._in_view():
            self._columns[source].page.set_lit(lit)
        for gutter in self._gutters():
            gutter.set_lit(relations)

    # What is picked and selected

    def _pick(self, names: Sequence[str]) -> None:
        """Goes round all that lies at one place: the findings on its claims, and passages with tags or notes."""
        passages = {each.key: each for source in self._columns for each in self._passages(source)}
        claims = [ClaimId(name) for name in names if self._walk.claim_of(ClaimId(name)) is not None]
        words = [passages[name] for name in names if name in passages]
        self._walk.go_round(claims, words)

    def _passages(self, source: SourceId) -> Sequence[Subject]:
        return self._walk.workspace.hands.passages(source)

    def _pick_relations(self, relations: Sequence[RelationId]) -> None:
        """The one after that which is looked at, of several behind one tab."""
        current = self._walk.current
        place = relations.index(current.id) + 1 if current and current.id in relations else 0
        self._walk.select(relations[place % len(relations)])

    def _select(self, source: SourceId) -> None:
        """The words that are selected now, in the order in which they were: the last two."""
        self._selected = [each for each in self._selected if each != source]
        if self._columns[source].page.selected() is not None:
            self._selected.append(source)
        found: list[Subject] = []
        for each in self._selected:
            span = self._columns[each].page.selected() if each in self._columns else None
            passage = self._walk.workspace.hands.passage(each, span) if span else None
            if passage is not None and each in self._in_view():
                found.append(passage)
        self._walk.select_passages(found[-2:])

    def forget_selection(self) -> None:
        """Takes the selections away that the walk looks at no more."""
        kept = {passage.anchors[0].source for passage in self._walk.passages}
        for source, column in self._columns.items():
            if source not in kept:
                column.page.deselect()
        self._selected = [source for source in self._selected if source in kept]

    def _resize_claim(self, name: str, span: Span) -> None:
        self._walk.workspace.hands.resize_claim(ClaimId(name), span)

    # Bringing into view

    def bring(self) -> None:
        """The finding's claims at one height, and in the other columns what they say of the same thing."""
        finding = self._walk.current
        if finding is None:
            return
        places = {side.source.id: side.claim.id for side in (finding.a, finding.b)}
        for claim in self._fact_claims(finding):
            places.setdefault(claim.source, claim.id)
        height = min((self._columns[source].page.height() for source in self._in_view()), default=0) * LINE
        for source in self._in_view():
            if source in places and not self._columns[source].page.is_writing:
                self._columns[source].page.bring(places[source], height)
        self.redraw()

    def bring_claim(self, claim: Claim) -> None:
        page = self._columns[claim.source].page
        page.bring(claim.id, page.height() * LINE)

    def _fact_claims(self, finding: Finding) -> list[Claim]:
        """The other claims about the same thing."""
        ours = finding.a.claim.id, finding.b.claim.id
        names = dict.fromkeys(name for own in ours if own in self._facts for name in self._facts[own].claims)
        claims = (self._walk.claim_of(name) for name in names if name not in ours)
        return [claim for claim in claims if claim is not None]

    # What is brought here

    def bring_here(self, first: SourceId | None) -> None:
        """Shows in a column what the others say of what is looked at; a second time it goes away."""
        if self.close_peek():
            return
        for source in dict.fromkeys(filter(None, (first, *self._in_view()))):
            claim = self._claim_in(source)
            if claim is not None:
                found = find_counterparts(self._walk.workspace, self._walk.everything, claim, self._walk.current)
                self._columns[source].bring(found)
                self.unsettled.emit()
                return

    def close_peek(self) -> bool:
        """Takes away what was brought here; whether there was something."""
        open_ones = [column for column in self._columns.values() if column.has_brought]
        for column in open_ones:
            column.bring(())
        if open_ones:
            self.unsettled.emit()
        return bool(open_ones)

    def _claim_in(self, source: SourceId) -> Claim | None:
        """What is looked at, as far as it is in this source."""
        finding, claim = self._walk.current, self._walk.claim
        if finding is not None:
            claims = [finding.a.claim, finding.b.claim, *self._fact_claims(finding)]
        else:
            claims = [claim] if claim is not None else []
        return next((each for each in claims if each.source == source), None)

    def _go_to(self, counterpart: Counterpart) -> None:
        self.close_peek()
        if counterpart.finding is not None:
            self._walk.select(counterpart.finding.id)
        else:
            self._walk.select_only(counterpart.side.claim.id)
            self.sought.emit()
