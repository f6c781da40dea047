"""Tests of the formats: one room each."""
