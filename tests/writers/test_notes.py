"""Notes are read as Markdown, and nothing in them acts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.writers.notes import note_html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Ask the **mayor**.", "<p>Ask the <strong>mayor</strong>.</p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <img src=x onerror=y> b", "<p>a &lt;img src=x onerror=y&gt; b</p>"),
        ("[here](https://example.org/a?b=1&c=2)", '<p><a href="https://example.org/a?b=1&amp;c=2">here</a></p>'),
        ("[here](javascript:alert(1))", "<p><a>here</a></p>"),
        ("[here](JavaScript:alert(1))", "<p><a>here</a></p>"),
        ("[here](file:///etc/passwd)", "<p><a>here</a></p>"),
        ("<https://example.org>", '<p><a href="https://example.org">https://example.org</a></p>'),
        ("&amp; 5 < 6 & 7", "<p>&amp; 5 &lt; 6 &amp; 7</p>"),
        ("", ""),
    ],
)
def test_a_note_is_rendered(body: str, html: str) -> None:
    assert note_html(body) == html


@pytest.mark.parametrize(
    "body", ["![x](https://example.org/pixel.png)", "![x][y]\n\n[y]: file:///a.png", "![y]\n\n[y]: a.png"]
)
def test_an_image_is_never_loaded(body: str) -> None:
    assert "<img" not in note_html(body)


def test_a_note_that_is_nested_beyond_measure_is_shown_as_typed() -> None:
    assert "deep" in note_html("> " * 5000 + "deep")


@given(st.text(alphabet=st.sampled_from("ab <>\"'&*_[]()!`#-\n:/j"), max_size=60))
def test_no_tag_but_markdowns_own_comes_through(body: str) -> None:
    html = note_html(body)
    assert "<script" not in html
    assert "<img" not in html
    assert "<a " not in html or re.search(r"<a (?!href=\"(?:https?://|mailto:))", html) is None
