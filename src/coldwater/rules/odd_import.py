"""A file of another format bends the rules of its format, and was read as well as it could be.

Why: what people export is often half right: an edge that leads nowhere, a step without a conclusion, a number that is
taken twice. Nothing is dropped without a word, and nothing is refused that can be read; but whoever relies on the map
should know where the reader had to guess. The place is that in the foreign file.

Bad:
    keep The town should keep the tram.
    cost It costs two million a year.
    #
    cost keep
    price keep

Good:
    keep The town should keep the tram.
    cost It costs two million a year.
    #
    cost keep

Source: the trivial graph format, as solvers of abstract argumentation read it.
"""

from __future__ import annotations

CODE = "CW006"
NAME = "odd-import"
SEVERITY = "warning"
