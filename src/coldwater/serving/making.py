"""New maps: from a form, from lines that were pasted, from a file of any format that can be read."""

from __future__ import annotations

import re

from coldwater.editing.beginning import beginning
from coldwater.errors import UsageError
from coldwater.exchange import convert
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

#: The longest name of a map that is made of a title.
_LONGEST = 60


class New(NamedTuple):
    """A map that is to be written: its name, its text, and what of the file that it was made from is not in it."""

    name: str
    text: str
    losses: tuple[str, ...] = ()


def new_map(given: Mapping[str, Any]) -> New:
    """Make a map of what a page sent: ``title`` and ``thesis``, or ``text`` with the name of the file or a format.

    Raises UsageError for what cannot be read, and what reading a file raises.
    """
    name = given.get("name") or _name_of(given.get("title") or given.get("file") or "map")
    if name.replace("\\", "/").rpartition("/")[2].startswith("."):
        raise UsageError("the name of a map begins with a letter or a digit")
    if not name.endswith((".argmap.yaml", ".argmap.yml", ".argmap.json")):
        name += ".argmap.yaml"
    if "text" not in given:
        if not given.get("thesis", "").strip():
            raise UsageError("say what the map is about: a sentence to argue for or against, its thesis")
        title = given.get("title", "").strip() or given["thesis"].strip()
        return New(name, beginning(title, given["thesis"].strip(), is_json=name.endswith(".json")))
    source = given.get("file") or "pasted.txt"
    target = "json" if name.endswith(".json") else "yaml"
    done = convert(source, target, source=given.get("format") or None, data=given["text"].encode())
    return New(
        name,
        done.data.decode(),
        tuple(f"{one.times} {one.what if one.times == 1 else one.many}: {one.why}" for one in done.losses),
    )


def _name_of(title: str) -> str:
    """Give the name of a file made of the words of a title, in any script."""
    stem = re.sub(r"\.[A-Za-z0-9.]{1,14}$", "", title)
    words = re.sub(r"[^\w]+", "-", stem.lower()).strip("-_")
    return words[:_LONGEST].rstrip("-_") or "map"
