"""``coldwater convert``: a map in the other spelling, YAML or JSON."""

from __future__ import annotations

import os
import sys

from coldwater import revise
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.given import given
from coldwater.cli.output import say
from coldwater.errors import UsageError
from coldwater.files import write_file
from coldwater.formats.native.document import spelling_of
from coldwater.printable import printable
from coldwater.report.counts import plural


def run_convert(source: str, target: str, to: str | None, force: bool, stdin_name: str) -> int:
    """Write the map ``source`` to ``target``; ``-`` is stdin or stdout. Never over a file unless told."""
    spelling = _target_spelling(target, to)
    if target != "-" and os.path.exists(target) and not force:
        raise UsageError(f"{target} is there already; --force writes over it")
    name, data = given(source, stdin_name)
    conversion = revise.convert(name, spelling, data=data)
    if target == "-":
        sys.stdout.buffer.write(conversion.data)
    else:
        write_file(target, conversion.data)
        sys.stdout.write(f"{printable(target)}\n")
    if conversion.comments_lost:
        say(f"{plural(conversion.comments_lost, 'comment')} of {printable(name)} not taken along: JSON has none")
    return EXIT_CLEAN


def _target_spelling(target: str, to: str | None) -> str:
    ending = spelling_of(target)
    if target == "-":
        if to is None:
            raise UsageError("say with --to what stdout is to hold: yaml or json")
        return to
    if ending is None:
        raise UsageError(f"{target}: the name must end in .yaml, .yml or .json")
    if to not in (None, ending):
        raise UsageError(f"{target}: the name says {ending}, --to says {to}")
    return ending
