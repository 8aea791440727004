"""What a person has said about findings, as reports show it: verdicts, tags, notes, and what was found by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from counterpoint.engine.accounts import Comparison
from counterpoint.engine.claims import ClaimId
from counterpoint.engine.facts import FactId
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationId
from counterpoint.engine.sources import SourceId

#: What a newsroom calls each status of a claim of the draft.
STATUS_NAMES = {
    "to_check": "To check",
    "checked": "Checked",
    "changed": "Changed – needs attention",
    "contested": "Contested",
    "unverifiable": "Unverifiable",
    "opinion": "Opinion",
}
#: Those with which it is still to be dealt with.
OPEN = ("to_check", "changed")


@dataclass(frozen=True, slots=True)
class Remark:
    """The verdict on one thing in a word, "" for none, and when it was given; names of tags; notes in Markdown."""

    verdict: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    decided: datetime | None = None

    def __bool__(self) -> bool:
        return bool(self.verdict or self.tags or self.notes)


@dataclass(frozen=True, slots=True)
class PassageRemark:
    """What was said of words that are no claim."""

    source: SourceId
    span: Span
    remark: Remark


@dataclass(frozen=True, slots=True)
class Checked:
    """The status of a claim of the draft in a word, who gave it and when; "" and None: nobody did.

    `was` are the words that the last status was given to, "" where they are still the same.
    """

    status: str
    by: str = ""
    made: datetime | None = None
    was: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the passage of evidence by hand is to be found outside the program, and why it is evidence."""

    locator: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remarks:
    """All that was said, by the thing that it was said of. Private notes are not among them.

    `by_hand` are the ids of claims and relations that a person has made, be they found by the engine as well; `colours`
    has those of tags, like "#d55e00", by the tags' names. Every claim of a draft is in `statuses`; `evidence` has what
    was said of relations by hand.
    """

    relations: Mapping[RelationId, Remark] = field(default_factory=dict[RelationId, Remark])
    claims: Mapping[ClaimId, Remark] = field(default_factory=dict[ClaimId, Remark])
    facts: Mapping[FactId, Remark] = field(default_factory=dict[FactId, Remark])
    sources: Mapping[SourceId, Remark] = field(default_factory=dict[SourceId, Remark])
    passages: tuple[PassageRemark, ...] = ()
    by_hand: frozenset[str] = frozenset()
    colours: Mapping[str, str] = field(default_factory=dict[str, str])
    statuses: Mapping[ClaimId, Checked] = field(default_factory=dict[ClaimId, Checked])
    evidence: Mapping[RelationId, Evidence] = field(default_factory=dict[RelationId, Evidence])


NOTHING = Remarks()


def permitted(remarks: Remarks, comparison: Comparison) -> Remarks:
    """The remarks without those that may tell what a confidential source says.

    Of what is said of its relations the verdicts are left; of the source itself, its claims, its passages and the facts
    that it tells of, nothing.
    """
    hidden = {account.source.id for account in comparison.accounts if account.source.confidential}
    if not hidden:
        return remarks
    told: set[str] = {c.id for a in comparison.accounts if a.source.id not in hidden for c in a.claims}
    open_relations = {r.id for r in comparison.relations if {r.a, r.b} <= told}
    open_facts = {fact.id for fact in comparison.facts if told.issuperset(fact.claims)}
    return Remarks(
        relations={
            name: remark if name in open_relations else Remark(remark.verdict, decided=remark.decided)
            for name, remark in remarks.relations.items()
            if name in open_relations or remark.verdict
        },
        claims={name: remark for name, remark in remarks.claims.items() if name in told},
        facts={name: remark for name, remark in remarks.facts.items() if name in open_facts},
        sources={name: remark for name, remark in remarks.sources.items() if name not in hidden},
        passages=tuple(passage for passage in remarks.passages if passage.source not in hidden),
        by_hand=remarks.by_hand,
        colours=remarks.colours,
        statuses={name: checked for name, checked in remarks.statuses.items() if name in told},
        evidence={name: said for name, said in remarks.evidence.items() if name in open_relations},
    )
