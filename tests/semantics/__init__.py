"""Tests of what a map means."""
