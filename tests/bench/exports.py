"""How long every format takes: `python -m tests.bench.exports [SOURCES]`. Prints a table, what is slowest first.

Each format is written three times from one comparison, the median counts; the comparison itself is left out.
"""

import sys
import time
from statistics import median

from counterpoint.engine.comparison import compare
from counterpoint.resources import load_knowledge
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.formats import FORMATS
from counterpoint.writers.remarks import Remark, Remarks
from tests.bench.articles import articles

RUNS = 3
BUDGET = 5.0  # seconds, for 50 sources


def measure(count: int) -> list[tuple[float, str, int]]:
    """Seconds, format and bytes of each, the slowest first. Every second finding has a verdict, a tag and a note."""
    comparison = compare(articles(count), load_knowledge())
    remark = Remark("confirmed", ("Toll",), ("Ask the *ministry*.",))
    remarks = Remarks(relations={relation.id: remark for relation in comparison.relations[::2]})
    paths = {account.source.id: None for account in comparison.accounts}
    dossier = Dossier(comparison, paths, remarks, f"{count} articles")
    measured: list[tuple[float, str, int]] = []
    for form in FORMATS.values():
        times: list[float] = []
        size = 0
        for _ in range(RUNS):
            start = time.perf_counter()
            size = len(form.write(dossier))
            times.append(time.perf_counter() - start)
        measured.append((median(times), form.title, size))
    return sorted(measured, reverse=True)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    print(f"| {count} sources of 500 words | seconds | budget | kilobytes |\n|---|---|---|---|")
    for seconds, title, size in measure(count):
        print(f"| {title} | {seconds:.2f} | {BUDGET:g} | {size / 1000:.0f} |", flush=True)


if __name__ == "__main__":
    main()
