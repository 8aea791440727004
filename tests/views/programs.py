"""The whole program in a process of its own, as a person starts it, with somebody in it who tells what is seen."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

#: Takes keys and clicks from standard input, and prints what has changed in the window.
_SPECTATOR = """
import json, os, sys
from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from counterpoint.cli import main
from counterpoint.views import programs, windows

seen = {}

def look():
    global seen
    window = next((each for each in QApplication.topLevelWidgets() if isinstance(each, windows.Window)), None)
    if window is None or not window.isVisible():
        return
    workspace = window.room and window.room.workspace
    now = {
        "title": window.windowTitle(),
        "message": window.message.words,
        "is_compared": bool(workspace and workspace.is_analysed and window.room.walk.everything),
        "path": str(workspace.path) if workspace else "",
        "rulings": [f.ruling.value for f in window.room.walk.everything if f.ruling] if workspace else [],
    }
    if now != seen:
        seen = now
        print(json.dumps(now), flush=True)

def act():
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, windows.Window))
    for line in os.read(0, 1000).decode().split():
        if line == "click":
            QTest.mouseClick(window.message.action, Qt.MouseButton.LeftButton)
        else:
            QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(line))

start = programs.start_qt
kept = []

def watched():
    application = start()
    timer = QTimer(application, interval=20)
    timer.timeout.connect(look)
    timer.start()
    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, application)
    notifier.activated.connect(act)
    kept.extend((timer, notifier))
    return application

programs.start_qt = watched
sys.exit(main(sys.argv[1:]))
"""


def at_home(home: Path) -> dict[str, str]:
    """The environment of somebody whose files all lie in this folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return kept | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


class Program:
    """`counterpoint FILE...`; killed at the end of the block if it is still there."""

    def __init__(self, home: Path, *files: Path) -> None:
        command = [sys.executable, "-c", _SPECTATOR, *map(str, files)]
        self.process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=at_home(home),
            start_new_session=True,
        )
        self.seen: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def wait(self, **wanted: object) -> "Program":
        """Until all of this is to be seen; a value that can be called says whether it is content."""
        assert self.process.stdout is not None
        while not all(_fits(self.seen.get(name), value) for name, value in wanted.items()):
            line = self.process.stdout.readline()
            assert line, f"the program has ended: {self.process.communicate()[1]}"
            self.seen = json.loads(line)
        return self

    def act(self, line: str) -> "Program":
        """Presses keys, as a shortcut is written; "click" is on the button of the message."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self

    def kill(self) -> int:
        """Ends it without a goodbye: the exit status."""
        self.process.kill()
        return self.process.wait()

    def end(self, number: signal.Signals) -> tuple[int, str]:
        """A signal to all its processes, as a terminal sends it: the exit status, and what standard error has."""
        os.killpg(self.process.pid, number)
        _, said = self.process.communicate()
        return self.process.returncode, said


def _fits(value: object, wanted: object) -> bool:
    return bool(wanted(value)) if callable(wanted) else value == wanted
