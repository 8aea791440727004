"""What is in view of a project, joined for the views: findings with the verdicts, tags and notes on them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from counterpoint.engine.relations import RelationId
from counterpoint.store.annotations import Note, Tagging, Verdict
from counterpoint.store.homes import Home, Homes
from counterpoint.store.stores import Store

Annotation = TypeVar("Annotation", Tagging, Note)


class State:
    """One moment of a project: made anew, from what the store keeps in memory, when something has changed."""

    def __init__(self, store: Store, last: "State | None" = None) -> None:
        self._notebook = store.notebook
        self.basis = store.shelf.sources(), store.analysis.comparison()
        is_same = last is not None and all(one is other for one, other in zip(last.basis, self.basis, strict=True))
        self.homes = last.homes if last is not None and is_same else Homes(*self.basis)

    @cached_property
    def verdicts(self) -> Mapping[RelationId, Verdict]:
        """The verdict on each relation that has one. The newest, where an older cut of the claims had one too."""
        found: dict[RelationId, Verdict] = {}
        for verdict in sorted(self._notebook.verdicts(), key=lambda verdict: verdict.made):
            relation = self.homes.relation_of(verdict)
            if relation is not None:
                found[relation.id] = verdict
        return found

    @cached_property
    def lost(self) -> tuple[Verdict | Tagging | Note, ...]:
        """Those whose thing is gone."""
        verdicts = [each for each in self._notebook.verdicts() if self.homes.relation_of(each) is None]
        return (*verdicts, *self.taggings.get(None, ()), *self.notes.get(None, ()))

    @cached_property
    def notes(self) -> Mapping[Home | None, tuple[Note, ...]]:
        """The notes on each thing; under None those whose thing is gone."""
        return self._at_home(self._notebook.notes())

    @cached_property
    def taggings(self) -> Mapping[Home | None, tuple[Tagging, ...]]:
        """The taggings of each thing; under None those whose thing is gone."""
        return self._at_home(self._notebook.taggings())

    def _at_home(self, annotations: Iterable[Annotation]) -> Mapping[Home | None, tuple[Annotation, ...]]:
        found: dict[Home | None, list[Annotation]] = {}
        for annotation in annotations:
            found.setdefault(self.homes.home_of(annotation.subject), []).append(annotation)
        return {home: tuple(own) for home, own in found.items()}
