"""What one account leaves open and the other tells."""

import pytest

from counterpoint.engine.comparators.certainties import compare_certainties
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences

ANSWERED = [
    (
        "It is unclear whether one or several gunmen fired.",
        "Two gunmen fired, police said.",
        "unclear whether one or several",
        "Two gunmen",
    ),
    (
        "Police do not know whether one or more robbers were involved.",
        "The robbers fled in a van.",
        "know whether one or more",
        "robbers",
    ),
    ("It was unclear how the climber died.", "The climber died in a fall.", "unclear how", "died in a fall"),
    ("It is not known how the two women died.", "The two women were strangled.", "known how", "strangled"),
    ("It is unclear who shot the guard.", "A colleague shot the guard.", "unclear who", "colleague shot"),
    ("It is not clear why the ferry sank.", "The ferry sank because of a leak.", "clear why", "sank because of a leak"),
    ("It is unclear whether the bill passed.", "The bill passed on Monday.", "unclear whether", "passed"),
    (
        "The cause of the blast is not known.",
        "A gas leak caused the blast.",
        "cause of the blast is not known",
        "gas leak caused",
    ),
    (
        "The cause of the fire is unknown.",
        "The fire was caused by a candle.",
        "cause of the fire is unknown",
        "caused by a candle",
    ),
    ("The fate of the crew is unknown.", "The crew drowned.", "fate of the crew is unknown", "drowned"),
    ("The motive remains unclear.", "The motive was jealousy.", "motive remains unclear", "motive was jealousy"),
]
OPEN = [
    ("It is unclear why he jumped.", "He jumped from the bridge."),
    ("It is unclear whether the driver was drunk.", "The driver was arrested."),
    ("It is unclear how the man died.", "The man died on Monday."),
    ("It is unclear how the man died.", "The man died in the hospital."),
    ("It is unclear who shot the guard.", "The guard was shot at noon."),
    ("It is unclear who shot the guard.", "Police know who shot the guard but gave no name."),
    ("The cause of the blast is not known.", "A gas leak may have caused the blast."),
    ("The cause of the blast is not known.", "The blast caused a fire."),
    ("The cause of the crash is being investigated.", "Investigators look into the cause of the crash."),
    ("It is unclear whether the bill passed.", "If the bill passed, taxes would rise."),
    ("It is unclear whether the bill passed.", "The bill may have passed."),
    ("The fate of the crew is unknown.", "The captain drowned in another storm."),
    ("It is not known whether one or more robbers were involved.", "The bank was robbed at noon."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), ANSWERED)
def test_what_is_open_here_and_told_there_differs(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert (ours, theirs) in differences(compare_certainties, a, b, lexicon)
    assert (theirs, ours) in differences(compare_certainties, b, a, lexicon)


@pytest.mark.parametrize(("a", "b"), OPEN)
def test_what_stays_open_does_not_differ(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_certainties, a, b, lexicon)
    assert not differences(compare_certainties, b, a, lexicon)
