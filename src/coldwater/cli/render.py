"""``coldwater render``: drawings of maps, and whether those at hand are current."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from coldwater import api
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.check import check_one
from coldwater.cli.output import say, say_error
from coldwater.cli.paths import drawing_path
from coldwater.errors import UnusableMapError, UsageError
from coldwater.render import FORMATS, digest, digest_in
from coldwater.report.counts import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map
    from coldwater.project.settings import Settings
    from coldwater.render import Options

STDOUT = "-"


def run_render(
    paths: Sequence[str], folder: str, formats: Sequence[str], options: Options, settings: Settings | None = None
) -> int:
    """Draw each map in each format, and print the path of every file written."""
    files = api.find_maps(paths, settings)
    if folder == STDOUT and (len(files) != 1 or len(formats) != 1):
        raise UsageError("-o - takes one map and one --format")
    _refuse_same_names(files)
    code = EXIT_CLEAN
    for path in files:
        try:
            map_ = check_one(path, settings=settings).usable_map()
        except UnusableMapError as error:
            say_error(error)
            code = EXIT_FAILED
            continue
        for format_ in formats:
            drawing = api.render(map_, format_, **options._asdict())
            if folder == STDOUT:
                sys.stdout.buffer.write(drawing)
                continue
            target = drawing_path("stdin" if path == "-" else path, folder, format_, options.focus)
            api.write_file(target, drawing)
            sys.stdout.write(target + "\n")
    return code


def run_render_check(
    paths: Sequence[str], folder: str, formats: Sequence[str], settings: Settings | None = None
) -> int:
    """Say which drawings are missing or were made from another state of their map; no layout is made.

    Without formats, SVG and PNG must be there, and whatever else is there must be current.
    """
    stale = checked = 0
    for path in api.find_maps(paths, settings):
        map_ = check_one(path, settings=settings).usable_map()
        for format_ in formats or _expected(path, folder):
            checked += 1
            target = drawing_path(path, folder, format_)
            if not is_current(map_, target):
                stale += 1
                what = "is not current" if os.path.exists(target) else "is missing"
                sys.stdout.write(f"{target} {what}: run  coldwater render {path} -o {folder} --format {format_}\n")
    if not stale:
        say(f"{plural(checked, 'drawing')} current")
    return EXIT_FINDINGS if stale else EXIT_CLEAN


def _expected(path: str, folder: str) -> list[str]:
    """Give the formats to look at: SVG and PNG, and those that are there."""
    return [one for one in FORMATS if one in ("svg", "png") or os.path.exists(drawing_path(path, folder, one))]


def is_current(map_: Map, target: str) -> bool:
    """Tell whether a drawing is there and carries the digest of this map."""
    return os.path.isfile(target) and digest_in(api.read_bytes(target)) == digest(map_)


def _refuse_same_names(files: Sequence[str]) -> None:
    """Refuse two maps whose drawings would overwrite each other."""
    seen: dict[str, str] = {}
    for path in files:
        name = drawing_path(path, "", "svg")
        if name in seen:
            raise UsageError(f"{path} and {seen[name]} would be drawn to the same file; draw them to different folders")
        seen[name] = path
