"""Words are found as a person types them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.app.searches import find_words, has_words
from counterpoint.engine.texts import canonical_text

TEXTS = st.text(st.sampled_from("aAbß éE\u0301łŁ’'“\"–-\n\u00a0\u200bﬁß🌊İ")).map(lambda raw: canonical_text(raw).text)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Four died. FOUR were hurt.", "four", ["Four", "FOUR"]),
        ("The Élysée and Nausėda", "elysee", ["Élysée"]),
        ("The Elysee", "élysée", ["Elysee"]),
        ("The mayor’s “plan”", 'mayor\'s "plan"', ["mayor’s “plan”"]),
        ("a three–day strike", "three-day", ["three–day"]),
        ("thirty-one\n\n  countries", "one countries", ["one\n\n  countries"]),
        ("in Łódź and Tromsø", "lodz", ["Łódź"]),
        ("ß", "s", ["ß"]),
        ("Strasse, Straße", "strasse", ["Strasse", "Straße"]),
        ("co\u00adoperation", "cooperation", ["co\u00adoperation"]),
        ("aaa", "aa", ["aa"]),
        ("35 countries", " 35 ", ["35"]),
        ("anything", "", []),
        ("anything", "  ", []),
        ("Kyiv", "Kiev", []),
    ],
)
def test_words_are_found(text: str, words: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_words(text, words)] == found
    assert has_words(text, words) == bool(found or not words.strip())


@given(TEXTS, st.data())
def test_what_stands_in_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    spans = find_words(text, words)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert has_words(text, words)
    assert bool(spans) == any(character.isalnum() or character in "’'“\"–-🌊" for character in words)
