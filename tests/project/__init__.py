"""Tests of what a project asks of its checks."""
