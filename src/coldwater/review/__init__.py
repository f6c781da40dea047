"""Two states of a map side by side: what changed in the argument, what it means, and who has looked at it since.

The room knows maps, verdicts and what hangs on them; it reads no file and runs no git.
"""
