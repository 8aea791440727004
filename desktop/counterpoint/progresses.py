"""How far the work is, on one line of a terminal."""

from typing import TextIO


class Progress:
    """A watch that writes over its own line; silent where nobody looks. Leaving it clears the line.

    `screen` is standard error, or None where the program has none.
    """

    def __init__(self, screen: TextIO | None) -> None:
        self._screen = screen if screen is not None and screen.isatty() else None
        self._shown = ""

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self._show("")

    def __call__(self, stage: str, done: int, total: int) -> None:
        self._show(f"{stage} {100 * done // total} %" if total else stage)

    def _show(self, line: str) -> None:
        if self._screen is not None and line != self._shown:
            self._screen.write("\r" + line + " " * (len(self._shown) - len(line)) + ("" if line else "\r"))
            self._screen.flush()
            self._shown = line
