"""The claim table for spreadsheets: RFC 4180, UTF-8 with a mark that tells Excel so, and no cell that is a formula."""

import csv
import io
from collections.abc import Iterable

from counterpoint.engine.relations import RelationKind
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.escapes import seen
from counterpoint.writers.ledgers import Line, Link, find_lines
from counterpoint.writers.links import deep_link
from counterpoint.writers.outlines import Outline, outline_of
from counterpoint.writers.phrases import page_of

HEADER = (
    "fact", "state", "voices", "claim", "role", "source", "title", "outlet", "author", "published", "retrieved",
    "quote", "start", "end", "page", "link", "conflicts_with", "agrees_with", "reasons", "verdicts", "draft_finding",
    "draft_status", "tags", "notes", "by_hand", "confidential",
)  # fmt: skip
_BETWEEN = " | "  # several of a sort in one cell
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # what makes a spreadsheet reckon


def csv_report(dossier: Dossier) -> str:
    """The claim table as CSV, a row for every claim; begins with U+FEFF. See HEADER."""
    return csv_of(outline_of(dossier))


def csv_of(outline: Outline) -> str:
    """The same, where the outline is made already."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(HEADER)
    for line in find_lines(outline):
        writer.writerow([harmless(cell) for cell in _cells(line)])
    return "\ufeff" + page.getvalue()


def harmless(cell: str) -> str:
    """The cell, which a spreadsheet shows and does not reckon with: an apostrophe stands before what it would."""
    words = seen(cell)
    return f"'{words}" if words.lstrip(" ").startswith(_FORMULAS) else words


def _cells(line: Line) -> tuple[str, ...]:
    source, span = line.entry.account.source, line.claim.span
    said = (line.remark, line.of_fact, *(link.remark for link in line.links))
    is_told = not source.confidential
    return (
        str(line.number),
        line.fact.state,
        str(line.fact.voices),
        line.name,
        source.role,
        line.entry.letter,
        line.entry.title,
        source.outlet,
        source.author,
        source.published.isoformat() if source.published else "",
        source.retrieved.isoformat() if source.retrieved else "",
        " ".join(line.claim.text.split()),
        str(span.start) if is_told else "",
        str(span.end) if is_told else "",
        page_of(source, span),
        deep_link(source, span),
        _others(line.links, RelationKind.CONFLICT),
        _others(line.links, RelationKind.MATCH),
        _BETWEEN.join(f"{link.other}: {' '.join(link.reasons)}" for link in line.links),
        _BETWEEN.join(f"{link.other}: {link.remark.verdict}" for link in line.links if link.remark.verdict),
        line.finding,
        line.status,
        _BETWEEN.join(_once(tag for remark in said for tag in remark.tags)),
        _BETWEEN.join(_once(note.strip() for remark in said for note in remark.notes)),
        "yes" if line.is_by_hand else "",
        "yes" if source.confidential else "",
    )


def _others(links: Iterable[Link], kind: RelationKind) -> str:
    return _BETWEEN.join(f"{link.other} ({link.sure})" for link in links if link.kind is kind)


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
