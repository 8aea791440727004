"""What one claim denies and the other says in another construction."""

import pytest

from counterpoint.engine.comparators.polarities import compare_polarities
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences

DIFFERENCES = [
    ("Port Agency chairman Ines Prado opened the talks.", "Ines Prado is not the head of the Port Agency."),
    ("Ines Prado, leader of the dockers, opened the talks.", "Ines Prado is not the leader of the dockers."),
    ("The loan was signed by Dario Vega, an analyst at Brenner Bank.", "Dario Vega is not employed by Brenner Bank."),
    ("Dario Vega of the Brenner Bank signed the loan.", "Dario Vega does not work for the Brenner Bank."),
    ("The Lyon-based Elbot group makes trams.", "The Elbot group is not based in Lyon."),
    ("Elbot, in the hills of Bavaria, was cut off.", "Elbot is not located in Bavaria."),
    ("Oslo shares fell on Monday morning.", "Oslo shares did not slip early on Monday."),
    ("The regatta in Kiel drew crowds in 1998.", "The regatta did not take place in Kiel in 1998."),
    ("Two climbers perished in an avalanche on Sunday.", "No climbers died in an avalanche."),
    ("Aid workers tell of the evacuation of hundreds of villagers.", "Hundreds of villagers did not evacuate."),
]
NO_DIFFERENCES = [
    ("Ines Prado met the finance minister Karl Brandt.", "Ines Prado was never the finance minister."),
    ("Jan Kos succeeded Emil Novak as mayor.", "Emil Novak never succeeded Jan Kos as mayor."),
    ("Peru will seek the extradition of the banker Luis Mora.", "Peru did not extradite the banker Luis Mora."),
    (
        "The old mill was built in 1889 to mark the feats of the 18th century.",
        "The mill was not built in the 18th century.",
    ),
    ("The town lies in the west, 36 km south of Lund.", "The town is not located in Lund."),
    ("Cameras failed to find the girl, who fell into a well.", "The well was found on a farm."),
    ("If Mia Holt becomes prime minister, taxes will rise.", "Mia Holt will never become prime minister."),
    ("Doctors Without Borders treated the wounded.", "Doctors treated the wounded at the borders."),
    ("The museum sold two paintings by Ana Ruiz.", "Ana Ruiz does not work in the museum."),
    ("The clerk denied that the bank holds the deeds.", "The bank does not hold the deeds."),
]


@pytest.mark.parametrize(("a", "b"), DIFFERENCES)
def test_what_is_denied_may_be_said_in_other_words(lexicon: Lexicon, a: str, b: str) -> None:
    assert differences(compare_polarities, a, b, lexicon)
    assert differences(compare_polarities, b, a, lexicon)


@pytest.mark.parametrize(("a", "b"), NO_DIFFERENCES)
def test_the_same_words_of_others_deny_nothing(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_polarities, a, b, lexicon)
    assert not differences(compare_polarities, b, a, lexicon)
