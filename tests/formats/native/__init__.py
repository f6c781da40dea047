"""Tests of reading YAML and JSON."""
