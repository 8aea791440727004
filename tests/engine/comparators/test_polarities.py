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
    (
        "The rifle found in the attic was unloaded, police said.",
        "Police said the rifle found in the attic was loaded.",
        "unloaded",
        "loaded",
    ),
    (
        "The union refused to sign the wage deal on Friday.",
        "The union signed the wage deal on Friday.",
        "refused to sign",
        "signed",
    ),
    (
        "The mill failed to report the spill to regulators.",
        "The mill reported the spill to regulators within an hour.",
        "failed to report",
        "reported",
    ),
    (
        "The city bought the buses without a tender.",
        "The city bought the buses after an open tender.",
        "without a tender",
        "tender",
    ),
    (
        "The contract was awarded without competitive bidding.",
        "The contract was awarded after competitive bidding.",
        "without competitive bidding",
        "bidding",
    ),
    (
        "No one was injured in the landslide.",
        "Two hikers were injured in the landslide.",
        "No one was injured",
        "Two hikers were injured",
    ),
    (
        "Nobody was on board when the barge sank.",
        "Three men were on board when the barge sank.",
        "Nobody was on board",
        "board",
    ),
    ("None of the passengers was hurt.", "Several passengers were hurt.", "None of the passengers was hurt", "hurt"),
    (
        "Neither driver was wearing a seat belt.",
        "Both drivers were wearing seat belts.",
        "Neither driver was wearing",
        "wearing",
    ),
    ("Neither of the pilots survived.", "One of the pilots survived.", "Neither of the pilots survived", "survived"),
    (
        "The senator denied that he had met the lobbyist.",
        "The senator met the lobbyist twice in May.",
        "denied that he had met",
        "met",
    ),
    (
        "The senator denied meeting the lobbyist.",
        "The senator admitted meeting the lobbyist.",
        "denied meeting",
        "meeting",
    ),
    (
        "She said she had not been aware of the payment.",
        "She said she had been aware of the payment for months.",
        "not been aware",
        "aware",
    ),
    (
        "Ground control never had contact with the probe.",
        "Ground control had contact with the probe but lost it.",
        "never had contact",
        "contact",
    ),
    ("The hospital had no record of the patient.", "The hospital had a record of the patient.", "no record", "record"),
    (
        "The crew received no warning of the storm.",
        "The crew received two warnings of the storm.",
        "no warning",
        "warnings",
    ),
    (
        "There were no signs of forced entry, the sheriff said.",
        "The sheriff said there were signs of forced entry.",
        "no signs",
        "signs",
    ),
    ("The prosecutor has not ruled out arson.", "The prosecutor has ruled out arson.", "not ruled", "ruled"),
    ("The airline had yet to pay its pilots.", "The airline had already paid its pilots.", "yet to pay", "paid"),
    ("The board never approved the merger.", "The board approved the merger in June.", "never approved", "approved"),
    ("Mills no longer works for the club.", "Mills still works for the club.", "no longer works", "works"),
    ("The bridge is no longer open to lorries.", "The bridge remains open to lorries.", "no longer open", "open"),
    ("The victim did not know her attacker.", "The victim knew her attacker.", "not know", "knew"),
    ("The victim did not know her attacker.", "The attacker was known to the victim.", "not know", "known"),
    (
        "The company lacked a permit to drill there.",
        "The company had a permit to drill there.",
        "lacked a permit",
        "permit",
    ),
    (
        "The boat had no licence to carry passengers.",
        "The boat was licensed to carry passengers.",
        "no licence",
        "licensed",
    ),
    ("Doctors were unable to save the child.", "Doctors saved the child.", "unable to save", "saved"),
    (
        "Firefighters prevented the flames from reaching the school.",
        "The flames reached the school.",
        "prevented the flames from reaching",
        "reached",
    ),
    ("Voters rejected the new tax.", "Voters did not reject the new tax.", "rejected", "not reject"),
    ("The strike did not affect trains.", "The strike affected trains across the north.", "not affect", "affected"),
    ("The suspect is not a member of the sect.", "The suspect is a member of the sect.", "not a member", "member"),
    ("The alarm did not go off.", "The alarm went off at 2 a.m.", "not go", "went"),
    ("The dam is not at risk, engineers said.", "The dam is at risk, engineers said.", "not at risk", "risk"),
    ("The two men had never met.", "The two men met at a trade fair last year.", "never met", "met"),
    ("The lifeboat was not needed.", "The lifeboat was needed to bring the crew ashore.", "not needed", "needed"),
    ("The players were not paid for the match.", "The players were paid for the match.", "not paid", "paid"),
    (
        "The government has not asked for help.",
        "The government has asked for help from the neighbours.",
        "not asked",
        "asked",
    ),
    (
        "Nothing was stolen from the museum.",
        "Three paintings were stolen from the museum.",
        "Nothing was stolen",
        "Three paintings were stolen",
    ),
    ("The thieves took nothing.", "The thieves took three paintings.", "took nothing", "took"),
    ("The mayor said he would not resign.", "The mayor said he would resign.", "not resign", "resign"),
    (
        "The club declined to comment on the transfer.",
        "The club commented on the transfer in a statement.",
        "declined to comment",
        "commented",
    ),
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
    ("The town has no say in the matter.", "The mayor said the matter was closed."),
    ("The rifle found in the attic was unloaded.", "The rifle found in the attic was not loaded."),
    ("The mill failed to report the spill to regulators.", "The mill did not tell regulators about the spill."),
    ("The contract was awarded without bidding.", "There was no bidding for the contract."),
    ("Neither driver was hurt.", "Both drivers were unhurt."),
    ("Neither driver was hurt.", "The two drivers escaped injury."),
    ("The senator denied meeting the lobbyist.", "The senator said he had never met the lobbyist."),
    ("Engineers lost contact with the probe.", "Engineers were no longer in contact with the probe."),
    ("The government has not asked for help.", "The government has yet to ask for help."),
    ("The club declined to comment on the transfer.", "The club would not comment on the transfer."),
    ("The club declined to comment.", "The player confirmed the transfer."),
    ("The road was not closed until noon.", "The road was closed at noon."),
    ("Not all of the shops were insured.", "Some of the shops were insured."),
    ("The strike did not affect trains.", "The strike affected ferries."),
    ("No one was seriously injured in the landslide.", "Two hikers were slightly injured in the landslide."),
    ("No passengers were hurt.", "The driver was hurt."),
    ("No one else was injured in the landslide.", "One hiker was injured in the landslide."),
    ("Police did not say who called the ambulance.", "A neighbour called the ambulance."),
    ("The senator did not deny meeting the lobbyist.", "The senator met the lobbyist."),
    ("The crew did not have enough fuel to return.", "The crew had fuel for two hours."),
    ("The mayor did not attend the dinner.", "The mayor attended the funeral."),
    ("The team has never lost at home.", "The team lost in Madrid."),
    ("It was not immediately clear what caused the fire.", "A heater caused the fire, investigators said on Thursday."),
    ("The bank said it had nothing to hide.", "The bank hid the losses, the report says."),
    ("The trial will not begin before May.", "The trial will begin in June."),
    ("The factory cannot reopen without a permit.", "The factory has a permit."),
    ("He is not only a lawyer but a farmer.", "He is a lawyer."),
    ("The minister did not resign over the scandal alone.", "The minister resigned."),
    ("The court did not find that the police had lied.", "The police lied, the family says."),
    ("There was no rain on Monday.", "There was rain on Tuesday."),
    ("The ship did not stop in Oslo.", "The ship stopped in Bergen."),
    ("The driver was not wearing a helmet.", "The passenger was wearing a helmet."),
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


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("No leak has been found at the dam, the ministry said.", "No water has leaked from the dam, officials said."),
        ("Nobody was hurt in the crash.", "No passengers were hurt in the crash."),
        ("No one was arrested at the march.", "No protesters were arrested at the march."),
    ],
)
def test_an_act_that_is_said_of_none_is_denied_as_well(lexicon: Lexicon, a: str, b: str) -> None:
    assert differences(compare_polarities, a, b, lexicon) == []
    assert differences(compare_polarities, b, a, lexicon) == []
