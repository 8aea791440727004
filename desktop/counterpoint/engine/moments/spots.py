"""Where in a sentence a time may stand: what its readers look at."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span

_LOOK_BACK = 32


@dataclass(frozen=True)
class Spot:
    """A word of a sentence, and what must be known to read a time there."""

    text: str
    span: Span
    at: int
    word: str
    lexicon: Lexicon
    published: date | None

    @cached_property
    def before(self) -> str:
        """The few characters before the word."""
        return self.text[max(self.span.start, self.at - _LOOK_BACK) : self.at]

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.at + len(self.word)

    @property
    def is_capitalised(self) -> bool:
        return self.text[self.at].isupper()

    def match(self, pattern: re.Pattern[str], at: int | None = None) -> re.Match[str] | None:
        return pattern.match(self.text, self.at if at is None else at, self.span.end)

    def start_of(self, before: re.Match[str] | None) -> int:
        """Where the time begins when the words that `before` found belong to it."""
        return self.at - len(before.group().lstrip()) if before else self.at
