"""Starts the program: `counterpoint`, or `python -m counterpoint`."""

import sys

from counterpoint.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # the readers of hostile files start the program again, to read one
    sys.exit(main())
