from datetime import date

import pytest

from counterpoint.errors import UnreadableSource
from counterpoint.readers.markdown import read_markdown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# Leaders meet #\n\nTen died.", "Leaders meet\n\nTen died."),
        ("Leaders meet\n============\nTen died.", "Leaders meet\n\nTen died."),
        ("**Ten** _people_ ***died*** in `Nice`.", "Ten people died in Nice."),
        ("snake_case and 2 * 3 * 4 stay", "snake_case and 2 * 3 * 4 stay"),
        ("[Ten](http://example.com/a_(b) 'title') died <https://example.com>.", "Ten died https://example.com."),
        ("[Ten][1] died.\n\n[1]: http://example.com", "Ten died."),
        ("[[Nice attack|Ten]] died in [[Nice]].", "Ten died in Nice."),
        ("![Leaders pose](a.jpg)\n\nTen died.", "Ten died."),
        ("- Ten died\n- Two live\n    - in hospital", "Ten died\n\nTwo live\n\nin hospital"),
        ("1. Ten died\n2. Two live", "1. Ten died\n\n2. Two live"),
        ("> “Ten died,” he said.\n>> “Two live.”", "“Ten died,” he said.\n\n“Two live.”"),
        ("Ten\ndied.  \nTwo\\\nlive.", "Ten\ndied.\nTwo\nlive."),
        ("| Country | Troops |\n|---|--:|\n| France | *500* |", "Country\n\nTroops\n\nFrance\n\n500"),
        ("```\nTen died.\n```\n\n    Two live.", "Ten died.\n\nTwo live."),
        ("Ten ~~or twelve~~ died &amp; two live, 5 \\* 3.", "Ten or twelve died & two live, 5 * 3."),
        ("Ten died.[^1]\n\n[^1]: So the mayor.", "Ten died.¹\n\n¹ So the mayor."),
        ("<div>\nTen died.\n</div>\n\n<!-- a remark\n\nof two --> \n\nTwo<br>live.", "Ten died.\n\nTwo\nlive."),
        ("***\n\nTen died.\n\n---", "Ten died."),
        ("Plain text, the mayor said.\nIt stays.", "Plain text, the mayor said.\nIt stays."),
    ],
)
def test_markdown_is_shown_as_the_text_that_was_meant(written: str, shown: str) -> None:
    assert read_markdown(written.encode(), "a.md").text == f"{shown}\n"


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Leaders meet: the story"\nauthor: Anna Smith\ndate: 2025-09-04T10:00:00+02:00\nurl: https://example.com/a\n---\n',
        "---\r\ntitle: 'Leaders meet: the story'\r\nauthor:\r\n  - Anna Smith\r\ndate: 2025-9-4\r\nlink: https://example.com/a\r\n...\r\n",
        '+++\ntitle = "Leaders meet: the story"\nauthors = ["Anna Smith"]\npublished = 2025-09-04\nsource = "https://example.com/a"\n+++\n',
    ],
    ids=["yaml", "windows", "toml"],
)
def test_front_matter_gives_title_author_date_and_address(front: str) -> None:
    document = read_markdown(f"{front}\nTen died.\n".encode(), "a.md")
    assert (document.title, document.author) == ("Leaders meet: the story", "Anna Smith")
    assert (document.published, document.url) == (date(2025, 9, 4), "https://example.com/a")
    assert document.text == "Leaders meet: the story\n\nTen died.\n"  # the headline is said, too


def test_the_title_is_not_said_twice_and_the_first_heading_is_one() -> None:
    assert (
        read_markdown(b"---\ntitle: Ten died\n---\n# Ten died\n\nIt is sad.", "a.md").text == "Ten died\n\nIt is sad.\n"
    )
    assert read_markdown(b"*Paris*\n\n# Ten **died**\n\nIt is sad.", "a.md").title == "Ten died"


@pytest.mark.parametrize(
    "front", ["---\nTen died.\n", "---\nno end: here\n\nTen died.\n", "---\ndate: 2025-99-99\n---\nTen died."]
)
def test_what_only_looks_like_front_matter_is_no_loss(front: str) -> None:
    assert "Ten died." in read_markdown(front.encode(), "a.md").text


@pytest.mark.parametrize(
    "mark", ["[", "![", "> ", "*a_", "[a](", "`", "<!--", "<a ", "| ", "- ", "  ", "[^", "[[", "&", "\\"]
)
def test_marks_without_end_are_read_in_time(mark: str) -> None:
    assert read_markdown(b"Ten died.\n\n" + mark.encode() * (10_000 // len(mark)), "a.md").text.startswith("Ten died.")


def test_much_more_markdown_than_an_account_has_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="larger than 1 MB"):
        read_markdown(b"Ten died.\n" * 110_000, "a.md")
