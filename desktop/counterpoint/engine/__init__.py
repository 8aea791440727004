"""Texts in, findings out: pure, no Qt, no disk, no clock, no globals."""
