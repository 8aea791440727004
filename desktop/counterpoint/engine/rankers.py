"""A learned score as plain numbers: trees that add up, turned into a probability."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Ranker:
    """Gradient-boosted trees (Friedman 2001) and a calibration (Platt 1999): features in, probability out.

    Every tree is complete in arrays: node i asks whether feature[i] <= threshold[i] and goes on to left[i], else to
    right[i]; a leaf has feature -1, itself to its left and right, and gives value[i]. `slope` and `offset` turn the sum
    into log-odds.
    """

    features: tuple[str, ...]
    roots: npt.NDArray[np.intp]
    feature: npt.NDArray[np.intp]
    threshold: npt.NDArray[np.float64]
    left: npt.NDArray[np.intp]
    right: npt.NDArray[np.intp]
    value: npt.NDArray[np.float64]
    slope: float
    offset: float

    def __call__(self, rows: npt.NDArray[np.floating], features: Sequence[str]) -> npt.NDArray[np.float64]:
        """Probability for each row; features names the columns.

        Raises:
            ValueError: a feature that the ranker was trained on is missing.
        """
        order = [list(features).index(name) for name in self.features]
        known, starts = rows[:, order].astype(np.float64).ravel(), len(order) * np.arange(len(rows))
        feature, is_inner = np.maximum(self.feature, 0), self.feature >= 0
        children = np.stack([self.right, self.left], axis=1).ravel()  # a leaf's are itself
        total = np.zeros(len(rows))
        for root in self.roots:
            at = np.full(len(rows), root)
            while is_inner[at].any():
                at = children[2 * at + (known[starts + feature[at]] <= self.threshold[at])]
            total += self.value[at]
        return 1 / (1 + np.exp(-(self.slope * total + self.offset)))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns a score of 0 to 1 into a probability: log-odds that are a line over the score's logarithm (Platt 1999)."""

    slope: float
    offset: float

    def __call__(self, scores: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
        logarithms = np.log(np.maximum(scores.astype(np.float64), 1e-6))
        return np.where(scores > 0, 1 / (1 + np.exp(-(self.slope * logarithms + self.offset))), 0.0)


def parse_ranker(numbers: Mapping[str, Any]) -> Ranker:
    """The ranker of a JSON object, as `tests.bench.train_rankers` writes it."""
    nodes: list[list[float]] = numbers["nodes"]
    columns = list(zip(*nodes, strict=True))
    return Ranker(
        features=tuple(numbers["features"]),
        roots=np.asarray(numbers["roots"], dtype=np.intp),
        feature=np.asarray(columns[0], dtype=np.intp),
        threshold=np.asarray(columns[1], dtype=np.float64),
        left=np.asarray(columns[2], dtype=np.intp),
        right=np.asarray(columns[3], dtype=np.intp),
        value=np.asarray(columns[4], dtype=np.float64),
        slope=float(numbers["slope"]),
        offset=float(numbers["offset"]),
    )
