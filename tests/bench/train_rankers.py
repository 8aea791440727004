"""Trains the rankers on the development events: `python -m tests.bench.train_rankers [--write]`.

Needs lightgbm and scikit-learn, which the program itself does not. Figures printed are of cross-validation by event: no
event is scored by a ranker that saw it. What is written holds numbers only, no word of any article.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
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
from counterpoint.engine.knowledge import Thresholds
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.pairs import PAIR_EVIDENCE, measure_pair
from counterpoint.engine.rankers import Calibration
from counterpoint.resources import load_encoder, load_lexicon
from counterpoint.writers.json import json_report
from tests.bench.developments import Event, Gold, Label, events, scorer

OUT = Path(__file__).parents[2] / "resources" / "ranker"
FOLDS = 10
#: What a match and a conflict must reach to be shown: the least at which cross-validation gives both kinds the precision
#: that an editor bears.
LEAST = Thresholds(match=0.75, conflict=0.5)
#: More of these can only speak for nearness: keeps 38 events from teaching the trees their accidents.
RISING = {
    "cosine", "centred", "centred_lead_low", "centred_lead_high", "words_cosine", "words_of_shorter", "words_of_longer",
    "words", "words_lead_low", "words_lead_high", "names", "names_of_fewer", "plain_words", "plain_words_of_shorter",
    "numbers", "numbers_count", "runs", "runs_of_shorter", "nearness",
}  # fmt: skip
FALLING = {"centred_rank_low", "centred_rank_high", "words_rank_low", "words_rank_high"}
TREES = {"n_estimators": 150, "num_leaves": 6, "min_child_samples": 60, "reg_lambda": 10.0, "colsample_bytree": 0.5}


@dataclass
class Prepared:
    """One event, read and aligned, with the gold's word on each pair."""

    event: Event
    gold: Gold
    accounts: list[Account]
    claims: list[Claim]
    sides: list[Side]
    pairs: Pairs
    labels: list[Label]


def prepare(event: Event, lexicon: Lexicon, encoder: Any, score: Any) -> Prepared:
    readings = read_all(sorted(event.sources, key=lambda s: s.id), lexicon)
    claims, sides, numbers, headlines = claims_of(readings)
    pairs = align(sides, numbers, headlines, encoder([claim.text for claim in claims]))
    gold = Gold(event, score)
    accounts = [
        Account(r.source, tuple(c for c in claims if c.source == r.source.id), r.noise, r.is_compared, "") for r in readings
    ]
    return Prepared(event, gold, accounts, claims, sides, pairs, gold.labels(claims, pairs.first, pairs.second))  # type: ignore[arg-type]


class Fit:
    """One ranker: cross-validated probabilities for its rows, and the trees fitted to all of them."""

    def __init__(self, names: Sequence[str], rows: npt.NDArray[Any], truth: npt.NDArray[Any], groups: npt.NDArray[Any], **trees: Any) -> None:
        self.names, self.trees = names, {**TREES, **trees}
        raw = np.zeros(len(rows))
        for train, test in GroupKFold(FOLDS).split(rows, truth, groups):
            raw[test] = self._fitted(rows[train], truth[train]).predict(rows[test], raw_score=True)
        calibration = LogisticRegression(C=1e6).fit(raw[:, None], truth)
        self.slope, self.offset = float(calibration.coef_[0, 0]), float(calibration.intercept_[0])
        self.probabilities = 1 / (1 + np.exp(-(self.slope * raw + self.offset)))
        self._final = self._fitted(rows, truth)

    def _fitted(self, rows: npt.NDArray[Any], truth: npt.NDArray[Any]) -> Any:
        direction = [1 if n in RISING or n.startswith("agrees_") else -1 if n in FALLING else 0 for n in self.names]
        model = lightgbm.LGBMClassifier(
            learning_rate=0.04, subsample=0.7, subsample_freq=1, monotone_constraints=direction, random_state=1, n_jobs=2,
            verbose=-1, deterministic=True, force_row_wise=True, **self.trees,
        )  # fmt: skip
        return model.fit(rows, truth).booster_

    def importances(self, most: int = 15) -> list[tuple[str, int]]:
        gains = self._final.feature_importance("gain")
        order = np.argsort(-gains)[:most]
        return [(self.names[i], int(gains[i])) for i in order]

    def numbers(self) -> dict[str, Any]:
        """What parse_ranker reads."""
        nodes: list[list[float]] = []
        roots: list[int] = []

        def add(node: dict[str, Any]) -> int:
            here = len(nodes)
            nodes.append([])
            if "leaf_value" in node and "split_feature" not in node:
                nodes[here] = [-1, 0, here, here, round(node["leaf_value"], 6)]
            else:
                left, right = add(node["left_child"]), add(node["right_child"])
                nodes[here] = [node["split_feature"], node["threshold"], left, right, 0]
            return here

        for tree in self._final.dump_model()["tree_info"]:
            roots.append(add(tree["tree_structure"]))
        return {"features": list(self.names), "roots": roots, "nodes": nodes, "slope": self.slope, "offset": self.offset}


