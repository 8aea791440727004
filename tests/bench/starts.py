"""How long from the command to a window that is shown and painted, in milliseconds, warm, and what is imported for it.

By the wall's clock, and by the processor's, which other work on the machine lengthens less; that one to the very end.
With an executable, also how long that takes to say its version and to check itself.

QT_QPA_PLATFORM=offscreen python -m tests.bench.starts [dist/counterpoint/counterpoint]
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence

RUNS = 7
MOST = 15  # rows of the table of imports
_CELLS = ("own", "with what it imports", "module")  # of Python's table
_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen"} | {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"  # which nobody has at work
}
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
    print("| what | the clock: median (least to most) | the processor |\n|---|---|---|")
    _start("window shown, from source", [sys.executable, "-c", _SHOWN])
    for executable in sys.argv[1:]:
        _start("--version, executable", [executable, "--version"])
        _start("--self-check, executable, to the end", [executable, "--self-check"])
    print(f"\n| imported before the window is shown, {MOST} dearest | ms |\n|---|---|")
    for name, microseconds in _imports().most_common(MOST):
        print(f"| {name} | {microseconds / 1000:.0f} |")
    return 0


def _start(what: str, command: Sequence[str]) -> None:
    """Prints a row: until the first line is said, or the end where nothing is."""
    times: list[float] = []
    work: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        before = _processor()
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=_ENVIRONMENT) as program:  # noqa: S603
            assert program.stdout is not None
            program.stdout.readline()
            times.append(1000 * (time.perf_counter() - start))
        assert program.returncode == 0
        work.append(1000 * (_processor() - before))
    told = f"{statistics.median(times):.0f} ms ({min(times):.0f} to {max(times):.0f})"
    print(f"| {what} | {told} | {statistics.median(work):.0f} ms |")


def _imports() -> Counter[str]:
    """Microseconds of their own of all modules that are imported, by package; Qt's by module, ours by layer."""
    command = [sys.executable, "-X", "importtime", "-c", _SHOWN]
    done = subprocess.run(command, capture_output=True, text=True, env=_ENVIRONMENT, check=True)  # noqa: S603
    found: Counter[str] = Counter()
    for line in done.stderr.splitlines():
        head, _, rest = line.partition("import time:")
        cells = [cell.strip() for cell in rest.split("|")]
        if not head and len(cells) == len(_CELLS) and cells[0].isdigit():
            name = cells[2]
            parts = 2 if name.startswith(("counterpoint", "PySide6")) else 1
            found[".".join(name.split(".")[:parts])] += int(cells[0])
    return found


def _processor() -> float:
    """Seconds that all children have worked so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
