"""Another cause, another order, cause and effect exchanged."""

import pytest

from counterpoint.engine.comparators.causes import compare_causes
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences, read_sides

DIFFERENCES = [
    ("The flight was cancelled because of fog.", "The flight was cancelled due to a strike.", "fog", "strike", "cause"),
    ("He collapsed because of the cold.", "He collapsed due to a heart attack.", "cold", "heart attack", "cause"),
    (
        "The shaft was closed owing to a gas leak.",
        "The shaft was closed because of a flood.",
        "gas leak",
        "flood",
        "cause",
    ),
    (
        "The match was stopped because a fan ran onto the pitch.",
        "The match was stopped because of heavy rain.",
        "fan ran onto the pitch",
        "heavy rain",
        "cause",
    ),
    (
        "The suspect was arrested after the shooting.",
        "The suspect was arrested before the shooting.",
        "after",
        "before",
        "time",
    ),
    (
        "Police closed the road before the bomb exploded.",
        "Police closed the road after the bomb exploded.",
        "before",
        "after",
        "time",
    ),
    (
        "Depositors lost trust and caused a crash.",
        "The crash sparked a loss of trust.",
        "trust and caused a crash",
        "crash sparked a loss",
        "cause",
    ),
    (
        "The strike triggered a shortage.",
        "A shortage provoked the strike.",
        "strike triggered a shortage",
        "shortage provoked the strike",
        "cause",
    ),
]
NO_DIFFERENCES = [
    ("The flight was cancelled because of fog.", "The flight was cancelled due to thick fog."),
    ("The flight was cancelled because of fog.", "The train was late due to a strike."),
    ("The suspect was arrested after the shooting.", "The suspect was arrested after the robbery."),
    ("The suspect was arrested after the shooting.", "The suspect was seen before the shooting."),
    ("The storm caused a flood.", "The storm triggered a flood."),
    ("The storm caused a flood.", "The flood caused damage."),
    ("He was arrested after a chase.", "He was arrested because of the robbery."),
]


@pytest.mark.parametrize(("accounts", "expected"), [(row[:2], row[2:]) for row in DIFFERENCES])
def test_another_cause_or_order_differs(
    lexicon: Lexicon, accounts: tuple[str, str], expected: tuple[str, str, str]
) -> None:
    assert differences(compare_causes, *accounts, lexicon) == [expected[:2]]
    assert [finding.reason.aspect for finding in compare_causes(*read_sides(*accounts, lexicon), lexicon)] == [
        Aspect(expected[2])
    ]


@pytest.mark.parametrize(("a", "b"), NO_DIFFERENCES)
def test_the_same_cause_is_no_difference(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_causes, a, b, lexicon)
