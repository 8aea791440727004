"""Pieces of Markdown that reports are made of: quotes, names, lists, counts."""

from collections.abc import Iterable

from counterpoint.engine.claims import Claim
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Repair
from counterpoint.writers.comparisons import Entry
from counterpoint.writers.escapes import escape
from counterpoint.writers.phrases import counted, shortened, whole

NAME_LENGTH = 60  # code points
REPAIRS_SHOWN = 20
WITHHELD = "*The words are withheld.*"


def quoted(entry: Entry, claim: Claim, marks: Iterable[Span] = ()) -> str:
    """The claim's words, those that matter in bold."""
    if entry.account.source.confidential:
        return WITHHELD
    start = claim.span.start
    bold = [Span(max(0, s.start - start), s.end - start) for s in marks]
    return escape(claim.text, bold, opens_block=True)


def repaired(entry: Entry, span: Span) -> str:
    """A note on the words of a quote that the file spells otherwise, empty where there are none."""
    source = entry.account.source
    repairs = repairs_of([r for r in source.repairs if r.span.overlaps(span)], source.text)
    return f" (repaired: {repairs})" if repairs else ""


def repairs_of(repairs: Iterable[Repair], text: str) -> str:
    """Each repaired word once, with what the file has there."""
    notes = list(dict.fromkeys(f"“{escape(r.span.of(text))}”, in the file “{escape(r.original)}”" for r in repairs))
    rest = len(notes) - REPAIRS_SHOWN
    return "; ".join(notes[:REPAIRS_SHOWN] + [f"and {counted(rest, 'more word')}"] * (rest > 0))


def heading(entry: Entry) -> str:
    """Letter and title."""
    return f"### {entry.letter}: {escape(entry.title)}"


def name_of(entry: Entry) -> str:
    """Title, and what tells this source from another of that title."""
    source = entry.account.source
    known = [escape(source.outlet), source.published.isoformat() if source.published else ""]
    return escape(shortened(entry.title, NAME_LENGTH)) + (
        f" ({', '.join(k for k in known if k)})" if any(known) else ""
    )


def sentence(words: str) -> str:
    """The words as a whole sentence."""
    return escape(whole(words))


def listed(lines: Iterable[str]) -> str:
    """A list, an item for each line."""
    return "\n".join(f"- {line}" for line in lines)
