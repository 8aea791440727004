"""Who sits at the program, and when, as the system knows it."""

from datetime import UTC, datetime
from getpass import getuser


def user_name() -> str:
    """The name that the person is logged in by, "" where the system tells none."""
    try:
        return getuser()
    except (KeyError, OSError):  # no name in the environment, and no account of that number
        return ""


def present() -> datetime:
    """This moment, with its time zone."""
    return datetime.now(UTC)
