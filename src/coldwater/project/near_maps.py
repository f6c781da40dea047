"""Which map was probably meant by a path at which there is none."""

from __future__ import annotations

import os

from coldwater.project.settings import DEFAULT_PATHS
from coldwater.suggest import closest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDINGS = (".yaml", ".yml", ".json")
#: So many names are looked at; a folder with more is hardly one of maps.
_MOST = 5_000


def map_meant(path: str) -> str | None:
    """Give the path of the map, or of the folder, that was probably meant; None if nothing is near.

    It is one whose name goes on with the ending of a map, has another case, or is nearly the same: in the folder that
    was named, and for a bare name also where a project keeps its maps. Those named as maps come before other YAML and
    JSON.
    """
    folder, name = os.path.split(path.rstrip("/" + os.sep))
    wanted = _bare(name)
    if not wanted:
        return None
    there: dict[str, str] = {}
    for place in [folder] if folder else ["", *DEFAULT_PATHS]:
        for other in filter(name.__ne__, _names_in(place)):  # a link that leads nowhere is not meant itself
            there.setdefault(_bare(other), os.path.join(place, other))
    if wanted in there:
        return there[wanted]
    meant = closest(wanted, there)
    return None if meant is None else there[meant]


def asking(path: str) -> str:
    """Give the end of a message that asks whether another map was meant; empty where nothing is near.

    >>> asking("no-folder/like/this.argmap.yaml")
    ''
    """
    meant = map_meant(path)
    return "" if meant is None else f"; did you mean {meant}?"


def _bare(name: str) -> str:
    """Give what of a name tells one map from another: without the endings of maps, whatever the case."""
    folded = name.casefold()
    for ending in _ENDINGS:
        folded = folded.removesuffix(ending)
    return folded.removesuffix(".argmap")


def _names_in(folder: str) -> Iterator[str]:
    """Give the names of what may be a map in a folder, or a folder of maps, the likeliest first."""
    try:
        names = sorted(os.listdir(folder or "."))[:_MOST]
    except (OSError, ValueError):
        return
    visible = [name for name in names if not name.startswith(".")]
    files = [name for name in visible if name.casefold().endswith(_ENDINGS)]
    yield from sorted(files, key=lambda name: ".argmap." not in name.casefold())
    yield from (name for name in visible if os.path.isdir(os.path.join(folder, name)))
