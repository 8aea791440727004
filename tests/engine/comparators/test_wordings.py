"""The words that two claims share."""

import pytest

from counterpoint.engine.comparators.wordings import compare_wordings
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, read_sides

SHARED = [
    (
        "Security guarantees for Ukraine were the main topic.",
        "The central topic was establishing security guarantees.",
        "Security guarantees",
        "security guarantees",
    ),
    (
        "The envoy Steve Witkoff was in Paris.",
        "Witkoff was present in Paris.",
        "Witkoff was in Paris",
        "Witkoff was present in Paris",
    ),
    (
        "The allies had a call with the president.",
        "Trump himself joined by phone from the call centre.",
        "call",
        "call",
    ),
    ("He said that he fled.", "They said that they stayed.", "said", "said"),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), SHARED)
def test_the_shared_words_are_pointed_at(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert agreements(compare_wordings, a, b, lexicon) == [(ours, theirs)]


def test_claims_without_a_common_word_share_no_wording(lexicon: Lexicon) -> None:
    assert compare_wordings(*read_sides("Snow fell.", "Prices rose.", lexicon), lexicon) == ()
