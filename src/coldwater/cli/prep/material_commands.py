"""``prep gaps``, ``questions``, ``blocks``, ``brief``, ``overview``, ``disclose`` and others: what one takes along."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater.cli.options import Shared, taking
from coldwater.cli.prep.options import (
    FORM,
    IDS,
    MAP,
    OUTPUT,
    SEEN,
    SEEN_BY_ARGUMENTS,
    SIDE,
    SIDE_WORDS,
    MatrixOption,
    NotesOption,
    SideName,
)

#: What makes a command of what a side takes along: whose it is, how the map is seen, and what is made of it.
preparing = taking(MAP, SIDE, *SEEN, after=[IDS, FORM, OUTPUT])


class FailOn(StrEnum):
    """What makes ``gaps`` fail."""

    unanswered_crux = "unanswered-crux"


@preparing
def gaps(
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            metavar="unanswered-crux", help="Exit with 1 if the other side has an unanswered argument at a crux."
        ),
    ] = None,
    round_: Annotated[
        list[str] | None,
        typer.Option(
            "--round",
            metavar="FILE",
            help="Notes of a round (yaml, json), once for each: what came up and has no answer comes first.",
        ),
    ] = None,
) -> None:
    """Say what a side has no answer to, and which of its own claims have no source; what decides comes first."""


@preparing
def questions() -> None:
    """Give the open critical questions to the other side's arguments, for cross-examination; what decides first."""


@preparing
def blocks(
    notes: NotesOption = False,
) -> None:
    """Give a block for each argument of the other side: answers, what they will say to these, questions, sources."""


class BriefPages(StrEnum):
    """How many pages a brief has."""

    many = "many"
    one = "one"


@preparing
def brief(
    notes: NotesOption = False,
    pages: Annotated[
        BriefPages,
        typer.Option(
            metavar="HOW",
            help="many: all of it; one: one page with both sides, the voting issues and what may be given up.",
        ),
    ] = BriefPages.many,
) -> None:
    """Give what a side takes into a round: what decides, its case, the other's, free concessions, evidence."""


@taking(MAP, after=[*SEEN, IDS, FORM, OUTPUT])
def assumptions(
    side: Annotated[
        SideName | None,
        typer.Option(
            metavar="SIDE",
            case_sensitive=False,
            help=f"Whose assumptions, {SIDE_WORDS}; those of both sides unless given.",
        ),
    ] = None,
) -> None:
    """Check key assumptions: what is granted without source or argument, and what becomes of the verdict without it."""


@taking(MAP, *SEEN, after=[IDS, FORM, OUTPUT])
def overview() -> None:
    """Give the debate on one page: both sides, what decides, what each side lacks; in html and docx with a picture."""


class Disclosed(StrEnum):
    """For the terminal, for a page, or for print."""

    full = "full"
    markdown = "markdown"
    html = "html"
    docx = "docx"


DisclosedOption = Annotated[
    Disclosed | None,
    typer.Option(
        "--output-format",
        metavar="FORM",
        help=f"{', '.join(Disclosed)}; unless given, as the file's name says, else full, which is text.",
    ),
]


@taking(MAP, SIDE, after=[*SEEN, Shared("output_format", DisclosedOption, None), OUTPUT])
def disclose(
    whole: Annotated[
        bool, typer.Option("--full", help="Publish texts in full, not only their first and last words.")
    ] = False,
) -> None:
    """Give what a team publishes of its case: claims, cites in full, the first and last words of what is read."""


@taking(MAP, *SEEN_BY_ARGUMENTS, IDS, after=[Shared("output_format", MatrixOption, None), OUTPUT])
def ach() -> None:
    """Analyse competing hypotheses: the evidence against thesis and rivals, what tells them apart, what it hangs on."""
