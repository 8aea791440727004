"""How long from the command to a window that is shown and painted, in milliseconds, warm.

By the wall's clock, and by the processor's, which other work on the machine lengthens less; that one to the very end.

QT_QPA_PLATFORM=offscreen python -m tests.bench.starts
"""

import os
import resource
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
    work: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        before = _processor()
        environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        with subprocess.Popen([sys.executable, "-c", _SHOWN], stdout=subprocess.PIPE, env=environment) as program:  # noqa: S603
            assert program.stdout is not None
            program.stdout.readline()
            times.append(1000 * (time.perf_counter() - start))
        work.append(1000 * (_processor() - before))
    print(f"window shown: median {statistics.median(times):.0f} ms, least {min(times):.0f}, most {max(times):.0f}")
    print(f"processor, with leaving: median {statistics.median(work):.0f} ms, least {min(work):.0f}")
    return 0


def _processor() -> float:
    """Seconds that all children have worked so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
