"""When the program fails: one dialog with the report, work that goes on, and a word at the next start."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counterpoint.views.faults import FaultDialog
from tests.views.readers import Reader


@pytest.fixture
def guarded(reader: Reader) -> Iterator[Reader]:
    """A reader whose window takes faults, as the program's does."""
    before = sys.excepthook, threading.excepthook
    reader.window.keeper.crashes.install()
    yield reader
    reader.window.keeper.crashes.remove()
    sys.excepthook, threading.excepthook = before


def has_a_bug() -> None:
    raise ZeroDivisionError("of the test")


def dialog(reader: Reader) -> FaultDialog:
    QApplication.processEvents()
    return reader.window.keeper.fault


def test_a_fault_is_told_once_with_a_report_to_copy_and_work_goes_on(
    guarded: Reader, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    reader = guarded
    reader.open_made().press("J")
    with monkeypatch.context() as patch:
        patch.setattr(reader.room.review, "confirm", has_a_bug)
        reader.press("C")
        assert dialog(reader).isVisible()
        assert "ZeroDivisionError: of the test" in dialog(reader).report.toPlainText()
        assert str(Path.home()) not in dialog(reader).report.toPlainText()
        reader.click(dialog(reader).copying)
        assert "ZeroDivisionError: of the test" in QGuiApplication.clipboard().text()
        reader.click(dialog(reader).closing)
        reader.press("C")
        assert not dialog(reader).isVisible()  # the same fault again
    reader.press("C")
    assert list(reader.rulings.values()) == ["confirmed"]
    assert reader.window.keeper.crashes.log.read_text().count("ZeroDivisionError: of the test") == 1
    assert capfd.readouterr().err.count("ZeroDivisionError: of the test") == 2
    reader.window.keeper.show_fault()
    assert "ZeroDivisionError" in dialog(reader).report.toPlainText()
    dialog(reader).close()


def test_a_fault_in_another_thread_is_told_in_the_window(guarded: Reader, capfd: pytest.CaptureFixture[str]) -> None:
    thread = threading.Thread(target=has_a_bug)
    thread.start()
    thread.join()
    assert "ZeroDivisionError: of the test" in dialog(guarded).report.toPlainText()
    dialog(guarded).close()
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_without_a_fault_there_is_no_report(reader: Reader) -> None:
    reader.window.keeper.show_fault()
    assert reader.message == "There is no report of a fault: nothing has gone wrong yet."


_AT_WORK = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from counterpoint.app.jobs import Analysis
from counterpoint.app.preferences import Preferences
from counterpoint.views.windows import Window
from tests.views.choosers import Chooser
folder = Path(sys.argv[1])
window = Window(Preferences(folder / "preferences.ini"), folder / "projects", Chooser(), Analysis())
window.keeper.crashes.install()
window.show()
window.open_project(folder / "Flood.counterpoint")
window.room.workspace.add_note(window.room.workspace.sources[0], "The last words.")
print("noted", flush=True)
if sys.argv[2] == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "crashed":
    import ctypes
    ctypes.string_at(0)
sys.stdin.read()
"""


def at_work(folder: Path, end: str) -> "subprocess.Popen[str]":
    """The program in a process of its own, which has stored a note."""
    command = [sys.executable, "-c", _AT_WORK, str(folder), end]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert process.stdout is not None
    assert process.stdout.readline() == "noted\n"
    return process


@pytest.mark.parametrize(("end", "status"), [("killed", -signal.SIGKILL), ("crashed", -signal.SIGSEGV)])
def test_after_a_crash_the_next_start_says_that_the_project_is_safe(reader: Reader, end: str, status: int) -> None:
    reader.open_made().press("Ctrl+W")
    with at_work(reader.folder, end) as process:
        process.communicate()
    assert process.returncode == status
    reader.come_back().window.keeper.look_back()
    assert reader.message == (
        "Counterpoint ended unexpectedly the last time. “Flood” is safe: everything that was shown as done is in it."
    )
    if end == "crashed":
        assert "Segmentation fault" in (reader.folder / "fatal.txt").read_text()
    reader.click(reader.window.message.action)
    assert [note.body for note in reader.workspace.notes] == ["The last words."]
    reader.press("Ctrl+W").come_back().window.keeper.look_back()
    assert reader.message == ""  # it is told once


def test_after_an_orderly_end_nothing_is_said(reader: Reader) -> None:
    reader.open_made().come_back().window.keeper.look_back()
    assert reader.message == ""


def test_a_window_that_is_still_open_elsewhere_has_not_crashed(reader: Reader) -> None:
    reader.open_made().press("Ctrl+W")
    with at_work(reader.folder, "waits") as process:
        reader.window.keeper.look_back()
        assert reader.message == ""
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()


def test_a_project_that_is_gone_after_a_crash_is_told_of(reader: Reader) -> None:
    reader.open_made().press("Ctrl+W")
    with at_work(reader.folder, "killed") as process:
        process.communicate()
    (reader.folder / "Flood.counterpoint").unlink()
    reader.window.keeper.look_back()
    assert reader.message.startswith("Counterpoint ended unexpectedly the last time. There is no file ")
