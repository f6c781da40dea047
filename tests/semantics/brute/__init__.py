"""The meaning of a map by grounds and force, by brute force: the yardstick for ``coldwater.semantics``."""

from .meaning import IN, OUT, UNDECIDED, Labelling, Meaning, Verdict, is_below
from .written import LAST, WEAKEST, Written

__all__ = ["IN", "LAST", "OUT", "UNDECIDED", "WEAKEST", "Labelling", "Meaning", "Verdict", "Written", "is_below"]
