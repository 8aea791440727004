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


OTHER_CAUSES = [
    ("An electrical fault caused the fire.", "Arson caused the fire.", "electrical fault", "Arson"),
    ("The crash was due to pilot error.", "The crash was due to engine failure.", "pilot error", "engine failure"),
    ("Pilot error caused the crash.", "The crash was caused by bad weather.", "Pilot error", "bad weather"),
    (
        "The plane crashed because of ice on the wings.",
        "The plane crashed because it ran out of fuel.",
        "ice on the wings",
        "ran out of fuel",
    ),
    ("He died from smoke inhalation.", "He died of burns.", "smoke inhalation", "burns"),
    ("The explosion was caused by a gas leak.", "The explosion was caused by a bomb.", "gas leak", "bomb"),
    ("A gas leak triggered the blast.", "A bomb triggered the blast.", "gas leak", "bomb"),
    ("The train derailed after hitting a tree.", "The train derailed before hitting a tree.", "after", "before"),
    (
        "The police fired before the man raised his gun.",
        "The police fired after the man raised his gun.",
        "before",
        "after",
    ),
    (
        "The man first called his wife, then drove to the station.",
        "The man first drove to the station, then called his wife.",
        "called his wife, then drove",
        "drove to the station, then called",
    ),
    (
        "He set the house on fire and then shot his wife.",
        "He shot his wife and then set the house on fire.",
        "set the house on fire and then shot",
        "shot his wife and then set",
    ),
    (
        "The shortage led to the protest.",
        "The protest led to the shortage.",
        "shortage led to the protest",
        "protest led to the shortage",
    ),
    (
        "The collapse was blamed on heavy rain.",
        "The collapse was blamed on poor maintenance.",
        "heavy rain",
        "poor maintenance",
    ),
    ("He was arrested for drunk driving.", "He was arrested for shoplifting.", "drunk driving", "shoplifting"),
    ("She was dismissed for fraud.", "She was dismissed for lateness.", "fraud", "lateness"),
    ("The flight was cancelled because of a strike.", "The flight was cancelled because of fog.", "strike", "fog"),
    (
        "The mayor resigned for health reasons.",
        "The mayor resigned over a bribery scandal.",
        "health reasons",
        "bribery scandal",
    ),
    ("A leak caused the blast.", "The blast was caused by a bomb.", "leak", "bomb"),
    ("The flood led to a shortage of bread.", "A strike led to the shortage of bread.", "flood", "strike"),
]
NO_OTHER_CAUSES = [
    ("The fire was caused by an electrical fault.", "The fire was caused by faulty wiring."),
    ("The fire was set deliberately.", "The fire was arson."),
    ("The crash was due to pilot error.", "Officials blamed the pilot for the crash."),
    ("The flight was cancelled because of fog.", "Fog led to the cancellation of the flight."),
    ("The man died of his wounds.", "The man was shot in the chest."),
    ("She was dismissed for fraud.", "She was dismissed on Monday."),
    ("He was arrested for drunk driving.", "He was arrested after a chase."),
    ("The ship sank after striking a reef.", "The ship struck a reef and sank."),
    ("The road was closed because of snow.", "The school was closed because of flu."),
    ("The bus was struck by a truck.", "A truck hit the bus."),
    ("The police fired after the man raised his gun.", "The man raised his gun before the police fired."),
    ("The collapse was blamed on heavy rain.", "Heavy rain was blamed for the collapse."),
    ("The boy was stabbed.", "The boy was stabbed in the neck with a knife."),
    ("The boy was shot and stabbed.", "The boy was stabbed."),
    ("He died after being hit by a car.", "He died of head injuries."),
    ("The victims died of smoke inhalation.", "The victims died in the fire."),
    ("The thief was jailed for theft.", "The thief was jailed for two years."),
    ("He shot his wife and then fled.", "He shot his wife before he fled."),
    ("After he fled, he called his wife.", "He fled and then called his wife."),
    ("The storm led to a flood.", "The storm led the news."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), OTHER_CAUSES)
def test_other_grounds_and_another_order_differ(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert (ours, theirs) in differences(compare_causes, a, b, lexicon)
    assert (theirs, ours) in differences(compare_causes, b, a, lexicon)


@pytest.mark.parametrize(("a", "b"), NO_OTHER_CAUSES)
def test_one_ground_told_in_two_ways_does_not_differ(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_causes, a, b, lexicon)
    assert not differences(compare_causes, b, a, lexicon)
