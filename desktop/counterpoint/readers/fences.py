"""A reader in a process of its own: what a hostile file does to time, to memory, or to a library in C ends there.

PDFium unpacks two gigabytes of nothing from a file of two megabytes, and no thread can be stopped in the midst of it.
"""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import Document

SECONDS = 60.0
_LONGEST = 200_000_000  # bytes of an answer
_MEGABYTES = 1000  # of addresses; where a system has no such limit, the time's must do

Reader = Callable[[bytes, str], Document]


def read_fenced(read: Reader, raw: bytes, name: str, seconds: float = SECONDS) -> Document:
    """What the reader, a function of a module, makes of the bytes.

    Raises:
        UnreadableSource: the reader says so, needs too long or too much memory, or dies.
    """
    context = get_context("spawn")  # a fork would take the window's threads and locks along
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(read, raw, name, sending), name=f"reading {name}", daemon=True)
    answer = b"{}"
    try:
        process.start()
        sending.close()
        with suppress(EOFError, OSError):
            if receiving.poll(seconds):
                answer = receiving.recv_bytes(_LONGEST)
    finally:
        receiving.close()
        if process.pid is not None:
            process.kill()
            process.join()
        process.close()
    return _document(answer, name)


def _document(answer: bytes, name: str) -> Document:
    """What the other process tells; in JSON, for who knows what the file has made of it."""
    known: dict[str, Any] = json.loads(answer)
    if "refused" in known:
        raise UnreadableSource(known["refused"])
    if "text" not in known:
        raise UnreadableSource(
            f"{name} takes too much time or memory to read. Export it as text, or paste the passage."
        )
    published = known.pop("published")
    notices, pages = tuple(known.pop("notices")), tuple(known.pop("pages"))
    day = date.fromisoformat(published) if published else None
    return Document(**known, published=day, notices=notices, pages=pages)


def _answer(read: Reader, raw: bytes, name: str, sending: Connection) -> None:
    """In the other process: reads and tells."""
    _limit_memory()
    try:
        document = read(raw, name)
        answer = asdict(document) | {"published": document.published and document.published.isoformat()}
    except UnreadableSource as error:
        answer = {"refused": str(error)}
    except MemoryError:
        return
    sending.send_bytes(json.dumps(answer).encode())
    sending.close()


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):  # a system may allow less already
        resource.setrlimit(resource.RLIMIT_AS, (_MEGABYTES << 20, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
