"""How long a frame takes: five columns of 5,000 words, a highlight per sentence, fifty ribbons. Prints milliseconds.

QT_QPA_PLATFORM=offscreen python -m tests.bench.frames
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_NO_GUI_THREADPOOL"] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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


def _told(name: str, seconds: list[float]) -> None:
    ms = sorted(1000 * each for each in seconds)
    print(f"{name:34} median {statistics.median(ms):6.1f}  p95 {ms[int(len(ms) * 0.95)]:6.1f}  most {ms[-1]:6.1f}")


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
            times: list[float] = []
            for frame in range(FRAMES):
                start = time.perf_counter()
                for page in moved:
                    page.verticalScrollBar().setValue(200 + frame * 31)
                application.processEvents()
                times.append(time.perf_counter() - start)
            _told(name, times)
        times = []
        for _ in range(60):
            start = time.perf_counter()
            room.walk.step(1)
            application.processEvents()
            application.processEvents()
            times.append(time.perf_counter() - start)
        _told("J: the next finding", times)
        times = []
        for _ in range(30):
            start = time.perf_counter()
            window.confirm()
            application.processEvents()
            times.append(time.perf_counter() - start)
        _told("C: a verdict, stored and shown", times)
        window.close()
        application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
