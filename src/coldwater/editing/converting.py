"""A map's text in the other spelling of the native format: YAML as JSON, JSON as YAML, in canonical form."""

from __future__ import annotations

from coldwater.editing.formatting import canonical, refuse_other_meaning
from coldwater.editing.order import Order, ordered
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.json_writing import write_json
from coldwater.formats.native.yaml_commented import comments_of, read_commented
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.formats.native.yaml_writing import write_data
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.model.models import Map


class Converted(NamedTuple):
    """A text in another spelling, and how many comments it could not take along."""

    text: str
    comments_lost: int


def convert_text(text: str, spelling: str, target: str, map_: Map) -> Converted:
    """Give a map's text in the spelling ``target``, ``yaml`` or ``json``; ``map_`` is what was read from it.

    Only comments can be lost, and only in JSON. In YAML a claim that has a text and nothing else is that text. The same
    spelling again gives the canonical form.
    """
    if target == spelling:
        return Converted(canonical(text, spelling, map_), 0)
    lost = comments_in(text) if spelling == "yaml" else 0
    return Converted(written(data_in(text, spelling), target, map_), lost)


def data_in(text: str, spelling: str) -> dict[str, Any]:
    """Give the plain data of a map's text that can be read, its ids in composed form, extension fields among them."""
    data: dict[str, Any] = (read_yaml if spelling == "yaml" else read_json)(text).data
    if not text.isascii() or "\\u" in text:
        from coldwater.formats.native.id_places import compose_ids  # noqa: PLC0415 - the schema is heavy

        compose_ids(data)
    return data


def written(data: dict[str, Any], target: str, map_: Map) -> str:
    """Write plain data of a map in the spelling ``target``, in canonical form; ``map_`` is the map that they hold."""
    data = ordered(data, Order(map_))
    if target == "yaml":
        data["claims"] = {name: _shortened(claim) for name, claim in data["claims"].items()}
    text = write_json(data) if target == "json" else write_data(data)
    refuse_other_meaning(data, text, target)
    return text


def comments_in(text: str) -> int:
    """Count the comments of a map in YAML."""
    return len(comments_of(read_commented(text)))


def _shortened(claim: Any) -> Any:
    return claim["text"] if isinstance(claim, dict) and list(claim) == ["text"] else claim