def score_all(prepared: Sequence[Prepared], evidence: Sequence[Evidence], matches: Sequence[Any], conflicts: Sequence[Any], least: Thresholds, score: Any, *, verbose: bool = False) -> dict[str, Any]:
    """The scorer's figures over all events, in micro average."""
    total = {k: dict.fromkeys(("required", "found", "reported", "true"), 0) for k in ("conflict", "match", "linked")}
    noise = faults = 0
    for p, e, m, c in zip(prepared, evidence, matches, conflicts, strict=True):
        relations = choose(p.claims, e, m, c, least)
        comparison = Comparison(tuple(p.accounts), relations, (), shares_little=False)
        names = dict(zip((s.id for s in p.event.sources), p.event.gold["sources"].values(), strict=True))
        out = score.score(p.event.gold, json.loads(json_report(comparison, names)), p.event.folder)
        for kind in ("conflict", "match"):
            for key in total[kind]:
                total[kind][key] += out[kind][key]
            if verbose:
                for missed in out[kind]["missed"]:
                    print(f"  {p.event.name}: missed {kind} {missed}")
                for a, b, why in out[kind]["false"]:
                    print(f"  {p.event.name}: FALSE {kind}\n      {a[:220]!r}\n      {b[:220]!r}\n      {'; '.join(why)[:200]}")
        for key in ("required", "found"):
            total["linked"][key] += out["linked"][key]
        noise += len(out["noise_taken_for_claims"])
        faults += len(out["relations_without_usable_reason"])
    figures: dict[str, Any] = {"noise": noise, "faults": faults}
    for kind, sums in total.items():
        recall = sums["found"] / max(1, sums["required"])
        precision = sums["true"] / max(1, sums["reported"])
        figures[kind] = {"P": precision, "R": recall, "F1": 2 * precision * recall / max(1e-9, precision + recall), **sums}
    return figures


