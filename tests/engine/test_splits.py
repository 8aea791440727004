"""Which words are claims: each row a sentence, the seeds' or written for it, and the claims cut from it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.noise.finders import find_noise
from counterpoint.engine.noise.noises import Noise, NoiseKind
from counterpoint.engine.passages import Span
from counterpoint.engine.sentences import find_sentences
from counterpoint.engine.splits import find_claim_spans, find_headline
from counterpoint.engine.texts import canonical_text

SEEDS = Path(__file__).parents[2] / "seeds"


def claims(text: str) -> list[str]:
    sentences = find_sentences(text)
    return [span.of(text) for span in find_claim_spans(text, sentences, find_noise(text, sentences))]


@pytest.mark.parametrize(
    "text",
    [
        "France would provide the bulk of the troops, while | Turkey would be tasked with “securing the Black Sea”.",
        "The captain was released from the hospital last night; | the cook was still being treated for his wounds.",
        "Details of the collision were not known at first, but | one passenger had filmed it from the upper deck.",
    ],
)
def test_two_statements_side_by_side_are_two_claims(text: str) -> None:
    parts = [part.removesuffix(" while").removesuffix(" but").removesuffix(" and") for part in text.split(" | ")]
    assert claims(text.replace("| ", "")) == [part.rstrip(",;") for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        # Who says so covers both halves.
        "Police said the gun was stolen from a car in York, and the man was arrested on Tuesday morning.",
        "The gun was stolen from a car in York, and the man was arrested on Tuesday, police said.",
        # So does a condition.
        "If a ceasefire is agreed with Russia this year, the troops will be sent, and the sanctions will be lifted.",
        # Half a quotation is none.
        "“The gun was stolen from a car in York, and the man was arrested on Tuesday morning.”",
        "It was “stolen from a car in York on Monday; the man was arrested” on Tuesday in the harbour.",
        # One half says nothing without the other.
        "Two nurses and a cook were hurt in York, but all three were expected to recover.",
        "More than 400 passengers were on board that morning, and 30 of them were brought to a hospital.",
        "The ferry left the harbour in thick fog on Tuesday, and it was the last one to do so.",
        "Three of the nurses were hurt in the leg, while one of the cooks was hurt in the back.",
        # A list, a short half, one subject for both.
        "The fire destroyed the church, the school, and the house of the mayor of York on Tuesday night.",
        "It was raining hard in York, and he left.",
        "He was taken to a hospital in York, and later died of the wounds in his back.",
    ],
)
def test_a_sentence_that_hangs_together_is_one_claim(text: str) -> None:
    assert claims(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Is it safe?",
        "“Did anybody hear a bang or a horn just now?”",
        "What is the difference between a ferry and a barge?",
        "Good morning.",
        "Thank you very much!",
        "One injured.",
        "33.919235 -118.333397",
        "...",
        "",
    ],
)
def test_questions_greetings_and_scraps_are_no_claims(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ferries collide off Harlan",
        "The coast guard asked, “Did anybody hear a bang just now?”",
        "12 dead in Nice",
    ],
)
def test_headlines_and_reported_questions_are_claims(text: str) -> None:
    assert claims(text) == [text]


def test_noise_is_cut_from_both_ends_of_a_claim() -> None:
    text = "Headline of it\nOSLO (AP) — Divers searched the wreck on Friday. (Photo: Jane Doe)"
    assert claims(text) == ["Headline of it", "Divers searched the wreck on Friday."]


def test_noise_in_the_middle_leaves_two_pieces() -> None:
    text = "Divers searched the wreck (AD HERE) and they found nothing."
    noise = (Noise(Span(26, 35), NoiseKind.ADVERT),)
    spans = find_claim_spans(text, find_sentences(text), noise)
    assert [span.of(text) for span in spans] == ["Divers searched the wreck", "and they found nothing."]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Ferries collide in fog\n\nTwo ferries collided on Friday.", "Ferries collide in fog"),
        ("Security -\nFerries collide in fog\nTwo ferries collided on Friday.", "Ferries collide in fog"),
        ("Ferries collide in fog - FOX5 Town\nTwo ferries collided on Friday.", "Ferries collide in fog"),
        ("“We are lost”: ferries collide\nTwo ferries collided.", "“We are lost”: ferries collide"),
        ("Two ferries collided on Friday.\nNobody was hurt.", None),
        ("Two ferries collided on Friday", None),
        ("Two ferries collided. Nobody was hurt.", None),
        ("A very long line " * 20 + "\nTwo ferries collided.", None),
        ("", None),
    ],
)
def test_the_headline_is_the_first_line_without_a_full_stop(text: str, headline: str | None) -> None:
    sentences = find_sentences(text)
    found = find_headline(text, sentences, find_noise(text, sentences))
    assert (found.of(text) if found else None) == headline


def test_a_headline_is_found_without_knowing_the_noise() -> None:
    text = "Ferries collide in fog\nTwo ferries collided on Friday."
    assert find_headline(text, find_sentences(text)) == Span(0, 22)


def test_the_seeds_make_as_many_claims_as_a_reader_counts() -> None:
    texts = [canonical_text(path.read_text("utf-8")).text for path in sorted(SEEDS.glob("*.txt"))]
    assert [len(claims(text)) for text in texts] == [20, 19, 17, 12, 27]


JOINTS = [", and it was never found again", "; ", ", while ", "?", ".", "\n", " ", "“", "”", "\n\n"]
WORDS = ["The ferry was lost in the fog", "Police said", "(Photo: AP)", "Read more", "Is it", "x", "Good morning"]
PIECES = st.sampled_from(JOINTS + WORDS)
texts = (st.text() | st.lists(PIECES, max_size=20).map("".join)).map(lambda raw: canonical_text(raw).text)


@given(texts)
def test_claims_are_ordered_and_lie_in_sentences_and_apart_from_noise(text: str) -> None:
    sentences = find_sentences(text)
    noise = find_noise(text, sentences)
    found = find_claim_spans(text, sentences, noise)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(any(sentence.contains(claim) for sentence in sentences) for claim in found)
    assert not any(claim.overlaps(piece.span) for claim in found for piece in noise)
    assert all(claim.of(text) and claim.of(text) == claim.of(text).strip() for claim in found)
    headline = find_headline(text, sentences, noise)
    assert headline is None or any(sentence.contains(headline) for sentence in sentences)
