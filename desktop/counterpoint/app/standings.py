"""How the claims of a project's drafts stand: what the sources make of them, and what a person has said. No Qt."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counterpoint.app.states import State
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.details import Name, Quantity, Time, Title
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.store.annotations import GivenStatus, OwnRelation, Revision, Ruling, Status, SubjectKind
from counterpoint.store.homes import Home
from counterpoint.store.stores import Store
from counterpoint.writers.remarks import OPEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counterpoint.engine.checks import DraftCheck, QuotationCheck

# Words that mean somebody else in every sentence: with them two sentences alike need not tell the same.
_POINTING = frozenset(
    "he she it they him her them his hers its their theirs this that these those there here i we you my our".split()
)
_WORD = re.compile(r"[\w%$€£]+")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim of the draft stands now.

    `given` is what a person said last of it, None where nobody did. `was` are the words that they said it of, "" where
    they are still the same. `is_shared`: it was said of the same fact at another place.
    """

    status: Status
    given: GivenStatus | None = None
    was: str = ""
    is_shared: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still to be dealt with."""
        return self.status in OPEN


class Standings:
    """What there is to know of a project's drafts. Told anew when findings or statuses have changed."""

    def __init__(self, store: Store, state: State) -> None:
        self._store = store
        self._state = state
        self._checks: Mapping[ClaimId, DraftCheck] = {}
        self._repeats: Mapping[ClaimId, tuple[Claim, ...]] = {}
        self._claims: tuple[Claim, ...] = ()
        self._of: tuple[object, object] = (None, None)  # this very comparison, and these very verdicts

    @property
    def drafts(self) -> tuple[Source, ...]:
        """In the order of their columns."""
        return tuple(source for source in self._store.shelf.sources() if source.role is Role.DRAFT)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Those of all drafts, in the order of columns and text."""
        self._renew()
        return self._claims

    def is_of_draft(self, claim: Claim) -> bool:
        return any(claim.source == draft.id for draft in self.drafts)

    def check_of(self, claim: ClaimId) -> "DraftCheck | None":
        """What the sources make of a claim of the draft, less the findings that are rejected; None for any other."""
        self._renew()
        return self._checks.get(claim)

    def quotations_of(self, claim: ClaimId) -> "tuple[QuotationCheck, ...]":
        """In text order."""
        found = self._state.joined.comparison
        return tuple(each for each in (found.quotations if found else ()) if each.claim == claim)

    def places_of(self, claim: Claim) -> tuple[Claim, ...]:
        """All claims of the drafts that tell the very same, this one among them."""
        self._renew()
        return self._repeats.get(claim.id, (claim,))

    def standing_of(self, claim: Claim) -> Standing:
        """The status that the claim has with these words; changed, where it was given to others."""
        own = self._given(claim)
        if own is not None:
            return own
        others = (self._given(each) for each in self.places_of(claim) if each.id != claim.id)
        shared = next((each for each in others if each is not None and not each.was), None)
        return replace(shared, is_shared=True) if shared is not None else Standing(Status.TO_CHECK)

    @property
    def left(self) -> int:
        """How many facts of the drafts are still to be dealt with; one that is told twice counts once."""
        return len({self.places_of(each)[0].id for each in self.claims if self.standing_of(each).is_open})

    def next_open(self, after: Claim | None) -> Claim | None:
        """The next claim that is still to be dealt with, from the start again behind the last; None without any."""
        places = {claim.id: place for place, claim in enumerate(self.claims)}
        start = places.get(after.id, -1) + 1 if after is not None else 0
        ordered = (*self.claims[start:], *self.claims[:start])
        return next((claim for claim in ordered if self.standing_of(claim).is_open), None)

    def evidence_by_hand(self, relation: str) -> tuple[OwnRelation, ...]:
        """What a person has said of a relation, with its locator and reason."""
        return next((own for name, own in self._state.joined.relations.items() if name == relation), ())

    def outdated(self, claim: Claim) -> tuple[OwnRelation, ...]:
        """Evidence by hand that was attached to other words of the claim, and no longer counts."""
        homes = self._state.homes
        return tuple(
            own
            for own in self._state.own_relations
            for anchor in own.subject.anchors
            if anchor.source == claim.source
            and anchor.origin
            and homes.is_true(anchor)
            and anchor.span.overlaps(claim.span)
        )

    def revisions(self, draft: SourceId) -> tuple[Revision, ...]:
        """Its earlier texts, the oldest first."""
        return self._store.revisions.of(draft)

    # Inside

    def _renew(self) -> None:
        found, verdicts = self._state.joined.comparison, self._state.verdicts
        if self._of[0] is found and self._of[1] is verdicts:
            return
        self._of = found, verdicts
        if not self.drafts:  # as in most projects, which need not load what checks them
            self._claims, self._checks, self._repeats = (), {}, {}
            return
        from counterpoint.engine.drafts import check_draft

        accounts = {account.source.id: account for account in found.accounts} if found else {}
        rejected = {name for name, given in verdicts.items() if given[-1].ruling is Ruling.REJECTED}
        standing = found and replace(found, relations=tuple(r for r in found.relations if r.id not in rejected))
        self._checks = {check.claim: check for check in check_draft(standing)} if standing else {}
        own = (accounts[draft.id].claims for draft in self.drafts if draft.id in accounts)
        self._claims = tuple(claim for claims in own for claim in claims)
        alike: dict[str, list[Claim]] = {}
        for claim in self._claims:
            if words := _told(claim):
                alike.setdefault(words, []).append(claim)
        self._repeats = {claim.id: tuple(group) for group in alike.values() for claim in group}

    def _on(self, claim: Claim) -> tuple[GivenStatus, ...]:
        return self._state.statuses.get(Home(SubjectKind.CLAIM, claim.id), ())

    def _given(self, claim: Claim) -> Standing | None:
        """What was said of this very claim; its newest word where it was joined from several."""
        given = sorted(self._on(claim), key=lambda each: each.made)
        if not given:
            return None
        true = [
            g for g in given if g.anchor.is_unchanged and g.anchor.span == claim.span and g.anchor.exact == claim.text
        ]
        if len(true) == len(given):
            return Standing(true[-1].status, true[-1])
        changed = [each for each in given if each not in true]
        was = " / ".join(dict.fromkeys(" ".join(each.anchor.words.split()) for each in changed))
        return Standing(Status.CHANGED, changed[-1], was)


def _told(claim: Claim) -> str:
    """What tells that two claims say the very same; "" where the words alone do not tell it."""
    words = [word.casefold() for word in _WORD.findall(claim.text)]
    if not _POINTING.isdisjoint(words) or not any(isinstance(d, Name | Title | Quantity | Time) for d in claim.details):
        return ""
    return " ".join(words)
