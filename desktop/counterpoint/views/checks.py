"""The program's check of itself: that this installation is whole."""

import sys
import tempfile
from pathlib import Path

from counterpoint.app.workspaces import Workspace
from counterpoint.resources import load_knowledge
from counterpoint.views.programs import start_qt
from counterpoint.views.screenshots import open_window, settle


def check() -> int:
    """0 where the window opens the sample, compares it and opens it again, and every resource is there.

    Raises:
        MissingResource: one is not.
    """
    application = start_qt()
    load_knowledge().encoder(["One text.", "Another."])
    with tempfile.TemporaryDirectory() as place:
        window = open_window(Path(place))
        window.show()
        window.open_sample()
        settle(window)
        room = window.room
        is_whole = room is not None and room.workspace.is_analysed and bool(room.walk.everything)
        path = room.workspace.path if room is not None else Path(place)
        said = window.message.words
        window.close()
        application.processEvents()
        if is_whole:
            workspace = Workspace.open(path)
            is_whole = workspace.is_analysed
            workspace.close()
    if not is_whole and sys.stderr is not None:
        sys.stderr.write(f"The check has failed. {said}\n")
    return 0 if is_whole else 1
