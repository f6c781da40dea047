"""Tests of Kialo's text."""
