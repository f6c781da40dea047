"""What the commands of ``coldwater prep`` have in common, in typer's words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class SideName(StrEnum):
    """Whose material it is."""

    pro = "pro"
    con = "con"


class MaterialFormat(StrEnum):
    """For the terminal, for a page, for print, or for scripts."""

    full = "full"
    markdown = "markdown"
    html = "html"
    docx = "docx"
    json = "json"


SideOption = Annotated[SideName, typer.Option(help="Whose material: pro for the thesis, con against it.")]
#: How long is searched, so that a map of 2,000 claims takes less than two seconds in all, whatever its shape.
USUAL_SECONDS = 0.7
SecondsOption = Annotated[
    float, typer.Option(min=0.1, metavar="SECONDS", help="Search for what decides so long at most.")
]
FormatOption = Annotated[
    MaterialFormat | None,
    typer.Option(
        "--output-format",
        metavar="FORM",
        help=f"{', '.join(MaterialFormat)}; unless given, as the file's name says, else full, which is text.",
    ),
]
OutputOption = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", show_default=False, help="Write to a file; - is stdout.")
]
