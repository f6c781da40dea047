"""Material that lies among the drawings of a map: kept current where it is there, never begun.

It is made again and compared, so that whatever changes it is noticed: the map, or how coldwater prepares. A search that
was cut by time may end otherwise on another machine; what it gives is no file to keep.
"""

from __future__ import annotations

import os

from coldwater import api
from coldwater.cli.paths import name_of
from coldwater.project.discovery import MAP_SUFFIXES
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.model.graph import Side
    from coldwater.model.models import Map
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

_KINDS = ("brief", "blocks", "gaps", "questions")
_SIDES: tuple[Side, ...] = ("pro", "con")
_FORMS = {"md": "markdown", "html": "html"}
#: How long is searched at most: far longer than any map of a size that one publishes needs.
SECONDS = 60.0


class Kept(NamedTuple):
    """A file with material: its path, the kind of material, the side, the form."""

    target: str
    kind: str
    side: Side
    form: str


def kept_material(path: str, folder: str) -> list[Kept]:
    """Give the files with material of a map that are there: ``FOLDER/town.brief.pro.md`` and its like.

    ``town.brief.pro.html`` is a drawing where a map beside is called ``town.brief.pro``.
    """
    name = os.path.join(folder, name_of(path))
    every = [
        Kept(f"{name}.{kind}.{side}.{ending}", kind, side, form)
        for kind in _KINDS
        for side in _SIDES
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
        prep = api.prepare(map_, side, seconds=seconds)
        is_cut = "time" in prep.decision.cut_by
        for one in kept:
            if one.side == side:
                wanted = None if is_cut else _made(prep, one)
                if wanted is None or api.read_bytes(one.target) != wanted:
                    due.append((one, wanted))
    return due


def _made(prep: Preparation, kept: Kept) -> bytes:
    from coldwater.cli.prep.delivery import as_bytes, page_or_json  # noqa: PLC0415 - only where there is material

    made = page_or_json(kept.form, kept.target, lambda: _page(prep, kept.kind), lambda: "", prep.map.language)
    return as_bytes(made)


def _page(prep: Preparation, kind: str) -> Iterable[Part]:
    """Give the page of a kind, as the command of its name does."""
    if kind == "brief":
        from coldwater.prep.material.brief import find_brief  # noqa: PLC0415 - each start pays for one kind of material
        from coldwater.prep.pages.brief import brief_page  # noqa: PLC0415

        return brief_page(prep, find_brief(prep))
    if kind == "blocks":
        from coldwater.prep.material.blocks import find_blocks  # noqa: PLC0415
        from coldwater.prep.pages.blocks import blocks_page  # noqa: PLC0415

        return blocks_page(prep, find_blocks(prep))
    if kind == "gaps":
        from coldwater.prep.material.gaps import find_gaps  # noqa: PLC0415
        from coldwater.prep.pages.gaps import gaps_page  # noqa: PLC0415

        return gaps_page(prep, find_gaps(prep))
    from coldwater.prep.material.cross_examination import examine  # noqa: PLC0415
    from coldwater.prep.pages.questions import questions_page  # noqa: PLC0415

    return questions_page(prep, examine(prep))


def command_for(path: str, one: Kept) -> str:
    """Give the command that writes a file with material."""
    return f"coldwater prep {one.kind} {path} --side {one.side} -o {one.target}"
