"""What Carneades calls things, and what that makes them here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

STANDARDS = {"PE": "preponderance", "CCE": "clear-and-convincing", "BRD": "beyond-reasonable-doubt"}
#: Schemes that say how premises go together, and no more: where any premise will do, and where each adds its share.
ALONE = "convergent"
SHARING = ("cumulative", "factorized")
#: Keys at the top level that make arguments or say how to weigh them.
GENERATIVE = ("argument_schemes", "issue_schemes", "language", "weighing_functions", "references")
VERDICTS = ("in", "out", "undecided")
#: The key in `meta` under which a map keeps what Carneades has no field for.
OURS = "coldwater"
#: The key below it that says that the whole file was written for a map of ours.
WHOLE = "whole"
_UNDERCUTTER = re.compile(r"(?:¬\s*(?:app|appl|applicable)|undercut|undercutter)\s*\(.*\)")


def normal(id_: str) -> str:
    """Give an id as a term: no blanks behind commas, none at the ends.

    >>> normal("in(weather, rain)")
    'in(weather,rain)'
    """
    return re.sub(r"\s*,\s*", ",", id_.strip())


def is_artificial(id_: str, text: str) -> bool:
    """Tell whether a statement says only that an argument does not apply, by its name or its text."""
    return _UNDERCUTTER.fullmatch(id_) is not None or _UNDERCUTTER.fullmatch(text.strip()) is not None


def words_of(id_: str) -> str:
    """Give what an id of ours is made of for a term: negation in a word, brackets as blanks.

    >>> words_of("¬forbidden(cannabis)")
    'not forbidden cannabis'
    """
    return re.sub(r"[(),\s]+", " ", id_.replace("¬", "not ")).strip()


def said(id_: str, language: Mapping[str, Any]) -> str:
    """Give what a term says: by the format that the graph has for its predicate, else by its words.

    >>> said("in(weather,rain)", {"in/2": "%s has %v in it."}), said("wet", {})
    ('weather has rain in it.', 'wet')
    """
    found = re.fullmatch(r"([^()]+)\((.*)\)", id_, re.DOTALL)
    name, inner = (found[1], _arguments(found[2])) if found else (id_, [])
    form = language.get(f"{name}/{len(inner)}")
    if not isinstance(form, str) or not form.strip():
        return words_of(id_)
    parts = re.split(r"%[sv]", form)
    terms = [*inner, *[""] * len(parts)]
    return "".join(part + term for part, term in zip(parts, [*terms[: len(parts) - 1], ""], strict=True))


def _arguments(text: str) -> list[str]:
    """Give the arguments of a term, parted by commas that stand in no brackets."""
    found, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return [one.strip() for one in found]
