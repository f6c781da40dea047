"""A project's maps beside what they were at a commit: which there are, what was moved, what is hidden, what passes.

It asks git for files, and ``review`` what a change of a map means; it knows no command.
"""
