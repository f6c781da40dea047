"""Tests of mind maps."""
