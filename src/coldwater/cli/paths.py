"""What the words on the command line stand for: texts of sources, and where drawings go."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coldwater.errors import UsageError
from coldwater.files import read_bytes
from coldwater.model import composed
from coldwater.render import FORMATS, Options

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How maps are drawn unless asked otherwise, and how with verdicts.
USUAL_OPTIONS = Options()
WITH_VERDICTS = Options(verdicts=True)


def read_source_texts(words: Sequence[str]) -> dict[str, str]:
    """Read ``ID=PATH`` pairs. Raises UsageError for another form, UnreadableFileError for a file that is not there."""
    texts = {}
    for word in words:
        id_, equals, path = word.partition("=")
        if not (id_ and equals and path):
            raise UsageError(f"--source-text takes ID=PATH, such as survey=texts/survey.txt; this is {word!r}")
        try:
            texts[composed(id_)] = read_bytes(path).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise UsageError(f"{path}: the text of a source must be UTF-8") from None
    return texts


def name_of(map_path: str) -> str:
    """Give what the drawings and the material of a map are called: ``maps/town.argmap.yaml`` is ``town``."""
    name = os.path.basename(map_path)
    for suffix in (".yaml", ".yml", ".json"):
        name = name.removesuffix(suffix)
    return name.removesuffix(".argmap")


def drawing_path(map_path: str, folder: str, format_: str, options: Options = USUAL_OPTIONS) -> str:
    """Give the path of a map's drawing: ``town.argmap.yaml`` becomes ``FOLDER/town.svg``, a part ``town-ID.svg``.

    A drawing with verdicts is ``town.verdicts.svg``; one that tries something out is ``town.what-if.svg``.
    """
    name = name_of(map_path) + (f"-{options.focus}" if options.focus is not None else "")
    if options.verdicts:
        name += ".verdicts" if options.overrides is None else ".what-if"
    return os.path.join(folder, f"{name}.{FORMATS[format_]}")
