"""``coldwater tour``: a first quarter of an hour, step by step, on a small map in a folder of its own.

Each step says what it is about, shows a command, waits for Enter, and carries it out as if it had been typed.
"""

from __future__ import annotations

import os
import shlex
import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.calls import run_call
from coldwater.cli.output import say_error
from coldwater.cli.parsing import read_call
from coldwater.cli.prep.terminal import INTERRUPTED, Terminal
from coldwater.errors import ColdwaterError, UsageError
from coldwater.files import write_file
from coldwater.records import NamedTuple

MAP = "library.argmap.yaml"
#: The map that the tour begins with: two slips of the pen, and a claim that hangs on nothing.
TEXT = """\
argmap: 1
title: Should the library open on Sundays?
thesis: open-sundays            # the claim that the map is about

claims:
  open-sundays: The library should open on Sundays.
  at-work: Many people work whenever the library is open.
  no-way: Who works whenever it is open can never come.
  two-more: Two more people would have to be employed.
  no-money: The town has no money to employ anybody.
  volunteers: Volunteers offer to look after the library on Sundays.

arguments:
  no-other-day:
    title: No other day
    premises: [at-work, no-way]
    suports: open-sundays
  staff:
    title: Staff
    premises: [two-more, no-money]
    attacks: open-sunday
"""
#: Settings of the tour's own, so that those of a project around it do not count.
SETTINGS = "# The settings of this folder: none, so that those further up do not count here.\n"


class Step(NamedTuple):
    """A step: what it is called, what is said before its commands, the commands, and what is said after them."""

    title: str
    says: str
    commands: tuple[str, ...] = ()
    after: str = ""


STEPS = (
    Step(
        "Look",
        """
        An argument map is a text file. It has claims: statements that one can accept or reject. And it has arguments:
        steps from one or more claims, their premises, to what they support or attack. The claim that the map is about
        is the thesis.

        The map of this tour asks whether a library should open on Sundays. It is in library.argmap.yaml; open it in
        your editor, if you like. Two words in it are misspelt.
        """,
    ),
    Step(
        "Check",
        "A check reads the map as a compiler reads a program: what is wrong, where, and what to do about it.",
        ("coldwater check library.argmap.yaml",),
        "`coldwater rule CW103` says more about one of these: why it matters, a bad and a good example.",
    ),
    Step(
        "Mend",
        """
        What can be mended without a doubt is mended for you. An id that is only probably misspelt takes
        `--unsafe-fixes`; `--diff` shows first what would change.
        """,
        ("coldwater check library.argmap.yaml --fix --unsafe-fixes",),
        """
        What is left is no slip: nobody has said yet what the volunteers are an argument for. They answer the argument
        about staff. Its claims may be true; but if volunteers come, it does not follow that the library must stay
        closed. An argument that attacks the step of another one undercuts it.
        """,
    ),
    Step(
        "Argue a point",
        """
        Edits in a map's own words are called moves. Each says what it did to the verdict: whether the thesis is in (it
        stands), out (it falls) or undecided.
        """,
        ("coldwater add reason library.argmap.yaml volunteers --against staff --title Volunteers --id helpers",),
        "Before, one argument stood against one, so that the thesis was undecided. Now it stands.",
    ),
    Step(
        "Draw",
        "`show` draws the map as text, `render` as a picture for a page or for print.",
        ("coldwater show library.argmap.yaml", "coldwater render library.argmap.yaml --verdicts"),
        """
        Open one of the pictures. Green supports, red attacks, violet undercuts; the marks say what stands and what
        falls.
        """,
    ),
    Step(
        "Ask",
        "Why does the thesis stand? And what does that hang on? A crux is a claim without which it would turn.",
        ("coldwater explain library.argmap.yaml", "coldwater cruxes library.argmap.yaml"),
        """
        So whoever is against the thesis should ask about these claims first, and whoever is for it should have a source
        for them.
        """,
    ),
    Step(
        "Spar",
        """
        Before you defend a thesis in public, let the program argue against you. It says its arguments, and you answer:
        in words of your own or by a number. ? lists what the map would answer, pass gives in, q ends.
        """,
        ("coldwater prep spar library.argmap.yaml --side pro --points 1",),
        "What you say that the map lacks goes into a patch, which `coldwater apply` adds to the map.",
    ),
)
_AFTERWARDS = """
That was the tour. `coldwater init` writes a first map of your own, `coldwater help` lists the commands.

To go on: docs/format.md shows the format by example, docs/verdicts.md says what stands and why, docs/debate.md is about
preparing for a debate, docs/ci.md about maps in git.
"""


def run_tour(folder: str) -> int:
    """Go through the tour in a new folder, until its end, `q` or Ctrl-C."""
    if os.path.lexists(folder):
        raise UsageError(f"{folder} is there already; name another folder, or take it away to begin anew")
    os.makedirs(folder)
    for name, text in ((MAP, TEXT), ("coldwater.toml", SETTINGS)):
        write_file(os.path.join(folder, name), text.encode())
    here = os.getcwd()
    os.chdir(folder)
    try:
        _walk(Terminal(), folder)
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        return INTERRUPTED
    finally:
        os.chdir(here)
    return EXIT_CLEAN


def _walk(terminal: Terminal, folder: str) -> None:
    terminal.say(f"A tour of coldwater, in {len(STEPS)} steps, in the new folder {folder}.")
    terminal.say("Enter goes on, q ends.")
    for number, step in enumerate(STEPS, 1):
        terminal.say()
        terminal.say(f"{number}. {step.title}", "heading")
        _say(terminal, step.says)
        for command in step.commands:
            terminal.say()
            terminal.line(f"  $ {command}")
            if _is_over(terminal):
                return
            _carry_out(command)
        if step.after:
            terminal.say()
        _say(terminal, step.after)
        if not step.commands and _is_over(terminal):
            return
    terminal.say()
    _say(terminal, _AFTERWARDS)
    terminal.say(f"What you made is in {folder}; take the folder away when you have seen enough.")


def _say(terminal: Terminal, text: str) -> None:
    """Say paragraphs, which blank lines part."""
    for paragraph in text.split("\n\n") if text else ():
        terminal.say(" ".join(paragraph.split()))


def _is_over(terminal: Terminal) -> bool:
    """Wait for Enter; tell whether nobody wants to go on. Where nobody can press it, the tour goes on by itself."""
    line = terminal.ask("> ")
    if line is None:
        return sys.stdin.isatty()
    return line.casefold() in ("q", "quit")


def _carry_out(command: str) -> None:
    """Carry a command out as if it had been typed; what keeps it from being done is said, and the tour goes on."""
    sys.stdout.flush()
    try:
        run_call(read_call(shlex.split(command)[1:]))
    except ColdwaterError as error:
        say_error(error)
