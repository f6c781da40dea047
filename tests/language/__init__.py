"""Tests of what editors ask of maps."""
