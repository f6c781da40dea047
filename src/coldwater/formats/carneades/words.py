"""What Carneades calls things, and what that makes them here."""

from __future__ import annotations

import re

STANDARDS = {"PE": "preponderance", "CCE": "clear-and-convincing", "BRD": "beyond-reasonable-doubt"}
#: Schemes that say how premises go together, and no more: of these but `linked`, any premise will do.
ALONE = ("convergent", "cumulative", "factorized")
#: Keys at the top level that make arguments or say how to weigh them.
GENERATIVE = ("argument_schemes", "issue_schemes", "language", "weighing_functions", "references")
VERDICTS = ("in", "out", "undecided")
#: The key in `meta` under which a map keeps what Carneades has no field for.
OURS = "coldwater"
_UNDERCUTTER = re.compile(r"(?:¬\s*(?:app|appl|applicable)|undercut|undercutter)\s*\(.*\)")


def normal(id_: str) -> str:
    """Give an id as a term: no blanks behind commas, none at the ends.

    >>> normal("in(weather, rain)")
    'in(weather,rain)'
    """
    return re.sub(r"\s*,\s*", ",", id_.strip())


def is_artificial(id_: str, text: str) -> bool:
    """Tell whether a statement says only that an argument does not apply, by its name and its text."""
    return _UNDERCUTTER.fullmatch(id_) is not None and (not text or _UNDERCUTTER.fullmatch(text.strip()) is not None)


def words_of(id_: str) -> str:
    """Give what an id of ours is made of for a term: negation in a word, brackets as blanks.

    >>> words_of("¬forbidden(cannabis)")
    'not forbidden cannabis'
    """
    return re.sub(r"[(),\s]+", " ", id_.replace("¬", "not ")).strip()
