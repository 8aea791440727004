"""Pairs of sentences as news of many sorts tell them, written after the rules: what differs and what does not."""

import pytest

from counterpoint.engine.comparators.quantities import compare_quantities
from counterpoint.engine.comparators.times import compare_times
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import Comparator, differences


@pytest.mark.parametrize(
    ("compare", "a", "b", "expected"),
    [
        (
            compare_quantities,
            "Firefighters rescued 14 people from the burning hotel.",
            "Crews saved 19 people from the burning hotel.",
            [("14 people", "19 people")],
        ),
        (
            compare_quantities,
            "The landslide buried 35 houses in the village.",
            "Some 60 homes were buried by the landslide in the village.",
            [("35 houses", "Some 60 homes")],
        ),
        (
            compare_quantities,
            "The gunman killed three worshippers and wounded eight.",
            "The gunman killed three worshippers and wounded 11.",
            [("eight", "11")],
        ),
        (
            compare_quantities,
            "Voters rejected the dam by 56 percent to 44.",
            "Sixty-five percent of voters rejected the dam.",
            [("56 percent", "Sixty-five percent of voters")],
        ),
        (
            compare_quantities,
            "The minister earned 12,000 euros a month from the job.",
            "The minister was paid 20,000 euros a month for the job.",
            [("12,000 euros a month", "20,000 euros a month")],
        ),
        (
            compare_quantities,
            "The bakery sold more than 2,000 loaves that day.",
            "The bakery sold 1,400 loaves that day.",
            [("more than 2,000 loaves", "1,400 loaves")],
        ),
        (
            compare_quantities,
            "A 71-year-old woman was pulled alive from the rubble.",
            "A woman of 78 was pulled alive from the rubble.",
            [("71-year-old woman", "78")],
        ),
        (
            compare_quantities,
            "Twins aged seven went missing on the beach.",
            "Nine-year-old twins went missing on the beach.",
            [("seven", "Nine-year-old twins")],
        ),
        (
            compare_quantities,
            "The team scored four goals in the first half.",
            "The team scored three goals in the first half.",
            [("four goals", "three goals")],
        ),
        (compare_quantities, "City won 3-1 at home against Rangers.", "Rangers lost 4-1 to City.", [("3-1", "4-1")]),
        (
            compare_quantities,
            "The tanker spilled 300 tonnes of oil.",
            "About 500 tonnes of oil leaked from the tanker.",
            [("300 tonnes of oil", "About 500 tonnes of oil")],
        ),
        (
            compare_quantities,
            "The glacier has lost a third of its mass.",
            "The glacier lost half of its mass.",
            [("a third of its mass", "half of its mass")],
        ),
        (
            compare_quantities,
            "The house was sold for $2.4 million.",
            "The house went for $4.2 million.",
            [("$2.4 million", "$4.2 million")],
        ),
        (
            compare_quantities,
            "The plane was carrying 162 passengers when it vanished.",
            "There were 155 passengers on the plane when it vanished.",
            [("162 passengers", "155 passengers")],
        ),
        (
            compare_quantities,
            "The factory employs 1,200 people.",
            "The factory has 2,100 workers.",
            [("1,200 people", "2,100 workers")],
        ),
        (
            compare_quantities,
            "The bomb hurt at least 30 people.",
            "Twenty people were hurt by the bomb.",
            [("at least 30 people", "Twenty people")],
        ),
        (
            compare_quantities,
            "Police seized 40 kilos of cocaine on the yacht.",
            "Police found 14 kilograms of cocaine on the yacht.",
            [("40 kilos of cocaine", "14 kilograms of cocaine")],
        ),
        (
            compare_quantities,
            "Eight judges heard the case; five ruled for the state.",
            "Six of the eight judges ruled for the state.",
            [("five", "Six of the eight judges")],
        ),
        (
            compare_quantities,
            "The wall is nine metres high.",
            "The wall is six metres tall.",
            [("nine metres", "six metres")],
        ),
        (
            compare_quantities,
            "The river rose two metres overnight.",
            "The river rose four metres overnight.",
            [("two metres", "four metres")],
        ),
        (
            compare_quantities,
            "Inflation stood at 7.9 percent in May.",
            "Inflation was 9.7 percent in May.",
            [("7.9 percent", "9.7 percent")],
        ),
        (
            compare_quantities,
            "The marathon drew 42,000 runners.",
            "Some 24,000 runners took part in the marathon.",
            [("42,000 runners", "Some 24,000 runners")],
        ),
        (
            compare_quantities,
            "It is the third time the town has flooded this decade.",
            "It is the fifth time the town has flooded this decade.",
            [("third time", "fifth time")],
        ),
        (
            compare_quantities,
            "The union represents 80,000 nurses.",
            "The union, which has 50,000 nurses as members, called the strike.",
            [("80,000 nurses", "50,000 nurses")],
        ),
        (
            compare_quantities,
            "All 12 climbers were found alive.",
            "Ten climbers were found alive.",
            [("12 climbers", "Ten climbers")],
        ),
        (
            compare_quantities,
            "Two suspects were arrested after the heist.",
            "Police arrested four suspects after the heist.",
            [("Two suspects", "four suspects")],
        ),
        (
            compare_quantities,
            "A quarter of the seats were empty.",
            "Half of the seats were empty.",
            [("A quarter of the seats", "Half of the seats")],
        ),
        (
            compare_times,
            "The prisoners broke out on Saturday night.",
            "The prisoners escaped on Friday night.",
            [("Saturday night", "Friday night")],
        ),
        (
            compare_times,
            "The bomb went off at 8:10 in the morning.",
            "The explosion happened at around 9:30 a.m.",
            [("8:10 in the morning", "9:30 a.m.")],
        ),
        (
            compare_times,
            "The referendum takes place on October 1.",
            "The referendum will be held on October 8.",
            [("October 1", "October 8")],
        ),
        (
            compare_times,
            "The child was last seen on Tuesday afternoon.",
            "The child was last seen on Wednesday.",
            [("Tuesday afternoon", "Wednesday")],
        ),
        (compare_times, "The bank collapsed in March 2011.", "The bank failed in 2013.", [("March 2011", "2013")]),
        (
            compare_times,
            "Heavy rain began on Sunday evening.",
            "The rain started on Monday morning.",
            [("Sunday evening", "Monday morning")],
        ),
        (
            compare_times,
            "The plane landed at 4:20 p.m.",
            "The plane touched down at 6:05 p.m.",
            [("4:20 p.m.", "6:05 p.m.")],
        ),
        (
            compare_times,
            "The actor was found dead at home on Thursday.",
            "The actor's body was discovered at his home on Saturday.",
            [("Thursday", "Saturday")],
        ),
        (
            compare_times,
            "The treaty was signed in 1994.",
            "The treaty, signed in 1996, banned the weapons.",
            [("1994", "1996")],
        ),
        (
            compare_times,
            "The chief executive quit on Monday.",
            "The chief executive stepped down on Wednesday.",
            [("Monday", "Wednesday")],
        ),
        (
            compare_times,
            "The derby was played on Saturday.",
            "The derby took place on Sunday.",
            [("Saturday", "Sunday")],
        ),
        (
            compare_times,
            "Rebels took the town on Monday.",
            "Rebels captured the town on Thursday.",
            [("Monday", "Thursday")],
        ),
        (
            compare_times,
            "The queen opened the bridge in 1962.",
            "The bridge was opened in 1967 by the queen.",
            [("1962", "1967")],
        ),
        (compare_times, "The outbreak began in early March.", "The outbreak began in January.", [("March", "January")]),
        (
            compare_times,
            "The hostages had been held since May.",
            "The hostages had been held since February.",
            [("May", "February")],
        ),
        (compare_times, "The trial starts on Monday.", "The trial begins on Tuesday.", [("Monday", "Tuesday")]),
        (
            compare_times,
            "The earthquake struck at dawn.",
            "The earthquake hit in the evening.",
            [("at dawn", "in the evening")],
        ),
    ],
)
def test_one_thing_told_twice_differs(
    compare: Comparator, a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon
) -> None:
    assert differences(compare, a, b, lexicon) == expected


