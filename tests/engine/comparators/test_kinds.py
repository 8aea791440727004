import pytest

from counterpoint.engine.comparators.kinds import compare_kinds
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences


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
        ("The ferry sank off the island at dawn.", "The barge sank off the island at dawn.", ("ferry", "barge")),
        ("A plane crashed on the farm at dawn.", "A helicopter crashed on the farm at dawn.", ("plane", "helicopter")),
    ],
)
def test_two_kinds_in_one_act_differ(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_kinds, a, b, lexicon) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The children were playing with a rifle.", "The children were playing with a gun."),
        ("He carried a rifle and a pistol into the bank.", "He carried a pistol into the bank."),
        ("A rifle was found in the barn.", "The soldiers sold a handgun abroad."),
        ("He was hurt on the barge in the bay.", "He was hurt on the boat in the bay."),
        ("A car took him to the hospital at noon.", "An ambulance took him to the hospital at noon."),
        ("The vessel sank off the island at dawn.", "The ferry sank off the island at dawn."),
        ("The ship sank off the island at dawn.", "The ferry sank off the island at dawn."),
        ("The boat sank off the island at dawn.", "The ship sank off the island at dawn."),
        ("The aircraft crashed on the farm at dawn.", "A helicopter crashed on the farm at dawn."),
        ("The jet crashed on the farm at dawn.", "The plane crashed on the farm at dawn."),
        ("The vehicle hit two cyclists on the bridge.", "The lorry hit two cyclists on the bridge."),
        ("The car hit two cyclists on the bridge.", "The taxi hit two cyclists on the bridge."),
        ("The car hit two cyclists on the bridge.", "The SUV hit two cyclists on the bridge."),
        ("The guard fired his weapon at noon.", "The guard fired his rifle at noon."),
        ("The pistol was loaded when it went off.", "The handgun was loaded when it went off."),
        ("The talks failed.", "He owned a rifle."),
    ],
)
def test_kinds_that_do_not_exclude_each_other(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_kinds, a, b, lexicon) == []


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("He owned a pistol.", "He bought a revolver.", ("pistol", "revolver")),
        ("He drove a lorry.", "The truck stopped.", ("lorry", "truck")),
    ],
)
def test_the_same_kind_agrees(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert words in agreements(compare_kinds, a, b, lexicon)
