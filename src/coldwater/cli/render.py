"""``coldwater render``: drawings of maps, and whether those at hand are current."""

from __future__ import annotations

import os
import sys

from coldwater import __version__, api
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.given import map_given
from coldwater.cli.origins import origin_of
from coldwater.cli.output import say, say_error, tell
from coldwater.cli.overrides import read_overrides
from coldwater.cli.paths import USUAL_OPTIONS, WITH_VERDICTS, as_word, drawing_path
from coldwater.cli.prep.kept import command_for, due_material, kept_material
from coldwater.cli.project import folder_of_drawings, maps_among, paths_of_maps, refuse_way_out, settings_for
from coldwater.cli.targets import STDOUT, Target, refuse_many, target_of
from coldwater.errors import UnusableMapError, UsageError
from coldwater.files import read_bytes, refuse_as_target, refuse_special, write_file
from coldwater.model import composed
from coldwater.printable import printable
from coldwater.project.search import project_around
from coldwater.render import (
    FORMATS,
    LAYOUTS,
    USES,
    WHAT_IS_SHOWN,
    Options,
    drawn_by_another,
    is_of,
    layout_told,
    left_out,
    options_for,
    paths_of,
    refuse_unused,
    unneeded_fonts,
    without_font,
)
from coldwater.report.counts import plural
from coldwater.semantics.evaluation import AS_WRITTEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.cli.prep.kept import Kept
    from coldwater.model.models import Map
    from coldwater.project.settings import Settings
    from coldwater.words.wording import Words

_MOST_NAMED = 12  # characters without a font


def run_render(  # noqa: PLR0913 - one parameter for each option
    maps: Sequence[str],
    output: str | None,
    format_: Sequence[str],
    check_: bool,
    reject: Sequence[str],
    accept: Sequence[str],
    strength: Sequence[str],
    standard: str | None,
    weighing: str | None,
    **drawn: Any,
) -> int:
    """Draw maps, or say which of their drawings are not current; ``drawn``: further fields of Options."""
    settings = settings_for(None)
    paths = maps or paths_of_maps(settings)
    target, formats = target_of(output, format_, folder_of_drawings(settings))
    if output is None:
        refuse_way_out(target.folder, settings)
    drawn["font"] = paths_of(drawn["font"])
    for font in drawn["font"]:
        refuse_special(font)
    overrides = read_overrides(reject, accept, strength, standard, weighing)
    drawn["language"] = _language(drawn["language"])
    drawn["focus"] = None if drawn["focus"] is None else composed(drawn["focus"])
    options = Options(**drawn, overrides=None if overrides == AS_WRITTEN else overrides)
    if check_:
        return check_drawings(paths, target, formats, options, settings)
    return _draw(paths, target, formats or ("svg", "png"), options, settings)


def _language(asked: str | None) -> str | Words | None:
    """Give the language that is asked for, or the words that stand in a file of one's own."""
    if asked is None or not asked.lower().endswith((".yaml", ".yml", ".json")):
        return asked
    from coldwater.judge import read_words  # noqa: PLC0415 - few calls name such a file

    return read_words(asked)


def _draw(
    paths: Sequence[str], target: Target, formats: Sequence[str], options: Options, settings: Settings | None
) -> int:
    """Draw each map in each format, and print the path of every file written."""
    files = maps_among(paths, settings)
    refuse_many(target, files)
    refuse_unused(options, formats)
    _refuse_same_names(files)
    code, unneeded = EXIT_CLEAN, list(options.font or ())
    room = project_around(target.folder, None if settings is None else settings.root)
    for path in files:
        try:
            map_ = map_given(path, settings)
        except UnusableMapError as error:
            say_error(error)
            code = EXIT_FAILED
            continue
        if not {"png", "pdf"}.isdisjoint(formats):
            _say_what_lacks_a_font(path, without_font(map_, options))
        if unneeded:
            spared = unneeded_fonts(map_, options)
            unneeded = [font for font in unneeded if font in spared]
        told = ""
        for format_ in formats:
            asked = options_for(options, format_)
            if format_ == "html":
                asked = asked._replace(origin=origin_of(path, settings))
            drawing = api.render(map_, format_, **asked._asdict())
            say_what_is_left_out(path, map_, format_, asked)
            told = _say_the_layout(path, layout_told(map_, format_, asked), told)
            if target.file == STDOUT:
                sys.stdout.buffer.write(drawing)
                continue
            written = target.path("stdin" if path == "-" else path, format_, options)
            if target.file is None:
                refuse_as_target(written, room)
            write_file(written, drawing)
            sys.stdout.write(f"{printable(written)}\n")
    for font in unneeded:
        say(f"{printable(font)}: no letter needed this font: it has none here that those before it lack")
    return code


def say_what_is_left_out(path: str, map_: Map, format_: str, options: Options) -> None:
    """Say on stderr what of a map a picture could not hold."""
    words = left_out(map_, format_, options)
    if words:
        say(f"{printable(path)}: {printable(words)}")


def _say_the_layout(path: str, words: str, told: str) -> str:
    """Say on stderr which layout a picture has, where the map decided and it is not the map itself, and not twice."""
    if words and words != told:
        say(f"{printable(path)}: {words}")
    return words or told


def _say_what_lacks_a_font(path: str, characters: str) -> None:
    if characters:
        more = f" and {len(characters) - _MOST_NAMED} more" if len(characters) > _MOST_NAMED else ""
        shown = " ".join(printable(characters[:_MOST_NAMED]))
        boxes = "boxes in PNG and PDF; name one that has them with --font"
        say(f"{printable(path)}: no font here has {shown}{more}: {boxes}")


