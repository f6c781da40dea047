"""A map's text in canonical form: the order of ``order``, the layout of the writers, comments and blank lines kept."""

from __future__ import annotations

import json
import re

from coldwater.editing.applying import apply_edits
from coldwater.editing.order import Order, arrange, ordered
from coldwater.edits import Rename, Replace
from coldwater.errors import DefectError
from coldwater.formats.native.document import read
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.json_writing import write_json
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.suspicion import may_say_less
from coldwater.formats.native.yaml_commented import comments_of, read_commented
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.formats.native.yaml_tree import read_tree
from coldwater.formats.native.yaml_writing import write_tree
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from coldwater.edits import Edit
    from coldwater.findings import Pointer
    from coldwater.formats.native.yaml_tree import Node
    from coldwater.model.models import Map

_LINE_END = re.compile("\r\n?|\n")


def canonical(text: str, spelling: str, map_: Map, order: Order | None = None) -> str:
    """Give the text of a map in canonical form; ``map_`` is what was read from it without a remark.

    ``order`` is that of the map, for whoever has it at hand.

    Lines end as the first one does. The meaning stays the same and no comment is lost; should that ever fail,
    DefectError is raised. Cost is linear, but for sorting.
    """
    composed_text = _with_composed_ids(text, spelling)
    written = _written(composed_text, spelling, order or Order(map_))
    done = _with_line_ends(written, text)
    if done == text:
        return text
    refuse_other_meaning((read_json if spelling == "json" else read_yaml)(composed_text).data, written, spelling)
    if spelling == "yaml" and "#" in text and _comments(written) != _comments(composed_text):
        raise DefectError("a comment would have been lost")
    return done


def _written(text: str, spelling: str, order: Order) -> str:
    """Write a text in canonical form; whether that means the same is for others to see."""
    if spelling == "json":
        return write_json(ordered(read_json(text).data, order))
    commented = read_commented(text)
    arrange(commented.root, order)
    return write_tree(commented.root, commented.head, text)


def _with_line_ends(written: str, text: str) -> str:
    first = _LINE_END.search(text)
    return written.replace("\n", first[0]) if first and first[0] != "\n" else written


def _comments(text: str) -> list[str]:
    return sorted(comments_of(read_commented(text)))


def _with_composed_ids(text: str, spelling: str) -> str:
    """Bring ids into composed form, in which they are compared anyway. Nearly all texts have no others."""
    if "\\u" not in text and composed(text) == text:
        return text
    from coldwater.formats.native.id_places import id_places  # noqa: PLC0415 - the schema is heavy

    data = (read_json if spelling == "json" else read_yaml)(text).data
    edits: list[Edit] = [
        Replace(place.pointer, composed(place.text))
        for place in id_places(data)
        if not place.is_key and composed(place.text) != place.text
    ]
    if spelling == "yaml":  # as JSON is written anew from its data, of which the names are composed
        edits += _new_keys(read_tree(text), [place.pointer for place in id_places(data) if place.is_key])
    return apply_edits(text, spelling, edits) if edits else text


def _new_keys(root: Node, pointers: Sequence[Pointer]) -> Iterator[Edit]:
    for pointer in pointers:
        entry = root.find(pointer)
        if entry is not None and entry.name != entry.id:
            yield Rename(pointer, str(entry.id))


def refuse_other_meaning(data: Any, written: str, spelling: str) -> None:
    """See that what was written holds these data, and could not be taken for something else. Raises DefectError."""
    refuse_other_data(data, written, spelling)
    if spelling == "yaml" and may_say_less(written) and not read(written, spelling).is_readable:
        raise DefectError("what was written could be taken for something else")


def refuse_other_data(data: Any, written: str, spelling: str) -> None:
    """Read what was written, and see that it holds these data, whatever the order of keys. Raises DefectError."""
    try:
        found = (read_json if spelling == "json" else read_yaml)(written)
    except RefusedError as refusal:
        raise DefectError(f"what was written could not be read again ({refusal.spot.message})") from None
    if found.spots or json.dumps(found.data, sort_keys=True) != json.dumps(data, sort_keys=True):
        raise DefectError("what was written would not mean the same")
