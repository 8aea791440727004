"""All that a document is made of: the comparison, where its sources came from, what a person has said of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from counterpoint.engine.accounts import Comparison
from counterpoint.engine.sources import SourceId
from counterpoint.writers.remarks import NOTHING, Remarks


@dataclass(frozen=True, slots=True)
class Dossier:
    """A comparison with what belongs to it. `paths` gives each source's path, in the order of display.

    `title` is the project's, "" where there is none. Nothing is withheld here: every writer sees to that.
    """

    comparison: Comparison
    paths: Mapping[SourceId, str | None]
    remarks: Remarks = NOTHING
    title: str = ""
