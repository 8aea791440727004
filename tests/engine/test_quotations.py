import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.passages import Span
from counterpoint.engine.quotations import cut_quotations, find_quotations, quoted_words
from counterpoint.engine.texts import canonical_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke of “concrete content” today.", ["concrete content"]),
        ('He spoke of "concrete content" today.', ["concrete content"]),
        ("He spoke of «concrete content» today.", ["concrete content"]),
        ("Er sprach von „klaren Worten“ heute.", ["klaren Worten"]),
        ("He spoke of 'concrete content' today.", ["concrete content"]),
        ("He spoke of ‘concrete content’ today.", ["concrete content"]),
        ("“It works,” he said, “and soon.”", ["It works,", "and soon."]),
        ('"It works," he said, "and soon."', ["It works,", "and soon."]),
        ("the 'coalition of the willing' met", ["coalition of the willing"]),
        ("'Not now,' he said.", ["Not now,"]),
        ("It's said that 'it isn't so' there.", ["it isn't so"]),
        ("It’s said that ‘it isn’t so’ there.", ["it isn’t so"]),
        ("“They said ‘no’ to us,” he said.", ["They said ‘no’ to us,"]),
        ("\"They said 'no' to us,\" he said.", ["They said 'no' to us,"]),
        (
            "“Guarantees must be defined.\nRussia has no say.” So he said.",
            ["Guarantees must be defined.\nRussia has no say."],
        ),
        ("“First paragraph.\n“Second paragraph,” he said.", ["First paragraph.", "Second paragraph,"]),
        ("He called it “naive”.", ["naive"]),
        ("(“Indeed”)", ["Indeed"]),
        ("—“Indeed,” she said.", ["Indeed,"]),
        ("the ‘kings’ of rock", ["kings"]),
        ("the 'boys' club' was shut", ["boys' club"]),
        # no quotations
        ("It's the boys' club and the girls' school.", []),
        ("Ukraine’s allies and Macron’s plan", []),
        ("rock 'n' roll in the '90s", []),
        ('The screen is 15" wide and 12" high.', []),
        ('The screen is 15" wide.', []),
        ("Don't, won't, can't.", []),
        ("“” and \"\" and ''", []),
        ("“…” he said", []),
        ("’Tis the season, y’all", []),
        ("the officers' cars, the suspects' van", []),
        ("no marks at all", []),
        ("a “mark that never closes", []),
    ],
)
def test_quotations_of_a_text(text: str, expected: list[str]) -> None:
    assert [quotation.span.of(text) for quotation in find_quotations(text)] == expected


def test_a_quotation_s_value_is_its_words() -> None:
    text = "“It’s about *time* — isn’t it?” she asked."
    assert [quotation.value for quotation in find_quotations(text)] == ["it's about time isn't it"]


def test_a_quotation_over_two_sentences_is_cut_to_each() -> None:
    text = "He said “guarantees must be defined. Russia has no say” there."
    second = Span(text.index("Russia"), len(text))
    first = Span(0, second.start - 1)
    found = find_quotations(text)
    assert [q.span.of(text) for q in cut_quotations(text, found, first)] == ["guarantees must be defined."]
    assert [q.span.of(text) for q in cut_quotations(text, found, second)] == ["Russia has no say"]
    assert cut_quotations(text, found, Span(0, 3)) == ()


def test_a_part_of_a_text_is_read_alone() -> None:
    text = "“one” and “two”"
    assert [q.span.of(text) for q in find_quotations(text, Span(5, len(text)))] == ["two"]


def test_words_of_a_quotation_have_places() -> None:
    text = "“It’s so”"
    assert [(word, span.of(text)) for word, span in quoted_words(text, Span(1, 8))] == [("it's", "It’s"), ("so", "so")]


PIECES = st.sampled_from([*"“”„«»‘’'\" \n.,", "don't", "says ", "word", "s' "])
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)


@given(TEXTS)
def test_quotations_lie_in_their_text_and_never_overlap(raw: str) -> None:
    text = canonical_text(raw).text
    found = find_quotations(text)
    assert all(0 <= q.span.start < q.span.end <= len(text) and q.value for q in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    for claim in (Span(0, len(text) // 2), Span(len(text) // 2, len(text))):
        assert all(claim.contains(q.span) for q in cut_quotations(text, found, claim))
