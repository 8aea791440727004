"""How victims are: pairs of claims beside the two states that exclude one another, or nothing."""

import pytest

from counterpoint.engine.comparators.conditions import compare_conditions
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences

EXCLUDING = [
    (
        "Anna Weber, 4, died days after the crash.",
        "Anna Weber is expected to survive, doctors said.",
        ("died", "expected to survive"),
    ),
    (
        "The boy, 9, was in critical condition.",
        "The 9-year-old escaped injury.",
        ("critical condition", "escaped injury"),
    ),
    (
        "The two men were in stable condition.",
        "The two men's conditions are unknown.",
        ("stable condition", "conditions are unknown"),
    ),
]
COMPATIBLE = [
    ("The boy was in critical condition.", "The boy was in serious condition."),  # reporters shade them
    ("Anna Weber died on the spot.", "Paul Weber was in stable condition."),
    ("The three did not suffer life-threatening wounds.", "The three are expected to survive."),
    ("One man died and another is in stable condition.", "One man was in critical condition."),
    ("The girl, 4, is expected to live.", "The boy, 12, died."),
]


@pytest.mark.parametrize(("a", "b", "words"), EXCLUDING)
def test_states_that_exclude_one_another_differ(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_conditions, a, b, lexicon) == [words]


@pytest.mark.parametrize(("a", "b"), COMPATIBLE)
def test_states_that_can_both_be_do_not_differ(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_conditions, a, b, lexicon) == []


def test_one_state_in_other_words_agrees(lexicon: Lexicon) -> None:
    found = agreements(compare_conditions, "Anna Weber was pronounced dead.", "Anna Weber was killed.", lexicon)
    assert found == [("pronounced dead", "killed")]
