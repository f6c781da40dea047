"""Tests of DOT and of the sandbox."""
