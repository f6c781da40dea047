"""Names as BibTeX writes them: several joined by `and`, each "Family, Given", and bodies in braces."""

from __future__ import annotations

from typing import Any

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from coldwater.formats.bibliography.latex import plain, written
from coldwater.formats.foreign.texts import one_line


def people(spelt_: str) -> list[Any]:
    """Give the authors of a field as a source has them; bodies, in braces, are texts."""
    text = one_line(spelt_)
    return [person for name in split_multiple_persons_names(text) if (person := _person(name.strip()))]


def _person(name: str) -> Any:
    if not name or name == "others":
        return "et al." if name else ""
    if _is_braced(name):
        return one_line(plain(name[1:-1]))
    try:
        parts = parse_single_name_into_parts(name, strict=False)
    except InvalidNameError:
        return one_line(plain(name))
    family = one_line(plain(" ".join([*parts.von, *parts.last])))
    given = one_line(plain(" ".join(parts.first)))
    if parts.jr:
        given = ", ".join(one for one in (given, one_line(plain(" ".join(parts.jr)))) if one)
    if not family:
        return given or one_line(plain(name))
    return {"family": family, "given": given} if given else {"family": family}


def _is_braced(name: str) -> bool:
    """Tell whether one pair of braces holds a whole name."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for at, sign in enumerate(name):
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and at < len(name) - 1:
            return False
    return depth == 0


def spelt(author: Any) -> str:
    """Write an author so that the same one is read: texts in braces, parts of names in braces where they need them."""
    if isinstance(author, str):
        return f"{{{written(author)}}}"
    if "family" not in author:
        return f"{{{written(author['literal'])}}}"
    parts = [author["family"], *([author["given"]] if "given" in author else [])]
    if len(parts) == 1:
        return f"{{{written(parts[0])}}},"
    return ", ".join(f"{{{written(part)}}}" if _needs_braces(part) else written(part) for part in parts)


def _needs_braces(part: str) -> bool:
    return (
        not all(sign.isalnum() or sign in " .-’" for sign in part) or " and " in f" {part} " or part != one_line(part)
    )
