"""One sentence told twice: what its tellings differ in, and what is another sentence."""

import pytest

from counterpoint.engine.comparators.retellings import compare_retellings
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import differences, read_sides

DIFFERENCES = [
    # denied
    ("The ferry was towed to a shipyard in Gdansk.", "The ferry was not towed to a shipyard in Gdansk.",
     "was towed", "was not towed"),
    ("Crews in Lima are searching the rubble with dogs.", "Crews in Lima are not searching the rubble with dogs.",
     "are searching", "are not searching"),
    ("The striker fell from the roof of a barn near Oslo.",
     "Near Oslo, police said, the striker didn't fall from the roof of a barn.", "fell", "didn't fall"),
    ("The league could be reached in Turin on Sunday.", "On Sunday, the league could not be reached in Turin.",
     "could be reached", "could not be reached"),
    ("The referee’s own phone couldn’t pick up the signal.", "The referee’s own phone could pick up the signal.",
     "couldn’t pick", "could pick"),
    ("The sister of the pilot declined to give her age.", "The sister of the pilot gave her age at once.",
     "declined to give", "gave"),
    # told at another stage
    ("The ferry was towed to a shipyard in Gdansk.", "The ferry is to be towed to a shipyard in Gdansk.",
     "was towed", "is to be towed"),
    ("Crews have put sandbags around the old mill.", "Crews are considering putting sandbags around the old mill.",
     "have put", "are considering putting"),
    ("The first probe is scheduled to lift off in June from Kourou.", "The first probe lifted off in June from Kourou.",
     "is scheduled to lift", "lifted"),
    ("The museum has been sold to a bank from Zurich.", "The museum may have been sold to a bank from Zurich.",
     "has been sold", "may have been sold"),
    ("The council will approve the new stadium in Leeds.", "The council approved the new stadium in Leeds.",
     "will approve", "approved"),
    # opposite words
    ("Four men were wounded in a blaze at the mill.", "Four women were wounded in a fire at the mill.",
     "men", "women"),
    ("A crowd waited outside the court in Seville all night.", "A crowd waited inside the court in Seville all night.",
     "outside", "inside"),
    ("The strike followed successful talks with the pilots.", "The strike followed unsuccessful talks with the pilots.",
     "successful", "unsuccessful"),
    ("The reactor is 14 percent bigger than the old one.", "The reactor is 14 percent smaller than the old one.",
     "bigger", "smaller"),
]  # fmt: skip
NO_DIFFERENCES = [
    # the same in other words
    ("The ferry was towed to a shipyard in Gdansk.", "The ferry has been towed to a shipyard in Gdansk."),
    ("The ferry wasn't towed to a shipyard in Gdansk.", "The ferry was not towed to a shipyard in Gdansk."),
    ("Crews in Lima began to search the rubble at once.", "Crews in Lima started at once to search the rubble."),
    ("The sister of the pilot declined to give her age.", "The sister of the pilot would not give her age."),
    # two stages that readers hardly tell apart
    ("The council agreed to sell the stadium in Leeds.", "The council decided to sell the stadium in Leeds."),
    # another sentence
    ("The ferry was towed away.", "The ferry was not towed away at night."),  # too few words to tell
    ("A ferry with tourists was towed to a shipyard.", "No ferry sails, for the strait was not cleared of mines."),
    ("Four men were wounded in a fire at the mill.", "Three women at the mill saw the fire from a bus."),
    # under a condition
    ("The ferry will be towed to Gdansk if the storm ends.", "The ferry was towed to Gdansk as the storm ended."),
    # pairs of words that go together
    ("The union asked for higher wages in the talks.", "The union answered for higher wages in the talks."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), DIFFERENCES)
def test_tellings_of_one_sentence_differ_in_these_words(
    lexicon: Lexicon, a: str, b: str, ours: str, theirs: str
) -> None:
    assert differences(compare_retellings, a, b, lexicon) == [(ours, theirs)]
    assert differences(compare_retellings, b, a, lexicon) == [(theirs, ours)]


@pytest.mark.parametrize(("a", "b"), NO_DIFFERENCES)
def test_other_sentences_and_other_wordings_do_not_differ(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_retellings, a, b, lexicon)
    assert not differences(compare_retellings, b, a, lexicon)


@pytest.mark.parametrize(
    ("number", "aspect"), [(0, Aspect.POLARITY), (6, Aspect.CERTAINTY), (len(DIFFERENCES) - 1, Aspect.OPPOSITE)]
)
def test_a_difference_has_its_aspect(lexicon: Lexicon, number: int, aspect: Aspect) -> None:
    a, b, *_ = DIFFERENCES[number]
    [finding] = compare_retellings(*read_sides(a, b, lexicon), lexicon)
    assert finding.reason.aspect is aspect
