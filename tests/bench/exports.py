"""How long every format takes: `python -m tests.bench.exports [SOURCES]`. Prints a table, what is slowest first.

Each format is written three times from one comparison, the median counts; the comparison itself is left out.
"""

import sys
import time
from statistics import median

from counterpoint.engine.comparison import compare
from counterpoint.resources import load_knowledge
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.formats import FORMATS, PACK, Document
from counterpoint.writers.remarks import Remark, Remarks
from tests.bench.articles import articles

RUNS = 3
BUDGET = 5.0  # seconds, for 50 sources


def measure(count: int) -> list[tuple[float, float, str, int]]:
    """The clock's and the processor's seconds, format and bytes of each, the slowest first.

    Every second finding has a verdict, a tag and a note.
    """
    comparison = compare(articles(count), load_knowledge())
    remark = Remark("confirmed", ("Toll",), ("Ask the *ministry*.",))
    remarks = Remarks(relations={relation.id: remark for relation in comparison.relations[::2]})
    paths = {account.source.id: None for account in comparison.accounts}
    dossier = Dossier(comparison, paths, remarks, f"{count} articles")
    measured: list[tuple[float, float, str, int]] = []
    for form in (*FORMATS.values(), PACK):
        clock: list[float] = []
        processor: list[float] = []
        size = 0
        for _ in range(RUNS):
            start, begun = time.perf_counter(), time.process_time()
            size = _length(form.write(dossier))
            clock.append(time.perf_counter() - start)
            processor.append(time.process_time() - begun)
        measured.append((median(clock), median(processor), form.title, size))
    return sorted(measured, reverse=True)


def _length(document: Document) -> int:
    return len(document) if isinstance(document, (str, bytes)) else sum(map(_length, document.values()))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    print(f"| {count} sources of 500 words | clock | processor | budget | kilobytes |\n|---|---|---|---|---|")
    for clock, processor, title, size in measure(count):
        print(f"| {title} | {clock:.2f} s | {processor:.2f} s | {BUDGET:g} s | {size / 1000:.0f} |", flush=True)


if __name__ == "__main__":
    main()
