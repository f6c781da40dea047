"""``coldwater rule``: the manual page of a rule."""

from __future__ import annotations

import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import PLAIN_WIDTH, columns
from coldwater.errors import UsageError
from coldwater.rules import RULES
from coldwater.rules.manual import rule_text
from coldwater.suggest import closest


def run_rule(code: str | None, all_: bool) -> int:
    """Print one rule, all of them, or the list."""
    width = min(columns(), PLAIN_WIDTH)
    if all_:
        sys.stdout.write("\n\n".join(rule_text(rule.CODE, width).rstrip("\n") for rule in RULES) + "\n")
    elif code is None:
        sys.stdout.write("".join(f"{rule.CODE}  {rule.SEVERITY:<8} {rule.NAME}\n" for rule in RULES))
    else:
        sys.stdout.write(rule_text(_code(code), width).rstrip("\n") + "\n")
    return EXIT_CLEAN


def _code(wanted: str) -> str:
    for rule in RULES:
        if wanted.lower() in (rule.CODE.lower(), rule.NAME):
            return str(rule.CODE)
    names = [name for rule in RULES for name in (rule.CODE, rule.NAME)]
    meant = closest(wanted, names) or closest(wanted.upper(), names)
    hint = f"Did you mean {meant}?" if meant else "`coldwater rule` lists them."
    raise UsageError(f"there is no rule {wanted}. {hint}")
