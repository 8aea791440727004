"""Where sentences begin and end: each row a text, the seeds' or written for it, and its sentences."""

import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.engine.passages import Span
from counterpoint.engine.sentences import find_sentences
from counterpoint.engine.texts import canonical_text

SEEDS = Path(__file__).parents[2] / "seeds"
MARKS = [*'.!?”“"’‘)(\n…。', " ", "  ", ". ", "\n\n", "..."]
WORDS = [
    "The mayor",
    "said",
    "U.S.",
    "a.m.",
    "No.",
    "10",
    "Sen.",
    "J.",
    "St.",
    "Yahoo!",
    "said.The",
    "e.g.",
    "1.5",
    "x",
]
PIECES = st.sampled_from(MARKS + WORDS)
texts = (st.text() | st.lists(PIECES, max_size=30).map("".join)).map(lambda raw: canonical_text(raw).text)


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in find_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The trial opened in the U.S. | The judge spoke first.",
        "The U.S. Senate voted.",
        "They met in the U.S. on Friday.",
        "Sen. Smith and Gov. Jones met Rep. Lee (R-Ariz.) on Monday.",
        "Mr. and Mrs. Doe met Lt. Col. R. J. Roe Jr. of Co. B.",
        "Henry Doe Jr. was held. | He denies it.",
        "It struck at 7 p.m. Monday in York.",
        "It struck at 3 a.m. EST. | U.S. officials knew.",
        "It struck at 7 p.m. Paris time.",
        "The horn blew at 2 a.m. | Lindqvist said nobody slept.",
        "It began at 9 p.m. | The crowd left.",
        "He moved to No. 10 on Friday.",
        "He met Captain Henry No. | That man fled.",
        "“Nato is ready.” | Lithuania’s president agreed.",
        "“It is over.” | “Is it?” she asked.",
        'He said "No." | She left.',
        "‘We won,’ he said. | ‘It is true.’ | They cheered.",
        "“Why?” Lindqvist asked the board.",
        "“Is it safe?” the mayor asked.",
        "“Did it burn?” | The mayor would not say.",
        "He waited... | Then he left.",
        "He waited ... and left.",
        "It was . . . odd.",
        "It hurts… but less. | He said so.",
        "Yahoo! News reported it. | Then Yahoo! said more.",
        "He cried “Help!” | Nobody came.",
        "It cost $3.5 million. | It weighs 2.2 kg.",
        "Is it true? | Yes! | It is.",
        "It left on Friday. | (The second left on Sunday.) | Both arrived.",
        "She lives at 12 Elm St., police said.",
        "It burned in St. Louis. | It burned on Main St. in York.",
        "We met Dr. No in D.C. | He laughed.",
        "The index rose by 0.5 p.c. to 3.2.",
        "On Jan. 27 it rained. | On Feb. 3 it snowed.",
        "He read it on azcentral.Com and left.",
        "Good morning! | https://t.co/x tells more.",
        "He wrote for CBS46.com and Node.js. | It failed.",
        "这是第一句。|这是第二句。",
        "Heading without a stop",
        "",
    ],
)
def test_a_line_is_cut_where_its_sentences_end(text: str) -> None:
    expected = [part.strip() for part in text.split("|") if part.strip()]
    assert sentences(text.replace(" | ", " ").replace("|", "")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It launched on Tuesday.The satellite is safe.", ["It launched on Tuesday.", "The satellite is safe."]),
        ("Taken to a hospital.A fifth person came.", ["Taken to a hospital.", "A fifth person came."]),
        ("“It is safe.”The mayor left.", ["“It is safe.”", "The mayor left."]),
    ],
)
def test_sentences_that_a_page_glued_together_are_parted(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_end_ends_a_sentence() -> None:
    assert sentences("Heading\n\nSecurity -\n\nIt began. It ended\n") == [
        "Heading",
        "Security -",
        "It began.",
        "It ended",
    ]


PROSE = (
    "Two passenger ferries collided in thick fog off Port Harlan early on Tuesday, injuring at least 34 people, the"
    " coast guard said. The ferries, the Northern Star and the Queen of Harlan, were carrying about 410 passengers"
    " between them. Both captains passed alcohol tests, police said, and the harbour was closed to shipping until noon."
)


@pytest.mark.parametrize("width", [60, 72, 100])
def test_prose_wrapped_at_a_column_is_read_as_paragraphs(width: int) -> None:
    text = "\n".join(textwrap.wrap(PROSE, width)) + "\n\n" + "\n".join(textwrap.wrap(PROSE, width))
    assert [" ".join(words.split()) for words in sentences(text)] == 2 * sentences(PROSE)


def test_a_heading_over_wrapped_prose_stays_alone() -> None:
    heading = "Two Passenger Ferries Collide In Thick Fog off the Coast of Harlan"
    found = sentences(heading + "\n" + "\n".join(textwrap.wrap(PROSE, 72)))
    assert found[0] == heading
    assert len(found) == 4


def test_lines_that_are_no_wrapped_prose_stay_apart() -> None:
    headlines = ["Ferries collide off Port Harlan in morning fog", "Mayor resigns over a scandal about parking lots"]
    assert sentences("\n".join(headlines * 3)) == headlines * 3


@pytest.mark.parametrize("text", ["word " * 40_000, "x" * 200_000, "." * 100_000 + "x", "no stop,\t" * 20_000])
def test_a_text_without_a_full_stop_is_cut_at_white_space_into_bounded_pieces(text: str) -> None:
    found = find_sentences(text)
    assert max(map(len, found)) <= 1000
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert text.isalpha() or "." in text or all(text[span.end].isspace() for span in found)


def test_only_the_span_asked_for_is_cut() -> None:
    text = "One is here. Two is here. Three is here."
    assert [span.of(text) for span in find_sentences(text, Span(13, 25))] == ["Two is here."]


def test_the_seeds_have_as_many_sentences_as_a_reader_counts() -> None:
    counts = [len(sentences(canonical_text(path.read_text("utf-8")).text)) for path in sorted(SEEDS.glob("*.txt"))]
    assert counts == [20, 19, 17, 20, 30]


@given(texts)
@example("A\n\n\nB")
def test_sentences_are_ordered_trimmed_and_leave_no_word_out(text: str) -> None:
    found = find_sentences(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(0 < len(span) <= 1000 and span.of(text) == span.of(text).strip() for span in found)
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
