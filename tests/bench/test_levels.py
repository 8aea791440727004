"""Which thresholds the levels get, on made measurements."""

import pytest

from counterpoint.engine.levels import Measured, Thresholds, parse_levels
from tests.bench.figures import Figures
from tests.bench.levels import GRID, levels_of, pick, table


def at(**shown: tuple[int, int]) -> dict[float, Measured]:
    """By threshold in hundredths, how many were right of those shown."""
    return {int(name[1:]) / 100: Measured(right, all_, right, 55, 38) for name, (right, all_) in shown.items()}


@pytest.mark.parametrize(
    ("measured", "picked"),
    [
        # half and three quarters as many, a quarter and half more: each the nearest
        (at(t90=(40, 50), t80=(56, 75), t50=(70, 100), t40=(80, 125), t30=(90, 150)), (0.9, 0.8, 0.5, 0.4, 0.3)),
        # 0.85 shows just half as many, but is less often right than 0.8
        (at(t90=(39, 45), t85=(30, 50), t80=(56, 75), t50=(70, 100), t40=(80, 125), t30=(90, 150)),
         (0.9, 0.8, 0.5, 0.4, 0.3)),
        # 0.9 shows just half as many, but is no more often right than 0.8, which finds more: it helps nobody
        (at(t90=(40, 50), t80=(60, 75), t70=(60, 80), t50=(70, 100), t40=(80, 125), t30=(90, 150)),
         (0.8, 0.7, 0.5, 0.4, 0.3)),
        # 0.9 is more often right than 0.8, but by a hair: 0.7 stands further off
        (at(t90=(380, 500), t80=(567, 750), t70=(584, 800), t50=(700, 1000), t40=(750, 1250), t30=(800, 1500)),
         (0.9, 0.7, 0.5, 0.4, 0.3)),
        # so few shown at 0.9 that nothing can be told of it
        (at(t90=(12, 12), t80=(56, 75), t50=(70, 100), t40=(80, 125), t30=(90, 150)), (0.8, 0.8, 0.5, 0.4, 0.3)),
        # what is looser is more often right: there is no looser level worth having
        (at(t90=(40, 50), t80=(56, 75), t50=(70, 100), t40=(100, 125), t30=(130, 150)), (0.9, 0.8, 0.5, 0.5, 0.5)),
        # nothing further on
        (at(t50=(70, 100)), (0.5, 0.5, 0.5, 0.5, 0.5)),
        (at(t50=(7, 10), t40=(8, 12)), (0.5, 0.5, 0.5, 0.5, 0.5)),
    ],
)  # fmt: skip
def test_each_level_out_from_the_default_is_righter_or_less_right(
    measured: dict[float, Measured], picked: tuple[float, ...]
) -> None:
    assert pick(measured, 0.5) == picked


def test_levels_are_written_as_they_are_read() -> None:
    def figures(least: Thresholds) -> list[Figures]:
        own = Figures()
        for kind, threshold in (("conflict", least.conflict), ("match", least.match)):
            shown = round(200 * (1 - threshold))
            own.sums[kind] |= {"reported": shown, "true": round(shown * threshold), "found": shown // 4, "required": 60}
        return [own]

    numbers = levels_of(figures, Thresholds(match=0.75, conflict=0.5))
    levels = parse_levels(numbers)
    assert [level.thresholds for level in levels][2] == Thresholds(match=0.75, conflict=0.5)
    assert {level.thresholds.match for level in levels} <= set(GRID)
    assert levels[2].conflict == Measured(right=50, shown=100, found=25, required=60, events=1)
    shares = [level.match.precision for level in levels]
    assert shares == sorted(shares, key=lambda share: -(share or 0))
    assert "| 3 default | 0.50 | 0.50 (50 of 100) | 25 of 60 |" in table(numbers)
