import pytest

from counterpoint.engine.comparators.attributions import compare_attributions
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "President Macron announced that 26 countries pledged support.",
            "Ukrainian President Volodymyr Zelensky announced that 26 nations are ready to help.",
            ("Macron", "Volodymyr Zelensky"),
        ),
        (
            "Ana Ruiz said the mill would close in June.",
            "The mill would close in June, Mara Quist said.",
            ("Ana Ruiz", "Mara Quist"),
        ),
        (
            "Police say the man walked up to the door and started shooting.",
            "Witnesses say the man walked up to the door and started shooting.",
            ("Police", "Witnesses"),
        ),
        (
            "Neighbours said the girl shot herself by accident.",
            "Police said the girl shot herself by accident.",
            ("Neighbours", "Police"),
        ),
        (
            "The company said the pipe burst at noon.",
            "Residents said the pipe burst at noon.",
            ("company", "Residents"),
        ),
        (
            "Doctors said the boy broke both legs in the fall.",
            "The family said the boy broke both legs in the fall.",
            ("Doctors", "family"),
        ),
        (
            "Keir Starmer warned that Putin cannot be trusted on a ceasefire.",
            "Mark Rutte warned that Putin cannot be trusted on a ceasefire.",
            ("Keir Starmer", "Mark Rutte"),
        ),
        (
            "According to Ana Ruiz, the dam broke before dawn.",
            "The dam broke before dawn, according to Ben Cole.",
            ("Ana Ruiz", "Ben Cole"),
        ),
        (
            "“We heard four shots in the night,” said Ana Ruiz.",
            "“We heard four shots in the night,” Ben Cole said.",
            ("Ana Ruiz", "Ben Cole"),
        ),
        (
            "Ana Ruiz told Reuters that 40 workers were paid.",
            "Ben Cole told Reuters that 40 workers were paid.",
            ("Ana Ruiz", "Ben Cole"),
        ),
        (
            "Ana Ruiz said police believe the mill was set on fire.",
            "Ben Cole said police believe the mill was set on fire.",
            ("Ana Ruiz", "Ben Cole"),
        ),
        ("“It was a joke to me,” Ana Ruiz said.", "“It was a joke to me,” Ben Cole said.", ("Ana Ruiz", "Ben Cole")),
        (
            "The Redfield Council said the bridge would close in June.",
            "The Halden Council said the bridge would close in June.",
            ("Redfield Council", "Halden Council"),
        ),
    ],
)
def test_one_assertion_of_two_speakers_differs(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_attributions, a, b, lexicon) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Macron said that soldiers would come.", "Macron said that sanctions would come."),
        ("Macron said the talks were long.", "Zelensky said the army was strong."),
        ("Police said the man fled the mill.", "Sgt. Mara Quist said the man fled the mill."),
        ("Officials said the man fled the mill.", "Police said the man fled the mill."),
        ("The Erie Post said the bridge would close in June.", "The Halden Times said the bridge would close in June."),
        ("Reuters reported that the mill burned down.", "The Associated Press reported that the mill burned down."),
        ("A spokesman said the mill burned down.", "Ana Ruiz said the mill burned down."),
        ("Ana Ruiz denied that the mill burned down.", "Ben Cole said that the mill burned down."),
        ("It was announced that 26 nations agreed.", "Macron announced that 26 nations agreed."),
        ("Ana Ruiz and Ben Cole said the mill burned down.", "Ben Cole said the mill burned down."),
        ("Ana Ruiz said the mill burned down, as Ben Cole saw.", "Ben Cole said the mill burned down."),
        ("Police said two men died.", "Witnesses said two dogs barked."),
        ("Ana Ruiz announced that two men died.", "Ben Cole announced that two women came."),
        ("The mill burned down.", "Ben Cole said the mill burned down."),
        ("Zelensky said he was ready.", "Putin said he was ready."),
        ("The Élysée said the talks went well for all.", "Macron said the talks went well for all."),
    ],
)
def test_speakers_that_may_be_one_or_say_other_things(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_attributions, a, b, lexicon) == []


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Macron said that soldiers would come.", "According to Macron, nobody will come.", ("Macron", "Macron")),
        ("Police said two men died.", "Two men died, police said.", ("Police", "police")),
        ("Investigators say he fled.", "He fled, police said.", ("Investigators", "police")),
        ("President Zelensky said so.", "Volodymyr Zelenskyy said so.", ("Zelensky", "Volodymyr Zelenskyy")),
        ("Eyewitnesses say he fled.", "Witnesses say he fled.", ("Eyewitnesses", "Witnesses")),
    ],
)
def test_the_same_speaker_agrees(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert words in agreements(compare_attributions, a, b, lexicon)
