"""The history of a project as a Markdown document: a line for everything that was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from counterpoint.writers.escapes import escape
from counterpoint.writers.phrases import shortened

WORDS_LENGTH = 80  # code points of a passage


@dataclass(frozen=True, slots=True)
class Where:
    """A place: the title of a source, and the words in it, "" for the source as a whole."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """What was done, when and by whom, "" where that is not known."""

    made: datetime
    by: str
    words: str
    where: tuple[Where, ...]


def history_report(title: str, lines: Iterable[Line]) -> str:
    """The document, the first deed first; moments in UTC."""
    listed = [_told(line) for line in lines] or ["Nothing has been done yet."]
    return "\n".join((f"# What was done: {escape(title)}", "", "Times are UTC.", "", *listed)) + "\n"


def _told(line: Line) -> str:
    by = f", {escape(line.by)}" if line.by else ""
    on = f" ({'; '.join(map(_place, line.where))})" if line.where else ""
    words = " ".join(line.words.split())
    return f"- {line.made.astimezone(UTC):%Y-%m-%d %H:%M}{by}: {escape(words)}{on}"


def _place(where: Where) -> str:
    words = escape(shortened(where.words, WORDS_LENGTH))
    return f"{escape(where.title)}: “{words}”" if words else escape(where.title)
