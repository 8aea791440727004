"""Opposite words in the same slot, and opposite words that contradict nothing."""

import pytest

from counterpoint.engine.comparators.opposites import compare_opposites
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences

DIFFERENCES = [
    ("The vessel passed its last safety inspection.", "The ferry failed a safety check.", "passed", "failed"),
    ("The school passed its fire inspection in May.", "The school failed a fire audit in May.", "passed", "failed"),
    ("The driver survived the crash.", "The driver died in the crash.", "survived", "died"),
    ("Police confirmed the attack.", "Police denied the attack.", "confirmed", "denied"),
    ("The council banned the march.", "The council allowed the march.", "banned", "allowed"),
    ("The senator supports the bill.", "The senator opposes the bill.", "supports", "opposes"),
    (
        "The jury found the shooting accidental.",
        "The jury found the shooting intentional.",
        "accidental",
        "intentional",
    ),
    ("He was found guilty on Monday.", "He was found innocent on Monday.", "guilty", "innocent"),
    ("The hostage is alive.", "The hostage is dead.", "alive", "dead"),
    ("The protest was peaceful.", "The protest was violent.", "peaceful", "violent"),
    ("Sales rose by a third.", "Sales fell by a third.", "rose", "fell"),
    ("Profits increased last year.", "Profits dropped last year.", "increased", "dropped"),
    ("The bank raised interest rates.", "The bank lowered interest rates.", "raised", "lowered"),
    ("The bank raised interest rates.", "The bank cut interest rates.", "raised", "cut"),
    ("The jury convicted Smith.", "The jury acquitted Smith.", "convicted", "acquitted"),
    ("Parliament approved the treaty.", "Parliament rejected the treaty.", "approved", "rejected"),
    ("Parliament passed the law.", "Parliament vetoed the law.", "passed", "vetoed"),
    ("The president praised the deal.", "The president condemned the deal.", "praised", "condemned"),
    ("The minister welcomed the ruling.", "The minister criticised the ruling.", "welcomed", "criticised"),
    ("The patient is stable.", "The patient is critical.", "stable", "critical"),
    (
        "The company reported a steep decline in sales.",
        "The company reported a steep increase in sales.",
        "decline",
        "increase",
    ),
    ("The talks succeeded.", "The talks failed.", "succeeded", "failed"),
    ("The report is true.", "The report is false.", "true", "false"),
    ("The ban is temporary.", "The ban is permanent.", "temporary", "permanent"),
    ("The vote was unanimous.", "The vote was divided.", "unanimous", "divided"),
    ("The new rules strengthen the police.", "The new rules weaken the police.", "strengthen", "weaken"),
    (
        "A deadly accidental blast shook the port.",
        "A deadly intentional blast shook the port.",
        "accidental",
        "intentional",
    ),
    ("The three men are expected to survive.", "The three men are expected to die.", "survive", "die"),
    ("The club won the final.", "The club lost the final.", "won", "lost"),
]
NO_DIFFERENCES = [
    ("The law passed on Monday.", "The talks failed on Monday."),
    ("The boy passed the bus.", "The bus failed an inspection."),
    ("The ferry passed the lighthouse.", "The ferry failed a safety check."),
    ("The miners captured last year have been released.", "The miners seized last year have been freed."),
    ("Police arrested the man on Monday.", "Police released the man’s name."),
    ("A woman was hurt.", "A man was hurt."),
    ("It was the first attack this year.", "It was the last day of the year."),
    ("The attack came at night.", "The attack came on the day of the vote."),
    ("The driver survived; the passenger died.", "The passenger died and the driver survived."),
    ("The driver survived.", "The passenger died."),
    ("The hostage is not dead.", "The hostage is alive."),
    ("Prices rose and fell.", "Prices fell."),
    ("South Korea opened a hotline.", "North Korea closed its border."),
    ("The dog climbed onto the roof.", "The dog fell asleep."),
    ("The big house burned.", "The small shed burned down."),
    ("The museum closed at two.", "A man opened a door of the museum."),
    ("The victims were taken to a hospital.", "The victims were brought to a hospital."),
    ("Baptiste died on Tuesday.", "Baptiste’s family live in a village."),
    ("It rose from the sea.", "It fell."),
    ("Rose in hand, he sang.", "It fell on him."),
    ("If the patient survives, charges may change.", "The patient died."),
    ("He gave a long speech in the old town.", "He gave a short speech in the new town."),
    ("They said the plan was good.", "They announced that the plan was bad luck for some."),
    ("Police said the man was shot dead.", "Police announced that the man was killed."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), DIFFERENCES)
def test_opposite_words_in_one_slot_differ(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert (ours, theirs) in differences(compare_opposites, a, b, lexicon)


@pytest.mark.parametrize(("a", "b"), NO_DIFFERENCES)
def test_opposite_words_elsewhere_are_no_difference(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_opposites, a, b, lexicon)
    assert not differences(compare_opposites, b, a, lexicon)
