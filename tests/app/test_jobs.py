"""The comparison beside the window: answers, cancels, survives."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from counterpoint.app import jobs
from counterpoint.app.jobs import GONE, Analysis
from counterpoint.engine.comparison import Comparison
from counterpoint.engine.levels import Choice
from counterpoint.engine.sources import Source
from counterpoint.readers.clipboards import read_pasted

if TYPE_CHECKING:
    from counterpoint.analysts import Progress

LONG = 60_000
SOURCES = (
    read_pasted("Four people died in the flood in Nowhere on Monday, the mayor said."),
    read_pasted("Five people died in the flood in Nowhere on Monday, the mayor said."),
)


@pytest.fixture
def analysis(qapp: QCoreApplication) -> Iterator[Analysis]:
    one = Analysis(qapp)
    yield one
    one.close()


def found(bot: QtBot, analysis: Analysis, sources: tuple[Source, ...]) -> Comparison:
    with bot.waitSignal(analysis.finished, timeout=LONG) as answer:
        analysis.start(sources)
    comparison = answer.args[0] if answer.args else None
    assert isinstance(comparison, Comparison)
    return comparison


def test_an_answer_comes_with_progress_and_then_it_is_idle(qtbot: QtBot, analysis: Analysis) -> None:
    steps: list[Progress] = []
    states: list[bool] = []
    analysis.progressed.connect(steps.append)
    analysis.busy.connect(states.append)
    comparison = found(qtbot, analysis, SOURCES)
    assert [len(account.claims) for account in comparison.accounts] == [1, 1]
    assert {step.stage for step in steps} >= {"reading"}
    assert states == [True, False]


def test_the_level_is_that_which_was_asked_for(qtbot: QtBot, analysis: Analysis) -> None:
    for number in (5, 1):
        with qtbot.waitSignal(analysis.finished, timeout=LONG) as answer:
            analysis.start(SOURCES, Choice(number))
        comparison = answer.args[0] if answer.args else None
        assert isinstance(comparison, Comparison)
        assert comparison.level is not None
        assert comparison.level.number == number


def test_only_the_newest_request_is_answered(qtbot: QtBot, analysis: Analysis) -> None:
    analysis.start(SOURCES)
    comparison = found(qtbot, analysis, SOURCES[:1])
    assert len(comparison.accounts) == 1
    with qtbot.assertNotEmitted(analysis.finished, wait=300):
        pass


def test_what_is_cancelled_is_never_heard_of_again(qtbot: QtBot, analysis: Analysis) -> None:
    analysis.start(SOURCES)
    analysis.cancel()
    assert not analysis.is_busy
    with qtbot.assertNotEmitted(analysis.finished, wait=1500):
        pass
    assert len(found(qtbot, analysis, SOURCES).accounts) == 2


def test_a_process_that_dies_is_told_once_and_started_again(qtbot: QtBot, analysis: Analysis) -> None:
    analysis.start(SOURCES)
    with qtbot.waitSignal(analysis.failed, timeout=LONG) as told:
        process = analysis._process  # noqa: SLF001
        assert process is not None
        process.kill()
    assert told.args == [GONE]
    assert len(found(qtbot, analysis, SOURCES).accounts) == 2


def test_a_program_that_cannot_be_started_is_told(
    qtbot: QtBot, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_command", lambda: ["/nowhere/at/all", "--analyst"])
    with qtbot.waitSignal(analysis.failed, timeout=LONG):
        analysis.start(SOURCES)
    assert not analysis.is_busy


def test_a_fault_in_the_analyst_is_told_and_does_not_end_it(qtbot: QtBot, analysis: Analysis) -> None:
    with qtbot.waitSignal(analysis.failed, timeout=LONG) as told:
        analysis.start((SOURCES[0], SOURCES[0]))  # two sources with one id
    assert told.args is not None
    assert "fault" in told.args[0]
    assert len(found(qtbot, analysis, SOURCES).accounts) == 2