@pytest.mark.parametrize(
    ("compare", "a", "b"),
    [
        (
            compare_quantities,
            "Firefighters rescued 14 people from the burning hotel.",
            "Two children were among those rescued from the burning hotel.",
        ),
        (
            compare_quantities,
            "The landslide buried 35 houses in the village.",
            "Twelve villages were cut off by the landslide.",
        ),
        (
            compare_quantities,
            "The gunman killed three worshippers and wounded eight.",
            "Eleven people were shot by the gunman.",
        ),
        (
            compare_quantities,
            "The gunman killed three worshippers and wounded eight.",
            "One of the wounded died, taking the toll to four.",
        ),
        (compare_quantities, "The minister earned 12,000 euros a month.", "The minister earned 144,000 euros a year."),
        (compare_quantities, "The bakery sold more than 2,000 loaves.", "The bakery sold 2,350 loaves."),
        (
            compare_quantities,
            "The plane was carrying 162 passengers and seven crew.",
            "All 169 people on the plane died.",
        ),
        (compare_quantities, "The factory employs 1,200 people.", "The firm employs 14,000 people across Europe."),
        (compare_quantities, "The factory will lay off 300 of its 1,200 workers.", "The factory has 1,200 workers."),
        (
            compare_quantities,
            "Police seized 40 kilos of cocaine worth 3 million euros.",
            "The cocaine was worth three million euros.",
        ),
        (
            compare_quantities,
            "He was given 11 years for the robbery and two for assault.",
            "He was jailed for 13 years.",
        ),
        (compare_quantities, "Five of the eight judges ruled for the state.", "The court has eight judges."),
        (
            compare_quantities,
            "The river rose two metres to its highest level in 40 years.",
            "The river stood at nine metres.",
        ),
        (compare_quantities, "The marathon drew 42,000 runners.", "About 38,000 runners finished the marathon."),
        (compare_quantities, "The union represents 80,000 nurses.", "More than 60,000 nurses joined the strike."),
        (
            compare_quantities,
            "Ten climbers were found alive and two are missing.",
            "Twelve climbers were caught in the storm.",
        ),
        (
            compare_quantities,
            "Two suspects were arrested on Monday and two more on Tuesday.",
            "Police have arrested four suspects.",
        ),
        (compare_quantities, "A quarter of the seats were empty.", "Three quarters of the seats were taken."),
        (compare_quantities, "He scored twice in the first half.", "He scored a hat-trick."),
        (compare_quantities, "City led 2-0 at half-time.", "City won 3-1."),
        (compare_quantities, "The fund will pay up to $5 million.", "The fund paid $3.2 million."),
        (compare_quantities, "Prices rose by 4 percent in May.", "Prices are 9 percent higher than a year ago."),
        (compare_quantities, "The boy, 8, was with his father, 41.", "The father, 41, and his son were found."),
        (compare_quantities, "She is 34 and has two children.", "The 34-year-old mother of two was found."),
        (compare_quantities, "Two of the four engines failed.", "The plane has four engines."),
        (compare_quantities, "The storm killed nine people in Haiti.", "The storm killed two people in Cuba."),
        (compare_quantities, "About one in five voters stayed at home.", "Turnout was 79 percent."),
        (
            compare_quantities,
            "The court fined the firm $2 million and ordered it to pay $5 million in damages.",
            "The firm must pay $5 million in damages.",
        ),
        (compare_quantities, "The first bomb killed two people.", "The second bomb killed nine people."),
        (compare_times, "The prisoners broke out on Saturday night.", "The prisoners were caught on Monday."),
        (compare_times, "The bomb went off at 8:10 a.m.", "Police closed the road at 8:40 a.m."),
        (compare_times, "The referendum was called on October 1.", "The referendum will be held on December 8."),
        (compare_times, "The child was last seen on Tuesday.", "The child was found on Wednesday."),
        (compare_times, "The bank was founded in 1901.", "The bank failed in 2013."),
        (compare_times, "Rain is forecast for Sunday.", "The rain stopped on Friday."),
        (compare_times, "The plane took off at 4:20 p.m.", "The plane touched down at 6:05 p.m."),
        (compare_times, "The actor was found dead on Thursday.", "The actor had been filming on Tuesday."),
        (compare_times, "The plant will close in November.", "Workers were told in June that the plant would close."),
        (
            compare_times,
            "The mayor told a news conference on Wednesday that 12 had died.",
            "Twelve people died on Tuesday.",
        ),
        (compare_times, "The derby was played on Saturday.", "The clubs meet again on Sunday."),
        (compare_times, "Rebels took the town on Monday.", "The army retook the town on Thursday."),
        (compare_times, "The bridge was opened in 1962.", "The bridge was closed in 2004."),
        (compare_times, "He was arrested on Friday at his home.", "He will appear in court on Monday."),
        (compare_times, "She was born on May 4, 1980.", "She died on May 4, 2020."),
        (compare_times, "The vote was due on Tuesday.", "The vote was put off on Monday."),
        (compare_times, "Schools will reopen on Monday.", "Schools closed on Thursday."),
        (compare_times, "The ferry left at 7 a.m.", "The ferry was due at 9 a.m."),
        (compare_times, "The strike is planned for Friday.", "The strike was announced on Tuesday."),
    ],
)
def test_two_things_do_not_differ(compare: Comparator, a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare, a, b, lexicon) == []
    assert differences(compare, b, a, lexicon) == []
