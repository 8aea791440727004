"""Time left, as it is told beside the progress of a comparison."""

import pytest

from counterpoint.analysts import Progress
from counterpoint.app.estimates import Estimate


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def told(*steps: tuple[float, str, int, int]) -> str:
    """What is told at the last of these: seconds since the one before, stage, done, of how many."""
    clock = Clock()
    estimate = Estimate(clock)
    words = ""
    for seconds, stage, done, total in steps:
        clock.now += seconds
        words = estimate.words(Progress(stage, done, total))
    return words


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([(0, "relations", 0, 100)], ""),
        ([(0, "relations", 0, 100), (0.5, "relations", 50, 100)], ""),
        ([(0, "relations", 0, 100), (2, "relations", 10, 100)], "about 20 seconds left"),
        ([(0, "relations", 0, 100), (2, "relations", 1, 100)], "about 3 minutes left"),
        ([(0, "relations", 0, 100), (2, "relations", 3, 100)], "about 1 minute left"),
        ([(0, "relations", 0, 100), (9, "relations", 99, 100)], ""),
        ([(0, "relations", 0, 0), (2, "relations", 0, 0)], ""),
        ([(0, "reading", 0, 4), (60, "reading", 4, 4), (1, "relations", 0, 9)], ""),
        ([(0, "reading", 0, 4), (9, "reading", 3, 4), (1, "reading", 0, 9)], ""),
    ],
)
def test_time_left_follows_the_speed_of_the_stage(steps: list[tuple[float, str, int, int]], words: str) -> None:
    assert told(*steps) == words
