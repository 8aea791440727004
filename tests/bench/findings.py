"""How right the findings are on the development events: `python -m tests.bench.findings [--verbose]`.

The rankers have seen these events: the honest figures are `tests.bench.train_rankers`'s, of cross-validation by event.
These show that the whole program gives what the parts promise, and what was missed and false.
"""

import argparse

import numpy as np

from counterpoint.engine.comparison import compare
from counterpoint.resources import load_knowledge
from tests.bench.developments import events, scorer
from tests.bench.figures import KINDS, Figures, score_event

#: Resamples of the events for the intervals (Efron 1979), and the seed that makes them the same at every run.
RESAMPLES, SEED = 2000, 1


def main() -> None:
    """Prints the figures over all events, each with the 95 % interval over resampled events."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was false")
    args = parser.parse_args()
    knowledge, score = load_knowledge(), scorer()
    each: list[Figures] = []
    total = Figures()
    for event in events():
        scored = score_event(event, compare(event.sources, knowledge), score)
        own = Figures()
        own.add(event, scored)
        total.add(event, scored)
        each.append(own)
    print(total.line())
    for kind in KINDS:
        for what in ("precision", "recall"):
            low, high = interval(each, kind, what)
            print(f"{kind} {what}: 95 % of resampled events between {low:.2f} and {high:.2f}")
    if args.verbose:
        print(total.listing())


def interval(each: list[Figures], kind: str, what: str) -> tuple[float, float]:
    """The middle 95 % of a figure over resampled events."""
    above, below = ("true", "reported") if what == "precision" else ("found", "required")
    counts = np.array([[own.sums[kind][above], own.sums[kind][below]] for own in each])
    drawn = np.random.default_rng(SEED).integers(0, len(each), size=(RESAMPLES, len(each)))
    sums = counts[drawn].sum(axis=1)
    low, high = np.quantile(sums[:, 0] / np.maximum(1, sums[:, 1]), [0.025, 0.975])
    return float(low), float(high)


if __name__ == "__main__":
    main()
