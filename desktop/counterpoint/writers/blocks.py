"""Pieces of Markdown that reports are made of: quotes, names, lists, counts."""

from collections.abc import Iterable

from counterpoint.engine.claims import Claim
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Repair, Role
from counterpoint.writers.comparisons import Entry
from counterpoint.writers.escapes import code, escape
from counterpoint.writers.links import deep_link
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


def linked(entry: Entry, span: Span) -> str:
    """A link that opens the source's page at these words; nothing where it has no address."""
    address = deep_link(entry.account.source, span)
    # In Markdown "&lt;" in an address would be read as "<": a semicolon means the same encoded.
    return f" ([on its page](<{address.replace(';', '%3B')}>))" if address else ""


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


def source_blocks(entry: Entry) -> list[str]:
    """What is known of a source: a heading and a list."""
    source = entry.account.source
    known = {
        "Path": code(entry.path) if entry.path is not None else "",
        "Outlet": escape(source.outlet),
        "Author": escape(source.author),
        "Address": code(source.url) if source.url else "",
        "Published": source.published.isoformat() if source.published else "",
        "Retrieved": source.retrieved.isoformat() if source.retrieved else "",
        "SHA-256": code(source.sha256) if source.sha256 else "",
        "Tells of": escape(entry.account.occasion),
        "Language": "" if entry.account.is_compared else "not English; shown, not compared",
        "Role": "the draft" if source.role is Role.DRAFT else "",
        "Confidential": "no title, path or text leaves the program" if source.confidential else "",
        "Repaired": repairs_of(source.repairs, source.text),
    }
    return [heading(entry), listed(f"{name}: {words}" for name, words in known.items() if words)]
