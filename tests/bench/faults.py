"""What becomes of projects when everything goes wrong: `python -m tests.bench.faults`. Some minutes; prints a table.

Processes are killed while they annotate, import and store analyses; the disk is full at every write; copies are
damaged; two processes want one file; and a very large project is opened and annotated. What has a ! is a loss.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from counterpoint.app.commands import AddNote, Command, GiveTag, GiveVerdict, command_form, sources_kept
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Source
from counterpoint.errors import CounterpointError, UnwritableProject
from counterpoint.store.annotations import Note, Ruling
from counterpoint.store.homes import Homes
from counterpoint.store.journals import Step
from counterpoint.store.salvages import salvage
from counterpoint.store.shelves import Original
from counterpoint.store.stores import Store
from tests.app.test_kept_projects import spoiled
from tests.projects import fifth
from tests.store.made import comparison, contents, moment, note, source, tag, tagging, verdict
from tests.store.test_kills import KILLS, kill_again_and_again
from tests.store.writing import act

ROUNDS = 10  # of KILLS each
COPIES = 1000
RACES = 50
PAGE = 4096
MOST_FREE = 64  # pages; more than any action writes
SOURCES, CLAIMS, NOTES, TAGGINGS, VERDICTS = 200, 100, 4000, 3000, 3000  # claims: of each source

Contents = dict[str, object]


def kills() -> Iterator[str]:
    """500 kills, each checked as the test checks fifty."""
    actions = hot = 0
    for seed in range(ROUNDS):
        with TemporaryDirectory() as folder:
            more, open_ = kill_again_and_again(Path(folder), seed)
            actions, hot = actions + more, hot + open_
    number = ROUNDS * KILLS  # it would have stopped at the first that is not whole
    yield f"killed at {number} random moments ({hot} amid a write): all whole, each of {actions} told actions there"


def full_disk(folder: Path) -> Iterator[str]:
    """In a file system of its own, which is filled but for so many pages before every action."""
    path, ballast = folder / "flood.counterpoint", folder / "ballast"
    outcomes = Counter[str]()
    with Store.create(path, "0") as store:
        store.shelf.add(contents(0, 1, 2, 3, 4))
        store.shelf.arrange([source(n).id for n in range(5)])
        store.analysis.replace(comparison(*store.shelf.sources()))
        number = 0
        while number < 70:  # each kind of action, and each with an analysis behind it
            for free in range(MOST_FREE):
                before = contents_of(store)
                _fill(folder, ballast, free * PAGE)
                try:
                    act(store, number)
                except UnwritableProject:
                    ballast.unlink()
                    outcomes["refused"] += 1
                    done = contents_of(store)
                    if done["title"] == before["title"] and done != before:
                        outcomes["!half done"] += 1
                    if done["title"] != before["title"]:  # the action was stored, and its analysis was not
                        break
                else:
                    ballast.unlink()
                    break
            else:
                outcomes["!never done"] += 1
            number = int(store.title())
        last = contents_of(store)
    with Store.open(path) as store:
        outcomes["!other after opening"] += contents_of(store) != last
    losses = {what: many for what, many in outcomes.items() if what.startswith("!") and many}
    refused = f"disk full at {outcomes['refused']} writes of {number} actions: told in a sentence, done later"
    yield f"{refused}; {losses or 'no loss'}"


def _fill(folder: Path, ballast: Path, free: int) -> None:
    """Takes all room but so many bytes."""
    room = os.statvfs(folder)
    size = max(0, room.f_bavail * room.f_frsize - free)
    with ballast.open("wb") as file, suppress(OSError):
        os.posix_fallocate(file.fileno(), 0, size or 1)


def contents_of(store: Store) -> Contents:
    book = store.notebook
    steps, position = store.journal.steps(10_000)
    return {
        "title": store.title(),
        "sources": store.shelf.sources(),
        "notes": book.notes(),
        "verdicts": book.verdicts(),
        "tags": book.tags(),
        "taggings": book.taggings(),
        "statuses": book.statuses(),
        "own claims": book.own_claims(),
        "own relations": book.own_relations(),
        "steps": steps,
        "position": (position,),
        "settings": store.settings(),
    }


def damaged_copies() -> Iterator[str]:
    """Bits turned, ends cut off, pages swapped, words overwritten: refused or whole, and what is salvaged is true."""
    outcomes = Counter[str]()
    chance = random.Random(8)  # noqa: S311
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = Path(shutil.copy(fifth.PATH, folder / "kept.counterpoint"))
        with Store.open(path) as store:
            store.analysis.replace(comparison(*store.shelf.sources()))
            whole, found = contents_of(store), store.analysis.comparison()
            texts = {str(each.id): each.text for each in (*store.shelf.sources(), source(3))}
        content = path.read_bytes()
        for _ in range(COPIES):
            path.write_bytes(spoiled(content, chance))
            try:
                with Store.open(path) as store:
                    same = contents_of(store) == whole and store.analysis.comparison() in {None, found}
                    outcomes["opened whole" if same else "!opened otherwise"] += 1
            except CounterpointError:
                outcomes[_salvaged(path, folder / "saved.counterpoint", whole, texts)] += 1
    yield f"{COPIES} damaged copies: " + ", ".join(f"{many} {what}" for what, many in sorted(outcomes.items()))


def _salvaged(path: Path, made: Path, whole: Contents, texts: dict[str, str]) -> str:
    """What salvaging gives: nothing, all, or part of what there was; never what there was not."""
    try:
        missing = salvage(path, made).missing
    except CounterpointError:
        return "refused, nothing left to save"
    with Store.open(made) as store:
        saved = contents_of(store)
    made.unlink()
    kinds = ("verdicts", "tags", "taggings", "statuses", "own claims", "own relations")
    is_true = all(set(_tuple(saved, kind)) <= set(_tuple(whole, kind)) for kind in kinds)
    is_true &= _notes(saved) <= _notes(whole)
    is_true &= all(texts[s.id] == s.text for s in _tuple(saved, "sources") if isinstance(s, Source))
    if not is_true:
        return "!saved otherwise"
    is_all = all(set(_tuple(saved, kind)) == set(_tuple(whole, kind)) for kind in (*kinds, "notes"))
    if not is_all and not missing:
        return "!saved less and said nothing"
    return "refused, saved whole" if is_all else "refused, saved in part and told"


def _tuple(contents: Contents, kind: str) -> tuple[object, ...]:
    found = contents[kind]
    assert isinstance(found, tuple)
    return found


def _notes(contents: Contents) -> set[str]:
    return {each.body for each in _tuple(contents, "notes") if isinstance(each, Note)}


_RACE = """
import sys
from pathlib import Path
from counterpoint.errors import BusyProject
from counterpoint.store.stores import Store
print("ready", flush=True)
for line in sys.stdin:
    try:
        store = Store.open(Path(sys.argv[1]))
    except BusyProject:
        print("busy", flush=True)
    else:
        store.set_title(store.title() + "x")
        print("open", flush=True)
    sys.stdin.readline()
    if "store" in globals():
        store.close()
        del store
    print("closed", flush=True)
