"""Facts: which claims are joined, what the sources together make of it, how many voices tell it."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.facts import Fact, count_voices, find_facts
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation, RelationId, RelationKind
from counterpoint.engine.sources import SourceId

MATCH, CONFLICT = RelationKind.MATCH, RelationKind.CONFLICT
AGENCY = "The driver of the truck was shot dead by police officers on the promenade in Nice"
OTHER = "Officers opened fire and killed the man at the wheel before he could go any further"


def claim(name: str, text: str = "") -> Claim:
    """A claim "a1" is the first of source "a"."""
    return Claim(ClaimId(name), SourceId(name[0]), Span(0, len(text)), text)


def relation(pair: str, kind: RelationKind = MATCH, score: float = 0.9) -> Relation:
    a, b = pair.split()
    return Relation(RelationId(f"{a}/{b}"), ClaimId(a), ClaimId(b), kind, score, ())


def facts(claims: str, *relations: Relation, drafts: str = "") -> list[tuple[str, str, int]]:
    found: tuple[Fact, ...] = find_facts(
        [claim(name) for name in claims.split()], relations, frozenset(map(SourceId, drafts.split()))
    )
    return [(" ".join(fact.claims), str(fact.state), fact.voices) for fact in found]


@pytest.mark.parametrize(
    ("claims", "relations", "expected"),
    [
        ("a1 a2", [], [("a1", "single", 1), ("a2", "single", 1)]),
        ("a1 b1", [relation("a1 b1")], [("a1 b1", "consensus", 2)]),
        ("a1 b1", [relation("a1 b1", CONFLICT)], [("a1 b1", "disputed", 2)]),
        ("a1 b1 c1", [relation("a1 b1"), relation("b1 c1")], [("a1 b1 c1", "consensus", 3)]),
        # a chain of neighbours is not one thing: with one relation of six, the two pairs stay apart
        (
            "a1 b1 c1 d1",
            [relation("a1 b1"), relation("c1 d1"), relation("b1 c1", score=0.8)],
            [("a1 b1", "consensus", 2), ("c1 d1", "consensus", 2)],
        ),
        # one source's two claims about one thing are one voice
        ("a1 a2 b1", [relation("a1 b1"), relation("a2 b1")], [("a1 a2 b1", "consensus", 2)]),
        # the surest relation joins first
        (
            "a1 b1 c1",
            [relation("a1 b1", score=0.6), relation("b1 c1", CONFLICT, 0.9)],
            [("a1 b1 c1", "disputed", 3)],
        ),
    ],
)
def test_claims_are_joined(claims: str, relations: list[Relation], expected: list[tuple[str, str, int]]) -> None:
    assert facts(claims, *relations) == expected


def test_a_draft_neither_disputes_nor_counts() -> None:
    assert facts("a1 d1", relation("a1 d1", CONFLICT), drafts="d") == [("a1 d1", "single", 1)]
    assert facts("d1", drafts="d") == [("d1", "single", 0)]


@pytest.mark.parametrize(
    ("texts", "voices"),
    [
        ([], 0),
        ([AGENCY], 1),
        ([AGENCY, OTHER], 2),
        ([AGENCY, AGENCY], 1),
        ([AGENCY, f"Reuters: {AGENCY}."], 1),
        ([AGENCY.upper(), AGENCY, OTHER], 2),
        (["The driver was shot dead.", "The driver was shot dead."], 2),  # too short to have been copied
        ([AGENCY, f"{OTHER}. {AGENCY}", OTHER], 1),  # who carries both joins them
        ([AGENCY, f"{' '.join(AGENCY.split()[:9])} {OTHER}"], 2),  # a few words in common are no copy
    ],
)
def test_copies_of_one_agency_are_one_voice(texts: list[str], voices: int) -> None:
    assert count_voices([claim(f"{chr(ord('a') + i)}1", text) for i, text in enumerate(texts)]) == voices


PAIRS = [f"{a} {b}" for a, b in combinations(("a1", "a2", "b1", "b2", "c1", "d1"), 2) if a[0] != b[0]]


@given(st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from([MATCH, CONFLICT])), unique_by=lambda pair: pair[0]))
def test_every_claim_is_in_one_fact_in_order(pairs: list[tuple[str, RelationKind]]) -> None:
    found = facts("a1 a2 b1 b2 c1 d1", *(relation(pair, kind) for pair, kind in pairs))
    names = [name for claims, _, _ in found for name in claims.split()]
    assert sorted(names) == ["a1", "a2", "b1", "b2", "c1", "d1"]
    assert [claims.split()[0] for claims, _, _ in found] == sorted(claims.split()[0] for claims, _, _ in found)
    for claims, state, _ in found:
        own = [kind for pair, kind in pairs if set(pair.split()) <= set(claims.split())]
        assert (state == "disputed") is (CONFLICT in own)
