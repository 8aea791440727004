"""Where the times of two sentences differ or agree: each row two sentences, the seeds' or written for it."""

import pytest

from counterpoint.engine.comparators.times import compare_times
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences, read_sides


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The raid began on Friday.", "The raid began on Saturday.", [("Friday", "Saturday")]),
        ("The raid took place on July 14.", "The raid took place on July 16.", [("July 14", "July 16")]),
        (
            "The shot was fired just after 11 p.m. Monday in the flat.",
            "The shot was fired about 10:30 p.m. Monday in the flat.",
            [("11 p.m.", "10:30 p.m.")],
        ),
        ("The shooting happened at 2:40 a.m.", "The shooting happened at 2:30 am.", [("2:40 a.m.", "2:30 am")]),
        (
            "They were hit Thursday afternoon outside the house.",
            "They were hit Thursday night outside the house.",
            [("Thursday afternoon", "Thursday night")],
        ),
        (
            "The body was found on Sunday afternoon in the house.",
            "The body was found in the house Sunday evening.",
            [("Sunday afternoon", "Sunday evening")],
        ),
        ("The mill was built in 1911.", "The mill was built in 1912.", [("1911", "1912")]),
        ("The mill opens in May.", "The mill opens in June.", [("May", "June")]),
        (
            "The siege lasted three hours at the farm.",
            "The siege lasted five hours at the farm.",
            [("three hours", "five hours")],
        ),
        (
            "The court jailed him for 18 months.",
            "The court jailed him for two years.",
            [("18 months", "two years")],
        ),
        (
            "The dancer was shot at 11:35 p.m. and was pronounced dead at 11:59 p.m.",
            "The dancer was shot at 11:15 p.m. and was pronounced dead at 11:59 p.m.",
            [("11:35 p.m.", "11:15 p.m.")],
        ),
        (
            "The club held two weeks of rallies.",
            "A vote followed three weeks of rallies at the border.",
            [("two weeks of rallies", "three weeks of rallies")],
        ),
        (
            "The blaze at Orrin mill began in a shed shortly after 6:15 a.m., a fireman said.",
            "The fire at Orrin mill started at about 6.45 am, according to the owner.",
            [("6:15 a.m.", "6.45 am")],
        ),
        (
            "The shooting happened about 10:30 p.m. Monday near the mill.",
            "A man was shot shortly after 11 p.m. Monday near the mill, police said.",
            [("10:30 p.m.", "11 p.m.")],
        ),
        ("The mill was built before 1912.", "The mill was built in 1914.", [("1912", "1914")]),
        (
            "The play opened on Friday, July 14.",
            "The play opened on Thursday, July 14.",
            [("Friday, July 14", "Thursday, July 14")],
        ),
        (
            "It entered orbit after Tuesday's launch.",
            "It entered orbit after Thursday's launch.",
            [("Tuesday", "Thursday")],
        ),
        (
            "The crash happened at 9 a.m. near the school.",
            "The crash happened in the evening near the school.",
            [("9 a.m.", "in the evening")],
        ),
        (
            "The play opened on Friday, July 14.",
            "The play opened on Saturday, July 15.",
            [("Friday, July 14", "Saturday, July 15")],
        ),
    ],
)
def test_different_times_of_one_act_differ(a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon) -> None:
    assert differences(compare_times, a, b, lexicon) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The raid began on Friday.", "Police said on Saturday that the raid had begun."),
        ("The dancer was shot at 11:35 p.m.", "The dancer was pronounced dead at 11:59 p.m."),
        ("It began at 10:30 p.m. in the flat.", "It began at 10:34 p.m. in the flat."),
        ("It began about 10:30 p.m. in the flat.", "It began at 10:38 p.m. in the flat."),
        ("It began just after 10 p.m. in the flat.", "It began at 10:20 p.m. in the flat."),
        ("It began shortly before 10 p.m. in the flat.", "It began at 9:45 p.m. in the flat."),
        ("It began at 5:30 in the flat.", "It began at 5:30 p.m. in the flat."),
        ("It began at 9 p.m. ET.", "It began at 6 p.m. PT."),
        ("It began on Friday night.", "It began on Friday."),
        ("It began on Friday evening.", "It began on Friday night."),
        ("It began early Sunday morning.", "It began late on Saturday night."),
        ("It began early Sunday.", "It began Sunday morning."),
        ("It began on July 14.", "It began on July 14, 2016."),
        ("It began in July.", "It began on July 14."),
        ("It began in 2016.", "It began on July 14, 2016."),
        ("It began in the early morning.", "It began at 2:08 a.m."),
        ("The raid began on Friday.", "The raid began in July."),
        ("It lasted more than two hours at the farm.", "It lasted three hours at the farm."),
        ("It lasted about a year at the farm.", "It lasted 13 months at the farm."),
        ("He was held for three days.", "She worked there for eight years."),
        ("The club held two weeks of rallies in Geneva.", "A vote followed three weeks of rallies in Cairo."),
        ("The club held two weeks of rallies.", "A vote followed three weeks of silence."),
        ("The march began at 9 a.m. in the square.", "The march ended at 11 a.m. in the square."),
        ("The man was arrested at 9 a.m. Monday at his flat.", "The man was charged at 11 a.m. Monday in court."),
        ("It began shortly after 6:15 a.m. in the flat.", "It started at about 6.25 am in the flat."),
        ("He drove the truck into the gate on July 14.", "The truck is towed from the gate on July 15."),
        ("The driver was held without bail on Wednesday.", "A hearing about the driver started on Tuesday."),
        ("The probe was launched in 2007.", "The crew will return in 2018."),
        ("The mayor spoke on Monday.", "The mayor spoke again."),
        ("The mill was built before 1912.", "The mill was built in 1911."),
        ("The mill was built after June 1911.", "The mill was built on July 3, 1911."),
        ("The club is closed until Wednesday.", "The club closed on Saturday."),
        ("He is expected in court on Wednesday.", "He was in court on Friday."),
        ("In 2010 the probe was launched into orbit.", "In 2018, they will launch the probe into orbit."),
    ],
)
def test_times_of_other_acts_and_near_times_do_not_differ(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_times, a, b, lexicon) == []
    assert differences(compare_times, b, a, lexicon) == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The raid began on Friday.", "On Friday the raid began.", [("Friday", "Friday")]),
        ("The raid began on July 14.", "The raid began on July 14, 2016.", [("July 14", "July 14, 2016")]),
        ("The raid began at 10:30 p.m.", "The raid began at 10:32 p.m.", [("10:30 p.m.", "10:32 p.m.")]),
        ("The raid began at noon.", "The raid began at 12 p.m.", [("noon", "12 p.m.")]),
        ("The raid began on New Year's Eve.", "The raid began on Dec. 31.", [("New Year's Eve", "Dec. 31")]),
        ("The raid lasted 24 hours.", "The raid lasted one full day.", []),
        ("The raid lasted 36 months.", "The raid lasted three years.", [("36 months", "three years")]),
        (
            "The raid began in the early morning.",
            "The raid began at 2:08 a.m.",
            [("in the early morning", "2:08 a.m.")],
        ),
    ],
)
def test_equal_and_near_times_agree(a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon) -> None:
    assert agreements(compare_times, a, b, lexicon) == expected


@pytest.mark.parametrize(
    ("a", "b", "explanation"),
    [
        ("The raid began on Friday.", "The raid began on Saturday.", "“Friday” against “Saturday”: the days differ."),
        (
            "The raid began at 10:30 p.m.",
            "The raid began at 11 p.m.",
            "“10:30 p.m.” against “11 p.m.”: the clock times differ.",
        ),
        ("The raid began on Friday.", "The raid began on Friday.", "Both say “Friday”."),
        ("The mill was built in 1911.", "The mill was built in 1912.", "“1911” against “1912”: the years differ."),
    ],
)
def test_a_reason_says_what_differs(a: str, b: str, explanation: str, lexicon: Lexicon) -> None:
    found = compare_times(*read_sides(a, b, lexicon), lexicon)
    assert [finding.reason.explanation for finding in found] == [explanation]
