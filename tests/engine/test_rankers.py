"""Learned scores: trees as plain numbers, and calibrations."""

import numpy as np
import pytest

from counterpoint.engine.rankers import Calibration, Ranker, parse_ranker

#: Two trees: 1 where a <= 0.5 and else 2 or 4 by b; and a leaf alone.
NUMBERS = {
    "features": ["a", "b"],
    "roots": [0, 5],
    "nodes": [[0, 0.5, 1, 2, 0], [-1, 0, 1, 1, 1.0], [1, 10, 3, 4, 0], [-1, 0, 3, 3, 2.0], [-1, 0, 4, 4, 4.0],
              [-1, 0, 5, 5, 0.25]],
    "slope": 2.0,
    "offset": -3.0,
}  # fmt: skip


@pytest.fixture
def ranker() -> Ranker:
    return parse_ranker(NUMBERS)


@pytest.mark.parametrize(
    ("a", "b", "total"), [(0.0, 0.0, 1.25), (0.5, 99.0, 1.25), (0.6, 10.0, 2.25), (0.6, 10.1, 4.25), (9.0, 11.0, 4.25)]
)
def test_a_row_goes_down_every_tree_to_a_leaf(ranker: Ranker, a: float, b: float, total: float) -> None:
    (probability,) = ranker(np.array([[b, a]]), ("b", "a"))
    assert probability == pytest.approx(1 / (1 + np.exp(-(2 * total - 3))))


def test_a_row_is_scored_alone_as_among_others(ranker: Ranker) -> None:
    rows = np.random.default_rng(0).random((100, 3)).astype(np.float32) * 20
    scores = ranker(rows, ("b", "c", "a"))
    assert [float(ranker(row[None], ("b", "c", "a"))[0]) for row in rows] == scores.tolist()


def test_no_rows_have_no_scores(ranker: Ranker) -> None:
    assert ranker(np.zeros((0, 2)), ("a", "b")).tolist() == []


def test_a_missing_feature_is_a_mistake(ranker: Ranker) -> None:
    with pytest.raises(ValueError, match="is not in list"):
        ranker(np.zeros((1, 1)), ("a",))


def test_a_calibration_rises_with_the_score_and_nothing_scores_nothing() -> None:
    probabilities = Calibration(slope=1.5, offset=0.5)(np.array([0.0, 1e-9, 0.1, 0.5, 1.0]))
    assert probabilities[0] == 0
    assert probabilities.tolist() == sorted(probabilities.tolist())
    assert probabilities[-1] == pytest.approx(1 / (1 + np.exp(-0.5)))
