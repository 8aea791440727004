"""Backups: whole, of different content, fewer with age; the last good one is never lost for a bad one."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from counterpoint.errors import DamagedProject, UnwritableProject
from counterpoint.store.backups import Backup, Backups, to_keep
from counterpoint.store.shelves import Original
from counterpoint.store.snapshots import back_up_opened
from counterpoint.store.stores import Store
from tests.store.made import contents, source

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "backups", clock)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "flood.counterpoint", "The flood") as made:
        made.shelf.add(contents(0, 1))
        made.shelf.arrange([source(0).id, source(1).id])
        yield made


def titles(backups: Backups, store: Store) -> list[str]:
    found: list[str] = []
    for backup in backups.of(store.path):
        with Store.open(backup.path) as opened:
            found.append(opened.title())
    return found


def test_a_backup_holds_the_project_as_it_was(store: Store, backups: Backups, clock: Clock) -> None:
    taken = store.back_up(backups)
    assert taken is not None
    assert (taken.project, taken.made, taken.why) == ("flood", NOON, "")
    store.set_title("The deluge")
    clock.now += timedelta(minutes=1)
    assert store.back_up(backups) is not None
    assert titles(backups, store) == ["The deluge", "The flood"]


def test_what_has_not_changed_is_not_copied_again(store: Store, backups: Backups, clock: Clock) -> None:
    store.back_up(backups)
    clock.now += timedelta(hours=5)
    store.set_setting("zoom", 2)  # how it is looked at is nobody's work
    assert store.back_up(backups) is None
    assert len(backups.all()) == 1


def test_backups_taken_in_a_thread_while_the_window_writes_are_whole_and_hinder_no_write(
    store: Store, backups: Backups, clock: Clock
) -> None:
    long = Original(bytes(range(256)) * 40_000)  # more than one step
    store.shelf.add([(replace(source(2), sha256=""), long)])
    stored, done = ["The flood"], Event()
    taken: list[tuple[int, Backup | None, int]] = []

    def back_up() -> None:
        while not done.is_set():
            clock.now += timedelta(seconds=1)
            before = len(stored)
            taken.append((before, back_up_opened(store.path, backups), len(stored)))

    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(back_up)
        while len(stored) < 300 or not taken:
            store.set_title(f"The flood, {len(stored)}")
            stored.append(store.title())
        done.set()
        job.result()
    last = back_up_opened(store.path, backups) or backups.of(store.path)[0]
    for before, backup, after in [*taken, (len(stored), last, len(stored))]:
        if backup is not None:
            with Store.open(backup.path) as opened:
                assert opened.title() in stored[before - 1 : after + 1]
                assert opened.shelf.original(source(2).id) == long


def test_a_damaged_project_takes_no_backup_s_place(store: Store, backups: Backups, clock: Clock) -> None:
    store.back_up(backups)
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute("update original set content = x'00'")  # which is not read on opening
    clock.now += timedelta(days=400)
    with Store.open(store.path) as damaged:
        damaged.set_title("Changed")
        with pytest.raises(DamagedProject):
            damaged.back_up(backups)
        assert titles(backups, damaged) == ["The flood"]


def test_where_no_backup_can_be_had_a_sentence_says_so(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableProject, match=r"^.*backups/.* can't be made: "):
        store.back_up(Backups(tmp_path / "file" / "backups"))


def test_backups_follow_a_project_that_is_renamed(store: Store, backups: Backups, clock: Clock) -> None:
    store.back_up(backups)
    before = store.path
    store.move_to(before.with_name("deluge.counterpoint"))
    backups.follow(before, store.path)
    assert backups.of(before) == ()
    assert [backup.project for backup in backups.of(store.path)] == ["deluge"]
    clock.now += timedelta(minutes=1)
    assert store.back_up(backups) is None  # a name is no content


def test_projects_of_one_name_do_not_share_backups(store: Store, backups: Backups, tmp_path: Path) -> None:
    store.back_up(backups)
    assert backups.of(tmp_path / "elsewhere" / "flood.counterpoint") == ()


def test_deleted_backups_leave_nothing(store: Store, backups: Backups, tmp_path: Path) -> None:
    store.back_up(backups)
    backups.remove(backups.all())
    assert backups.all() == ()
    assert list((tmp_path / "backups").iterdir()) == []


def test_strangers_files_among_them_are_left_alone(store: Store, backups: Backups) -> None:
    taken = store.back_up(backups)
    assert taken is not None
    stranger = taken.path.with_name("letter.txt")
    stranger.write_text("Dear editor")
    (taken.path.parent / "20260301T000000Z.counterpoint").write_text("no digest")
    assert backups.all() == (taken,)
    backups.remove(backups.all())
    assert stranger.exists()


def made(ages: list[timedelta], why: str = "") -> list[Backup]:
    return [Backup(Path(str(age)), "flood", NOON - age, str(age), why, 1) for age in sorted(ages)]


def test_a_year_of_work_leaves_a_copy_of_each_time_and_not_more() -> None:
    every_ten_minutes = made([timedelta(minutes=10 * n) for n in range(6 * 24 * 365)])
    kept = [
        NOON - each.made for each in sorted(to_keep(every_ten_minutes, NOON), key=lambda each: -each.made.timestamp())
    ]
    assert [age for age in kept if age < timedelta(hours=1)] == [timedelta(minutes=10 * n) for n in range(6)]
    assert 11 <= len([age for age in kept if timedelta(hours=1) <= age < timedelta(hours=12)]) <= 12
    assert 13 <= len([age for age in kept if timedelta(hours=12) <= age < timedelta(days=14)]) <= 15
    assert 10 <= len([age for age in kept if timedelta(days=14) <= age]) <= 12
    assert max(kept) < timedelta(days=84)


def test_the_newest_stays_however_old_it_is() -> None:
    assert len(to_keep(made([timedelta(days=900), timedelta(days=901)]), NOON)) == 1


def test_what_was_taken_before_an_update_stays_for_its_time() -> None:
    before = made([timedelta(days=20, minutes=n) for n in range(3)], why="form 1")
    assert to_keep(before, NOON) == frozenset(before)
