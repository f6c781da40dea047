"""``coldwater formats``: the formats that files can be read in and written in, or one of them with what it loses."""

from __future__ import annotations

import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import columns
from coldwater.errors import UsageError
from coldwater.formats.registry import formats, named, reads, writes
from coldwater.rows import hung
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.formats.registry import Format

_OURS = ("yaml", "in, out", "coldwater's own format (.yaml, .yml); everything"), (
    "json", "in, out", "coldwater's own format (.json); all but comments",
)  # fmt: skip
_FOOT = "`coldwater formats NAME` says what a format cannot carry; `coldwater convert` names it each time."


def run_formats(name: str | None, output_format: str) -> int:
    """Print the list of formats, or one with its losses. Raises UsageError for an unknown name."""
    chosen = formats() if name is None else (_format(name),)
    if output_format == "json":
        import json  # noqa: PLC0415 - each start pays for one format

        sys.stdout.write(json.dumps({"version": 1, "formats": [_data(one) for one in chosen]}, indent=2) + "\n")
    elif name is None:
        sys.stdout.write(_list())
    else:
        sys.stdout.write(_page(chosen[0]))
    return EXIT_CLEAN


def _format(name: str) -> Format:
    found = named(name)
    if found is None:
        names = [one.NAME for one in formats()]
        raise UsageError(f"no format is called {name!r}.{hint(name, names)} `coldwater formats` lists them")
    return found


def _list() -> str:
    rows = [*_OURS, *((one.NAME, _ways(one), f"{one.TITLE} ({', '.join(one.ENDINGS)})") for one in formats())]
    names = max(len(row[0]) for row in rows)
    ways = max(len(row[1]) for row in rows)
    width = columns()
    lines = []
    for name, way, words in rows:
        lead = f"{name:<{names}}  {way:<{ways}}  "
        lines += hung(lead + words, width, " " * len(lead))
    return "\n".join([*lines, "", *hung(_FOOT, width, "")]) + "\n"


def _page(one: Format) -> str:
    width = columns()
    blocks = [f"{one.NAME}: {one.TITLE}", f"Endings: {', '.join(one.ENDINGS)}. Can be {_can(one)}."]
    for head, can, lost in (
        ("Lost when it is read:", reads(one), one.LOSES_IN), ("Lost when it is written:", writes(one), one.LOSES_OUT)
    ):  # fmt: skip
        if can:
            said = [line for loss in lost or ("nothing",) for line in hung(f"  {loss}", width, "    ")]
            blocks.append("\n".join([head, *said]))
    return "\n\n".join(blocks) + "\n"


def _ways(one: Format) -> str:
    return ", ".join(word for word, can in (("in", reads(one)), ("out", writes(one))) if can)


def _can(one: Format) -> str:
    return " and ".join(word for word, can in (("read", reads(one)), ("written", writes(one))) if can)


def _data(one: Format) -> dict[str, Any]:
    return {
        "name": one.NAME,
        "title": one.TITLE,
        "endings": list(one.ENDINGS),
        "reads": reads(one),
        "writes": writes(one),
        "loses_in": list(one.LOSES_IN) if reads(one) else [],
        "loses_out": list(one.LOSES_OUT) if writes(one) else [],
    }
