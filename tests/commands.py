"""The command line as a person meets it: a program with arguments, a status, and what it says."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

GOOD = "The mayor of Nice said on Friday that 84 people were killed.\nFifty were children, he added.\n"
OTHER = "At least 80 people died in Nice, the mayor of the city said.\nThe driver was shot dead by police.\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended."""

    status: int
    out: bytes
    err: str

    @property
    def sentences(self) -> list[str]:
        return [line for line in self.err.split("\n") if line]


def counterpoint(*arguments: str | Path, **environment: str) -> Outcome:
    """Runs the real program in a process of its own."""
    command = [sys.executable, "-m", "counterpoint", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, env=os.environ | environment, timeout=100, check=False)  # noqa: S603
    return Outcome(done.returncode, done.stdout, done.stderr.decode())
