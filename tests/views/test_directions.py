"""Right to left, accents, emoji, both directions on one line: words are marked and pointed at where they stand."""

import pytest
from PySide6.QtCore import QPoint

from counterpoint.engine.passages import Span
from tests.views.readers import Reader

HEBREW = "הנשיא אמר ביום שני כי 35 מדינות הצטרפו לקואליציה."
ARABIC = "قال الرئيس إن 31 دولة انضمت إلى التحالف يوم الاثنين."
MIXED = "The mayor said “שלום לכולם” to 12 families 👩‍👩‍👧 on Monday."
ACCENTS = "Zoë Nausėda’s naïve café 🇫🇷🌊 opened twelve shelters."


@pytest.mark.parametrize("text", [HEBREW, ARABIC, MIXED, ACCENTS, f"{HEBREW}\n{MIXED}", f"🌊🌊🌊 {ACCENTS}\n{ARABIC}"])
def test_every_word_is_marked_where_it_stands(reader: Reader, text: str) -> None:
    reader.open_texts(text, "Five people died.")
    page = reader.room.desk.columns[0].page
    for mark in page.marks:
        words = [Span(mark.span.start + i, mark.span.start + j) for i, j in _words(mark.span.of(text))]
        for word in words:
            rects = page._places.rects(word)  # noqa: SLF001
            assert rects, word.of(text)
            for rect in rects:
                assert rect.width() > 0, word.of(text)
                assert mark.id in page.marks_at(rect.center()), word.of(text)


@pytest.mark.parametrize("text", [HEBREW, ARABIC])
def test_a_click_on_the_first_word_at_the_right_selects_what_stands_there(reader: Reader, text: str) -> None:
    reader.open_texts(text, "Five people died.")
    page = reader.room.desk.columns[0].page
    first = page._places.rects(Span(0, 4))[0]  # noqa: SLF001
    assert first.center().x() > page.viewport().width() / 2, "it begins at the right"
    reader.click(page.viewport(), QPoint(round(first.center().x()), round(first.center().y())))
    finding = reader.room.walk.current
    assert finding is not None
    assert finding.a.claim.text == text


def test_a_line_that_is_marked_whole_has_no_gap(reader: Reader) -> None:
    reader.open_texts(HEBREW, MIXED)
    for column, text in zip(reader.room.desk.columns, (HEBREW, MIXED), strict=True):
        places = column.page._places  # noqa: SLF001
        lines = [rect.y() for rect in places.rects(Span(0, len(text)))]
        assert len(lines) == len(set(lines))


def _words(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    for word in text.split(" "):
        if word:
            found.append((at, at + len(word)))
        at += len(word) + 1
    return found
