"""Where the time of comparisons goes: the processor's, by the stages that a comparison tells of."""

import time
from collections.abc import Callable

#: In the order in which a comparison tells of them; what it does before it tells of the next belongs to the next.
STAGES = ("reading", "vectors", "pairs", "relations", "facts")


class Stages:
    """Watches comparisons, one after another, and adds up the processor's seconds of each stage."""

    def __init__(self, now: Callable[[], float] = time.process_time) -> None:
        self.seconds: dict[str, float] = dict.fromkeys(STAGES, 0.0)
        self._now = now
        self._last = now()

    def start(self) -> None:
        """A comparison begins; what was done since the last one is no part of any."""
        self._last = self._now()

    def end(self) -> None:
        """A comparison has ended: what it did at its end belongs to the last stage."""
        self(STAGES[-1], 0, 0)

    def __call__(self, stage: str, done: int, total: int) -> None:  # noqa: ARG002  # the engine's Watch
        now = self._now()
        self.seconds[stage] += now - self._last
        self._last = now

    def table(self, comparisons: int) -> str:
        """The sums and means, as Markdown."""
        lines = [f"| stage | processor, {comparisons} comparisons | mean |", "|---|---|---|"]
        seconds = {**self.seconds, "all": sum(self.seconds.values())}
        lines += [f"| {name} | {own:.2f} s | {own / max(1, comparisons):.3f} s |" for name, own in seconds.items()]
        return "\n".join(lines)
