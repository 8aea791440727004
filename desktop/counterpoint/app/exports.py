"""The open project as the documents that leave it."""

from collections.abc import Iterable, Sequence

from counterpoint.app.facts import Row, heading_of
from counterpoint.app.findings import Finding
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.accounts import Comparison
from counterpoint.engine.claims import Claim
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.errors import UnwritableOutput
from counterpoint.store.annotations import Ruling
from counterpoint.store.homes import Target
from counterpoint.writers.clippings import Clipping, Quote, Statement
from counterpoint.writers.json import json_report
from counterpoint.writers.markdown import markdown_report
from counterpoint.writers.remarks import PassageRemark, Remark, Remarks

_KINDS = {RelationKind.MATCH: "Agreement", RelationKind.CONFLICT: "Conflict"}


def markdown_of(workspace: Workspace) -> str:
    """The annotated comparison in Markdown.

    Raises:
        UnwritableOutput: nothing is compared yet.
    """
    return markdown_report(_finished(workspace), _paths(workspace), remarks_of(workspace))


def json_of(workspace: Workspace) -> str:
    """The comparison as JSON.

    Raises:
        UnwritableOutput: nothing is compared yet.
    """
    return json_report(_finished(workspace), _paths(workspace), remarks_of(workspace))


def remarks_of(workspace: Workspace) -> Remarks:
    """All verdicts, tags and notes that may leave the project."""
    comparison = workspace.comparison
    relations = {relation.id: _remark(workspace, relation) for relation in (comparison.relations if comparison else ())}
    for relation in comparison.relations if comparison else ():
        verdict = workspace.verdict_on(relation)
        if verdict is not None:
            old = relations[relation.id]
            relations[relation.id] = Remark(verdict.ruling.value, old.tags, old.notes)
    accounts = comparison.accounts if comparison else ()
    return Remarks(
        relations={key: remark for key, remark in relations.items() if remark},
        claims={c.id: remark for account in accounts for c in account.claims if (remark := _remark(workspace, c))},
        sources={s.id: remark for s in workspace.sources if (remark := _remark(workspace, s))},
        passages=tuple(
            PassageRemark(source.id, passage.anchors[0].span, remark)
            for source in workspace.sources
            for passage in workspace.hands.passages(source.id)
            if (remark := _remark(workspace, passage))
        ),
        by_hand=workspace.hands.by_hand,
    )


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


def _finished(workspace: Workspace) -> Comparison:
    comparison = workspace.comparison
    if comparison is None or not workspace.is_analysed:
        raise UnwritableOutput("The comparison is not finished yet. Export it when it is.")
    return comparison


def _paths(workspace: Workspace) -> dict[SourceId, str | None]:
    return {source.id: workspace.original(source.id).path or None for source in workspace.sources}


def _remark(workspace: Workspace, target: Target) -> Remark:
    tags = tuple(tag.name for tag in workspace.tags_on(target))
    notes = tuple(note.body for note in workspace.notes_on(target) if not note.is_private)
    return Remark(tags=tags, notes=notes)
