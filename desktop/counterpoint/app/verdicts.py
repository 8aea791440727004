"""A person's word on relations as a command: what it sits on, and what it takes the place of."""

from collections.abc import Iterable
from datetime import datetime

from counterpoint.app.commands import GiveVerdict
from counterpoint.app.states import State
from counterpoint.engine.relations import Relation
from counterpoint.store.annotations import Ruling, Verdict
from counterpoint.store.homes import Homes


def giving(
    state: State, relations: Iterable[Relation], ruling: Ruling | None, made: datetime, homes: Homes | None = None
) -> GiveVerdict | None:
    """The same ruling on all these relations; None takes verdicts back. Nothing where nothing would change.

    `homes` are those in which the relations are in view, the state's own unless they are still to come. Every verdict
    that is replaced is named, be it in view or not: undoing must bring back all of them.
    """
    before: list[Verdict] = []
    after: list[Verdict] = []
    number = 0
    for relation in relations:
        subjects = (homes or state.homes).subjects_of(relation) if ruling else ()
        there = {subject: state.stored_verdict(subject, relation.kind) for subject in subjects}
        known = dict.fromkeys((*state.verdicts.get(relation.id, ()), *filter(None, there.values())))
        gone = [old for old in known if old.ruling is not ruling]
        new = [on for on, old in there.items() if old is None or old.ruling is not ruling]
        before += gone
        after += [Verdict(on, relation.kind, ruling, made) for on in new] if ruling else []
        number += bool(gone or new)
    return GiveVerdict(tuple(before), tuple(after), number) if number else None
