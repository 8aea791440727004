"""Code points and UTF-16 units, and that Qt keeps a canonical text as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.views.offsets import Offsets
from counterpoint.views.pages import Page
from counterpoint.views.themes import LIGHT

LETTERS = "ab 🌊é\n\u05d0\u200d👩🏽\ufb01𝒳\t\u00a0\u0301"
TEXTS = st.text(st.sampled_from(LETTERS)).map(lambda raw: canonical_text(raw).text)


@given(TEXTS)
def test_offsets_count_as_utf_16_does_and_come_back(text: str) -> None:
    offsets = Offsets(text)
    for at in range(len(text) + 1):
        unit = len(text[:at].encode("utf-16-le")) // 2
        assert offsets.to_qt(at) == unit
        assert offsets.from_qt(unit) == at


@given(TEXTS)
def test_the_middle_of_a_character_belongs_to_its_beginning(text: str) -> None:
    offsets = Offsets(text)
    for at, character in enumerate(text):
        if character > "\uffff":
            assert offsets.from_qt(offsets.to_qt(at) + 1) == at


@pytest.mark.usefixtures("qapp")
@given(text=TEXTS)
def test_a_page_keeps_every_character(text: str) -> None:
    page = Page(Source(SourceId("s"), text), LIGHT, 16)
    assert page.document().toRawText().replace("\u2029", "\n") == text
    page.deleteLater()


def test_selected_words_are_those_of_the_source(qtbot: QtBot) -> None:
    text = "Flood 🌊🌊 in Nowhere\nFour people died."
    page = Page(Source(SourceId("s"), text), LIGHT, 16)
    qtbot.addWidget(page)
    page.find("Four people")
    selected = page.selected()
    assert selected is not None
    assert selected.of(text) == "Four people"
    assert selected == Span(20, 31)
