"""The whole program, started as a person starts it: what is safe after a crash, and how a terminal ends it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint.resources import seeds
from tests.views.programs import Program, at_home

ENDED = "Counterpoint ended unexpectedly the last time."


def test_after_a_kill_the_next_start_says_that_the_project_is_safe_and_it_is(tmp_path: Path) -> None:
    with Program(tmp_path, *seeds()) as first:
        first.wait(is_compared=True).act("J").act("C").wait(rulings=["confirmed"])
        assert first.kill() == -signal.SIGKILL
        path = Path(first.seen["path"])
    safe = f"{ENDED} “{path.stem}” is safe: everything that was shown as done is in it."
    with Program(tmp_path) as second:
        second.wait(message=safe).act("click").wait(rulings=["confirmed"], message="")
        second.kill()
    with Program(tmp_path, path) as third:  # started with the very project
        third.wait(message=safe, rulings=["confirmed"])
        assert third.end(signal.SIGTERM) == (0, "")
    with Program(tmp_path) as fourth:
        fourth.wait(title="Counterpoint")
        assert fourth.seen["message"] == ""
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    checking = [sys.executable, "-m", "counterpoint", "--self-check"]
    assert subprocess.run(checking, env=at_home(tmp_path), check=False, timeout=100).returncode == 0  # noqa: S603


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_terminal_that_ends_the_program_closes_its_window_and_nothing_is_left_over(
    tmp_path: Path, number: signal.Signals
) -> None:
    story = tmp_path / "a.txt"
    story.write_text("Four people died in the flood on Monday.\n")
    with Program(tmp_path, story) as program:
        program.wait(path=bool)
        assert program.end(number) == (0, "")
    assert list((tmp_path / ".local" / "share" / "counterpoint" / "open").iterdir()) == []
    with Program(tmp_path) as again:
        again.wait(title="Counterpoint")
        assert again.seen["message"] == ""
