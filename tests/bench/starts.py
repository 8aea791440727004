"""How long from the command to a window that is shown and painted, in milliseconds, warm.

QT_QPA_PLATFORM=offscreen python -m tests.bench.starts
"""

import os
import statistics
import subprocess
import sys
import time

RUNS = 7
_SHOWN = """
import os, sys, tempfile
from pathlib import Path
from counterpoint.views.programs import start_qt
application = start_qt()
from counterpoint.views.screenshots import open_window
with tempfile.TemporaryDirectory() as folder:
    window = open_window(Path(folder))
    window.show()
    application.processEvents()
    print("shown", flush=True)
    window.close()
"""


def main() -> int:
    times: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        with subprocess.Popen([sys.executable, "-c", _SHOWN], stdout=subprocess.PIPE, env=environment) as program:  # noqa: S603
            assert program.stdout is not None
            program.stdout.readline()
            times.append(1000 * (time.perf_counter() - start))
    print(f"window shown: median {statistics.median(times):.0f} ms, least {min(times):.0f}, most {max(times):.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
