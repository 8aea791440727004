from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.comparators.places import compare_places
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.lexicons import Lexicon

ReadSides = Callable[[str, str], tuple[Side, Side]]


def words_of(findings: tuple[Finding, ...], sides: tuple[Side, Side], *, differing: bool) -> set[tuple[str, str]]:
    return {
        (f.reason.a.of(sides[0].text), f.reason.b.of(sides[1].text))
        for f in findings
        if f.reason.is_difference == differing
    }


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "The woman was found in the 5000 block of Mill Road on Friday.",
            "The woman was found in the 5300 block of Mill Road on Friday.",
            ("5000", "5300"),
        ),
        ("A man was shot at 12 Oak Street on Friday.", "A man was shot at 21 Oak Street on Friday.", ("12", "21")),
        (
            "The girl was shot in a home on Larkin Avenue on Friday.",
            "The girl was shot in a home on Larkin Street on Friday.",
            ("Larkin Avenue", "Larkin Street"),
        ),
        (
            "Five people were hurt in south Harrow on Friday.",
            "Five people were hurt in southwest Harrow on Friday.",
            ("south", "southwest"),
        ),
        (
            "He was struck in the left knee by a stone.",
            "He was struck in the right knee by a stone.",
            ("left", "right"),
        ),
        (
            "She had a gunshot wound to her left shoulder, a doctor said.",
            "She had a gunshot wound to the chest, a doctor said.",
            ("shoulder", "chest"),
        ),
        ("The man was shot in the leg on Friday.", "The man was shot in the head on Friday.", ("leg", "head")),
        (
            "The officers exchanged gunfire outside the motel with two men.",
            "The officers exchanged gunfire inside the motel with two men.",
            ("outside the motel", "inside the motel"),
        ),
        (
            "Renato Brandt was born in Rome and became an engineer.",
            "Renato Brandt was born in Milan.",
            ("Rome", "Milan"),
        ),
        (
            "The body was found outside the house by a neighbour.",
            "The body was found in the house by a neighbour.",
            ("outside the house", "in the house"),
        ),
    ],
)
def test_two_places_for_one_act_differ(
    a: str, b: str, words: tuple[str, str], read_sides: ReadSides, lexicon: Lexicon
) -> None:
    sides = read_sides(a, b)
    assert words_of(compare_places(*sides, lexicon), sides, differing=True) == {words}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The woman was found in the 5000 block of Mill Road.", "The woman was found at 5012 Mill Road."),
        ("The shop stands in the 43000 block of Center Parkway.", "The shop stands at 43145 Center Parkway."),
        ("A man was shot at 12 Oak Street.", "A man was shot at 12 Oak St. on Friday."),
        ("A man was shot at 12 Oak Street.", "A man was robbed at 21 Elm Street."),
        ("They met in Paris on Friday.", "They met in France on Friday."),
        ("Five people were hurt in south Harrow.", "The north Milford road was closed."),
        ("The man was shot in the head on Friday.", "The man was shot in the face on Friday."),
        ("The man was shot in the chest on Friday.", "The man was shot in the torso on Friday."),
        ("The shooting happened in Harrow on Friday.", "The shooting happened outside the Industry Hall on Friday."),
        ("He sat inside the car.", "She stood outside the court and wept."),
        ("Some of the 21 Harrow students came home.", "Two of the 200 Harrow students came home."),
        ("They live in North America and Central America.", "They live in Central America."),
        ("Ana Ruiz was born in Harrow in May.", "Ana Ruiz was born in North Harrow."),
        ("He was struck in the left knee and the right knee.", "He was struck in the right knee."),
        ("The guard stood outside the house in the rain.", "The guard stood in the rain outside the house."),
        ("In 2024 Mill Road was closed.", "In 2025 Mill Road was closed."),
        ("The talks failed.", "They met inside the hall."),
    ],
)
def test_places_that_do_not_exclude_each_other(a: str, b: str, read_sides: ReadSides, lexicon: Lexicon) -> None:
    sides = read_sides(a, b)
    assert words_of(compare_places(*sides, lexicon), sides, differing=True) == set()


PIECES = [
    "“",
    ".",
    ",",
    " ",
    "12 Oak Street ",
    "5000 block of Mill Road ",
    "outside ",
    "inside ",
    "the house ",
    "was shot ",
    "in the leg ",
    "south Harrow ",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@given(a=TEXTS, b=TEXTS)
def test_findings_lie_in_their_texts_and_a_claim_agrees_with_itself(
    read_sides: ReadSides, lexicon: Lexicon, a: str, b: str
) -> None:
    sides = read_sides("X " + a, "X " + b)
    for found in compare_places(*sides, lexicon):
        assert 0 <= found.reason.a.start < found.reason.a.end <= len(sides[0].text)
        assert 0 <= found.reason.b.start < found.reason.b.end <= len(sides[1].text)
        assert found.reason.explanation
    same = read_sides("X " + a, "X " + a)
    assert not [found for found in compare_places(*same, lexicon) if found.reason.is_difference]
