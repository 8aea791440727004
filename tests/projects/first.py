"""The project that is kept as the first version of the file wrote it: `python -m tests.projects.first` made it.

It is never made again: a later form of the file has a project of its own beside it.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from counterpoint.app.commands import (
    AddNote,
    AddSources,
    AddTag,
    ArrangeSources,
    Command,
    EditNote,
    EditSource,
    EditTag,
    GiveTag,
    GiveVerdict,
    RemoveNote,
    RemoveSource,
    RemoveTag,
    SetTitle,
    Several,
    TakeTag,
)
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Role
from counterpoint.store.annotations import Ruling
from counterpoint.store.homes import Homes
from counterpoint.store.shelves import particulars
from counterpoint.store.stores import Store
from tests.store.made import comparison, contents, moment, note, source, tag, tagging, verdict

PATH = Path(__file__).with_name("version-1.counterpoint")
THREE = (source(0), source(1), source(2))


def start(store: Store) -> None:
    """What is there before the first step."""
    store.shelf.add(contents(0, 1, 2))
    store.shelf.arrange([each.id for each in THREE])
    store.analysis.replace(comparison(*THREE))
    store.set_setting("columns", {"pinned": "s0", "widths": [320, 280.5]})


def steps() -> Iterable[Command]:
    """Every kind of command, on every kind of subject."""
    found = comparison(*THREE)
    homes = Homes(THREE, found)
    claim, conflict, match, fact = found.accounts[0].claims[0], found.relations[0], found.relations[1], found.facts[0]
    on_conflict, on_match, on_claim = map(homes.subject_of, (conflict, match, claim))
    passage = homes.passage(source(2).id, Span(16, 17))
    toll, mayor = tag("Toll", colour="#d55e00", key="t", description="How many"), tag("Mayor")
    unsure, rejected = (verdict(on_conflict, ruling, minutes=1) for ruling in (Ruling.UNSURE, Ruling.REJECTED))
    first, second, third = (note(name, on, minutes=i) for i, (name, on) in enumerate(
        [("on passage", passage), ("on relation", on_conflict), ("on fact", homes.subject_of(fact))]
    ))  # fmt: skip
    yield AddSources((source(3).id,), tuple(contents(3)))
    yield SetTitle("The flood", "The deluge of Nowhere 🌊")
    order = tuple(source(n).id for n in range(4))
    yield ArrangeSources(order, (order[2], order[0], order[1], order[3]))
    before = particulars(source(1))
    yield EditSource(source(1).id, before, replace(before, title="Under water", role=Role.DRAFT, confidential=True))
    yield GiveVerdict((), (unsure, verdict(on_match, Ruling.CONFIRMED, is_conflict=False, minutes=2)))
    yield GiveVerdict((unsure,), (rejected,))
    yield AddTag(toll)
    yield Several("tag “Mayor”", (AddTag(mayor), GiveTag("Mayor", (tagging(mayor, on_claim, 3),))))
    yield GiveTag("Toll", (tagging(toll, passage, 4), tagging(toll, homes.subject_of(source(0)), 5)))
    yield TakeTag("Toll", (tagging(toll, passage, 4),))
    yield EditTag(mayor, replace(mayor, name="The mayor", key="m"))
    yield RemoveTag(replace(mayor, name="The mayor", key="m"), (tagging(mayor, on_claim, 3),))
    yield AddNote(first)
    yield AddNote(replace(second, is_private=True))
    yield AddNote(third)
    yield EditNote(first, replace(first, body="Asked, *twice*.", changed=moment(9)))
    yield RemoveNote(third)
    yield RemoveSource(source(3).id, "Flood in Nowhere", 3)


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
