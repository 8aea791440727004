"""What has lost its place, in words: a note whose words were taken out is shown with them, and never put on others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterpoint.app.commands import Command, GiveTag, GiveVerdict, Several, TakeTag
from counterpoint.app.draft_commands import GiveStatus
from counterpoint.app.findings import letters_of
from counterpoint.app.note_commands import EditNote, RemoveNote
from counterpoint.app.own_commands import RemoveOwnClaim, RemoveOwnRelation
from counterpoint.app.states import Lost
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.relations import RelationKind
from counterpoint.store.annotations import (
    GivenStatus,
    Note,
    OwnClaim,
    OwnRelation,
    Subject,
    SubjectKind,
    Tagging,
    TagId,
    Verdict,
)
from counterpoint.store.homes import Target
from counterpoint.writers.remarks import STATUS_NAMES

_KINDS = {RelationKind.MATCH: "agreement", RelationKind.CONFLICT: "conflict"}


@dataclass(frozen=True, slots=True)
class Loss:
    """One of them: what it is, what it says, and the words that it sat on, with the letters of their sources."""

    thing: Lost
    what: str
    says: str
    words: str


def find_losses(workspace: Workspace) -> tuple[Loss, ...]:
    """All that have lost their place, the notes first: they are the work of a person's own words."""
    letters = letters_of(workspace)
    names = {tag.id: tag.name for tag in workspace.tags}
    found: list[Loss] = []
    for thing in workspace.lost:
        what, says = _told(thing, names)
        anchors = thing.subject.anchors
        sides = (f"{letters.get(anchor.source, '')}: {' '.join(anchor.words.split())}" for anchor in anchors)
        found.append(Loss(thing, what, says, "  /  ".join(sides)))
    return tuple(sorted(found, key=lambda loss: not isinstance(loss.thing, Note)))


def remove_losses(workspace: Workspace, losses: Sequence[Loss]) -> None:
    """Takes them away for good, as one step of undo."""
    names = {tag.id: tag.name for tag in workspace.tags}
    commands = tuple(_removal(loss.thing, names) for loss in losses)
    if commands:
        what = f"{len(commands)} things" if len(commands) > 1 else losses[0].what.lower()
        workspace.do(Several(f"removal of {what} without a place", commands))


def can_place(loss: Loss, target: Target | None) -> bool:
    """Whether it can go on this: notes and tags on anything, what else there is on words of a source that it was in."""
    if isinstance(loss.thing, Note | Tagging):
        return target is not None
    if not isinstance(target, Subject) or target.kind is not SubjectKind.PASSAGE:
        return False
    return target.sources <= loss.thing.subject.sources


def place_loss(workspace: Workspace, loss: Loss, target: Target) -> None:
    """Puts it where a person shows."""
    thing = loss.thing
    if isinstance(thing, Note):
        moved = replace(thing, subject=workspace.subject_of(target))
        workspace.do(Several("new place of a note", (EditNote(thing, moved),)))
    elif isinstance(thing, Tagging):
        moved = replace(thing, subject=workspace.subject_of(target))
        steps = (TakeTag(loss.says, (thing,)), GiveTag(loss.says, (moved,)))
        workspace.do(Several(f"new place of tag “{loss.says}”", steps))
    elif isinstance(target, Subject):
        workspace.drafting.place_again(thing, target)


def _told(thing: Lost, names: dict[TagId, str]) -> tuple[str, str]:
    match thing:
        case Note():
            return "Note", " ".join(thing.body.split())
        case Tagging():
            return "Tag", names.get(thing.tag, "")
        case Verdict():
            return "Verdict", f"{_KINDS[thing.kind].capitalize()}: {thing.ruling.value}"
        case GivenStatus():
            return "Status", STATUS_NAMES[thing.status]
        case OwnClaim():
            return "By hand", "Claim"
        case OwnRelation():
            return "By hand", _KINDS[thing.kind].capitalize()


def _removal(thing: Lost, names: dict[TagId, str]) -> Command:
    match thing:
        case Note():
            return RemoveNote(thing)
        case Tagging():
            return TakeTag(names.get(thing.tag, ""), (thing,))
        case Verdict():
            return GiveVerdict((thing,), ())
        case GivenStatus():
            return GiveStatus((thing,), ())
        case OwnClaim():
            return RemoveOwnClaim(thing)
        case OwnRelation():
            return RemoveOwnRelation(thing)
