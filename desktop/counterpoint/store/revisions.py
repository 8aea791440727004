"""The texts that drafts had: kept, so that they can be compared and come back."""

from counterpoint.engine.sources import SourceId
from counterpoint.store.annotations import Revision
from counterpoint.store.rows import read_revision, revision_row
from counterpoint.store.tables import Tables


class Revisions:
    """All revisions of a project's drafts. The text that a draft has now is not among them: the shelf has it."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def of(self, source: SourceId) -> tuple[Revision, ...]:
        """Those of a draft, the oldest first.

        Raises:
            DamagedProject: one of them is not as it was written.
        """
        rows = self._tables.rows("revision", "source = ?", (source,), order="number")
        try:
            return tuple(map(read_revision, rows))
        except ValueError as error:
            raise self._tables.damaged() from error

    def put(self, revision: Revision) -> None:
        self._tables.put("revision", [revision_row(revision)])

    def drop(self, revision: Revision) -> None:
        self._tables.drop("revision", "source = ? and number = ?", (revision.source, revision.number))
