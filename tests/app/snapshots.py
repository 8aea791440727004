"""All that is in view of a workspace, to be compared with what was in view before."""

from counterpoint.app.workspaces import Workspace


def snapshot(workspace: Workspace) -> dict[str, object]:
    found = workspace.comparison
    return {
        "title": workspace.title,
        "sources": workspace.sources,
        "originals": [workspace.original(source.id) for source in workspace.sources],
        "comparison": found,
        "tags": workspace.tags,
        "taggings": set(workspace.taggings),
        "notes": workspace.notes,
        "verdicts": {relation.id: workspace.verdict_on(relation) for relation in (found.relations if found else ())},
        "notes on": {
            claim.id: workspace.notes_on(claim) for a in (found.accounts if found else ()) for claim in a.claims
        },
        "by hand": workspace.hands.by_hand,
        "statuses": {
            claim.id: workspace.drafting.standing_of(claim)
            for a in (found.accounts if found else ())
            for claim in a.claims
        },
        "revisions": [workspace.drafting.revisions(draft.id) for draft in workspace.drafting.drafts],
        "settings": workspace.settings,
    }
