"""One canonical form for whatever arrives; what was garbled is repaired, and the repair recorded."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import CanonicalText, canonical_text

SEEDS = Path(__file__).parents[2] / "seeds"
# What mojibake is made of: accents read byte by byte, dashes, marks of other code pages, line ends, half characters.
PIECES = st.sampled_from(
    "NausÄ—da|FialÃ¡|â€œ|â€\x9d|â€™|â€|Ã |Ã|Ä|Å|—|’|é|É|Ã¢â‚¬â„¢|\x93|\x94|Â£|Â|\xa0|‚Äô|вЂ™|Ă©|á|º|¡|\r|\n|\r\n"
    "|\u2028|\ufdd0|\ufeff|\0|\ud83d|\ude00|e\u0301|e| |  |. |word|Word|2.5|“|”|😀|Привет".split("|")
)
garbled = st.lists(PIECES, max_size=12).map("".join)
anything = st.text() | garbled | st.text(st.characters(max_codepoint=0x2100), max_size=80)


def repairs(found: CanonicalText) -> list[tuple[str, str]]:
    return [(repair.span.of(found.text), repair.original) for repair in found.repairs]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\r\ntwo\rthree\u2028four\u2029five\ufdd0six\ufdd1", "one\ntwo\nthree\nfour\nfive\nsix\n"),
        ("Zelenskyy\u0301", "Zelenskyý"),
        ("\ufeffHeadline", "Headline"),
        ("a\0b", "a\ufffdb"),
        ("half \ud800 of one", "half \ufffd of one"),
        ("\ud83d\ude00", "😀"),
        ("ﬁrst １０ “curly” quotes… &amp; ½ ™", "ﬁrst １０ “curly” quotes… &amp; ½ ™"),
        ("", ""),
    ],
)
def test_a_text_gets_one_form_and_keeps_its_letters(raw: str, text: str) -> None:
    assert canonical_text(raw) == CanonicalText(text)


@pytest.mark.parametrize(
    ("raw", "text", "expected"),
    [
        ("Lithuania’s Gitanas NausÄ—da also", "Lithuania’s Gitanas Nausėda also", [("Nausėda", "NausÄ—da")]),
        ("Petr FialÃ¡, Prague", "Petr Fialá, Prague", [("Fialá,", "FialÃ¡,")]),
        ("Å½eljko and WaÅ‚Ä™sa", "Željko and Wałęsa", [("Željko", "Å½eljko"), ("Wałęsa", "WaÅ‚Ä™sa")]),
        ("â€œYesâ€\x9d, he said", "“Yes”, he said", [("“Yes”,", "â€œYesâ€\x9d,")]),
        ("â€œYesâ€ he said", "“Yes” he said", [("“Yes”", "â€œYesâ€")]),
        ("itâ€™s Â£5", "it’s £5", [("it’s", "itâ€™s"), ("£5", "Â£5")]),
        ("menu Ã la carte", "menu à la carte", [("à la", "Ã la")]),
        ("\x93Yes\x94", "“Yes”", [("“Yes”", "\x93Yes\x94")]),
        ("itÃ¢â‚¬â„¢s", "it’s", [("it’s", "itÃ¢â‚¬â„¢s")]),
        ("Zelenskyâ€™s\r\ntalks", "Zelensky’s\ntalks", [("Zelensky’s", "Zelenskyâ€™s")]),
    ],
)
def test_garbled_words_are_repaired_and_recorded(raw: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = canonical_text(raw)
    assert found.text == text
    assert repairs(found) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "BEYONCÉ’S new record",
        "LIBERTÉ—so they cried",
        "the café’s “naïve” owner—Renée",
        "Åsa’s Ängelholm, Ísafjörður, Łódź, İstanbul",
        "Президент України “сказав” це",
        "El Niño; São Paulo; Côte d’Ivoire",
        "中国—“你好”",
    ],
)
def test_what_is_not_garbled_stays_as_it_is(raw: str) -> None:
    assert canonical_text(raw) == CanonicalText(raw)


@pytest.mark.parametrize(
    "name", ["Nausėda", "Želimir Čačić", "Łukasz Wójcik", "Élysée", "Gößweinstein", "naïve “quote” – dash"]
)
def test_a_name_garbled_by_a_wrong_encoding_comes_back(name: str) -> None:
    assert canonical_text(_misread(name)).text == name


def test_the_seeds_have_one_garbled_word() -> None:
    found = [pair for path in sorted(SEEDS.glob("*.txt")) for pair in repairs(canonical_text(path.read_text("utf-8")))]
    assert found == [("Nausėda", "NausÄ—da")]


def test_a_long_text_without_spaces_is_repaired() -> None:
    assert canonical_text("Ã©" * 100_000).text == "é" * 100_000


@given(anything)
@example("Â\x93 Ã")
def test_a_canonical_text_is_a_source_and_stays_as_it_is(raw: str) -> None:
    found = canonical_text(raw)
    assert canonical_text(found.text) == CanonicalText(found.text)
    assert Source(SourceId("a"), found.text).text == found.text
    found.text.encode()


@given(garbled)
def test_repairs_are_in_text_order_and_undoing_them_gives_the_file_back(raw: str) -> None:
    found = canonical_text(raw)
    undone, at = "", 0
    for repair in found.repairs:
        assert at <= repair.span.start <= repair.span.end <= len(found.text)
        assert repair.span.of(found.text) != repair.original
        undone += found.text[at : repair.span.start] + repair.original
        at = repair.span.end
    text = re.sub("\r\n|[\r\u2028\ufdd0]", "\n", raw.replace("\ud83d\ude00", "😀"))
    text = re.sub("[\0\ud800-\udfff]", "\ufffd", text).lstrip("\ufeff")
    assert undone + found.text[at:] == unicodedata.normalize("NFC", text)


def _misread(text: str) -> str:
    """The text as a program shows it that takes UTF-8 for Windows-1252, bytes without a meaning there as they are."""
    unknown = b"\x81\x8d\x8f\x90\x9d"
    return "".join(chr(byte) if byte in unknown else bytes([byte]).decode("cp1252") for byte in text.encode())
