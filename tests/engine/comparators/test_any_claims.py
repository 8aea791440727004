"""What holds of every comparator of words, whatever the claims are."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.comparators.causes import compare_causes
from counterpoint.engine.comparators.certainties import compare_certainties
from counterpoint.engine.comparators.opposites import compare_opposites
from counterpoint.engine.comparators.polarities import compare_polarities
from counterpoint.engine.comparators.scopes import compare_scopes
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.wordings import compare_wordings
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import read_pair

Comparator = Callable[[Side, Side, Lexicon], tuple[Finding, ...]]

COMPARATORS = (
    compare_causes, compare_certainties, compare_opposites, compare_polarities, compare_scopes, compare_wordings,
)  # fmt: skip
WORDS = (
    "the police man gun was not loaded unloaded no one injured two killed survived died agreed to send troops 26 may"
    " countries possible fire caused explosion because of after before all half rather than condition unknown stable"
    " , . “ ” said he"
).split()
CLAIMS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=18).map(" ".join), st.text(max_size=50))
ACCOUNTS = [
    "26 countries pledged various forms of support rather than troops, because all of them feared an attack.",
    "No one was injured when the unloaded gun fell, but two people may have died after the fire caused an explosion.",
    "The suspect, whose condition is unknown, survived and was not charged before the jury acquitted half of the men.",
    "Trump confirmed that he will not deny the possible deal, which France approved and Poland is considering.",
]


@pytest.mark.parametrize("compare", COMPARATORS)
@given(a=CLAIMS, b=CLAIMS)
def test_findings_point_into_their_claims(lexicon: Lexicon, compare: Comparator, a: str, b: str) -> None:
    ours, theirs = read_pair(a, b, lexicon)
    for finding in compare(ours, theirs, lexicon):
        reason = finding.reason
        assert ours.span.contains(reason.a)
        assert theirs.span.contains(reason.b)
        assert reason.explanation
        if reason.is_difference:
            assert reason.a.of(a).casefold() != reason.b.of(b).casefold()


@pytest.mark.parametrize("compare", COMPARATORS)
@given(text=CLAIMS)
def test_a_claim_never_differs_from_itself(lexicon: Lexicon, compare: Comparator, text: str) -> None:
    assert not [f for f in compare(*read_pair(text, text, lexicon), lexicon) if f.reason.is_difference]


@pytest.mark.parametrize("compare", COMPARATORS)
@pytest.mark.parametrize("text", ACCOUNTS)
def test_a_sentence_never_differs_from_itself(lexicon: Lexicon, compare: Comparator, text: str) -> None:
    assert not [f for f in compare(*read_pair(text, text, lexicon), lexicon) if f.reason.is_difference]


@pytest.mark.parametrize("compare", COMPARATORS)
@given(a=CLAIMS, b=CLAIMS)
def test_the_order_of_the_claims_only_turns_the_findings(lexicon: Lexicon, compare: Comparator, a: str, b: str) -> None:
    ours, theirs = read_pair(a, b, lexicon)
    there = {(f.reason.a, f.reason.b) for f in compare(ours, theirs, lexicon) if f.reason.is_difference}
    back = {(f.reason.b, f.reason.a) for f in compare(theirs, ours, lexicon) if f.reason.is_difference}
    assert there == back
