"""The group ``coldwater prep`` with all its commands, in the order in which the help lists them."""

from __future__ import annotations

import typer

from coldwater.cli.command_class import Command
from coldwater.cli.prep.material_commands import ach, assumptions, blocks, brief, gaps, questions
from coldwater.cli.prep.practice_commands import drill, spar
from coldwater.cli.prep.rounds_commands import flow, formats, plan

prep = typer.Typer(
    name="prep",
    help="Debate material for one side of a map: what to answer, what to ask, what to say.",
    no_args_is_help=True,
)
for command in (gaps, questions, blocks, brief, assumptions, ach, flow, plan, formats, drill, spar):
    prep.command(cls=Command)(command)
