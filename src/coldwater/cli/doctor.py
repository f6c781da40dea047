"""``coldwater doctor``: what is installed, which extra parts are missing, and what they would bring."""

from __future__ import annotations

import os
import re
import shlex
import sys
from importlib import metadata

from coldwater import __version__
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import tell
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: What each extra part brings. A test holds the names against those of the project.
EXTRAS: Mapping[str, str] = {
    "docx": "block files, briefs and speeches as Word files",
    "lsp": "the server for editors: findings, completion and moves while you type",
    "pdf": "drawings on paper",
    "serve": "maps in the browser, live, and edited there",
    "solve": "verdicts and cruxes where circles of attacks are large",
    "xlsx": "flow sheets, matrices and tables as workbooks, and their reading back",
}
#: What other programs are used for, if they are there.
PROGRAMS: Mapping[str, str] = {
    "git": "diff --git, gate, readable diffs and merges",
    "dot": "render --engine system",
}


def run_doctor() -> int:
    """Say what is there and what is not. It changes nothing, and asks nothing of the network."""
    tell(f"coldwater {__version__}, Python {sys.version.split()[0]}")
    tell(f"  {printable(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))}")
    tell(f"  {_settings()}")
    tell("")
    tell("Extra parts")
    missing = []
    for extra, brings in EXTRAS.items():
        parts = list(_parts(extra)) or [("this installation does not know it", False)]
        lacking = [told for told, is_there in parts if not is_there]
        found = ", ".join(told for told, is_there in parts if is_there)
        mark = "-" if lacking else "+"
        missing += [extra] if lacking else []
        state = f"missing: {', '.join(lacking)}" if lacking else found
        tell(f"  {mark} {extra:<6} {brings} ({state})")
    if missing:
        tell(f"  To install what is missing:  {_pip()} install 'coldwater[{','.join(missing)}]'")
    tell("")
    tell("Other programs")
    for program, use in PROGRAMS.items():
        path = _path_of(program)
        tell(f"  {'+' if path else '-'} {program:<6} {use} ({printable(path) if path else 'not found'})")
    return EXIT_CLEAN


def _parts(extra: str) -> Iterator[tuple[str, bool]]:
    """Give the packages of an extra, each with its version where it is installed, and whether it is."""
    try:
        requirements = metadata.requires("coldwater") or []
    except metadata.PackageNotFoundError:  # the files alone, installed by nobody
        return
    for requirement in requirements:
        named, _, marker = requirement.partition(";")
        if re.search(rf"extra == ['\"]{extra}['\"]", marker):
            name = re.split(r"[\s<>=!~\[(]", named.strip())[0]
            try:
                yield f"{name} {metadata.version(name)}", True
            except metadata.PackageNotFoundError:
                yield named.strip(), False


def _settings() -> str:
    """Say where settings are read from here."""
    from coldwater.errors import ColdwaterError  # noqa: PLC0415 - nothing else asks for it
    from coldwater.project.loading import find_settings  # noqa: PLC0415

    try:
        found = find_settings()
    except ColdwaterError as error:
        return f"settings that cannot be used: {printable(str(error).splitlines()[0])}"
    if found is None:
        return "no settings here (coldwater.toml, or [tool.coldwater] in pyproject.toml)"
    return f"settings: {printable(found.source or '')} in {printable(found.root)}"


def _path_of(program: str) -> str | None:
    from shutil import which  # noqa: PLC0415 - as above

    return which(program)


def _pip() -> str:
    return f"{shlex.quote(sys.executable or 'python')} -m pip"
