"""Files that are no project, or not one that can be used: each is refused in a whole sentence and left as it is."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from counterpoint.errors import (
    BusyProject,
    CounterpointError,
    DamagedProject,
    NewerProject,
    UnreadableProject,
    UnwritableProject,
)
from counterpoint.store.stores import Store
from tests.store.made import comparison, contents, source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project."""
    made = tmp_path / "flood.counterpoint"
    with Store.create(made, "The flood") as store:
        store.shelf.add(contents(0, 1))
        store.shelf.arrange([source(0).id, source(1).id])
        store.analysis.replace(comparison(source(0), source(1)))
    return made


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def missing(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("Dear editor, this is no project. " * 10)


def other_database(path: Path) -> None:
    path.unlink()
    sql(path, "create table note (body)")


def newer(path: Path) -> None:
    sql(path, "pragma user_version = 99")


def with_trigger(path: Path) -> None:
    sql(path, "create trigger t after insert on note begin delete from note; end")


def with_view(path: Path) -> None:
    sql(path, "create view v as select * from note")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def changed_word(path: Path) -> None:
    content = path.read_bytes()
    assert content.count(b"Four people died in the flood on Monday.") > 0
    path.write_bytes(content.replace(b"Four people died in the flood", b"Nine people died in the flood"))


def changed_by_sql(path: Path) -> None:
    sql(path, "update source set title = 'Fire in Nowhere' where id = 's0'")


def lost_text(path: Path) -> None:
    sql(path, "delete from body where source = 's0'")


@pytest.mark.parametrize(
    ("spoil", "error", "sentence"),
    [
        (missing, UnreadableProject, "There is no file {path}."),
        (folder, UnreadableProject, "{path} is a folder, not a project."),
        (empty, UnreadableProject, "flood.counterpoint is empty: there is no project in it."),
        (text, UnreadableProject, "flood.counterpoint is not a Counterpoint project."),
        (other_database, UnreadableProject, "flood.counterpoint is not a Counterpoint project."),
        (
            newer,
            NewerProject,
            "flood.counterpoint was changed by a newer Counterpoint. Open it with that one, or update this one.",
        ),
        (
            with_trigger,
            UnreadableProject,
            "flood.counterpoint has program code in it, which no project has. Do not trust it.",
        ),
        (
            with_view,
            UnreadableProject,
            "flood.counterpoint has program code in it, which no project has. Do not trust it.",
        ),
        *(
            (
                damage,
                DamagedProject,
                "flood.counterpoint is damaged: what is in it is not what was written. Open a backup of it.",
            )
            for damage in (cut, changed_word, changed_by_sql, lost_text)
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence_and_left_alone(
    path: Path, spoil: Callable[[Path], None], error: type[CounterpointError], sentence: str
) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error) as caught:
        Store.open(path)
    assert str(caught.value) == sentence.format(path=path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [each for each in path.parent.iterdir() if each != path] == []


def test_a_damaged_analysis_is_no_damage_for_it_can_be_made_anew(path: Path) -> None:
    sql(path, "update account set content = '{}' where source = 's0'")
    with Store.open(path) as store:
        assert store.analysis.comparison() is None
        assert not store.analysis.is_analysed()
        store.analysis.replace(comparison(source(0), source(1)))
        assert store.analysis.is_analysed()
    with Store.open(path) as store:
        assert store.analysis.comparison() == comparison(source(0), source(1))


def test_a_damaged_original_is_told_when_it_is_asked_for(path: Path) -> None:
    sql(path, "update original set content = x'00' where source = 's0'")
    with Store.open(path) as store:
        assert store.shelf.original(source(1).id).content == source(1).text.encode()
        with pytest.raises(DamagedProject):
            store.shelf.original(source(0).id)


def test_a_project_that_is_open_here_is_not_opened_again(path: Path) -> None:
    with Store.open(path) as store:
        with pytest.raises(BusyProject, match=r"^flood\.counterpoint is open in another window\.$"):
            Store.open(path)
        store.set_title("Still mine")
    with Store.open(path) as store:
        assert store.title() == "Still mine"


_OPEN_AND_TELL = """
import sys
from pathlib import Path
from counterpoint.errors import CounterpointError
from counterpoint.store.stores import Store
try:
    store = Store.open(Path(sys.argv[1]))
except CounterpointError as error:
    print(type(error).__name__, error, sep=": ", flush=True)
else:
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_told_and_gets_in_when_the_first_has_gone(path: Path) -> None:
    def told() -> str:
        done = subprocess.run([*command, str(path)], input="", capture_output=True, text=True, check=True)  # noqa: S603
        return done.stdout.strip()

    command = [sys.executable, "-c", _OPEN_AND_TELL]
    with subprocess.Popen(  # noqa: S603
        [*command, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        assert told() == "BusyProject: flood.counterpoint is open in another window."
        with pytest.raises(BusyProject):
            Store.open(path)
        first.kill()
    assert told() == "open"


def test_the_name_of_an_open_project_stays_taken_after_a_move(path: Path) -> None:
    with Store.open(path) as store:
        store.move_to(path.with_name("deluge.counterpoint"))
        with pytest.raises(BusyProject):
            Store.open(store.path)


def test_another_program_that_writes_makes_an_action_fail_and_not_wait_for_long(path: Path) -> None:
    with Store.open(path) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("begin immediate")
            with pytest.raises(BusyProject, match="is being written by another program"):
                store.set_title("Mine")
            other.execute("rollback")
        store.set_title("Mine")
        assert store.title() == "Mine"


_AS_NOBODY = """
import os, sys, tempfile
from pathlib import Path
from counterpoint.errors import CounterpointError
from counterpoint.store.stores import Store
with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder, "a")) as store:
    store.set_title("so that everything is imported: nobody may not read root's Python")
if os.geteuid() == 0:
    os.setuid(65534)
try:
    if sys.argv[2:] == ["new"]:
        Store.create(Path(sys.argv[1]))
    else:
        Store.open(Path(sys.argv[1])).set_title("Mine")
except CounterpointError as error:
    print(type(error).__name__, error, sep=": ")
"""


def as_nobody(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _AS_NOBODY, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_name_with_signs_of_all_kinds_is_only_a_name(path: Path) -> None:
    odd = path.rename(path.with_name("a b?c#d%20'e\"é🌊\udcff.counterpoint"))
    with Store.open(odd) as store:
        store.set_title("Odd")
        store.move_to(odd.with_name("?mode=memory"))
    with Store.open(odd.with_name("?mode=memory")) as store:
        assert store.title() == "Odd"


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """The folder, which others may enter, as they could not enter pytest's."""
    for each in (tmp_path, *tmp_path.parents[:2]):
        each.chmod(0o755)
    return tmp_path


def test_a_file_that_may_not_be_written_is_refused(path: Path, public: Path) -> None:
    path.chmod(0o444)
    assert as_nobody(str(path)) == (
        "UnwritableProject: flood.counterpoint can't be opened for writing: Permission denied. "
        "Copy it to a place where you may write."
    )
    assert list(public.iterdir()) == [path]


def test_a_file_in_a_folder_that_may_not_be_written_is_refused(path: Path, public: Path) -> None:
    path.chmod(0o666)
    public.chmod(0o555)
    assert as_nobody(str(path)) == (
        "UnwritableProject: flood.counterpoint lies where nothing can be written. "
        "Copy it to a place where you may write."
    )


def test_no_project_is_made_in_a_folder_that_may_not_be_written(public: Path) -> None:
    public.chmod(0o555)
    assert as_nobody(str(public / "new.counterpoint"), "new") == (
        f"UnwritableProject: {public}/new.counterpoint can't be made: Permission denied. Choose another place."
    )


_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from counterpoint.errors import CounterpointError
from counterpoint.store.stores import Store
path = Path(sys.argv[1])
store = Store.open(path)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
full = path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (full, resource.RLIM_INFINITY))
try:
    store.set_title("x" * 500_000)
except CounterpointError as error:
    print(type(error).__name__, error, sep=": ")
print(store.title())
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.set_title("There is room again")
store.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs limits on the size of files")
def test_where_there_is_no_room_the_action_has_not_happened_and_works_later(path: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _ON_A_FULL_DISK, str(path)], capture_output=True, text=True, check=True
    )
    told, title = done.stdout.strip().split("\n")
    assert told.startswith("UnwritableProject: ")
    assert title == "The flood"
    with Store.open(path) as store:
        assert store.title() == "There is room again"
    assert list(path.parent.iterdir()) == [path]


def test_a_project_whose_file_has_vanished_says_so(path: Path) -> None:
    with Store.open(path) as store:
        os.rename(path, path.with_suffix(".moved"))  # noqa: PTH104  # as another program does it
        with pytest.raises(UnwritableProject):
            store.set_title("Mine")
        assert store.title() == "The flood"
