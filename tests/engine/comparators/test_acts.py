"""Which act a time belongs to, and that only times of one act differ: each row written for it."""

import pytest

from counterpoint.engine.comparators.acts import ANY
from counterpoint.engine.comparators.points import find_points
from counterpoint.engine.comparators.times import compare_times
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences, read_sides


@pytest.mark.parametrize(
    ("text", "names", "phase"),
    [
        ("The mayor was shot on Friday.", {"shoot"}, ""),
        ("Friday's shooting shook the town.", {"shoot"}, ""),
        ("The vigil on Friday drew hundreds.", {"draw"}, ""),
        ("The crash on Friday killed the pilot.", {"crash"}, ""),
        ("They gathered at the church after the shooting on Friday.", {"shoot"}, ""),
        ("Three men were hurt in the crash on Friday.", {"injure", "crash"}, ""),
        ("Two men were hit by gunfire on Friday.", {"shoot"}, ""),
        ("The minister stepped down on Friday.", {"resign"}, ""),
        ("The vote took place on Friday.", {"vote"}, ""),
        ("Parliament held a vote on Friday.", {"vote"}, ""),
        ("The strike began on Friday.", {"walk out"}, "begin"),
        ("The fire was put out on Friday.", {"burn"}, "end"),
        ("It happened on Friday.", {ANY}, ""),
        ("The incident occurred on Friday.", {ANY}, ""),
        ("He was in court on Friday.", {"court"}, ""),
        ("They were shot as they stood outside on Friday.", {"shoot", "stand"}, ""),
        ("Friday, at the mill.", set[str](), ""),
    ],
)
def test_a_time_belongs_to_an_act(text: str, names: set[str], phase: str, lexicon: Lexicon) -> None:
    (point,) = find_points(read_sides(text, "Nothing.", lexicon)[0], lexicon)
    assert (point.act.names, point.act.phase) == (names, phase)


