"""The project that is kept as the third version of the file wrote it: `python -m tests.projects.third` made it.

It is never made again: a later form of the file has a project of its own beside it.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from counterpoint.app.commands import (
    AddOwnRelation,
    AddSources,
    Command,
    EditDraft,
    EditOwnRelation,
    GiveStatus,
    KeepRevision,
    PlaceAgain,
    ReplaceDraft,
)
from counterpoint.app.draft_commands import Move
from counterpoint.app.movings import find_all_again
from counterpoint.engine.edits import Edit, edited
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.store.annotations import GivenStatus, Revision, Status, Subject, SubjectKind, anchored
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store
from tests.projects import second
from tests.store.made import moment, own_relation, passage, source

PATH = Path(__file__).with_name("version-3.counterpoint")

TEXT = "Flood: what we know\nFour people died in the flood on Monday.\nThe mayor opened 12 shelters.\n"
DRAFT = replace(source(9, text=TEXT, role=Role.DRAFT), id=SourceId("draft"))


def start(store: Store) -> None:
    """What is there before the first step."""
    second.start(store)


def words_of(draft: Source, words: str, kind: SubjectKind = SubjectKind.CLAIM) -> Subject:
    """Words of a draft, as a subject."""
    at = draft.text.index(words)
    return Subject(kind, (anchored(draft, Span(at, at + len(words))),))


def steps() -> Iterable[Command]:
    """Every kind of command, on every kind of subject."""
    yield from second.steps()
    dead, opened = (words_of(DRAFT, line) for line in TEXT.split("\n")[1:3])
    checked = GivenStatus(dead, Status.CHECKED, moment(20), "someone")
    own = own_relation("draft", words_of(DRAFT, "12 shelters", SubjectKind.PASSAGE), passage(1, "twelve shelters"), 22)
    yield AddSources((DRAFT.id,), ((DRAFT, Original(TEXT.encode(), "/home/someone/draft.txt")),))
    yield GiveStatus((), (checked, GivenStatus(opened, Status.OPINION, moment(21), "someone")))
    yield AddOwnRelation(own)
    yield EditOwnRelation(own, replace(own, locator="p. 4", reason="Her own words."))
    yield KeepRevision(Revision(DRAFT.id, 1, TEXT, "As it came", moment(23), "someone"))
    edit = Edit(TEXT.index("Four"), "Four", "Five")
    yield EditDraft(DRAFT.id, (Edit(0, "", "The "), replace(edit, start=edit.start + 4)), (dead,))
    now = replace(DRAFT, text=edited(DRAFT.text, (Edit(0, "", "The "), replace(edit, start=edit.start + 4))))
    again = words_of(now, "Five people died in the flood on Monday.")
    old = replace(again.anchors[0], origin=dead.anchors[0].exact)
    yield PlaceAgain((Move(replace(again, anchors=(old,)), again),))
    newer = now.text.replace("Five people died in the flood on Monday.\n", "")
    moves = tuple(Move(a, b) for a, b in find_all_again((again, opened), now, newer).items())
    yield ReplaceDraft(DRAFT.id, now.text, newer, moves[:1])


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
