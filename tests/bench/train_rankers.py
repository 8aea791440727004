"""Trains the rankers on the development events: `python -m tests.bench.train_rankers [--write] [--verbose]`.

`--write-levels` writes only how right each level is, and its thresholds, and leaves the rankers as they are.

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

import numpy as np

from counterpoint.engine.alignments import FEATURES, Pairs, align
from counterpoint.engine.claims import Claim
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.comparison import Account, Comparison, claims_of, read_all
from counterpoint.engine.decisions import EVIDENCE, Evidence, Showing, choose, gather, suspicion
from counterpoint.engine.findings import Findings, find_findings
from counterpoint.engine.knowledge import Encoder
from counterpoint.engine.levels import Thresholds
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.memories import Memory
from counterpoint.engine.pairs import PAIR_EVIDENCE, measure_pair
from counterpoint.resources import load_encoder, load_lexicon
from tests.bench.developments import Event, Gold, Label, Stories, events, scorer, stories
from tests.bench.figures import Figures, score_event, total
from tests.bench.levels import levels_of, table
from tests.bench.reliabilities import reliability
from tests.bench.train_fits import Array, Fit, calibrated

OUT = Path(__file__).parents[2] / "resources" / "ranker"
#: What a match and a conflict must reach to be shown at the default level: of the thresholds printed, the least at
#: which cross-validation gives a kind the precision that an editor bears.
LEAST = Thresholds(match=0.72, conflict=0.5)

Find = Callable[[Side, Side], Findings]


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


def prepare(
    event: Event, lexicon: Lexicon, encoder: Encoder, score: ModuleType, memory: Memory | None = None
) -> Prepared:
    """One event as the program reads it; what is in the memory of an earlier comparison is not read again."""
    readings = read_all(sorted(event.sources, key=lambda source: source.id), lexicon, memory=memory)
    claims, sides, numbers, headlines = claims_of(readings)
    pairs = align(sides, numbers, headlines, encoder([claim.text for claim in claims]))
    accounts = tuple(
        Account(r.source, tuple(c for c in claims if c.source == r.source.id), r.noise, r.is_compared, "")
        for r in readings
    )
    gold = Gold(event, score)
    labels = gold.labels(claims, pairs.first.tolist(), pairs.second.tolist())
    return Prepared(event, gold, accounts, claims, sides, pairs, labels)


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


class Learnt:
    """What is learnt of the evidence on all events, and the probabilities that cross-validation by event gives."""

    def __init__(self, judged: Sequence[Judged]) -> None:
        self.judged = judged
        self._groups = _groups([one.labels for one in judged])
        self.is_match, self.is_conflict = (
            np.concatenate([one.is_kind(kind) for one in judged]) for kind in ("match", "conflict")
        )
        rows = np.concatenate([one.evidence.rows for one in judged])
        self.match = Fit(EVIDENCE, rows, self.is_match, self._groups)
        self.suspicion = np.concatenate([suspicion(one.evidence) for one in judged])
        self.conflicts, self.calibration = calibrated(self.suspicion, self.is_conflict, self._groups)

    def figures(self, least: Thresholds, score: ModuleType, *, of: int | None = None) -> list[Figures]:
        """What the scorer says of each event where these thresholds decide; `of` so many only, the first."""
        each: list[Figures] = []
        for i, one in enumerate(self.judged[:of]):
            own = self._groups == i
            relations = choose(
                one.prepared.claims, one.evidence, self.match.probabilities[own], self.conflicts[own], Showing(least)
            )
            comparison = Comparison(one.prepared.accounts, relations, (), shares_little=False)
            each.append(Figures())
            each[-1].add(one.prepared.event, score_event(one.prepared.event, comparison, score))
        return each


def judge(prepared: Sequence[Prepared], find: Callable[[Prepared], Find]) -> tuple[Fit, list[Judged]]:
    """The ranker of nearness, and the evidence on each event's pairs that are near by cross-validation."""
    groups = _groups([p.labels for p in prepared])
    truth = np.array([bool(label.kinds) for p in prepared for label in p.labels])
    near = Fit(FEATURES, np.concatenate([p.pairs.features for p in prepared]), truth, groups)
    judged: list[Judged] = []
    for i, p in enumerate(prepared):
        evidence = gather(p.sides, p.pairs, near.probabilities[groups == i], find(p), _unwatched)
        judged.append(Judged(p, evidence, p.gold.labels(p.claims, evidence.first, evidence.second)))
    return near, judged


def _groups(labels: Sequence[Sequence[Label]]) -> Array:
    return np.concatenate([[i] * len(own) for i, own in enumerate(labels)])


def _unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""


def main() -> None:
    """Trains, prints the cross-validated figures, and writes the rankers when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the rankers into resources/ranker")
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was false")
    parser.add_argument("--write-levels", action="store_true", help="write only the levels' thresholds and figures")
    args = parser.parse_args()
    lexicon, encoder, score = load_lexicon(), load_encoder(), scorer()
    judged_events = tuple(events())
    prepared = [prepare(event, lexicon, encoder, score) for event in (*judged_events, *stories(Stories.LEARNT))]
    near, judged = judge(prepared, lambda _: partial(find_findings, lexicon=lexicon))
    learnt = Learnt(judged)
    print("nearness:", near.importances())
    print("match:", learnt.match.importances())
    for least in itertools.starmap(Thresholds, itertools.product((0.6, 0.7, 0.72, 0.75, 0.8), (0.4, 0.5, 0.6))):
        print(least, total(learnt.figures(least, score, of=len(judged_events))).line())
        print("    with the stories", total(learnt.figures(least, score)).line())
    print(reliability("match, cross-validated", learnt.match.probabilities, learnt.is_match))
    print(reliability("conflict, cross-validated", learnt.conflicts, learnt.is_conflict))
    if args.verbose:
        print(total(learnt.figures(LEAST, score)).listing())
    levels = levels_of(lambda least: learnt.figures(least, score), LEAST)
    print(table(levels))
    if args.write or args.write_levels:
        _write({"levels": levels})
    if args.write:
        rankers = {
            "nearness": near.numbers(),
            "matches": learnt.match.numbers(),
            "conflicts": {"slope": learnt.calibration.slope, "offset": learnt.calibration.offset},
            "pair_nearness": pair_nearness(judged, encoder, lexicon).numbers(),
        }
        _write(rankers)


def _write(numbers: Mapping[str, Any]) -> None:
    OUT.mkdir(exist_ok=True)
    for name, value in numbers.items():
        (OUT / f"{name}.json").write_text(json.dumps(value, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
