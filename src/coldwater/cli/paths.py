"""Where drawings go, and what they are called."""

from __future__ import annotations

import os

from coldwater.render import FORMATS, LAYOUTS, USES, Options

#: How maps are drawn unless asked otherwise, and how with verdicts.
USUAL_OPTIONS = Options()
WITH_VERDICTS = Options(verdicts=True)


def name_of(map_path: str) -> str:
    """Give what the drawings and the material of a map are called: ``maps/town.argmap.yaml`` is ``town``."""
    name = os.path.basename(map_path)
    for suffix in (".yaml", ".yml", ".json"):
        name = name.removesuffix(suffix)
    return name.removesuffix(".argmap")


def as_word(path: str) -> str:
    """Give a path as a word of a command, where one that begins with a dash would be taken for an option.

    >>> as_word("-x.argmap.yaml"), as_word("maps/-x.argmap.yaml")
    ('./-x.argmap.yaml', 'maps/-x.argmap.yaml')
    """
    return f"./{path}" if path.startswith("-") and path != "-" else path


def drawing_path(map_path: str, folder: str, format_: str, options: Options = USUAL_OPTIONS) -> str:
    """Give the path of a map's drawing: ``town.argmap.yaml`` becomes ``FOLDER/town.svg``, a part ``town-ID.svg``.

    A drawing with verdicts is ``town.verdicts.svg``; one that tries something out is ``town.what-if.svg``. A picture in
    a layout that was asked for is named for it: ``town.sides.svg``.
    """
    name = name_of(map_path) + (f"-{options.focus}" if options.focus is not None else "")
    if options.verdicts:
        name += ".verdicts" if options.overrides is None else ".what-if"
    if "layout" in USES[format_]:
        name += LAYOUTS.get(options.layout, "")
    return os.path.join(folder, f"{name}.{FORMATS[format_]}")
