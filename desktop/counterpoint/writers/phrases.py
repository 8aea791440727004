"""What reports and the window word alike: the letters of sources, shortened texts, relations told from either side."""

import re
from dataclasses import replace

from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Source

# What is said of either side after its words: ": planned / agreed", ": the counts differ (35, 31)."
_SAID_OF_EITHER = (
    re.compile(r"(: )([^/]+)( / )([^/]+?)(\.?)"),
    re.compile(r"(.*\()((?:(?!, )[^()])+)(, )((?:(?!, )[^()])+)(\)\.?)"),
)


def letter(number: int) -> str:
    """A, B ... Z, AA, AB ...: the name of the source in that place, counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def turned(relation: Relation, text_a: str, text_b: str) -> Relation:
    """The same relation, told from the other side; the texts are those of its claims' sources."""
    reasons = tuple(
        replace(r, a=r.b, b=r.a, explanation=_turned_words(r.explanation, r.a.of(text_a), r.b.of(text_b)))
        for r in relation.reasons
    )
    return replace(relation, a=relation.b, b=relation.a, reasons=reasons)


def _turned_words(explanation: str, a: str, b: str) -> str:
    """The explanation with the words of the two sides, and what is said of either after them, in the other order."""
    first, second = f"“{' '.join(a.split())}”", f"“{' '.join(b.split())}”"
    line = " ".join(explanation.split())
    between, found, after = line.removeprefix(first).partition(second)
    if not a or not b or not line.startswith(first) or not found:
        return explanation
    for said in filter(None, (form.fullmatch(after) for form in _SAID_OF_EITHER)):
        before, of_a, comma, of_b, end = said.groups()
        after = before + of_b + comma + of_a + end
        break
    return second + between + first + after


def shortened(text: str, length: int) -> str:
    """The text on one line, cut between words where it is longer than `length` code points."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[:length].rsplit(" ", 1)[0]
    return head.rstrip(" ,;:–—-") + "…"


def whole(words: str) -> str:
    """The words as a whole sentence."""
    line = words.strip()
    return line if line.endswith((".", "!", "?", ".”", '."')) else line + "."


def page_of(source: Source, span: Span) -> str:
    """Where in its file a passage stands: "p. 4", "pp. 4–5"; "" where the file has no pages."""
    pages = source.pages_of(span)
    if pages is None:
        return ""
    first, last = pages
    return f"p. {first}" if first == last else f"pp. {first}–{last}"


def placed(source: Source, span: Span) -> str:
    """The same behind a comma, to follow a name."""
    page = page_of(source, span)
    return f", {page}" if page else ""


def counted(number: int, noun: str) -> str:
    """The number with its noun: one claim, or several claims."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def sure(score: float) -> str:
    """A probability in whole percent; nothing is certain."""
    return f"{min(99, max(1, round(100 * score)))}% sure"
