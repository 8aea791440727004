"""Findings on a draft, kept with its words while they move: what is shown between an edit and the next comparison."""

from collections.abc import Sequence
from dataclasses import fields, replace

from counterpoint.engine.accounts import Account, Comparison
from counterpoint.engine.checks import QuotationCheck
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.details import Detail
from counterpoint.engine.edits import Edit, edited, kept, moved_by_all
from counterpoint.engine.facts import Fact
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation


def follow(account: Account, found: Comparison, before: str, edits: Sequence[Edit]) -> tuple[Account, Comparison]:
    """The account of a draft and the findings after edits of its text `before`, less all that is on changed words.

    Claims that stay have their ids, until the next comparison names them by their new places.
    """
    after = edited(before, edits)
    claims: dict[ClaimId, Claim] = {}
    for claim in account.claims:
        span = kept(claim.span, before, after, edits)
        if span is not None:
            details = tuple(_detailed(each, span.start - claim.span.start) for each in claim.details)
            claims[claim.id] = replace(claim, span=span, details=details)
    gone = {claim.id for claim in account.claims} - claims.keys()
    steps = {claim.id: claims[claim.id].span.start - claim.span.start for claim in account.claims if claim.id in claims}
    noise = ((each, moved_by_all(each.span, before, edits)) for each in account.noise)
    return (
        replace(
            account,
            claims=tuple(sorted(claims.values(), key=lambda claim: claim.span)),
            noise=tuple(replace(each, span=span) for each, span in noise if span is not None),
        ),
        replace(
            found,
            relations=tuple(_shifted(each, steps) for each in found.relations if not {each.a, each.b} & gone),
            facts=tuple(fact for each in found.facts if (fact := _without(each, gone)) is not None),
            quotations=tuple(_checked(each, steps) for each in found.quotations if each.claim not in gone),
        ),
    )


def _detailed(detail: Detail, step: int) -> Detail:
    spans = {f.name: value for f in fields(detail) if isinstance(value := getattr(detail, f.name), Span)}
    return replace(detail, **{name: _by(span, step) for name, span in spans.items()})


def _shifted(relation: Relation, steps: dict[ClaimId, int]) -> Relation:
    a, b = steps.get(relation.a, 0), steps.get(relation.b, 0)
    return replace(relation, reasons=tuple(_told(r, a, b) for r in relation.reasons)) if a or b else relation


def _told(reason: Reason, a: int, b: int) -> Reason:
    return replace(reason, a=_by(reason.a, a), b=_by(reason.b, b))


def _checked(check: QuotationCheck, steps: dict[ClaimId, int]) -> QuotationCheck:
    step = steps.get(check.claim, 0)
    return replace(check, span=_by(check.span, step), a=None if check.a is None else _by(check.a, step))


def _without(fact: Fact, gone: set[ClaimId]) -> Fact | None:
    if gone.isdisjoint(fact.claims):
        return fact
    claims = tuple(claim for claim in fact.claims if claim not in gone)
    return replace(fact, claims=claims) if claims else None


def _by(span: Span, step: int) -> Span:
    return Span(span.start + step, span.end + step)
