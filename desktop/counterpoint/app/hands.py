"""What a person finds by hand: claims, agreements and conflicts that the engine has not found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from counterpoint.app.commands import (
    AddOwnClaim,
    AddOwnRelation,
    Command,
    EditNote,
    EditOwnClaim,
    GiveTag,
    GiveVerdict,
    RemoveOwnClaim,
    RemoveOwnRelation,
    TakeTag,
)
from counterpoint.app.states import State
from counterpoint.app.verdicts import giving
from counterpoint.engine.claims import ClaimId
from counterpoint.engine.passages import Span, trimmed
from counterpoint.engine.relations import RelationId, RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import (
    OwnClaim,
    OwnId,
    OwnRelation,
    Ruling,
    Subject,
    SubjectKind,
    Tag,
    Verdict,
    subject,
)
from counterpoint.store.homes import Home

Do = Callable[[Sequence[Command], str], None]
Tell = Callable[[str], None]


class Hands:
    """The verbs of a workspace for findings by hand; `workspace.hands`. What can't be done is told by its `failed`."""

    def __init__(self, state: State, do: Do, tell: Tell, now: Callable[[], datetime]) -> None:
        self._state = state
        self._do = do
        self._tell = tell
        self._now = now

    # What there is

    def is_by_hand(self, thing: ClaimId | RelationId) -> bool:
        """Whether a claim or a relation was made by hand, be it found by the engine as well."""
        return thing in self._state.joined.by_hand

    @property
    def by_hand(self) -> frozenset[str]:
        """The ids of all such claims and relations."""
        return self._state.joined.by_hand

    def claim(self, claim: ClaimId) -> OwnClaim | None:
        """What is stored of a claim by hand: it can be resized and removed. None for any other."""
        return self._state.joined.claims.get(claim)

    def relations(self, relation: RelationId) -> tuple[OwnRelation, ...]:
        """What is stored of a relation by hand; nothing for any other."""
        return self._state.joined.relations.get(relation, ())

    def passages(self, source: SourceId) -> tuple[Subject, ...]:
        """The passages of a source that tags or notes sit on, in text order."""
        return self._state.passages(source)

    # What a person does

    def passage(self, source: SourceId, span: Span) -> Subject | None:
        """The words of a span, without white space at the ends; None where nothing is left."""
        words = trimmed(self._state.text(source), span)
        return self._state.homes.passage(source, words) if len(words) else None

    def make_claim(self, passage: Subject) -> None:
        """Makes a passage a claim."""
        anchor = passage.anchors[0]
        if self._state.homes.claim_at(anchor.source, anchor.span) is not None:
            self._tell("These words are a claim already.")
            return
        self._do([AddOwnClaim(OwnClaim(OwnId(uuid4().hex), passage, self._now()))], "")

    def resize_claim(self, claim: ClaimId, span: Span) -> None:
        """Another extent of a claim by hand. Its tags and notes go with it."""
        own = self.claim(claim)
        passage = None if own is None else self.passage(own.anchor.source, span)
        if own is None or passage is None or passage == own.subject:
            return
        anchor = passage.anchors[0]
        if self._state.homes.claim_at(anchor.source, anchor.span) is not None:
            self._tell("These words are a claim already.")
            return
        edit = EditOwnClaim(own, replace(own, subject=passage))
        on = Subject(SubjectKind.CLAIM, passage.anchors)
        self._do([edit, *self._moved(claim, on)], edit.label)

    def relate(self, kind: RelationKind, one: Subject, other: Subject) -> None:
        """Says of two passages of different sources that they agree, or that they conflict, and confirms it."""
        a, b = one.anchors[0], other.anchors[0]
        if a.source == b.source:
            self._tell("Select words in two different sources.")
            return
        if kind is RelationKind.CONFLICT and _plain(a.exact) == _plain(b.exact):
            self._tell("The words are the same on both sides. Select the words that conflict.")
            return
        both = subject(SubjectKind.RELATION, (a, b))
        before = next((own for own in self._state.own_relations if own.subject == both), None)
        if before is not None and before.kind is kind:
            self._tell("That is marked already.")
            return
        new = OwnRelation(OwnId(uuid4().hex), both, kind, self._now())
        steps: list[Command] = [] if before is None else self._removal([before])
        steps += [AddOwnRelation(new), *self._confirmed(new, before)]
        self._do(steps, AddOwnRelation(new).label)

    def remove_claim(self, claim: ClaimId) -> None:
        """Takes a claim by hand away; what sits on it stays with its words."""
        own = self.claim(claim)
        if own is not None:
            self._do([RemoveOwnClaim(own)], "")

    def remove_relation(self, relation: RelationId) -> None:
        """Takes a relation by hand away; what the engine has found of the same claims stays."""
        steps = self._removal(self.relations(relation))
        if steps:
            self._do(steps, steps[0].label)

    def _removal(self, relations: Sequence[OwnRelation]) -> list[Command]:
        """What takes these away, with the verdicts on them; those on what is left of the same claims stay."""
        steps: list[Command] = [RemoveOwnRelation(own) for own in relations]
        rest = self._state.join_with(tuple(own for own in self._state.own_relations if own not in relations))
        homes = self._state.homes_in(rest)
        touched = [name for name, own in self._state.joined.relations.items() if not set(own).isdisjoint(relations)]
        taken = {own.subject for own in relations}
        gone: list[Verdict] = []
        for verdict in (verdict for name in touched for verdict in self._state.verdicts.get(name, ())):
            left = homes.relation_of(verdict)
            if left is None or verdict.subject in taken - set(homes.subjects_of(left)):
                gone.append(verdict)
        return [*steps, GiveVerdict(tuple(gone), (), len(relations))] if gone else steps

    def _confirmed(self, new: OwnRelation, instead_of: OwnRelation | None) -> list[Command]:
        """The verdict of somebody who has made it by hand."""
        kept = tuple(own for own in self._state.own_relations if own != instead_of)
        joined = self._state.join_with((*kept, new))
        name = next((name for name, own in joined.relations.items() if new in own), None)
        found = joined.comparison.relations if joined.comparison else ()
        relation = next((each for each in found if each.id == name), None)
        if relation is None:  # not compared yet: the claims are still to be found
            old = self._state.stored_verdict(new.subject, new.kind)
            confirmed = Verdict(new.subject, new.kind, Ruling.CONFIRMED, self._now())
            return [GiveVerdict((old,) if old else (), (confirmed,))]
        step = giving(self._state, [relation], Ruling.CONFIRMED, self._now(), self._state.homes_in(joined))
        return [] if step is None else [step]

    def _moved(self, claim: ClaimId, on: Subject) -> list[Command]:
        """Tags and notes of a claim, put on another subject."""
        home = Home(SubjectKind.CLAIM, claim)
        notes = [EditNote(note, replace(note, subject=on)) for note in self._state.notes.get(home, ())]
        steps: list[Command] = [*notes]
        names: dict[str, Tag] = {tag.id: tag for tag in self._state.tags}
        for tagging in self._state.taggings.get(home, ()):
            name = names[tagging.tag].name
            steps += (TakeTag(name, (tagging,)), GiveTag(name, (replace(tagging, subject=on),)))
        return steps


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
