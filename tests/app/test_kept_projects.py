"""Projects as earlier programs wrote them open, show what they held, and can be undone to their start."""

import shutil
from contextlib import suppress
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.histories import History
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import CounterpointError, DamagedProject
from counterpoint.store.stores import Store
from tests.app.snapshots import snapshot
from tests.projects import fifth, first, fourth, second, third
from tests.store.made import comparison, moment

PAGE = 4096
FROM_ANALYSIS = {
    "comparison",
    "verdicts",
    "notes on",
    "statuses",
    "by hand",
}  # which can be made anew where it is damaged


def spoiled(content: bytes, chance: Random) -> bytes:
    """The file after a fault: bits turned, an end cut off, two pages swapped, words overwritten."""
    spoil = bytearray(content)
    match chance.randrange(4):
        case 0:
            for _ in range(chance.choice((1, 5, 50))):
                spoil[chance.randrange(len(spoil))] ^= 1 << chance.randrange(8)
        case 1:
            del spoil[chance.randrange(len(spoil)) :]
        case 2:
            one, other = (PAGE * chance.randrange(len(spoil) // PAGE) for _ in range(2))
            spoil[one : one + PAGE], spoil[other : other + PAGE] = (
                spoil[other : other + PAGE],
                spoil[one : one + PAGE],
            )
        case _:
            at = chance.randrange(len(spoil) - 9)
            spoil[at : at + 9] = b"something"
    return bytes(spoil)


def test_a_damaged_project_is_refused_or_shows_what_it_held(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp
    path = Path(shutil.copy(third.PATH, tmp_path / "kept.counterpoint"))
    kept = Workspace.open(path)
    kept.replace_analysis(comparison(*kept.sources))
    whole = snapshot(kept)
    kept.close()
    content = path.read_bytes()
    chance = Random(5)  # noqa: S311
    refused = 0
    for _ in range(100):
        path.write_bytes(spoiled(content, chance))
        try:
            damaged = Workspace.open(path)
        except CounterpointError:
            refused += 1
            continue
        for thing in {*whole} - FROM_ANALYSIS:
            with suppress(DamagedProject):  # the originals are checked when they are asked for
                assert snapshot(damaged)[thing] == whole[thing]
        assert damaged.comparison in {None, whole["comparison"]}
        damaged.close()
    assert 0 < refused < 100


@pytest.mark.parametrize(
    "form", [first, second, third, fourth, fifth], ids=["first", "second", "third", "fourth", "fifth"]
)
def test_every_form_holds_what_today_s_would(tmp_path: Path, qapp: QApplication, form: ModuleType) -> None:
    with Store.create(tmp_path / "fresh.counterpoint", "The flood") as store:
        form.start(store)
        history = History(store, lambda: moment(10), qapp)
        for step in form.steps():
            history.do(step)
        history.stack.undo()
        history.close()
    fresh = Workspace.open(tmp_path / "fresh.counterpoint")
    kept = Workspace.open(Path(shutil.copy(form.PATH, tmp_path / "kept.counterpoint")))
    number = len(list(form.steps()))
    assert kept.undo_stack.count() == number
    assert kept.undo_stack.index() == number - 1
    for index in (number - 1, 0, number):
        for workspace in (kept, fresh):
            workspace.undo_stack.setIndex(index)
            workspace.replace_analysis(comparison(*workspace.sources))  # today's engine has classes of its own
        assert snapshot(kept) == snapshot(fresh)
    kept.close()
    fresh.close()
