"""The scorer's figures, added up over the development events, and how far they may be off."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from counterpoint.engine.comparison import Comparison
from counterpoint.writers.json import json_report
from tests.bench.developments import Event

KINDS = ("conflict", "match")
#: Resamples of the events for the intervals (Efron 1979), and the seed that makes them the same at every run.
RESAMPLES, SEED = 2000, 1


def score_event(event: Event, comparison: Comparison, score: ModuleType) -> dict[str, Any]:
    """What the scorer says of one event's comparison."""
    names = dict(zip((source.id for source in event.sources), event.gold["sources"].values(), strict=True))
    return score.score(event.gold, json.loads(json_report(comparison, names)), event.folder)


def _counts() -> dict[str, int]:
    return dict.fromkeys(("required", "found", "reported", "true"), 0)


@dataclass
class Figures:
    """Sums over events (micro average): of each kind how many were required and found, reported and true.

    `noise` of `quotes` passages that are no claims were taken for claims; `faults` relations had no usable reason,
    `within` stood within one source.
    """

    sums: dict[str, dict[str, int]] = field(default_factory=lambda: {kind: _counts() for kind in (*KINDS, "linked")})
    noise: int = 0
    quotes: int = 0
    faults: int = 0
    within: int = 0
    lines: list[str] = field(default_factory=list)

    def add(self, event: Event, scored: dict[str, Any]) -> None:
        """Adds one event's figures, and what was missed and false in it as lines."""
        for kind, sums in self.sums.items():
            for key in sums:
                sums[key] += scored[kind].get(key, 0)
        self.noise += len(scored["noise_taken_for_claims"])
        self.quotes += sum(map(len, event.gold.get("not_claims", {}).values()))
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

    @property
    def reported(self) -> int:
        """Relations of both kinds."""
        return sum(self.sums[kind]["reported"] for kind in KINDS)

    def line(self) -> str:
        """The figures in one line, counts beside them."""
        cells: list[str] = []
        for kind in KINDS:
            sums = self.sums[kind]
            p, r = share(PRECISION[kind](self)), share(RECALL[kind](self))
            both = 2 * p * r / max(1e-9, p + r)
            cells.append(
                f"{kind} P {p:.3f} ({sums['true']}/{sums['reported']}) R {r:.3f} ({sums['found']}/{sums['required']}) "
                f"F1 {both:.3f}"
            )
        zeros = f"noise {self.noise}, without a usable reason {self.faults}, within one source {self.within}"
        return "; ".join([*cells, f"linked R {share(RECALL['linked'](self)):.3f}", zeros])

    def listing(self) -> str:
        """What was missed and what was false."""
        return "\n".join(self.lines)


#: A figure as counts: so many of so many.
Fraction = tuple[int, int]
Figure = Callable[[Figures], Fraction]


def _precision(kind: str) -> Figure:
    return lambda own: (own.sums[kind]["true"], own.sums[kind]["reported"])


def _recall(kind: str) -> Figure:
    return lambda own: (own.sums[kind]["found"], own.sums[kind]["required"])


PRECISION: Mapping[str, Figure] = {kind: _precision(kind) for kind in KINDS}
RECALL: Mapping[str, Figure] = {kind: _recall(kind) for kind in (*KINDS, "linked")}
#: What should be as high as can be, and what should be 0.
HIGH: Mapping[str, Figure] = {
    **{f"{kind} {what}": own[kind] for kind in KINDS for what, own in (("precision", PRECISION), ("recall", RECALL))},
    "linked recall": RECALL["linked"],
}
LOW: Mapping[str, Figure] = {
    "noise taken for claims": lambda own: (own.noise, own.quotes),
    "relations within one source": lambda own: (own.within, own.reported),
    "relations without a usable reason": lambda own: (own.faults, own.reported),
}


def share(fraction: Fraction) -> float:
    """The fraction as a number, 0 of nothing."""
    return fraction[0] / max(1, fraction[1])


def total(each: Iterable[Figures]) -> Figures:
    """The sums over all events."""
    whole = Figures()
    for own in each:
        for kind, sums in own.sums.items():
            for key, count in sums.items():
                whole.sums[kind][key] += count
        whole.noise += own.noise
        whole.quotes += own.quotes
        whole.faults += own.faults
        whole.within += own.within
        whole.lines += own.lines
    return whole


def interval(each: Sequence[Figures], figure: Figure) -> tuple[float, float]:
    """The middle 95 % of a figure over resampled events.

    Where nothing was counted in any event, resampling can't tell; then the upper end is 3 of the cases (the rule of
    three, Hanley and Lippman-Hand 1983).
    """
    counts = np.array([figure(own) for own in each])
    if not counts[:, 0].any():
        return 0.0, min(1.0, 3 / max(1, int(counts[:, 1].sum())))
    return _middle(_resampled(counts))


def change(before: Sequence[Figures], after: Sequence[Figures], figure: Figure) -> tuple[float, tuple[float, float]]:
    """By how much a figure has changed, and the middle 95 % of that over resampled events, the same for both."""
    whole = share(figure(total(after))) - share(figure(total(before)))
    drawn = [_resampled(np.array([figure(own) for own in each])) for each in (after, before)]
    return whole, _middle(drawn[0] - drawn[1])


def _resampled(counts: npt.NDArray[np.int_]) -> npt.NDArray[np.float64]:
    drawn = np.random.default_rng(SEED).integers(0, len(counts), size=(RESAMPLES, len(counts)))
    sums = counts[drawn].sum(axis=1)
    return sums[:, 0] / np.maximum(1, sums[:, 1])


def _middle(values: npt.NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def table(what: str, each: Sequence[Figures]) -> str:
    """All figures with their counts and intervals, as Markdown."""
    whole = total(each)
    lines = [f"| {what} | figure | counts | 95 % of resampled events |", "|---|---|---|---|"]
    for name, figure in {**HIGH, **LOW}.items():
        (above, below), (low, high) = figure(whole), interval(each, figure)
        lines.append(f"| {name} | {share((above, below)):.3f} | {above} of {below} | {low:.3f} to {high:.3f} |")
    return "\n".join(lines)
