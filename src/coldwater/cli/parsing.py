"""Reads a command line that is well formed, without typer, from the table that is made of what typer declares.

Whatever it is not sure of it leaves to typer: requests for help, mistakes, numbers spelt in rare ways. What it does
read it reads as typer does; a test holds the two against each other.
"""

from __future__ import annotations

from coldwater.cli._parameters import COMMANDS
from coldwater.cli.calls import Call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.cli._parameters import Parameter

#: More digits than any number has that an option takes.
_MOST_DIGITS = 15
#: What typer answers itself: after every command, and before any.
_FOR_HELP = ("-h", "--help", "--")
_AT_THE_TOP = ("-V", "--version", "--install-completion", "--show-completion")


class NotPlainError(Exception):
    """A command line that typer has to look at, and what about it: ``why`` in a word, the command, the word, the text.

    ``why``: help, command, option, needs-value, takes-none, value, missing or extra. ``word``: the option or command as
    it was written, or what the help calls an argument; ``text``: the value, or what stands where it would, or what is
    too much; ``parameter``: its row.
    """

    def __init__(
        self, why: str, command: str = "", word: str = "", text: str = "", parameter: Parameter | None = None
    ) -> None:
        super().__init__(why)
        self.why = why
        self.command = command
        self.word = word
        self.text = text
        self.parameter = parameter


def read_call(words: Sequence[str]) -> Call:
    """Give the call that a command line means. Raises NotPlainError where it is not plain; cost is linear."""
    if len(words) == 1 and words[0] in ("--version", "-V"):
        return Call("version", {})
    command, rest = _command(words)
    arguments, options = COMMANDS[command]
    values: dict[str, object] = {row[0]: row[2] for row in (*arguments, *options.values())}
    plain: list[str] = []
    queue = iter(rest)
    for word in queue:
        if word == "--":
            plain += queue
        elif word[:1] == "-" and word != "-":
            _take_option(command, word, queue, options, values)
        else:
            plain.append(word)
    _take_arguments(command, plain, arguments, values)
    for row in options.values():
        if row[4] and values[row[0]] is None:
            raise NotPlainError("missing", command, _word_of(row, options), parameter=row)
    return Call(command, values)


def _command(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Give the command, with its group before it, and the words that are left."""
    first = _name_at(words, 0, "")
    if first in COMMANDS and " " not in first:
        return first, words[1:]
    if not any(name.startswith(f"{first} ") for name in COMMANDS):
        raise NotPlainError("command", "", first)
    second = _name_at(words, 1, first)
    if f"{first} {second}" not in COMMANDS:
        raise NotPlainError("command", first, second)
    return f"{first} {second}", words[2:]


def _name_at(words: Sequence[str], place: int, group: str) -> str:
    """Give the word that is to name a command, or a group."""
    word = words[place] if len(words) > place else "--help"
    if word.startswith("-") and word != "-":
        raise _no_option(group, *_parted(word))
    return word


def _parted(word: str) -> tuple[str, str | None]:
    """Give an option and the value that is written in one word with it, if there is any."""
    if word.startswith("--"):
        name, equals, text = word.partition("=")
        return name, text if equals else None
    return word[:2], word[2:] or None


def _take_option(
    command: str, word: str, queue: Iterator[str], options: Mapping[str, Parameter], values: dict[str, object]
) -> None:
    """Put the value of an option where it belongs; the word after it is its value, whatever it looks like."""
    name, text = _parted(word)
    if name not in options:
        raise _no_option(command, name, text, next(queue, "") if text is None else text)
    row = options[name]
    if row[1] in ("flag", "off"):
        if text is not None:
            raise NotPlainError("takes-none", command, name, text, row)
        values[row[0]] = row[1] == "flag"
        return
    text = next(queue, None) if text is None else text
    if text is None:
        raise NotPlainError("needs-value", command, name, parameter=row)
    _put(command, name, text, row, values)


def _no_option(command: str, name: str, text: str | None, behind: str = "") -> NotPlainError:
    """Tell what is odd about an option that is none of a command's own: typer has some that ask for help.

    ``behind``: what may be meant as its value.
    """
    is_typers = name in _FOR_HELP or (not command and name in _AT_THE_TOP)
    if is_typers and name.startswith("--") and text is not None:
        return NotPlainError("takes-none", command, name, text)
    if name == "-h" and (more := (text or "").lstrip("h")):
        return NotPlainError("option", command, f"-{more[0]}")
    return NotPlainError("help" if is_typers else "option", command, name, "" if is_typers else behind)


def _take_arguments(
    command: str, plain: Sequence[str], arguments: Sequence[Parameter], values: dict[str, object]
) -> None:
    """Put words that are no options where they belong; a parameter that takes many is the last."""
    left = iter(plain)
    for row in arguments:
        for text in left:
            _put(command, row[6], text, row, values)
            if not row[3]:
                break
        else:
            if row[4] and not values[row[0]]:
                raise NotPlainError("missing", command, row[6], parameter=row)
    for text in left:
        raise NotPlainError("extra", command, text=text)


def _put(command: str, word: str, text: str, row: Parameter, values: dict[str, object]) -> None:
    name, kind, _, is_many, _, allowed, _ = row
    value: object = text
    if kind == "word":
        is_good = text in allowed
    elif kind in ("int", "float"):
        value = _number(kind, text)
        low, high = allowed
        is_good = value is not None and (low is None or low <= value) and (high is None or value <= high)
    else:
        is_good = True
    if not is_good:
        raise NotPlainError("value", command, word, text, row)
    values[name] = (*values[name], value) if is_many else value  # type: ignore[misc]


def _number(kind: str, text: str) -> float | None:
    """Read a number in digits, perhaps with a sign and a point; None for other spellings."""
    digits = text.removeprefix("-")
    if kind == "float":
        digits = digits.replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        return None
    return int(text) if kind == "int" else float(text)


def _word_of(row: Parameter, options: Mapping[str, Parameter]) -> str:
    """Give the long spelling of an option."""
    return max((word for word, one in options.items() if one is row), key=len)
