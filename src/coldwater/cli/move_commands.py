"""The moves in typer's words: each edits a map in its own terms, and says what it did to the verdict."""

from __future__ import annotations

from typing import Annotated

import typer

from coldwater.cli.options import changing
from coldwater.cli.writing_commands import Section

Wanted = Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; made from the words unless given.")]
Which = Annotated[
    Section | None,
    typer.Option(metavar="SECTION", help=f"Which entry, if several have this id: {', '.join(Section)}."),
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="Another field, as in a file; may be given several times."),
]
OneArgument = Annotated[str, typer.Argument(metavar="ARGUMENT", help="The id of the argument.")]
Node = Annotated[str, typer.Argument(metavar="ID", help="A claim or an argument.")]
Premise = "The id of a claim, or the words of a new one."


@changing
def add_claim(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The statement, as one sentence.")],
    id_: Wanted = None,
    set_: Fields = None,
) -> None:
    """Write down a new claim."""


@changing
def add_reason(  # noqa: PLR0913 - one parameter for each option
    premises: Annotated[list[str], typer.Argument(metavar="PREMISE...", help=Premise)],
    for_: Annotated[str | None, typer.Option("--for", metavar="ID", help="The claim or argument it supports.")] = None,
    against: Annotated[
        str | None, typer.Option(metavar="ID", help="The claim it attacks, or the argument it undercuts.")
    ] = None,
    each: Annotated[bool, typer.Option("--each", help="Each premise is a reason on its own.")] = False,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="Two to four words for the drawing.")] = None,
    id_: Wanted = None,
    set_: Fields = None,
) -> None:
    """Give a reason for or against a claim or a step: a new argument, with new or existing premises."""


@changing
def add_premise(
    id_: OneArgument,
    premise: Annotated[str, typer.Argument(metavar="PREMISE", help=Premise)],
) -> None:
    """Give an argument one more premise."""


@changing
def add_rival(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help=Premise)],
) -> None:
    """Name another answer to the question that the thesis answers."""


@changing
def add_source(
    title: Annotated[str, typer.Argument(metavar="TITLE", help="The title of the source.")],
    id_: Wanted = None,
    set_: Fields = None,
) -> None:
    """Write down a source."""


@changing
def cite(
    id_: Node,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The id of the source.")],
    locator: Annotated[str | None, typer.Option(metavar="WORDS", help="Where: a page, a section, `block 7`.")] = None,
    quote: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of it, unchanged.")] = None,
    set_: Fields = None,
) -> None:
    """Cite a source. Where its text is at hand, the quote is looked up there and a fingerprint made."""


@changing
def reword(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The entry.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words.")],
    section: Which = None,
) -> None:
    """Say a claim in other words; of an argument or a source the title, of a position the name."""


@changing
def set_(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The entry; `.` is the map itself.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The name of the field, as in a file.")],
    values: Annotated[list[str], typer.Argument(metavar="VALUE...", help="Its value; of a list all of them.")],
    section: Which = None,
) -> None:
    """Set a field of an entry, or of the map."""


@changing
def clear(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The entry; `.` is the map itself.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The name of the field, as in a file.")],
    section: Which = None,
) -> None:
    """Clear a field of an entry, or of the map."""


@changing
def turn(
    id_: OneArgument,
) -> None:
    """Turn an argument round: what supported attacks, what attacked supports."""


@changing
def move(
    id_: OneArgument,
    to: Annotated[str, typer.Argument(metavar="TARGET", help="The claim or argument it is to support or attack.")],
) -> None:
    """Direct an argument at another claim or argument."""


@changing
def undercut(
    id_: OneArgument,
    step: Annotated[
        str | None, typer.Argument(metavar="STEP", help="The argument to undercut, if there are several.")
    ] = None,
) -> None:
    """Let an argument that attacks a claim attack the step that leads to it, or from it."""


@changing
def rebut(
    id_: OneArgument,
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="A premise of the step; what it leads to unless given.")
    ] = None,
) -> None:
    """Let an argument that undercuts a step attack the claim that the step leads to, or one of its premises."""


@changing
def split(
    id_: Node,
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT...", help="Of a claim: what each of its parts says.")
    ] = None,
) -> None:
    """Split an argument, so that each premise is a reason on its own; or a claim, by the texts of its parts."""


@changing
def join(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Arguments, or claims; the first keeps its id.")],
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="Of claims: what the one is to say.")] = None,
) -> None:
    """Join arguments into one with all their premises, or claims that say the same into the first of them."""


@changing
def remove(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The entry.")],
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="ID", help="Take only the premise from this argument, or the source from this."),
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="ID", help="Hand the arguments for and against it to this one.")
    ] = None,
    section: Which = None,
) -> None:
    """Take out an entry with what hangs on it alone, a premise of an argument, or a source of what cites it."""


@changing
def thesis(
    ids: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="The claims that the map is about.")],
) -> None:
    """Say what the map is about: one claim, or several."""


@changing
def undo(
    answer: Annotated[str, typer.Argument(metavar="ANSWER", help="A file with the answer of a move, as JSON.")],
) -> None:
    """Take back a move by its answer, byte for byte, if nothing has changed since."""
