"""Tests of the font and of measured text."""