def check_drawings(
    paths: Sequence[str],
    target: Target,
    formats: Sequence[str],
    options: Options = USUAL_OPTIONS,
    settings: Settings | None = None,
) -> int:
    """Say which drawings are missing, of another state of their map, or drawn by a coldwater that draws otherwise.

    No layout is made. Without formats, SVG and PNG must be there, and whatever else is there must be current: drawings
    with verdicts, too, which have names of their own, and material for a debate. A drawing of the one sort never counts
    as one of the other. Of the options, those count that tell what the drawings show: the part, and the verdicts; any
    other raises UsageError.
    """
    _refuse_what_no_digest_tells(options)
    files = maps_among(paths, settings)
    refuse_many(target, files)
    stale = checked = pages = 0
    for path in files:
        map_ = map_given(path, settings)
        wanted = [(format_, options) for format_ in formats] or _expected(path, target.folder, options)
        for format_, asked in wanted:
            checked += 1
            drawing = target.path(path, format_, asked)
            what = what_is_wrong(map_, drawing, format_, asked)
            if what:
                stale += 1
                words = f"{as_word(path)} {target.words(format_)}{_flags(asked)}"
                tell(f"{printable(drawing)} {what}: run  coldwater render {printable(words)}")
        if not formats and options == USUAL_OPTIONS:
            kept = kept_material(path, target.folder)
            pages += len(kept)
            stale += _say_what_is_due(path, due_material(map_, kept))
    if not stale:
        also = f" and {plural(pages, 'page')} for debate" if pages else ""
        say(f"{plural(checked, 'drawing')}{also} current")
    return EXIT_FINDINGS if stale else EXIT_CLEAN


def _say_what_is_due(path: str, due: Sequence[tuple[Kept, bytes | None]]) -> int:
    """Name the files with debate material that are not current; give how many there are."""
    for page, wanted in due:
        if wanted is None:
            tell(f"{page.target} cannot be told current: to search {path} for what decides takes too long")
        else:
            tell(f"{page.target} is not current: run  {command_for(path, page)}")
    return len(due)


def _refuse_what_no_digest_tells(options: Options) -> None:
    for name, value in options._asdict().items():
        if name not in WHAT_IS_SHOWN and name not in ("layout", "width") and value != Options._field_defaults[name]:
            raise UsageError(f"--check compares what is drawn, not how, so that it cannot tell about --{name}")


def _expected(path: str, folder: str, options: Options) -> list[tuple[str, Options]]:
    """Give the drawings to look at: SVG and PNG, and those that are there."""
    there = [one for one in FORMATS if os.path.exists(drawing_path(path, folder, one, options))]
    asked = [(one, options) for one in FORMATS if one in ("svg", "png") or one in there]
    return asked + (drawn_besides(path, folder) if options == USUAL_OPTIONS else [])


def drawn_besides(path: str, folder: str) -> list[tuple[str, Options]]:
    """Give the drawings of a map with verdicts, and in layouts that were asked for, as far as they are there.

    Whoever keeps drawings current keeps these, too.
    """
    layouts = [Options(layout=layout) for layout in LAYOUTS if layout != "auto"]
    wanted = [(one, WITH_VERDICTS) for one in FORMATS]
    wanted += [(one, options) for options in layouts for one in FORMATS if "layout" in USES[one]]
    return [(one, options) for one, options in wanted if os.path.exists(drawing_path(path, folder, one, options))]


def _flags(options: Options) -> str:
    """Give the options that decide what a drawing shows, as words of the command."""
    rejected, accepted, strengths, standard, weighing = options.overrides or AS_WRITTEN
    flags = [
        *(["--focus", options.focus] if options.focus is not None else []),
        *(["--depth", str(options.depth)] if options.depth is not None else []),
        *(["--layout", options.layout] if options.layout != "auto" else []),
        *(["--verdicts"] if options.verdicts else []),
        *([] if options.positions else ["--no-positions"]),
        *(word for name in rejected for word in ("--reject", name)),
        *(word for name in accepted for word in ("--accept", name)),
        *(word for name, value in strengths.items() for word in ("--strength", f"{name}={value:g}")),
        *(["--standard", standard] if standard is not None else []),
        *(["--weighing", weighing] if weighing is not None else []),
    ]
    return "".join(f" {flag}" for flag in flags)


def is_current(map_: Map, target: str, format_: str, options: Options = USUAL_OPTIONS) -> bool:
    """Tell whether a drawing is there, is of this map and the verdicts that are asked for, and drawn as it is now."""
    return not what_is_wrong(map_, target, format_, options)


def what_is_wrong(map_: Map, target: str, format_: str, options: Options) -> str:
    """Say what is wrong with a drawing: it is missing, of another map, or drawn by another coldwater; "" if nothing."""
    if not os.path.exists(target):
        return "is missing"
    drawing = read_bytes(target) if os.path.isfile(target) else b""
    if not is_of(drawing, map_, format_, options):
        return "is not current"
    if drawn_by_another(drawing, format_):
        return f"shows this map, but another coldwater drew it, which draws otherwise than {__version__}"
    return ""


def _refuse_same_names(files: Sequence[str]) -> None:
    """Refuse two maps whose drawings would overwrite each other."""
    seen: dict[str, str] = {}
    for path in files:
        name = drawing_path(path, "", "svg")
        if name in seen:
            raise UsageError(f"{path} and {seen[name]} would be drawn to the same file; draw them to different folders")
        seen[name] = path
