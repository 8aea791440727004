"""The HTML report, as a browser reads it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given

from counterpoint.engine.claims import Claim
from counterpoint.engine.comparison import Comparison
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.html import html_report
from counterpoint.writers.pages import page, words
from counterpoint.writers.remarks import PassageRemark, Remark, Remarks
from counterpoint.writers.spreads import cut_text
from tests.writers.renderings import as_shown
from tests.writers.stories import PATHS, POST, THIRTY_FIVE, story
from tests.writers.test_markdown import smuggled

TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "li", "nav", "a", "strong", "em",
    "article", "div", "blockquote", "span", "mark", "section", "table", "thead", "tbody", "tr", "th", "td", "br", "dl",
    "dt", "dd", "code",
}  # fmt: skip
ATTRIBUTES = {"class", "id", "href", "rel", "lang", "charset", "http-equiv", "content", "name"}
VOID = {"meta", "br"}


class Browser(HTMLParser):
    """What there is on a page; asserts that every tag is closed where it must be."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[tuple[str, list[str]]] = []
        self.feed(document)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self._open.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        name, text = self._open.pop()
        assert name == tag
        self.texts.setdefault(tag, []).append("".join(text))

    def handle_data(self, data: str) -> None:
        for _, text in self._open:
            text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def of(self, attribute: str) -> list[str]:
        return [value for name, value in self.attributes if name == attribute]


def test_the_report_is_the_golden_one(golden: Callable[[str, str], None]) -> None:
    golden("report.html", html_report(Dossier(story(), PATHS)))


def test_nothing_is_loaded_and_every_inner_link_leads_somewhere() -> None:
    document = html_report(Dossier(story(), PATHS))
    browser = Browser(document)
    assert browser.tags <= TAGS
    assert {name for name, _ in browser.attributes} <= ATTRIBUTES
    inner = {href[1:] for href in browser.of("href") if href.startswith("#")}
    assert inner <= set(browser.of("id"))
    assert len(browser.of("id")) == len(set(browser.of("id")))
    assert {href for href in browser.of("href") if not href.startswith(("#", "https://post.example/"))} == set()
    assert "default-src 'none'" in document
    assert not re.search(r"url\(|@import|src=", document)


def test_the_accounts_stand_side_by_side_with_their_findings_in_them() -> None:
    document = html_report(Dossier(story(), PATHS))
    texts = document[document.index('class="texts"') :]
    assert texts.count("<section>") == len(PATHS)
    assert re.search(r'<a class="c" id="A-24-73" href="#conflict-\d">Leaders of 35 countries met', texts)
    assert POST.text.split("\n")[0] in texts


def test_what_was_said_is_shown_and_a_note_can_do_no_harm() -> None:
    comparison = story()
    remarks = Remarks(
        relations={comparison.relations[0].id: Remark("confirmed", ("<b>Toll",), ("**Ask** <script>x</script>",))},
        claims={THIRTY_FIVE.id: Remark(notes=("[a](javascript:x) ![b](https://c.example)",))},
        passages=(PassageRemark(POST.id, Span(0, 5), Remark(tags=("Place",))),),
    )
    browser = Browser(html_report(Dossier(comparison, PATHS, remarks)))
    assert browser.tags <= TAGS
    assert any("Verdict" in text and "confirmed" in text for text in browser.texts["span"])
    assert "Ask" in browser.texts["strong"]
    assert not [href for href in browser.of("href") if "javascript" in href or "c.example" in href]


@pytest.mark.parametrize(
    ("pieces", "html"),
    [
        ({}, "one two three"),
        ({Span(4, 7): ("mark", "", "")}, "one <mark>two</mark> three"),
        ({Span(0, 7): ("a", "c", "A-0 f-1")}, '<a class="c" id="A-0" href="#f-1">one two</a> three'),
        (
            {Span(0, 7): ("span", "c", "A-0 "), Span(4, 7): ("a", "m", "A-4 f-1")},
            '<span class="c" id="A-0">one </span><a class="c m" id="A-4" href="#f-1">two</a> three',
        ),
        (
            {Span(0, 7): ("a", "c", "A-0 f-1"), Span(0, 3): ("span", "x", "")},
            '<span id="A-0"></span><span class="c x">one</span><a class="c" href="#f-1"> two</a> three',
        ),
    ],
)
def test_pieces_of_a_text_may_lie_over_one_another(pieces: dict[Span, tuple[str, str, str]], html: str) -> None:
    assert cut_text("one two three", None, pieces) == html


def test_a_page_holds_any_words() -> None:
    assert words("<b>&\u202e\x00") == "&lt;b&gt;&amp;\ufffd\ufffd"
    assert "<title>&lt;/title&gt;</title>" in page("</title>", [])


@given(smuggled())
def test_a_hostile_source_gets_nothing_but_its_words_into_the_page(
    case: tuple[Comparison, dict[SourceId, str | None], tuple[Claim, Claim]],
) -> None:
    comparison, paths, claims = case
    browser = Browser(html_report(Dossier(comparison, paths)))
    assert browser.tags <= TAGS
    assert {name for name, _ in browser.attributes} <= ATTRIBUTES
    assert {href.partition(":")[0] for href in browser.of("href") if not href.startswith("#")} <= {"http", "https"}
    cells = [as_shown(text) for text in browser.texts["td"]]
    assert all(as_shown(claim.text) in cells for claim in claims)
