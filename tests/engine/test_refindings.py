"""Words found again in a newer text, or told to be lost: never put on a guess."""

from random import Random

import pytest

from counterpoint.engine.passages import Span
from counterpoint.engine.refindings import Quote, refind

BEFORE = (
    "The fire began in the kitchen of the hotel at two in the morning. Twelve guests were taken to hospital. "
    "Team Alpha was on duty that night. Team Beta came an hour later. The owner said he was sorry. "
    "Nobody has been arrested. Twelve rooms burned out."
)

GUESTS = "Twelve guests were taken to hospital."


def quote(words: str, text: str = BEFORE, nth: int = 0) -> tuple[Quote, Span]:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Quote(words, text[max(0, at - 32) : at], text[at + len(words) : at + len(words) + 32]), Span(
        at, at + len(words)
    )


@pytest.mark.parametrize(
    ("words", "change", "found"),
    [
        (
            GUESTS,
            ("The fire", "On Monday the fire"),
            GUESTS,
        ),
        ("Twelve", ("Nobody has been arrested. ", ""), "Twelve"),  # of two, the one whose neighbours are there
        ("Team Alpha was on duty that night.", ("Team Alpha was on duty that night. ", ""), None),  # no lookalike
        (
            GUESTS,
            ("Twelve guests", "Thirteen guests"),
            GUESTS.replace("Twelve", "Thirteen"),
        ),
        (GUESTS, (GUESTS, "Nobody was hurt."), None),
        ("arrested", ("Nobody has been arrested.", "Police have arrested a cook."), None),
        ("The owner said he was sorry.", ("The owner said he was sorry. ", ""), None),
        ("guests", ("Twelve guests were", "In the end all guests had been"), None),  # a short word among others
    ],
)
def test_only_what_is_sure_is_found(words: str, change: tuple[str, str], found: str | None) -> None:
    wanted, _ = quote(words)
    after = BEFORE.replace(*change)
    span = refind(wanted, BEFORE, after)
    assert (None if span is None else span.of(after)) == found


def test_of_two_places_alike_neither_is_taken() -> None:
    text = "He said no. He said no. He said no. "
    wanted, _ = quote("He said no.", text, 1)
    assert refind(wanted, text, text + text) is None


@pytest.mark.parametrize("seed", range(30))
def test_in_shuffled_paragraphs_a_sentence_is_found_whole_or_not_at_all(seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    sentences = [f"{part.strip()}." for part in BEFORE.split(".") if part.strip()]
    kept = chance.sample(sentences, chance.randint(1, len(sentences)))
    after = "\n\n".join(kept)
    for sentence in sentences:
        wanted, _ = quote(sentence)
        span = refind(wanted, BEFORE, after)
        assert span is None or span.of(after) == sentence
        if sentence not in kept:
            assert span is None


@pytest.mark.parametrize("seed", range(30))
def test_an_unchanged_text_loses_nothing(seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    start = chance.randint(0, len(BEFORE) - 5)
    span = Span(start, min(len(BEFORE), start + chance.randint(1, 60)))
    words = span.of(BEFORE)
    wanted = Quote(words, BEFORE[max(0, start - 32) : start], BEFORE[span.end : span.end + 32])
    assert refind(wanted, BEFORE, BEFORE) == span
