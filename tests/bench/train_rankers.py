"""Trains the rankers on the development events: `python -m tests.bench.train_rankers [--write] [--verbose]`.

Needs lightgbm and scikit-learn, which the program itself does not. Figures printed are of cross-validation by event: no
event is scored by a ranker that saw it. What is written holds numbers only, no word of any article.
"""

import argparse
import itertools
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from counterpoint.engine.alignments import FEATURES, Pairs, align
from counterpoint.engine.claims import Claim
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.comparison import Account, Comparison, claims_of, read_all
from counterpoint.engine.decisions import EVIDENCE, Evidence, choose, gather, suspicion
from counterpoint.engine.findings import find_findings
from counterpoint.engine.knowledge import Encoder, Thresholds
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.pairs import PAIR_EVIDENCE, measure_pair
from counterpoint.engine.rankers import Calibration
from counterpoint.resources import load_encoder, load_lexicon
from tests.bench.developments import Event, Gold, Label, events, scorer
from tests.bench.figures import Figures, score_event

Array = npt.NDArray[Any]

OUT = Path(__file__).parents[2] / "resources" / "ranker"
FOLDS = 10
#: What a match and a conflict must reach to be shown: of the thresholds printed, the least at which cross-validation
#: gives a kind the precision that an editor bears.
LEAST = Thresholds(match=0.75, conflict=0.5)
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


@dataclass
class Prepared:
    """One event, read and aligned, with the gold's word on each pair."""

    event: Event
    gold: Gold
    accounts: tuple[Account, ...]
    claims: list[Claim]
    sides: list[Side]
    pairs: Pairs
    labels: list[Label]


@dataclass
class Judged:
    """One event's evidence with the gold's word on each pair, and the cross-validated probabilities."""

    prepared: Prepared
    evidence: Evidence
    labels: list[Label]

    def is_kind(self, kind: str) -> Array:
        return np.array([kind in label.kinds for label in self.labels], dtype=bool)


def prepare(event: Event, lexicon: Lexicon, encoder: Encoder, score: ModuleType) -> Prepared:
    """One event as the program reads it."""
    readings = read_all(sorted(event.sources, key=lambda source: source.id), lexicon)
    claims, sides, numbers, headlines = claims_of(readings)
    pairs = align(sides, numbers, headlines, encoder([claim.text for claim in claims]))
    accounts = tuple(
        Account(r.source, tuple(c for c in claims if c.source == r.source.id), r.noise, r.is_compared, "")
        for r in readings
    )
    gold = Gold(event, score)
    labels = gold.labels(claims, pairs.first.tolist(), pairs.second.tolist())
    return Prepared(event, gold, accounts, claims, sides, pairs, labels)


class Fit:
    """One ranker: cross-validated probabilities for its rows, and the trees fitted to all of them."""

    def __init__(self, names: Sequence[str], rows: Array, truth: Array, groups: Array) -> None:
        self._names = names
        raw = np.zeros(len(rows))
        for train, test in GroupKFold(FOLDS).split(rows, truth, groups):
            raw[test] = self._fitted(rows[train], truth[train]).predict(rows[test], raw_score=True)
        calibration = LogisticRegression(C=1e6).fit(raw[:, None], truth)
        self._slope, self._offset = float(calibration.coef_[0, 0]), float(calibration.intercept_[0])
        self.probabilities: Array = 1 / (1 + np.exp(-(self._slope * raw + self._offset)))
        self._final = self._fitted(rows, truth)

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


def pair_nearness(judged: Sequence[Judged], encoder: Encoder, lexicon: Lexicon) -> Fit:
    """The ranker of two sentences alone, from the same pairs."""
    rows: list[Array] = []
    for one in judged:
        claims = one.prepared.claims
        for first, second in zip(one.evidence.first, one.evidence.second, strict=True):
            texts = claims[first].text, claims[second].text
            rows.append(measure_pair(*texts, encoder(texts), lexicon)[0])
    truth = np.array([bool(label.kinds) for one in judged for label in one.labels])
    return Fit(PAIR_EVIDENCE, np.stack(rows), truth, _groups([one.labels for one in judged]))


def reliability(probabilities: Array, truth: Array) -> str:
    """How often findings of each score were right."""
    cells: list[str] = []
    for low in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        chosen = (probabilities >= low) & (probabilities < low + 0.1)
        if chosen.any():
            cells.append(f"{low:.1f}-{low + 0.1:.1f}: {truth[chosen].mean():.2f} of {chosen.sum()}")
    return "; ".join(cells)


def _groups(labels: Sequence[Sequence[Label]]) -> Array:
    return np.concatenate([[i] * len(own) for i, own in enumerate(labels)])


def _figures(
    judged: Sequence[Judged], scores: Callable[[int], tuple[Array, Array]], least: Thresholds, score: ModuleType
) -> Figures:
    total = Figures()
    for i, one in enumerate(judged):
        relations = choose(one.prepared.claims, one.evidence, *scores(i), least)
        comparison = Comparison(one.prepared.accounts, relations, (), shares_little=False)
        total.add(one.prepared.event, score_event(one.prepared.event, comparison, score))
    return total


def _unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""


def main() -> None:
    """Trains, prints the cross-validated figures, and writes the rankers when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the rankers into resources/ranker")
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was false")
    args = parser.parse_args()
    lexicon, encoder, score = load_lexicon(), load_encoder(), scorer()
    prepared = [prepare(event, lexicon, encoder, score) for event in events()]
    groups = _groups([p.labels for p in prepared])
    truth = np.array([bool(label.kinds) for p in prepared for label in p.labels])
    near = Fit(FEATURES, np.concatenate([p.pairs.features for p in prepared]), truth, groups)
    judged: list[Judged] = []
    find = partial(find_findings, lexicon=lexicon)
    for i, p in enumerate(prepared):
        evidence = gather(p.sides, p.pairs, near.probabilities[groups == i], find, _unwatched)
        judged.append(Judged(p, evidence, p.gold.labels(p.claims, evidence.first, evidence.second)))
    groups = _groups([one.labels for one in judged])
    is_match, is_conflict = (np.concatenate([one.is_kind(kind) for one in judged]) for kind in ("match", "conflict"))
    match = Fit(EVIDENCE, np.concatenate([one.evidence.rows for one in judged]), is_match, groups)
    product = np.concatenate([suspicion(one.evidence) for one in judged])
    conflicts, calibration = calibrated(product, is_conflict, groups)

    def scores(i: int) -> tuple[Array, Array]:
        return match.probabilities[groups == i], conflicts[groups == i]

    print("nearness:", near.importances())
    print("match:", match.importances())
    for least in itertools.starmap(Thresholds, itertools.product((0.6, 0.7, 0.75, 0.8), (0.4, 0.5, 0.6))):
        print(least, _figures(judged, scores, least, score).line())
    print("match, right by score:", reliability(match.probabilities, is_match))
    print("conflict, right by score:", reliability(conflicts[product > 0], is_conflict[product > 0]))
    if args.verbose:
        print(_figures(judged, scores, LEAST, score).listing())
    if args.write:
        rankers = {
            "nearness": near.numbers(),
            "matches": match.numbers(),
            "conflicts": {"slope": calibration.slope, "offset": calibration.offset},
            "pair_nearness": pair_nearness(judged, encoder, lexicon).numbers(),
            "thresholds": {"match": LEAST.match, "conflict": LEAST.conflict},
        }
        OUT.mkdir(exist_ok=True)
        for name, value in rankers.items():
            (OUT / f"{name}.json").write_text(json.dumps(value, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
