"""Numbers as news tell them: sums, parts, bounds, tolls, votes, other occasions; each row written for it."""

import pytest

from counterpoint.engine.comparators.quantities import compare_quantities
from counterpoint.engine.comparators.tallies import find_tally, find_victims
from counterpoint.engine.details import Kind
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences, read_sides

SURE = 0.25  # weaker differences never reach a reader


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Two men and two women were hurt when the bus overturned.",
            "One woman and four men were hurt when the bus overturned.",
            [("Two men", "four men"), ("two women", "One woman")],
        ),
        (
            "Two people were killed and four injured in the shooting at the market.",
            "Five people were shot at the market, police said.",
            [("Two people were killed and four injured", "Five people")],
        ),
        (
            "Three women and a child were pulled from the rubble of the block.",
            "Two women and a child were pulled from the rubble of the block.",
            [("Three women", "Two women")],
        ),
        (
            "The blast left 12 dead and 30 wounded.",
            "The blast left 12 dead and 45 wounded.",
            [("30 wounded", "45 wounded")],
        ),
        (
            "The ferry carried 40 passengers and six crew.",
            "The ferry carried 55 passengers and six crew.",
            [("40 passengers", "55 passengers")],
        ),
        (
            "One person has died and six others were injured after a gunman opened fire in the bar.",
            "Nine people were shot when a gunman opened fire in the bar.",
            [("One person has died and six others", "Nine people")],
        ),
        (
            "Some 60 diggers were sent to clear the landslide.",
            "About 90 excavators were sent to clear the landslide.",
            [("Some 60 diggers", "About 90 excavators")],
        ),
        (
            "Nearly 400 pupils were sent home after the gas leak.",
            "About 250 students were sent home after the gas leak.",
            [("Nearly 400 pupils", "About 250 students")],
        ),
        (
            "The coastguard rescued 48 migrants from a dinghy.",
            "The coastguard rescued 63 people from a dinghy.",
            [("48 migrants", "63 people")],
        ),
        (
            "Twelve tents were swept away by the flood at the campsite.",
            "Twenty tents were swept away by the flood at the campsite.",
            [("Twelve tents", "Twenty tents")],
        ),
        (
            "The strike shut 14 mines in the province.",
            "Miners shut 17 pits in the province.",
            [("14 mines", "17 pits")],
        ),
        (
            "Some 300 lorries were stuck at the border.",
            "Around 500 trucks were stuck at the border.",
            [("Some 300 lorries", "Around 500 trucks")],
        ),
        (
            "Six bridges collapsed in the quake.",
            "The quake brought down nine bridges.",
            [("Six bridges", "nine bridges")],
        ),
        (
            "More than 500 homes were flooded in the valley.",
            "Officials said 320 homes were flooded in the valley.",
            [("More than 500 homes", "320 homes")],
        ),
        (
            "Fewer than 20 homes were flooded in the valley.",
            "At least 60 homes were flooded in the valley.",
            [("Fewer than 20 homes", "At least 60 homes")],
        ),
        (
            "Up to 100 jobs will go at the plant.",
            "Some 250 jobs will go at the plant.",
            [("Up to 100 jobs", "Some 250 jobs")],
        ),
        ("The club paid £40m for the striker.", "The club paid £45m for the striker.", [("£40m", "£45m")]),
        (
            "The merger is worth $3.2 billion.",
            "The deal values the merger at $2.3 billion.",
            [("$3.2 billion", "$2.3 billion")],
        ),
        (
            "The court fined the bank $90 million over the leak.",
            "The bank was fined $190 million over the leak.",
            [("$90 million", "$190 million")],
        ),
        (
            "The airline lost 120 million euros last year.",
            "The airline lost 210 million euros last year.",
            [("120 million euros", "210 million euros")],
        ),
        (
            "Two-thirds of voters backed the plan.",
            "The plan was backed by 58 percent of voters.",
            [("Two-thirds of voters", "58 percent of voters")],
        ),
        (
            "Nine in ten farmers opposed the law.",
            "Some 70 per cent of farmers opposed the law.",
            [("Nine in ten farmers", "Some 70 per cent of farmers")],
        ),
        (
            "The party won 34 percent of the vote.",
            "The party took 43% of the vote.",
            [("34 percent of the vote", "43% of the vote")],
        ),
        (
            "A 4yo girl fell from the balcony.",
            "A 6-year-old girl fell from the balcony.",
            [("4yo girl", "6-year-old girl")],
        ),
        (
            "The driver, Petra Novak, 52, was arrested.",
            "Petra Novak, a 57-year-old teacher, was arrested.",
            [("52", "57-year-old teacher")],
        ),
        (
            "The victim, aged 24, was stabbed outside the kebab shop.",
            "The victim, 29, was stabbed outside the kebab shop.",
            [("24", "29")],
        ),
        (
            "His 12-year-old daughter hid in the wardrobe.",
            "His teenage daughter, 15, hid in the wardrobe.",
            [("12-year-old daughter", "teenage daughter")],
        ),
        (
            "The plane came down 40 miles from the airport.",
            "The plane came down 15 miles from the airport.",
            [("40 miles", "15 miles")],
        ),
        (
            "The storm moved inland with winds of 120 mph.",
            "The storm moved inland with winds of 150 mph.",
            [("120 mph", "150 mph")],
        ),
        ("The quake had a magnitude of 6.4.", "The quake had a magnitude of 7.1.", [("6.4", "7.1")]),
        (
            "The fire destroyed 3,000 acres of forest.",
            "The fire destroyed 5,200 acres of forest.",
            [("3,000 acres of forest", "5,200 acres of forest")],
        ),
        ("Rovers beat United 2-1 on Saturday.", "Rovers beat United 3-1 on Saturday.", [("2-1", "3-1")]),
        ("The senate passed the bill by 52-48.", "The senate passed the bill 54-46.", [("52-48", "54-46")]),
        (
            "The council voted 7 to 2 to close the library.",
            "The council voted 6 to 3 to close the library.",
            [("7 to 2", "6 to 3")],
        ),
        (
            "It was the company's maiden flight to the island.",
            "It was the company's third flight to the island.",
            [("maiden flight", "third flight")],
        ),
        (
            "It was the second strike at the port this year.",
            "It was the fourth strike at the port this year.",
            [("second strike", "fourth strike")],
        ),
        (
            "Lawmakers approved the budget by 120 votes to 80.",
            "Lawmakers approved the budget by 131 votes to 69.",
            [("120 votes to 80", "131 votes to 69")],
        ),
        ("The death toll from the flood stands at 43.", "The flood has killed 51 people.", [("43", "51 people")]),
        (
            "Officials said 31 people were missing after the landslide.",
            "Officials said 13 people were missing after the landslide.",
            [("31 people", "13 people")],
        ),
        (
            "No one was hurt in the fire at the warehouse.",
            "Three firefighters were hurt in the fire at the warehouse.",
            [("No one", "Three firefighters")],
        ),
        (
            "Police arrested two dozen protesters at the port.",
            "Police arrested 40 protesters at the port.",
            [("two dozen protesters", "40 protesters")],
        ),
        (
            "The gunman fired five shots at the minister.",
            "The gunman fired three shots at the minister.",
            [("five shots", "three shots")],
        ),
        (
            "Ten of the 14 miners were brought out alive.",
            "Eleven of the 14 miners were brought out alive.",
            [("Ten of the 14 miners", "Eleven of the 14 miners")],
        ),
        (
            "Up to 100 jobs will go at the plant by May.",
            "Up to 150 jobs will go at the plant by May.",
            [("Up to 100 jobs", "Up to 150 jobs")],
        ),
        (
            "The younger children are between 5 and 7 years old.",
            "The younger kids are between 5 and 9 years old.",
            [("between 5 and 7 years old", "between 5 and 9 years old")],
        ),
        ("The shaft is 130ft deep.", "The shaft is 200ft deep.", [("130ft", "200ft")]),
        (
            "The owners had a full year to pay the entire 284 million dollars.",
            "The owners had a full year to pay all of the 398 million dollars.",
            [("284 million dollars", "398 million dollars")],
        ),
    ],
)
def test_numbers_of_one_thing_differ(a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon) -> None:
    assert differences(compare_quantities, a, b, lexicon) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Two people were killed and four injured in the shooting at the market.",
            "Six people were shot at the market, police said.",
        ),
        ("7 shot at party, one dead", "One dead, six injured at party"),
        (
            "One person has died and six others were injured after a gunman opened fire in the bar.",
            "Seven people were shot when a gunman opened fire in the bar.",
        ),
        (
            "Four people were shot, one man fatally, outside the cinema.",
            "Three other men were also hit and taken to a hospital.",
        ),
        (
            "Another victim was driven to the hospital by a friend, while two others went by ambulance.",
            "The three other victims were taken to the hospital.",
        ),
        ("Officers found four victims with gunshot wounds outside the cafe.", "Five people were shot at the cafe."),
        (
            "Paramedics took three passengers to hospital after the tram crash.",
            "Eleven passengers were hurt in the tram crash.",
        ),
        (
            "Seven miners remained in hospital on Friday, one in a critical condition.",
            "One of the miners was still in a critical condition and six were stable.",
        ),
        ("Rebels still hold 180 of the hostages.", "Rebels took 220 hostages at the dam."),
        ("Rebels have freed 40 hostages from the dam.", "Rebels took 220 hostages at the dam."),
        ("Forty hostages were freed and 180 remain in captivity.", "Rebels held 220 hostages at the dam."),
        ("The 12-member jury met for two days.", "Ten jurors voted for the verdict."),
        ("Three of the five suspects were charged.", "Five suspects were arrested."),
        ("The ferry carried 40 passengers and six crew.", "The ferry had 46 people on board."),
        ("Twelve students and a teacher died in the bus crash.", "Thirteen people died in the bus crash."),
        ("Two nurses were among the eight people killed in the fire.", "Eight people were killed in the fire."),
        ("The mayor said two of the dead were children.", "The fire killed five people."),
        ("A woman and her two sons were rescued from the roof.", "Three people were rescued from the roof."),
        ("More than 270 girls were taken from the school.", "More than 200 girls were taken from the school."),
        ("Nearly 300 homes were flooded in the valley.", "Officials said 276 homes were flooded in the valley."),
        ("Hundreds of homes were flooded in the valley.", "Officials said 276 homes were flooded in the valley."),
        ("Some two dozen people were hurt.", "26 people were hurt."),
        ("The deal is worth about $3 billion.", "The deal is worth $3.2 billion."),
        ("The fine came to $1.5 million.", "The fine came to $1,480,000."),
        ("Two thirds of voters backed the plan.", "66 percent of voters backed the plan."),
        ("More than half of voters backed the plan.", "The plan was backed by 54 percent of voters."),
        ("The tunnel is almost 60 km long.", "The tunnel is 57 kilometres long."),
        ("He ran ten miles.", "He ran 16 kilometres."),
        ("Around 50 people took part in the protest.", "Dozens of people took part in the protest."),
        ("At least 14 people died in the fire.", "The fire killed 15 people."),
        ("He had worked there for over a decade.", "He had worked there for 12 years."),
        (
            "A 5-year-old boy was inside his home when shots came through the window.",
            "The father of a 14-year-old boy who was in the home was arrested.",
        ),
        (
            "The court heard a 17-year-old was killed by a man playing with a gun.",
            "Police charged 22-year-old Mark Hale over the shooting of a juvenile.",
        ),
        (
            "The younger children are between 5 and 7 years old.",
            "The girl was minding two younger children with a 14-year-old boy.",
        ),
        ("The pilot, 45, survived the crash.", "A passenger, 31, survived the crash."),
        ("Two boys, aged 9 and 11, drowned in the quarry.", "Her 16-year-old brother tried to save the boys."),
        ("The firm has 3,000 workers in Ghent.", "The firm will cut 400 jobs in Ghent."),
        ("The party won 34 percent of the vote in the north.", "Turnout was 61 percent."),
        ("Rovers won 2-1 on Saturday.", "Rovers had lost 3-0 in the cup in March."),
        ("The council voted 7 to 2 to close the library.", "The library closed after 72 years."),
        ("He was jailed for seven years for the fraud.", "The fraud went on for three years."),
        ("The plane came down 40 miles from the airport.", "Debris was spread over two miles."),
        ("Ticket prices rose 12 percent.", "Fares rose to 12 euros."),
        ("The first victim was found on Monday.", "The third victim was found on Friday."),
        ("The death toll rose to 43 on Tuesday.", "The flood killed 38 people."),
        ("Officials initially said 20 people were missing.", "13 people are missing after the landslide."),
        ("So far 12 people have been confirmed dead in the quake.", "The quake killed 19 people."),
        ("As of Sunday, 300 homes had burned.", "The fire has burned 450 homes."),
        ("Two more victims died overnight, bringing the number of dead to nine.", "Seven people died in the blast."),
        ("The number of dead was later put at 21.", "Officials said 17 people died in the blast."),
        (
            "The militants released 82 hostages on Saturday in a swap.",
            "The militants released 21 hostages last October after talks.",
        ),
        (
            "Last year 14 people died in a fire at the same plant.",
            "Three people died in the fire at the plant on Sunday.",
        ),
        ("Four shot in the town, one dead", "The shooting left one dead and two others in critical condition."),
        ("Agent found woman and two boys in bedroom", "All three were found in the bedroom."),
        ("The shaft is 130ft deep and a foot wide.", "The shaft measures 30 centimetres (11.8 inches)."),
        ("The shaft is 130ft deep.", "The shaft is 30 centimetres wide (11.8 inches)."),
        ("The fair is held every three years.", "The fair lasted three days."),
    ],
)
def test_parts_sums_bounds_and_other_occasions_do_not_differ(a: str, b: str, lexicon: Lexicon) -> None:
    for sides in (read_sides(a, b, lexicon), read_sides(b, a, lexicon)):
        found = [f for f in compare_quantities(*sides, lexicon) if f.reason.is_difference]
        assert [f.reason.explanation for f in found if f.strength >= SURE] == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Two men and two women were hurt in the crash.",
            "Four people were hurt in the crash.",
            [("Two men and two women", "Four people")],
        ),
        (
            "Six people were shot at the market.",
            "Two people were killed and four injured at the market.",
            [("Six people", "Two people were killed and four injured")],
        ),
        (
            "Another victim was driven to the hospital, while two others went by ambulance.",
            "The three other victims were taken to the hospital.",
            [("Another victim was driven to the hospital, while two others", "three other victims")],
        ),
        (
            "The firm paid $10 million and $50 million.",
            "The firm paid $60 million.",
            [("$10 million and $50 million", "$60 million")],
        ),
    ],
)
def test_parts_that_add_up_agree_with_the_whole(
    a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon
) -> None:
    assert agreements(compare_quantities, a, b, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A pensioner died and three others were hurt.", [("A pensioner", "dead"), ("three others", "injured")]),
        ("A woman and her two sons were rescued.", [("A woman", ""), ("two sons", "rescued")]),
        (
            "One of the miners was in a critical condition and six were stable.",
            [("One of the miners", "injured"), ("six", "")],
        ),
        ("A 22-year-old woman was shot, two men were not.", [("A 22-year-old woman", "shot"), ("two men", "")]),
        ("A man spoke to two women.", [("two women", "")]),
    ],
)
def test_single_people_are_counted_with_the_others(
    text: str, expected: list[tuple[str, str]], lexicon: Lexicon
) -> None:
    side = read_sides(text, "Nothing.", lexicon)[0]
    assert [(q.span.of(text), q.fate) for q in find_tally(side, lexicon, Kind.COUNT)] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two people were killed and four injured.", 6),
        ("A teenager died and seven other people were injured.", 8),
        ("Two people were killed and four women were injured.", None),
        ("Two people were killed. Four others were injured in a crash.", None),
    ],
)
def test_the_killed_and_the_hurt_are_those_who_were_hit(text: str, count: int | None, lexicon: Lexicon) -> None:
    victims = find_victims(read_sides(text, "Nothing.", lexicon)[0], lexicon)
    assert (victims.low if victims else None) == count
