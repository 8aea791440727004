"""The desktop program: its objects built and joined, from the command line on."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint.app.endings import Ending
from counterpoint.app.folders import projects_folder
from counterpoint.app.jobs import Analysis
from counterpoint.app.preferences import Preferences, data_path, preferences_path

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

    from counterpoint.views.windows import Window

_FRAME = 40  # pixels of a title bar, which Qt knows only when the window is shown
#: Said by Qt's platform without a display whenever a window is shown on it, or put before another.
_NOISE = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")


def run(paths: Sequence[str]) -> int:
    """Shows the window, with these files in it, until it is closed, or the terminal or the system wants it closed."""
    application = start_qt()
    ending = Ending(application)
    ending.wanted.connect(application.quit)  # which closes the window first
    ending.install()
    from counterpoint.views.dialogs import NativeDialogs
    from counterpoint.views.windows import Window

    analysis = Analysis()
    window = Window(Preferences(preferences_path(), data_path()), projects_folder(), NativeDialogs(), analysis)
    window.keeper.crashes.install()
    _show(window)
    if paths:
        window.intake.take_files([Path(path).absolute() for path in paths])
    else:
        analysis.warm_up()
    window.keeper.look_back()
    return application.exec()


def _show(window: "Window") -> None:
    """With its lower edge on the screen, also where that has no more pixels than the window wants."""
    room = window.screen().availableGeometry()
    if window.width() >= room.width() or window.height() + _FRAME > room.height():
        window.resize(window.size().boundedTo(room.size() * 0.9))  # what it returns to
        window.showMaximized()
    else:
        window.show()


def start_qt() -> "QApplication":
    """Qt as Counterpoint needs it."""
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # its threads make anti-aliased painting five times slower
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from counterpoint.views.themes import interface_font, load_fonts

    qInstallMessageHandler(_pass_on)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Counterpoint")
    application.setDesktopFileName("counterpoint")
    application.setStyle("Fusion")
    load_fonts()
    application.setFont(interface_font())
    return application


def _pass_on(kind: "QtMsgType", context: "QMessageLogContext", words: str) -> None:  # noqa: ARG001  # Qt calls it so
    """What Qt has to say, as it says it, but for what nobody can do anything about."""
    if words in _NOISE or sys.stderr is None:  # a program without a console has no stderr
        return
    sys.stderr.write(f"{words}\n")
