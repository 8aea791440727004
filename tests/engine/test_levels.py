"""How much each level shows, and how right it was."""

import itertools

import pytest

from counterpoint.engine.claims import ClaimId
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.levels import DEFAULT, ENOUGH, NAMES, Level, Measured, Thresholds, parse_levels
from counterpoint.engine.relations import Relation, RelationId, RelationKind


def measured(right: int, shown: int, found: int = 11, required: int = 55) -> Measured:
    return Measured(right, shown, found, required, events=38)


@pytest.mark.parametrize(
    ("one", "precision", "recall"),
    [
        (measured(33, 50), 0.66, 0.2),
        (measured(0, ENOUGH), 0.0, 0.2),
        (measured(ENOUGH - 1, ENOUGH - 1), None, 0.2),  # too few were shown to tell
        (measured(0, 0), None, 0.2),
        (measured(33, 50, 3, 12), 0.66, None),  # too few were to be found to tell
    ],
)
def test_too_few_cases_tell_nothing(one: Measured, precision: float | None, recall: float | None) -> None:
    assert (one.precision, one.recall) == (precision, recall)


@pytest.mark.parametrize(
    ("kind", "score", "is_shown"),
    [("match", 0.8, True), ("match", 0.7999, False), ("conflict", 0.5, True), ("conflict", 0.4999, False)],
)
def test_a_level_shows_what_is_as_likely_as_its_threshold(kind: str, score: float, is_shown: bool) -> None:  # noqa: FBT001
    level = Level(3, Thresholds(match=0.8, conflict=0.5), measured(1, 1), measured(2, 2))
    assert level.shows(Relation(RelationId("r"), ClaimId("a"), ClaimId("b"), RelationKind(kind), score, ())) is is_shown
    assert level.measured(RelationKind.CONFLICT).right == 1
    assert level.measured(RelationKind.MATCH).right == 2


@pytest.mark.parametrize("number", [0, 6])
def test_no_level_has_another_number(number: int) -> None:
    with pytest.raises(ValueError, match="not a level"):
        Level(number, Thresholds(0.5, 0.5), measured(1, 1), measured(1, 1))


def test_levels_are_read_in_order_and_there_are_as_many_as_names() -> None:
    own = {"match": 0.8, "conflict": 0.5, "measured": {"match": [1, 2, 3, 4], "conflict": [5, 6, 7, 8]}}
    levels = parse_levels({"events": 38, "levels": [own] * len(NAMES)})
    assert [(level.number, level.name) for level in levels] == list(enumerate(NAMES, 1))
    assert levels[0].conflict == Measured(right=5, shown=6, found=7, required=8, events=38)
    with pytest.raises(ValueError, match="argument"):
        parse_levels({"events": 38, "levels": [own]})


def test_the_levels_that_are_shipped_show_fewer_only_where_those_are_surer(knowledge: Knowledge) -> None:
    levels = knowledge.rankers.levels
    assert levels[DEFAULT - 1].name == "default"
    for kind in RelationKind:
        for fewer, more in itertools.pairwise(levels):
            if fewer.thresholds.of(kind) == more.thresholds.of(kind):
                continue
            assert fewer.thresholds.of(kind) > more.thresholds.of(kind)
            assert fewer.measured(kind).shown < more.measured(kind).shown
            ours, theirs = fewer.measured(kind).precision, more.measured(kind).precision
            assert ours is None or theirs is None or ours > theirs
    # Of conflicts a higher threshold may leave out true ones as often as false ones: then all levels show the same.
    assert levels[0].thresholds.match > levels[-1].thresholds.match
    assert levels[0].thresholds.conflict >= levels[-1].thresholds.conflict
