"""What holds of every comparison, whatever the accounts."""

import itertools
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterpoint.engine.accounts import Comparison
from counterpoint.engine.comparison import compare
from counterpoint.engine.facts import COPIED_WORDS, FactState
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.levels import DEFAULT, Choice, Kept, level_numbered
from counterpoint.engine.memories import Memory
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.readers.files import read_file
from counterpoint.resources import seeds
from tests.engine.accounts import ACCOUNTS, SENTENCES, account, sources

STAGES = ("reading", "vectors", "pairs", "relations", "facts")

few = settings(max_examples=25)


class Stop(Exception):
    """What a person's wish to cancel is in these tests."""


class Watcher:
    """Keeps what it is told, and cancels the work at its last word."""

    def __init__(self, last: int = -1) -> None:
        self.told: list[tuple[str, int, int]] = []
        self._last = last

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.told.append((stage, done, total))
        if len(self.told) == self._last:
            raise Stop(stage)


def spans(comparison: Comparison) -> list[tuple[Span, str]]:
    """Every span in it, with the words that it lies in."""
    texts = {account.source.id: account.source.text for account in comparison.accounts}
    claims = {claim.id: claim for account in comparison.accounts for claim in account.claims}
    found = [(claim.span, texts[claim.source]) for claim in claims.values()]
    found += [(noise.span, account.source.text) for account in comparison.accounts for noise in account.noise]
    for claim in claims.values():
        found += [(detail.span, texts[claim.source]) for detail in claim.details]
    return found


@few
@given(ACCOUNTS)
@example([account(0, ""), account(1, "\n"), account(2, "84 people were killed")])
def test_every_span_lies_in_its_text_and_every_reason_in_its_claim(
    knowledge: Knowledge, accounts: Sequence[Source]
) -> None:
    comparison = compare(accounts, knowledge)
    assert all(span.end <= len(text) for span, text in spans(comparison))
    claims = {claim.id: claim for account in comparison.accounts for claim in account.claims}
    for claim in claims.values():
        assert claim.text
        assert all(claim.span.contains(detail.span) for detail in claim.details)
    for relation in comparison.relations:
        a, b = claims[relation.a], claims[relation.b]
        assert a.source != b.source
        assert relation.reasons
        for reason in relation.reasons:
            assert a.span.contains(reason.a)
            assert b.span.contains(reason.b)
            assert reason.is_difference is (relation.kind is RelationKind.CONFLICT)


@few
@given(ACCOUNTS)
def test_every_claim_is_in_one_fact_and_every_pair_in_one_relation(
    knowledge: Knowledge, accounts: Sequence[Source]
) -> None:
    comparison = compare(accounts, knowledge)
    claims = [claim.id for account in comparison.accounts for claim in account.claims]
    assert sorted(claim for fact in comparison.facts for claim in fact.claims) == sorted(claims)
    assert len({frozenset((r.a, r.b)) for r in comparison.relations}) == len(comparison.relations)
    assert all(fact.voices >= 1 for fact in comparison.facts)


@few
@given(ACCOUNTS, st.randoms(use_true_random=False))
def test_the_order_of_the_sources_changes_nothing(knowledge: Knowledge, accounts: list[Source], chance: Random) -> None:
    there = compare(accounts, knowledge)
    chance.shuffle(accounts)
    assert compare(accounts, knowledge) == there


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.stem)
def test_an_account_and_its_copy_agree_on_everything(knowledge: Knowledge, path: Path) -> None:
    source = read_file(path)
    copy = Source(SourceId("copy"), source.text)
    comparison = compare([source, copy], knowledge)
    assert [r for r in comparison.relations if r.kind is RelationKind.CONFLICT] == []
    assert {fact.state for fact in comparison.facts} <= {FactState.CONSENSUS, FactState.SINGLE}
    long = {
        claim.id for one in comparison.accounts for claim in one.claims if len(claim.text.split()) >= 2 * COPIED_WORDS
    }
    assert {fact.voices for fact in comparison.facts if long.issuperset(fact.claims)} == {1}


@few
@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_a_sentence_and_its_copy_are_no_conflict(knowledge: Knowledge, sentence: str, other: str) -> None:
    comparison = compare([account(0, sentence), account(1, f"{other}\n{sentence}")], knowledge)
    of = {claim.id: claim.text for one in comparison.accounts for claim in one.claims}
    assert not [r for r in comparison.relations if of[r.a] == of[r.b] and r.kind is RelationKind.CONFLICT]


def test_a_draft_is_no_voice(knowledge: Knowledge) -> None:
    words = "The driver of the truck was shot dead by police in Nice on Thursday night."
    draft = Source(SourceId("draft"), words, role=Role.DRAFT)
    (fact,) = compare([account(0, words), draft], knowledge).facts
    assert (len(fact.claims), fact.voices) == (2, 1)


def test_two_sources_of_one_id_are_a_mistake(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="two sources share an id"):
        compare([account(0, "One."), account(0, "Two.")], knowledge)


@pytest.mark.parametrize("texts", [[], [""], ["The mayor spoke."]])
def test_fewer_than_two_accounts_have_no_relations(knowledge: Knowledge, texts: list[str]) -> None:
    comparison = compare(sources(texts), knowledge)
    assert comparison.relations == ()
    assert len(comparison.accounts) == len(texts)
    assert not comparison.shares_little


