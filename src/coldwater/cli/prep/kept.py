"""Material that lies among the drawings of a map: kept current where it is there, never begun.

It is made again and compared, so that whatever changes it is noticed: the map, or how coldwater prepares. A search that
was cut by time may end otherwise on another machine; what it gives is no file to keep.
"""

from __future__ import annotations

import os

from coldwater import judge
from coldwater.cli.paths import as_word, name_of
from coldwater.cli.prep.delivery import as_bytes
from coldwater.files import read_bytes
from coldwater.model.graph import SIDES
from coldwater.project.discovery import MAP_SUFFIXES
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from coldwater.model.graph import Side
    from coldwater.model.models import Map

_KINDS = ("brief", "blocks", "gaps", "questions")
_FORMS: dict[str, Literal["markdown", "html"]] = {"md": "markdown", "html": "html"}
#: How long is searched at most: far longer than any map of a size that one publishes needs.
SECONDS = 60.0


class Kept(NamedTuple):
    """A file with material: its path, the kind of material, the side, the form."""

    target: str
    kind: str
    side: Side
    form: Literal["markdown", "html"]


def kept_material(path: str, folder: str) -> list[Kept]:
    """Give the files with material of a map that are there: ``FOLDER/town.brief.pro.md`` and its like.

    ``town.brief.pro.html`` is a drawing where a map beside is called ``town.brief.pro``.
    """
    name = os.path.join(folder, name_of(path))
    every = [
        Kept(f"{name}.{kind}.{side}.{ending}", kind, side, form)
        for kind in _KINDS
        for side in SIDES
        for ending, form in _FORMS.items()
    ]
    return [one for one in every if os.path.isfile(one.target) and not _is_drawing(path, one)]


def _is_drawing(path: str, one: Kept) -> bool:
    stem = os.path.join(os.path.dirname(path), os.path.basename(one.target).removesuffix(f".{one.form}"))
    return one.form == "html" and any(os.path.isfile(stem + suffix) for suffix in MAP_SUFFIXES)


def due_material(map_: Map, kept: Sequence[Kept], seconds: float = SECONDS) -> list[tuple[Kept, bytes | None]]:
    """Give those files that are not current, each with what must be in it; None where time was too short to tell.

    Cost: one search for what decides for each side that has a file.
    """
    due: list[tuple[Kept, bytes | None]] = []
    for side in sorted({one.side for one in kept}):
        prep = judge.prepare(map_, side, seconds=seconds)
        is_cut = "time" in prep.decision.cut_by
        for one in kept:
            if one.side == side:
                wanted = None if is_cut else as_bytes(judge.material(prep, one.kind, one.form))
                if wanted is None or read_bytes(one.target) != wanted:
                    due.append((one, wanted))
    return due


def command_for(path: str, one: Kept) -> str:
    """Give the command that writes a file with material."""
    return f"coldwater prep {one.kind} {as_word(path)} --side {one.side} -o {one.target}"
