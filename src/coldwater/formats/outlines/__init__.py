"""Outlines: indented lines as `coldwater show` prints them, and lists of Markdown. Both hold the same."""
