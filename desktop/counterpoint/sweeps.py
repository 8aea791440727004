"""Python's sweeps for lost values, put off while very many values are made that are all kept."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def without_sweeps() -> Generator[None]:
    """Keeps Python from going through a million new values again and again in search of what nobody needs any more.

    Measured: reading a project takes half of the time, adding a twenty-first article a third less.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
