"""Which times a sentence names: each row a sentence, the seeds' or written for it, and what should be found."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.details import Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.moments.times import find_times
from counterpoint.engine.passages import Span
from counterpoint.engine.words import find_words

FRIDAY = date(2016, 7, 15)


def times(text: str, lexicon: Lexicon, published: date | None = None) -> tuple[Time, ...]:
    span = Span(0, len(text))
    return find_times(text, span, find_words(text, span, lexicon), lexicon, published)


def shown(text: str, lexicon: Lexicon) -> list[str]:
    return [f"{time.span.of(text)}: {time.value}" for time in times(text, lexicon)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On September 4, Paris hosted a meeting.", ["September 4: --09-04"]),
        ("It began on July 14.", ["July 14: --07-14"]),
        ("It began on July 14, 2016.", ["July 14, 2016: 2016-07-14"]),
        ("It began on July 14 2016.", ["July 14 2016: 2016-07-14"]),
        ("It began on 14 July.", ["14 July: --07-14"]),
        ("It began on 14 July 2016.", ["14 July 2016: 2016-07-14"]),
        ("It began on the 14th of July.", ["14th of July: --07-14"]),
        ("It began on July 14th.", ["July 14th: --07-14"]),
        ("It began on Sept. 4.", ["Sept. 4: --09-04"]),
        ("It began on Dec 31.", ["Dec 31: --12-31"]),
        ("It began on 7/14/2016.", ["7/14/2016: 2016-07-14"]),
        ("It began on 14/7/2016.", ["14/7/2016: 2016-07-14"]),
        ("It began on 4/5/2016.", ["4/5/2016: 4/5/2016"]),
        ("It began on 14.07.2016.", ["14.07.2016: 2016-07-14"]),
        ("It began on 2016-07-14.", ["2016-07-14: 2016-07-14"]),
        ("It runs July 14-16.", ["July 14-16: --07-14/16"]),
        ("It runs from July 14 to 16, 2016.", ["July 14 to 16, 2016: 2016-07-14/16"]),
        ("It began in May 2015.", ["May 2015: 2015-05"]),
        ("It began in April 2014.", ["April 2014: 2014-04"]),
        ("It began in January.", ["January: --01"]),
        ("It began in May.", ["May: --05"]),
        ("January was cold.", ["January: --01"]),
        ("It began on New Year's Eve.", ["New Year's Eve: --12-31"]),
        ("It began on Christmas Day.", ["Christmas Day: --12-25"]),
        ("It began on the Fourth of July.", ["Fourth of July: --07-04"]),
        ("It began on Bastille Day.", ["Bastille Day: --07-14"]),
        ("May Day was calm.", ["May Day: --05-01"]),
    ],
)
def test_dates(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police came on Friday.", ["Friday: friday"]),
        ("Police came Friday night.", ["Friday night: friday night"]),
        ("Police came early Friday.", ["early Friday: friday early"]),
        ("Police came early Friday morning.", ["early Friday morning: friday morning"]),
        ("Police came late Saturday.", ["late Saturday: saturday"]),
        ("Police came on Tuesday, Dec. 26, 2017, and left.", ["Tuesday, Dec. 26, 2017: tuesday 2017-12-26"]),
        ("Police came on Sunday, Nov. 3.", ["Sunday, Nov. 3: sunday --11-03"]),
        ("Police came on Sunday 3 November.", ["Sunday 3 November: sunday --11-03"]),
        ("Police came on Tue. morning.", ["Tue. morning: tuesday morning"]),
        ("Police came on Fri. Jan. 5.", ["Fri. Jan. 5: friday --01-05"]),
        ("It was Sunday's vote.", ["Sunday: sunday"]),
        ("Monday's early morning raid failed.", ["Monday's early morning: monday morning"]),
        ("Police came that morning.", ["that morning: morning"]),
        ("Police came in the early evening.", ["in the early evening: evening"]),
        ("Police came last night.", ["last night: last night"]),
        ("Police came overnight.", []),
        ("Police came yesterday.", ["yesterday: yesterday"]),
        ("Police came yesterday afternoon.", ["yesterday afternoon: yesterday afternoon"]),
        ("Police come tomorrow.", ["tomorrow: tomorrow"]),
        ("Police came two days ago.", ["two days ago: 2 days ago"]),
        ("Police came a week ago.", ["a week ago: 7 days ago"]),
        ("Police came last week.", ["last week: last week"]),
        ("Police came earlier this month.", ["earlier this month: this month"]),
        ("Police came last summer.", ["last summer: last summer"]),
        ("Police came in the summer of 2016.", ["summer of 2016: summer 2016"]),
        ("Police came in the fall.", ["fall: autumn"]),
        ("Police came in 2024.", ["2024: 2024"]),
        ("It may come by 2027 or 2030.", ["2027: 2027", "2030: 2030"]),
        ("The 1990s were calm.", ["1990s: 1990s"]),
        ("The 2015 attacks shook the town.", ["2015: 2015"]),
        ("It was so in mid-2016.", ["2016: 2016"]),
    ],
)
def test_days_and_periods(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began at 10:30 p.m.", ["10:30 p.m.: 22:30"]),
        ("It began at 10:30 p.m. and ended.", ["10:30 p.m.: 22:30"]),
        ("It began around 9:56 p.m. Monday.", ["9:56 p.m.: 21:56", "Monday: monday"]),
        ("It began at 9 p.m. CT.", ["9 p.m. CT: 21:00 CT"]),
        ("It began at 2:08 a.m. ET on Saturday.", ["2:08 a.m. ET: 02:08 ET", "Saturday: saturday"]),
        ("It began at 11am local time.", ["11am local time: 11:00"]),
        ("It began at 2.30pm.", ["2.30pm: 14:30"]),
        ("It began at 2130 hours.", ["2130 hours: 21:30"]),
        ("It began at 0930 GMT.", ["0930 GMT: 09:30 GMT"]),
        ("It began at 12:15 AM.", ["12:15 AM: 00:15"]),
        ("It began at 12 p.m.", ["12 p.m.: 12:00"]),
        ("It began at 17:45.", ["17:45: 17:45"]),
        ("It began at 5:30.", ["5:30: 05:30?"]),
        ("It began at 5:30 in the afternoon.", ["5:30 in the afternoon: 17:30"]),
        ("It began at ten o'clock.", ["ten o'clock: 10:00?"]),
        ("It began at ten o’clock at night.", ["ten o’clock at night: 22:00"]),
        ("It began at noon.", ["noon: 12:00"]),
        ("It began just before midnight.", ["midnight: 00:00"]),
    ],
)
def test_clock_times(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He may go.",
        "May I go?",
        "They march on.",
        "March on!",
        "April Jones and June Smith came.",
        "Augusts are hot.",
        "The Sun reported it.",
        "The sun sat low; they wed.",
        "He read the Sunday Times.",
        "Black Friday was busy.",
        "Good Friday was calm.",
        "He took a second look.",
        "It is second to none.",
        "They paid $2016 for it.",
        "2000 people came.",
        "Flight 1931 was late.",
        "They met on Noon Street.",
        "They won 3:2.",
        "He ran 10.5 miles.",
        "It took 12 hours.",
        "Two days later they met.",
        "He may fall.",
        "A spring broke.",
        "One day they met.",
        "It was 14 percent.",
        "The year ended.",
    ],
)
def test_other_words_are_no_times(text: str, lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("on Friday", date(2016, 7, 15)),
        ("on Thursday", date(2016, 7, 14)),
        ("on Saturday", date(2016, 7, 9)),
        ("last Friday", date(2016, 7, 15)),
        ("next Monday", date(2016, 7, 18)),
        ("on July 14", date(2016, 7, 14)),
        ("on Sept. 4", date(2016, 9, 4)),
        ("on Jan. 3", None),
        ("on July 14, 2015", date(2015, 7, 14)),
        ("on Thursday, July 14", date(2016, 7, 14)),
        ("yesterday", date(2016, 7, 14)),
        ("last night", date(2016, 7, 14)),
        ("tonight", date(2016, 7, 15)),
        ("tomorrow morning", date(2016, 7, 16)),
        ("two days ago", date(2016, 7, 13)),
        ("on Bastille Day", date(2016, 7, 14)),
        ("it will be on Monday", None),
        ("last week", None),
        ("in July", None),
        ("on February 30", None),
    ],
)
def test_the_publication_date_resolves_what_words_leave_open(
    text: str, resolved: date | None, lexicon: Lexicon
) -> None:
    assert times(text, lexicon, FRIDAY)[0].resolved == resolved


@pytest.mark.parametrize("text", ["on Friday", "on July 14", "yesterday", "last night", "two days ago"])
def test_without_a_publication_date_they_stay_open(text: str, lexicon: Lexicon) -> None:
    assert times(text, lexicon)[0].resolved is None


def test_months_and_years_count_from_the_publication(lexicon: Lexicon) -> None:
    found = times("last month, next year", lexicon, date(2016, 1, 5))
    assert [(time.year, time.month) for time in found] == [(2015, 12), (2017, None)]


def test_a_clock_time_without_half_of_the_day_says_so(lexicon: Lexicon) -> None:
    assert [time.is_half_open for time in times("at 5:30, at 5:30 p.m., at 17:30", lexicon)] == [True, False, False]


PIECES = st.sampled_from(
    """Friday Fri. Monday's July 14 14th 2016 Sept. of May March 10:30 p.m. am 9 noon in the early late night morning
    last next week year two days ago later summer 7/14/2016 2016-07-14 - / , . ( '
    New Year's Eve o'clock hours 2130 ET""".split()
)


@given(
    st.lists(PIECES, max_size=14), st.sampled_from([" ", "", "-"]), st.sampled_from([None, FRIDAY, date.min, date.max])
)
def test_times_keep_within_the_text_and_apart(
    lexicon: Lexicon, pieces: list[str], between: str, published: date | None
) -> None:
    text = f"x{between.join(pieces)}x"
    span = Span(1, len(text) - 1)
    found = find_times(text, span, find_words(text, span, lexicon), lexicon, published)
    assert all(span.contains(time.span) and len(time.span) > 0 for time in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.text(max_size=80))
def test_any_text_can_be_read(lexicon: Lexicon, text: str) -> None:
    assert all(time.value for time in times(text, lexicon, FRIDAY))
