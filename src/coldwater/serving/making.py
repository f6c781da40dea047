"""New maps: from a form, from lines that were pasted, from a file of any format that can be read."""

from __future__ import annotations

import re
from itertools import count

from coldwater.editing.beginning import beginning
from coldwater.errors import UsageError
from coldwater.exchange import convert
from coldwater.moves import move
from coldwater.records import NamedTuple
from coldwater.serving.prose import ROLES, THESIS, map_of_sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from typing import Any

#: The longest name of a map that is made of a title.
_LONGEST = 60
_ENDINGS = (".argmap.yaml", ".argmap.yml", ".argmap.json")


class New(NamedTuple):
    """A map that is to be written: its name, its text, and what of the file that it was made from is not in it."""

    name: str
    text: str
    losses: tuple[str, ...] = ()


def new_map(
    given: Mapping[str, str], picked: Sequence[Mapping[str, Any]] | None = None, taken: Container[str] = ()
) -> New:
    """Make a map of what a page sent: ``title`` and ``thesis``, or ``text`` with the name of the file or a format.

    ``picked``: sentences that it is made of (``prose.map_of_sentences``). ``taken``: names that maps have; one that
    is made of a title gets a number then. Raises UsageError for what cannot be read, and what reading a file raises.
    """
    title = given.get("title", "").strip() or _first_of(picked) or given.get("thesis", "").strip()
    first = next(iter(given.get("text", "").strip().splitlines()), "")
    name = given.get("name") or _free(_name_of(title or given.get("file") or first), taken)
    if name.replace("\\", "/").rpartition("/")[2].startswith("."):
        raise UsageError("the name of a map begins with a letter or a digit")
    if not name.endswith(_ENDINGS):
        name += _ENDINGS[0]
    is_json = name.endswith(".json")
    if picked is not None:
        return New(name, map_of_sentences(title, picked, given.get("source", "").strip(), is_json=is_json))
    if "text" not in given:
        if not given.get("thesis", "").strip():
            raise UsageError("say what the map is about: a sentence to argue for or against, its thesis")
        return New(name, beginning(title, given["thesis"].strip(), is_json=is_json))
    source = given.get("file") or "pasted.txt"
    target = "json" if is_json else "yaml"
    done = convert(source, target, source=given.get("format") or None, data=given["text"].encode())
    data = done.data
    if title:
        data = move(name, {"move": "set", "field": "title", "value": title}, data=data).change.new
    return New(
        name,
        data.decode(),
        tuple(f"{one.times} {one.what if one.times == 1 else one.many}: {one.why}" for one in done.losses),
    )


def picked_in(given: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Give the sentences that were picked, as they were sent; None where none were. Raises UsageError for ill ones."""
    if "sentences" not in given:
        return None
    picked = given["sentences"]
    if not isinstance(picked, list) or not all(isinstance(one, dict) and _is_well_formed(one) for one in picked):
        raise UsageError("`sentences` is not what it should be")
    if len({one["number"] for one in picked}) < len(picked) or not all(one["text"].strip() for one in picked):
        raise UsageError("each sentence has words and a number of its own")
    return picked


def _is_well_formed(one: Mapping[str, Any]) -> bool:
    number, to = one.get("number"), one.get("to")
    has_numbers = isinstance(number, int) and (to is None or isinstance(to, int))
    return has_numbers and isinstance(one.get("text"), str) and one.get("role") in ROLES


def _first_of(picked: Sequence[Mapping[str, Any]] | None) -> str:
    """Give the sentence that a map is about."""
    found: list[str] = [one["text"].strip() for one in picked or () if one["role"] == THESIS]
    return found[0] if found else ""


def _free(stem: str, taken: Container[str]) -> str:
    """Give the name of a map that none has yet, with a number where one has it without."""
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(name for name in names if not any(f"{name}{ending}" in taken for ending in _ENDINGS))


def _name_of(title: str) -> str:
    """Give the name of a file made of the words of a title, in any script."""
    stem = re.sub(r"\.[A-Za-z0-9.]{1,14}$", "", title)
    words = re.sub(r"[^\w]+", "-", stem.lower()).strip("-_")
    return words[:_LONGEST].rstrip("-_") or "map"
