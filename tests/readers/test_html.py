from datetime import date

import pytest

from counterpoint.errors import UnreadableSource
from counterpoint.readers.formats import read_document
from counterpoint.readers.html import read_html

HEAD = """<meta charset="utf-8"><title>Leaders meet in Paris - The Daily Example</title>
<meta property="og:title" content="Leaders meet in Paris"><meta property="og:site_name" content="The Daily Example">
<meta name="author" content="Anna Smith"><meta property="article:published_time" content="2025-09-04T10:00:00+02:00">
<meta property="article:modified_time" content="2025-09-06T10:00:00+02:00">
<link rel="canonical" href="https://www.example.com/world/leaders-meet">
<style>.body { color: red }</style><script>var words = "<p>No one said this.</p>";</script>"""
BODY = """<div id="cookie-banner" class="cookie-consent"><p>We use cookies to give you the best experience. Accept all
cookies or manage your settings in our privacy centre.</p><button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news</a></li></ul></nav></header>
<main><article><h1>Leaders meet in Paris</h1><p class="byline">By <a href="/anna">Anna Smith</a></p>
<figure><img src="a.jpg" alt="Leaders"><figcaption>Leaders pose on the steps. Photo: AFP</figcaption></figure>
<p>The leaders of 35 countries met on Thursday to discuss security guarantees for Ukraine, <b>an extraordinary</b>
gathering that officials described as unprecedented.</p>
<div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Share on X</a></div>
<h2>What happens next</h2>
<p>President Emmanuel Macron said that 26 countries had committed to a force, on land, at sea or in the air.</p>
<blockquote><p>“It is a first concrete step,” President Volodymyr Zelenskyy said.</p></blockquote>
<ul><li>4,200 families registered for aid in the south</li><li>One third of them were children</li></ul>
<table><tr><th>Country</th><th>Troops</th></tr><tr><td>France</td><td>500</td></tr></table>
<p>Russia called any deployment of foreign troops unacceptable.</p></article>
<section id="comments" class="comments"><h3>Comments</h3><div class="comment"><p>user123: What nonsense, nobody
believes this any longer at all!</p></div></section></main>
<aside class="related"><h3>Most read</h3><ul><li><a href="/cat">Cat found on the roof of a church</a></li></ul></aside>
<footer><p>© 2025 The Daily Example. All rights reserved.</p></footer>"""
PAGE = f"<!DOCTYPE html>\n<html lang='en'><head>{HEAD}</head><body>{BODY}</body></html>"
STORY = "<p>The leaders of 35 countries met on Thursday to discuss security guarantees for Ukraine.</p>"


def test_the_account_is_read_and_what_stands_around_it_is_not() -> None:
    document = read_html(PAGE.encode(), "page.html")
    assert document.text.split("\n\n") == [
        "Leaders meet in Paris",
        (
            "The leaders of 35 countries met on Thursday to discuss security guarantees for Ukraine, an extraordinary"
            " gathering that officials described as unprecedented."
        ),
        "What happens next",
        "President Emmanuel Macron said that 26 countries had committed to a force, on land, at sea or in the air.",
        "“It is a first concrete step,” President Volodymyr Zelenskyy said.",
        "4,200 families registered for aid in the south",
        "One third of them were children",
        "Country",
        "Troops",
        "France",
        "500",
        "Russia called any deployment of foreign troops unacceptable.\n",
    ]


def test_the_page_tells_who_wrote_it_where_and_when() -> None:
    document = read_html(PAGE.encode(), "page.html")
    assert (document.title, document.author) == ("Leaders meet in Paris", "Anna Smith")
    assert (document.outlet, document.url) == ("The Daily Example", "https://www.example.com/world/leaders-meet")
    assert document.published == date(2025, 9, 4)  # not the day it was changed


def test_json_ld_tells_as_well() -> None:
    data = (
        '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Leaders meet","datePublished":"2025-09-04",'
        '"author":[{"@type":"Person","name":"Anna Smith"},{"@type":"Person","name":"Ben Jones"}],'
        '"publisher":{"@type":"Organization","name":"The Daily Example"}}'
    )
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body>{STORY * 2}</body></html>'
    document = read_html(page.encode(), "page.html")
    assert (document.author, document.published) == ("Anna Smith, Ben Jones", date(2025, 9, 4))
    assert document.text.startswith("Leaders meet\n\nThe leaders of 35")


