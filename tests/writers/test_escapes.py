"""Words of a source in Markdown."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.passages import Span
from counterpoint.writers.escapes import code, escape
from tests.writers.renderings import TAGS, Element, as_shown, commonmark, python_markdown
from tests.writers.stories import SNIPPETS

PARSERS = [commonmark, python_markdown]
Parser = Callable[[str], list[Element]]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    """A text and spans of it to be bold."""
    text = draw(SNIPPETS)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=3))
    return text, tuple(Span(min(p), max(p)) for p in pairs)


@given(marked(), st.sampled_from(["", "> ", "- ", "1. "]))
def test_commonmark_shows_every_word_as_it_stands(story: tuple[str, tuple[Span, ...]], before: str) -> None:
    text, bold = story
    elements = commonmark(f"before\n\n{before}{escape(text, bold, opens_block=True)}\n\nafter")
    assert {e.tag for e in elements} <= {"p", "ul", "ol", "li", "blockquote", "strong", "code"}
    assert [e for e in elements if e.attributes] == []
    shown = [e.text.strip() for e in elements if e.tag in {"p", "li"} and e.text not in {"before", "after"}]
    assert [t for t in shown if t][:1] == [t for t in [as_shown(text)] if t]


@given(marked(), st.sampled_from(["", "> ", "- ", "1. ", "### "]))
def test_no_parser_finds_markup_in_a_sources_words(story: tuple[str, tuple[Span, ...]], before: str) -> None:
    text, bold = story
    elements = python_markdown(f"before\n\n{before}{escape(text, bold, opens_block=True)}\n\nafter")
    assert {e.tag for e in elements} <= TAGS - {"h1", "h2", "em"}
    assert [e for e in elements if e.attributes] == []
    words = re.findall(r"[^\W_]+", as_shown(text))
    assert re.findall(r"[^\W_]+", " ".join(e.text for e in elements if e.tag in {"p", "li", "h3"}))[1:-1][
        : len(words)
    ] == (words)


@given(marked())
def test_what_is_to_be_bold_is_bold_and_no_word_further_away(story: tuple[str, tuple[Span, ...]]) -> None:
    text, bold = story
    elements = commonmark(escape(text, bold, opens_block=True))
    strong = "".join(e.text for e in elements if e.tag == "strong")
    for span in bold:
        wanted = as_shown(span.of(text))
        assert all(word in strong for word in re.findall(r"[^\W_]+", wanted))
    assert bool(strong) == any(as_shown(s.of(text)) for s in bold)


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("35 countries, he said", "35 countries", "**35 countries**, he said"),
        ("(35 countries)", "(35 countries)", "**(35 countries)**"),
        ("a pro-Russian party", "Russian", "a pro-**Russian** party"),
        ("the anti-war-camp", "war", "the anti-**war**-camp"),
        ("Zelenskyy came", "yy", "Zelensk**yy** came"),
        ("It cost US$35m.", "35m", "It cost US\\$**35m**."),
        ("It cost $35m.", "$35m", "It cost **$35m**."),
        ("It cost €35m.", "€35m", "It cost **€35m**."),
        ("up 5% of it", "5%", "up **5%** of it"),
        ("some 5%of it", "5%", "some **5%of** it"),
        ("they said “no”.", "“no”", "they said **“no”**."),
        ("he said *so*", "*so*", "he said **\\*so\\***"),
        ("see www.x.example/a_b, now", "x.example", "see **`www.x.example/a_b`**, now"),
    ],
)
def test_bold_holds_next_to_punctuation_and_inside_words(parse: Parser, text: str, words: str, written: str) -> None:
    start = text.index(words)
    document = escape(text, [Span(start, start + len(words))])
    assert document == written
    strong = [e.text for e in parse(document) if e.tag == "strong"]
    assert len(strong) == 1
    assert words in strong[0]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# Title", "\\# Title"),
        ("- item", "\\- item"),
        ("-5 degrees", "-5 degrees"),
        ("--- rule", "\\--- rule"),
        ("> quote", "\\> quote"),
        ("1. first", "1\\. first"),
        ("2025) last", "2025\\) last"),
        ("1.5 million", "1.5 million"),
        ("a) lettered", "a\\) lettered"),
        ("(iv) lettered", "(iv\\) lettered"),
        ("B. Russell", "B. Russell"),
        (": definition", "\\: definition"),
        ("= = =", "\\= = ="),
        ("first line\nsecond line", "first line second line"),
        ("    code", "code"),
        ("a hard break  \nhere", "a hard break here"),
    ],
)
def test_nothing_opens_a_block(text: str, written: str) -> None:
    assert escape(text, opens_block=True) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("AT&T and R&D", "AT&T and R&D"),
        ("&lt;b&gt; &#60; &copy", "&amp;lt;b&amp;gt; &amp;\\#60; &copy"),
        ("ahttps://x.example 1https://x.example", "ahttps\\://x.example 1https\\://x.example"),
        ("<script>", "&lt;script>"),
        ("It cost $35 million", "It cost $35 million"),
        ("$35 and US$40 million", "\\$35 and US\\$40 million"),
        ("$x$ and $$", "\\$x\\$ and \\$\\$"),
        ("`code` [a](b) ![c][d] [[e]] [^1]", "\\`code\\` \\[a\\](b) !\\[c\\]\\[d\\] \\[\\[e\\]\\] \\[\\^1\\]"),
        ("a | b", "a \\| b"),
        ("==lit== %%gone%% 50% a=b", "\\=\\=lit\\=\\= \\%\\%gone\\%\\% 50% a=b"),
        ("(see https://x.example/a?b=c&d;).", "(see `https://x.example/a?b=c&d`;)."),
        ("write to me@x.example or @me", "write to `me@x.example` or `@me`"),
        ("red \x1b[31malarm\x07 \u202eback", "red \ufffd\\[31malarm\ufffd \ufffdback"),
    ],
)
def test_nothing_in_a_line_is_markup(text: str, written: str) -> None:
    assert escape(text) == written


@given(SNIPPETS)
def test_code_is_code(text: str) -> None:
    shown = as_shown(text)
    if shown:
        assert [e.text for e in commonmark(f"a {code(text)} b") if e.tag == "code"] == [shown]
