"""What holds of every comparator, whatever the claims are."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.comparators.attributions import compare_attributions
from counterpoint.engine.comparators.kinds import compare_kinds
from counterpoint.engine.comparators.names import compare_names
from counterpoint.engine.comparators.places import compare_places
from counterpoint.engine.comparators.quantities import compare_quantities
from counterpoint.engine.comparators.quotations import compare_quotations
from counterpoint.engine.comparators.roles import compare_roles
from counterpoint.engine.comparators.sides import Finding
from counterpoint.engine.comparators.times import compare_times
from counterpoint.engine.findings import COMPARATORS
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import Comparator, differences, read_sides

#: What a comparator looks for, where that is more than words; few, so that two claims often have one in common.
PIECES: dict[Comparator, Sequence[str]] = {
    compare_attributions: [
        "“", "”", "Macron", "said", "according to", "police", "witnesses", "the mill burned", "26 countries", "that",
    ],
    compare_kinds: ["rifle", "handgun", "truck", "shot", "the guard", "fled"],
    compare_names: ["Macron", "President", "shot", "the guard", "of", "Nice", "French", "Ana Ruiz"],
    compare_places: [
        "12 Oak Street", "5000 block of Mill Road", "outside", "inside", "the house", "was shot", "in the leg",
        "south Harrow",
    ],
    compare_quantities: """12 10 two three dozens of 26 countries nations people men women killed injured $3 million
        40% about more than up to including , and . 13-year-old boy aged 31 Maria Lund rose first second 3-2 won no one
        km""".split(),
    compare_quotations: ["“", "”", "'", '"', "never", "give up", "this fight", "not", "we will"],
    compare_roles: ["Macron", "former", "president", "his", "ex-", "wife", "of", "Nice", "shot", "Ana Ruiz"],
    compare_times: """Friday Saturday night early July 14 16 2016 at 10:30 p.m. 11 a.m. ET noon in the morning evening
        last week yesterday raid began ended said was shot after just about for three hours two years , and . 1911
        """.split(),
}  # fmt: skip
WORDS = (
    "the police man gun was not loaded unloaded no one injured two killed survived died agreed to send troops 26 may"
    " countries possible fire caused explosion because of after before all half rather than condition unknown stable"
    " , . “ ” said he"
).split()
ACCOUNTS = [
    "26 countries pledged various forms of support rather than troops, because all of them feared an attack.",
    "No one was injured when the unloaded gun fell, but two people may have died after the fire caused an explosion.",
    "The suspect, whose condition is unknown, survived and was not charged before the jury acquitted half of the men.",
    "Trump confirmed that he will not deny the possible deal, which France approved and Poland is considering.",
]


def _claims(pieces: Sequence[str]) -> st.SearchStrategy[str]:
    """Claims of these pieces alone, and of these with any characters between them."""
    characters = st.sampled_from([*"“”'’\".,- "]) | st.text(max_size=3)
    spaced = st.sampled_from([f"{piece} " for piece in pieces])
    alone = st.lists(st.sampled_from(pieces), max_size=18).map(" ".join)
    return alone | st.lists(spaced | characters, max_size=25).map("".join)


CLAIMS: dict[Comparator, st.SearchStrategy[str]] = {
    compare: _claims(PIECES.get(compare, WORDS)) for compare in COMPARATORS
}
every_comparator = pytest.mark.parametrize("compare", COMPARATORS)


@every_comparator
@given(data=st.data())
def test_findings_point_into_their_claims(lexicon: Lexicon, compare: Comparator, data: st.DataObject) -> None:
    ours, theirs = read_sides(data.draw(CLAIMS[compare]), data.draw(CLAIMS[compare]), lexicon)
    for finding in compare(ours, theirs, lexicon):
        reason = finding.reason
        assert ours.span.contains(reason.a)
        assert theirs.span.contains(reason.b)
        assert len(reason.a) > 0
        assert len(reason.b) > 0
        assert reason.explanation
        if reason.is_difference:
            assert reason.a.of(ours.text).casefold() != reason.b.of(theirs.text).casefold()


@every_comparator
@given(data=st.data())
def test_a_claim_never_differs_from_itself(lexicon: Lexicon, compare: Comparator, data: st.DataObject) -> None:
    text = data.draw(CLAIMS[compare])
    assert not differences(compare, text, text, lexicon)


@every_comparator
@pytest.mark.parametrize("text", ACCOUNTS)
def test_a_sentence_never_differs_from_itself(lexicon: Lexicon, compare: Comparator, text: str) -> None:
    assert not differences(compare, text, text, lexicon)


@every_comparator
@given(data=st.data())
def test_the_order_of_the_claims_only_turns_the_findings(
    lexicon: Lexicon, compare: Comparator, data: st.DataObject
) -> None:
    ours, theirs = read_sides(data.draw(CLAIMS[compare]), data.draw(CLAIMS[compare]), lexicon)
    there, back = compare(ours, theirs, lexicon), compare(theirs, ours, lexicon)
    assert sorted((f.reason.a, f.reason.b) for f in there if _turns(compare, f)) == sorted(
        (f.reason.b, f.reason.a) for f in back if _turns(compare, f)
    )


def _turns(compare: Comparator, found: Finding) -> bool:
    """All but the agreements on roles: each of the first claim's is told, with the first like it of the second's."""
    return found.reason.is_difference or compare is not compare_roles
