"""A map on its way to a foreign format, and what is lost of it there."""

from __future__ import annotations

from coldwater.model._fields import FIELDS
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    from coldwater.formats.foreign.losses import Loss, Losses
    from coldwater.model.models import Map

#: What the claim says that stands for an empty file.
NO_THESIS = "What this map is about is not said yet."
#: The sections whose entries keep where they are from.
_SECTIONS = {"claims": "Claim", "arguments": "Argument", "sources": "Source", "positions": "Position"}
#: What the models are called in words.
_WORDS = {"Claim": "claim", "Argument": "argument", "Source": "source", "Position": "position", "Citation": "citation"}


class Written(NamedTuple):
    """The bytes of a foreign file, and what of the map is not in it."""

    data: bytes
    losses: tuple[Loss, ...]


class Outgoing:
    """A map for a writer: as values, and as the data that its file holds, extension fields (``x-…``) among them.

    The map can be read as a graph: no id is missing, no argument is without a target.
    """

    def __init__(self, map_: Map, data: Mapping[str, Any]) -> None:
        self.map = map_
        claims = {id_: {"text": one} if isinstance(one, str) else one for id_, one in data["claims"].items()}
        self.data = {**data, "claims": claims}  # a writer knows one way to say a claim

    def origin(self, format_: str) -> Mapping[str, Any] | None:
        """Give what was kept of the file when the map was read from this format; None if it was not."""
        kept = self.data.get("x-from")
        return kept if isinstance(kept, dict) and kept.get("format") == format_ else None

    @property
    def is_empty(self) -> bool:
        """Tell whether all of the map is the claim that stands for an empty file that it was read from."""
        claims = list(self.data["claims"].values())
        kept = claims[0].get("x-from") if len(claims) == 1 and isinstance(claims[0], dict) else None
        if self.map.arguments or not isinstance(kept, dict) or kept.get("unsaid") is not True:
            return False
        return {**claims[0], "x-from": None} == {"text": NO_THESIS, "x-from": None}

    def kept(self, format_: str, section: str, id_: str) -> Mapping[str, Any]:
        """Give what was kept of an entry when the map was read from this format; empty if nothing was."""
        if self.origin(format_) is None:
            return {}
        entry = self.data.get(section, {}).get(id_)
        kept = entry.get("x-from") if isinstance(entry, dict) else None
        return kept if isinstance(kept, dict) else {}

    def foreign_id(self, format_: str, section: str, id_: str) -> str | None:
        """Give the id that an entry had in the file of this format that it was read from; None if it had none."""
        id_there = self.kept(format_, section, id_).get("id")
        return id_there if isinstance(id_there, str) else None


def lose_fields(losses: Losses, outgoing: Outgoing, carried: Mapping[str, Collection[str]], why: str) -> None:
    """Note as lost every field that a map uses and ``carried`` does not name, by model and field as a file calls them.

    A model that ``carried`` does not name at all goes with the field that holds it: citations with ``cites``, positions
    with ``positions``. ``why`` is the reason, such as "Kialo's text has no place for it".
    """
    data = outgoing.data
    whole = {key for key, _, _ in FIELDS["Map"].values()} - set(carried.get("Map", ()))
    for key in ("argmap", *_SECTIONS):
        whole.discard(key)
    for key in whole:
        if key in data:
            losses.add(f"`{key}` of the map", why, many=f"`{key}` of the map", field=("Map", key))
    for section, model in _SECTIONS.items():
        word = _WORDS[model]
        entries: Mapping[str, Any] = data.get(section, {})
        if model not in carried:
            for id_ in entries:
                losses.add(word, why, id_, field=("Map", section))
            continue
        _lose_of_entries(losses, entries, model, carried, why)


def _lose_of_entries(
    losses: Losses, entries: Mapping[str, Any], model: str, carried: Mapping[str, Collection[str]], why: str
) -> None:
    keys = [key for key, _, _ in FIELDS[model].values()]
    lost = [key for key in keys if key not in carried[model]]
    cited = [key for key, _, _ in FIELDS["Citation"].values() if key not in carried.get("Citation", ())]
    word = _WORDS[model]
    for id_, entry in entries.items():
        if not isinstance(entry, dict):
            continue
        for key in lost:
            if key in entry:
                losses.add(f"`{key}` of {with_article(word)}", why, id_, many=f"`{key}` of {word}s", field=(model, key))
        for citation in entry.get("cites", ()) if "cites" in carried[model] else ():
            for key in cited:
                if key in citation:
                    losses.add(
                        f"`{key}` of a citation", why, id_, many=f"`{key}` of citations", field=("Citation", key)
                    )


def with_article(word: str) -> str:
    """Give a word with the article that it takes: a claim, an argument."""
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
