import pytest
from hypothesis import given

from counterpoint.engine.details import Reference
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.readings import link_readings, read_source
from counterpoint.engine.sources import Source, SourceId
from tests.engine.accounts import TEXTS


def read(text: str, lexicon: Lexicon) -> list[tuple[str, Reference]]:
    """The words that mean somebody, and whom."""
    (reading,) = link_readings([read_source(Source(SourceId("a"), text), lexicon)], lexicon)
    return [(meant.span.of(text), meant) for side in reading.sides for meant in side.references]


def whom(text: str, words: str, lexicon: Lexicon) -> list[str]:
    """Whom the account means wherever it has these words."""
    return [meant.value for own, meant in read(text, lexicon) if own == words]


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Tom Hale resigned on Monday. He had led the bank for ten years.", "He", "tom hale"),
        ("Tom Hale met Ana Ruiz in Oslo. She thanked the bank.", "She", "ana ruiz"),
        (
            "Tom Hale met Ana Ruiz in Oslo. She thanked the bank.\n\nThe deal was signed at noon. He left the town.",
            "He",
            "tom hale",
        ),
        ("Tom Hale was in his car when the storm came.", "his", "tom hale"),
        ("Captain Mara Quist led the search. The captain was hurt.", "captain", "mara quist"),
        ("The mayor of Harrow, Ana Ruiz, spoke. Later the mayor left.", "mayor", "ana ruiz"),
        ("Ana Ruiz, 34, and Tom Hale, 51, were hurt. The 34-year-old is in hospital.", "old", "ana ruiz"),
        ("Ana Ruiz, 13, was found in a barn. The girl was cold.", "girl", "ana ruiz"),
        ("A 13-year-old girl was found in a barn. Police named Ana Ruiz, 13, on Friday.", "girl", "ana ruiz"),
        ("Tom Hale was arrested at noon. Police took the suspect to Harrow.", "suspect", "tom hale"),
        ("Tom Hale was stabbed at noon. The victim lived in Harrow.", "victim", "tom hale"),
        ("A nurse found the boy on Friday. She called the police.", "She", "nurse"),
        ("The boy was found on Friday. He was cold.", "He", "boy"),
        ("Ana Ruiz, a judge, was late. The judge apologised.", "judge", "ana ruiz"),
        ("Tom Hale fell. Police Chief Mara Quist said he was drunk.", "he", "tom hale"),
        ("Tom Hale said he was drunk.", "he", "tom hale"),
        ("Tom Hale said so. The envoy was late. “We will wait,” he said.", "he", "tom hale"),
    ],
)
def test_words_mean_the_one_person_who_fits(text: str, words: str, person: str, lexicon: Lexicon) -> None:
    assert whom(text, words, lexicon)[-1:] == [person]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tom Hale met Ben Cole in Oslo. He was tired.", "He"),  # two fit
        ("Tom Hale fell. Chief Ben Cole said he was drunk.", "he"),  # the chief may speak of himself
        ("Ana Ruiz resigned on Monday. He was tired.", "He"),  # nobody fits
        ("The talks failed. He was tired.", "He"),
        ("Tom Hale left.\n\nThe road was wet. A tree fell. The bridge was shut. It rained. He was tired.", "He"),
        ("“He was tired,” Ana Ruiz said of the boy.", "He"),  # as its speaker means it
    ],
)
def test_nothing_is_said_where_two_fit_or_nobody(text: str, words: str, lexicon: Lexicon) -> None:
    assert whom(text, words, lexicon) == []


@pytest.mark.parametrize(
    ("text", "words", "noun"),
    [
        ("Tom Hale, 51, left. The girl was cold.", "girl", "girl"),  # not of that sex and age
        ("Ana Ruiz and Clara Weiss spoke. The woman was tired.", "woman", "woman"),  # two fit
        ("Tom Hale left. A man was shot on Friday.", "man", "man"),  # another man
        ("Tom Hale was arrested. Ben Cole was arrested. The suspect was tired.", "suspect", "suspect"),
    ],
)
def test_a_description_of_nobody_named_stands_for_itself(text: str, words: str, noun: str, lexicon: Lexicon) -> None:
    (found,) = [meant for own, meant in read(text, lexicon) if own == words]
    assert (found.value, found.is_named) == (noun, False)


def test_what_an_account_calls_a_person_is_kept_with_every_mention(lexicon: Lexicon) -> None:
    found = read("Ana Ruiz, 13, was found in a barn. The girl was cold. She slept in the car.", lexicon)
    assert [(words, meant.gender, sorted(meant.nouns)) for words, meant in found] == [
        ("Ana Ruiz", "she", ["girl"]),
        ("girl", "she", ["girl"]),
        ("She", "she", ["girl"]),
    ]


@given(text=TEXTS)
def test_references_lie_in_their_claims_in_order(lexicon: Lexicon, text: str) -> None:
    (reading,) = link_readings([read_source(Source(SourceId("a"), text), lexicon)], lexicon)
    for side in reading.sides:
        assert all(side.span.contains(meant.span) for meant in side.references)
        assert list(side.references) == sorted(side.references, key=lambda meant: (meant.span.start, -len(meant.span)))
