"""What leaves a project: its findings and all that was said of them, less the private notes. No Qt."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from counterpoint.app.standings import Standings
from counterpoint.app.states import Lost
from counterpoint.engine.claims import Claim
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Source, SourceId
from counterpoint.errors import UnwritableOutput
from counterpoint.store.annotations import GivenStatus, Note, OwnClaim, OwnRelation, Subject, Tag, Tagging, Verdict
from counterpoint.store.homes import Target
from counterpoint.store.shelves import Original
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.phrases import counted, letter
from counterpoint.writers.remarks import Checked, Evidence, PassageRemark, Remark, Remarks

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Comparison

_NAMES: Mapping[type[Lost], str] = {
    Note: "note",
    Tagging: "tag",
    Verdict: "verdict",
    GivenStatus: "status",
    OwnClaim: "finding by hand",
    OwnRelation: "finding by hand",
}
_SEVERAL = {"status": "statuses", "finding by hand": "findings by hand"}


class Findings(Protocol):
    """What was found by hand, and where tags and notes sit."""

    @property
    def by_hand(self) -> frozenset[str]: ...
    def passages(self, source: SourceId) -> tuple[Subject, ...]: ...


class Project(Protocol):
    """A project as far as documents are made of it: an open one, or one that is only read."""

    @property
    def title(self) -> str: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def comparison(self) -> "Comparison | None": ...
    @property
    def is_analysed(self) -> bool: ...
    @property
    def hands(self) -> Findings: ...
    @property
    def tags(self) -> Sequence[Tag]: ...
    @property
    def drafting(self) -> Standings: ...
    @property
    def notes(self) -> Sequence[Note]: ...
    @property
    def taggings(self) -> Sequence[Tagging]: ...
    @property
    def lost(self) -> Sequence[Lost]: ...
    def original(self, source: SourceId) -> Original: ...
    def verdict_on(self, relation: Relation) -> Verdict | None: ...
    def notes_on(self, target: Target) -> tuple[Note, ...]: ...
    def tags_on(self, target: Target) -> Sequence[Tag]: ...


def dossier_of(project: Project) -> Dossier:
    """All that documents are made of. Of a path the name alone leaves the computer.

    Raises:
        UnwritableOutput: nothing is compared yet.
    """
    comparison = project.comparison
    if comparison is None or not project.is_analysed:
        raise UnwritableOutput("The comparison is not finished yet. Export it when it is.")
    paths = {source.id: PurePath(project.original(source.id).path).name or None for source in project.sources}
    return Dossier(comparison, paths, remarks_of(project), project.title)


def withheld_from(project: Project) -> tuple[str, ...]:
    """What stays on the computer when a document leaves it, in sentences; none where nothing does."""
    hidden = {source.id for source in project.sources if source.confidential}
    private = [note for note in project.notes if note.is_private]
    notes = [note for note in project.notes if not note.is_private and not hidden.isdisjoint(note.subject.sources)]
    taggings = [tagging for tagging in project.taggings if not hidden.isdisjoint(tagging.subject.sources)]
    told_of = {*private, *notes, *taggings}
    gone = [each for each in project.lost if each not in told_of]
    codes = [f"Confidential source {letter(n)}" for n, source in enumerate(project.sources) if source.id in hidden]
    told = {
        f"{', '.join(codes)}: all that leaves is this code, and which findings there are on it.": bool(codes),
        f"{_listed((*notes, *taggings))} on confidential words: left out.": bool(notes or taggings),
        f"{counted(len(private), 'private note')}: left out.": bool(private),
        f"{_listed(gone)} without a place any more: left out.": bool(gone),
    }
    return tuple(sentence for sentence, is_so in told.items() if is_so)


def inside_copy(project: Project, taken_out: int) -> tuple[str, ...]:
    """What somebody gets with a copy of the project and with no document; `taken_out` sources are still in it."""
    hidden = [letter(number) for number, source in enumerate(project.sources) if source.confidential]
    private = sum(note.is_private for note in project.notes)
    told = {
        "A copy has the whole project inside: texts, their original files, the history, and what can be undone.": True,
        f"Confidential sources ({', '.join(hidden)}) are in it with name and text.": bool(hidden),
        f"{counted(private, 'private note')}: in it.": bool(private),
        f"{counted(taken_out, 'source')} that you had taken out: in it.": bool(taken_out),
        "To hand over findings without these, export them: Ctrl+E.": True,
    }
    return tuple(sentence for sentence, is_so in told.items() if is_so)


def _listed(things: Sequence[Lost]) -> str:
    """How many there are of each kind: 5 notes, 2 tags and 1 verdict."""
    numbers = Counter(_NAMES[type(thing)] for thing in things)
    *first, last = [_counted(numbers[name], name) for name in dict.fromkeys(_NAMES.values()) if numbers[name]] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {_SEVERAL.get(name, f'{name}s')}"


def remarks_of(project: Project) -> Remarks:
    """All verdicts, tags and notes that may leave the project."""
    comparison = project.comparison
    accounts = comparison.accounts if comparison else ()
    claims = [claim for account in accounts for claim in account.claims]
    facts = comparison.facts if comparison else ()
    relations = comparison.relations if comparison else ()
    return Remarks(
        relations={r.id: remark for r in relations if (remark := _decided(project, r))},
        claims={c.id: remark for c in claims if (remark := _remark(project, c))},
        facts={f.id: remark for f in facts if (remark := _remark(project, f))},
        sources={s.id: remark for s in project.sources if (remark := _remark(project, s))},
        passages=tuple(
            PassageRemark(source.id, passage.anchors[0].span, remark)
            for source in project.sources
            for passage in project.hands.passages(source.id)
            if (remark := _remark(project, passage))
        ),
        by_hand=project.hands.by_hand,
        colours={tag.name: tag.colour for tag in project.tags},
        statuses={claim.id: _checked(project.drafting, claim) for claim in project.drafting.claims},
        evidence={r.id: said for r in relations if (said := _evidence(project.drafting, r)) != Evidence()},
    )


def _checked(standings: Standings, claim: Claim) -> Checked:
    standing = standings.standing_of(claim)
    given = standing.given
    return Checked(standing.status.value, given.by if given else "", given.made if given else None, standing.was)


def _evidence(standings: Standings, relation: Relation) -> Evidence:
    own = standings.evidence_by_hand(relation.id)
    told = (", ".join(filter(None, words)) for words in ([e.locator for e in own], [e.reason for e in own]))
    return Evidence(*told)


def _decided(project: Project, relation: Relation) -> Remark:
    said, verdict = _remark(project, relation), project.verdict_on(relation)
    return said if verdict is None else Remark(verdict.ruling.value, said.tags, said.notes, verdict.made)


def _remark(project: Project, target: Target) -> Remark:
    tags = tuple(tag.name for tag in project.tags_on(target))
    notes = tuple(note.body for note in project.notes_on(target) if not note.is_private)
    return Remark(tags=tags, notes=notes)
