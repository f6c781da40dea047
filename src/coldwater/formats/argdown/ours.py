"""What data of ours say: ids, titles, texts as they were, and which argument a relation is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.debate import ENTAILS, SUPPORT, Inference
from coldwater.formats.foreign.naming import is_readable_id
from coldwater.model import composed
from coldwater.model.ids import is_id

if TYPE_CHECKING:
    from coldwater.formats.argdown.debate import Relation
    from coldwater.formats.foreign.gathering import Entry

SUPPORTING = (SUPPORT, ENTAILS)


def own_id(data: dict[str, Any], key: str = "id") -> str | None:
    """Take the id out of data that we wrote."""
    id_ = data.get(key)
    if isinstance(id_, str) and is_id(composed(id_)):
        del data[key]
        return composed(id_)
    return None


def take_exact(data: dict[str, Any], entry: Entry) -> None:
    """Take the text as it was before it was put on one line, where data tell it."""
    exact = data.get("text")
    if isinstance(exact, str) and exact.strip():
        entry.fields["text"] = data.pop("text")


def own_title(data: dict[str, Any], inner: dict[str, Any], title: str | None, id_: str | None) -> str | None:
    """Give the title of an argument: what data say, or else its own unless that is its id."""
    for told in (data, inner):
        if "title" in told and (told["title"] is None or isinstance(told["title"], str)):
            said: str | None = told.pop("title")
            return said if said and said.strip() else None
    if title is None or (id_ is None and is_readable_id(title)) or id_ == title:
        return None
    return title


def told_of(arguments: Any, relation: Relation) -> dict[str, Any]:
    """Give what the data of a source say of the argument that a relation of it is."""
    target = relation.target
    title = target.argument.title if isinstance(target, Inference) else target.title
    key = "supports" if relation.kind in SUPPORTING else "attacks"
    for one in arguments if isinstance(arguments, list) else ():
        if isinstance(one, dict) and one.get(key) == title:
            return {name: value for name, value in one.items() if name != key}
    return {}
