import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.readers.hyphens import Hyphens


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        ("an extra-", "ordinary gathering", "an extraordinary gathering"),
        ("an extra\u00ad", "ordinary gathering", "an extraordinary gathering"),
        ("an extra\u2010", "ordinary gathering", "an extraordinary gathering"),
        ("two Ukrai-", "nian officers", "two Ukrainian officers"),
        ("twenty-", "six countries", "twenty-six countries"),
        ("one-", "third of them", "one-third of them"),
        ("a six-", "teen year-old", "a sixteen year-old"),
        ("the so-", "called coalition", "the so-called coalition"),
        ("a US-", "led force", "a US-led force"),
        ("a UN-", "backed force", "a UN-backed force"),
        ("the Franco-", "British talks", "the Franco-British talks"),
        ("from 2024-", "25 on", "from 2024-25 on"),
        ("a 45-", "year-old man", "a 45-year-old man"),
        ("a 45-year-", "old man", "a 45-year-old man"),
        ("a long-", "term plan", "a long-term plan"),
        ("no hyphen", "at all", "no hyphen at all"),
        ("a dash -", "and more", "a dash - and more"),
        ("a dash –", "and more", "a dash – and more"),
    ],
)
def test_words_that_a_lines_end_cut_are_whole_again(upper: str, lower: str, joined: str) -> None:
    assert Hyphens([upper, lower]).join(upper, lower) == joined


def test_the_text_itself_shows_how_it_writes_a_word() -> None:
    assert Hyphens(["an e-mail came", "the e-", "mail"]).join("the e-", "mail") == "the e-mail"
    assert Hyphens(["an email came", "the e-", "mail"]).join("the e-", "mail") == "the email"


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_letter_is_lost(upper: str, lower: str) -> None:
    joined = Hyphens([upper, lower]).join(upper, lower)
    assert [c for c in joined if c.isalnum()] == [c for c in upper + lower if c.isalnum()]
