"""Two sentences alone: what they are to one another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.pairs import PAIR_EVIDENCE, measure_pair, relate_pairs
from counterpoint.engine.relations import RelationKind
from tests.engine.accounts import SENTENCES, TEXTS

PAIRS = [
    ("84 people were killed in Nice.", "91 people were killed in Nice.", RelationKind.CONFLICT),
    ("The driver was shot dead by police.", "Police shot the driver dead.", RelationKind.MATCH),
    ("A bird flew into the cockpit.", "The summit took place in Paris.", None),
    ("", "The summit took place in Paris.", None),
    ("", "", None),
]


@pytest.mark.parametrize(("premise", "hypothesis", "kind"), PAIRS)
def test_a_pair_is_judged(knowledge: Knowledge, premise: str, hypothesis: str, kind: RelationKind | None) -> None:
    (judgement,) = relate_pairs([(premise, hypothesis)], knowledge)
    assert judgement.kind is kind
    assert bool(judgement.reasons) is (kind is not None)


def test_each_pair_is_judged_as_if_it_were_alone(knowledge: Knowledge) -> None:
    pairs = [(premise, hypothesis) for premise, hypothesis, _ in PAIRS] * 60  # more than go together
    alone = [next(relate_pairs([pair], knowledge)) for pair in pairs[: len(PAIRS)]]
    assert list(relate_pairs(pairs, knowledge)) == alone * 60


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_reasons_lie_in_their_sentences(knowledge: Knowledge, premise: str, hypothesis: str) -> None:
    (judgement,) = relate_pairs([(premise, hypothesis)], knowledge)
    assert 0 <= judgement.p_match <= 1
    assert 0 <= judgement.p_conflict <= 1
    for reason in judgement.reasons:
        assert 0 <= reason.a.start < reason.a.end <= len(premise)
        assert 0 <= reason.b.start < reason.b.end <= len(hypothesis)


@given(st.sampled_from(SENTENCES))
def test_a_sentence_and_itself_are_no_conflict(knowledge: Knowledge, sentence: str) -> None:
    (judgement,) = relate_pairs([(sentence, sentence)], knowledge)
    assert judgement.kind is not RelationKind.CONFLICT


def test_what_is_measured_has_its_names(knowledge: Knowledge) -> None:
    vectors = knowledge.encoder(SENTENCES[:2])
    row, findings, a, b = measure_pair(SENTENCES[0], SENTENCES[1], vectors, knowledge.lexicon)
    measured = dict(zip(PAIR_EVIDENCE, row.tolist(), strict=True))
    assert measured["cosine"] == pytest.approx(float(vectors[0] @ vectors[1]), abs=1e-5)
    assert measured["words"] > 0
    strongest = max((f.strength for f in findings if f.reason.is_difference), default=0.0)
    assert measured["strongest_difference"] == pytest.approx(strongest)
    assert (a.text, b.text) == (SENTENCES[0], SENTENCES[1])
