"""A project that is only read, from its file as it is now: for the command line. No Qt."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from counterpoint.app.changes import Thing
from counterpoint.app.contents import Contents
from counterpoint.app.showings import Showing
from counterpoint.app.standings import Standings
from counterpoint.app.states import Lost, State
from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Subject
from counterpoint.store.stores import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from counterpoint.engine.comparison import Watch
    from counterpoint.engine.knowledge import Knowledge


class ReadProject(Contents):
    """What is in a project file. Whatever is done to it stays in memory, and is forgotten."""

    def __init__(self, path: Path) -> None:
        """Reads the project at the path, be it open in a window or not.

        Raises:
            CounterpointError: it can't be read; the error says why.
        """
        self._store = Store.read(path)
        self._state = State(self._store)
        self.drafting = Standings(self._store, self._state)
        self.showing = Showing(self._store, self._state, self._store.set_setting)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.close()

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

    @property
    def lost(self) -> tuple[Lost, ...]:
        """What sits on things that are gone."""
        return self._state.lost()

    def analyse(self, knowledge: "Callable[[], Knowledge]", watch: "Watch") -> None:
        """Compares the sources, unless the file has what that would give."""
        if self.is_analysed:
            return
        from counterpoint.engine.comparison import compare

        found = compare(self.sources, knowledge(), watch, choice=self.showing.choice)
        self._store.analysis.replace(found)
        self._state.forget(Thing)
