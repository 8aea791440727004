"""What the other accounts say of the thing that a claim is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterpoint.app.findings import Finding, Side, letters_of
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim
from counterpoint.store.annotations import Ruling


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A claim of another source; `finding` is what stands between the two, None where only a third one joins them."""

    side: Side
    finding: Finding | None


def find_counterparts(
    workspace: Workspace, findings: Iterable[Finding], claim: Claim, current: Finding | None = None
) -> tuple[Counterpart, ...]:
    """Those that the claim agrees or conflicts with, and the others of its fact; by source, that of `current` first.

    What a rejected finding alone leads to is left out, unless it is the one that is looked at.
    """
    comparison = workspace.comparison
    if comparison is None:
        return ()
    order = list(letters_of(workspace).items())
    between: dict[str, Finding] = {}
    for finding in findings:
        if finding.ruling is not Ruling.REJECTED or finding == current:
            for one, other in ((finding.a, finding.b), (finding.b, finding.a)):
                if one.claim.id == claim.id:
                    between[other.claim.id] = finding
    fact = next((fact for fact in comparison.facts if claim.id in fact.claims), None)
    wanted = {*between, *(fact.claims if fact else ())}
    place = {source: number for number, (source, _) in enumerate(order)}
    found = [
        Counterpart(Side(each, account.source, dict(order)[account.source.id]), between.get(each.id))
        for account in comparison.accounts
        for each in account.claims
        if each.id in wanted and each.source != claim.source
    ]

    def rank(one: Counterpart) -> tuple[bool, int, int]:
        is_current = current is not None and one.finding is not None and one.finding.id == current.id
        return not is_current, place[one.side.source.id], one.side.claim.span.start

    return tuple(sorted(found, key=rank))
