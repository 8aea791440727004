"""All that was ever done to a project, undone and done again, by whom and when. It only grows, but for a purge."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from counterpoint.store.rows import read_moment
from counterpoint.store.tables import Row, Tables


class Act(StrEnum):
    """What was done with a step."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class Deed:
    """One act. `step` is the number that the step had in the journal; `command` is its JSON, "" where it was purged.

    Label and command are those of the step that was done, undone or redone. `by` is "" where it is not known.
    """

    number: int
    act: Act
    step: int
    label: str
    command: str
    made: datetime
    by: str


class Deeds:
    """The deeds in order. What was read is kept: there may be ten thousand."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.forget()

    def forget(self) -> None:
        """What was read is read again."""
        self._known: list[Deed] = []

    def all(self) -> tuple[Deed, ...]:
        """The first one first.

        Raises:
            DamagedProject: one is not as it was written.
        """
        last = self._known[-1].number if self._known else 0
        done = {deed.step: (deed.label, deed.command) for deed in self._known if deed.act is Act.DONE}
        try:
            for deed in map(_deed, self._tables.rows("deed", "number > ?", (last,), order="number")):
                if deed.act is Act.DONE:
                    done[deed.step] = deed.label, deed.command
                label, command = done.get(deed.step, ("", ""))
                self._known.append(replace(deed, label=label, command=command))
        except ValueError as error:
            raise self._tables.damaged() from error
        return tuple(self._known)

    def add(self, act: Act, step: int, made: datetime, by: str, label: str = "", command: str = "") -> None:  # noqa: PLR0913, PLR0917
        """Another one; label and command only of what is done for the first time."""
        last = self._tables.rows("deed", "number = (select max(number) from deed)")
        number = _number(last[0]["number"]) + 1 if last else 1
        row: Row = {"number": number, "act": act.value, "step": step, "label": label, "command": command}
        self._tables.put("deed", [{**row, "made": made.isoformat(), "by": by}])

    def join(self, step: int, made: datetime, label: str, command: str) -> None:
        """The step that was done last has become this one, as a note does that is still being written."""
        where = "number = (select max(number) from deed where step = ? and act = 'done')"
        for row in self._tables.rows("deed", where, (step,)):
            self._tables.put("deed", [{**row, "label": label, "command": command, "made": made.isoformat()}])
            number = _number(row["number"])
            self._known = [deed for deed in self._known if deed.number < number]


def _deed(row: Row) -> Deed:
    return Deed(
        number=_number(row["number"]),
        act=Act(str(row["act"])),
        step=_number(row["step"]),
        label=str(row["label"]),
        command=str(row["command"]),
        made=read_moment(row["made"]),
        by=str(row["by"]),
    )


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"not a number: {value!r}")  # noqa: TRY004
    return value
