"""A window of its own for every test, on the offscreen platform."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ["QT_NO_GUI_THREADPOOL"] = "1"

from tests.views.readers import Reader


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    one = Reader(qtbot, tmp_path)
    yield one
    one.leave()
