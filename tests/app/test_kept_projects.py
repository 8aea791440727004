"""Projects as earlier programs wrote them open, show what they held, and can be undone to their start."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.histories import History
from counterpoint.app.workspaces import Workspace
from counterpoint.store.stores import Store
from tests.app.snapshots import snapshot
from tests.projects import first
from tests.store.made import moment


@pytest.fixture
def fresh(tmp_path: Path, qapp: QApplication) -> Workspace:
    """The same project, made by today's program."""
    with Store.create(tmp_path / "fresh.counterpoint", "The flood") as store:
        first.start(store)
        history = History(store, lambda: moment(10), qapp)
        for step in first.steps():
            history.do(step)
        history.stack.undo()
        history.close()
    return Workspace.open(tmp_path / "fresh.counterpoint")


def test_the_first_form_holds_what_today_s_would(tmp_path: Path, fresh: Workspace) -> None:
    kept = Workspace.open(Path(shutil.copy(first.PATH, tmp_path / "kept.counterpoint")))
    number = len(list(first.steps()))
    assert kept.undo_stack.count() == number
    assert kept.undo_stack.index() == number - 1
    for index in (number - 1, 0, number):
        for workspace in (kept, fresh):
            workspace.undo_stack.setIndex(index)
        assert snapshot(kept) == snapshot(fresh)
    kept.close()
    fresh.close()
