"""A project that is only read, from its file as it is now: for the command line. No Qt."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from counterpoint.app.changes import Thing
from counterpoint.app.showings import Showing
from counterpoint.app.standings import Standings
from counterpoint.app.states import Lost, State
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.annotations import Note, Subject, Tag, Tagging, Verdict
from counterpoint.store.homes import Target
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from counterpoint.engine.accounts import Comparison
    from counterpoint.engine.comparison import Watch
    from counterpoint.engine.knowledge import Knowledge


class ReadProject:
    """What is in a project file. Whatever is done to it stays in memory, and is forgotten."""

    def __init__(self, path: Path) -> None:
        """Reads the project at the path, be it open in a window or not.

        Raises:
            CounterpointError: it can't be read; the error says why.
        """
        self._store = Store.read(path)
        self._state = State(self._store)
        self.drafting = Standings(self._store, self._state)
        self._showing = Showing(self._store, self._state, self._store.set_setting)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.close()

    @property
    def title(self) -> str:
        return self._store.title()

    @property
    def sources(self) -> tuple[Source, ...]:
        """In the order of their columns, drafts among them."""
        return self._store.shelf.sources()

    @property
    def comparison(self) -> "Comparison | None":
        """The findings, with those by hand; None before an analysis."""
        return self._state.joined.comparison

    @property
    def is_analysed(self) -> bool:
        """Whether the findings are this engine's, on just these sources, at the project's level."""
        return self._store.analysis.is_analysed() and self._showing.is_current

    @property
    def hands(self) -> "ReadProject":
        """Itself: what was found by hand."""
        return self

    @property
    def by_hand(self) -> frozenset[str]:
        """The ids of all claims and relations by hand."""
        return self._state.joined.by_hand

    def passages(self, source: SourceId) -> tuple[Subject, ...]:
        """The passages of a source that tags or notes sit on, in text order."""
        return self._state.passages(source)

    def original(self, source: SourceId) -> Original:
        return self._store.shelf.original(source)

    def verdict_on(self, relation: Relation) -> Verdict | None:
        return self._state.verdict(relation.id)

    def notes_on(self, target: Target) -> tuple[Note, ...]:
        return self._state.notes_on(target)

    @property
    def tags(self) -> tuple[Tag, ...]:
        """By name."""
        return self._store.notebook.tags()

    @property
    def notes(self) -> tuple[Note, ...]:
        return self._store.notebook.notes()

    @property
    def taggings(self) -> tuple[Tagging, ...]:
        return self._store.notebook.taggings()

    @property
    def lost(self) -> tuple[Lost, ...]:
        """What sits on things that are gone."""
        return self._state.lost()

    def tags_on(self, target: Target) -> tuple[Tag, ...]:
        """By name."""
        given = {tagging.tag for tagging in self._state.taggings_on(target)}
        return tuple(tag for tag in self.tags if tag.id in given)

    def analyse(self, knowledge: "Callable[[], Knowledge]", watch: "Watch") -> None:
        """Compares the sources, unless the file has what that would give."""
        if self.is_analysed:
            return
        from counterpoint.engine.comparison import compare

        found = compare(self.sources, knowledge(), watch, choice=self._showing.choice)
        self._store.analysis.replace(found)
        self._state.forget(Thing)
