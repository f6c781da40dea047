"""Arguments and options in typer's words that several commands take."""

from __future__ import annotations

import inspect
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from coldwater.cli import STDIN_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Command = Callable[..., None]


class Semantics(StrEnum):
    """Which ways to see the matter count, or how strengths add up."""

    grounded = "grounded"
    complete = "complete"
    preferred = "preferred"
    stable = "stable"
    df_quad = "df-quad"
    quadratic_energy = "quadratic-energy"
    euler = "euler"


class Standard(StrEnum):
    """How much must speak for a claim when something speaks against it."""

    scintilla = "scintilla"
    preponderance = "preponderance"
    clear_and_convincing = "clear-and-convincing"
    beyond_reasonable_doubt = "beyond-reasonable-doubt"
    dialectical_validity = "dialectical-validity"


class Weighing(StrEnum):
    """How strongly an argument speaks."""

    weakest_link = "weakest-link"
    last_link = "last-link"


class DataFormat(StrEnum):
    """For people, or for scripts."""

    full = "full"
    json = "json"


OneMap = Annotated[str, typer.Argument(metavar="MAP", help="A map file; - is stdin.")]
Maps = Annotated[list[str] | None, typer.Argument(metavar="MAP...", help="Map files or folders; - is stdin.")]
StdinName = Annotated[str, typer.Option(help="What to call stdin; its ending tells YAML or JSON.")]
#: The words stand in the help, not in the column of types: that would leave the help no room at 80 columns.
StandardOption = Annotated[
    Standard | None,
    typer.Option(
        metavar="NAME", help=f"Proof standard in place of the map's and the thesis' own: {', '.join(Standard)}."
    ),
]
WeighingOption = Annotated[
    Weighing | None,
    typer.Option(
        metavar="NAME",
        help="How strongly arguments speak, in place of the map's way: as their weakest link, or as the last "
        f"({', '.join(Weighing)}).",
    ),
]
SemanticsOption = Annotated[
    Semantics,
    typer.Option(
        metavar="NAME",
        help="Which ways to see the matter count (grounded, complete, preferred, stable), or how strengths add up to "
        "degrees (df-quad, quadratic-energy, euler).",
    ),
]
Reject = Annotated[
    list[str] | None,
    typer.Option("--reject", metavar="ID", help="Take this claim or argument to be out; may be given several times."),
]
Accept = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="ID", help="Take this claim to be granted; may be given several times."),
]
Strengths = Annotated[
    list[str] | None,
    typer.Option("--strength", metavar="ID=NUMBER", help="Take this argument to be so strong, from 0 to 1."),
]
TagOption = Annotated[
    list[str] | None,
    typer.Option(
        "--tag",
        metavar="TAG",
        help="Only what is of this tag or of one below it (`Traffic / Parking` is below `Traffic`); may be given "
        "several times.",
    ),
]
PositionOption = Annotated[
    str | None,
    typer.Option(
        "--position",
        metavar="ID",
        help="See the map as this position does: what it accepts stands, what it rejects is out.",
    ),
]
ThesisOption = Annotated[
    str | None,
    typer.Option("--thesis", metavar="ID", help="Ask about this thesis, where the map has several; else the first."),
]
DataOption = Annotated[DataFormat, typer.Option("--output-format", help="Text for people, or JSON.")]


class Shared(NamedTuple):
    """A parameter that several commands take: its name, what it is in typer's words, and its default, if it has one."""

    name: str
    annotation: Any
    default: Any = inspect.Parameter.empty


def taking(*before: Shared, after: Sequence[Shared] = ()) -> Callable[[Command], Command]:
    """Let a command take what others take as well, before and after what is its own."""

    def declared(command: Command) -> Command:
        own = inspect.signature(command, eval_str=True)  # typer takes a signature of our making as it is
        shared = {one.name: one.annotation for one in (*before, *after)}
        lead, rest = ([_parameter(one) for one in some] for some in (before, after))
        named = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own.parameters.values()]
        command.__signature__ = own.replace(parameters=[*lead, *named, *rest])  # type: ignore[attr-defined]
        command.__annotations__ |= shared
        return command

    return declared


def _parameter(shared: Shared) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY  # of these one without a default may come behind one that has one
    return inspect.Parameter(shared.name, kind, default=shared.default, annotation=shared.annotation)


ChangedMap = Annotated[str, typer.Argument(metavar="MAP", help="A map file; - goes from stdin to stdout.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change in the text.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing; say what the move would do.")]
#: What makes a command of a move: the map that it changes, and how.
changing = taking(
    Shared("map_", ChangedMap),
    after=[
        Shared("diff", Diff, False),
        Shared("dry_run", DryRun, False),
        Shared("output_format", DataOption, DataFormat.full),
        Shared("stdin_name", StdinName, STDIN_NAME),
    ],
)
