"""What is asked at the prompts of a bout and a drill; at each q ends, ? explains, pass gives in, Enter is the usual."""

from __future__ import annotations

from coldwater.prep.setting.page import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.cli.prep.terminal import Terminal
    from coldwater.prep.material.preparation import Preparation

_QUIT, _HELP, _PASS = ("q", "quit"), "?", "pass"


class OverError(Exception):
    """No more input comes, or the user wants to end; ``is_wanted``: by q, and not by the end of input."""

    def __init__(self, *, is_wanted: bool = False) -> None:
        super().__init__()
        self.is_wanted = is_wanted


class TakenBackError(Exception):
    """What was said is taken back."""


def asked(terminal: Terminal, question: str, help_: str) -> str:
    """Ask until something else than a call for help comes. Raises OverError where it is over."""
    while True:
        line = terminal.ask(question)
        if line is None:
            raise OverError
        if line.casefold() in _QUIT:
            raise OverError(is_wanted=True)
        if line != _HELP:
            return line
        terminal.say(help_)


def is_pass(line: str) -> bool:
    """Tell whether a line gives in."""
    return line.casefold() == _PASS


def agrees(terminal: Terminal, question: str) -> bool:
    """Ask whether something is so: Enter and y say yes, n and pass say no."""
    while True:
        word = asked(terminal, question, "Enter or y says yes, n or pass says no, q ends.").casefold()
        if word in ("", "y", "yes"):
            return True
        if word in ("n", "no", _PASS):
            return False


def asked_for_target(terminal: Terminal, prep: Preparation, challenge: int) -> int | None:
    """Ask what an answer in new words is directed at: None for the step, else the number of a claim.

    Raises TakenBackError for pass.
    """
    name = prep.names[challenge]
    if name in prep.graph.claims:
        return challenge
    premises = prep.graph.premises(name)
    numbers = [str(number) for number in range(1, len(premises) + 1)]
    for number, premise in zip(numbers, premises, strict=True):
        terminal.show([Item(prep.graph.claims[premise].text, f"{number}.", premise)])
    terminal.show([Item("even if all that holds, it does not lead there", "The step:")])
    choice = f"premise {' or '.join((', '.join(numbers[:-1]), numbers[-1])) if len(numbers) > 1 else '1'}"
    help_ = (
        "A number says which premise is wrong, Enter that the step does not hold; pass takes your words back, q ends."
    )
    while True:
        line = asked(terminal, f"Against {choice}, or the step? (Enter for the step) ", help_).casefold()
        if line == _PASS:
            raise TakenBackError
        if line in ("", "s", "step", "the step"):
            return None
        if line in numbers:
            return prep.numbers[premises[int(line) - 1]]
        terminal.say("The number of a premise, please, or Enter.")
