"""Edits of texts: what they are about changes, and nothing else."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coldwater.editing.applying import Taken, apply_edits
from coldwater.edits import Edit, Insert, Remove, Rename, Replace
from strategies import at, graphs, json_text, maps, paths_in

from .commented import Writer, marks

seeds = st.integers(0, 10**9).map(Random)
VALUES: tuple[Any, ...] = (
    "b", "012", "yes", "", "two\nlines\n", "#1: a, b", [], {}, ["a", "b: c"], {"a": {"b": [1, None]}}, 1, 0.5, None,
    "A text so long that it has to be written in lines of its own where there are lines, which is not so in JSON. " * 2,
)  # fmt: skip


def some_edits(data: Any, random: Random) -> list[Edit]:
    """Choose a few edits that are apart from each other."""
    chosen: list[Edit] = []
    names: set[str] = set()
    taken = Taken()
    for _ in range(random.choice([1, 1, 2, 3, 5])):
        pointer = random.choice(paths_in(data)[1:])
        value = copy.deepcopy(random.choice(VALUES))
        holder = at(data, pointer[:-1])
        edit: Edit
        match random.choice(["replace", "remove", "remove", "rename", "insert"]):
            case "remove":
                edit = Remove(pointer)
            case "rename" if isinstance(holder, dict):
                edit = Rename(pointer, random.choice(["another", "no", "012", "true", "a b: c", "x-#"]))
                if edit.name in holder or edit.name in names:
                    continue
                names.add(edit.name)
            case "insert" if isinstance(holder, dict):
                after = random.choice([None, "", *holder])
                edit = Insert((*pointer[:-1], "new"), value, after)
            case "insert":
                edit = Insert((*pointer[:-1], random.randint(0, len(holder))), value)
            case _:
                edit = Replace(pointer, value)
        if taken.is_free([edit]) and not (isinstance(edit, Remove) and len(pointer) == 1 and pointer[0] == "argmap"):
            chosen.append(edit)
            taken.take([edit])
    return chosen


@given(st.one_of(maps, graphs()), seeds)
def test_edits_of_a_text_are_edits_of_its_data(data: dict[str, Any], random: Random) -> None:
    for text, spelling in ((Writer(random).write(data), "yaml"), (json_text(data, random), "json")):
        edits = some_edits(data, random)
        changed = apply_edits(text, spelling, edits)  # which compares the data
        assert set(marks(changed)) <= set(marks(text))
        if all(isinstance(edit, Rename | Insert) for edit in edits):
            assert marks(changed) == marks(text)
