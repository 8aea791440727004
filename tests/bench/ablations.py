"""What each comparator is worth: the cross-validated figures without it, everything learnt anew.

The findings on every pair are gathered once, comparator by comparator. Then one after another is left out: its
findings, reasons and columns are taken away, and the ranker of matches and the calibration of conflicts are fitted
again. Which pairs are near is learnt without findings, so it stays as it is. Needs lightgbm and scikit-learn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import ModuleType

import numpy as np

from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.decisions import EVIDENCE, Evidence
from counterpoint.engine.findings import FINDING_FEATURES, NAMES, Findings, find_each, join_findings
from counterpoint.engine.lexicons import Lexicon
from tests.bench.figures import HIGH, KINDS, Figures, change, share, total
from tests.bench.train_rankers import LEAST, Judged, Learnt, Prepared, judge

Each = tuple[tuple[Finding, ...], ...]


@dataclass
class Recorder:
    """Finds as the engine does, and keeps what each comparator found, in the order of the pairs."""

    lexicon: Lexicon
    kept: list[Each]

    def __call__(self, a: Side, b: Side) -> Findings:
        each = find_each(a, b, self.lexicon)
        self.kept.append(each)
        return join_findings(each)


def ablation(prepared: Sequence[Prepared], lexicon: Lexicon, score: ModuleType) -> str:
    """The figures of all comparators, and how they change without each, the conflicts' greatest loss first."""
    recorders = {p.event.name: Recorder(lexicon, []) for p in prepared}
    _, judged = judge(prepared, lambda p: recorders[p.event.name])
    kept = [recorders[one.prepared.event.name].kept for one in judged]
    whole = Learnt(judged).figures(LEAST, score)
    rest = {name: Learnt(_leave_out(judged, kept, i)).figures(LEAST, score) for i, name in enumerate(NAMES)}
    order = sorted(NAMES, key=lambda name: (total(rest[name]).sums["conflict"]["found"], name))
    lines = [
        "| left out | conflicts shown | found | precision | recall | matches shown | found | precision | recall |",
        "|---|---|---|---|---|---|---|---|---|",
        _line("none", whole, whole),
        *(_line(name, whole, rest[name]) for name in order),
    ]
    return "\n".join(lines)


def without(evidence: Evidence, each: Sequence[Each], number: int) -> Evidence:
    """The evidence as it were without one comparator; `each` has all comparators' findings on every pair."""
    joined = [join_findings([() if i == number else own for i, own in enumerate(every)]) for every in each]
    measured = np.stack([one.row for one in joined]) if joined else np.zeros((0, len(FINDING_FEATURES)))
    rows = evidence.rows.copy()
    rows[:, len(EVIDENCE) - len(FINDING_FEATURES) :] = measured
    return replace(evidence, findings=tuple(one.found for one in joined), rows=rows)


def _leave_out(judged: Sequence[Judged], kept: Sequence[Sequence[Each]], number: int) -> list[Judged]:
    return [replace(one, evidence=without(one.evidence, each, number)) for one, each in zip(judged, kept, strict=True)]


def _line(name: str, before: Sequence[Figures], after: Sequence[Figures]) -> str:
    return " | ".join([f"| {name}", *(cell for kind in KINDS for cell in _cells(kind, before, after))]) + " |"


def _cells(kind: str, before: Sequence[Figures], after: Sequence[Figures]) -> list[str]:
    """Shown, found, precision and recall, with their changes; * where the change is not chance."""
    old, new = total(before).sums[kind], total(after).sums[kind]
    cells = [f"{new[key]}{_signed(new[key] - old[key])}" for key in ("reported", "found")]
    for name in (f"{kind} precision", f"{kind} recall"):
        by, (low, high) = change(before, after, HIGH[name])
        star = "\\*" if low > 0 or high < 0 else ""
        cells.append(f"{share(HIGH[name](total(after))):.3f}{f' ({by:+.3f}{star})' if after is not before else ''}")
    return cells


def _signed(by: int) -> str:
    return f" ({by:+d})" if by else ""
