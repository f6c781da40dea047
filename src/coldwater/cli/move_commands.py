"""The moves in typer's words: each edits a map in its own terms, and says what it did to the verdict."""

from __future__ import annotations

from typing import Annotated

import typer

from coldwater.cli import STDIN_NAME
from coldwater.cli.options import DataFormat, DataOption, StdinName
from coldwater.cli.writing_commands import Section

#: What all moves take.
ChangedMap = Annotated[str, typer.Argument(metavar="MAP", help="A map file; - goes from stdin to stdout.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change in the text.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing; say what the move would do.")]
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


def add_claim(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The statement, as one sentence.")],
    id_: Wanted = None,
    set_: Fields = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Write down a new claim."""


def add_reason(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    premises: Annotated[list[str], typer.Argument(metavar="PREMISE...", help=Premise)],
    for_: Annotated[str | None, typer.Option("--for", metavar="ID", help="The claim or argument it supports.")] = None,
    against: Annotated[
        str | None, typer.Option(metavar="ID", help="The claim it attacks, or the argument it undercuts.")
    ] = None,
    each: Annotated[bool, typer.Option("--each", help="Each premise is a reason on its own.")] = False,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="Two to four words for the drawing.")] = None,
    id_: Wanted = None,
    set_: Fields = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Give a reason for or against a claim or a step: a new argument, with new or existing premises."""


def add_premise(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: OneArgument,
    premise: Annotated[str, typer.Argument(metavar="PREMISE", help=Premise)],
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Give an argument one more premise."""


def add_rival(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help=Premise)],
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Name another answer to the question that the thesis answers."""


def add_source(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="The title of the source.")],
    id_: Wanted = None,
    set_: Fields = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Write down a source."""


def cite(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: Node,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The id of the source.")],
    locator: Annotated[str | None, typer.Option(metavar="WORDS", help="Where: a page, a section, `block 7`.")] = None,
    quote: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of it, unchanged.")] = None,
    set_: Fields = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Cite a source. Where its text is at hand, the quote is looked up there and a fingerprint made."""


def reword(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The entry.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words.")],
    section: Which = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Say a claim in other words; of an argument or a source the title, of a position the name."""


def set_(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The entry; `.` is the map itself.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The name of the field, as in a file.")],
    values: Annotated[list[str], typer.Argument(metavar="VALUE...", help="Its value; of a list all of them.")],
    section: Which = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Set a field of an entry, or of the map."""


def clear(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The entry; `.` is the map itself.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The name of the field, as in a file.")],
    section: Which = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Clear a field of an entry, or of the map."""


def turn(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: OneArgument,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Turn an argument round: what supported attacks, what attacked supports."""


def move(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: OneArgument,
    to: Annotated[str, typer.Argument(metavar="TARGET", help="The claim or argument it is to support or attack.")],
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Direct an argument at another claim or argument."""


def undercut(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: OneArgument,
    step: Annotated[
        str | None, typer.Argument(metavar="STEP", help="The argument to undercut, if there are several.")
    ] = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Let an argument that attacks a claim attack the step that leads to it, or from it."""


def rebut(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: OneArgument,
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="A premise of the step; what it leads to unless given.")
    ] = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Let an argument that undercuts a step attack the claim that the step leads to, or one of its premises."""


def split(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: Node,
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT...", help="Of a claim: what each of its parts says.")
    ] = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Split an argument, so that each premise is a reason on its own; or a claim, by the texts of its parts."""


def join(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Arguments, or claims; the first keeps its id.")],
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="Of claims: what the one is to say.")] = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Join arguments into one with all their premises, or claims that say the same into the first of them."""


def remove(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The entry.")],
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="ID", help="Take only the premise from this argument, or the source from this."),
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="ID", help="Hand the arguments for and against it to this one.")
    ] = None,
    section: Which = None,
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Take out an entry with what hangs on it alone, a premise of an argument, or a source of what cites it."""


def thesis(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    ids: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="The claims that the map is about.")],
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Say what the map is about: one claim, or several."""


def undo(  # noqa: PLR0913 - one parameter for each option
    map_: ChangedMap,
    answer: Annotated[str, typer.Argument(metavar="ANSWER", help="A file with the answer of a move, as JSON.")],
    diff: Diff = False,
    dry_run: DryRun = False,
    output_format: DataOption = DataFormat.full,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Take back a move by its answer, byte for byte, if nothing has changed since."""
