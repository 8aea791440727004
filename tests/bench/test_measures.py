"""What is measured beside the figures: whether scores keep their promise, where the time goes, what absence says."""

from pathlib import Path

import numpy as np
import pytest

from tests.bench import developments
from tests.bench.figures import HIGH, Figures, change
from tests.bench.reliabilities import reliability, wilson
from tests.bench.stages import STAGES, Stages


def test_scores_are_held_against_what_was_right_band_by_band() -> None:
    scores = np.array([0.1, 0.31, 0.35, 0.95, 1.0, 0.9])
    truth = np.array([True, False, True, True, True, False])
    lines = reliability("conflict", scores, truth).split("\n")
    assert lines[0] == "| conflict: score | pairs | promised | right | 95 % |"
    assert [line.split(" | ")[:4] for line in lines[2:]] == [
        ["| 0.3 to 0.4", "2", "0.33", "0.50"],
        ["| 0.9 to 1.0", "3", "0.95", "0.67"],
    ]


@pytest.mark.parametrize(
    ("right", "count", "low", "high"), [(0, 10, 0.0, 0.28), (10, 10, 0.72, 1.0), (44, 67, 0.54, 0.76)]
)
def test_a_share_of_few_cases_has_a_wide_interval(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == pytest.approx((low, high), abs=0.01)


def test_the_time_between_two_words_of_a_comparison_belongs_to_the_stage_of_the_second() -> None:
    clock = iter([0.0, 5.0, 6.0, 8.0, 8.5, 10.0])
    stages = Stages(lambda: next(clock))
    stages.start()
    stages("reading", 0, 1)
    stages("vectors", 0, 1)
    stages("vectors", 1, 1)
    stages.end()
    assert stages.seconds == dict.fromkeys(STAGES, 0.0) | {"reading": 1.0, "vectors": 2.5, "facts": 1.5}
    assert "| all | 5.00 s | 2.500 s |" in stages.table(2)


def test_a_change_that_every_event_shows_is_told_from_chance() -> None:
    def figures(*true: int) -> list[Figures]:
        each = [Figures() for _ in true]
        for own, count in zip(each, true, strict=True):
            own.sums["conflict"] |= {"true": count, "reported": 10}
        return each

    by, (low, high) = change(figures(5, 6, 5, 6), figures(8, 9, 8, 9), HIGH["conflict precision"])
    assert (by, low > 0) == (pytest.approx(0.3), True)
    by, (low, high) = change(figures(5, 5, 5, 5), figures(9, 1, 5, 6), HIGH["conflict precision"])
    assert by == pytest.approx(0.025)
    assert low < 0 < high


def test_a_sentence_says_where_the_events_would_have_to_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(developments, "FOLDER", tmp_path)
    assert developments.absence() == (
        f"No development events under {tmp_path}: set COUNTERPOINT_EVAL to the folder that holds clusters/."
    )
    with pytest.raises(SystemExit, match="No development events"):
        next(developments.events())
