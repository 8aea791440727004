"""What is in view of a project, joined for the views: findings with the verdicts, tags and notes on them."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from counterpoint.app.changes import Thing
from counterpoint.app.own_findings import Joined, join
from counterpoint.engine.levels import Kept
from counterpoint.engine.relations import RelationId, RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import (
    Anchor,
    GivenStatus,
    Note,
    OwnClaim,
    OwnRelation,
    Subject,
    SubjectKind,
    Tag,
    Tagging,
    TagId,
    Verdict,
)
from counterpoint.store.homes import Home, Homes, Target
from counterpoint.store.stores import Store

Annotation = TypeVar("Annotation", Tagging, Note, GivenStatus)
Lost = Verdict | Tagging | Note | OwnClaim | OwnRelation | GivenStatus
ByHome = Mapping[Home | None, tuple[Annotation, ...]]


class State:
    """Where each annotation of a project belongs now. Joined when asked for, and again when it has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._joined: Joined | None = None
        self._joined_of: object = None  # this very comparison of the engine's
        self._homes: Homes | None = None
        self._homes_of: tuple[object, ...] = ()  # these very texts and findings
        self._verdicts: Mapping[RelationId, tuple[Verdict, ...]] | None = None
        self._taggings: ByHome[Tagging] | None = None
        self._tagged: Mapping[str, frozenset[TagId]] | None = None
        self._notes: ByHome[Note] | None = None
        self._statuses: ByHome[GivenStatus] | None = None

    def forget(self, things: Iterable[Thing]) -> None:
        """What depends on these things is joined again."""
        if Thing.ANALYSIS in things:
            self._joined = None
        if not {Thing.SOURCES, Thing.ANALYSIS}.isdisjoint(things):
            self._check_homes()
        if Thing.VERDICTS in things:
            self._verdicts = None
        if Thing.TAGGINGS in things:
            self._taggings = self._tagged = None
        if Thing.NOTES in things:
            self._notes = None
        if Thing.STATUSES in things:
            self._statuses = None

    @property
    def joined(self) -> Joined:
        """The findings of the engine and those by hand in one."""
        found = self._store.analysis.comparison()
        if self._joined is None or self._joined_of is not found:
            self._joined_of = found
            self._joined = self.join_with(self.own_relations, has_facts=True)
        return self._joined

    def join_with(self, relations: tuple[OwnRelation, ...], *, has_facts: bool = False) -> Joined:
        """The findings as they would be if these were the relations by hand; see `join`."""
        claims = self._store.notebook.own_claims()
        return join(self._store.analysis.comparison(), claims, relations, has_facts=has_facts)

    @property
    def own_relations(self) -> tuple[OwnRelation, ...]:
        """Those made by hand, whether or not they are in view."""
        return self._store.notebook.own_relations()

    @property
    def tags(self) -> tuple[Tag, ...]:
        return self._store.notebook.tags()

    def text(self, source: SourceId) -> str:
        return self._store.shelf.source(source).text

    @property
    def homes(self) -> Homes:
        if self._homes is None:
            self._homes_of = self._basis()
            self._homes = self.homes_in(self.joined)
        return self._homes

    def homes_in(self, joined: Joined) -> Homes:
        """Where annotations belong if these are the findings."""
        by_hand = {name: tuple(own.subject for own in all_own) for name, all_own in joined.relations.items()}
        return Homes(self._store.shelf.sources(), joined.comparison, by_hand, joined.alone)

    @property
    def verdicts(self) -> Mapping[RelationId, tuple[Verdict, ...]]:
        """All verdicts on each relation that has one, the newest last: that is the one that counts.

        They are several where a relation is found by hand as well, and where an older cut of its claims had one too.
        """
        if self._verdicts is None:
            found: dict[RelationId, list[Verdict]] = {}
            for verdict in self._store.notebook.verdicts():
                relation = self.homes.relation_of(verdict)
                if relation is not None:
                    found.setdefault(relation.id, []).append(verdict)
            self._verdicts = {name: _by_age(verdicts) for name, verdicts in found.items()}
        return self._verdicts

    def verdict(self, relation: RelationId) -> Verdict | None:
        """The one that counts."""
        given = self.verdicts.get(relation)
        return given[-1] if given else None

    def stored_verdict(self, subject: Subject, kind: RelationKind) -> Verdict | None:
        """The one on just this subject, whether or not its relation is in view."""
        return self._store.notebook.verdict(subject, kind)

    @property
    def taggings(self) -> ByHome[Tagging]:
        """The taggings of each thing; under None those whose thing is gone."""
        if self._taggings is None:
            self._taggings = self._by_home(self._store.notebook.taggings())
        return self._taggings

    @property
    def notes(self) -> ByHome[Note]:
        """The notes on each thing; under None those whose thing is gone."""
        if self._notes is None:
            self._notes = self._by_home(self._store.notebook.notes())
        return self._notes

    @property
    def statuses(self) -> ByHome[GivenStatus]:
        """The statuses of each claim of the draft; under None those whose claim is gone."""
        if self._statuses is None:
            self._statuses = self._by_home(self._store.notebook.statuses())
        return self._statuses

    def passages(self, source: SourceId) -> tuple[Subject, ...]:
        """The passages of a source that tags or notes sit on, in text order."""
        found: dict[Home, Subject] = {}
        for home, annotations in (*self.taggings.items(), *self.notes.items()):
            anchor = annotations[0].subject.anchors[0]
            if home is not None and home.kind is SubjectKind.PASSAGE and anchor.source == source:
                found[home] = Subject(SubjectKind.PASSAGE, (anchor,))
        return tuple(sorted(found.values(), key=lambda passage: passage.anchors))

    @property
    def tagged(self) -> Mapping[str, frozenset[TagId]]:
        """The tags on claims, relations and facts in view, by the ids of these."""
        if self._tagged is None:
            kinds = {SubjectKind.CLAIM, SubjectKind.RELATION, SubjectKind.FACT}
            homes = {home: given for home, given in self.taggings.items() if home is not None and home.kind in kinds}
            self._tagged = {home.id: frozenset(tagging.tag for tagging in given) for home, given in homes.items()}
        return self._tagged

    def notes_on(self, target: Target) -> tuple[Note, ...]:
        home = self.homes.home_of_target(target) if self.notes else None
        return () if home is None else self.notes.get(home, ())

    def taggings_on(self, target: Target) -> tuple[Tagging, ...]:
        home = self.homes.home_of_target(target) if self.taggings else None  # it is asked thousands of times
        return () if home is None else self.taggings.get(home, ())

    def lost(self) -> tuple[Lost, ...]:
        """Those whose thing is gone."""
        notebook, homes = self._store.notebook, self.homes
        verdicts = [each for each in notebook.verdicts() if homes.relation_of(each) is None]
        own = [
            each
            for each in (*notebook.own_claims(), *notebook.own_relations())
            if not all(map(homes.is_true, each.subject.anchors)) or _is_of_other_words(each)
        ]
        statuses = (g for home, given in self.statuses.items() for g in given if home is None or not home.is_claim)
        return (*own, *verdicts, *statuses, *self.taggings.get(None, ()), *self.notes.get(None, ()))

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The pairs of claims that a person has dealt with, of two words on one pair the last: a verdict above all."""
        found: dict[tuple[Anchor, ...], RelationKind | None] = {}
        for annotation in (*self._store.notebook.taggings(), *self._store.notebook.notes()):
            if annotation.subject.kind is SubjectKind.RELATION:
                found[annotation.subject.anchors] = self.homes.kind_of(annotation.subject)
        for verdict in self._store.notebook.verdicts():
            found[verdict.subject.anchors] = verdict.kind
        return tuple(
            Kept((a.source, a.span), (b.source, b.span), kind)
            for (a, b), kind in found.items()
            if all(self.homes.is_true(anchor) and anchor.is_unchanged for anchor in (a, b))
        )

    def _check_homes(self) -> None:
        """Keeps them where only a title or the like has changed."""
        basis = self._basis()
        if len(basis) != len(self._homes_of) or any(a is not b for a, b in zip(basis, self._homes_of, strict=True)):
            self._homes = self._verdicts = self._taggings = self._tagged = self._notes = self._statuses = None

    def _basis(self) -> tuple[object, ...]:
        found = self.joined.comparison
        findings = (found.relations, found.facts) if found else ()
        return (*findings, *(part for source in self._store.shelf.sources() for part in (source.id, source.text)))

    def _by_home(self, annotations: Iterable[Annotation]) -> ByHome[Annotation]:
        found: dict[Home | None, list[Annotation]] = {}
        for annotation in annotations:
            found.setdefault(self.homes.home_of(annotation.subject), []).append(annotation)
        return {home: tuple(own) for home, own in found.items()}


def _by_age(verdicts: list[Verdict]) -> tuple[Verdict, ...]:
    return tuple(sorted(verdicts, key=lambda each: (each.made, each.subject.key))) if verdicts[1:] else tuple(verdicts)


def _is_of_other_words(own: OwnClaim | OwnRelation) -> bool:
    """A claim by hand stays one while its words change; what was said of two passages was said of their words."""
    return isinstance(own, OwnRelation) and not all(anchor.is_unchanged for anchor in own.subject.anchors)
