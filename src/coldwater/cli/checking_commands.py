"""``coldwater build`` and ``check``, in typer's words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater.cli import STDIN_NAME
from coldwater.cli.options import Maps, StdinName


class OutputFormat(StrEnum):
    """How ``check`` prints findings."""

    full = "full"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    junit = "junit"
    markdown = "markdown"


class Severity(StrEnum):
    """How bad a finding is."""

    error = "error"
    warning = "warning"
    info = "info"


def build(
    maps: Annotated[str | None, typer.Option("--maps", help="Folder of the maps (settings, or arguments).")] = None,
    renders: Annotated[
        str | None, typer.Option("--renders", help="Folder for the drawings (settings, or renders).")
    ] = None,
) -> None:
    """Check all maps of the project, then draw those without errors: the main job."""


def check(  # noqa: PLR0913 - one parameter for each option
    maps: Maps = None,
    output_format: Annotated[
        OutputFormat, typer.Option(metavar="FORM", help=f"How to print the findings: {', '.join(OutputFormat)}.")
    ] = OutputFormat.full,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write them to a file; - is stdout.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES", help="Only these rules: CW301, or CW3 for all of a kind; commas between several."
        ),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Not these rules.")] = None,
    error_on: Annotated[
        Severity | None, typer.Option(help="Exit with 1 for findings so severe or worse (settings, or error).")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Known findings, to be held back; unless given, coldwater-baseline.json."),
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Hold nothing back.")] = False,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write all that is found to the baseline.")
    ] = False,
    config: Annotated[
        str | None, typer.Option(metavar="FILE", help="Settings (coldwater.toml or pyproject.toml, here or above).")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Processes to share maps among (as many as there are processors)."),
    ] = None,
    source_text: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=PATH", help="Full text of a source, to verify quotes and fingerprints against."),
    ] = None,
    stdin_name: StdinName = STDIN_NAME,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, then check again.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also what may not be meant.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
) -> None:
    """Check maps like a compiler: structure, consistency, evidence, wording."""
