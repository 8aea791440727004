"""How long comparisons take and how much memory: `python -m tests.bench.speed`. Prints a table, what is bad first.

Times are the clock's and, beside them, the processor's: on a busy computer only the second tells something. Every
figure but the first is of a process of its own, its start and the loading of the model left out.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from counterpoint.engine.comparison import compare
from counterpoint.engine.memories import Memory
from counterpoint.engine.sources import Source, SourceId
from counterpoint.readers.documents import MOST_CHARACTERS
from counterpoint.readers.files import read_file
from counterpoint.resources import load_knowledge, seeds
from tests.bench.articles import articles

RUNS = 5
CURVE = (5, 10, 20, 50, 100)
#: Budgets of DESIGN.md, section 7, in seconds; memory in megabytes.
PROCESS, ANALYSIS, TWENTY, HUNDRED, ADDED, MEGABYTES = 2.0, 1.0, 6.0, 60.0, 1.0, 600

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: what was measured, the clock's seconds, the processor's, the budget, the most memory."""

    what: str
    clock: float
    processor: float
    budget: float | None = None
    megabytes: float | None = None
    remark: str = ""

    @property
    def badness(self) -> float:
        """How much of its budget it takes; 0 without one."""
        memory = (self.megabytes or 0) / MEGABYTES
        return max(memory if memory > 1 else 0.0, self.clock / self.budget if self.budget else 0.0)

    def __str__(self) -> str:
        budget = f"{self.budget:g} s" if self.budget else ""
        memory = f"{self.megabytes:.0f} MB" if self.megabytes else ""
        return f"| {self.what} | {self.clock:.2f} s | {self.processor:.2f} s | {budget} | {memory} | {self.remark} |"


class Watcher:
    """Measures the longest time in which the work could not be cancelled."""

    def __init__(self) -> None:
        self.longest, self.stage = 0.0, ""
        self._last = time.perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.perf_counter()
        if now - self._last > self.longest:
            self.longest, self.stage = now - self._last, f"{stage} {done}/{total}"
        self._last = now


def _timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    clock, processor = time.perf_counter(), time.process_time()
    done = work()
    return time.perf_counter() - clock, time.process_time() - processor, done


def _long_text() -> Source:
    """As much text as is read of one source, no two of its paragraphs the same."""
    text = "\n\n".join(source.text for source in articles(MOST_CHARACTERS // 2800))
    return Source(SourceId("long"), text[:MOST_CHARACTERS])


def measured(what: str) -> Figures:
    """Figures on the comparison of so many articles, of the sample ("seeds"), or of the sample and a long text."""
    knowledge = load_knowledge()
    knowledge.encoder(["The model is loaded at the first text."])
    sample = [read_file(path) for path in seeds()]
    sources = {"seeds": sample, "long": [*sample, _long_text()]}.get(what) or list(articles(int(what)))
    memory, watcher = Memory(), Watcher()
    clock, processor, comparison = _timed(lambda: compare(sources, knowledge, watcher, memory))
    figures = {
        "clock": clock,
        "processor": processor,
        "claims": sum(len(account.claims) for account in comparison.accounts),
        "relations": len(comparison.relations),
        "longest": watcher.longest,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    more = [*sources, articles(len(sources) + 1)[-1]]
    figures["added_clock"], figures["added_processor"], _ = _timed(lambda: compare(more, knowledge, memory=memory))
    return figures


def _apart(*arguments: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, whose modules are compiled as those of an installed program are."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603


def _whole_process() -> Line:
    clocks: list[float] = []
    processors: list[float] = []
    for _ in range(RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        clock, _, _ = _timed(lambda: _apart("counterpoint", "compare", *map(str, seeds())))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        clocks.append(clock)
        processors.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    best = f"{min(clocks[1:]):.2f} to {max(clocks[1:]):.2f} s"  # the first only warms up
    return Line(
        "the sample, whole process, median of 5", median(clocks[1:]), median(processors[1:]), PROCESS, None, best
    )


def _lines() -> list[Line]:
    lines = [_whole_process()]
    budgets = {"seeds": ANALYSIS, "20": TWENTY, "100": HUNDRED}
    for what in ("seeds", *map(str, CURVE), "long"):
        figures: Figures = json.loads(_apart("tests.bench.speed", what).stdout)
        names = {
            "seeds": "the sample, analysis alone",
            "long": f"the sample and a text of {MOST_CHARACTERS:,} characters",
        }
        remark = (
            f"{figures['claims']:.0f} claims, {figures['relations']:.0f} relations; "
            f"{figures['longest']:.2f} s between two looks at whether it is cancelled"
        )
        name = names.get(what, f"{what} articles of 500 words")
        lines.append(Line(name, figures["clock"], figures["processor"], budgets.get(what), figures["peak"], remark))
        if what in {"20", "100"}:
            added = Line(f"adding one to {what}", figures["added_clock"], figures["added_processor"])
            lines.append(Line(added.what, added.clock, added.processor, ADDED if what == "20" else None))
    return lines


def main(arguments: Sequence[str]) -> None:
    if arguments:
        print(json.dumps(measured(arguments[0])))
        return
    lines = _lines()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"{os.cpu_count()} processors, load {load:.1f}\n")
    print("| what | clock | processor | budget | most memory | |\n|---|---|---|---|---|---|")
    print("\n".join(map(str, sorted(lines, key=lambda line: -line.badness))))


if __name__ == "__main__":
    main(sys.argv[1:])
