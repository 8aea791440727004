"""Which reasons are worth giving, and which pairs become relations."""

from collections.abc import Sequence

import numpy as np
import pytest

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparators.sides import Finding
from counterpoint.engine.decisions import (
    EVIDENCE,
    MOST_REASONS,
    Evidence,
    KeptPairs,
    Showing,
    choose,
    pairs_kept,
    suspicion,
    usable_reasons,
)
from counterpoint.engine.details import Aspect
from counterpoint.engine.levels import Kept, Thresholds
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, RelationKind
from counterpoint.engine.sources import SourceId

OURS = "Leaders of 35 countries met in Paris on Thursday, the president said."
THEIRS = "The summit in Paris gathered 31 countries, according to the president."
START = 100  # where the second claim stands in its text
LEAST = Thresholds(match=0.7, conflict=0.5)


def claim(name: str, text: str, start: int = 0) -> Claim:
    return Claim(ClaimId(name), SourceId(name), Span(start, start + len(text)), text)


A, B = claim("a", OURS), claim("b", THEIRS, START)


def finding(aspect: str, ours: str, theirs: str, strength: float = 0.8, *, is_difference: bool = False) -> Finding:
    """A finding on the words, wherever they stand in the two claims."""
    first, second = OURS.index(ours), START + THEIRS.index(theirs)
    spans = Span(first, first + len(ours)), Span(second, second + len(theirs))
    return Finding(Reason(Aspect(aspect), *spans, f"{ours} / {theirs}", is_difference), strength)


def difference(aspect: str, ours: str, theirs: str, strength: float = 0.8) -> Finding:
    return finding(aspect, ours, theirs, strength, is_difference=True)


NUMBERS = difference("quantity", "35", "31")
WHOLE = difference("scope", OURS, THEIRS)
PARIS = finding("place", "Paris", "Paris")
COUNTRIES = finding("quantity", "countries", "countries")
SAYING = finding("attribution", "the president", "the president")
WORDS = finding("wording", "in Paris", "in Paris")


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], []),
        ([PARIS], []),
        ([NUMBERS, PARIS], ["35 / 31"]),
        ([NUMBERS, difference("time", "Thursday", "summit", 0.1)], ["35 / 31"]),  # a weak one beside a strong one
        ([difference("time", "Thursday", "summit", 0.1)], ["Thursday / summit"]),  # and alone
        ([difference("place", "Paris", "Paris")], []),  # the same words differ in nothing
        ([difference("quantity", "35 countries", "31 countries"), NUMBERS], ["35 / 31"]),  # the smallest words
        ([difference("name", "35 countries", "31 countries"), NUMBERS], ["35 countries / 31 countries", "35 / 31"]),
        ([WHOLE], []),  # a conflict must point at part of its claim
        ([WHOLE, NUMBERS], [f"{OURS} / {THEIRS}", "35 / 31"]),
        ([WHOLE, difference("time", "Thursday", "summit", 0.1)], ["Thursday / summit", f"{OURS} / {THEIRS}"]),
    ],
)
def test_differences_that_a_reader_can_use(findings: Sequence[Finding], expected: list[str]) -> None:
    assert [reason.explanation for reason in usable_reasons(A, B, findings, is_difference=True)] == expected


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([NUMBERS], []),
        ([WORDS], ["in Paris / in Paris"]),
        ([PARIS, COUNTRIES], ["countries / countries", "Paris / Paris"]),  # a number tells more than a place
        ([SAYING, WORDS], ["in Paris / in Paris", "the president / the president"]),
        ([PARIS, WORDS], ["in Paris / in Paris"]),  # the place stands in the words
    ],
)
def test_agreements_tell_most_first(findings: Sequence[Finding], expected: list[str]) -> None:
    assert [reason.explanation for reason in usable_reasons(A, B, findings, is_difference=False)] == expected


def test_no_more_reasons_than_can_be_read_and_none_twice() -> None:
    words = ("Leaders", "countries", "met", "Paris", "Thursday", "president", "said")
    many = [difference("name", word, "summit") for word in words for _ in range(2)]
    reasons = usable_reasons(A, B, many, is_difference=True)
    assert len(set(reasons)) == len(reasons) == MOST_REASONS


def test_a_reason_outside_its_claim_is_none() -> None:
    outside = Finding(Reason(Aspect.TIME, Span(0, 3), Span(0, 3), "", is_difference=True), 1.0)
    assert usable_reasons(A, B, [outside], is_difference=True) == ()