def test_a_day_within_the_text_is_not_the_day_of_publication() -> None:
    page = f"<html><body><p>On 14 July 2016 a lorry drove into a crowd in Nice.</p>{STORY}</body></html>"
    assert read_html(page.encode(), "page.html").published is None


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0031)https://www.example.com/a?b=1&c -->",
        "<!--\n Page saved with SingleFile \n url: https://www.example.com/a?b=1&c \n saved date: Thu-->",
    ],
)
def test_a_saved_page_tells_where_it_was_saved_from(comment: str) -> None:
    page = f"<!DOCTYPE html>\n{comment}\n<html><body>{STORY}</body></html>"
    assert read_html(page.encode(), "page.html").url == "https://www.example.com/a?b=1&c"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "/world", "https://a b"])
def test_an_address_that_is_none_of_the_web_is_left_out(address: str) -> None:
    page = f'<html><head><link rel="canonical" href="{address}"></head><body>{STORY}</body></html>'
    assert not read_html(page.encode(), "page.html").url.startswith(("javascript", "file", "/"))


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ('<html><head><meta charset="windows-1251"></head><p>Саммит прошёл в Париже.</p></html>', "cp1251"),
        (
            '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Élysée – 5 €</p></html>',
            "cp1252",
        ),
        ('<html><head><meta charset="Shift_JIS"></head><p>パリで首脳会議。</p></html>', "cp932"),
        ('<html><head><meta charset="iso-8859-1"></head><p>“Élysée” – Nausėda</p></html>', "utf-8"),
        ('<html><head><meta charset="no-such-thing"></head><p>“Élysée”</p></html>', "cp1252"),
        ('<html><head><meta charset="utf-16"></head><p>“Élysée” – Nausėda</p></html>', "utf-8"),
        ("<html><head></head><p>“Élysée” – Nausėda</p></html>", "utf-16"),
        ('<?xml version="1.0" encoding="iso-8859-2"?><html xmlns="h"><p>Wałęsa</p></html>', "iso8859-2"),
        ('<html><head><meta charset="utf-7"></head><p>+ADw-script+AD4- stays as it is</p></html>', "ascii"),
    ],
)
def test_pages_are_read_in_the_encoding_that_they_have(page: str, encoding: str) -> None:
    text = page.rpartition("<p>")[2].partition("</p>")[0]
    assert read_document(page.encode(encoding), "page.html").text == f"{text}\n"


def test_pictures_within_the_page_do_not_make_it_too_large() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 8_000_000}">'
    page = PAGE.replace("<figure>", f"<figure>{picture}")
    assert read_html(page.encode(), "page.html").text == read_html(PAGE.encode(), "page.html").text


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>var a = 1;</script><img src=a.jpg></body></html>",
        "<html><body>" + "<div>" * 20_000 + "</body></html>",
        "<html><body>" + "<p>a" * 70_000,
        "<html><body>" + "Ten died. " * 600_000,
    ],
    ids=["empty", "scripts", "deep", "many", "long"],
)
def test_pages_without_an_account_or_with_too_much_are_told(page: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read_html(page.encode(), "page.html")
    assert str(refused.value).startswith("page.html ")
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "piece", ["<script>", "<style", "<svg><", "<!--", "<b><i>", "<a a=b ", "<table><tr><td>", "&amp", "<p", "]]>"]
)
def test_pieces_without_end_are_read_in_time(piece: str) -> None:
    page = f"<html><body>{STORY}{piece * 2000}"
    try:
        read_html(page.encode(), "page.html")
    except UnreadableSource as refused:
        assert str(refused).endswith(".")


def test_an_entity_or_a_file_that_a_page_declares_is_not_read() -> None:
    declared = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    page = f'<?xml version="1.0"?>{declared}<html><body><p>A &a; b.</p>{STORY}</body></html>'
    assert "root:" not in read_html(page.encode(), "page.html").text
