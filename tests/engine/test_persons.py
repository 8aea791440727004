"""What two accounts tell of one person is compared wherever they tell it."""

import pytest

from counterpoint.engine.comparison import compare
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.persons import MOST_OF_A_PERSON, find_personal
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Source, SourceId
from tests.engine.comparators.reading import read_sides


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "Firefighters searched the ruins all night. Rosa Lind, 52, had worked in the mill since she left school.",
            "A candle burned at the gate on Sunday. Her neighbours remembered Rosa Lind, 58, as a fine singer.",
            ("52", "58"),
        ),
        (
            "The line will open again on Friday. Deputy transport minister Eva Holm laid flowers at the wreck.",
            "Two cranes came from the coast. Transport Minister Eva Holm answered no questions about money.",
            ("Deputy transport minister", "Transport Minister"),
        ),
    ],
)
def test_it_differs_in_claims_that_share_nothing_else(
    a: str, b: str, words: tuple[str, str], knowledge: Knowledge
) -> None:
    sources = (Source(SourceId("a"), a), Source(SourceId("b"), b))
    found = [r for r in compare(sources, knowledge).relations if r.kind is RelationKind.CONFLICT]
    told = [(reason.a.of(a), reason.b.of(b)) for relation in found for reason in relation.reasons]
    assert any(ours in words[0] and theirs in words[1] for ours, theirs in told)


def test_a_person_of_whom_both_tell_the_same_makes_no_pair(lexicon: Lexicon) -> None:
    sides = read_sides("Rosa Lind, 52, sang.", "The singer was Rosa Lind, 52, of Oslo.", lexicon)
    assert not find_personal(sides, [0, 1])


def test_pairs_of_one_person_have_an_end(lexicon: Lexicon) -> None:
    ours, theirs = read_sides("Rosa Lind, 52, sang.", "Rosa Lind, 58, danced.", lexicon)
    many = MOST_OF_A_PERSON
    assert len(find_personal([ours] * many + [theirs] * many, [0] * many + [1] * many)) == MOST_OF_A_PERSON
