"""The draft in reports that are not its own: what the sources make of it, and what a person does."""

import io

from docx import Document

from counterpoint.engine.comparison import compare
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.resources import load_knowledge
from counterpoint.writers.csv import csv_report
from counterpoint.writers.docx import docx_report
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.html import html_report
from counterpoint.writers.remarks import Checked, Remarks

SOURCE = Source(
    SourceId("s"), "Four people died in the flood on Monday. “We warned them,” the mayor said.\n", title="Flood"
)
DRAFT = Source(
    SourceId("d"), "Five people died in the flood on Monday. “We warned you,” the mayor said.\n", role=Role.DRAFT
)


def test_the_draft_is_told_with_its_findings_statuses_and_quotations() -> None:
    comparison = compare([SOURCE, DRAFT], load_knowledge())
    (drafted,) = (account for account in comparison.accounts if account.source.id == DRAFT.id)
    statuses = {drafted.claims[0].id: Checked("contested")}
    dossier = Dossier(comparison, {SOURCE.id: None, DRAFT.id: None}, Remarks(statuses=statuses))
    page = html_report(dossier)
    assert page.index("Contradicted (1)") < page.index("Status: Contested.")
    assert "<strong>Against</strong>, A Flood" in page
    assert "<strong>Not found</strong>: “We warned you”. No source has these words." in page
    comments = [comment.text for comment in Document(io.BytesIO(docx_report(dossier))).comments]
    assert any(comment.startswith("Contradicted. Status: Contested.\nConflicts with A Flood") for comment in comments)
    assert ",contradicted,Contested," in csv_report(dossier)
