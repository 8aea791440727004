import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterpoint.readers.clipboards import Copied, words_of
from counterpoint.readers.fragments import read_fragment

CHROME = (
    "<meta charset='utf-8'><h1 style=\"color: rgb(0, 0, 0);\">Flood in Nowhere</h1><p>Four <b>people</b> died on"
    " <a href='https://x.example'>Monday</a>.</p><p>The mayor opened 12 shelters.</p>"
)
WORD = (
    '<html xmlns:o="urn:o"><head><style><!-- p.MsoNormal {margin: 0cm} --></style><title>draft3</title></head><body>'
    "<!--StartFragment--><p class=MsoNormal>Four people<o:p></o:p>\r\ndied on&nbsp;Monday.<o:p></o:p></p>"
    "<p class=MsoListParagraph>Two live.</p><!--EndFragment--></body></html>"
)
WRITER = "<p>Four people<br/>died.</p>\n<ul>\n\t<li><p>Two live.</p></li>\n</ul>\n<p><br/></p>"


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        (CHROME, ["Flood in Nowhere", "Four people died on Monday.", "The mayor opened 12 shelters."]),
        (WORD, ["Four people died on\u00a0Monday.", "Two live."]),
        (WRITER, ["Four people\ndied.", "Two live."]),
        ("Four people <i>died</i> on Monday.", ["Four people died on Monday."]),
        ("<div>Four<div>Five</div>Six</div>", ["Four", "Five", "Six"]),
        ("<table><tr><th>Country</th><td>500</td></tr></table>", ["Country", "500"]),
        ("<p>4,200<sup>3</sup> died on the 4<sup>th</sup>.</p>", ["4,200³ died on the 4th."]),
        ("<p>Four &amp; five &lt;b&gt; &#8212; &eacute;</p>", ["Four & five <b> — é"]),
        ("<p>a</p><script>b</script><style>c</style><svg><text>d</text></svg><p>e</p>", ["a", "e"]),
        ("<p>It ended", ["It ended"]),
        ("", []),
        ("<!-- nothing -->", []),
    ],
)
def test_rich_text_keeps_its_paragraphs_and_drops_its_looks(page: str, paragraphs: list[str]) -> None:
    assert read_fragment(page) == "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("copied", "words"),
    [
        (Copied("Four.\nFive.", "<p>Four.</p><p>Five.</p>"), "Four.\n\nFive."),
        (Copied("• Four\n• Five", "<ul><li>Four<li>Five</ul>"), "Four\n\nFive"),
        (Copied("1. FOUR\n2. FIVE", "<ol><li>Four<li>Five</ol>"), "Four\n\nFive"),
        (Copied("Four died.", "<p>Four died.</p><p hidden>Six died.</p>"), "Four died."),
        (Copied("Four died. Five live.", "<p>Four died.</p>"), "Four died. Five live."),
        (Copied("Four died.", "<img alt='Four'>"), "Four died."),
        (Copied("", "<p>Four died.</p>"), "Four died."),
        (Copied("Four died."), "Four died."),
    ],
)
def test_no_word_is_gained_or_lost_by_what_the_rich_text_has(copied: Copied, words: str) -> None:
    assert words_of(copied) == words


PIECES = ["<p>", "</p>", "<sup>", "</sup>", "<script>", "<svg>", "</svg>", "<!--", "&", "&#0;", "<o:p>", "<b", "<br>"]
PAGES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=20).map("".join)


@given(PAGES)
@settings(max_examples=300)
def test_whatever_the_clipboard_holds_becomes_lines_of_text(page: str) -> None:
    for paragraph in filter(None, read_fragment(page).split("\n\n")):
        assert paragraph == paragraph.strip(" \t\n\r\f")
    assert words_of(Copied("Four died.", page)) in {"Four died.", read_fragment(page)}


@pytest.mark.parametrize("piece", ["<p>", "<div><b>", "<sup>", "<!--", "<a b=", "&amp;", "<table><tr><td>", "<svg>"])
def test_pieces_without_end_are_read_in_time(piece: str) -> None:
    assert words_of(Copied("Four died.", piece * 100_000)) == "Four died."