"""


def two_processes() -> Iterator[str]:
    """Both want the file at once, again and again: one gets it, the other is told."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "flood.counterpoint")
        Store.create(path, "").close()
        runners = [
            subprocess.Popen(  # noqa: S603
                [sys.executable, "-c", _RACE, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        outcomes = Counter[str]()
        for runner in runners:
            _hear(runner)
        for _ in range(RACES):
            for runner in runners:
                _say(runner)
            heard = sorted(_hear(runner) for runner in runners)
            outcomes["one in, one told" if heard == ["busy", "open"] else f"!{heard}"] += 1
            for runner in runners:
                _say(runner)
            for runner in runners:
                _hear(runner)
        for runner in runners:
            runner.communicate()
        with Store.open(path) as store:
            stored = len(store.title())
    lost = "" if stored == RACES else f", !{RACES - stored} titles lost"
    yield f"two processes on one file, {RACES} times: " + ", ".join(f"{n} {w}" for w, n in outcomes.items()) + lost


def _say(runner: "subprocess.Popen[str]") -> None:
    assert runner.stdin is not None
    runner.stdin.write("\n")
    runner.stdin.flush()


def _hear(runner: "subprocess.Popen[str]") -> str:
    assert runner.stdout is not None
    return runner.stdout.readline().strip()


def scale() -> Iterator[str]:
    """200 sources, 20,000 claims, 10,000 annotations."""
    from PySide6.QtCore import QCoreApplication

    from counterpoint.app.workspaces import Workspace
    from counterpoint.store.backups import Backups

    application = QCoreApplication.instance() or QCoreApplication([])
    with TemporaryDirectory() as folder:
        path = Path(folder, "large.counterpoint")
        _make_large(path)
        opened: list[tuple[float, float]] = []
        found: list[tuple[float, float]] = []
        for _ in range(5):
            made: list[Workspace] = []
            opened.append(_timed(lambda made=made: made.append(Workspace.open(path))))
            found.append(_timed(lambda made=made: made[0].comparison))
            made[0].close()
        held = f"{SOURCES} sources, {SOURCES * CLAIMS} claims, {NOTES + TAGGINGS + VERDICTS} annotations"
        yield f"opening {held} ({path.stat().st_size / 1e6:.0f} MB): {_ms(opened)}"
        yield f"and its findings, read: {_ms(found)}"
        workspace = Workspace.open(path)
        comparison_ = workspace.comparison
        assert comparison_ is not None
        claims = [claim for account in comparison_.accounts for claim in account.claims]
        fresh = workspace.add_tag("Fresh")
        deeds: dict[str, Callable[[int], object]] = {
            "a note": lambda n: workspace.add_note(claims[7 * n], f"Ask {n}."),
            "a verdict": lambda n: workspace.give_verdict([comparison_.relations[-1 - n]], Ruling.REJECTED),
            "a tag on a claim": lambda n: workspace.tag(fresh, [claims[7 * n]]),
            "undo": lambda _: workspace.undo_stack.undo(),
        }
        for what, do in deeds.items():
            yield f"{what}, stored: {_ms([_timed(lambda n=n, do=do: do(n)) for n in range(50)])}"  # type: ignore[misc]
        yield f"its whole history, read: {_ms([_timed(workspace.chronicle.entries)])}"
        backups = Backups(Path(folder, "backups"))
        yield f"a backup of it: {_ms([_timed(lambda: workspace.keeping.back_up(backups))])}"
        workspace.close()
    del application


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock, and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - clock, time.process_time() - processor


def _ms(times: list[tuple[float, float]]) -> str:
    clock, processor = ([1000 * each for each in one] for one in zip(*times, strict=True))
    high = f", 95th percentile {quantiles(clock, n=20)[-1]:.0f}" if len(clock) > 1 else ""
    return f"{median(clock):.0f} ms{high} (processor {median(processor):.0f})"


def _make_large(path: Path) -> None:
    texts = [
        "\n".join(f"Sentence {n} of {s} tells that {n * s} people died." for n in range(CLAIMS)) for s in range(SOURCES)
    ]
    sources = [source(number, text=text) for number, text in enumerate(texts)]
    with Store.create(path, "Large") as store:
        store.shelf.add([(each, Original(each.text.encode())) for each in sources])
        store.shelf.arrange([each.id for each in sources])
        found = comparison(*sources)
        store.analysis.replace(found)
        homes = Homes(sources, found)
        claims = [claim for account in found.accounts for claim in account.claims]
        toll = tag("Toll")
        store.notebook.put_tag(toll)
        with store.atomic():
            for n, claim in enumerate(claims[:NOTES]):
                _do(store, AddNote(note(f"n{n}", homes.subject_of(claim), f"Note {n}.", n)))
            for n, claim in enumerate(claims[-TAGGINGS:]):
                _do(store, GiveTag("Toll", (tagging(toll, homes.subject_of(claim), n),)))
            for relation in found.relations[:VERDICTS]:
                is_conflict = relation.kind is RelationKind.CONFLICT
                given = verdict(homes.subject_of(relation), Ruling.CONFIRMED, is_conflict=is_conflict)
                _do(store, GiveVerdict((), (given,)))


def _do(store: Store, command: Command) -> None:
    """As a person does it: with its step and its deed."""
    command.do(store)
    packed = json.dumps(command_form().pack(command))
    store.journal.add_step(Step(command.label, packed, moment(0), sources_kept(command), "somebody"))


def _on_a_full_disk() -> Iterator[str]:
    """In a name space of its own, where a small file system can be mounted."""
    command = [
        "unshare",
        "-rm",
        "sh",
        "-c",
        'mount -t tmpfs -o size=24m tmpfs "$1" && exec "$2" -m tests.bench.faults --inside "$1"',
        "sh",
    ]
    with TemporaryDirectory() as folder:
        done = subprocess.run([*command, folder, sys.executable], capture_output=True, text=True, check=False)  # noqa: S603
    yield done.stdout.strip() or f"disk full: not measured, {done.stderr.strip().splitlines()[-1:]}"


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "kills": kills,
    "disk": _on_a_full_disk,
    "copies": damaged_copies,
    "processes": two_processes,
    "scale": scale,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"some of {', '.join(PARTS)}; all unless given")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.inside:
        print(*full_disk(Path(chosen.inside)), sep="\n")
        return
    for part in chosen.parts or PARTS:
        start = time.perf_counter()
        for line in PARTS[part]():
            print(f"- {line}", flush=True)
        print(f"  ({time.perf_counter() - start:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
