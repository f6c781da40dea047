"""``coldwater convert``: a file in another format, with all that is lost on the way; or many, into a folder."""

from __future__ import annotations

import os
import sys

from coldwater import exchange
from coldwater.cli import EXIT_CLEAN, EXIT_FINDINGS
from coldwater.cli.given import given
from coldwater.cli.losses import losses_text, say_losses
from coldwater.cli.output import say, tell
from coldwater.errors import UsageError
from coldwater.files import write_file
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class ConvertOptions(NamedTuple):
    """What the command line asks of a conversion, beside paths."""

    source: str | None = None
    target: str | None = None
    thesis: str | None = None
    force: bool = False
    stdin_name: str = ""


def run_convert(  # noqa: PLR0913 - one parameter for each option
    files: Sequence[str],
    output: str | None,
    from_: str | None,
    to: str | None,
    strict: bool,
    thesis: str | None,
    losses: str | None,
    force: bool,
    jobs: int | None,
    stdin_name: str,
) -> int:
    """Convert IN to OUT, or with ``-o`` all that is named into a folder; ``-`` is stdin or stdout.

    Never over a file unless told. What is lost is said on stderr, or written to the file ``losses`` as JSON; with
    ``strict`` the exit code is 1 if anything is. One bad file does not end the rest; the exit code is 2 then.
    """
    options = ConvertOptions(from_, to, thesis, force, stdin_name)
    if output is not None:
        from coldwater.cli.convert_many import convert_all  # noqa: PLC0415 - most conversions are of one file

        return convert_all(files, output, options, strict, losses, jobs)
    if len(files) != 2:
        raise UsageError(_needs_two(files))
    if jobs is not None:
        raise UsageError("--jobs goes with -o DIR")
    source, target = files
    name, data = given(source, stdin_name)
    if os.path.isdir(target) or target.endswith(os.sep):
        raise UsageError(f"{target}: this is a folder; -o {target} puts files there, --to says in which format")
    word = exchange.target_of(target, to)
    if target != "-" and os.path.exists(target) and not force:
        raise UsageError(f"{target} is there already; --force writes over it")
    if target == losses == "-":
        raise UsageError("stdout can hold what is converted or the losses, not both")
    conversion = exchange.convert(name, word, source=from_, thesis=thesis, data=data)
    if target == "-":
        sys.stdout.buffer.write(conversion.data)
    else:
        write_file(target, conversion.data)
        (say if losses == "-" else tell)(target)
    say_losses(name, conversion)
    if losses is not None:
        write_losses(losses, losses_text(name, target, conversion))
    return EXIT_FINDINGS if strict and conversion.losses else EXIT_CLEAN


def write_losses(path: str, text: str) -> None:
    """Write what was lost to a file, or to stdout for ``-``."""
    if path == "-":
        sys.stdout.write(text)
    else:
        write_file(path, text.encode())


def _needs_two(files: Sequence[str]) -> str:
    if len(files) > 2 or (files and all(os.path.isdir(one) for one in files)):
        return "say with -o DIR where to put what comes of several files, and with --to in which format"
    return "say what to convert and where to write it: coldwater convert IN OUT; - is stdin or stdout"
