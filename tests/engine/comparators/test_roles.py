import pytest

from counterpoint.engine.comparators.roles import compare_roles
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "Zandler, former mayor of Trieste, spoke.",
            "Marco Zandler, mayor of Trieste, spoke.",
            ("former mayor", "mayor"),
        ),
        ("The ex-minister Ana Ruiz came.", "The minister Ana Ruiz came.", ("ex-minister", "minister")),
        (
            "A former officer killed his wife and wounded two agents.",
            "A former officer shot his ex-wife and two agents.",
            ("wife", "ex-wife"),
        ),
        (
            "He shot his girlfriend in the kitchen, then fled in a van.",
            "He shot his wife in the kitchen, then fled in a van.",
            ("girlfriend", "wife"),
        ),
        (
            "The man killed his stepson with an axe on Friday.",
            "The man killed his son with an axe on Friday.",
            ("stepson", "son"),
        ),
        (
            "Her brother was arrested after the fire at the mill.",
            "Her cousin was arrested after the fire at the mill.",
            ("brother", "cousin"),
        ),
        ("Sgt. Mara Quist led the search.", "Lt. Mara Quist led the search.", ("Sgt", "Lt")),
        ("Capt. Mara Quist led the search.", "Lieutenant Mara Quist led the search.", ("Capt", "Lieutenant")),
        (
            "Ana Ruiz, the mayor of Harrow, resigned.",
            "Ana Ruiz, the mayor of Milford, resigned.",
            ("mayor of Harrow", "mayor of Milford"),
        ),
        (
            "Polish President Donald Tusk spoke.",
            "Polish Prime Minister Donald Tusk spoke.",
            ("President", "Prime Minister"),
        ),
        (
            "The victim's neighbour called the police at noon.",
            "The victim's roommate called the police at noon.",
            ("neighbour", "roommate"),
        ),
        (
            "The governor of Ohio, Ana Ruiz, agreed.",
            "The governor of Texas, Ana Ruiz, agreed.",
            ("governor of Ohio", "governor of Texas"),
        ),
        (
            "He left the house to his nephew in the last will of all.",
            "He left the house to his brother in the last will of all.",
            ("nephew", "brother"),
        ),
        (
            "The captain turned the plane around over the sea.",
            "The sergeant turned the plane around over the sea.",
            ("captain", "sergeant"),
        ),
        ("Karl Brandt was her husband.", "Karl Brandt was her ex-husband.", ("husband", "ex-husband")),
    ],
)
def test_roles_that_exclude_each_other(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_roles, a, b, lexicon) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("French President Emmanuel Macron spoke.", "President Macron spoke."),
        ("French President Emmanuel Macron spoke.", "Finland's President Alexander Stubb spoke."),
        ("Zandler, mayor of Trieste, spoke.", "Zandler, president of the region, spoke."),
        ("Zandler, former mayor of Trieste, spoke.", "Ana Ruiz, mayor of Trieste, spoke."),
        ("Trump's special envoy Steve Witkoff came.", "Washington’s envoy Steve Witkoff came."),
        ("He shot his wife.", "The wife of the baker sang in the choir."),
        ("He shot his wife and his son in the kitchen.", "He shot his son in the kitchen."),
        ("Her mother and her brother came to the funeral.", "Her brother came to the funeral."),
        ("Sgt. Mara Quist led the search.", "Lt. Tom Ruiz led the search."),
        ("The police chief agreed.", "The sheriff disagreed on Friday."),
        ("Ana Ruiz, a teacher, was killed.", "Ana Ruiz, a mother, was killed."),
        ("Nato Secretary General Mark Rutte spoke.", "Nato Secretary-General Mark Rutte spoke."),
        ("Prime Minister Keir Starmer spoke.", "British Prime Minister Keir Starmer spoke."),
        ("The former president, Ana Ruiz, spoke.", "Former President Ana Ruiz spoke."),
        ("His daughter was hurt.", "His son was hurt in another town."),
        ("The talks failed.", "The mayor left."),
        ("Former President Bill Clinton gave his support.", "President Bill Clinton gave his support."),
        ("His daughter was still in hospital on Friday.", "The mother of a boy was killed, it said on Friday."),
        ("Tom Ruiz was governor of the state for years.", "Tom Ruiz was governor of Ohio for years."),
    ],
)
def test_roles_that_do_not(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_roles, a, b, lexicon) == []


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("French President Emmanuel Macron spoke.", "President Macron spoke.", ("President", "President")),
        ("Sgt. Mara Quist spoke.", "Sergeant Mara Quist spoke.", ("Sgt", "Sergeant")),
        ("He shot his wife.", "The man killed his wife.", ("wife", "wife")),
        (
            "The prime minister of Poland, Donald Tusk, left.",
            "Polish Premier Donald Tusk left.",
            ("prime minister of Poland", "Premier"),
        ),
        ("The spokeswoman agreed.", "A spokesman agreed.", ("spokeswoman", "spokesman")),
        (
            "Zandler, former mayor of Trieste, spoke.",
            "Zandler, an ex-mayor of Trieste, spoke.",
            ("former mayor of Trieste", "ex-mayor of Trieste"),
        ),
    ],
)
def test_the_same_role_agrees(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert words in agreements(compare_roles, a, b, lexicon)
