"""Where prepared material goes: to stdout, or to a file, whose name may tell the form."""

from __future__ import annotations

import sys

from coldwater.cli.output import columns, wants_colour
from coldwater.errors import UsageError
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from coldwater.prep.setting.page import Part

STDOUT = "-"
#: What the ending of a file's name says of the form.
_ENDINGS = {
    ".txt": "full", ".md": "markdown", ".json": "json", ".html": "html", ".docx": "docx", ".csv": "csv",
    ".xlsx": "xlsx",
}  # fmt: skip
#: Forms that are no text: they go to a file or a pipe, not to a terminal.
_BINARY = ("docx", "xlsx")


def form_of(asked: str | None, output: str, forms: Sequence[str]) -> str:
    """Tell the form of the material, one of ``forms``: as asked for, else by the file's name, else the first of them.

    Raises UsageError where the name says another form than the one asked for, or one that this material does not
    have, and where a form that is no text would go to a terminal.
    """
    ending = output[output.rfind(".") :].lower() if "." in output else ""
    named = None if output == STDOUT else _ENDINGS.get(ending)
    if asked is not None and named not in (None, asked):
        raise UsageError(f"{output}: the name says {named}, --output-format says {asked}")
    form = asked or named or (forms[0] if output == STDOUT else "")
    if form not in forms:
        known = ", ".join(key for key, form in _ENDINGS.items() if form in forms)
        raise UsageError(f"{output}: the name must end in one of {known}, or --output-format must say the form")
    if form in _BINARY and output == STDOUT and sys.stdout.isatty():
        raise UsageError(f"{form} is nothing for a terminal: name a file with  -o NAME.{form}")
    return form


def deliver(output: str, material: str | bytes) -> None:
    """Write material to stdout, or to a file, whole or not at all; the file's path is said then."""
    data = as_bytes(material)
    if output != STDOUT:
        from coldwater.files import write_file  # noqa: PLC0415 - stdout needs none of it

        write_file(output, data)
        sys.stdout.write(f"{printable(output)}\n")
    elif isinstance(material, str):
        sys.stdout.write(material)
    else:
        sys.stdout.buffer.write(data)


def as_bytes(material: str | bytes) -> bytes:
    """Give material as the bytes of its file."""
    return material.encode("utf-8", "backslashreplace") if isinstance(material, str) else material


def page_or_json(  # noqa: PLR0913 - the page, and what tells how it is set
    form: str,
    output: str,
    page: Callable[[], Iterable[Part]],
    as_json: Callable[[], str],
    language: str | None = None,
    ids: Container[str] = (),
) -> str | bytes:
    """Give material in one of the forms that every page has: full (text), markdown, html, docx, json.

    ``language``: that of the map, and ``ids`` its ids. Raises MissingExtraError for docx without its extra.
    """
    return as_json() if form == "json" else page_as(form, output, page(), language, ids)


def page_as(
    form: str, output: str, page: Iterable[Part], language: str | None = None, ids: Container[str] = ()
) -> str | bytes:
    """Set a page in a form. Text in a file is as wide as in a pipe, and without colour."""
    from coldwater.cli.output import PLAIN_WIDTH  # noqa: PLC0415 - JSON needs none of it
    from coldwater.prep.setting.forms import set_page  # noqa: PLC0415
    from coldwater.prep.setting.paragraphs import Paragraphs  # noqa: PLC0415

    is_shown = output == STDOUT
    paragraphs = Paragraphs(columns() if is_shown else PLAIN_WIDTH, is_shown and wants_colour(sys.stdout))
    return set_page(page, form, language, paragraphs, ids)
