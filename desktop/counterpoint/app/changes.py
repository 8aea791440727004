"""What has changed in a project, as the views are told it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Subject


class Thing(StrEnum):
    """Kinds of thing that can change."""

    TITLE = "title"
    SETTINGS = "settings"
    SOURCES = "sources"
    ANALYSIS = "analysis"
    VERDICTS = "verdicts"
    TAGS = "tags"
    TAGGINGS = "taggings"
    NOTES = "notes"
    STATUSES = "statuses"
    REVISIONS = "revisions"


#: What may be otherwise, or elsewhere, when the engine's findings are.
FOUND_ANEW = (Thing.ANALYSIS, Thing.VERDICTS, Thing.TAGGINGS, Thing.NOTES, Thing.STATUSES)


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of thing have changed, and of which sources; of none in particular where `sources` is empty."""

    things: frozenset[Thing]
    sources: frozenset[SourceId] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        sources = self.sources | other.sources if self.sources and other.sources else frozenset[SourceId]()
        return Changes(self.things | other.things, sources)


def changed(*things: Thing, of: Sequence[Subject] = ()) -> Changes:
    """These things, of the sources that the subjects are in."""
    return Changes(frozenset(things), frozenset(source for subject in of for source in subject.sources))
