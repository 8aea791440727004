import hashlib
import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.errors import UnreadableSource
from counterpoint.readers.documents import MOST_CHARACTERS
from counterpoint.readers.files import MOST_BYTES, read_file
from counterpoint.resources import seeds
from tests.commands import GOOD
from tests.readers.test_html import PAGE
from tests.readers.zipped import odt


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.name[:3])
def test_a_seed_becomes_a_source_with_a_title_of_its_own_words(path: Path) -> None:
    source = read_file(path)
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.id == "s" + source.sha256[:12]
    assert source.title.rstrip("…") in source.text
    assert path.stem not in source.title


def test_the_id_depends_on_the_bytes_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(GOOD)
    assert read_file(tmp_path / "a.txt") == read_file(tmp_path / "b.md")


def test_line_ends_and_mojibake_are_repaired_and_the_repair_is_recorded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The talks ended.\r\nGitanas NausÄ—da left.\r\n".encode())
    source = read_file(path)
    assert source.text == "The talks ended.\nGitanas Nausėda left.\n"
    assert [repair.span.of(source.text) for repair in source.repairs] == ["Nausėda"]
    assert source.repairs[0].original == "NausÄ—da"


def test_what_a_page_says_of_itself_becomes_the_sources(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    source = read_file(path)
    assert (source.title, source.author) == ("Leaders meet in Paris", "Anna Smith")
    assert (source.outlet, source.published) == ("The Daily Example", date(2025, 9, 4))
    assert source.url == "https://www.example.com/world/leaders-meet"


def test_a_document_that_does_not_say_its_title_is_given_one(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(odt("<text:h>Leaders meet in Paris</text:h><text:p>Gitanas NausÄ—da left.</text:p>"))
    source = read_file(path)
    assert source.title == "Leaders meet in Paris"
    assert [repair.original for repair in source.repairs] == ["NausÄ—da"]


@pytest.mark.parametrize("name", ["missing.txt", "a\nb.txt", "\x1b[31mred.txt"])
def test_a_missing_file_is_named_on_one_line_that_a_terminal_only_shows(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read_file(tmp_path / name)
    assert str(refused.value).startswith("There is no file ")
    assert str(refused.value).isprintable()


def test_a_text_longer_than_two_books_is_refused_before_any_work(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * (MOST_CHARACTERS // 5) + "more")
    with pytest.raises(UnreadableSource, match="larger than 1,000,000 characters of text") as refused:
        read_file(path)
    assert str(refused.value).startswith(f"{path} is larger than ")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="is a folder, not a file"):
        read_file(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_closed_to_us_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD)
    path.chmod(0)
    with pytest.raises(UnreadableSource, match="permission"):
        read_file(path)


def test_a_file_larger_than_any_account_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(UnreadableSource, match="larger than 20 MB"):
        read_file(path)


@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
)
def test_any_bytes_become_a_canonical_source_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(raw)
    try:
        source = read_file(path)
    except UnreadableSource as refused:
        assert path.name in str(refused)
        assert str(refused).endswith(".")
    else:
        assert unicodedata.is_normalized("NFC", source.text)
        assert all(repair.span.end <= len(source.text) for repair in source.repairs)
