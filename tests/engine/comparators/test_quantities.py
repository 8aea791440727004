"""Where the numbers of two sentences differ or agree: each row two sentences, the seeds' or written for it."""

import pytest

from counterpoint.engine.comparators.quantities import compare_quantities
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences, read_sides


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The coalition met in Paris, gathering leaders from 35 countries, in person and virtually.",
            "Thirty of Ukraine's allies have held another meeting of the coalition in Paris.",
            [("35 countries", "Thirty of Ukraine's allies")],
        ),
        (
            "Thirty of Ukraine's allies have held another meeting of the coalition in Paris.",
            "The coalition, comprising 31 countries, gathered in Paris.",
            [("Thirty of Ukraine's allies", "31 countries")],
        ),
        (
            "Details about the number of troops remain confidential, but numbers up to 25,000-30,000 are discussed.",
            "Between 15,000 and 30,000 Western troops could be deployed on the ground.",
            [("up to 25,000-30,000", "Between 15,000 and 30,000 Western troops")],
        ),
        (
            "The blast at the market killed 12 people.",
            "The blast at the market killed 10 people.",
            [("12 people", "10 people")],
        ),
        (
            "Two people were hurt when the ferry caught fire.",
            "No one was hurt when the ferry caught fire.",
            [("Two people", "No one")],
        ),
        (
            "A 3-year-old boy fell into the canal at the fair.",
            "Police at the fair said a 4-year-old boy had fallen into the canal.",
            [("3-year-old boy", "4-year-old boy")],
        ),
        (
            "Maria Lund, 31, was found on the floor of the shop.",
            "Maria Lund, 33, was found on the floor of the shop.",
            [("31", "33")],
        ),
        (
            "“We heard two shots,” said Ana Reyes, a 34-year-old pilot.",
            "Pilot Ana Reyes, 43, said guests were left in the dark.",
            [("34-year-old pilot", "43")],
        ),
        (
            "Fifteen of the 120 hikers were freed on Monday.",
            "Sixteen hikers were freed on Monday.",
            [("Fifteen of the 120 hikers", "Sixteen hikers")],
        ),
        (
            "Ana Reyes, 34, won the race.",
            "The crowd cheered a 43-year-old pilot, Ana Reyes.",
            [("34", "43-year-old pilot")],
        ),
        (
            "The museum showed three photos of the bridge.",
            "The museum showed four pictures of the bridge.",
            [("three photos", "four pictures")],
        ),
        (
            "Some 40 firemen fought the blaze at the mill.",
            "Around 60 firefighters fought the blaze at the mill.",
            [("Some 40 firemen", "Around 60 firefighters")],
        ),
        (
            "4 border agents shot at farm in the county",
            "3 border officers injured at farm in the county",
            [("4 border agents", "3 border officers")],
        ),
        (
            "The firm agreed to pay $3 million in damages.",
            "The firm agreed to pay $5 million in damages.",
            [("$3 million in damages", "$5 million in damages")],
        ),
        (
            "Unemployment in the region rose and stood at 14 percent.",
            "Unemployment in the region stood at 18 percent.",
            [],
        ),
        (
            "Unemployment in the region stood at 14 percent.",
            "Unemployment in the region stood at 18 percent.",
            [("14 percent", "18 percent")],
        ),
        (
            "The wreck lies 30 km off the coast of the island.",
            "The wreck lies 50 km off the coast of the island.",
            [("30 km", "50 km")],
        ),
        (
            "Seven other people were injured in the town.",
            "1 dead, 6 injured in the town",
            [("Seven other people", "6 injured")],
        ),
        (
            "At least 20 hikers were rescued from the ridge.",
            "Rescuers said 15 hikers were rescued from the ridge.",
            [("At least 20 hikers", "15 hikers")],
        ),
        (
            "Up to 40 boats sailed from the harbour.",
            "Officials counted 60 boats that sailed from the harbour.",
            [("Up to 40 boats", "60 boats")],
        ),
        (
            "The team won 3-2 in the cup final.",
            "The team won 4-2 in the cup final.",
            [("3-2", "4-2")],
        ),
        (
            "Police arrested three men after the robbery at the bank.",
            "Police arrested five men after the robbery at the bank.",
            [("three men", "five men")],
        ),
        (
            "It was the fourth strike at the mine this year.",
            "It was the third strike at the mine this year.",
            [("fourth strike", "third strike")],
        ),
        (
            "The truck drove at 70 mph through the gate.",
            "The truck drove at 50 mph through the gate.",
            [("70 mph", "50 mph")],
        ),
        (
            "The flood in the valley displaced 1.4 million people.",
            "The flood in the valley displaced 1.1 million people.",
            [("1.4 million people", "1.1 million people")],
        ),
        (
            "More than 98 cases were confirmed in the county.",
            "Officials confirmed 96 cases in the county.",
            [("More than 98 cases", "96 cases")],
        ),
        (
            "Leeds won 3-2 against York.",
            "York lost to Leeds 4-2.",
            [("3-2", "4-2")],
        ),
        (
            "It was the 31st killing in the town this year.",
            "It was the 33rd killing in the town this year.",
            [("31st killing", "33rd killing")],
        ),
        (
            "A 13-month-old boy was found in the car.",
            "A 17-month-old boy was found in the car.",
            [("13-month-old boy", "17-month-old boy")],
        ),
        (
            "The toll rose to 85 after the attack in the town.",
            "The toll rose to 92 after the attack in the town.",
            [("85", "92")],
        ),
        (
            "Four shot in mall, one dead",
            "Five shot in mall, one dead",
            [("Four shot", "Five shot")],
        ),
        (
            "Two-thirds of members backed the deal.",
            "Half of members backed the deal.",
            [("Two-thirds of members", "Half of members")],
        ),
        (
            "Dozens of houses burned in the fire on the hill.",
            "The fire on the hill burned 300 houses.",
            [("Dozens of houses", "300 houses")],
        ),
    ],
)
def test_different_numbers_of_one_thing_differ(
    a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon
) -> None:
    assert differences(compare_quantities, a, b, lexicon) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # other things
        ("Europe spends over €1 billion on Russian energy.", "Russia is investing 40% of its state budget on defence."),
        ("Europe spent the money in 2024.", "Russia might attack by 2027."),
        ("Ukraine announced progress in developing FPV7 missiles.", "Macron outlined four guarantees for Ukraine."),
        ("26 countries pledged support in Paris.", "Between 15,000 and 30,000 troops could be deployed from Paris."),
        ("Two women were hurt in the crash.", "Three men were hurt in the crash."),
        ("The blast killed 12 people.", "The blast injured 30 people."),
        ("Police arrested three men.", "Three suspects fled; five police officers followed."),
        ("Two French soldiers died in the raid.", "Five British soldiers died in the raid."),
        ("He paid $3 million for the house.", "He paid €5 million for the house."),
        ("The house is 30 km from the sea.", "The house burned for 30 hours."),
        ("Rates rose 2 percent.", "Rates rose 2 percentage points."),
        ("The second victim was found in the park.", "The fifth victim was found in the park."),
        ("The pianist posed with 21-year-old Ryan Doe.", "The 29-year-old pianist posed with Doe."),
        ("Maria Lund, 31, was found.", "Paul Rask, 45, was found."),
        ("A 13-year-old boy was hurt.", "A 15-year-old girl was hurt."),
        ("He was on Flight 1931.", "He was on Flight 1932."),
        ("He lives at 212 Orchard Street.", "He lives at 218 Orchard Street."),
        ("Rebels freed 21 girls.", "Rebels abducted 90 girls."),
        ("Ana Reyes met a 34-year-old pilot.", "Ana Reyes, 43, was late."),
        ("Ana Reyes, 34, won the race.", "Ana Reyes fed her 3-year-old son."),
        ("Ana Reyes, a 34-year-old pilot, was late.", "Ivo Brandt, a 43-year-old pilot, was late."),
        # parts and sums
        ("The museum lent 21 of the paintings to a gallery.", "The museum lent a gallery's 200 paintings."),
        ("The museum showed 21 paintings.", "The museum showed some of the more than 200 paintings."),
        ("Two men and two women were hurt in the crash.", "Four people were hurt in the crash."),
        ("Four officers, including two marshals and an agent, were hurt.", "Two agents were hurt."),
        ("7 shot in mall", "1 dead, 6 injured in mall"),
        ("12 people were killed in the fire.", "Two children were killed in the fire."),
        ("Twelve of the 20 hostages were freed.", "The 20 hostages were freed."),
        ("Three others were hurt in the crash.", "Five people were hurt in the crash, three of them badly."),
        (
            "The coalition met in Paris, gathering leaders from 35 countries.",
            "After the meeting in Paris it was announced that 26 nations had agreed to send troops.",
        ),
        (
            "Representatives from 35 countries attended the summit in Paris.",
            "26 nations are ready to provide guarantees, the summit in Paris heard.",
        ),
        ("Twelve of the 20 hostages were freed.", "Eight of the 20 hostages were freed later."),
        ("The suit seeks $10 million for the loss and $50 million on top.", "The suit seeks $60 million."),
        ("Five people died, including the gunman.", "Four people died."),
        ("The house was full of people; all 40 guests fled.", "Two additional guests fled the house."),
        ("An unrelated blast in the city killed two people.", "The blast killed nine people at the mill."),
        ("No one was seriously hurt in the crash.", "Two people were hurt in the crash."),
        # compatible values
        ("More than 10 homes burned on the hill.", "12 homes burned on the hill."),
        ("About 300 homes burned on the hill.", "297 homes burned on the hill."),
        ("Nearly 500 homes burned on the hill.", "485 homes burned on the hill."),
        ("Dozens of people died in the attack.", "84 people died in the attack."),
        ("Several people died in the attack.", "Four people died in the attack."),
        ("Hundreds of people fled the fire.", "Thousands of people fled the fire."),
        ("At least 12 people died in the fire.", "At least 14 people died in the fire."),
        ("As many as 20 people died in the fire.", "17 people died in the fire."),
        ("Five to ten homes burned on the hill.", "Seven homes burned on the hill."),
        ("Between 15,000 and 30,000 troops may come.", "Between 15,000 and 30,000 soldiers may come."),
        ("The firm lost 1,204 jobs.", "The firm lost 1,200 jobs."),
        ("The island is 30 miles away.", "The island is 48 km away."),
        ("Her 17-month-old son slept.", "Her 1-year-old son slept."),
        ("He is in his 30s, the man who fled.", "The man who fled is a 34-year-old."),
        ("A teenage boy fell from the roof.", "A 16-year-old boy fell from the roof."),
        # a later toll
        ("The death toll of the attack rose to 85.", "The attack killed 84 people."),
        ("Police at first said 14 people had died in the fire.", "21 people died in the fire."),
        ("The attack killed 84 people.", "The number of people killed in the attack has risen to 86."),
        ("The company now has 300 workers.", "The company has 250 workers."),
        ("Fewer than 10 homes burned on the hill.", "Eight homes burned on the hill."),
        ("Higher than 70 percent of homes burned.", "80 percent of homes burned."),
        # an equal counterpart
        ("Two men were hurt, and four women.", "Two men fled; four women were hurt; six boys slept."),
        ("It killed 12 people and injured 30 people.", "It injured 30 people and killed 12 people."),
    ],
)
def test_other_things_parts_and_compatible_numbers_do_not_differ(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_quantities, a, b, lexicon) == []
    assert differences(compare_quantities, b, a, lexicon) == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Macron announced that 26 countries pledged support.",
            "It was announced that 26 nations had agreed to send troops.",
            [("26 countries", "26 nations")],
        ),
        ("The blast killed twelve people.", "12 people were killed in the blast.", [("twelve people", "12 people")]),
        (
            "More than 10 homes burned on the hill.",
            "12 homes burned on the hill.",
            [("More than 10 homes", "12 homes")],
        ),
        ("Girl, 4, falls from roof", "A 4-year-old girl fell from a roof.", [("4", "4-year-old girl")]),
        ("The bill was $1.2 million.", "The bill was $1,200,000.", [("$1.2 million", "$1,200,000")]),
        ("The island is 30 miles away.", "The island is 48 km away.", [("30 miles", "48 km")]),
        (
            "It killed 12 people and injured 30 people.",
            "It injured 30 people and killed 12 people.",
            [("12 people", "12 people"), ("30 people", "30 people")],
        ),
        ("The two boys were 13-year-olds.", "Two boys ran away.", [("two boys", "Two boys")]),
        ("Dozens of people died in the attack.", "84 people died in the attack.", [("Dozens of people", "84 people")]),
        (
            "All seven attackers are dead, police say.",
            "Seven militants died, officials say.",
            [("seven attackers", "Seven militants")],
        ),
    ],
)
def test_equal_and_compatible_numbers_agree(a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon) -> None:
    assert agreements(compare_quantities, a, b, lexicon) == expected


