"""Tests of outlines and lists of Markdown."""
