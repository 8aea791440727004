"""What there is in a project, open in a window or only read: what documents and lists are made of. No Qt."""

from typing import TYPE_CHECKING

from counterpoint.app.showings import Showing
from counterpoint.app.states import State
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.annotations import Note, Tag, Tagging, Verdict
from counterpoint.store.homes import Target
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Comparison


class Contents:
    """The nouns of a project, for whoever has its store, its state and its level."""

    _store: Store
    _state: State
    showing: Showing

    @property
    def title(self) -> str:
        return self._store.title()

    @property
    def sources(self) -> tuple[Source, ...]:
        """In the order of their columns, drafts among them."""
        return self._store.shelf.sources()

    def source(self, source: SourceId) -> Source:
        return self._store.shelf.source(source)

    def original(self, source: SourceId) -> Original:
        """The bytes as they came.

        Raises:
            DamagedProject: they are not as they came.
        """
        return self._store.shelf.original(source)

    @property
    def comparison(self) -> "Comparison | None":
        """The last findings on the sources in view and those by hand; None before an analysis. See `is_analysed`."""
        return self._state.joined.comparison

    @property
    def is_analysed(self) -> bool:
        """Whether the findings are this engine's, on just these sources, at this level; if not, an analysis is due."""
        return self._store.analysis.is_analysed() and self.showing.is_current

    @property
    def tags(self) -> tuple[Tag, ...]:
        """By name."""
        return self._store.notebook.tags()

    @property
    def notes(self) -> tuple[Note, ...]:
        """In the order in which they were made, lost ones among them."""
        return self._store.notebook.notes()

    @property
    def taggings(self) -> tuple[Tagging, ...]:
        return self._store.notebook.taggings()

    def verdict_on(self, relation: Relation) -> Verdict | None:
        return self._state.verdict(relation.id)

    def notes_on(self, target: Target) -> tuple[Note, ...]:
        return self._state.notes_on(target)

    def taggings_on(self, target: Target) -> tuple[Tagging, ...]:
        return self._state.taggings_on(target)

    def tags_on(self, target: Target) -> tuple[Tag, ...]:
        """By name."""
        given = {tagging.tag for tagging in self.taggings_on(target)}
        return tuple(tag for tag in self.tags if tag.id in given) if given else ()
