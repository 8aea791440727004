from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.comparators.kinds import compare_kinds
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.lexicons import Lexicon

ReadSides = Callable[[str, str], tuple[Side, Side]]


def words_of(findings: tuple[Finding, ...], sides: tuple[Side, Side], *, differing: bool) -> set[tuple[str, str]]:
    return {
        (f.reason.a.of(sides[0].text), f.reason.b.of(sides[1].text))
        for f in findings
        if f.reason.is_difference == differing
    }


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "The children were playing with a rifle when it went off.",
            "The children were playing with a handgun when it went off.",
            ("rifle", "handgun"),
        ),
        ("He stabbed the guard with a knife at noon.", "He hit the guard with an axe at noon.", ("knife", "axe")),
        ("The man fled the bank in a white van.", "The man fled the bank in a white truck.", ("van", "truck")),
        (
            "A shotgun was found in the suspect's home.",
            "A pistol was found in the suspect's home.",
            ("shotgun", "pistol"),
        ),
        ("The bus hit two cyclists on the bridge.", "The train hit two cyclists on the bridge.", ("bus", "train")),
    ],
)
def test_two_kinds_in_one_act_differ(
    a: str, b: str, words: tuple[str, str], read_sides: ReadSides, lexicon: Lexicon
) -> None:
    sides = read_sides(a, b)
    assert words_of(compare_kinds(*sides, lexicon), sides, differing=True) == {words}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The children were playing with a rifle.", "The children were playing with a gun."),
        ("He carried a rifle and a pistol into the bank.", "He carried a pistol into the bank."),
        ("A rifle was found in the barn.", "The soldiers sold a handgun abroad."),
        ("He was hurt on the barge in the bay.", "He was hurt on the boat in the bay."),
        ("A car took him to the hospital at noon.", "An ambulance took him to the hospital at noon."),
        ("The pistol was loaded when it went off.", "The handgun was loaded when it went off."),
        ("The talks failed.", "He owned a rifle."),
    ],
)
def test_kinds_that_do_not_exclude_each_other(a: str, b: str, read_sides: ReadSides, lexicon: Lexicon) -> None:
    sides = read_sides(a, b)
    assert words_of(compare_kinds(*sides, lexicon), sides, differing=True) == set()


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("He owned a pistol.", "He bought a revolver.", ("pistol", "revolver")),
        ("He drove a lorry.", "The truck stopped.", ("lorry", "truck")),
    ],
)
def test_the_same_kind_agrees(a: str, b: str, words: tuple[str, str], read_sides: ReadSides, lexicon: Lexicon) -> None:
    sides = read_sides(a, b)
    assert words in words_of(compare_kinds(*sides, lexicon), sides, differing=False)


PIECES = ["“", ".", ",", " ", "rifle ", "handgun ", "truck ", "shot ", "the guard ", "fled "]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@given(a=TEXTS, b=TEXTS)
def test_findings_lie_in_their_texts_and_a_claim_agrees_with_itself(
    read_sides: ReadSides, lexicon: Lexicon, a: str, b: str
) -> None:
    sides = read_sides("X " + a, "X " + b)
    for found in compare_kinds(*sides, lexicon):
        assert 0 <= found.reason.a.start < found.reason.a.end <= len(sides[0].text)
        assert 0 <= found.reason.b.start < found.reason.b.end <= len(sides[1].text)
        assert found.reason.explanation
    same = read_sides("X " + a, "X " + a)
    assert not [found for found in compare_kinds(*same, lexicon) if found.reason.is_difference]
