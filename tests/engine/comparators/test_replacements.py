"""One sentence told twice with another name, role or kind of thing in it."""

import pytest

from counterpoint.engine.comparators.kinds import compare_kinds
from counterpoint.engine.comparators.names import compare_names
from counterpoint.engine.comparators.roles import compare_roles
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import Comparator, differences


@pytest.mark.parametrize(
    ("compare", "a", "b", "words"),
    [
        (
            compare_names,
            "The stolen painting was found on Monday in a warehouse near the docks of Rotterdam.",
            "The stolen painting was discovered on Monday in a warehouse near the docks of Antwerp.",
            ("Rotterdam", "Antwerp"),
        ),
        (
            compare_names,
            "The shares of the brewery were sold to Harlan Foods for a sum that was not disclosed.",
            "The shares of the brewery were sold to Northgate Foods for a sum that was not made public.",
            ("Harlan Foods", "Northgate Foods"),
        ),
        (
            compare_roles,
            "The house on the hill belongs to the sister of the missing fisherman, neighbours said.",
            "The house on the hill belongs to the aunt of the missing fisherman, neighbours said.",
            ("sister", "aunt"),
        ),
        (
            compare_kinds,
            "A witness was taken to hospital after the crash with a broken arm.",
            "A rescuer was taken to hospital after the crash with a broken arm.",
            ("witness", "rescuer"),
        ),
    ],
)
def test_what_stands_in_the_other_s_place_differs(
    compare: Comparator, a: str, b: str, words: tuple[str, str], lexicon: Lexicon
) -> None:
    assert words in differences(compare, a, b, lexicon)


@pytest.mark.parametrize(
    ("compare", "a", "b"),
    [
        (
            compare_names,
            "Helen taught maths in Lund.",
            "Clara taught physics in Malmo.",
        ),  # two sentences of one pattern
        (
            compare_names,
            "The strike closed every port in Chile for the whole of Monday and Tuesday.",
            "The strike closed every port in Valparaiso for the whole of Monday and Tuesday.",
        ),
        (
            compare_names,
            "The captain told CBS that the crew had left the burning ship in time.",
            "The captain told NBC that the crew had left the burning ship in time.",
        ),
        (
            compare_roles,
            "The house on the hill belongs to the parents of the missing fisherman, neighbours said.",
            "The house on the hill belongs to the father of the missing fisherman, neighbours said.",
        ),
        (
            compare_roles,
            "The minister opened the new bridge with a speech about trade and work.",
            "The minister left the meeting without a word about the bridge.",
        ),
        (
            compare_kinds,
            "The shop stands next to a church in the old part of the town.",
            "The shop stands next to a school in the old part of the town.",
        ),
        (compare_kinds, "A witness and a rescuer were hurt in the crash.", "A rescuer was hurt in the crash."),
    ],
)
def test_what_may_stand_beside_it_does_not(compare: Comparator, a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare, a, b, lexicon) == []
