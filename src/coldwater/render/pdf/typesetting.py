"""Files set by typst, offline, with the embedded font. It knows no map, and reads no file of the user but fonts."""

from __future__ import annotations

import os
import re
import shutil
from importlib import import_module
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from coldwater.errors import DrawingError, MissingExtraError
from coldwater.render.digest import MARK
from coldwater.render.fonts.faces import font_path
from coldwater.render.fonts.given import covers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.fonts.given import Fonts


def refuse_without_typst() -> Any:
    """Give the typst module: an extra, heavy, with types that know less than it does. Raises MissingExtraError."""
    try:
        return import_module("typst")
    except ImportError:
        raise MissingExtraError("PDF", "pdf") from None


def typeset(files: Mapping[str, bytes], fonts: Fonts = ()) -> bytes:
    """Set ``main.typ`` with the files beside it, and give the PDF.

    ``fonts``: font files for the characters that the embedded font lacks. Raises DrawingError if typst fails.
    """
    typst = refuse_without_typst()
    is_ours = covers(fonts, b"".join(files.values()).decode("utf-8"))
    with TemporaryDirectory() as folder:
        font_paths = [os.path.dirname(font_path("regular"))]
        for number, path in enumerate(fonts):  # alone: typst takes folders, and whatever fonts are in them
            shutil.copy(path, os.path.join(folder, f"{number}-{os.path.basename(path)}"))
        font_paths += [folder] if fonts else []
        try:
            data = typst.compile(dict(files), font_paths=font_paths, ignore_system_fonts=is_ours, format="pdf")
        except typst.TypstError as error:
            raise DrawingError(f"The PDF could not be set: {error}") from None
    assert isinstance(data, bytes)
    return data


def with_digest(pdf: bytes, mark: str) -> bytes:
    """Put a comment with the digest before the last ``startxref``, where it moves no object."""
    head, startxref, tail = pdf.rpartition(b"startxref")
    return head + f"%{MARK}: {mark}\n".encode("ascii") + startxref + tail


def language_of(tag: str | None) -> str:
    """Give a language code that typst takes; English, in which the words around a map are, for anything else."""
    first = (tag or "en").partition("-")[0].lower()
    return first if re.fullmatch("[a-z]{2,3}", first) else "en"
