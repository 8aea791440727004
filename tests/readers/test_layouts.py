from hypothesis import given
from hypothesis import strategies as st

from counterpoint.readers.layouts import Word, find_lines, read_columns
from counterpoint.readers.margins import without_margins
from counterpoint.readers.paragraphs import find_paragraphs

places = st.floats(-1000, 1000)
sizes = st.floats(0, 60)
words = st.builds(
    lambda text, left, width, base, size: Word(text, left, left + width, base, size),
    st.text("abT1-•“.\u00ad", min_size=1, max_size=8), places, st.floats(0, 100), places, sizes,
)  # fmt: skip
pages = st.lists(words, max_size=60)


@given(pages)
def test_every_word_is_read_once_wherever_it_stands(page: list[Word]) -> None:
    read = [word for column in read_columns(page) for line in column for word in line.words]
    assert sorted(word.text for word in read) == sorted(word.text for word in page)


@given(pages)
def test_the_words_of_a_line_go_from_left_to_right(page: list[Word]) -> None:
    for line in find_lines(page):
        assert [word.left for word in line.words] == sorted(word.left for word in line.words)


@given(st.lists(pages, max_size=4))
def test_paragraphs_lose_no_letter(book: list[list[Word]]) -> None:
    columns = [column for page in book for column in read_columns(page)]
    found = "".join(paragraph.text for paragraph in find_paragraphs(columns))
    words = "".join(word.text for page in book for word in page)
    assert sum(map(str.isalpha, found)) == sum(map(str.isalpha, words))


@given(st.lists(pages, max_size=4))
def test_margins_only_take_away(book: list[list[Word]]) -> None:
    for page, kept in zip(book, without_margins(book), strict=True):
        assert all(word in page for word in kept)
