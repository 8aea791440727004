"""What tells amounts, ages, ranks and lengths apart from their likes: each row two sentences written for it."""

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
            "The company said the strike had cost it 38 million euros.",
            "Losses from the strike are put at 53 million euros by the company.",
            [("38 million euros", "53 million euros")],
        ),
        (
            compare_quantities,
            "Dockers and the port agreed on a pay rise of 6 percent.",
            "Dockers at the port accepted a pay raise of 8 percent.",
            [("6 percent", "8 percent")],
        ),
        (
            compare_quantities,
            "The driver, Ana Reyes, 58, survived the crash.",
            "The driver, a 63-year-old mother, walked away from the crash.",
            [("58", "63-year-old mother")],
        ),
        (
            compare_quantities,
            "The strike was the second at the port this year.",
            "It was the fourth strike at the port this year.",
            [("second", "fourth strike")],
        ),
        (
            compare_quantities,
            "At least two miners died in the blast at the pit in the north.",
            "At least four miners died in the blast at the pit in the north.",
            [("At least two miners", "At least four miners")],
        ),
        (
            compare_quantities,
            "Officials counted 401 trees in the park by the river.",
            "There are 201 trees of The Crown in the park by the river.",
            [("401 trees", "201 trees")],
        ),
        (
            compare_quantities,
            "The bomb killed at least six people at the mill.",
            "At least two people were killed by the bomb at the mill, officials said.",
            [("at least six people", "At least two people")],
        ),
        (
            compare_times,
            "The two signed the deal after 14 hours of talks.",
            "The talks had gone on for nine hours.",
            [("14 hours of talks", "nine hours")],
        ),
        (
            compare_times,
            "The minister did not know about the deal until Friday.",
            "The minister had known of the deal since August.",
            [("Friday", "August")],
        ),
        (
            compare_times,
            "She takes office on Thursday as the new minister.",
            "She will replace the minister on Friday.",
            [("Thursday", "Friday")],
        ),
        (
            compare_times,
            "Night shifts will be paid at a higher rate from July.",
            "Night work will be better paid from September.",
            [("July", "September")],
        ),
        (
            compare_times,
            "The agreement was signed on Sunday evening.",
            "The agreement was signed on Monday morning.",
            [("Sunday evening", "Monday morning")],
        ),
    ],
)
def test_the_same_told_in_other_words_differs(
    compare: Comparator, a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon
) -> None:
    assert differences(compare, a, b, lexicon) == expected
    assert differences(compare, b, a, lexicon) == [(other, one) for one, other in expected]


@pytest.mark.parametrize(
    ("compare", "a", "b"),
    [
        (
            compare_quantities,
            "The speed limit on the bend is 40 km per hour.",
            "The bus entered the bend at 70 km per hour.",
        ),
        (compare_quantities, "The hall has a capacity of 500 people.", "Some 300 people were in the hall."),
        (
            compare_quantities,
            "The strike cost the firm 38 million euros.",
            "The firm expects a profit of 120 million euros.",
        ),
        (compare_quantities, "The rule would cut the cost of a chair by $1,000.", "A chair costs $4,018 to lease."),
        (
            compare_quantities,
            "Some 100 people were treated for minor injuries.",
            "Two people were treated for serious injuries.",
        ),
        (compare_quantities, "The motion fell three votes short.", "The motion needed 60 votes."),
        (
            compare_quantities,
            "About 70 ships waited outside the port.",
            "Of the ships that waited, nine left for other ports.",
        ),
        (
            compare_quantities,
            "Six people were killed in the crash.",
            "Nine people were in intensive care after the crash.",
        ),
        (compare_quantities, "So far 300 homes have burned on the hill.", "The fire burned 450 homes on the hill."),
        (
            compare_quantities,
            "Sixteen deaths are linked to the germ.",
            "The germ led to 15 deaths in Spain and one in Malta.",
        ),
        (compare_quantities, "Eight of the victims were released.", "All but five of the victims were released."),
        (compare_quantities, "The shops added 13,000 jobs.", "The shops did not add 46,000 jobs."),
        (compare_quantities, "At least six people died in the state.", "The storm has killed at least 56 people."),
        (compare_quantities, "Leeds were held to a 3-3 draw by York.", "Leeds were held to a 1-1 draw by Hull."),
        (compare_quantities, "He scored twice in the 14-15 Cup win.", "He scored in the 2-0 win."),
        (
            compare_times,
            "The strike at the port lasted 16 days.",
            "Last year's strike at the port ended after five days.",
        ),
        (compare_times, "Firefighters responded on Friday night.", "Police said on Saturday that the fire was out."),
        (compare_times, "The first miner was freed on Monday.", "The second miner was freed on Tuesday."),
    ],
)
def test_what_is_of_something_else_does_not_differ(compare: Comparator, a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare, a, b, lexicon) == []
    assert differences(compare, b, a, lexicon) == []
