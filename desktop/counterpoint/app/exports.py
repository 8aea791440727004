"""The open project as the documents that leave it."""

from counterpoint.app.findings import Finding
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.accounts import Comparison
from counterpoint.engine.sources import SourceId
from counterpoint.errors import UnwritableOutput
from counterpoint.store.homes import Target
from counterpoint.writers.clippings import Clipping
from counterpoint.writers.json import json_report
from counterpoint.writers.markdown import markdown_report
from counterpoint.writers.remarks import PassageRemark, Remark, Remarks


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
    return Clipping(finding.relation, finding.a.claim, finding.b.claim, finding.a.source, finding.b.source)


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
