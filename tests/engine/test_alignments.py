"""Which pairs of claims are looked at, and that it makes no difference in how many blocks that is found out."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from counterpoint.engine import alignments
from counterpoint.engine.alignments import FEATURES, MOST_OF_A_CLAIM, Pairs, align
from counterpoint.engine.comparison import claims_of, read_all
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.sources import Source
from counterpoint.readers.files import read_file
from counterpoint.resources import seeds
from tests.engine.accounts import ACCOUNTS, SENTENCES, account, sources


def aligned(accounts: Sequence[Source], knowledge: Knowledge) -> tuple[Pairs, list[int]]:
    """The pairs, and the number of each claim's account."""
    claims, sides, numbers, headlines = claims_of(read_all(accounts, knowledge.lexicon))
    return align(sides, numbers, headlines, knowledge.encoder([claim.text for claim in claims])), numbers


def feature(pairs: Pairs, name: str) -> list[float]:
    return pairs.features[:, FEATURES.index(name)].tolist()


@settings(max_examples=25)
@given(ACCOUNTS)
def test_pairs_are_of_two_accounts_in_order_and_each_once(knowledge: Knowledge, accounts: list[Source]) -> None:
    pairs, numbers = aligned(accounts, knowledge)
    found = list(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))
    assert found == sorted(set(found))
    assert all(numbers[a] < numbers[b] for a, b in found)
    assert pairs.features.shape == (len(found), len(FEATURES))
    assert np.isfinite(pairs.features).all()


@pytest.mark.parametrize("cells", [1, 40, 1000, 4000])
def test_the_size_of_the_blocks_changes_nothing(
    knowledge: Knowledge, cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = [read_file(path) for path in seeds()]
    whole, _ = aligned(accounts, knowledge)
    monkeypatch.setattr(alignments, "_CELLS", cells)
    parts, _ = aligned(accounts, knowledge)
    assert np.array_equal(parts.first, whole.first)
    assert np.array_equal(parts.second, whole.second)
    assert np.allclose(parts.features, whole.features, atol=1e-5)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(ACCOUNTS)
def test_small_accounts_fall_into_blocks_as_large_ones_do(knowledge: Knowledge, accounts: list[Source]) -> None:
    whole, _ = aligned(accounts, knowledge)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignments, "_CELLS", 1)
        parts, _ = aligned(accounts, knowledge)
    assert np.array_equal(parts.first, whole.first)
    assert np.allclose(parts.features, whole.features, atol=1e-5)


def test_an_account_that_repeats_itself_fills_nobodys_list(knowledge: Knowledge) -> None:
    again = f"{SENTENCES[0]}\n{SENTENCES[1]}\n" * (MOST_OF_A_CLAIM + 50)
    pairs, _ = aligned([account(0, again), account(1, f"{SENTENCES[0]}\n{SENTENCES[2]}\n")], knowledge)
    counts = Counter([*pairs.first.tolist(), *pairs.second.tolist()])
    assert max(counts.values()) == MOST_OF_A_CLAIM


def test_the_nearest_claim_ranks_first_and_leads(knowledge: Knowledge) -> None:
    texts = ["\n".join(SENTENCES[:6]), "\n".join(SENTENCES[:6])]
    pairs, _ = aligned(sources(texts), knowledge)
    for name in ("centred", "words"):
        same = [i for i, cosine in enumerate(feature(pairs, "words_cosine")) if cosine > 0.999]
        assert len(same) == 6
        assert {feature(pairs, f"{name}_rank_high")[i] for i in same} == {0.0}
        assert min(feature(pairs, f"{name}_lead_low")[i] for i in same) > 0
    assert sum(feature(pairs, "headlines")) >= 0


def test_no_claims_give_no_pairs(knowledge: Knowledge) -> None:
    pairs, _ = aligned([account(0, ""), account(1, "")], knowledge)
    assert len(pairs.first) == len(pairs.second) == len(pairs.features) == 0
