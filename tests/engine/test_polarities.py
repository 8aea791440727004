"""Negations and what they deny."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.polarities import find_polarities
from counterpoint.engine.words import find_words

CUES = (
    "not never no none nobody without neither nor fail refuse deny un unloaded can’t only doubt longer yet to".split()
)


def denied(text: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    span = Span(0, len(text))
    found = find_polarities(text, span, find_words(text, span, lexicon), lexicon)
    return [(polarity.span.of(text), polarity.value) for polarity in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said the gun was not loaded.", [("not", "load")]),
        ("The gun, which was unloaded, had been stolen.", [("unloaded", "load")]),
        ("They haven’t produced a single document.", [("haven’t", "produce")]),
        ("They have refused to produce a document.", [("refused to", "produce")]),
        ("She never left the house.", [("never", "leave")]),
        ("No charges were filed.", [("No", "charge")]),
        ("There is no clear motive.", [("no", "motive")]),
        ("None of the victims was hurt.", [("None", "hurt")]),
        ("No one was injured.", [("No one", "injure")]),
        ("Nobody has claimed responsibility.", [("Nobody", "claim")]),
        ("Neither the driver nor the passenger was hurt.", [("Neither", "hurt")]),
        ("He left without a word.", [("without", "word")]),
        ("The envoy failed to appear.", [("failed to", "appear")]),
        ("Doctors were unable to save him.", [("unable to", "save")]),
        ("They have yet to arrest anyone.", [("yet to", "arrest")]),
        ("The minister ruled out a second vote.", [("ruled out", "vote")]),
        ("He denied taking bribes.", [("denied", "take")]),
        ("He denied that he fled.", [("denied that", "flee")]),
        ("The mayor denied any wrongdoing.", [("denied", "wrongdoing")]),
        ("The plane is no longer missing.", [("no longer", "miss")]),
        ("The fire prevented crews from entering the house.", [("prevented crews from", "enter")]),
        ("His injuries are not life-threatening.", [("not", "life-threaten")]),
        ("She has non-life threatening injuries.", [("non", "life-threaten")]),
        ("This was not drug-related.", [("not", "drug-relate")]),
        ("The crew were not seriously hurt.", [("not", "seriously-hurt")]),
        ("The choice did not appear to be random.", [("not appear to", "random")]),
        ("Analysts do not believe the error was random.", [("not", "random")]),
        ("It was not planned or ordered.", [("not", "plan"), ("not", "order")]),
        ("He was not at home.", [("not", "home")]),
        ("They were not in the old building.", [("not", "build")]),
        ("The plane didn’t have a licence.", [("didn’t have", "licence")]),
        ("The sergeant left, nor did he name a suspect.", [("nor did", "name")]),
        ("He was not going to be sending ships.", [("not", "send")]),
        ("He is not, he said, a thief.", []),
        ("No, he said.", []),
        ("None of it, he said.", []),
        ("Macron said they would not be on the frontline.", []),
        ("He has not yet been formally charged.", [("not", "charge")]),
        ("It’s not for Peru to dictate terms.", [("not", "peru")]),
    ],
)
def test_what_is_denied(lexicon: Lexicon, text: str, expected: list[tuple[str, str]]) -> None:
    assert denied(text, lexicon) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Not only did he win, he won twice.",
        "There is no doubt about it.",
        "Nothing but rubble was left.",
        "It took no less than a year.",
        "The house at No. 10 burned.",
        "It is not uncommon for bears to come here.",
        "The gun was not unloaded.",
        "She didn’t have to pay.",
        "The train did not arrive until nine.",
        "The united front met under the unit’s flag.",
        "They don’t strike unless they are cheated.",
        "Officials were not immediately available.",
        "The index fell; the uncle disagreed.",
    ],
)
def test_what_only_looks_like_a_denial(lexicon: Lexicon, text: str) -> None:
    assert [value for _, value in denied(text, lexicon) if value != "agree"] == []


def test_a_denied_denial_stays_denied_where_it_is_an_act(lexicon: Lexicon) -> None:
    assert denied("The company never failed to pay.", lexicon) == [("never", "fail")]
    assert denied("She did not deny the charge.", lexicon) == [("not", "deny")]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(CUES), max_size=12).map(" ".join)))
def test_spans_lie_within_any_text(lexicon: Lexicon, text: str) -> None:
    whole = Span(0, len(text))
    for polarity in find_polarities(text, whole, find_words(text, whole, lexicon), lexicon):
        assert whole.contains(polarity.span)
        assert whole.contains(polarity.target)
        assert polarity.value