@pytest.mark.parametrize(
    ("a", "b", "explanation"),
    [
        (
            "The leaders of 35 countries met in Paris.",
            "The leaders of thirty countries met in Paris.",
            "“35 countries” against “thirty countries”: the counts differ (35, 30).",
        ),
        (
            "The leaders of 35 countries met in Paris.",
            "The leaders of 35 nations met in Paris.",
            "“35 countries” and “35 nations” give the same number (35).",
        ),
        ("The leaders of 35 countries met.", "The leaders of 35 countries met.", "Both say “35 countries”."),
        (
            "About 300 homes burned on the hill.",
            "297 homes burned on the hill.",
            "“About 300 homes” and “297 homes” fit together (about 300, 297).",
        ),
        (
            "The truck drove at 70 mph through the gate.",
            "The truck drove at 50 mph through the gate.",
            "“70 mph” against “50 mph”: the rates differ.",
        ),
    ],
)
def test_a_reason_says_what_differs(a: str, b: str, explanation: str, lexicon: Lexicon) -> None:
    found = compare_quantities(*read_sides(a, b, lexicon), lexicon)
    assert [finding.reason.explanation for finding in found] == [explanation]


def test_more_words_in_common_make_a_finding_surer(lexicon: Lexicon) -> None:
    near, far = (
        compare_quantities(*read_sides(ours, theirs, lexicon), lexicon)
        for ours, theirs in (
            ("The blast in the market killed 12 men.", "A market blast killed 10 men."),
            ("The blast in the market killed 12 men.", "The disease killed 10 men."),
        )
    )
    assert near[0].strength > far[0].strength
