"""Thousands of damaged documents for every reader: `python -m tests.bench.fuzzing [NUMBER]`, of each, by default 3000.

A row for each: how many were read, how many refused in a sentence, the slowest in milliseconds. What is neither ends it
with the smallest such input; a fault of a library in C ends the process. PDFs are read without their fence.
"""

import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterpoint.errors import UnreadableSource
from counterpoint.readers.clipboards import Copied, words_of
from counterpoint.readers.exchanges import read_exchange
from counterpoint.writers.archives import archive
from tests.readers.test_exchanges import HEAD, SECOND, first
from tests.readers.test_hostile import CONTENT, WORD, damaged, documents, read
from tests.readers.test_html import PAGE
from tests.readers.zipped import ODF, W, docx, odt

Act = Callable[[bytes], object]  # True or nothing: it was read; False: it was refused
_TEN = "<w:p><w:r><w:t>Ten died.</w:t></w:r></w:p>"
_NOTE = f'<w:footnotes {W}><w:footnote w:id="2">{_TEN}</w:footnote></w:footnotes>'.encode()
_META = f"<office:document-meta {ODF}><office:meta><title>Ten</title></office:meta></office:document-meta>".encode()


def main(number: int) -> None:
    """Prints the table."""
    print(f"{'reader':24} {'read':>7} {'refused':>8} {'slowest ms':>11}")
    with TemporaryDirectory() as folder:
        for name, whole, act in _readers(Path(folder)):
            counts, slowest = _run(damaged(whole), act, number)
            print(f"{name:24} {counts[True]:7} {counts[False]:8} {1000 * slowest:11.0f}", flush=True)
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB")


def _readers(folder: Path) -> Iterator[tuple[str, bytes, Act]]:
    """Each with a whole document, which is to be damaged, and what reads it."""
    for name, whole in documents().items():
        yield name, whole, lambda raw, name=name: read(raw, name)
    yield "a.txt", "Ten people died.\r\n“Élysée” – Nausėda\n".encode(), lambda raw: read(raw, "a.txt")
    yield "a.txt, UTF-16", "Ten people died – Nausėda\n".encode("utf-16"), lambda raw: read(raw, "a.txt")
    yield "document.xml of docx", WORD, lambda raw: read(docx("", **{"word/document.xml": raw}), "a.docx")
    yield "footnotes.xml of docx", _NOTE, lambda raw: read(docx(_TEN, footnotes=raw), "a.docx")
    yield "core.xml of docx", _META, lambda raw: read(docx(_TEN, core=raw), "a.docx")
    yield "content.xml of odt", CONTENT, lambda raw: read(odt("", **{"content.xml": raw}), "a.odt")
    yield "meta.xml of odt", _META, lambda raw: read(odt("<text:p>Ten died.</text:p>", meta=raw), "a.odt")
    yield "clipboard", PAGE.encode(), lambda raw: bool(words_of(Copied("Ten died.", raw.decode("utf-8", "replace"))))
    whole = f"{HEAD}<Sources>{first('')}{SECOND}</Sources></Project>".encode()
    yield "project.qde of qdpx", whole, lambda raw: _read_exchange(folder / "a.qdpx", raw)


def _read_exchange(path: Path, raw: bytes) -> bool:
    path.write_bytes(archive({"project.qde": raw}))
    with suppress(UnreadableSource):
        read_exchange(path)
        return True
    return False


def _run(inputs: st.SearchStrategy[bytes], act: Act, number: int) -> tuple[Counter[bool], float]:
    counts: Counter[bool] = Counter()
    slowest = 0.0

    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(inputs)
    def each(raw: bytes) -> None:
        nonlocal slowest
        start = perf_counter()
        counts[act(raw) is not False] += 1
        slowest = max(slowest, perf_counter() - start)

    each()
    return counts, slowest


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
