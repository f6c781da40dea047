"""Tests of how maps are read."""
