"""What a person does at the draft desk, by key, button or menu: writes, judges claims, goes on to the next."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counterpoint.app.intakes import from_files, from_words
from counterpoint.engine.claims import ClaimId
from counterpoint.engine.edits import Edit
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.store.annotations import Status
from counterpoint.views.columns import Column
from counterpoint.views.desks import Desk
from counterpoint.views.draft_cards import DraftCard
from counterpoint.views.draft_pages import DraftPage
from counterpoint.views.walks import Walk
from counterpoint.writers.phrases import counted, shortened
from counterpoint.writers.remarks import STATUS_NAMES

_BEGINNING = "My draft\n\n"
_LENGTH = 40  # code points of a claim in a toast
ChooseFiles = Callable[[QWidget, str], list[Path]]


class Drafts(QObject):
    """Between a walk, the desk's column of the draft and the card in the panel."""

    done = Signal(str)  # what was just done, in words
    told = Signal(str)  # what has to be done first, or what is the case: a whole sentence

    def __init__(self, walk: Walk, desk: Desk, card: DraftCard) -> None:
        super().__init__(desk)
        self._walk = walk
        self._desk = desk
        self._card = card
        self._drafting = walk.workspace.drafting
        card.given.connect(self.give)
        card.next_wanted.connect(self.next_open)
        desk.spread.written.connect(self._write)
        desk.spread.placed.connect(self._look_at)

    # Where one is

    @property
    def source(self) -> Source | None:
        """The draft that one is in, or the first."""
        active, drafts = self._desk.active, self._drafting.drafts
        is_in = active is not None and active.source.role is Role.DRAFT
        return active.source if active is not None and is_in else next(iter(drafts), None)

    # Writing

    def write(self) -> None:
        """Puts a caret in the draft; a new one is begun where there is none."""
        if not self._drafting.drafts:
            self._walk.workspace.add_sources(from_words(_BEGINNING, Role.DRAFT))
        column = self._column()
        if column is None or not isinstance(column.page, DraftPage):
            return
        page, claim = column.page, self._card.claim
        page.begin()
        if claim is not None and claim.source == column.source.id:
            page.put_caret(claim.span.end)
        elif column.source.text == _BEGINNING:
            page.put_caret(len(_BEGINNING))
        self.told.emit("Write in the draft; Esc leaves it. What changes is checked as you go.")

    def keep(self) -> None:
        """The text as it is, as a version to come back to."""
        column = self._column()
        if column is None:
            self.told.emit("There is no draft to keep: add one with Ctrl+D, or begin one with I.")
            return
        before = len(self._drafting.revisions(column.source.id))
        self._drafting.keep(column.source.id, f"Version {before + 1}")
        kept = len(self._drafting.revisions(column.source.id)) > before
        self.done.emit(f"Version {before + 1} is kept") if kept else self.told.emit("This version is kept already.")

    def take_newer(self, choose: ChooseFiles, parent: QWidget) -> None:
        """A newer file of the draft; what sits on the old text is found again, or listed as lost."""
        column = self._column()
        if column is None:
            self.told.emit("There is no draft yet: add one with Ctrl+D.")
            return
        paths = choose(parent, "Choose the newer version of your draft")
        arrival = from_files(paths[:1], Role.DRAFT) if paths else None
        if arrival is None:
            return
        for sentence in arrival.sentences:
            self._walk.workspace.failed.emit(sentence)
        for source, original in arrival.contents[:1]:
            self._drafting.put_newer(column.source.id, source, Path(original.path).name)
            self.done.emit("The draft has the newer text")

    def _write(self, draft: SourceId, edits: Sequence[Edit]) -> None:
        self._drafting.write(draft, edits)
        page = self._desk.column(draft).page
        if isinstance(page, DraftPage):
            page.show_source(self._walk.workspace.source(draft))  # as it was, where it could not be stored

    def _look_at(self, name: str) -> None:
        """At the claim in which the caret rests."""
        if self._card.claim is None or self._card.claim.id != name:
            self._walk.show_claim(ClaimId(name))

    # Judging

    def check(self) -> None:
        self.give(Status.CHECKED)

    def call_to_attention(self) -> None:
        self.give(Status.CHANGED)

    def contest(self) -> None:
        self.give(Status.CONTESTED)

    def call_unverifiable(self) -> None:
        self.give(Status.UNVERIFIABLE)

    def call_opinion(self) -> None:
        self.give(Status.OPINION)

    def put_back(self) -> None:
        """To check again, as if nobody had looked at it."""
        self.give(Status.TO_CHECK)

    def give(self, status: Status) -> None:
        """On the claim of the draft that is looked at."""
        claim = self._card.claim
        if claim is None:
            self.told.emit("Go to a claim of the draft first: Q shows the next one to check.")
            return
        self._drafting.give_status([claim], None if status is Status.TO_CHECK else status)
        self._card.renew()
        if self._drafting.standing_of(claim).status is status:  # else it failed, and that is told already
            self.done.emit(f"{STATUS_NAMES[status]}: {shortened(claim.text, _LENGTH)}")

    def next_open(self) -> None:
        """Goes to the next claim that is still to be dealt with."""
        claim = self._drafting.next_open(self._card.claim)
        if claim is None:
            has_claims = bool(self._drafting.claims)
            self.told.emit("Nothing is left to check." if has_claims else "There is no draft with claims to check.")
            return
        self._walk.show_claim(claim.id)
        self._desk.take_into_view(claim.source)
        self._desk.spread.bring_claim(claim)
        self.told.emit(f"{counted(self._drafting.left, 'fact')} left to check.")

    def _column(self) -> Column | None:
        """Of the draft, in view."""
        source = self.source
        if source is None:
            return None
        self._desk.take_into_view(source.id)
        return self._desk.column(source.id)
