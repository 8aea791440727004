"""The floor can fail, and never sinks: on made figures."""

from pathlib import Path

import pytest

from tests.bench.figures import HIGH, LOW, Figures, interval, share, total
from tests.bench.floors import SLACK, counts_of, fallen, hold, raised, read_floor, risen, write_floor

FLOOR = {"as shipped": {"conflict precision": (66, 100), "noise taken for claims": (7, 211)}}


def now(conflicts: int, noise: int = 7, way: str = "as shipped") -> dict[str, dict[str, tuple[int, int]]]:
    return {way: {"conflict precision": (conflicts, 100), "noise taken for claims": (noise, 211)}}


@pytest.mark.parametrize(
    ("reached", "sentences"),
    [
        (now(66), []),
        (now(65), []),  # within the slack
        (now(64), ["Conflict precision (as shipped) has fallen from 0.660 (66 of 100) to 0.640 (64 of 100)."]),
        (now(70), []),
        (
            now(66, noise=8),
            ["Noise taken for claims (as shipped) has risen from 0.033 (7 of 211) to 0.038 (8 of 211)."],
        ),
        (now(66, noise=6), []),
        (now(1, way="cross-validated"), []),  # it has no floor yet
    ],
)
def test_a_figure_below_its_floor_is_told(reached: dict[str, dict[str, tuple[int, int]]], sentences: list[str]) -> None:
    assert fallen(FLOOR, reached) == sentences


def test_of_few_cases_one_is_within_the_slack_and_two_are_not() -> None:
    floor = {"as shipped": {"conflict precision": (45, 66)}}
    assert not fallen(floor, {"as shipped": {"conflict precision": (45, 67)}})
    assert fallen(floor, {"as shipped": {"conflict precision": (45, 68)}})


@pytest.mark.parametrize(
    ("reached", "names"),
    [
        (now(66), []),
        (now(65), []),
        (now(67), ["Conflict precision"]),
        (now(66, noise=6), ["Noise taken for claims"]),
        (now(60, way="cross-validated"), ["Conflict precision", "Noise taken for claims"]),
    ],
)
def test_it_is_told_when_the_floor_may_be_raised(
    reached: dict[str, dict[str, tuple[int, int]]], names: list[str]
) -> None:
    assert [sentence.split(" (")[0] for sentence in risen(FLOOR, reached)] == names


def test_raising_takes_the_better_of_each_figure_and_lowers_none() -> None:
    assert raised(FLOOR, now(60, noise=5)) == {
        "as shipped": {"conflict precision": (66, 100), "noise taken for claims": (5, 211)}
    }


def test_what_sinks_within_the_slack_again_and_again_falls_at_last(tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    write_floor(FLOOR, path)
    statuses = [hold(now(66 - lost), is_raising=True, path=path) for lost in range(3)]
    assert statuses == [0, 0, 1]
    assert read_floor(path) == FLOOR


def test_the_first_floor_is_what_is_reached(tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    assert read_floor(path) == {}
    assert hold(FLOOR, is_raising=False, path=path) == 0
    assert read_floor(path) == {}
    assert hold(FLOOR, is_raising=True, path=path) == 0
    assert read_floor(path) == FLOOR


def test_where_something_has_fallen_nothing_is_raised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floor.json"
    write_floor(FLOOR, path)
    assert hold(now(90, noise=9), is_raising=True, path=path) == 1
    assert read_floor(path) == FLOOR
    assert "Below the floor:\nNoise taken for claims (as shipped) has risen" in capsys.readouterr().out


def test_what_is_not_measured_here_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floor.json"
    write_floor({**FLOOR, **now(60, way="cross-validated")}, path)
    assert hold(now(66), is_raising=False, path=path) == 0
    assert capsys.readouterr().out == "Not measured here: cross-validated.\nNothing is below the floor.\n"


def test_the_floor_that_is_kept_holds_every_figure_of_all_ways() -> None:
    floor = read_floor()
    assert floor.keys() == {"as shipped", "cross-validated", "stories, as shipped"}
    for counts in floor.values():
        assert counts.keys() == {**HIGH, **LOW}.keys()
        assert all(0 <= above <= below for above, below in counts.values())
    assert min(share(counts["conflict precision"]) for counts in floor.values()) > SLACK


def made(true: int, reported: int) -> Figures:
    figures = Figures(noise=1, quotes=10)
    figures.sums["conflict"] |= {"true": true, "reported": reported}
    return figures


def test_figures_add_up_over_events_and_their_interval_holds_them() -> None:
    each = [made(3, 4), made(0, 3), made(5, 5)]
    assert counts_of(total(each))["conflict precision"] == (8, 12)
    assert counts_of(total(each))["noise taken for claims"] == (3, 30)
    low, high = interval(each, HIGH["conflict precision"])
    assert 0 <= low < 8 / 12 < high <= 1


def test_of_what_never_happened_the_upper_end_is_three_cases() -> None:
    assert interval([made(0, 10), made(0, 20)], HIGH["conflict precision"]) == (0, 0.1)
