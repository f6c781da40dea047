"""Tests of GSN."""
