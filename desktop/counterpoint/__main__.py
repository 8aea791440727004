"""Starts the program: `counterpoint`, or `python -m counterpoint`."""

import sys

from counterpoint.cli import main

if __name__ == "__main__":
    sys.exit(main())
