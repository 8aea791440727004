"""The project that is kept as the fifth version of the file wrote it: `python -m tests.projects.fifth` made it.

It is never made again: a later form of the file has a project of its own beside it.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from counterpoint.app.commands import AddSources, Command
from counterpoint.store.stores import Store
from tests.projects import fourth
from tests.store.made import contents, moment

PATH = Path(__file__).with_name("version-5.counterpoint")


def start(store: Store) -> None:
    """What is there before the first step."""
    fourth.start(store)


def steps() -> Iterable[Command]:
    """Every kind of command, on every kind of subject, and a source whose file has pages."""
    ((printed, original),) = contents(4)
    yield AddSources((printed.id,), ((replace(printed, pages=(0, 20)), original),))
    yield from fourth.steps()


if __name__ == "__main__":
    from PySide6.QtCore import QCoreApplication

    from counterpoint.app.histories import History

    application = QCoreApplication()
    with Store.create(PATH, "The flood") as store:
        start(store)
        history = History(store, lambda: moment(10), who=lambda: "someone")
        for step in steps():
            history.do(step)
        history.stack.undo()
        history.close()
