"""How far something has got here and there, what only one account vouches for, what only one knows."""

import pytest

from counterpoint.engine.comparators.certainties import compare_certainties
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences

DIFFERENCES = [
    (
        "Officials are considering new sanctions.",
        "Officials agreed to new sanctions.",
        "considering new sanctions",
        "agreed to new sanctions",
    ),
    (
        "26 countries agreed to send troops to Ukraine.",
        "26 nations are ready to provide guarantees.",
        "agreed to send",
        "ready to provide",
    ),
    ("Germany may send tanks.", "Germany agreed to send tanks.", "may send", "agreed to send"),
    (
        "Germany is considering sending tanks.",
        "Germany has agreed to send tanks.",
        "considering sending",
        "agreed to send",
    ),
    ("The council is discussing a ban.", "The council approved a ban.", "discussing a ban", "approved a ban"),
    ("The minister could resign.", "The minister has resigned.", "could resign", "has resigned"),
    ("The suspect may have shot his wife.", "The suspect shot his wife.", "may have shot", "shot"),
    (
        "The car was allegedly recovered in Reno.",
        "The car was recovered in Reno.",
        "allegedly recovered",
        "was recovered",
    ),
    ("He is suspected of smuggling gold to Dubai.", "He smuggled gold to Dubai.", "suspected of smuggling", "smuggled"),
    ("The gunman reportedly fired ten shots.", "The gunman fired ten shots.", "reportedly fired", "fired"),
    (
        "A possible tornado struck the coast of Kent.",
        "A confirmed tornado struck the coast of Kent.",
        "possible tornado",
        "confirmed tornado",
    ),
    (
        "A possible tornado struck the coast of Kent.",
        "A tornado struck the coast of Kent.",
        "possible tornado",
        "tornado",
    ),
    (
        "An apparent leak stopped the pump.",
        "A leak stopped the pump.",
        "apparent leak",
        "leak",
    ),
    (
        "The company plans to close the mine.",
        "The company voted to close the mine.",
        "plans to close",
        "voted to close",
    ),
    ("France wants to build a reactor.", "France decided to build a reactor.", "wants to build", "decided to build"),
    ("Smith was charged with murder.", "Smith was convicted of murder.", "charged", "convicted"),
    (
        "Police have yet to determine how many gunmen fired.",
        "Three gunmen fired.",
        "determine how many gunmen",
        "Three gunmen",
    ),
    ("Her condition was not known.", "She was in stable condition.", "condition was not known", "stable condition"),
    (
        "The man’s condition is unknown.",
        "The man was in serious condition.",
        "condition is unknown",
        "serious condition",
    ),
    ("The cause is unclear.", "The cause was a gas leak.", "cause is unclear", "cause was a gas leak"),
    ("Police have not released a motive.", "The motive was robbery.", "released a motive", "motive was robbery"),
    (
        "The number of suspects is still to be determined.",
        "Two suspects fled in a car.",
        "determined",
        "Two suspects",
    ),
    (
        "The allies are mulling a naval blockade.",
        "The allies ordered a naval blockade.",
        "mulling a naval blockade",
        "ordered a naval blockade",
    ),
]
NO_DIFFERENCES = [
    ("Officials said the bridge will open.", "Officials announced that the bridge will open."),
    ("The man was killed.", "The man was shot dead."),
    ("The mission was launched in 2010.", "The next mission is being studied."),
    ("Germany plans to send tanks.", "Germany intends to send tanks."),
    ("Germany will send tanks.", "France may send tanks."),
    ("If the truce holds, Germany may send tanks.", "Germany agreed to send trucks."),
    ("Police are looking for a possible suspect.", "Crime Stoppers offers a reward for the arrest of a suspect."),
    ("The alleged victims live in Reno.", "The victims live in Reno."),
    ("Her condition was not known.", "His condition was not released."),
    ("The condition of the road is unknown.", "The patient is in the clinic."),
    ("The motive is unknown.", "Detectives asked about the motive."),
    ("The suspect allegedly shot two men.", "The suspect reportedly shot two men."),
    ("The minister reportedly said no.", "The minister said no."),
    ("Two men were injured.", "Officers found men with apparent gunshot wounds."),
    ("The council agreed to meet.", "The council pledged to meet."),
    ("It is not known how many of them may have fled.", "It is not known how many have fled."),
    ("Smith was charged with murder.", "Jones was convicted of murder."),
    ("Leaders vowed to fight on.", "Leaders promised to fight on."),
    ("They hope to finish the bridge by May.", "They are trying to finish the bridge."),
    ("26 people were killed.", "26 people may need help to travel home."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), DIFFERENCES)
def test_stages_far_apart_differ(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert differences(compare_certainties, a, b, lexicon) == [(ours, theirs)]
    assert differences(compare_certainties, b, a, lexicon) == [(theirs, ours)]


@pytest.mark.parametrize(("a", "b"), NO_DIFFERENCES)
def test_other_stages_are_no_difference(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_certainties, a, b, lexicon)


@pytest.mark.parametrize("future", ["is to close in spring", "will close in spring", "is set to close in spring"])
def test_what_has_been_decided_will_be_done(lexicon: Lexicon, future: str) -> None:
    assert differences(compare_certainties, "The board voted to close the mill.", f"The mill {future}.", lexicon) == []
    assert differences(compare_certainties, "The board voted to close the mill.", f"The board {future}.", lexicon) == []
