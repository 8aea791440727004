import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.errors import UnreadableSource
from counterpoint.readers.encodings import decode_text

TEXT = "“Nausėda” said: Ça ne coûte que 5 € – naïve?\nZelenskyy agreed to everything that was asked of him.\n"
RUSSIAN = "Саммит прошёл в Париже.\nВ нём участвовали 35 стран.\n"
WESTERN = "“Macron” said: Ça ne coûte que 5 € – naïve?\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [TEXT, RUSSIAN])
def test_unicode_is_read_with_and_without_its_mark(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\x00\x00\xfe\xff"])
def test_marks_of_the_other_byte_order_are_known(mark: bytes) -> None:
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode_text(mark + TEXT.encode(encoding), "a.txt") == TEXT


def test_bytes_that_are_no_utf8_are_read_as_windows_1252() -> None:
    assert decode_text(WESTERN.encode("cp1252"), "a.txt") == WESTERN


def test_a_western_byte_pasted_into_utf8_does_not_turn_the_rest_into_mojibake() -> None:
    raw = "“Nausėda” und “Élysée”: ".encode() + "café".encode("cp1252")
    assert decode_text(raw, "a.txt") == "“Nausėda” und “Élysée”: café"


def test_a_text_cut_in_the_middle_of_a_character_keeps_the_characters_before() -> None:
    assert decode_text("Élysée, Élysé".encode()[:-1], "a.txt").startswith("Élysée, Élys")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "is empty."),
        (b" \n\t\r\n", "is empty but for white space."),
        ("\ufeff \u2003\n".encode(), "is empty but for white space."),
        (b"--- *** ...\n", "has no words in it."),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0>\0", "is not a text file."),
        (bytes(range(256)) * 4, "is not a text file."),
        (b"A sentence with one zero\0 in it, which no text has.", "is not a text file."),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08 noise", "is not a text file."),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence_that_names_it(raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        decode_text(raw, "story.txt")
    assert str(refused.value).startswith(f"story.txt {why}")
    assert str(refused.value).endswith(".")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_with_words_or_refused(raw: bytes) -> None:
    try:
        text = decode_text(raw, "story.txt")
    except UnreadableSource as refused:
        assert str(refused).startswith("story.txt ")
    else:
        assert any(character.isalnum() for character in text)
        text.encode()


@given(st.text(st.characters(exclude_categories=["C"])))
def test_every_utf8_text_is_read_as_it_is(text: str) -> None:
    assert decode_text(f"A{text}".encode(), "story.txt") == f"A{text}"
