"""What holds of every comparator, whatever the claims are."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.comparators.attributions import compare_attributions
from counterpoint.engine.comparators.causes import compare_causes
from counterpoint.engine.comparators.certainties import compare_certainties
from counterpoint.engine.comparators.conditions import compare_conditions
from counterpoint.engine.comparators.kinds import compare_kinds
from counterpoint.engine.comparators.names import compare_names
from counterpoint.engine.comparators.opposites import compare_opposites
from counterpoint.engine.comparators.places import compare_places
from counterpoint.engine.comparators.polarities import compare_polarities
from counterpoint.engine.comparators.quantities import compare_quantities
from counterpoint.engine.comparators.quotations import compare_quotations
from counterpoint.engine.comparators.retellings import compare_retellings
from counterpoint.engine.comparators.roles import compare_roles
from counterpoint.engine.comparators.scopes import compare_scopes
from counterpoint.engine.comparators.sides import Finding
from counterpoint.engine.comparators.times import compare_times
from counterpoint.engine.comparators.wordings import compare_wordings
from counterpoint.engine.findings import COMPARATORS
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import Comparator, differences, read_sides

#: What each comparator looks for; few pieces, so that two claims often have some in common and differ in others.
PIECES: dict[Comparator, Sequence[str]] = {
    compare_attributions: [
        "Ana Ruiz said the mill would close in June", "Ben Cole said the mill would close in June", "police said",
        "witnesses said", "according to Macron,", "the mill would close in June, Macron said", "that", "and", ",",
        "“", "”",
    ],
    compare_causes: [
        "the flight was cancelled", "the flight was cancelled because of fog", "due to a strike", "after the raid",
        "before the raid", "a strike caused a shortage", "a shortage caused a strike", "because", "and", ".",
        "he called his wife", "then fled", "after he fled", "was arrested for theft", "died of burns",
    ],
    compare_certainties: [
        "Germany may send tanks", "Germany agreed to send tanks", "Germany sent tanks", "is considering", "allegedly",
        "a possible tornado struck the coast", "a tornado struck the coast", "the number of tanks is unknown", "two",
        "it is unclear how he died", "he died in a fall", "whether one or several gunmen fired", "the gunmen fled",
    ],
    compare_conditions: [
        "Ana Weber", "the boy, 9,", "died", "was in critical condition", "is expected to survive", "escaped injury",
        "condition is unknown", "did not", ".",
    ],
    compare_kinds: ["rifle", "handgun", "truck", "shot", "the guard", "fled"],
    compare_names: ["Macron", "President", "shot", "the guard", "of", "Nice", "French", "Ana Ruiz"],
    compare_opposites: [
        "the driver survived the crash", "the driver died in the crash", "the bank raised interest rates",
        "the bank cut interest rates", "the man is alive", "the man is dead", "is", "not", "and", ".",
        "the minister stepped down", "he was dismissed", "Lund beat Oslo", "Oslo lost to Lund", "on foot", "in a car",
    ],
    compare_places: [
        "the man was shot", "in the leg", "in the head", "at 12 Oak Street", "at 21 Oak Street", "outside the house",
        "inside the house", "in south Harrow", "in north Harrow", "his left knee", "his right knee",
        "the fire began", "in the kitchen",
    ],
    compare_polarities: [
        "the gun", "two people", "no one", "was", "were", "not", "loaded", "unloaded", "injured", "denied", "police",
        "that",
    ],
    compare_quantities: """12 10 two three dozens of 26 countries nations people men women killed injured $3 million
        40% about more than up to including , and . 13-year-old boy aged 31 Maria Lund rose first second 3-2 won no one
        km""".split(),
    compare_quotations: [
        "“We will never give up this fight”", "“We will always give up this fight”", "“never give up this fight”",
        "he said", "“", "”", "'", '"', "not", "give up",
    ],
    compare_retellings: [
        "the ferry was towed", "the ferry was not towed", "the ferry is to be towed", "to the old harbour of Gdansk",
        "after a fire broke out inside", "after a fire broke out outside", "by two small tugs", "may have", "and",
    ],
    compare_roles: ["Macron", "former", "president", "his", "ex-", "wife", "of", "Nice", "shot", "Ana Ruiz"],
    compare_scopes: [
        "26 countries pledged various forms of support", "26 nations agreed to send troops", "26 nations",
        "may provide", "all the passengers were rescued", "half the passengers were rescued", "the military support",
        "is political rather than military", "of", ",", "most voters", "a minority", "only women", "women and men",
    ],
    compare_times: """Friday Saturday night early July 14 16 2016 at 10:30 p.m. 11 a.m. ET noon in the morning evening
        last week yesterday raid began ended said was shot after just about for three hours two years , and . 1911
        """.split(),
    compare_wordings: """the police man gun was not loaded unloaded no one injured two killed survived died agreed to
        send troops 26 may countries possible fire caused explosion because of after before all half rather than
        condition unknown stable , . “ ” said he""".split(),
}  # fmt: skip
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
    alone = st.lists(st.sampled_from(pieces), max_size=12).map(" ".join)
    return alone | st.lists(spaced | characters, max_size=25).map("".join)


CLAIMS: dict[Comparator, st.SearchStrategy[str]] = {compare: _claims(PIECES[compare]) for compare in COMPARATORS}
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
