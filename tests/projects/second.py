"""The project that is kept as the second version of the file wrote it: `python -m tests.projects.second` made it.

It is never made again: a later form of the file has a project of its own beside it.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from counterpoint.app.commands import (
    AddOwnClaim,
    AddOwnRelation,
    Command,
    EditOwnClaim,
    RemoveOwnClaim,
    RemoveOwnRelation,
)
from counterpoint.store.stores import Store
from tests.projects import first
from tests.store.made import moment, own_claim, own_relation, passage

PATH = Path(__file__).with_name("version-2.counterpoint")


def start(store: Store) -> None:
    """What is there before the first step."""
    first.start(store)


def steps() -> Iterable[Command]:
    """Every kind of command, on every kind of subject."""
    yield from first.steps()
    headline = own_claim("headline", passage(0, "Flood in Nowhere"), 11)
    mayor = own_claim("mayor", passage(2, "she said"), 12)
    waters = own_relation("waters", passage(0, "Flood"), passage(1, "under water"), 13)
    shelters = own_relation("shelters", passage(0, "12 shelters"), passage(2, "12 shelters"), 14)
    deaths = own_relation("deaths", passage(0, "Four"), passage(1, "Five"), 15, is_conflict=True)
    yield AddOwnClaim(headline)
    yield AddOwnClaim(mayor)
    yield EditOwnClaim(headline, replace(headline, subject=passage(0, "in Nowhere")))
    yield RemoveOwnClaim(mayor)
    yield AddOwnRelation(waters)
    yield AddOwnRelation(shelters)
    yield AddOwnRelation(deaths)
    yield RemoveOwnRelation(shelters)


if __name__ == "__main__":
    from PySide6.QtCore import QCoreApplication

    from counterpoint.app.histories import History

    application = QCoreApplication()
    with Store.create(PATH, "The flood") as store:
        start(store)
        history = History(store, lambda: moment(10))
        for step in steps():
            history.do(step)
        history.stack.undo()
        history.close()
