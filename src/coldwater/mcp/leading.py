"""What may be called next where a call was refused: by what went wrong, as calls or as why there is none."""

from __future__ import annotations

from coldwater.errors import ColdwaterError, MissingExtraError, UnreadableFileError
from coldwater.mcp.replies import AskedWronglyError, Call
from coldwater.workshop import NoSuchMapError, StaleError, TakenError, UnwantedError, WriteUnknownError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.mcp.asking import Given, Tool
    from coldwater.workshop import Workshop

#: So many maps are offered in the place of one that is none.
_MOST_MAPS = 3
#: After what nothing can be called, and why.
_NOTHING: Mapping[type[ColdwaterError], str] = {
    WriteUnknownError: "no write of this session is left: what came before is taken back by moves that turn it round",
    UnwantedError: "it was cancelled by who asked for it",
    MissingExtraError: "a part is missing that only who set up this server can install",
}
#: After what the map is looked at again; after anything else it is checked.
_LOOK = (StaleError, TakenError, UnreadableFileError)


def calls_after(shop: Workshop, tool: Tool, given: Given, error: ColdwaterError) -> tuple[Sequence[Call], str | None]:
    """Give the calls that can follow an error, and why there is none where none can."""
    if isinstance(error, AskedWronglyError):
        return error.calls, error.why_none
    if isinstance(error, NoSuchMapError):
        return _other_maps(shop, tool, given), "`create` makes one, of which title and thesis are yours to say"
    for kind, why_none in _NOTHING.items():
        if isinstance(error, kind):
            return [], why_none
    there = {"map": given["map"]} if "map" in given else {}
    return [Call("show" if isinstance(error, _LOOK) else "check", there)], None


def _other_maps(shop: Workshop, tool: Tool, given: Given) -> list[Call]:
    from coldwater.suggest import closest  # noqa: PLC0415 - only where something is unknown

    names = shop.names()
    if tool.name == "create":
        plain = str(given["map"]).replace("\\", "/").rpartition("/")[2].split(".")[0].strip()
        is_free = plain.isascii() and plain.isidentifier() and not any(one.startswith(f"{plain}.") for one in names)
        return [] if shop.is_of_one else [Call("create", {**given, "map": plain})] if is_free else [Call("maps", {})]
    meant = closest(str(given.get("map", "")), names) if "map" in given else None
    some = [meant] if meant is not None else names[:_MOST_MAPS]
    return [Call(tool.name, {**given, "map": one}) for one in some]
