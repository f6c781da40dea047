"""The commands. A command parses, calls one api function, prints and exits.

``main`` has two doors, since editors and hooks call commands all day and typer alone costs more than most of them. A
command line that is well formed is read by :mod:`coldwater.cli.parsing`; typer declares what there is, and is loaded
for help, for mistakes and for completion. Both give the same call, and :mod:`coldwater.cli.calls` carries it out.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_CLEAN, EXIT_FINDINGS, EXIT_FAILED = 0, 1, 2
#: What ``-`` is called in findings, and how stdin is spelt unless ``--stdin-name`` says so.
STDIN_NAME = "stdin.argmap.yaml"
_INTERRUPTED = 130
#: How many more objects there are before the collector looks for circles; Python has 700.
_BETWEEN_COLLECTIONS = 50_000
#: Set by shells that ask typer for completions.
_COMPLETION = "_COLDWATER_COMPLETE"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line and exit with its code: 0 clean, 1 findings, 2 could not do it."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _collect_seldom()
    _open_what_is_closed()
    try:
        code = _run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except BrokenPipeError:
        # The reader went away (such as `head`): that is no failure.
        _write_no_more()
        code = EXIT_CLEAN
    except OSError as error:
        if not _is_of_output(error):
            raise
        from coldwater.errors import reason_of  # noqa: PLC0415

        sys.stderr.write(f"coldwater: the output cannot be written: {reason_of(error)}\n")
        _write_no_more()
        code = EXIT_FAILED
    sys.exit(code)


def _collect_seldom() -> None:
    """Spare the garbage collector what a start makes, and at the end what the process is about to forget anyway.

    All modules that are loaded would be looked through several times, which takes a tenth of a check.
    """
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)


def _open_what_is_closed() -> None:
    """Take a stream that the caller has closed as one without an end: nothing comes in, and what goes out is gone.

    Python gives None for it, and the next file to be opened would take its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - it stays open to the end


def _is_of_output(error: BaseException) -> bool:
    """Tell whether writing to stdout failed, such as to a full disk: it names no file, unlike any other such error."""
    return isinstance(error, OSError) and error.filename is None


def _write_no_more() -> None:
    """Let what is still to be written go nowhere: Python flushes once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    from coldwater.errors import ColdwaterError  # noqa: PLC0415

    _speak_utf8()
    try:
        return _carry_out(given)
    except ColdwaterError as error:
        from coldwater.cli.output import say_error  # noqa: PLC0415

        say_error(error)
        return EXIT_FAILED
    except (KeyboardInterrupt, BrokenPipeError, SystemExit):
        raise
    except BaseException as error:
        if os.environ.get("COLDWATER_TRACEBACK") or _is_of_output(error):
            raise
        from coldwater.cli.output import say_defect  # noqa: PLC0415

        say_defect(error)
        return EXIT_FAILED


def _carry_out(given: list[str]) -> int:
    from coldwater.cli.calls import run_call  # noqa: PLC0415
    from coldwater.cli.parsing import NotPlainError, read_call  # noqa: PLC0415

    odd = None
    if _COMPLETION not in os.environ:
        try:
            call = read_call(given)
        except NotPlainError as error:
            odd = error
        else:
            return run_call(call)
    from coldwater.cli.app import run_app  # noqa: PLC0415 - typer costs more than most commands

    return run_app(given, odd)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what cannot be encoded is escaped, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
