"""The draft desk of a project: what a person does to its text, to the status of its claims and to their evidence."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from counterpoint.app.draft_commands import (
    EditDraft,
    EditOwnRelation,
    GiveStatus,
    KeepRevision,
    Move,
    PlaceAgain,
    replacement,
    touched_by,
)
from counterpoint.app.standings import Standings
from counterpoint.app.states import Lost, State
from counterpoint.engine.claims import Claim
from counterpoint.engine.edits import Edit, narrowed
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.annotations import Anchor, GivenStatus, OwnRelation, Revision, Status, Subject, subject
from counterpoint.store.stores import Store

if TYPE_CHECKING:
    from counterpoint.app.commands import Command

AS_IT_CAME = "As it came"


class Drafting(Standings):
    """The verbs of a workspace for drafts; `workspace.drafting`. What can't be done is told by its `failed`."""

    def __init__(
        self,
        store: Store,
        state: State,
        do: "Callable[[Sequence[Command], str], None]",
        now: Callable[[], datetime],
        who: Callable[[], str],
    ) -> None:
        super().__init__(store, state)
        self._do = do
        self._now = now
        self._who = who

    def write(self, draft: SourceId, edits: Sequence[Edit]) -> None:
        """Edits the text, as one step. Before the first of them the text is kept as it came."""
        small = tuple(filter(None, map(narrowed, edits)))
        if small:
            known = self._store.shelf.source(draft)
            step = EditDraft(draft, small, touched_by(self._store, draft, small), known.repairs)
            self._do([*self._first(draft), step], step.label)

    def put_newer(self, draft: SourceId, newer: Source, name: str) -> None:
        """Another text in place of the draft's, which is kept; `name` tells where the new one is from."""
        known = self._store.shelf.source(draft)
        if newer.text == known.text:
            return
        step = replacement(self._store, draft, newer.text, newer.repairs)
        self._do([*(self._first(draft) or self._kept(draft, f"Before {name}")), step], step.label)

    def go_back_to(self, revision: Revision) -> None:
        """An earlier text in place of the draft's, which is kept."""
        self.put_newer(revision.source, Source(revision.source, revision.text), f"“{revision.name}” came back")

    def keep(self, draft: SourceId, name: str) -> None:
        """Keeps the text as it is now under a name."""
        self._do(self._kept(draft, name), "")

    def give_status(self, claims: Sequence[Claim], status: Status | None) -> None:
        """The same status on these claims and all places that tell the same, as one step; None takes it back."""
        places = dict.fromkeys(place for claim in claims for place in self.places_of(claim))
        before = [given for place in places for given in self._on(place)]
        made, who = self._now(), self._who()
        after = [
            GivenStatus(self._state.homes.subject_of(place), status, made, who)
            for place in places
            if status is not None
        ]
        if before or after:
            self._do([GiveStatus(tuple(dict.fromkeys(before)), tuple(after))], "")

    def describe(self, own: OwnRelation, *, locator: str, reason: str) -> None:
        """Says where the passage of evidence by hand is to be found, and why it is evidence."""
        after = replace(own, locator=" ".join(locator.split()), reason=" ".join(reason.split()))
        if after != own:
            self._do([EditOwnRelation(own, after)], "")

    def place_again(self, thing: Lost, passage: Subject) -> None:
        """Puts something lost on words that a person shows: the passage stands for what was in that source."""
        new = passage.anchors[0]
        if isinstance(thing, GivenStatus):
            new = self._judged(thing, new)
        replaced = partial(_replaced, gone=self._is_gone, new=new)
        anchors = [replaced(anchor) if anchor.source == new.source else anchor for anchor in thing.subject.anchors]
        after = subject(thing.subject.kind, anchors)
        if after != thing.subject:
            self._do([PlaceAgain((Move(thing.subject, after),))], "")

    def still_holds(self, own: OwnRelation) -> None:
        """Says of evidence that was attached to other words that it counts for the words as they are now."""
        anchors = [replace(anchor, origin="") for anchor in own.subject.anchors]
        after = subject(own.subject.kind, anchors)
        if after != own.subject:
            self._do([PlaceAgain((Move(own.subject, after),))], "")

    def _judged(self, given: GivenStatus, shown: Anchor) -> Anchor:
        """The whole claim that a person shows, with the words that were judged: these it does not have any more."""
        claims = [claim for claim in self.claims if claim.source == shown.source and claim.span.overlaps(shown.span)]
        if not claims:
            return shown
        anchor = self._state.homes.subject_of(claims[0]).anchors[0]
        return replace(anchor, origin="" if anchor.exact == given.anchor.words else given.anchor.words)

    def _is_gone(self, anchor: Anchor) -> bool:
        return not self._state.homes.is_true(anchor) or not anchor.is_unchanged

    def _first(self, draft: SourceId) -> "list[Command]":
        return [] if self.revisions(draft) else self._kept(draft, AS_IT_CAME)

    def _kept(self, draft: SourceId, name: str) -> "list[Command]":
        known = self.revisions(draft)
        text = self._store.shelf.source(draft).text
        if known and known[-1].text == text:
            return []
        number = known[-1].number + 1 if known else 1
        return [KeepRevision(Revision(draft, number, text, name, self._now(), self._who()))]


def _replaced(anchor: Anchor, *, gone: Callable[[Anchor], bool], new: Anchor) -> Anchor:
    return new if gone(anchor) else anchor