@pytest.mark.parametrize(
    "text",
    [
        "Police said on Friday that the mayor was shot.",
        "Police held a news conference on Friday about the shooting.",
        "In a statement on Friday the bank denied it.",
        "The bank announced the merger on Friday.",
    ],
)
def test_when_somebody_spoke_is_told_apart(text: str, lexicon: Lexicon) -> None:
    (point,) = find_points(read_sides(text, "Nothing.", lexicon)[0], lexicon)
    assert point.act.is_said


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The bridge collapsed on Tuesday.", "The bridge collapsed on Wednesday.", [("Tuesday", "Wednesday")]),
        (
            "A gunman shot the mayor on Tuesday evening.",
            "The mayor was shot on Monday evening.",
            [("Tuesday evening", "Monday evening")],
        ),
        ("The minister resigned on Friday.", "The minister stepped down on Thursday.", [("Friday", "Thursday")]),
        (
            "The ferry sank at night.",
            "The ferry sank in the early afternoon.",
            [("at night", "in the early afternoon")],
        ),
        ("The two leaders met on March 3.", "The two leaders met on March 5.", [("March 3", "March 5")]),
        ("The factory opened in 1987.", "The factory opened in 1989.", [("1987", "1989")]),
        ("The election will be held in May.", "The election will be held in September.", [("May", "September")]),
        ("Voters go to the polls on Sunday.", "Voters go to the polls on Monday.", [("Sunday", "Monday")]),
        (
            "She was found dead on Sunday morning.",
            "Her body was found on Saturday morning.",
            [("Sunday morning", "Saturday morning")],
        ),
        (
            "The explosion happened just before midnight.",
            "The explosion happened at about 3 a.m.",
            [("midnight", "3 a.m.")],
        ),
        ("The train derailed at 7:40 am.", "The train came off the rails at 8.25am.", [("7:40 am", "8.25am")]),
        (
            "Police arrested the driver on Wednesday.",
            "The driver was detained on Thursday.",
            [("Wednesday", "Thursday")],
        ),
        ("The strike began at midnight on Sunday.", "The strike began at 6 a.m. on Sunday.", [("midnight", "6 a.m.")]),
        (
            "The hostage was freed after three days.",
            "The hostage was freed after five days.",
            [("three days", "five days")],
        ),
        ("The fire broke out at around 11pm.", "The blaze started at around 9pm.", [("11pm", "9pm")]),
        ("He died on Thursday at the hospital.", "He died at the hospital on Friday.", [("Thursday", "Friday")]),
        (
            "The storm made landfall on Monday afternoon.",
            "The storm made landfall on Sunday night.",
            [("Monday afternoon", "Sunday night")],
        ),
        ("The vote took place on Tuesday.", "Lawmakers voted on Wednesday.", [("Tuesday", "Wednesday")]),
        ("The company was founded in 1998.", "The company was founded in 2001.", [("1998", "2001")]),
        ("The hearing is set for April 12.", "The hearing is scheduled for April 19.", [("April 12", "April 19")]),
        ("The match kicked off at 3pm.", "The match kicked off at 5pm.", [("3pm", "5pm")]),
        ("The law takes effect on January 1.", "The law takes effect on July 1.", [("January 1", "July 1")]),
        ("Police were called at 2:15 a.m.", "Police were called at 3:05 a.m.", [("2:15 a.m.", "3:05 a.m.")]),
        ("The attack came on Friday morning.", "The attack came on Saturday.", [("Friday morning", "Saturday")]),
        ("The couple married in June 2014.", "The couple married in 2012.", [("June 2014", "2012")]),
        ("The siege ended at dawn on Thursday.", "The siege ended at dawn on Friday.", [("Thursday", "Friday")]),
        ("The body was discovered on July 8.", "The body was discovered on July 11.", [("July 8", "July 11")]),
        ("The crash on Tuesday killed the pilot.", "The crash on Monday killed the pilot.", [("Tuesday", "Monday")]),
        (
            "Friday's earthquake destroyed the church.",
            "Saturday's earthquake destroyed the church.",
            [("Friday", "Saturday")],
        ),
        (
            "The rocket lifted off on Monday at 9 a.m.",
            "The rocket lifted off on Tuesday at 9 a.m.",
            [("Monday", "Tuesday")],
        ),
        (
            "The school reopened two weeks after the flood.",
            "The school reopened five weeks after the flood.",
            [("two weeks", "five weeks")],
        ),
        ("The deal was signed on Monday.", "The deal was signed last Friday.", [("Monday", "Friday")]),
        (
            "He was sentenced on Tuesday to life in prison.",
            "The judge sentenced him on Thursday to life in prison.",
            [("Tuesday", "Thursday")],
        ),
        (
            "The cathedral caught fire on Monday evening.",
            "The fire at the cathedral started on Monday morning.",
            [("Monday evening", "Monday morning")],
        ),
        ("The talks lasted eleven hours.", "The talks lasted four hours.", [("eleven hours", "four hours")]),
        ("The singer died in 2009.", "The singer died in 2010.", [("2009", "2010")]),
        (
            "The girl vanished on Saturday night.",
            "The girl disappeared on Sunday night.",
            [("Saturday night", "Sunday night")],
        ),
        ("Troops entered the city on Thursday.", "Troops entered the city on Tuesday.", [("Thursday", "Tuesday")]),
        ("The first case was reported in March.", "The first case was reported in January.", [("March", "January")]),
        (
            "The boy fell down the well in Orrin, Dale province on Sunday morning.",
            "The boy fell down the well in Orrin, Dale province on Monday morning, police said.",
            [("Sunday morning", "Monday morning")],
        ),
        (
            "No further details were available as of late Saturday afternoon.",
            "No further details were available as of late Saturday night, police said.",
            [("late Saturday afternoon", "late Saturday night")],
        ),
        (
            "Shots rang out after 3 a.m. Sunday morning outside the mill.",
            "Shots rang out after 3am Sunday evening outside the mill.",
            [("Sunday morning", "Sunday evening")],
        ),
        (
            "The mill owner on Wednesday confirmed the loss of contact with the driver.",
            "The mill owner on Thursday confirmed the loss of contact with the driver.",
            [("Wednesday", "Thursday")],
        ),
        (
            "The road is expected to stay closed until at least 7:30 a.m., police said.",
            "The road is expected to stay closed until at least 10:30 a.m., police said.",
            [("7:30 a.m.", "10:30 a.m.")],
        ),
    ],
)
def test_times_of_one_act_differ_however_it_is_told(
    a: str, b: str, expected: list[tuple[str, str]], lexicon: Lexicon
) -> None:
    assert differences(compare_times, a, b, lexicon) == expected
    assert differences(compare_times, b, a, lexicon) == [(other, one) for one, other in expected]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The boy died on Thursday.",
            "After a three-hour standoff on Monday, police said a man was linked to the boy's death.",
        ),
        (
            "The man was ordered held on bail on Wednesday.",
            "Police held a press conference on Tuesday about Friday's shooting.",
        ),
        ("The girls were freed late on Saturday.", "Four jailed fighters were freed on Wednesday night."),
        ("The UN welcomed the release on Monday.", "The government announced the release on Thursday."),
        ("The picture of the girls was taken on October 13.", "The girls were taken from the school in April 2014."),
        ("Officials said on Friday that 12 people had died.", "The mayor said on Saturday that 12 people had died."),
        ("The mayor was shot on Tuesday.", "The mayor's funeral was held on Saturday."),
        ("The bridge collapsed on Tuesday.", "Engineers had inspected the bridge on Friday."),
        ("The minister resigned on Friday.", "The minister was appointed on Monday."),
        ("The suspect was arrested on Wednesday.", "The suspect appeared in court on Friday."),
        ("The bank said on Tuesday it would close branches.", "The branches will close in March."),
        ("Police were called at 2:15 a.m.", "The club closes at 2 a.m."),
        ("The fire broke out at around 11pm.", "The fire was put out at around 2am."),
        ("He died on Friday of wounds from the attack on Tuesday.", "He was wounded in the attack on Tuesday."),
        ("The strike began on Monday.", "The union called the strike last Thursday."),
        ("The plane took off at 9:10 a.m.", "The plane vanished from radar at 9:52 a.m."),
        ("The election was held on Sunday.", "The results were announced on Tuesday."),
        ("The president arrived on Monday.", "The president left on Wednesday."),
        ("The man was seen on Friday.", "The man was found dead on Sunday."),
        ("The storm made landfall late on Sunday.", "The storm made landfall early on Monday."),
        ("The raid took place on Monday night.", "The raid took place in the early hours of Tuesday."),
        ("The vigil on Thursday drew hundreds.", "The shooting on Monday left two dead."),
        ("He was born in 1961.", "He joined the party in 1983."),
        ("She was photographed on May 4.", "She was arrested on May 6."),
        ("A statement on Wednesday confirmed the merger.", "The merger closed on Monday."),
        ("Rescue teams arrived on Tuesday morning.", "The quake struck on Monday night."),
        ("The trial opens on Monday.", "He was charged in January."),
        ("Police said early Friday that three people had died.", "The attack took place late on Thursday."),
        ("The shop was robbed on Saturday.", "The same shop was robbed in 2015."),
        ("The law was passed in June.", "The law takes effect in January."),
        ("The crash happened at 5:30.", "The crash happened at 5:30 p.m."),
        ("The meeting lasted three hours.", "The flight lasted nine hours."),
        ("He worked for the firm for ten years.", "The firm traded for thirty years."),
        (
            "The company, founded in 1998, went bust on Monday.",
            "The company went bust on Monday, 25 years after it was founded.",
        ),
        ("The body was found on Sunday.", "Police believe she died on Thursday."),
        ("The deal was agreed on Friday.", "The deal was signed on Monday."),
        ("The council will vote on Tuesday.", "The council debated on Monday."),
        ("The concert was planned for Saturday.", "The concert was cancelled on Thursday."),
        ("A curfew is in force until Friday.", "A curfew has been in force since Monday."),
        (
            "The court jailed her on Thursday over the 2015 killing.",
            "The killing took place in 2015; she was arrested in 2018.",
        ),
        ("Protesters gathered on Saturday after the shooting on Thursday.", "The shooting happened on Thursday night."),
        ("The hospital said on Sunday he was stable.", "The hospital said on Monday he had died."),
    ],
)
def test_times_of_other_acts_do_not_differ(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_times, a, b, lexicon) == []
    assert differences(compare_times, b, a, lexicon) == []
