"""The hand-over pack: one folder with all that a desk, a lawyer and an archive need."""

from counterpoint.engine.sources import Role
from counterpoint.writers.annotated_drafts import annotated_draft
from counterpoint.writers.blocks import source_blocks
from counterpoint.writers.csv import csv_of
from counterpoint.writers.docx import docx_of
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.escapes import escape
from counterpoint.writers.html import html_of
from counterpoint.writers.json import json_of
from counterpoint.writers.markdown import markdown_of
from counterpoint.writers.outlines import Outline, outline_of
from counterpoint.writers.overviews import question_blocks

_WITHHELD = "The words are withheld.\n"
#: What each file is, in the order in which one reads them.
FILES = {
    "publication-text.txt": "the text to be published, as it stands",
    "annotated-draft.md": "the same with a footnote to every claim: status, evidence, links",
    "open-questions.md": "what nobody has decided or checked yet",
    "conflict-report.md": "all findings with both quotes, reasons, verdicts, tags and notes",
    "conflict-report.html": "the same for any browser, with the accounts side by side, to print",
    "conflict-report.docx": "the same for Word, with comments on the passages",
    "claim-table.csv": "a row for every claim, for spreadsheets",
    "source-list.md": "where each account is from, and the hash of its file",
    "everything.json": "all of it, for programs and for the archive",
}


def pack(dossier: Dossier) -> dict[str, str | bytes]:
    """The documents by their names in the folder. Without a draft there are none on it."""
    outline = outline_of(dossier)
    documents: dict[str, str | bytes] = {
        "open-questions.md": _paged(outline, question_blocks(outline)),
        "conflict-report.md": markdown_of(outline),
        "conflict-report.html": html_of(outline),
        "conflict-report.docx": docx_of(outline),
        "claim-table.csv": csv_of(outline),
        "source-list.md": _paged(outline, ["## Sources", *_sources(outline)]),
        "everything.json": json_of(outline.arrangement, outline.remarks, outline.title),
    }
    drafts = [e.account.source for e in outline.arrangement.entries if e.account.source.role is Role.DRAFT]
    if drafts:
        texts = (_WITHHELD if draft.confidential else draft.text for draft in drafts)
        documents |= {"publication-text.txt": "\n".join(texts), "annotated-draft.md": annotated_draft(dossier)}
    inside = [f"- `{name}`: {what}" for name, what in FILES.items() if name in documents]
    return {"contents.md": _paged(outline, ["\n".join(inside)]), **{n: documents[n] for n in FILES if n in documents}}


def _paged(outline: Outline, blocks: list[str]) -> str:
    return "\n\n".join([f"# {escape(outline.title) or 'Comparison'}", *blocks]) + "\n"


def _sources(outline: Outline) -> list[str]:
    return [block for entry in outline.arrangement.entries for block in source_blocks(entry)]
