"""What a planter gives: one fact of a sentence changed, and what it is told of the sentence."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words in the place of a span of the sentence."""

    span: Span
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One fact changed: all its mentions in the sentence, in text order. `way` says by which rule."""

    kind: str
    way: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence, the spans of it that are quoted, and the surnames that its article knows."""

    text: str
    quoted: tuple[Span, ...]
    surnames: frozenset[str]
    lexicon: Lexicon

    def is_free(self, span: Span) -> bool:
        """Whether the words may be changed: outside quotations, of whose words none is a fact of the account's own."""
        return not any(span.overlaps(quoted) for quoted in self.quoted)


#: Gives every change of its kind that it knows for a sentence.
Planter = Callable[[Setting, Random], Iterator[Change]]


_SEAM = re.compile(r"[,;:—–]|\b(?:said|says|that)\b")
_SAYS = (
    r"sa(?:id|ys?)|t(?:old|ells?)|add(?:s|ed)|announce[sd]?|report(?:s|ed)?|confirm(?:s|ed)?|state[sd]?|explained|note[sd]?"
    r"|tweeted|posted|wrote|writes|warn(?:s|ed)|claim(?:s|ed)|specify|comment(?:ed)?|respond|release|asked|describe[sd]?|argued"
    r"|suggest(?:s|ed)|insisted|called|declined|quoted|cited|shared|thinks?|believes?|identif\w+|reveal(?:s|ed)?"
    r"|emphasi[sz]ed?|statement"
)
_SPEAKS_AFTER = re.compile(
    r"^(?:[’']s?)?(?:,? (?:\d+|[^,.;]{1,60}),)?(?: [A-Z][\w.]+){0,2},?(?: (?:Jr|Sr)\.)?"
    r" (?:also |later |has |had |have |did not |didn[’']t |could not |would not |declined to |still |immediately )*"
    rf"(?:{_SAYS})\b"
)
_SPEAKS_BEFORE = re.compile(
    r"\b(?:said|says|told|tells|added|according to|reported(?: by)?|reports|asked|wrote|by|via|in the words of)"
    r"(?: (?:the|a|an|his|her|its|their))?(?: [\w’'.-]+){0,5} ?,?$"
)
_SAYING_BEFORE = re.compile(
    r"\b(?:said|says|told|tells|reported|reports|statement|tweet\w*|wrote|posted|interview|conference|according to"
    r"|released|briefing|noted|warned|declared|tweet|asked|added|testif\w+|announced|confirmed|identified|updated|published|speaking)\b[^.,;:]{0,40}$",
    re.IGNORECASE,
)


def any_of(words: str, extra: Iterable[str] = ()) -> str:
    """A pattern for one of the words, the longest first; "_" stands for a space inside one."""
    entries = {word.replace("_", " ") for word in words.split()}
    return f"(?:{'|'.join(sorted(entries | set(extra), key=lambda word: (-len(word), word)))})"


def clause_before(text: str, at: int) -> str:
    """The words of the clause that stand before an offset."""
    seams = [match.end() for match in _SEAM.finditer(text[:at])]
    return text[seams[-1] if seams else 0 : at]


def is_speaker(text: str, span: Span) -> bool:
    """Whether the words name who says it: two accounts may well have heard different people say one thing."""
    return bool(_SPEAKS_AFTER.match(text[span.end :]) or _SPEAKS_BEFORE.search(text[: span.start]))


def is_of_saying(text: str, span: Span) -> bool:
    """Whether the time of an utterance is told: it may have been said twice."""
    return bool(_SAYING_BEFORE.search(text[: span.start])) or bool(
        re.match(r",? (?:said|told|says|that|told)\b", text[span.end :])
    )


def mentions(text: str, words: str) -> list[Span]:
    """Every place of the words in the text, as whole words."""
    return [Span(*m.span()) for m in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text)]
