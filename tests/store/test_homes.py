"""What an annotation belongs to after another analysis: the same thing, or nothing; never a guess."""

from dataclasses import replace

import pytest

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparison import Comparison
from counterpoint.engine.facts import FactId
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Source
from counterpoint.store.annotations import Ruling, SubjectKind, anchored, subject
from counterpoint.store.homes import Home, Homes
from tests.store.made import comparison, source, verdict

ALL = (source(0), source(1), source(2))
FOUND = comparison(*ALL)
HOMES = Homes(ALL, FOUND)
CLAIM = FOUND.accounts[0].claims[0]
AT_CLAIM = Home(SubjectKind.PASSAGE, f"{CLAIM.source}:{CLAIM.span.start}-{CLAIM.span.end}")  # the passage
CONFLICT = FOUND.relations[0]
FACT = next(fact for fact in FOUND.facts if len(fact.claims) > 2)


def cut(claim: Claim, start: int, end: int) -> Comparison:
    """The findings, had the claim been cut elsewhere, with all that depends on it."""
    account = next(each for each in FOUND.accounts if each.source.id == claim.source)
    span = Span(start, end)
    name = ClaimId(f"{claim.source}:{start}-{end}")
    new = replace(claim, id=name, span=span, text=span.of(account.source.text))
    swapped = tuple(new if each == claim else each for each in account.claims)
    return replace(
        FOUND,
        accounts=tuple(replace(a, claims=swapped) if a == account else a for a in FOUND.accounts),
        relations=tuple(replace(r, a=name) if r.a == claim.id else r for r in FOUND.relations),
        facts=tuple(replace(f, claims=tuple(name if c == claim.id else c for c in f.claims)) for f in FOUND.facts),
    )


@pytest.mark.parametrize("target", [CLAIM, CONFLICT, FACT, source(1), HOMES.passage(source(0).id, Span(3, 9))])
def test_each_thing_is_at_home_where_it_is(target: Claim | Source) -> None:
    found = HOMES.home_of(HOMES.subject_of(target))
    assert found is not None
    assert found == HOMES.home_of_target(target)


def test_a_subject_is_the_same_from_either_side() -> None:
    turned = replace(CONFLICT, a=CONFLICT.b, b=CONFLICT.a)
    assert HOMES.subject_of(turned) == HOMES.subject_of(CONFLICT)
    assert HOMES.subject_of(turned).key == HOMES.subject_of(CONFLICT).key


def test_subjects_differ_by_kind_place_and_words() -> None:
    anchor = HOMES.subject_of(CLAIM).anchors[0]
    kinds = [subject(kind, [anchor]) for kind in SubjectKind]
    moved = [
        subject(SubjectKind.CLAIM, [replace(anchor, **change)])
        for change in ({"exact": "x"}, {"span": Span(0, 5)}, {"source": "s9"})
    ]
    assert len({each.key for each in (*kinds, *moved)}) == len(kinds) + len(moved)
    assert subject(SubjectKind.CLAIM, [replace(anchor, prefix="")]).key == kinds[1].key


@pytest.mark.parametrize("anchors", [[], [1, 0], [0, 0]])
def test_a_subject_has_its_anchors_in_order(anchors: list[int]) -> None:
    two = HOMES.subject_of(CONFLICT).anchors
    with pytest.raises(ValueError, match="anchors"):
        type(HOMES.subject_of(CONFLICT))(SubjectKind.RELATION, tuple(two[i] for i in anchors))


def test_a_passage_lies_in_its_text() -> None:
    with pytest.raises(ValueError, match="leaves the text"):
        anchored(source(0), Span(0, 10_000))


@pytest.mark.parametrize(
    ("start", "end"), [(CLAIM.span.start, CLAIM.span.end - 11), (CLAIM.span.start - 8, CLAIM.span.end)]
)
def test_a_claim_cut_a_little_elsewhere_keeps_its_annotations(start: int, end: int) -> None:
    after = Homes(ALL, cut(CLAIM, start, end))
    name = f"{CLAIM.source}:{start}-{end}"
    assert after.home_of(HOMES.subject_of(CLAIM)) == Home(SubjectKind.CLAIM, name)
    assert after.home_of(HOMES.subject_of(FACT)) == Home(SubjectKind.FACT, FACT.id)
    found = after.relation_of(verdict(HOMES.subject_of(CONFLICT), Ruling.REJECTED))
    assert found is not None
    assert found.a == name


@pytest.mark.parametrize(
    ("start", "end"), [(CLAIM.span.start, CLAIM.span.start + 12), (CLAIM.span.start + 5, CLAIM.span.end + 12)]
)
def test_a_claim_that_is_another_one_does_not_take_over(start: int, end: int) -> None:
    after = Homes(ALL, cut(CLAIM, start, end))
    on_claim = HOMES.subject_of(CLAIM)
    assert after.home_of(on_claim) == AT_CLAIM
    assert after.home_of(HOMES.subject_of(CONFLICT)) is None
    assert after.relation_of(verdict(HOMES.subject_of(CONFLICT), Ruling.REJECTED)) is None


def test_a_verdict_on_a_conflict_is_none_on_a_match() -> None:
    swapped = tuple(replace(r, kind=RelationKind.MATCH) if r == CONFLICT else r for r in FOUND.relations)
    after = Homes(ALL, replace(FOUND, relations=swapped))
    on_it = HOMES.subject_of(CONFLICT)
    assert after.relation_of(verdict(on_it, Ruling.CONFIRMED)) is None
    assert after.relation_of(verdict(on_it, Ruling.CONFIRMED, is_conflict=False)) == swapped[0]
    assert after.home_of(on_it) == Home(SubjectKind.RELATION, CONFLICT.id)


def test_a_fact_is_the_one_that_holds_most_of_its_claims() -> None:
    first, *rest = FACT.claims
    split = tuple(
        part
        for fact in FOUND.facts
        for part in (
            (replace(fact, id=FactId("first"), claims=(first,)), replace(fact, id=FactId("rest"), claims=tuple(rest)))
            if fact == FACT
            else (fact,)
        )
    )
    after = Homes(ALL, replace(FOUND, facts=split))
    assert after.home_of(HOMES.subject_of(FACT)) == Home(SubjectKind.FACT, "rest")


def test_a_fact_that_has_fallen_apart_is_lost() -> None:
    apart = tuple(replace(fact, id=FactId(claim), claims=(claim,)) for fact in FOUND.facts for claim in fact.claims)
    assert Homes(ALL, replace(FOUND, facts=apart)).home_of(HOMES.subject_of(FACT)) is None


def test_nothing_is_at_home_in_a_source_that_is_gone_or_has_other_words() -> None:
    other = Homes(
        (replace(source(0), text="All is new here, and long enough to hold every span. " * 3), *ALL[1:]), None
    )
    gone = Homes(ALL[1:], None)
    for target in (CLAIM, CONFLICT, FACT, HOMES.passage(source(0).id, Span(3, 9))):
        assert other.home_of(HOMES.subject_of(target)) is None
        assert gone.home_of(HOMES.subject_of(target)) is None
    assert gone.home_of(HOMES.subject_of(source(0))) is None


def test_before_an_analysis_passages_and_sources_are_at_home() -> None:
    before = Homes(ALL, None)
    on_claim = HOMES.subject_of(CLAIM)
    assert before.home_of(on_claim) == AT_CLAIM
    assert before.home_of(before.subject_of(source(0))) == Home(SubjectKind.SOURCE, "s0")
