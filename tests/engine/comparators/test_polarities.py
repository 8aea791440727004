"""What is denied here and asserted there, and what only seems to be."""

import pytest

from counterpoint.engine.comparators.polarities import compare_polarities
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences

DIFFERENCES = [
    (
        "The ferry failed a safety check in May.",
        "The company denies that the ship failed an inspection in May.",
        "failed",
        "denies that the ship failed",
    ),
    ("The gun was loaded.", "Police said the gun was not loaded.", "loaded", "not loaded"),
    ("He was charged with murder.", "He was not charged with murder.", "charged", "not charged"),
    ("Charges were filed against him.", "No charges were filed against him.", "Charges", "No charges"),
    ("The driver was wearing a seat belt.", "The driver was not wearing a seat belt.", "wearing", "not wearing"),
    ("The minister resigned.", "The minister has not resigned.", "resigned", "not resigned"),
    ("Poland will send troops.", "Poland will not send troops.", "send", "not send"),
    (
        "The injuries are life-threatening.",
        "The injuries are not life-threatening.",
        "life-threatening",
        "not life-threatening",
    ),
    ("Police found a weapon.", "Police found no weapon.", "weapon", "no weapon"),
    ("There were survivors.", "There were no survivors.", "survivors", "no survivors"),
    (
        "Two people were injured in the blast.",
        "No one was injured in the blast.",
        "Two people were injured",
        "No one was injured",
    ),
    ("The fire left three dead.", "Nobody was killed in the fire.", "three dead", "Nobody was killed"),
    ("The mayor was present.", "The mayor was never present.", "present", "never present"),
    ("The company paid the fine.", "The company refused to pay the fine.", "paid", "refused to pay"),
    ("The team found the wreck.", "The team failed to find the wreck.", "found", "failed to find"),
    ("The bridge was closed at the time.", "The bridge was not closed at the time.", "closed", "not closed"),
    ("The suspect spoke to detectives.", "The suspect declined to speak to detectives.", "spoke", "declined to speak"),
    ("Officers searched the house.", "Officers have yet to search the house.", "searched", "yet to search"),
    ("The choice was random.", "The choice did not appear to be random.", "random", "not appear to be random"),
    ("The shooting was gang-related.", "The shooting was not gang-related.", "gang-related", "not gang-related"),
    ("Smith fired the gun.", "Smith denied firing the gun.", "fired", "denied firing"),
    ("The ship carried weapons.", "The ship did not carry weapons.", "carried", "not carry"),
    ("The victim knew the attacker.", "The victim did not recognise the attacker.", "", ""),
    ("He was armed.", "He was unarmed.", "armed", "unarmed"),
    ("The plane was damaged.", "The plane was undamaged.", "damaged", "undamaged"),
    ("The strike was legal.", "The strike was illegal.", "legal", "illegal"),
    ("The patient was conscious.", "The patient was unconscious.", "conscious", "unconscious"),
    ("He was at home.", "He was not at home.", "home", "not at home"),
    (
        "Inquiries led by the magistrate Rossi turned to banks.",
        "Rossi is not a magistrate.",
        "magistrate",
        "not a magistrate",
    ),
    ("Police arrested two men.", "No arrests were made.", "arrested two men", "No arrests"),
    ("Two people were injured.", "No injuries were reported.", "Two people were injured", "No injuries"),
    (
        "Thirteen died, forty were wounded in the square.",
        "No one was wounded in the square.",
        "forty were wounded",
        "No one was wounded",
    ),
    ("The plane had a licence.", "The plane didn’t have a licence.", "licence", "didn’t have a licence"),
    ("The captain saw the reef.", "The captain did not see the reef.", "saw", "not see"),
    ("The valve was closed by the crew.", "The crew did not close the valve.", "closed", "not close"),
    ("The senator supports the bill.", "The senator no longer supports the bill.", "supports", "no longer supports"),
    ("All passengers were accounted for.", "Passengers were not accounted for.", "accounted", "not accounted"),
    ("The dam failed.", "The dam did not fail.", "failed", "not fail"),
]
AGREEMENTS = [
    ("They haven't produced a single document.", "They have refused to produce a single document."),
    ("Police said the gun was not loaded.", "The gun, which was unloaded, had been stolen."),
    ("His injuries are not life-threatening.", "He has non-life-threatening injuries."),
    ("The suspect was not armed.", "The suspect was unarmed."),
    ("Nobody was hurt in the crash.", "No one was hurt in the crash."),
    ("Poland will not send troops.", "Poland won’t send soldiers."),
    ("The raid was not drug-related.", "It does not seem that this was drug-related."),
    ("None of the victims was injured.", "The victims were uninjured."),
    ("The company did not pay.", "The company failed to pay."),
    ("There was no motive.", "Police found no motive."),
]
NEITHER = [
    ("The victim was treated at a hospital.", "The victim was not identified."),
    ("Not only did the mayor resign, he left town.", "The mayor resigned."),
    ("There is no doubt that the mayor resigned.", "The mayor resigned."),
    ("The fine did not have to be paid until May.", "The fine was paid in June."),
    ("If the Kremlin does not move forward, sanctions will rise.", "The Kremlin will move forward."),
    ("No other injuries were reported.", "Three people were injured."),
    ("No one else was hurt.", "The driver was hurt."),
    ("The two were not badly injured.", "Two men were injured."),
    ("Police are still investigating the motive.", "There is no clear motive."),
    ("The bicycle was not stolen.", "The car was stolen."),
    ("Officials did not say what the crew were eating.", "Officials said the crew were eating fish."),
    ("The spokesman did not know the name.", "The neighbour knew the name."),
    ("The rumour is not unfounded.", "The rumour is founded."),
    ("He never failed to pay his rent.", "He paid his rent."),
    ("The gun was not unloaded.", "The gun was loaded."),
    ("The envoy did not leave until Friday.", "The envoy left on Friday."),
    ("Nothing but rubble was left.", "Rubble was left."),
    ("They don’t strike unless they are cheated.", "The miners struck in May."),
    ("The house at No. 10 burned.", "The house burned."),
    ("Explorers found an undiscovered species.", "Scientists discovered a species of frog."),
    ("Critics say the plan is not fair.", "It was no fair day."),
    ("It is not known how many have died.", "Some may have died."),
    ("The sergeant did not announce any arrests.", "No arrests were made."),
    ("The captain did not see the reef.", "The captain saw a light."),
    ("The US will not deploy its troops.", "France will deploy its troops."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), [row for row in DIFFERENCES if row[2]])
def test_what_one_denies_and_the_other_asserts_differs(
    lexicon: Lexicon, a: str, b: str, ours: str, theirs: str
) -> None:
    assert (ours, theirs) in differences(compare_polarities, a, b, lexicon)


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), [row for row in DIFFERENCES if row[2]])
def test_the_order_of_the_claims_does_not_matter(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert (theirs, ours) in differences(compare_polarities, b, a, lexicon)


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_two_ways_to_deny_the_same_agree(lexicon: Lexicon, a: str, b: str) -> None:
    assert agreements(compare_polarities, a, b, lexicon)
    assert not differences(compare_polarities, a, b, lexicon)


@pytest.mark.parametrize(("a", "b"), [*NEITHER, *((row[0], row[1]) for row in DIFFERENCES if not row[2])])
def test_other_negations_are_no_difference(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_polarities, a, b, lexicon)
