from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.texts import canonical_text
from counterpoint.readers.files import read_file
from counterpoint.readers.pagings import canonical_pages
from tests.readers.printed import Piece, columns, pdf

LONG = "The leaders of 35 countries met on Thursday in Paris to discuss"


def lines(*texts: str, top: float = 760) -> list[Piece]:
    return [Piece(60, top - n * 12, text) for n, text in enumerate(texts)]


def begun(tmp_path: Path, *pages: list[Piece]) -> list[str]:
    """The first two words of each page, where the source says that it begins."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(pages))
    source = read_file(path)
    return [" ".join(source.text[start:].split()[:2]) for start in source.pages]


HEAD, FOOT = Piece(60, 815, "The Daily Example"), Piece(290, 25, "7")


@pytest.mark.parametrize(
    ("pages", "starts"),
    [
        ([lines(LONG, "and more.")], ["The leaders"]),
        ([lines("One page."), lines("Two pages."), lines("Three.")], ["One page.", "Two pages.", "Three."]),
        ([[HEAD, *lines("One page."), FOOT], [HEAD, *lines("Two pages."), FOOT]], ["One page.", "Two pages."]),
        ([lines(LONG), lines("guarantees for Ukraine.")], ["The leaders", "guarantees for"]),
        ([lines(f"{LONG} extra-"), lines("ordinary guarantees.")], ["The leaders", "ordinary guarantees."]),
        ([[], lines("Two pages."), [], lines("Four of them.")], ["Two pages.", "Two pages.", "Four of", "Four of"]),
        ([lines("One page."), []], ["One page.", ""]),
        ([lines("It is â€œgarbledâ€\u009d here."), lines("Two pages.")], ["It is", "Two pages."]),
    ],
    ids=["one", "three", "heads", "goes on", "cut word", "empty", "empty last", "repaired"],
)
def test_a_source_knows_where_its_file_s_pages_begin(
    tmp_path: Path, pages: list[list[Piece]], starts: list[str]
) -> None:
    pages = [[Piece(p.x, p.y, p.text.replace("\u009d", ""), p.size, p.font) for p in page] for page in pages]
    assert begun(tmp_path, *pages) == starts


def test_the_pages_of_columns_begin_with_the_first_of_them(tmp_path: Path) -> None:
    sides = [
        [
            piece
            for column in columns((60, 310), 740, [f"{name} {word} was here." for word in WORDS], width=44, lines=10)
            for piece in column
        ]
        for name in ("Anna", "Berta")
    ]
    assert begun(tmp_path, *sides) == ["Anna one", "Berta one"]


WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
texts = st.lists(st.text(st.sampled_from("aé\u0301 \r\n\u2028ÄÃ—©“â€™\0\ufeff😀"), max_size=12), min_size=1, max_size=5)


@given(texts)
def test_pages_keep_their_places_whatever_is_repaired(pages: list[str]) -> None:
    """Each page ends with a letter of its own, which no repair touches."""
    marks = "ᐁᐂᐃᐄᐅ"[: len(pages)]
    raw, starts = "", list[int]()
    for mark, page in zip(marks, pages, strict=True):
        starts.append(len(raw))
        raw += f" {mark} {page} "
    found = canonical_text(raw)
    assert [found.text[start:].split()[0] for start in canonical_pages(raw, starts, found)] == list(marks)
