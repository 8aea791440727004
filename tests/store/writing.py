"""Makes processes that write into a project until they are killed: a line on standard input makes one.

Python and its modules are loaded once, and each writer is a fork, so that fifty of them take seconds.
"""

import json
import os
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from counterpoint.app.commands import (
    AddNote,
    AddSources,
    AddTag,
    ArrangeSources,
    Command,
    EditNote,
    GiveTag,
    GiveVerdict,
    RemoveSource,
    SetTitle,
    Several,
    command_form,
    sources_kept,
)
from counterpoint.engine.passages import Span
from counterpoint.store.annotations import Note, Ruling
from counterpoint.store.homes import Homes
from counterpoint.store.journals import Step
from counterpoint.store.stores import Store
from tests.store.made import comparison, contents, moment, note, source, tag, tagging, verdict

#: The number of the source that action 0 would import.
IMPORTED = 100


def act(store: Store, number: int) -> None:
    """The action of that number, as the program does it: with its line in the journal, in one transaction."""
    command = _command(store, number)
    with store.atomic():
        command.do(store)
        packed = json.dumps(command_form().pack(command))
        store.journal.add_step(Step(command.label, packed, moment(number), sources_kept(command)))
    if number % 7 == 0:
        store.analysis.replace(comparison(*store.shelf.sources()))


def _command(store: Store, number: int) -> Command:
    counted = SetTitle(str(number), str(number + 1))
    return Several(f"action {number}", (*_commands(store, number), counted))


def _commands(store: Store, number: int) -> tuple[Command, ...]:
    sources = store.shelf.sources()
    found = comparison(*sources)
    homes = Homes(sources, found)
    match number % 5:
        case 0:
            subject = homes.passage(source(0).id, Span(number % 50, number % 50 + 9))
            return (AddNote(note(f"n{number}", subject, f"note {number}", number)),)
        case 1:
            last: Note = store.notebook.notes()[-1]
            return (EditNote(last, note(last.id, last.subject, f"edited {number - 1}", number - 1)),)
        case 2:
            new = tag(f"tag {number}")
            return AddTag(new), GiveTag(new.name, (tagging(new, homes.subject_of(found.relations[0]), number),))
        case 3:
            ruling = list(Ruling)[number % 3]
            before = store.notebook.verdicts()
            after = [
                verdict(homes.subject_of(r), ruling, is_conflict=r.kind.value == "conflict", minutes=number)
                for r in found.relations
            ]
            return (GiveVerdict(before, tuple(after)),)
        case _:
            order = store.shelf.order()
            new = source(IMPORTED + number)
            return (
                ArrangeSources(order, (*order[1:], order[0])),
                AddSources((new.id,), tuple(contents(IMPORTED + number))),
                RemoveSource(new.id, new.title, len(order)),
            )


def write(path: Path, told: Path) -> None:
    """Acts for ever, and tells of each action by a byte when it is stored."""
    with Store.open(path) as store, told.open("ab", buffering=0) as file:
        os.write(1, b"opened\n")
        for number in count(int(store.title())):
            act(store, number)
            file.write(b".")


def act_once() -> None:
    with TemporaryDirectory() as folder, Store.create(Path(folder, "a"), "0") as store:
        store.shelf.add(contents(0, 1))
        store.shelf.arrange([source(0).id, source(1).id])
        act(store, 0)


def main() -> None:
    path, told = map(Path, sys.argv[1:])
    act_once()  # so that everything is loaded
    for _ in sys.stdin:
        writer = os.fork()
        if writer == 0:
            write(path, told)
        os.write(1, f"{writer}\n".encode())
        _, status = os.waitpid(writer, 0)
        os.write(1, f"ended {os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    main()
