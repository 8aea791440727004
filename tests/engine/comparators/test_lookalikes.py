"""What only looks like a contradiction, and what differs although it does not look it, of all sorts of news."""

import pytest

from counterpoint.engine.comparators.certainties import compare_certainties
from counterpoint.engine.comparators.names import compare_names
from counterpoint.engine.comparators.polarities import compare_polarities
from counterpoint.engine.comparators.quantities import compare_quantities
from counterpoint.engine.comparators.quotations import compare_quotations
from counterpoint.engine.comparators.roles import compare_roles
from counterpoint.engine.comparators.scopes import compare_scopes
from counterpoint.engine.comparators.times import compare_times
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import Comparator, agreements, differences


@pytest.mark.parametrize(
    ("compare", "a", "b"),
    [
        # of those aboard some are saved
        (compare_quantities, "The ferry sank with 40 people on board.", "Thirty people survived the sinking ferry."),
        # an amount that is owed, one that is taken in, and one over the price
        (compare_quantities, "The chain owes its banks £80 million.", "The chain had sales of £900 million."),
        (compare_quantities, "It pays a premium of 30 per cent.", "The family owns 12 per cent of the shares."),
        # the first of several
        (compare_quantities, "Two blasts were heard.", "There was one loud blast, and then a second, weaker one."),
        # nobody met it, others met something else
        (compare_quantities, "Sixty people have caught the fever.", "Nobody has died of the fever."),
        (compare_quantities, "About 300 people watched the trial.", "So far 90 people have been arrested."),
        # all of them and a part
        (compare_quantities, "A total of 380 trains were cancelled.", "On Monday alone 90 trains were cancelled."),
        # those who say so
        (compare_quantities, "The firm paid, two people close to the talks said.", "The gang holds three people."),
        # another event's number
        (compare_quantities, "Four people died.", "It was the worst fire since 2009, when 12 people died."),
        (compare_quantities, "The quake had a magnitude of 6.8.", "An aftershock of magnitude 5.1 was felt at noon."),
        # a town's inhabitants
        (compare_quantities, "It hit a town of 9,000.", "Nine victims were found in the town."),
        # spells told in months
        (compare_times, "A 60-day state of emergency was declared.", "The state of emergency lasts two months."),
        (compare_times, "The strike lasted six weeks.", "The strike lasted a month and a half."),
        # what was to be done, and was
        (compare_certainties, "The team was due to arrive on Monday.", "The team arrived on Monday."),
        # two things that the same ones do
        (
            compare_scopes,
            "Six experts are expected to arrive on Monday.",
            "Six experts are expected to stay for a week.",
        ),
        # who denies the charges has been charged
        (compare_polarities, "The brothers have been charged.", "The brothers deny the charges."),
        # a surname cut to its initial, as courts do
        (compare_names, "Jana Novak was arrested in Brno.", "Jana N. has been in custody since then."),
        # a beginning after which words were left out
        (
            compare_quotations,
            "“We did what we could for all of them. It was too late,” he said.",
            "“We did what we could for all of them. Nobody helped us,” he said.",
        ),
    ],
)
def test_look_alikes_are_no_difference(compare: Comparator, a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare, a, b, lexicon) == []


@pytest.mark.parametrize(
    ("compare", "a", "b", "words"),
    [
        (
            compare_roles,
            "Mira Lund, the deputy director of the zoo, called it a bad day.",
            "Director Mira Lund was angry.",
            ("deputy director of the zoo", "Director"),
        ),
        (
            compare_roles,
            "Transport Minister Eva Holm flew in.",
            "Deputy transport minister Eva Holm went home.",
            ("Minister", "Deputy transport minister"),
        ),
        (
            compare_names,
            "The guide, Pedro Salas, was hurt.",
            "Local guide Pablo Salas spoke to reporters.",
            ("Pedro Salas", "Pablo Salas"),
        ),
        (
            compare_polarities,
            "The broker has not been charged.",
            "The broker was indicted on Friday.",
            ("not been charged", "indicted"),
        ),
        (
            compare_quotations,
            "“This is a sad night for us, but we will be back,” she said.",
            "“This is a sad night for us, but nobody should weep,” she said.",
            ("we will be back", "nobody should weep"),
        ),
    ],
)
def test_what_differs_for_certain(
    compare: Comparator, a: str, b: str, words: tuple[str, str], lexicon: Lexicon
) -> None:
    assert words in differences(compare, a, b, lexicon)


def test_a_share_before_a_sum_is_no_range(lexicon: Lexicon) -> None:
    text = "Sales rose 2% to 11.4 billion euros."
    assert {"2%", "11.4 billion euros"} == {
        words for pair in agreements(compare_quantities, text, text, lexicon) for words in pair
    }
