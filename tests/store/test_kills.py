"""A process that is killed while it writes loses nothing that it has told of, and leaves nothing half done."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from counterpoint.store.annotations import Ruling
from counterpoint.store.stores import Store
from tests.store.made import comparison, contents, source
from tests.store.writing import IMPORTED

KILLS = 50
LONGEST = 0.08  # seconds that a writer lives at most, once it has opened the project


def test_the_fiftieth_kill_finds_every_action_that_was_told(tmp_path: Path) -> None:
    actions, hot = kill_again_and_again(tmp_path, seed=3)
    print(f"{actions} actions told, {hot} of {KILLS} kills within a transaction")  # noqa: T201
    assert actions > 0


def kill_again_and_again(folder: Path, seed: int) -> tuple[int, int]:
    """Kills a writer as often as KILLS says, and checks each time; how many actions, and kills within a transaction."""
    path, told = folder / "flood.counterpoint", folder / "told"
    with Store.create(path, "0") as store:
        store.shelf.add(contents(0, 1, 2, 3, 4))
        store.shelf.arrange([source(n).id for n in range(5)])
        store.analysis.replace(comparison(*store.shelf.sources()))
    told.write_bytes(b"")
    moments = random.Random(seed)  # noqa: S311
    hot = 0
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "tests.store.writing", str(path), str(told)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for _ in range(KILLS):
            nursery.stdin.write("\n")
            nursery.stdin.flush()
            writer, opened = sorted((nursery.stdout.readline().strip(), nursery.stdout.readline().strip()))
            assert opened == "opened"
            time.sleep(moments.uniform(0, LONGEST))
            os.kill(int(writer), signal.SIGKILL)
            assert nursery.stdout.readline() == f"ended {-signal.SIGKILL}\n"
            hot += Path(f"{path}-journal").exists()
            check(path, told)
        nursery.stdin.close()
    assert nursery.returncode == 0
    return len(told.read_bytes()), hot


def check(path: Path, told: Path) -> None:
    """What is in the file is what so many actions make, told ones and perhaps one more that was being told."""
    number = len(told.read_bytes())
    with Store.open(path) as store:
        done = int(store.title())
        assert done in {number, number + 1}
        _, position = store.journal.steps(10_000)
        assert position == done
        bodies = [note.body for note in store.notebook.notes()]
        made = [n for n in range(done) if n % 5 == 0]
        edited = [n - 1 for n in range(done) if n % 5 == 1]
        assert bodies == [f"edited {n}" if n in edited else f"note {n}" for n in made]
        assert len(store.notebook.tags()) == len(store.notebook.taggings()) == sum(n % 5 == 2 for n in range(done))
        rulings = {verdict.ruling for verdict in store.notebook.verdicts()}
        verdicts = [n for n in range(done) if n % 5 == 3]
        assert rulings == ({list(Ruling)[verdicts[-1] % 3]} if verdicts else set())
        relations = comparison(*store.shelf.sources()).relations
        assert len(store.notebook.verdicts()) == (len(relations) if verdicts else 0)
        places = [n for n in range(done) if n % 5 == 4]
        assert [each.id for each in store.shelf.sources()] == [source((n + len(places)) % 5).id for n in range(5)]
        assert all(store.shelf.original(source(IMPORTED + n).id) == contents(IMPORTED + n)[0][1] for n in places)
        assert [deed.step for deed in store.journal.deeds.all()] == [*range(1, done + 1)]
        assert store.analysis.comparison() is not None
        for each in store.shelf.sources():
            store.shelf.original(each.id)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert not Path(f"{path}-journal").exists()
    # an action that was stored and not told is told now, as the next writer goes on after it
    with told.open("ab") as file:
        file.write(b"." * (done - number))


@pytest.mark.parametrize("number", range(5))
def test_an_action_does_what_the_check_expects(tmp_path: Path, number: int) -> None:
    from tests.store.writing import act

    path, told = tmp_path / "flood.counterpoint", tmp_path / "told"
    told.write_bytes(b"")
    with Store.create(path, "0") as store:
        store.shelf.add(contents(0, 1, 2, 3, 4))
        store.shelf.arrange([source(n).id for n in range(5)])
        store.analysis.replace(comparison(*store.shelf.sources()))
        for n in range(number + 6):
            act(store, n)
            with told.open("ab") as file:
                file.write(b".")
    check(path, told)
