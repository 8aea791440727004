"""Rankers fitted to judged pairs: trees and calibrations, with the probabilities that cross-validation gives.

Needs lightgbm and scikit-learn, which the program itself does not.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from counterpoint.engine.rankers import Calibration

Array = npt.NDArray[Any]

FOLDS = 10
#: More of these can only speak for nearness: keeps 38 events from teaching the trees their accidents.
RISING = {
    "cosine", "centred", "centred_lead_low", "centred_lead_high", "words_cosine", "words_of_shorter", "words_of_longer",
    "words", "words_lead_low", "words_lead_high", "names", "names_of_fewer", "plain_words", "plain_words_of_shorter",
    "numbers", "numbers_count", "runs", "runs_of_shorter", "nearness",
}  # fmt: skip
FALLING = {"centred_rank_low", "centred_rank_high", "words_rank_low", "words_rank_high"}
TREES: dict[str, Any] = {
    "n_estimators": 150, "num_leaves": 6, "min_child_samples": 60, "reg_lambda": 10.0, "colsample_bytree": 0.5,
    "learning_rate": 0.04, "subsample": 0.7, "subsample_freq": 1, "random_state": 1, "n_jobs": 2, "verbose": -1,
    "deterministic": True, "force_row_wise": True,
}  # fmt: skip


class Fit:
    """One ranker: cross-validated probabilities for its rows, and the trees fitted to all of them."""

    def __init__(self, names: Sequence[str], rows: Array, truth: Array, groups: Array) -> None:
        self._names, self._rows, self._truth = names, rows, truth
        raw = np.zeros(len(rows))
        for train, test in GroupKFold(FOLDS).split(rows, truth, groups):
            raw[test] = self._fitted(rows[train], truth[train]).predict(rows[test], raw_score=True)
        calibration = LogisticRegression(C=1e6).fit(raw[:, None], truth)
        self._slope, self._offset = float(calibration.coef_[0, 0]), float(calibration.intercept_[0])
        self.probabilities: Array = 1 / (1 + np.exp(-(self._slope * raw + self._offset)))

    @cached_property
    def _final(self) -> lightgbm.Booster:
        return self._fitted(self._rows, self._truth)

    def _fitted(self, rows: Array, truth: Array) -> lightgbm.Booster:
        direction = [
            1 if name in RISING or name.startswith("agrees_") else -1 if name in FALLING else 0 for name in self._names
        ]
        return lightgbm.LGBMClassifier(monotone_constraints=direction, **TREES).fit(rows, truth).booster_

    def importances(self, most: int = 12) -> str:
        """The features that split off most, as text."""
        gains = self._final.feature_importance("gain")
        return ", ".join(f"{self._names[i]} {gains[i]:.0f}" for i in np.argsort(-gains)[:most])

    def numbers(self) -> dict[str, Any]:
        """What rankers.parse_ranker reads."""
        nodes: list[list[float]] = []

        def add(node: Mapping[str, Any]) -> int:
            here = len(nodes)
            nodes.append([])
            if "split_feature" in node:
                below, above = add(node["left_child"]), add(node["right_child"])
                nodes[here] = [node["split_feature"], node["threshold"], below, above, 0]
            else:
                nodes[here] = [-1, 0, here, here, round(node["leaf_value"], 6)]
            return here

        roots = [add(tree["tree_structure"]) for tree in self._final.dump_model()["tree_info"]]
        return {
            "features": list(self._names), "roots": roots, "nodes": nodes, "slope": self._slope, "offset": self._offset,
        }  # fmt: skip


def calibrated(scores: Array, truth: Array, groups: Array) -> tuple[Array, Calibration]:
    """Probabilities by cross-validation (0 where the score is), and the calibration fitted to all rows."""

    def fitted(chosen: Array) -> Calibration:
        model = LogisticRegression(C=1e6).fit(np.log(scores[chosen])[:, None], truth[chosen])
        return Calibration(float(model.coef_[0, 0]), float(model.intercept_[0]))

    some = np.nonzero(scores > 0)[0]
    found = np.zeros(len(scores))
    for train, test in GroupKFold(FOLDS).split(some, truth[some], groups[some]):
        found[some[test]] = fitted(some[train])(scores[some[test]])
    return found, fitted(some)
