import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.resources import resource
from counterpoint.wordpieces import WordPieces

CUT = WordPieces(resource("model/vocab.txt").read_text(encoding="utf-8").split("\n"))
START, UNKNOWN, END = 101, 100, 102


@pytest.mark.parametrize(
    ("text", "numbers"),  # what the model's own tokeniser gives
    [
        (
            "Macron announced that 26 countries pledged support.",
            (26632, 2078, 2623, 2008, 2656, 3032, 16970, 2490, 1012),
        ),
        ("Zelenskyy’s “coalition”", (27838, 7770, 5874, 2100, 1521, 1055, 1523, 6056, 1524)),
        ("€1 billion (40%)", (1574, 2487, 4551, 1006, 2871, 1003, 1007)),
        ("Ça coûte: Élysée, İstanbul", (6187, 2522, 10421, 1024, 20779, 19763, 1010, 9960)),
        ("人口 35 万", (1756, 1788, 3486, UNKNOWN)),
        ("a\u200bb\tc\u00a0d\x07", (11113, 1039, 1040)),
        ("antidisestablishmentarianism", (3424, 10521, 4355, 7875, 13602, 3672, 12199, 2964)),
        ("\U0001f600 FPV7", (UNKNOWN, 1042, 2361, 2615, 2581)),
        ("x" * 101, (UNKNOWN,)),
        ("", ()),
    ],
)
def test_a_text_is_cut_as_the_model_was_trained(text: str, numbers: tuple[int, ...]) -> None:
    assert CUT(text) == (START, *numbers, END)


@given(st.text())
def test_every_text_stands_between_its_marks_and_is_never_too_long(text: str) -> None:
    for repeated in (text, 200 * text):
        numbers = CUT(repeated)
        assert (numbers[0], numbers[-1]) == (START, END)
        assert len(numbers) <= 128
