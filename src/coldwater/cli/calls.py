"""Calls: a command and its values, as a command line means them, and the functions that carry them out.

Both readers of command lines, the plain one (:mod:`coldwater.cli.parsing`) and typer (:mod:`coldwater.cli.app`), give a
call. Which module a command needs is known here alone; it is loaded when the command is called, so that these modules
import what they use at their top.
"""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: What carries a command out, by the words that call it: a module of this room, and a function that takes the values of
#: the command by name and gives the exit code.
_RUNNERS = {
    "add claim": "moves.run_add_claim",
    "add premise": "moves.run_add_premise",
    "add reason": "moves.run_add_reason",
    "add rival": "moves.run_add_rival",
    "add source": "moves.run_add_source",
    "apply": "apply.run_apply",
    "build": "build.run_build",
    "check": "check.run_check",
    "cite": "moves.run_cite",
    "clear": "moves.run_clear",
    "convert": "convert.run_convert",
    "cruxes": "cruxes.run_cruxes",
    "diff": "diff.run_diff",
    "doctor": "doctor.run_doctor",
    "evaluate": "evaluate.run_evaluate",
    "explain": "evaluate.run_explain",
    "fmt": "fmt.run_fmt",
    "formats": "formats.run_formats",
    "gate": "gate.run_gate",
    "git install": "git.run_install",
    "git merge-driver": "merge_driver.run_merge_driver",
    "git textconv": "git.run_textconv",
    "help": "help.run_help",
    "init": "init.run_init",
    "join": "moves.run_join",
    "lsp": "lsp.run_lsp",
    "mcp": "mcp.run_mcp",
    "move": "moves.run_move",
    "positions": "positions.run_positions",
    "prep ach": "prep.material.run_ach",
    "prep assumptions": "prep.material.run_assumptions",
    "prep blocks": "prep.material.run_blocks",
    "prep brief": "prep.material.run_brief",
    "prep disclose": "prep.material.run_disclose",
    "prep drill": "prep.drill.run_drill",
    "prep flow": "prep.rounds.run_flow",
    "prep formats": "prep.rounds.run_formats",
    "prep gaps": "prep.material.run_gaps",
    "prep overview": "prep.material.run_overview",
    "prep plan": "prep.rounds.run_plan",
    "prep questions": "prep.material.run_questions",
    "prep spar": "prep.spar.run_spar",
    "rebut": "moves.run_rebut",
    "remove": "moves.run_remove",
    "rename": "rename.run_rename",
    "render": "render.run_render",
    "review": "review.run_review",
    "reword": "moves.run_reword",
    "rule": "rule.run_rule",
    "schema": "schema.run_schema",
    "scheme": "scheme.run_scheme",
    "serve": "serve.run_serve",
    "set": "moves.run_set",
    "show": "show.run_show",
    "split": "moves.run_split",
    "thesis": "moves.run_thesis",
    "tour": "tour.run_tour",
    "turn": "moves.run_turn",
    "undercut": "moves.run_undercut",
    "undo": "moves.run_undo",
    "version": "help.run_version",
}


class Call(NamedTuple):
    """A command by its words, such as ``prep gaps``, and a value for each of its parameters, by name.

    Values are plain: texts, numbers, truth values, None, and a tuple where a parameter may be given several times.
    """

    command: str
    values: Mapping[str, object]


def runner_of(command: str) -> Callable[..., int]:
    """Give the function that carries a command out; its module is loaded now."""
    path, _, name = _RUNNERS[command].rpartition(".")
    runner: Callable[..., int] = getattr(__import__(f"coldwater.cli.{path}", fromlist=(name,)), name)
    return runner


def run_call(call: Call) -> int:
    """Carry a call out and give the exit code."""
    return runner_of(call.command)(**call.values)
