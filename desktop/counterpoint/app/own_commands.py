"""Claims and relations made by hand, as commands: see `commands`."""

from dataclasses import dataclass

from counterpoint.app.changes import Changes, Thing, changed
from counterpoint.engine.relations import RelationKind
from counterpoint.store.annotations import OwnClaim, OwnRelation, Subject
from counterpoint.store.stores import Store


def _found_anew(*of: Subject) -> Changes:
    """Other findings, and so perhaps another place for what sits on them."""
    return changed(Thing.ANALYSIS, Thing.VERDICTS, Thing.TAGGINGS, Thing.NOTES, of=of)


@dataclass(frozen=True, slots=True)
class AddOwnClaim:
    """A passage made a claim."""

    claim: OwnClaim

    @property
    def label(self) -> str:
        return "claim by hand"

    def do(self, store: Store) -> Changes:
        store.notebook.put_own_claim(self.claim)
        return _found_anew(self.claim.subject)

    def undo(self, store: Store) -> Changes:
        store.notebook.drop_own_claim(self.claim.id)
        return _found_anew(self.claim.subject)


@dataclass(frozen=True, slots=True)
class EditOwnClaim:
    """Another extent of a claim by hand."""

    before: OwnClaim
    after: OwnClaim

    @property
    def label(self) -> str:
        return "new extent of a claim"

    def do(self, store: Store) -> Changes:
        store.notebook.put_own_claim(self.after)
        return _found_anew(self.before.subject, self.after.subject)

    def undo(self, store: Store) -> Changes:
        store.notebook.put_own_claim(self.before)
        return _found_anew(self.before.subject, self.after.subject)


@dataclass(frozen=True, slots=True)
class RemoveOwnClaim:
    """A claim by hand taken away."""

    claim: OwnClaim

    @property
    def label(self) -> str:
        return "removal of a claim"

    def do(self, store: Store) -> Changes:
        return AddOwnClaim(self.claim).undo(store)

    def undo(self, store: Store) -> Changes:
        return AddOwnClaim(self.claim).do(store)


@dataclass(frozen=True, slots=True)
class AddOwnRelation:
    """Two passages said to agree or to conflict."""

    relation: OwnRelation

    @property
    def label(self) -> str:
        return f"{_NOUNS[self.relation.kind]} by hand"

    def do(self, store: Store) -> Changes:
        store.notebook.put_own_relation(self.relation)
        return _found_anew(self.relation.subject)

    def undo(self, store: Store) -> Changes:
        store.notebook.drop_own_relation(self.relation.id)
        return _found_anew(self.relation.subject)


@dataclass(frozen=True, slots=True)
class RemoveOwnRelation:
    """An agreement or a conflict by hand taken away."""

    relation: OwnRelation

    @property
    def label(self) -> str:
        return f"removal of {_WITH_ARTICLE[self.relation.kind]}"

    def do(self, store: Store) -> Changes:
        return AddOwnRelation(self.relation).undo(store)

    def undo(self, store: Store) -> Changes:
        return AddOwnRelation(self.relation).do(store)


_NOUNS = {RelationKind.MATCH: "agreement", RelationKind.CONFLICT: "conflict"}
_WITH_ARTICLE = {RelationKind.MATCH: "an agreement", RelationKind.CONFLICT: "a conflict"}
