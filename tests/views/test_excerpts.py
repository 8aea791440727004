"""Excerpts: what has room of a claim, with the words that matter among it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat

from counterpoint.engine.passages import Span
from counterpoint.views.excerpts import Excerpt, Stress
from counterpoint.views.themes import load_fonts, reading_font

START = "The council of the town, which met in the evening with all of its members and for many hours, said that "
PIECES = st.sampled_from(["flood", "a", "🌊", "é", "antidisestablishmentarianism", ",", "12,000", "—", "\n"])


def excerpt(text: str, words: str, lines: int = 3) -> Excerpt:
    at = text.index(words)
    return Excerpt(text, [Stress(Span(at, at + len(words)), QTextCharFormat())], reading_font(15), 180, lines)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "words", "begins", "ends"),
    [
        ("Nine people died.", "Nine", "Nine", "died."),
        (f"{START}nine people died.", "nine people", "… ", "died."),
        (f"Nine people died, and {START}it will rain.", "Nine", "Nine people", "…"),
        (f"{START}nine people died, and {START}it will rain.", "nine people", "… ", "…"),
    ],
)
def test_what_matters_is_among_what_is_shown(text: str, words: str, begins: str, ends: str) -> None:
    load_fonts()
    shown = excerpt(text, words).words
    assert words in excerpt(text, words, lines=1).words
    assert words in shown
    assert shown.startswith(begins)
    assert shown.endswith(ends)
    assert not shown.endswith((",…", " …"))


@pytest.mark.usefixtures("qapp")
@given(st.lists(PIECES, min_size=1, max_size=60), st.integers(60, 400), st.data())
def test_any_text_has_an_excerpt_of_its_own_words(pieces: list[str], width: int, data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    made = Excerpt(text, [Stress(span, QTextCharFormat())], reading_font(15), width, 3)
    told = made.words.removeprefix("… ").removesuffix("…")
    assert told in text.replace("\n", " ")
    assert told or made.words == "…"  # of nothing but a comma and the like
