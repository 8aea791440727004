"""The same subject with another undertaking, share or emphasis."""

import pytest

from counterpoint.engine.comparators.scopes import compare_scopes
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences

DIFFERENCES = [
    ("President Macron announced that 26 countries pledged various forms of support.",
     "It was announced that 26 nations had agreed to send troops into Ukraine.", "various forms of support",
     "send troops"),
    ("26 countries pledged various forms of support.",
     "26 nations are ready to provide Ukraine with legally binding guarantees.", "various forms of support",
     "provide Ukraine with legally binding guarantees"),
    ("26 nations had agreed to send troops into Ukraine.",
     "26 nations are ready to provide Ukraine with legally binding guarantees.", "send troops",
     "provide Ukraine with legally binding guarantees"),
    ("Macron emphasized that guarantees are mainly political rather than military.",
     "The guarantees involve military support.", "political rather than military", "military support"),
    ("Twelve states promised money.", "Twelve states plan to send doctors.", "money", "send doctors"),
    ("The aid is civilian instead of military.", "The aid includes military trucks.", "civilian instead of military",
     "military trucks"),
    ("All passengers were rescued.", "Half the passengers were rescued.", "All", "Half"),
    ("All of the workers were evacuated.", "Most of the workers were evacuated.", "All", "Most"),
    ("Most victims survived.", "All victims survived.", "Most", "All"),
]  # fmt: skip
NO_DIFFERENCES = [
    ("26 countries pledged support.", "31 countries agreed to send troops."),
    ("Two people were injured when a tram hit a wall.", "Two people suffered minor injuries."),
    ("Three people were killed and one was wounded.", "Three people were found dead."),
    ("Nine crew were rescued, leaving two in the water.", "Nine crew were rescued, the coast guard said."),
    ("26 countries pledged to send troops.", "26 nations agreed to send soldiers."),
    ("Two lawmakers said Democrats might win.", "Two lawmakers said it might rain."),
    ("The tariffs end in May rather than in June.", "The tariffs were imposed in June."),
    ("The guarantees are political rather than military.", "The guarantees are political, not military."),
    ("The guarantees are political rather than military.", "A military plane crashed in Spain."),
    ("26 countries pledged it.", "26 nations agreed to send troops."),
    ("All passengers were rescued.", "All the passengers were rescued."),
    ("All passengers were rescued.", "Most of the cargo was lost."),
    ("Some passengers were rescued.", "All passengers were rescued."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), DIFFERENCES)
def test_another_scope_differs(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert (ours, theirs) in differences(compare_scopes, a, b, lexicon)
    assert (theirs, ours) in differences(compare_scopes, b, a, lexicon)


@pytest.mark.parametrize(("a", "b"), NO_DIFFERENCES)
def test_the_same_scope_is_no_difference(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_scopes, a, b, lexicon)
