"""The formats of a document, by name: what writes each, and what its files are called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from counterpoint.writers.dossiers import Dossier

#: A text, the content of a file, or a folder of such by their names.
Document = str | bytes | Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name on the command line and among people, the end of its files' names, its writer.

    A writer gives a text, or what means nothing on a terminal. `shown_as` names the format that has the same words
    and can be looked at, "" where this one can.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[Dossier], Document]
    is_text: bool = True
    shown_as: str = ""


# Each writer is loaded when it is wanted: the start of the program need not wait for it.


def _markdown(dossier: Dossier) -> str:
    from counterpoint.writers.markdown import markdown_of
    from counterpoint.writers.outlines import outline_of

    return markdown_of(outline_of(dossier))


def _pack(dossier: Dossier) -> Document:
    from counterpoint.writers.packs import pack

    return pack(dossier)


def _draft(dossier: Dossier) -> str:
    from counterpoint.writers.annotated_drafts import annotated_draft

    return annotated_draft(dossier)


def _csv(dossier: Dossier) -> str:
    from counterpoint.writers.csv import csv_report

    return csv_report(dossier)


def _html(dossier: Dossier) -> str:
    from counterpoint.writers.html import html_report

    return html_report(dossier)


def _docx(dossier: Dossier) -> bytes:
    from counterpoint.writers.docx import docx_report

    return docx_report(dossier)


def _annotations(dossier: Dossier) -> str:
    from counterpoint.writers.annotations import annotation_report

    return annotation_report(dossier)


def _qdpx(dossier: Dossier) -> bytes:
    from counterpoint.writers.qdpx import qdpx_report

    return qdpx_report(dossier)


def _json(dossier: Dossier) -> str:
    from counterpoint.writers.json import json_report

    return json_report(dossier.comparison, dossier.paths, dossier.remarks, dossier.title)


FORMATS = {
    each.name: each
    for each in (
        Format("markdown", "Markdown", ".md", _markdown),
        Format("html", "Web page (HTML)", ".html", _html),
        Format("docx", "Word (docx)", ".docx", _docx, is_text=False),
        Format("csv", "Table (CSV)", ".csv", _csv),
        Format("json", "JSON", ".json", _json),
        Format("annotations", "Web Annotations (JSON-LD)", ".jsonld", _annotations),
        Format("qdpx", "REFI-QDA (qdpx)", ".qdpx", _qdpx, is_text=False),
    )
}
#: The document on a draft alone; only where there is one.
DRAFT = Format("draft", "Annotated draft", ".md", _draft)
#: A folder with all that a desk needs.
PACK = Format("pack", "Hand-over pack", "", _pack, is_text=False)