@pytest.mark.parametrize(
    ("match", "conflict", "findings", "kind"),
    [
        (0.9, 0.6, [NUMBERS, PARIS], RelationKind.CONFLICT),
        (0.9, 0.4, [NUMBERS, PARIS], RelationKind.MATCH),
        (0.9, 0.6, [PARIS], RelationKind.MATCH),  # nothing that differs can be shown
        (0.6, 0.4, [NUMBERS, PARIS], None),
        (0.6, 0.6, [PARIS], None),
        (0.9, 0.4, [NUMBERS], None),  # nothing that agrees can be shown
    ],
)
def test_a_pair_becomes_a_relation(
    match: float, conflict: float, findings: list[Finding], kind: RelationKind | None
) -> None:
    evidence = Evidence((0,), (1,), (tuple(findings),), np.zeros((1, len(EVIDENCE)), dtype=np.float32))
    relations = choose([A, B], evidence, np.array([match]), np.array([conflict]), Showing(LEAST))
    assert [relation.kind for relation in relations] == ([kind] if kind else [])
    for relation in relations:
        assert (relation.a, relation.b) == (A.id, B.id)
        assert relation.score == (conflict if kind is RelationKind.CONFLICT else match)


BOTH = frozenset((A.id, B.id))


@pytest.mark.parametrize(
    ("match", "conflict", "findings", "kept", "kind"),
    [
        (0.1, 0.1, [NUMBERS, PARIS], {}, None),
        (0.1, 0.1, [NUMBERS, PARIS], {BOTH: RelationKind.CONFLICT}, RelationKind.CONFLICT),
        (0.1, 0.1, [NUMBERS, PARIS], {BOTH: RelationKind.MATCH}, RelationKind.MATCH),
        (0.9, 0.1, [NUMBERS, PARIS], {BOTH: RelationKind.CONFLICT}, RelationKind.CONFLICT),  # not what it is else
        (0.1, 0.9, [NUMBERS, PARIS], {BOTH: RelationKind.MATCH}, RelationKind.MATCH),
        (0.9, 0.1, [NUMBERS, PARIS], {BOTH: None}, RelationKind.MATCH),
        (0.1, 0.2, [NUMBERS, PARIS], {BOTH: None}, RelationKind.CONFLICT),  # the likelier
        (0.1, 0.1, [PARIS], {BOTH: RelationKind.CONFLICT}, RelationKind.MATCH),  # nothing that differs can be shown
        (0.1, 0.1, [], {BOTH: RelationKind.CONFLICT}, None),  # nothing at all can
        (0.1, 0.1, [NUMBERS, PARIS], {frozenset((A.id, ClaimId("other"))): RelationKind.CONFLICT}, None),
    ],
)
def test_what_a_person_has_dealt_with_is_shown_however_unlikely(
    match: float, conflict: float, findings: list[Finding], kept: KeptPairs, kind: RelationKind | None
) -> None:
    evidence = Evidence((0,), (1,), (tuple(findings),), np.zeros((1, len(EVIDENCE)), dtype=np.float32))
    relations = choose([A, B], evidence, np.array([match]), np.array([conflict]), Showing(LEAST, kept))
    assert [relation.kind for relation in relations] == ([kind] if kind else [])


def test_passages_are_the_claims_that_are_cut_there_now() -> None:
    shorter = Span(0, len(OURS) - 20)
    kept = [Kept((A.source, shorter), (B.source, B.span), RelationKind.CONFLICT)]
    assert pairs_kept(kept, [A, B]) == {BOTH: RelationKind.CONFLICT}
    assert pairs_kept([*kept, Kept((B.source, B.span), (A.source, A.span))], [A, B]) == {BOTH: None}
    assert pairs_kept([Kept((A.source, Span(0, 7)), (B.source, B.span))], [A, B]) == {}
    assert pairs_kept([Kept((SourceId("gone"), A.span), (B.source, B.span))], [A, B]) == {}


def test_evidence_can_be_decided_in_parts() -> None:
    rows = np.random.default_rng(1).random((10, len(EVIDENCE))).astype(np.float32)
    evidence = Evidence(tuple(range(10)), tuple(range(10, 20)), ((PARIS,),) * 10, rows)
    parts = list(evidence.parts(4))
    assert [len(part.first) for part in parts] == [4, 4, 2]
    assert sum((part.second for part in parts), ()) == evidence.second
    assert np.array_equal(np.concatenate([suspicion(part) for part in parts]), suspicion(evidence))
