"""How long a frame takes: five columns of 5,000 words, a highlight per sentence, fifty ribbons. Prints milliseconds.

QT_QPA_PLATFORM=offscreen python -m tests.bench.frames
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["QT_NO_GUI_THREADPOOL"] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from counterpoint.app.preferences import Preferences
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparison import Account, Comparison
from counterpoint.engine.details import Aspect
from counterpoint.engine.facts import find_facts
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind
from counterpoint.engine.sources import Source, SourceId
from counterpoint.store.shelves import Original
from counterpoint.views.programs import start_qt
from counterpoint.views.rooms import Room

COLUMNS, SENTENCES, FRAMES = 5, 250, 150
WORDS = (
    "The committee of the northern province said on Tuesday that {} of its members would not travel to the capital "
    "before winter."
)


def _account(number: int) -> Account:
    lines: list[str] = []
    claims: list[Claim] = []
    at = 0
    name = SourceId(f"s{number}")
    for i in range(SENTENCES):
        words = WORDS.format(1000 * number + i)
        claims.append(Claim(ClaimId(f"{name}:{i}"), name, Span(at, at + len(words)), words))
        lines.append(words + ("\n" if i % 4 == 3 else " "))
        at += len(lines[-1])
    return Account(Source(name, "".join(lines), f"Account {number}"), tuple(claims), (), is_compared=True, occasion="")


def _comparison() -> Comparison:
    accounts = tuple(_account(number) for number in range(COLUMNS))
    relations: list[Relation] = []
    for i in range(0, SENTENCES, 2):
        one, other = accounts[i // 2 % (COLUMNS - 1)].claims[i], accounts[i // 2 % (COLUMNS - 1) + 1].claims[i]
        kind = RelationKind.CONFLICT if i % 3 else RelationKind.MATCH
        reason = Reason(
            Aspect.QUANTITY, Span(one.span.start, one.span.start + 3), Span(other.span.start, other.span.start + 3),
            "They differ.", is_difference=True,
        )  # fmt: skip
        relations.append(Relation(RelationId(f"{one.id}/{other.id}"), one.id, other.id, kind, 0.8, (reason,)))
    claims = [claim for account in accounts for claim in account.claims]
    return Comparison(accounts, tuple(relations), find_facts(claims, relations, frozenset()), shares_little=False)


class Watch:
    """Times of frames, by the wall's clock and by the processor's, which a busy machine lengthens less."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._wall: list[float] = []
        self._work: list[float] = []

    @contextmanager
    def frame(self) -> Iterator[None]:
        wall, work = time.perf_counter(), time.thread_time()
        yield
        self._wall.append(1000 * (time.perf_counter() - wall))
        self._work.append(1000 * (time.thread_time() - work))

    def tell(self) -> None:
        figures = "  ".join(
            f"{name} median {statistics.median(ms):6.1f} p95 {sorted(ms)[int(len(ms) * 0.95)]:6.1f}"
            for name, ms in (("wall", self._wall), ("processor", self._work))
        )
        print(f"{self._name:34} {figures}")


def _measure_facts(room: Room, application: QApplication) -> None:
    start = time.perf_counter()
    room.switch_view()
    application.processEvents()
    facts = len(room.table.model.rows)
    print(f"{f'the facts table, {facts} facts':34} {1000 * (time.perf_counter() - start):6.1f}")
    watch = Watch("scrolling the facts table")
    for number in range(FRAMES):
        with watch.frame():
            room.table.view.verticalScrollBar().setValue(number * 67)
            application.processEvents()
    watch.tell()
    watch = Watch("C: a verdict in the facts table")
    for _ in range(30):
        with watch.frame():
            room.review.confirm()
            application.processEvents()
    watch.tell()


def main() -> int:
    application = start_qt()
    comparison = _comparison()
    with tempfile.TemporaryDirectory() as folder:
        from counterpoint.views.screenshots import open_window

        place = Path(folder)
        Preferences(place / "preferences.ini").columns = COLUMNS
        contents = [(account.source, Original(b"")) for account in comparison.accounts]
        workspace = Workspace.create(place, contents, "Bench")
        workspace.replace_analysis(comparison)
        path = workspace.path
        workspace.close()
        window = open_window(place)
        window.resize(1920, 1080)
        window.show()
        start = time.perf_counter()
        window.open_project(path)
        application.processEvents()
        print(f"{'opening, to the first paint':34} {1000 * (time.perf_counter() - start):6.1f}")
        room = window.room
        assert room is not None
        pages = [column.page for column in room.desk.columns]
        for name, moved in (("scrolling all columns", pages), ("scrolling one column", pages[:1])):
            watch = Watch(name)
            for number in range(FRAMES):
                with watch.frame():
                    for page in moved:
                        page.verticalScrollBar().setValue(200 + number * 31)
                    application.processEvents()
            watch.tell()
        watch = Watch("scrolling one, the others paired")
        for number in range(FRAMES):
            with watch.frame():
                pages[1].lead_to(200 + number * 31)
                application.processEvents()
        watch.tell()
        watch = Watch("pointing at a claim")
        for number in range(60):
            with watch.frame():
                pages[1].pointed.emit(pages[1].marks[pages[1].visible()[number % 5]].id)
                application.processEvents()
        watch.tell()
        watch = Watch("J: the next finding")
        for _ in range(60):
            with watch.frame():
                room.walk.step(1)
                application.processEvents()
                application.processEvents()
        watch.tell()
        watch = Watch("C: a verdict, stored and shown")
        for _ in range(30):
            with watch.frame():
                room.review.confirm()
                application.processEvents()
        watch.tell()
        _measure_facts(room, application)
        window.close()
        application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
