"""What the command line and the settings of the project say together."""

from __future__ import annotations

import os

from coldwater import api
from coldwater.errors import UnreadableFileError, UsageError
from coldwater.files import LEADS_OUT, leads_out
from coldwater.project.loading import find_settings, read_settings, shown
from coldwater.project.search import BASELINE_FILE, repository_root

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.project.settings import Settings


#: How many files that look like maps are named one by one.
_MOST_NAMED = 20


def settings_for(config: str | None, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Settings | None:
    """Give the settings: of a file, or those found from here upwards; None where nothing is set.

    ``select`` and ``ignore`` are the last word, over settings for all files and for some. Raises what reading
    settings raises, and UsageError for a rule that there is not.
    """
    settings = find_settings() if config is None else read_settings(config)
    if not select and not ignore:
        return settings
    from coldwater.project.selectors import codes_meant  # noqa: PLC0415 - most checks leave it to the settings
    from coldwater.project.settings import Level, Settings  # noqa: PLC0415

    try:
        level = Level(None, codes_meant(_split(select)), codes_meant(_split(ignore), ignoring=True))
    except ValueError as error:
        raise UsageError(f"--select or --ignore names {error}") from None
    settings = settings or Settings(project_root(None))
    return settings._replace(levels=(*settings.levels, level))


def project_root(settings: Settings | None) -> str:
    """Give the folder of the settings; without settings the root of the repository; else the current folder."""
    return settings.root if settings is not None else repository_root(".") or os.getcwd()


def path_of_baseline(named: str | None, settings: Settings | None) -> str:
    """Give the path of the baseline that is named, that of the settings, or the usual one; it need not be there."""
    if named is not None:
        return named
    name = BASELINE_FILE if settings is None else settings.baseline or BASELINE_FILE
    path = shown(os.path.join(project_root(settings), name))
    refuse_way_out(path, settings)
    return path


def paths_of_maps(settings: Settings | None) -> list[str]:
    """Give the project's maps as paths from here.

    Raises UsageError for a folder that is not there, UnreadableFileError for one that is a link out of the project.
    """
    paths = ["arguments"] if settings is None else [shown(os.path.join(settings.root, path)) for path in settings.paths]
    for path in paths:
        if not os.path.exists(path):
            if settings is not None and settings.source is not None:
                source = shown(os.path.join(settings.root, settings.source))
                raise UsageError(f"{source}: `paths` names {path}, which is not there")
            raise UsageError(f"name a map: there is no folder `{path}` here. {_way_out()}")
        refuse_way_out(path, settings)
    return paths


def refuse_way_out(path: str, settings: Settings | None) -> None:
    """Raise UnreadableFileError for a path that nobody named, where links lead it out of the project."""
    if leads_out(path, project_root(settings)):
        raise UnreadableFileError(path, f"{LEADS_OUT}: name it to have it used all the same")


def maps_among(paths: Sequence[str], settings: Settings | None) -> list[str]:
    """Give the map files among paths, or of the project if there are none; say which other files look like maps.

    Raises what looking for maps raises.
    """
    maps, lookalikes = api.look_for_maps(paths or paths_of_maps(settings), settings)
    if lookalikes:
        say_what_looks_so(lookalikes)
    return maps


def say_what_looks_so(lookalikes: Sequence[str]) -> None:
    """Name on stderr the files that look like maps and are passed over, and say what to call them."""
    from coldwater.cli.output import say  # noqa: PLC0415 - seldom needed
    from coldwater.printable import printable  # noqa: PLC0415
    from coldwater.project.lookalikes import passed_over  # noqa: PLC0415

    for path in lookalikes[:_MOST_NAMED]:
        say(f"coldwater: {printable(path)}: {printable(passed_over(path))}")
    if len(lookalikes) > _MOST_NAMED:
        say(f"coldwater: {len(lookalikes) - _MOST_NAMED:,} more files look like maps and were not looked at")


def _way_out() -> str:
    """Say what to name instead of a folder that is not there: the maps here, if there are any."""
    try:
        maps = sorted(name for name in os.listdir() if name.endswith((".argmap.yaml", ".argmap.yml", ".argmap.json")))
    except OSError:
        maps = []  # the folder one stands in is gone
    if not maps:
        return "`coldwater init` writes a first map."
    return f"There is {maps[0]}" + (f" and {len(maps) - 1} more; a dot names them all." if maps[1:] else ".")


def folder_of_drawings(settings: Settings | None) -> str:
    """Give the folder for drawings as a path from here."""
    return "renders" if settings is None else shown(os.path.join(settings.root, settings.renders))


def _split(words: Sequence[str]) -> list[str]:
    """Give the rules in words such as ``CW1,CW301``."""
    return [part.strip() for word in words for part in word.split(",") if part.strip()]
