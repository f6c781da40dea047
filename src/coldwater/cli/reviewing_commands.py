"""``coldwater diff``, ``gate``, ``review`` and the group ``git``, in typer's words: what a change does to a map."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater.cli.options import Maps
from coldwater.merging.markers import Markers

USUAL_MARKERS = Markers()


class DiffFormat(StrEnum):
    """For people, for a comment on a pull request, or for scripts."""

    full = "full"
    markdown = "markdown"
    json = "json"


class DifferenceAs(StrEnum):
    """The same, or as a picture."""

    full = "full"
    markdown = "markdown"
    json = "json"
    svg = "svg"
    html = "html"


class ConflictStyle(StrEnum):
    """How git shows conflicts: two states, or with what both come from between them."""

    merge = "merge"
    diff3 = "diff3"
    zdiff3 = "zdiff3"


def diff(
    maps: Maps = None,
    git: Annotated[
        list[str] | None,
        typer.Option("--git", metavar="REV", help="Compare maps with this revision; twice: one revision with another."),
    ] = None,
    output_format: Annotated[
        DifferenceAs,
        typer.Option(
            metavar="FORM",
            help=f"How to print the difference: {', '.join(DifferenceAs)} (svg: a picture of what changed, "
            "of one map; html: a page with it, of all).",
        ),
    ] = DifferenceAs.full,
    picture: Annotated[
        bool,
        typer.Option("--picture", help="In markdown, add a picture of what changed, drawn by GitHub and GitLab."),
    ] = False,
) -> None:
    """Say what changed in the argument between two maps or two revisions, and which verdicts that turned."""


def gate(  # noqa: PLR0913 - one parameter for each option
    base: Annotated[str, typer.Option(metavar="REV", help="The revision that the change is to be merged into.")],
    maps: Maps = None,
    allow_verdict_change: Annotated[
        bool, typer.Option("--allow-verdict-change", help="Let another verdict on the thesis pass.")
    ] = False,
    max_new_gaps: Annotated[
        int, typer.Option(min=0, metavar="N", help="Let so many new unanswered arguments on cruxes pass, in each map.")
    ] = 0,
    allow_hidden: Annotated[
        bool,
        typer.Option("--allow-hidden", help="Let pass what newly hides findings or maps from a check."),
    ] = False,
    output_format: Annotated[
        DiffFormat, typer.Option(metavar="FORM", help=f"How to print what was looked at: {', '.join(DiffFormat)}.")
    ] = DiffFormat.full,
) -> None:
    """Fail if a change turned the verdict, hit a crux unanswered, changed what a review rests on, or hid findings."""


def review(
    map_: Annotated[str, typer.Argument(metavar="MAP", help="A map file.")],
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID...", help="Arguments; all that nobody has looked at as they stand unless given."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who looked at them. Without it, print who did so far.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When: year-month-day (today unless given).")] = None,
) -> None:
    """Put down who looked at an argument; the check tells when what it rests on has changed since (CW209)."""


def git_install(
    uninstall: Annotated[bool, typer.Option("--uninstall", help="Take it back.")] = False,
) -> None:
    """Let `git diff` show what maps say, and `git merge` merge them by id, in the repository here."""


def git_textconv(file: Annotated[str, typer.Argument(metavar="FILE", help="A map file.")]) -> None:
    """Print a map for a diff: an entry a paragraph, a field a line. git calls this."""


def git_merge_driver(  # noqa: PLR0913 - one parameter for each option
    base: Annotated[str, typer.Argument(metavar="BASE", help="The state that both come from (%O).")],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="Our state, to be overwritten by the result (%A).")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their state (%B).")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the map (%P).")],
    marker_size: Annotated[
        int, typer.Option(min=1, metavar="N", help="Signs in a conflict marker (%L).")
    ] = USUAL_MARKERS.size,
    conflict_style: Annotated[
        ConflictStyle,
        typer.Option(
            metavar="STYLE", help=f"How conflicts are shown (merge.conflictStyle): {', '.join(ConflictStyle)}."
        ),
    ] = ConflictStyle.merge,
    base_label: Annotated[str, typer.Option(metavar="TEXT", help="What BASE is called (%S).")] = USUAL_MARKERS.base,
    ours_label: Annotated[str, typer.Option(metavar="TEXT", help="What OURS is called (%X).")] = USUAL_MARKERS.ours,
    theirs_label: Annotated[
        str, typer.Option(metavar="TEXT", help="What THEIRS is called (%Y).")
    ] = USUAL_MARKERS.theirs,
) -> None:
    """Merge two states of a map by id; exit with 1 if both changed one id. git calls this."""
