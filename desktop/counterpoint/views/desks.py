"""The desk: the columns in view side by side, the ribbons between them, and the row of all sources above."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.findings import Finding, letters_of, words_of
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.relations import RelationId
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.store.annotations import Ruling
from counterpoint.views.columns import Column
from counterpoint.views.flows import FlowLayout
from counterpoint.views.gutters import WIDTH, Gutter, Strand, Stub
from counterpoint.views.pages import MARGIN, Mark, Weight, characters_wide
from counterpoint.views.themes import NAMES, Theme
from counterpoint.views.walks import Walk
from counterpoint.writers.phrases import shortened

#: Columns in view however narrow the window: one account alone compares nothing.
SIDE_BY_SIDE = 2
#: Characters on a line that a column should have room for, before another column comes into view.
COMFORTABLE = 40
#: Code points of a title in the row of sources.
PICK_LENGTH = 24
#: Where in the view a claim is brought: below the middle of the upper half, so that what leads up to it is seen.
_SHARE = 0.28
_TEXTS = frozenset((Thing.SOURCES, Thing.ANALYSIS))
_MARKS = frozenset((Thing.SOURCES, Thing.ANALYSIS, Thing.VERDICTS, Thing.NOTES, Thing.TAGGINGS, Thing.TAGS))


class Desk(QWidget):
    """Shows a walk's sources."""

    def __init__(self, walk: Walk, theme: Theme, pixels: int, wanted: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self._theme = theme
        self._pixels = pixels
        self._wanted = wanted
        self._columns: dict[SourceId, Column] = {}
        self._gutters: list[Gutter] = []
        self._shown: tuple[SourceId, ...] = ()
        self._picks: dict[SourceId, QPushButton] = {}
        self._marks: dict[SourceId, dict[ClaimId, int]] = {}
        self._looked_at: frozenset[ClaimId] = frozenset()
        self._rulings: dict[RelationId, Ruling | None] = {}
        self._picked: list[SourceId] = []  # by hand, the last one last
        self._row = QFrame(self)
        self._row.setObjectName("sources")
        row = QVBoxLayout(self._row)
        row.setContentsMargins(10, 5, 10, 5)
        places = QWidget(self._row)
        self._pick_row = FlowLayout(places, 4)  # on as many lines as there are sources for
        row.addWidget(places)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._caution = QLabel(self)
        self._caution.setObjectName("caution")
        self._caution.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._row)
        whole.addWidget(self._caution)
        whole.addLayout(self._line, 1)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._bring)
        self._describing = QTimer(self, singleShot=True, interval=0)
        self._describing.timeout.connect(self._describe)
        walk.workspace.changed.connect(self._refresh)
        walk.moved.connect(self._follow)
        walk.filtered.connect(self._mark)
        self._rebuild()

    # From outside

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those in view, from left to right."""
        return tuple(self._columns[source] for source in self._shown)

    @property
    def gutters(self) -> tuple[Gutter, ...]:
        return tuple(self._gutters[: max(0, len(self._shown) - 1)])

    def column(self, source: SourceId) -> Column:
        return self._columns[source]

    def set_look(self, theme: Theme, pixels: int) -> None:
        self._theme, self._pixels = theme, pixels
        for column in self._columns.values():
            column.page.set_look(theme, pixels)
        for gutter in self._gutters:
            gutter.set_theme(theme)
        self._mark()
        self._choose()
        self._settling.start()

    def set_wanted(self, number: int) -> None:
        """How many columns are to be in view; 0: as many as have room."""
        self._wanted = number
        self._choose()

    def pick(self, source: SourceId) -> None:
        """Takes a source into view, in place of the one that was there longest, or out of view."""
        if source in self._shown and len(self._shown) > 1:
            self._show(tuple(each for each in self._shown if each != source))
        elif source not in self._shown:
            self._picked.append(source)
            self._choose(keep=(source,))

    def show_claim(self) -> None:
        """Brings into view what the walk looks at, be it a finding or a claim alone."""
        claim = self._walk.claim
        if claim is not None:
            self._choose(keep=(claim.source,))
            height = self._columns[claim.source].page.height() * _SHARE
            self._columns[claim.source].page.bring(claim.id, height)
        self._settling.start()

    # Sources

    def _refresh(self, changes: Changes) -> None:
        if Thing.SOURCES in changes.things:
            self._rebuild()
        elif changes.things & _TEXTS:
            self._describing.start()  # texts with new noise are laid out anew: not in the turn that stores it all
        if not changes.things - {Thing.VERDICTS}:
            self._mark_again(self._judged())
        elif changes.things & _MARKS:
            self._mark()

    def _rebuild(self) -> None:
        """Columns for the sources that there are now."""
        sources = {source.id: source for source in self._walk.workspace.sources}
        for gone in self._columns.keys() - sources.keys():
            column = self._columns.pop(gone)
            column.setParent(None)
            column.deleteLater()
        new = [source for source in sources if source not in self._columns]
        is_first = not self._columns
        for source in new:
            self._columns[source] = self._made(sources[source])
        self._shown = tuple(source for source in self._shown if source in sources)
        self._rebuild_picks(tuple(sources.values()))
        self._describe()
        self._mark()
        self._choose(keep=() if is_first else new[:1])  # what was just added is seen

    def _made(self, source: Source) -> Column:
        column = Column(source, self._theme, self._pixels, self)
        column.hide()
        column.claimed.connect(self._claimed)
        column.page.laid_out.connect(self._redraw)
        column.page.verticalScrollBar().valueChanged.connect(self._redraw)
        return column

    def _rebuild_picks(self, sources: Sequence[Source]) -> None:
        self._pick_row.clear()
        self._picks = {}
        for source in sources:
            button = QPushButton(self._row)
            button.setObjectName("pick")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, own=source.id: self.pick(own))
            self._picks[source.id] = button
            self._pick_row.addWidget(button)

    def _describe(self) -> None:
        workspace = self._walk.workspace
        comparison = workspace.comparison
        accounts = {account.source.id: account for account in comparison.accounts} if comparison else {}
        letters = letters_of(workspace)
        for source in workspace.sources:
            self._columns[source.id].describe(source, letters[source.id], accounts.get(source.id))
            title = source.title or "Untitled"
            button = self._picks[source.id]
            cut = shortened(title, PICK_LENGTH)
            button.setText(f"{letters[source.id]}  {source.outlet or cut}")
            button.setToolTip(title)
            button.setProperty("draft", source.role is Role.DRAFT)
            button.setAccessibleName(f"Show or hide {letters[source.id]}: {title}")
        is_little = comparison is not None and comparison.shares_little and workspace.is_analysed
        self._caution.setText("These accounts share little: they hardly speak of the same things.")
        self._caution.setVisible(is_little)
        self._row.setVisible(len(workspace.sources) > 1)

    # Which columns are in view

    def _capacity(self) -> int:
        if self._wanted:
            return self._wanted
        least = characters_wide(self._pixels, COMFORTABLE) + 2 * MARGIN + WIDTH
        return max(SIDE_BY_SIDE, int((self.width() + WIDTH) // least))

    def _choose(self, keep: Iterable[SourceId] = ()) -> None:
        """The columns in view: those of the finding, those just picked, those that are in view already, the first."""
        order = [source.id for source in self._walk.workspace.sources]
        finding = self._walk.current
        needed = [finding.a.source.id, finding.b.source.id] if finding else []
        preferred = dict.fromkeys((*keep, *needed, *reversed(self._picked), *self._shown, *order))
        room = max(self._capacity(), len(needed), 1)
        chosen = [source for source in preferred if source in order][:room]
        self._show(tuple(source for source in order if source in chosen))

    def _show(self, chosen: tuple[SourceId, ...]) -> None:
        if chosen != self._shown or self._line.count() != max(0, 2 * len(chosen) - 1):
            self._shown = chosen
            self._line_up()
        for source, button in self._picks.items():
            button.setChecked(source in chosen)
        self._mark_again(frozenset())

    def _line_up(self) -> None:
        """The columns in view, a gutter between every two."""
        chosen = self._shown
        while self._line.takeAt(0) is not None:
            pass
        while len(self._gutters) < len(chosen) - 1:
            gutter = Gutter(self._theme, self)
            gutter.chosen.connect(self._chosen)
            self._gutters.append(gutter)
        for number, source in enumerate(chosen):
            if number:
                self._line.addWidget(self._gutters[number - 1])
            self._line.addWidget(self._columns[source], 1)
        for source, column in self._columns.items():
            column.setVisible(source in chosen)
        for number, gutter in enumerate(self._gutters):
            gutter.setVisible(number < len(chosen) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._choose()
            self._settling.start()

    # Marks and ribbons

    def _mark(self) -> None:
        """Everything anew."""
        comparison = self._walk.workspace.comparison
        self._looked_at = self._claims_looked_at()
        self._rulings = {finding.id: finding.ruling for finding in self._walk.everything}
        self._marks = {}
        for account in comparison.accounts if comparison else ():
            column = self._columns.get(account.source.id)
            if column is not None:
                marks = tuple(self._mark_of(claim) for claim in account.claims)
                self._marks[account.source.id] = {mark.claim: number for number, mark in enumerate(marks)}
                column.page.set_marks(marks)
        self._join()

    def _mark_again(self, claims: frozenset[ClaimId]) -> None:
        """Only these, and what was or is looked at."""
        before, self._looked_at = self._looked_at, self._claims_looked_at()
        comparison = self._walk.workspace.comparison
        changed = claims | before | self._looked_at
        for account in comparison.accounts if comparison else ():
            numbers = self._marks.get(account.source.id, {})
            own = [numbers[claim] for claim in changed if claim in numbers]
            if own:
                page = self._columns[account.source.id].page
                marks = list(page.marks)
                for number in own:
                    marks[number] = self._mark_of(account.claims[number])
                page.set_marks(tuple(marks))
        self._join()

    def _claims_looked_at(self) -> frozenset[ClaimId]:
        finding, claim = self._walk.current, self._walk.claim
        ours = {finding.a.claim.id, finding.b.claim.id} if finding else set[ClaimId]()
        return frozenset(ours | ({claim.id} if claim else set[ClaimId]()))

    def _judged(self) -> frozenset[ClaimId]:
        """The claims of findings whose verdict has changed since this was last asked."""
        before = self._rulings
        self._rulings = {finding.id: finding.ruling for finding in self._walk.everything}
        changed = [f for f in self._walk.everything if before.get(f.id) is not f.ruling]
        return frozenset(claim for f in changed for claim in (f.a.claim.id, f.b.claim.id))

    def _mark_of(self, claim: Claim) -> Mark:
        workspace, current = self._walk.workspace, self._walk.current
        findings = self._walk.findings_on(claim.id)
        listed = [finding for finding in findings if self._walk.lists(finding)]  # the others are dimmed
        standing = [finding for finding in listed if finding.ruling is not Ruling.REJECTED]
        kinds = {finding.kind for finding in standing or listed or findings}
        kind = min(kinds, default=None)  # "conflict" comes before "match"
        weight = Weight.USUAL if standing or not findings else Weight.FADED
        words = ()
        if claim.id in self._looked_at:
            weight = Weight.CHOSEN
            if current is not None:
                kind, words = current.kind, words_of(current, claim)
                weight = Weight.REJECTED if current.ruling is Ruling.REJECTED else Weight.CHOSEN
        targets = (claim, *(finding.stored for finding in findings))
        has_note = any(workspace.notes_on(target) for target in targets)
        tags = dict.fromkeys(tag.colour for target in targets for tag in workspace.tags_on(target))
        return Mark(claim.id, claim.span, kind, weight, words, has_note, tuple(tags))

    def _join(self) -> None:
        """Strands between neighbours."""
        chosen = self._walk.current
        letters = letters_of(self._walk.workspace)
        pairs: dict[tuple[SourceId, SourceId], list[Strand]] = {}
        for finding in self._walk.everything:
            sources = finding.a.source.id, finding.b.source.id
            left = self._marks.get(sources[0], {}).get(finding.a.claim.id)
            right = self._marks.get(sources[1], {}).get(finding.b.claim.id)
            if left is None or right is None:
                continue
            is_faded = finding.ruling is Ruling.REJECTED or not self._walk.lists(finding)
            words = f"{NAMES[finding.kind]}: {finding.headline[0]} / {finding.headline[1]}"
            is_chosen = chosen is not None and finding.id == chosen.id
            strand = Strand(finding.id, finding.kind, left, right, is_chosen, is_faded, words)
            pairs.setdefault(sources, []).append(strand)
        for gutter, (left, right) in zip(self._gutters, pairwise(self._shown), strict=False):
            name = f"Links between {letters[left]} and {letters[right]}"
            pages = self._columns[left].page, self._columns[right].page
            gutter.join(pairs.get((left, right), []), pages[0].extent, pages[1].extent, name)
            gutter.set_stubs(self._stubs(left, right))

    def _stubs(self, left: SourceId, right: SourceId) -> list[Stub]:
        """Where the chosen finding leaves this gap for a column that is not beside it."""
        finding = self._walk.current
        if finding is None or (finding.a.source.id, finding.b.source.id) == (left, right):
            return []
        found: list[Stub] = []
        for column, side, other, is_left in ((left, finding.a, finding.b, True), (right, finding.b, finding.a, False)):
            number = self._marks.get(column, {}).get(side.claim.id)
            if side.source.id == column and number is not None:
                found.append(Stub(number, is_left, finding.kind, other.letter, finding.ruling is Ruling.REJECTED))
        return found

    def _redraw(self) -> None:
        for gutter in self._gutters:
            gutter.update()

    # The reader's place

    def _claimed(self, claim: str) -> None:
        self._walk.select_claim(ClaimId(claim))

    def _chosen(self, relation: str) -> None:
        self._walk.select(RelationId(relation))

    def _follow(self) -> None:
        self._choose()
        self._bring()
        self._settling.start()  # once more when columns that have just come into view are laid out

    def _bring(self) -> None:
        """The finding's claims at one height, and in the other columns what they say of the same thing."""
        finding = self._walk.current
        if finding is None:
            return
        places = {side.source.id: side.claim.id for side in (finding.a, finding.b)}
        for claim in _fact_claims(self._walk, finding):
            places.setdefault(claim.source, claim.id)
        height = min((column.page.height() for column in self.columns), default=0) * _SHARE
        for source in self._shown:
            if source in places:
                self._columns[source].page.bring(places[source], height)
        self._redraw()


def _fact_claims(walk: Walk, finding: Finding) -> list[Claim]:
    """The other claims about the same thing."""
    comparison = walk.workspace.comparison
    if comparison is None:
        return []
    ours = {finding.a.claim.id, finding.b.claim.id}
    wanted = {claim for fact in comparison.facts if ours & set(fact.claims) for claim in fact.claims} - ours
    return [claim for account in comparison.accounts for claim in account.claims if claim.id in wanted]
