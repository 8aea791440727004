"""How much of a whole two claims speak of."""

import pytest

from counterpoint.engine.comparators.scopes import compare_scopes
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences

DIFFERENCES = [
    ("All of the passengers survived.", "Most of the passengers survived.", "All", "Most"),
    ("Every member voted for the motion.", "Only three members voted for the motion.", "Every", "Only three"),
    ("Only women were admitted.", "Men and women were admitted.", "Only women", "Men and women"),
    ("He was the only survivor.", "There were three survivors.", "only survivor", "three survivors"),
    ("She is the only suspect.", "She is one of four suspects.", "only suspect", "four suspects"),
    (
        "The rule applies to new buildings only.",
        "The rule applies to old and new buildings.",
        "new buildings only",
        "old and new",
    ),
    ("Both pilots were killed.", "One of the pilots was killed.", "Both", "One of"),
    ("Almost all of the votes were counted.", "Fewer than half of the votes were counted.", "all", "half"),
    ("The majority of victims were children.", "Few of the victims were children.", "majority", "Few"),
    ("Parts of the city lost power.", "The whole city lost power.", "Parts", "whole"),
]
NO_DIFFERENCES = [
    ("All of the passengers survived.", "The passengers survived."),
    ("Some schools are closed.", "Three schools are closed."),
    ("Most residents oppose the dam.", "Many residents oppose the dam."),
    ("Most residents oppose the dam.", "Some residents support the dam."),
    ("The whole city lost power.", "Hospitals in the city lost power."),
    ("Both engines failed.", "The two engines failed."),
    ("All of the passengers survived.", "All of the crew died."),
    ("Some of the victims were children.", "Four of the victims were children."),
    ("None of the teachers was hurt.", "Some of the pupils were hurt."),
    ("The ban is nationwide.", "The ban applies across the country."),
    ("The closure is temporary.", "The closure will last two weeks."),
    ("Only three members voted against.", "Most members voted for the motion."),
    ("All roads to the north are closed.", "Some roads to the south are open."),
    ("The only hospital in the town was hit.", "A hospital was hit."),
    ("The building was destroyed.", "The house was badly damaged by the fire."),
    ("Half the town fled.", "Thousands of people fled the town."),
    ("One of the pilots was killed.", "A pilot was killed."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), DIFFERENCES)
def test_shares_that_exclude_one_another_differ(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert (ours, theirs) in differences(compare_scopes, a, b, lexicon)
    assert (theirs, ours) in differences(compare_scopes, b, a, lexicon)


@pytest.mark.parametrize(("a", "b"), NO_DIFFERENCES)
def test_shares_that_fit_do_not_differ(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_scopes, a, b, lexicon)
    assert not differences(compare_scopes, b, a, lexicon)
