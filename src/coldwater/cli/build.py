"""``coldwater build``: check every map of the project, then draw those without errors; the upshot in three lines.

Material for a debate that lies among the drawings is made again with them.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

from coldwater import api
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.baseline import find_baseline
from coldwater.cli.origins import origin_of
from coldwater.cli.output import PLAIN_WIDTH, say, say_error, tell, wants_colour, width_of
from coldwater.cli.paths import USUAL_OPTIONS, as_word, drawing_path
from coldwater.cli.prep.kept import due_material, kept_material
from coldwater.cli.project import (
    folder_of_drawings,
    paths_of_maps,
    refuse_way_out,
    say_what_looks_so,
    settings_for,
)
from coldwater.cli.render import drawn_besides, is_current, say_what_is_left_out
from coldwater.errors import UnreadableFileError, UsageError
from coldwater.files import read_bytes, refuse_as_target, write_file
from coldwater.printable import printable
from coldwater.project.search import project_around
from coldwater.render import Options, layout_for, layout_in
from coldwater.report import report
from coldwater.report.counts import count, plural, summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.api import Checked
    from coldwater.project.settings import Settings

FORMATS = ("svg", "png", "html")
#: What is drawn of a map that is too large for one picture.
THE_WHOLE = (Options(layout="rails"), Options(layout="icicle"))
#: From how many drawings on a progress line is worth showing.
_MANY = 4


def run_build(maps: str | None = None, renders: str | None = None) -> int:
    """Check and draw the maps of the project, or of one folder; drawings of maps with errors are left as they were.

    Settings and the baseline hold as they do for a check: what they leave out keeps no map from being drawn. Files that
    look like maps and were not looked at are named, and the exit code is 1. Nothing is written through a link out of
    the project, or into what is no file: that is named, and the exit code is 2.
    """
    settings = settings_for(None)
    if maps is not None and not os.path.isdir(maps):
        raise UsageError(f"there is no folder `{maps}` here. `coldwater init {maps}/my-map` writes a first map.")
    folders = [maps] if maps is not None else paths_of_maps(settings)
    target = renders or folder_of_drawings(settings)
    if renders is None:
        refuse_way_out(target, settings)
    baseline = find_baseline(None, settings)
    files, lookalikes = api.look_for_maps(folders, settings)
    say_what_looks_so(lookalikes)
    checked = [api.check_file(path, settings=settings) for path in files]
    news = [one.findings if baseline is None else baseline.new_ones(one.path, one.findings) for one in checked]
    findings = [finding for new in news for finding in new]
    if findings:
        texts = {one.path: one.text for one in checked if one.findings}
        colour, width = wants_colour(sys.stdout), width_of(sys.stdout)
        sys.stdout.write(report(findings, "full", texts, len(checked), colour, width) + "\n")
    sound = [
        one
        for one, new in zip(checked, news, strict=True)
        if one.map is not None and not one.graph_errors and not count(new)["error"]
    ]
    room = _Room(project_around(target, None if settings is None else settings.root), settings)
    done = _draw(sound, target, room), _prepare(sound, target, room)
    _conclude(checked, sound, summary(findings, len(checked)), done, (folders, target))
    if room.refused:
        return EXIT_FAILED
    return EXIT_FINDINGS if count(findings)["error"] or lookalikes else EXIT_CLEAN


class _Room:
    """The folder that what is written must stay in, with the settings, and how many files lay elsewhere."""

    def __init__(self, folder: str, settings: Settings | None) -> None:
        self._folder = folder
        self.settings = settings
        self.refused = 0

    def holds(self, path: str) -> bool:
        """Tell whether a file may be written; one that must not is named on stderr."""
        try:
            refuse_as_target(path, self._folder)
        except UnreadableFileError as error:
            say_error(error)
            self.refused += 1
            return False
        return True


def _draw(sound: Sequence[Checked], renders: str, room: _Room) -> tuple[int, int]:
    """Draw what is not current; give how many were drawn and how many were current already.

    A map too large to be drawn as it is where it is shown is also drawn as a whole: all claims, and all arguments.
    Drawings with verdicts, and in other layouts, are kept current where there are any, but never begun.
    """
    formats = (*FORMATS, "pdf") if find_spec("typst") is not None else FORMATS
    wanted = [
        (one, format_, options, drawing_path(one.path, renders, format_, options))
        for one in sound
        for format_, options in _wanted(one, renders, formats)
    ]
    wanted = [drawing for drawing in wanted if room.holds(drawing[3])]
    due = [drawing for drawing in wanted if not _is_current(*drawing)]
    for number, (one, format_, options, target) in enumerate(due, 1):
        if len(due) >= _MANY and sys.stderr.isatty():
            width = (width_of(sys.stderr) or PLAIN_WIDTH) - 1
            sys.stderr.write("\r\x1b[K" + f"drawing {number} of {len(due)}: {printable(target)}"[:width])
        if format_ == "html":
            options = options._replace(origin=origin_of(one.path, room.settings))  # noqa: PLW2901
        write_file(target, api.render(one.usable_map(), format_, **options._asdict()))
        say_what_is_left_out(one.path, one.usable_map(), format_, options)
    if len(due) >= _MANY and sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    return len(due), len(wanted) - len(due)


def _wanted(one: Checked, renders: str, formats: Sequence[str]) -> list[tuple[str, Options]]:
    """Give the drawings of a map: in the usual formats, the whole of a large one, and what else is there already."""
    usual = [(format_, USUAL_OPTIONS) for format_ in formats]
    target = drawing_path(one.path, renders, "svg")
    is_drawn = is_current(one.usable_map(), target, "svg")
    layout = layout_in(read_bytes(target)) if is_drawn else layout_for(one.usable_map(), "svg", USUAL_OPTIONS)
    whole = [("svg", options) for options in THE_WHOLE] if layout != "map" else []
    return list(dict.fromkeys([*usual, *whole, *drawn_besides(one.path, renders)]))


def _is_current(one: Checked, format_: str, options: Options, target: str) -> bool:
    return is_current(one.usable_map(), target, format_, options)


def _prepare(sound: Sequence[Checked], renders: str, room: _Room) -> tuple[int, int]:
    """Make the material again that is not current; give how many pages were made and how many were current already.

    What cannot be made in the time there is stays as it is, and is named.
    """
    made = current = 0
    for one in sound:
        kept = [page for page in kept_material(one.path, renders) if room.holds(page.target)]
        due = due_material(one.usable_map(), kept)
        current += len(kept) - len(due)
        for page, wanted in due:
            if wanted is None:
                say(f"{page.target} is left as it was: to search {one.path} for what decides takes too long")
            else:
                write_file(page.target, wanted)
                made += 1
    return made, current


def _conclude(
    checked: Sequence[Checked],
    sound: Sequence[Checked],
    found: str,
    done: tuple[tuple[int, int], tuple[int, int]],
    folders: tuple[Sequence[str], str],
) -> None:
    maps, renders = folders
    (drawn, current), (made, kept) = done
    places = ", ".join(f"{path}/" if os.path.isdir(path) else path for path in maps)
    lines = [f"{found} ({places})"]
    pages = f"; {plural(made + kept, 'page')} for debate: {made} written now, {kept} already current"
    drawings = f"{plural(drawn + current, 'drawing')} in {renders}/: {drawn} drawn now, {current} already current"
    lines.append(drawings + (pages if made + kept else ""))
    held_back = [one.path for one in checked if one not in sound]
    if held_back:
        lines.append(f"not drawn because of errors, drawings left as they were: {', '.join(held_back)}")
    elif sound:
        first = sound[0].path
        lines.append(f"begin with {drawing_path(first, renders, 'svg')}, or  coldwater show {as_word(first)}")
    for line in lines:
        tell(line)
