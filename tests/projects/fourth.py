"""The project that is kept as the fourth version of the file wrote it: `python -m tests.projects.fourth` made it.

It is never made again: a later form of the file has a project of its own beside it.
"""

from collections.abc import Iterable
from pathlib import Path

from counterpoint.app.commands import Command
from counterpoint.store.stores import Store
from tests.projects import third
from tests.store.made import moment

PATH = Path(__file__).with_name("version-4.counterpoint")


def start(store: Store) -> None:
    """What is there before the first step."""
    third.start(store)


def steps() -> Iterable[Command]:
    """Every kind of command, on every kind of subject."""
    yield from third.steps()


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
