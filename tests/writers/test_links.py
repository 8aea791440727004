"""Links that scroll to a quote."""

import re
from urllib.parse import unquote

import pytest

from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Source, SourceId
from counterpoint.writers.links import deep_link, web_address

TEXT = (
    "Head\nThe mayor said no. The mayor said no, again & again – well-known, 5 % of it.\n"
    "A much longer sentence about the mayor has more words than anybody would want to see in a link.\nEnd\n"
)


def link(words: str, url: str = "https://a.example/b", which: int = 0) -> str:
    start = [found.start() for found in re.finditer(re.escape(words), TEXT)][which]
    return deep_link(Source(SourceId("s"), TEXT, url=url), Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "which", "directive"),
    [
        ("Head", 0, "Head"),
        ("again & again – well-known, 5 %", 0, "again%20%26%20again%20%E2%80%93%20well%2Dknown%2C%205%20%25"),
        ("The mayor said no", 1, "mayor%20said%20no.-,The%20mayor%20said%20no"),
        ("mayor", 0, "The-,mayor,-said%20no.%20The"),
        (
            "A much longer sentence about the mayor has more words than anybody would want to see in a link.",
            0,
            "A%20much%20longer%20sentence%20about,to%20see%20in%20a%20link.",
        ),
        ("link.\nEnd", 0, "link.,End"),
    ],
)
def test_a_quote_is_found_by_its_words_and_where_it_stands_twice_by_those_around_it(
    words: str, which: int, directive: str
) -> None:
    assert link(words, which=which) == f"https://a.example/b#:~:text={directive}"


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://a.example/b#part", "https://a.example/b#part:~:text=Head"),
        ("https://a.example/b#:~:text=old", "https://a.example/b#:~:text=Head"),
        ("https://a.example/ä b?c=1&d=%20", "https://a.example/%C3%A4%20b?c=1&d=%20#:~:text=Head"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E#:~:text=Head"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("//a.example", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(url: str, start: str) -> None:
    assert link("Head", url) == start
    assert bool(web_address(Source(SourceId("s"), TEXT, url=url))) == bool(start)


def test_the_words_come_back_from_the_link() -> None:
    assert unquote(link("again & again").partition("text=")[2]) == "again & again"
