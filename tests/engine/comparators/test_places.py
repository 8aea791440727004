import pytest

from counterpoint.engine.comparators.places import compare_places
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences


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
            "The fire began in the engine room shortly after noon.",
            "The blaze started in the car deck, the captain said.",
            ("in the engine room", "in the car deck"),
        ),
        (
            "The blast happened shortly before noon in the control room.",
            "It began in the boiler room at about noon.",
            ("in the control room", "in the boiler room"),
        ),
        (
            "The body was found in the kitchen.",
            "The body was found in the cellar.",
            ("in the kitchen", "in the cellar"),
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
def test_two_places_for_one_act_differ(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_places, a, b, lexicon) == [words]


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
        ("The blast happened in the control room.", "The meeting began in the lobby."),
        ("The fire began in the kitchen.", "The blaze started in the house."),
        ("The fire began in the cellar.", "The blaze started in the basement."),
        ("The body was found in the kitchen.", "The gun was found in the garage."),
        ("The fire began in the kitchen.", "The fire was put out in the attic."),
        ("The fire began in the kitchen and spread to the attic.", "The fire spread in the attic."),
        ("The talks failed.", "They met inside the hall."),
    ],
)
def test_places_that_do_not_exclude_each_other(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_places, a, b, lexicon) == []
