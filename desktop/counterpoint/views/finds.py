"""Where one stands in what was found: the words that are sought, the hits, and the one that is looked at."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.finds import Hit, Place, find_hits
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.views.walks import Walk

_OURS = frozenset((Thing.SOURCES, Thing.ANALYSIS, Thing.TAGS, Thing.TAGGINGS, Thing.NOTES))


class Finder(QObject):
    """Finds words in a walk's project, again whenever something of it has changed; nothing while it is off."""

    found = Signal()  # other hits
    moved = Signal()  # another hit is looked at

    def __init__(self, walk: Walk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self._words = ""
        self._is_on = False
        self._hits: tuple[Hit, ...] = ()
        self._place = -1
        walk.workspace.changed.connect(self._refresh)

    @property
    def words(self) -> str:
        """What is sought; "" while it is off."""
        return self._words if self._is_on else ""

    @property
    def is_on(self) -> bool:
        return self._is_on

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self._hits

    @property
    def place(self) -> int:
        """The number of the hit that is looked at, from 0; -1 before the first."""
        return self._place

    @property
    def current(self) -> Hit | None:
        return self._hits[self._place] if 0 <= self._place < len(self._hits) else None

    def seek(self, words: str) -> None:
        """Finds these."""
        self._words, self._is_on, self._place = words, True, -1
        self._renew()

    def stop(self) -> None:
        """Nothing is found any more; the words are kept for the next time."""
        self._is_on, self._place = False, -1
        self._renew()

    def step(self, by: int) -> None:
        """Goes on round the hits."""
        if self._hits:
            start = self._place if self._place >= 0 else (-1 if by > 0 else 0)
            self.go_to((start + by) % len(self._hits))

    def go_to(self, number: int) -> None:
        """Looks at this hit."""
        self._place = number
        self.moved.emit()

    def spans(self) -> Mapping[SourceId, tuple[Span, ...]]:
        """The hits in each source."""
        spans: dict[SourceId, list[Span]] = {}
        for hit in self._hits:
            if hit.place is Place.SOURCE and hit.source is not None:
                spans.setdefault(hit.source, []).append(hit.span)
        return {source: tuple(own) for source, own in spans.items()}

    def _refresh(self, changes: Changes) -> None:
        if self._is_on and changes.things & _OURS:
            before = self.current
            self._renew()
            self._place = self._hits.index(before) if before in self._hits else -1

    def _renew(self) -> None:
        self._hits = find_hits(self._walk.workspace, self.words, self._walk.everything)
        self.found.emit()
