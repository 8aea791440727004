"""Counterpoint puts accounts of one news story side by side and says where they agree, where they conflict, and why."""

__version__ = "0.1.0"
