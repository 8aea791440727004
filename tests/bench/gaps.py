"""The longest gap in the window's event loop while 20 accounts are analysed and taken in. Prints milliseconds.

By the wall's clock, and by how long the window's own thread worked in it, which a busy machine lengthens less.

QT_QPA_PLATFORM=offscreen python -m tests.bench.gaps [FOLDER OF TEXTS]
"""

import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

os.environ["QT_NO_GUI_THREADPOOL"] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from counterpoint.app.intakes import from_words
from counterpoint.views.programs import start_qt

ACCOUNTS = 20


def main() -> int:
    application = start_qt()
    from counterpoint.views.screenshots import open_window, settle

    with tempfile.TemporaryDirectory() as folder:
        window = open_window(Path(folder))
        window.show()
        application.processEvents()
        ticks: list[tuple[float, float]] = []
        timer = QTimer()
        timer.setInterval(1)
        timer.timeout.connect(lambda: ticks.append((time.perf_counter(), time.thread_time())))
        if len(sys.argv) > 1:
            window.intake.take_files(sorted(Path(sys.argv[1]).glob("*.txt"))[:ACCOUNTS])
        else:
            window.open_sample()
            texts = [source.text for source in (window.room.workspace.sources if window.room else ())]
            more = [text.replace("35", str(35 + k)).split("\n", k)[-1] for k in range(1, 4) for text in texts]
            if window.room is not None:
                window.room.workspace.add_sources([pair for text in more for pair in from_words(text)])
        application.processEvents()
        start = time.perf_counter()
        timer.start()
        settle(window)
        timer.stop()
        number = len(window.room.walk.everything) if window.room else 0
        gaps, work = (sorted(1000 * (b[i] - a[i]) for a, b in pairwise(ticks)) for i in (0, 1))
        print(f"{ACCOUNTS} accounts, {number} findings, {time.perf_counter() - start:.1f} s")
        for name, found in (("longest gaps", gaps), ("of these the processor's", work)):
            print(f"{name}, ms:", ", ".join(f"{gap:.0f}" for gap in found[-6:]))
        window.close()
        application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