def test_accounts_of_other_things_are_said_to_share_little(knowledge: Knowledge) -> None:
    texts = ["The mayor of Nice laid a wreath on Friday.", "Scientists found water beneath the ice of a distant moon."]
    assert compare(sources(texts), knowledge).shares_little


# --- going on from an earlier comparison


@few
@given(ACCOUNTS, ACCOUNTS, st.text(max_size=40))
def test_a_comparison_that_goes_on_from_an_earlier_one_finds_what_a_fresh_one_finds(
    knowledge: Knowledge, before: list[Source], after: list[Source], words: str
) -> None:
    memory = Memory()
    edited = [account(0, canonical_text(f"{source.text}\n{words}").text) for source in before[:1]] + before[1:]
    for now in (before, [*before, *after[len(before) :]], edited, before[1:], after):
        assert compare(now, knowledge, memory=memory) == compare(now, knowledge)


def test_only_what_is_new_is_read(knowledge: Knowledge) -> None:
    memory = Memory()
    first, second, third = sources(SENTENCES[:3])
    compare([first, second], knowledge, memory=memory)
    known = memory.read(first, knowledge.lexicon)
    compare([first, third], knowledge, memory=memory)
    assert memory.read(first, knowledge.lexicon) is known
    forgotten = memory.read(second, knowledge.lexicon)
    compare([first, third], knowledge, memory=memory)
    assert memory.read(second, knowledge.lexicon) is not forgotten


# --- levels


def pairs(comparison: Comparison) -> set[frozenset[str]]:
    return {frozenset((relation.a, relation.b)) for relation in comparison.relations}


@few
@given(ACCOUNTS)
@example([read_file(path) for path in seeds()])
def test_each_level_shows_what_the_one_below_it_shows_and_perhaps_more(
    knowledge: Knowledge, accounts: list[Source]
) -> None:
    memory = Memory()
    at = [compare(accounts, knowledge, memory=memory, choice=Choice(number)) for number in range(1, 6)]
    for comparison, number in zip(at, range(1, 6), strict=True):
        assert comparison.level == level_numbered(knowledge.rankers.levels, number)
        assert all(comparison.level.shows(r) for r in comparison.relations if comparison.level)
        assert comparison == compare(accounts, knowledge, choice=Choice(number))
        assert comparison.shares_little == at[2].shares_little or number > DEFAULT
    assert compare(accounts, knowledge) == at[DEFAULT - 1]
    for fewer, more in itertools.pairwise(at):
        assert pairs(fewer) <= pairs(more)


def test_the_sample_has_more_findings_at_a_higher_level(knowledge: Knowledge) -> None:
    accounts, memory = [read_file(path) for path in seeds()], Memory()
    counts = [len(compare(accounts, knowledge, memory=memory, choice=Choice(n)).relations) for n in range(1, 6)]
    assert sorted(set(counts)) == counts


def test_a_pair_that_a_person_has_dealt_with_is_shown_at_every_level(knowledge: Knowledge) -> None:
    accounts, memory = [read_file(path) for path in seeds()], Memory()
    most = compare(accounts, knowledge, memory=memory, choice=Choice(5))
    claims = {claim.id: claim for one in most.accounts for claim in one.claims}
    kept = tuple(
        Kept((claims[r.a].source, claims[r.a].span), (claims[r.b].source, claims[r.b].span), r.kind)
        for r in most.relations
    )
    fewest = compare(accounts, knowledge, memory=memory, choice=Choice(1, kept))
    assert [(r.id, r.kind, r.score) for r in fewest.relations] == [(r.id, r.kind, r.score) for r in most.relations]
    assert not all(fewest.level.shows(relation) for relation in fewest.relations if fewest.level)


def test_there_is_no_other_level(knowledge: Knowledge) -> None:
    for number in (0, 6):
        with pytest.raises(ValueError, match="not a level"):
            compare([], knowledge, choice=Choice(number))


# --- progress and cancelling


def test_progress_rises_in_every_stage_and_ends_at_its_total(knowledge: Knowledge) -> None:
    watcher = Watcher()
    compare([read_file(path) for path in seeds()], knowledge, watcher)
    told = watcher.told
    assert tuple(dict.fromkeys(stage for stage, _, _ in told)) == STAGES
    for stage in STAGES:
        steps = [(done, total) for own, done, total in told if own == stage]
        assert steps == sorted(set(steps))
        assert {total for _, total in steps} == {steps[-1][0]}
    assert [stage for stage, _, _ in told] == sorted((stage for stage, _, _ in told), key=STAGES.index)


def test_work_is_cancelled_at_whatever_point_and_what_was_done_is_kept(knowledge: Knowledge) -> None:
    accounts = [read_file(path) for path in seeds()]
    watcher, memory = Watcher(), Memory()
    whole = compare(accounts, knowledge, watcher)
    for last in range(1, len(watcher.told) + 1, 4):
        stopped = Watcher(last)
        with pytest.raises(Stop):
            compare(accounts, knowledge, stopped, memory)
        assert stopped.told == watcher.told[:last]
    assert compare(accounts, knowledge, memory=memory) == whole
