"""The claim table: a row for every claim, those of one fact together, disputed facts first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.facts import Fact, FactState
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.writers.comparisons import Entry
from counterpoint.writers.outlines import Outline
from counterpoint.writers.phrases import sure, whole
from counterpoint.writers.remarks import STATUS_NAMES, Remark

_ORDER = {FactState.DISPUTED: 0, FactState.CONSENSUS: 1, FactState.SINGLE: 2}


@dataclass(frozen=True, slots=True)
class Link:
    """How a claim stands to another: that one's name, how sure, what the person said, why in whole sentences."""

    other: str
    kind: RelationKind
    sure: str
    remark: Remark
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in its fact. Its `name` is the letter of its source and its number there: "B4".

    `number` is the fact's in the table, counted from 1; `remark` what was said of the claim, `of_fact` of the fact,
    told with its first claim; of a draft's claim `finding` is what the sources make of it and `status` what a person
    does, both "" of any other.
    """

    name: str
    number: int
    fact: Fact
    claim: Claim
    entry: Entry
    links: tuple[Link, ...]
    remark: Remark
    of_fact: Remark
    finding: str
    status: str
    is_by_hand: bool


def names_of(outline: Outline) -> dict[ClaimId, str]:
    """Each claim's name: "A1" is the first that source A makes."""
    names: dict[ClaimId, str] = {}
    counts: dict[str, int] = {}
    for claim in outline.arrangement.claims:
        letters = outline.arrangement.entry(claim.id).letter
        counts[letters] = counts.get(letters, 0) + 1
        names[claim.id] = f"{letters}{counts[letters]}"
    return names


def find_lines(outline: Outline) -> tuple[Line, ...]:
    """Every claim once; facts in the order of display, claims in the order of the sources."""
    arrangement, names = outline.arrangement, names_of(outline)
    checked = [relation for check in arrangement.checks for relation in (*check.support, *check.against)]
    links = _links(outline, [*arrangement.relations, *checked], names)
    findings = {check.claim: str(check.finding) for check in arrangement.checks}
    facts = sorted(arrangement.facts, key=lambda fact: _ORDER[fact.state])
    return tuple(
        Line(
            name=names[claim],
            number=number,
            fact=fact,
            claim=arrangement.claim_of[claim],
            entry=arrangement.entry(claim),
            links=links.get(claim, ()),
            remark=outline.remarks.claims.get(claim, Remark()),
            of_fact=outline.remarks.facts.get(fact.id, Remark()) if claim == fact.claims[0] else Remark(),
            finding=findings.get(claim, ""),
            status=status_of(outline, claim) if claim in findings else "",
            is_by_hand=claim in outline.remarks.by_hand,
        )
        for number, fact in enumerate(facts, 1)
        for claim in fact.claims
    )


def status_of(outline: Outline, claim: ClaimId) -> str:
    """What a person has said of a claim of the draft, in words."""
    checked = outline.remarks.statuses.get(claim)
    return STATUS_NAMES[checked.status if checked else "to_check"]


def _links(
    outline: Outline, relations: Iterable[Relation], names: Mapping[ClaimId, str]
) -> Mapping[ClaimId, tuple[Link, ...]]:
    found: dict[ClaimId, list[Link]] = {}
    for relation in relations:
        remark = outline.remarks.relations.get(relation.id, Remark())
        reasons = tuple(dict.fromkeys(f"{r.aspect.capitalize()}: {whole(r.explanation)}" for r in relation.reasons))
        how = "by hand" if relation.id in outline.remarks.by_hand else sure(relation.score)
        for claim, other in ((relation.a, relation.b), (relation.b, relation.a)):
            found.setdefault(claim, []).append(Link(names[other], relation.kind, how, remark, reasons))
    return {claim: tuple(own) for claim, own in found.items()}
