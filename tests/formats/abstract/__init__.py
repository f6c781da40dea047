"""Tests of abstract frameworks."""
