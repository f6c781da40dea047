"""Tests of what there is to draw."""