def line(figures: dict[str, Any]) -> str:
    cells = [f"{k} P {figures[k]['P']:.3f} ({figures[k]['true']}/{figures[k]['reported']}) R {figures[k]['R']:.3f} ({figures[k]['found']}/{figures[k]['required']}) F1 {figures[k]['F1']:.3f}" for k in ("match", "conflict")]
    return "  ".join(cells) + f"  linked R {figures['linked']['R']:.3f}  noise {figures['noise']} faults {figures['faults']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the rankers into resources/ranker")
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was false")
    args = parser.parse_args()
    lexicon, encoder, score = load_lexicon(), load_encoder(), scorer()
    prepared = [prepare(event, lexicon, encoder, score) for event in events()]
    groups = np.concatenate([[i] * len(p.labels) for i, p in enumerate(prepared)])
    near = Fit(FEATURES, np.concatenate([p.pairs.features for p in prepared]), np.array([bool(x.kinds) for p in prepared for x in p.labels]), groups)
    evidence = [gather(p.sides, p.pairs, near.probabilities[groups == i], lexicon, lambda *_: None) for i, p in enumerate(prepared)]
    labels = [p.gold.labels(p.claims, e.first, e.second) for p, e in zip(prepared, evidence, strict=True)]
    rows = np.concatenate([e.rows for e in evidence])
    groups = np.concatenate([[i] * len(own) for i, own in enumerate(labels)])
    flat = [label for own in labels for label in own]
    match = Fit(EVIDENCE, rows, np.array(["match" in x.kinds for x in flat]), groups)
    product = np.concatenate([suspicion(e) for e in evidence])
    is_conflict = np.array(["conflict" in x.kinds for x in flat])
    conflicts, calibration = calibrated(product, is_conflict, groups)
    print("nearness", near.importances())
    print("match", match.importances())
    per_event = lambda values: [values[groups == i] for i in range(len(prepared))]  # noqa: E731
    for least in [Thresholds(m, c) for c in (0.4, 0.5, 0.6) for m in (0.6, 0.7, 0.75, 0.8)]:
        print(least, line(score_all(prepared, evidence, per_event(match.probabilities), per_event(conflicts), least, score)))
    print("match", reliability(match.probabilities, np.array(["match" in x.kinds for x in flat])))
    print("conflict", reliability(conflicts[product > 0], is_conflict[product > 0]))
    if args.verbose:
        score_all(prepared, evidence, per_event(match.probabilities), per_event(conflicts), LEAST, score, verbose=True)
    if args.write:
        pair = pair_nearness(prepared, evidence, labels, encoder, lexicon)
        OUT.mkdir(exist_ok=True)
        numbers = {"nearness": near.numbers(), "matches": match.numbers(), "conflicts": calibration, "pair_nearness": pair.numbers()}
        for name, value in (numbers | {"thresholds": {"match": LEAST.match, "conflict": LEAST.conflict}}).items():
            (OUT / f"{name}.json").write_text(json.dumps(value, separators=(",", ":")) + "\n", encoding="utf-8")


def calibrated(scores: npt.NDArray[Any], truth: npt.NDArray[Any], groups: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], dict[str, float]]:
    """Probabilities by cross-validation (0 where the score is), and the calibration fitted to all rows."""

    def fitted(chosen: npt.NDArray[Any]) -> Calibration:
        model = LogisticRegression(C=1e6).fit(np.log(scores[chosen])[:, None], truth[chosen])
        return Calibration(float(model.coef_[0, 0]), float(model.intercept_[0]))

    some = np.nonzero(scores > 0)[0]
    found = np.zeros(len(scores))
    for train, test in GroupKFold(FOLDS).split(some, truth[some], groups[some]):
        found[some[test]] = fitted(some[train])(scores[some[test]])
    final = fitted(some)
    return found, {"slope": final.slope, "offset": final.offset}


def pair_nearness(prepared: Sequence[Prepared], evidence: Sequence[Evidence], labels: Sequence[Sequence[Label]], encoder: Any, lexicon: Lexicon) -> Fit:
    """The ranker of two sentences alone, from the same pairs."""
    rows: list[npt.NDArray[Any]] = []
    truth: list[bool] = []
    groups: list[int] = []
    for i, (p, e, own) in enumerate(zip(prepared, evidence, labels, strict=True)):
        for first, second, label in zip(e.first, e.second, own, strict=True):
            texts = p.claims[first].text, p.claims[second].text
            rows.append(measure_pair(*texts, encoder(texts), lexicon)[0])
            truth.append(bool(label.kinds))
            groups.append(i)
    return Fit(PAIR_EVIDENCE, np.stack(rows), np.array(truth), np.array(groups))


def reliability(probabilities: npt.NDArray[Any], truth: npt.NDArray[Any]) -> str:
    """How often findings of each score were right."""
    cells: list[str] = []
    for low in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        chosen = (probabilities >= low) & (probabilities < low + 0.1)
        if chosen.any():
            cells.append(f"{low:.1f}-{low + 0.1:.1f}: {truth[chosen].mean():.2f} of {chosen.sum()}")
    return "; ".join(cells)


if __name__ == "__main__":
    main()
