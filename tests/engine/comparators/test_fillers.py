import pytest

from counterpoint.engine.comparators.fillers import fillers_of, share_slot
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import read_sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The nurse gave the boy a coat.",
            [("nurse", "doer", "")],
        ),
        (
            "The man was hit by a lorry at the crossing.",
            [("man", "undergoer", ""), ("lorry", "doer", ""), ("crossing", "at", "lorry")],
        ),
        (
            "Tom Hale, the bank's chairman, resigned over the leak.",
            [("Tom Hale", "doer", ""), ("chairman", "also", "tom hale"), ("leak", "over", "")],
        ),
        (
            "The outbreak of cholera began in the port.",
            [("outbreak", "doer", ""), ("cholera", "of", "outbreak"), ("port", "in", "")],
        ),
        ("The suspect is the victim's nephew.", [("suspect", "doer", ""), ("nephew", "is", "")]),
        ("On Friday the mill burned down.", [("mill", "doer", "")]),
        ("", []),
    ],
)
def test_noun_phrases_and_their_slots(text: str, expected: list[tuple[str, str, str]], lexicon: Lexicon) -> None:
    side, _ = read_sides(text, text, lexicon)
    found = [(filler.span.of(side.text), filler.relation, filler.noun) for filler in fillers_of(side, lexicon)]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    ("a", "b", "words", "expected"),
    [
        ("He was treated for a stroke.", "He was treated for a burn.", ("stroke", "burn"), "one"),
        ("The lorry hit the man.", "The man was hit by the bus.", ("lorry", "bus"), "one"),
        ("The lorry hit the man.", "The dog was hit by the bus.", ("lorry", "bus"), "two"),
        ("The lorry hit the man.", "The bus did not hit the man.", ("lorry", "bus"), "two"),
        ("The lorry will strike the man.", "The bus struck the man.", ("lorry", "bus"), "two"),
        ("She ran in the 100 metres for a medal.", "She ran in the 200 metres for a cup.", ("medal", "cup"), "two"),
        ("The body lay on the bridge.", "The body lay in the tunnel.", ("bridge", "tunnel"), "one"),
        ("The house is next to a church.", "The house is next to a school.", ("church", "school"), "two"),
        ("The nurse fled.", "The doctor slept.", ("nurse", "doctor"), "two"),
    ],
)
def test_phrases_share_a_slot_where_all_else_fits(
    a: str,
    b: str,
    words: tuple[str, str],
    expected: str,
    lexicon: Lexicon,
) -> None:
    sides = read_sides(a, b, lexicon)
    x, y = (
        next(filler for filler in fillers_of(side, lexicon) if filler.span.of(side.text) == word)
        for side, word in zip(sides, words, strict=True)
    )
    assert ("one" if share_slot(x, y, sides, lexicon) > 0.5 else "two") == expected
