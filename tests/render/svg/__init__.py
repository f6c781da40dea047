"""Tests of SVG."""
