"""Debate material as pages, and as JSON: what is said, in which order, in which words."""
