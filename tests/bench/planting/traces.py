"""Words that remember where they stood, so that a paraphrase knows where its original's words went."""

import re
from dataclasses import dataclass

from counterpoint.engine.passages import Span


@dataclass(frozen=True, slots=True)
class Trace:
    """A text, and for each of its characters the offset it had in the original; None for what is new."""

    text: str
    origins: tuple[int | None, ...]

    @classmethod
    def of(cls, text: str) -> "Trace":
        """The original itself."""
        return cls(text, tuple(range(len(text))))

    def part(self, start: int, end: int | None = None) -> "Trace":
        """A slice of it."""
        return Trace(self.text[start:end], self.origins[start:end])

    def group(self, match: re.Match[str], name: str | int = 0) -> "Trace":
        """What a group of a match on `text` took; empty where the group took nothing."""
        start, end = match.span(name)
        return self.part(start, end) if start >= 0 else new("")

    def place(self, span: Span) -> Span | None:
        """Where the original's words of the span stand now; None where they are cut, changed or gone."""
        if not len(span) or span.start not in self.origins:
            return None
        start = self.origins.index(span.start)
        end = start + len(span)
        return Span(start, end) if self.origins[start:end] == tuple(range(span.start, span.end)) else None

    def replaced(self, span: Span, words: str) -> "Trace":
        """The same with other words in the place of the span of `text`."""
        return joined(self.part(0, span.start), words, self.part(span.end))


def new(words: str) -> Trace:
    """Words that the original does not have."""
    return Trace(words, (None,) * len(words))


def joined(*parts: Trace | str) -> Trace:
    """The parts one after another."""
    traces = [part if isinstance(part, Trace) else new(part) for part in parts]
    return Trace("".join(t.text for t in traces), tuple(o for t in traces for o in t.origins))


def lowered(trace: Trace) -> Trace:
    """The same with a small first letter; its place is kept."""
    return Trace(trace.text[:1].lower() + trace.text[1:], trace.origins)


def raised(trace: Trace) -> Trace:
    """The same with a capital first letter; its place is kept."""
    return Trace(trace.text[:1].upper() + trace.text[1:], trace.origins)
