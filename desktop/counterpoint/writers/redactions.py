"""What a confidential source must not tell: a comparison from which its words are gone, safe for any writer."""

from collections.abc import Mapping
from dataclasses import replace

from counterpoint.engine.accounts import Account, Comparison
from counterpoint.engine.checks import QuotationCheck
from counterpoint.engine.claims import Claim
from counterpoint.engine.details import Attribution, Detail, Name, Title
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation
from counterpoint.engine.sources import Source, SourceId

NOWHERE = Span(0, 0)  # even a span would tell: the lengths of its sentences give a text away


def redact(comparison: Comparison, codes: Mapping[SourceId, str]) -> Comparison:
    """The same findings without a confidential source's title, text, offsets, dates, links and hash.

    Its title becomes its code. What is left of it: how many claims it makes, and which of them agree or conflict with
    which others, in what respect. An explanation or a warning may hold its words, so both are worded anew.
    """
    hidden = {a.source.id: codes[a.source.id] for a in comparison.accounts if a.source.confidential}
    if not hidden:
        return comparison
    code_of = {c.id: hidden.get(c.source) for a in comparison.accounts for c in a.claims}
    return replace(
        comparison,
        accounts=tuple(
            _emptied(a, hidden[a.source.id]) if a.source.confidential else _guarded(a) for a in comparison.accounts
        ),
        relations=tuple(_reworded(r, code_of[r.a], code_of[r.b]) for r in comparison.relations),
        quotations=tuple(
            _without_quoted(q, code_of[q.claim], hidden.get(q.source) if q.source else None)
            for q in comparison.quotations
        ),
    )


def _emptied(account: Account, code: str) -> Account:
    return Account(
        source=Source(id=account.source.id, text="", title=code, role=account.source.role, confidential=True),
        claims=tuple(replace(c, span=NOWHERE, text="", details=()) for c in account.claims),
        noise=(),
        is_compared=account.is_compared,
        occasion="",
    )


def _guarded(account: Account) -> Account:
    """The account, where no name that only a confidential source spells out stands behind a short form of its own."""
    text = account.source.text.casefold()
    return replace(account, claims=tuple(_with_own_names(c, text) for c in account.claims))


def _with_own_names(claim: Claim, text: str) -> Claim:
    return replace(claim, details=tuple(_with_own_name(d, text) for d in claim.details))


def _with_own_name(detail: Detail, text: str) -> Detail:
    match detail:
        case Title():
            return replace(detail, bearer=_own(detail.bearer, text))
        case Name() | Attribution():
            return replace(detail, value=_own(detail.value, text))
        case _:
            return detail


def _own(value: str, text: str) -> str:
    return value if all(word in text for word in value.casefold().split()) else ""


def _reworded(relation: Relation, code_a: str | None, code_b: str | None) -> Relation:
    if code_a is None and code_b is None:
        return relation
    return replace(
        relation,
        reasons=tuple(_without_words(r, code_a, code_b) for r in relation.reasons),
        warning="The two accounts may tell of different occasions." if relation.warning else "",
    )


def _without_quoted(check: QuotationCheck, of_draft: str | None, of_source: str | None) -> QuotationCheck:
    """The check without the words of a confidential draft, or of a confidential source that has the quotation."""
    withheld = " and ".join(code for code in (of_draft, of_source) if code)
    if not withheld:
        return check
    return replace(
        check,
        span=NOWHERE if of_draft else check.span,
        a=NOWHERE if of_draft and check.a is not None else check.a,
        b=NOWHERE if of_source and check.b is not None else check.b,
        explanation=f"The words of {withheld} are withheld.",
    )


def _without_words(reason: Reason, code_a: str | None, code_b: str | None) -> Reason:
    verb = "differ" if reason.is_difference else "agree"
    withheld = " and ".join(code for code in (code_a, code_b) if code)
    return replace(
        reason,
        a=NOWHERE if code_a else reason.a,
        b=NOWHERE if code_b else reason.b,
        explanation=f"The accounts {verb} here; the words of {withheld} are withheld.",
    )
