"""What is wrong with a command line, in the words of all other errors, and the way out. It knows no typer."""

from __future__ import annotations

from coldwater.cli._parameters import COMMANDS
from coldwater.cli.option_meant import option_meant
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.cli._parameters import Parameter
    from coldwater.cli.parsing import NotPlainError

#: So much of a value is shown.
_SHOWN = 100


def complaint(odd: NotPlainError | None, said: str) -> str:
    """Give the message for a command line that typer refused.

    ``odd``: what was odd about it when it was read without typer; where that tells nothing, ``said`` is what typer
    says.
    """
    tell = _TOLD.get(odd.why) if odd is not None else None
    return tell(odd) if tell is not None and odd is not None else said


def _no_command(odd: NotPlainError) -> str:
    named = f"{odd.command} {odd.word}".strip()
    if f"prep {named}" in COMMANDS:
        return f"there is no command `{named}`; debate material is made by  coldwater prep {named}"
    start = f"{odd.command} " if odd.command else ""
    known = {name.removeprefix(start).split(" ")[0]: None for name in COMMANDS if name.startswith(start)}
    return f"there is no command `{named}`.{hint(odd.word, list(known))} {_way_out(odd)}"


def _no_option(odd: NotPlainError) -> str:
    if odd.command not in COMMANDS:
        return f"{_whole(odd)} has no option {odd.word}.{hint(odd.word, ['--help', '--version'])} {_way_out(odd)}"
    elsewhere = {name: _words_of(options) for name, (_, options) in COMMANDS.items()}
    own = {**elsewhere[odd.command], "--help": ()}
    return f"{_whole(odd)} has no option {odd.word}.{option_meant(odd.word, odd.text, own, elsewhere)} {_way_out(odd)}"


def _words_of(options: Mapping[str, Parameter]) -> dict[str, Sequence[str]]:
    """Give the words that each option takes, by its spellings; none where it takes any text, or nothing."""
    return {name: row[5] if row[1] == "word" else () for name, row in options.items()}


def _needs_value(odd: NotPlainError) -> str:
    metavar = odd.parameter[6] if odd.parameter else ""
    return f"{odd.word} needs a value: {odd.word} {metavar or _taken(odd.parameter)}"


def _takes_none(odd: NotPlainError) -> str:
    return f"{odd.word} takes no value; this is {_shown(odd.text)}"


def _bad_value(odd: NotPlainError) -> str:
    meant = hint(odd.text.lower(), odd.parameter[5]) if odd.parameter and odd.parameter[1] == "word" else ""
    return f"{odd.word} takes {_taken(odd.parameter)}; this is {_shown(odd.text)}.{meant}"


def _missing(odd: NotPlainError) -> str:
    is_option = odd.word.startswith("-") and odd.parameter is not None
    what = f"{odd.word} {odd.parameter[6] or _taken(odd.parameter)}" if is_option and odd.parameter else odd.word
    return f"{_whole(odd)} needs {what}. {_way_out(odd)}"


def _too_much(odd: NotPlainError) -> str:
    taken = " ".join(row[6] for row in COMMANDS[odd.command][0])
    return f"{_whole(odd)} takes {taken or 'options only'}; {_shown(odd.text)} is too much. {_way_out(odd)}"


def _no_name(odd: NotPlainError) -> str:
    return f"{_whole(odd)} needs the name of a command. {_way_out(odd)}"


_TOLD = {
    "help": _no_name,
    "command": _no_command,
    "option": _no_option,
    "needs-value": _needs_value,
    "takes-none": _takes_none,
    "value": _bad_value,
    "missing": _missing,
    "extra": _too_much,
}


def _whole(odd: NotPlainError) -> str:
    return f"`coldwater {odd.command}`" if odd.command else "coldwater"


def _way_out(odd: NotPlainError) -> str:
    if odd.why in ("command", "option", "help"):
        return f"`coldwater help{odd.command and ' '}{odd.command}` lists them."
    return f"`coldwater help {odd.command}` says what it takes."


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def _taken(parameter: Parameter | None) -> str:
    """Say in a few words what values a parameter takes."""
    if parameter is None or parameter[1] == "text":
        return "a text"
    kind, allowed = parameter[1], parameter[5]
    if kind == "word":
        return _either(allowed)
    low, high = allowed
    noun = "a whole number" if kind == "int" else "a number"
    if low is not None and high is not None:
        return f"{noun} from {low} to {high}"
    return noun if low is None else f"{noun}, {low} or more"


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
