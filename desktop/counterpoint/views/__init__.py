"""Widgets. They show the workspace and call it; no rule of the domain is here."""
