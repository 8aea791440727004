"""The scorer's figures, added up over the development events."""

import json
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from counterpoint.engine.comparison import Comparison
from counterpoint.writers.json import json_report
from tests.bench.developments import Event

KINDS = ("match", "conflict")


def score_event(event: Event, comparison: Comparison, score: ModuleType) -> dict[str, Any]:
    """What the scorer says of one event's comparison."""
    names = dict(zip((source.id for source in event.sources), event.gold["sources"].values(), strict=True))
    return score.score(event.gold, json.loads(json_report(comparison, names)), event.folder)


def _counts() -> dict[str, int]:
    return dict.fromkeys(("required", "found", "reported", "true"), 0)


@dataclass
class Figures:
    """Sums over events (micro average): of each kind how many were required and found, reported and true."""

    sums: dict[str, dict[str, int]] = field(default_factory=lambda: {kind: _counts() for kind in (*KINDS, "linked")})
    noise: int = 0
    faults: int = 0
    within: int = 0
    lines: list[str] = field(default_factory=list)

    def add(self, event: Event, scored: dict[str, Any]) -> None:
        """Adds one event's figures, and what was missed and false in it as lines."""
        for kind, sums in self.sums.items():
            for key in sums:
                sums[key] += scored[kind].get(key, 0)
        self.noise += len(scored["noise_taken_for_claims"])
        self.faults += len(scored["relations_without_usable_reason"])
        self.within += scored["relations_within_one_source"]
        for kind in KINDS:
            self.lines += [f"{event.name}: missed {kind} {missed}" for missed in scored[kind]["missed"]]
            for a, b, why in scored[kind]["false"]:
                self.lines += [
                    f"{event.name}: false {kind}: {'; '.join(why)[:200]}",
                    f"    {a[:220]}",
                    f"    {b[:220]}",
                ]

    def recall(self, kind: str) -> float:
        return self.sums[kind]["found"] / max(1, self.sums[kind]["required"])

    def precision(self, kind: str) -> float:
        return self.sums[kind]["true"] / max(1, self.sums[kind]["reported"])

    def line(self) -> str:
        """The figures in one line, counts beside them."""
        cells: list[str] = []
        for kind in KINDS:
            p, r, sums = self.precision(kind), self.recall(kind), self.sums[kind]
            both = 2 * p * r / max(1e-9, p + r)
            cells.append(
                f"{kind} P {p:.3f} ({sums['true']}/{sums['reported']}) R {r:.3f} ({sums['found']}/{sums['required']}) "
                f"F1 {both:.3f}"
            )
        zeros = f"noise {self.noise}, without a usable reason {self.faults}, within one source {self.within}"
        return "; ".join([*cells, f"linked R {self.recall('linked'):.3f}", zeros])

    def listing(self) -> str:
        """What was missed and what was false."""
        return "\n".join(self.lines)
