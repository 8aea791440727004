"""What was done to a project, step by step, so that undo outlives closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from counterpoint.engine.sources import SourceId
from counterpoint.store.deeds import Act, Deeds
from counterpoint.store.rows import read_moment
from counterpoint.store.tables import Row, Tables


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be undone. `command` is JSON, of which only the commands know the meaning.

    `sources` are those whose texts must be kept for it although they may be taken out. `by` is who did it, "" where
    that is not known; it goes into the deeds.
    """

    label: str
    command: str
    made: datetime
    sources: tuple[SourceId, ...] = ()
    by: str = ""


class Journal:
    """The steps in order; those up to the position are done, those after it undone and can be done again.

    Whatever is done with a step is one of the deeds, too.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.deeds = Deeds(tables)

    def steps(self, most: int) -> tuple[tuple[Step, ...], int]:
        """The last steps, at most so many, and how many of them are done.

        Raises:
            DamagedProject: one is not as it was written.
        """
        rows = self._tables.rows("step", "number > (select max(number) from step) - ?", (most,), order="number")
        kept: dict[object, list[SourceId]] = {}
        for row in self._tables.rows("step_source"):
            kept.setdefault(row["step"], []).append(SourceId(str(row["source"])))
        done = self._position()
        try:
            steps = [_step(row, kept.get(row["number"], ())) for row in rows]
        except ValueError as error:
            raise self._tables.damaged() from error
        return tuple(steps), sum(isinstance(row["number"], int) and row["number"] <= done for row in rows)

    def add_step(self, step: Step) -> None:
        """Records what has just been done. What had been undone before can't be done again."""
        number = self._position() + 1
        with self._tables.atomic():
            self._tables.drop("step", "number >= ?", (number,))
            self._write(number, step)
            self._move(number)
            self.deeds.add(Act.DONE, number, step.made, step.by, step.label, step.command)

    def join_step(self, step: Step) -> None:
        """Records that the last step has become this one."""
        with self._tables.atomic():
            self._tables.drop("step", "number >= ?", (self._position(),))
            self._write(self._position(), step)
            self.deeds.join(self._position(), step.made, step.label, step.command)

    def unwind(self, made: datetime, by: str = "") -> None:
        """Records that the last step that is done has been undone."""
        number = self._position()
        with self._tables.atomic():
            self._move(number - 1)
            self.deeds.add(Act.UNDONE, number, made, by)

    def rewind(self, made: datetime, by: str = "") -> None:
        """Records that the first step that is undone has been done again."""
        number = self._position() + 1
        with self._tables.atomic():
            self._move(number)
            self.deeds.add(Act.REDONE, number, made, by)

    def _write(self, number: int, step: Step) -> None:
        row: Row = {"number": number, "label": step.label, "command": step.command, "made": step.made.isoformat()}
        self._tables.put("step", [row])
        self._tables.put("step_source", [{"step": number, "source": source} for source in step.sources])

    def _position(self) -> int:
        row = self._tables.row("project")
        position = row["position"]
        return position if isinstance(position, int) else 0

    def _move(self, position: int) -> None:
        row = self._tables.row("project")
        self._tables.put("project", [{**row, "position": position}])


def _step(row: Row, sources: Sequence[SourceId]) -> Step:
    return Step(str(row["label"]), str(row["command"]), read_moment(row["made"]), tuple(sources))
