"""The open project as the documents that leave it."""

from collections.abc import Iterable, Sequence

from counterpoint.app.facts import Row, heading_of
from counterpoint.app.findings import Finding
from counterpoint.app.outgoings import dossier_of
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role, Source
from counterpoint.store.annotations import Ruling
from counterpoint.writers.clippings import Clipping, Quote, Statement
from counterpoint.writers.formats import FORMATS

_KINDS = {RelationKind.MATCH: "Agreement", RelationKind.CONFLICT: "Conflict"}


def markdown_of(workspace: Workspace) -> str:
    """The annotated comparison in Markdown.

    Raises:
        UnwritableOutput: nothing is compared yet.
    """
    return _text_of(workspace, "markdown")


def json_of(workspace: Workspace) -> str:
    """The comparison as JSON.

    Raises:
        UnwritableOutput: nothing is compared yet.
    """
    return _text_of(workspace, "json")


def clipping_of(finding: Finding) -> Clipping:
    """A finding for the clipboard."""
    reasons = finding.relation.reasons
    sides = (finding.a, [reason.a for reason in reasons]), (finding.b, [reason.b for reason in reasons])
    return Clipping(
        heading=_KINDS[finding.kind],
        quotes=tuple(Quote(side.claim, side.source, _marks(spans)) for side, spans in sides),
        statements=_statements(finding),
    )


def clipping_of_claim(claim: Claim, source: Source) -> Clipping:
    """A claim alone, for the clipboard."""
    return Clipping("Claim", (Quote(claim, source, ()),), ())


def clipping_of_fact(row: Row, sources: Sequence[Source]) -> Clipping:
    """A fact for the clipboard, with what each source says of it and what is said of its findings."""
    told = [(source, cell) for source, cell in zip(sources, row.cells, strict=True) if cell.claims]
    return Clipping(
        heading=heading_of(row),
        quotes=tuple(
            Quote(claim, source, _marks(e.span for e in cell.words if claim.span.contains(e.span)))
            for source, cell in told
            for claim in cell.claims
        ),
        statements=tuple(
            statement
            for finding in row.findings
            if finding.ruling is not Ruling.REJECTED
            for statement in _statements(finding)
        ),
        silent=tuple(
            source
            for source, cell in zip(sources, row.cells, strict=True)
            if cell.is_compared and not cell.claims and source.role is Role.SOURCE
        ),
    )


def _marks(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted({span for span in spans if len(span)}))


def _statements(finding: Finding) -> tuple[Statement, ...]:
    sources = finding.a.source, finding.b.source
    sentences = [f"{reason.aspect.capitalize()}: {reason.explanation}" for reason in finding.relation.reasons]
    return tuple(Statement(words, sources) for words in (*sentences, finding.relation.warning) if words)


def _text_of(workspace: Workspace, form: str) -> str:
    document = FORMATS[form].write(dossier_of(workspace))
    if not isinstance(document, str):
        raise TypeError(f"{form} is no text")
    return document
