"""Maps that take minutes wherever the cost of a step grows by the square of what it is given."""

from __future__ import annotations

import random

from work import ALL

_HEAD = "argmap: 1\ntitle: T\nthesis: c0\nshape: graph\nclaims:\n"
_SIZE = 20_000 if ALL else 10_000


def entangled(claims: int, arguments: int) -> str:
    """Give a map in which arguments go from anywhere to anywhere, for and against, always the same ones."""
    dice = random.Random(12)  # noqa: S311 - no secret
    text = _HEAD + "".join(f"  c{n}: {{text: Statement {n}., credence: 0.5}}\n" for n in range(claims))
    ends = (
        (dice.randrange(claims), dice.choice(["supports", "attacks"]), dice.randrange(claims)) for _ in range(arguments)
    )
    lines = (f"  a{n}: {{premises: [c{one}], {does}: c{other}}}\n" for n, (one, does, other) in enumerate(ends))
    return f"{text}arguments:\n{''.join(lines)}"


def every_line(line: str, broken: str = "", size: int = _SIZE) -> str:
    """Give a map with a line many times over, numbered; ``broken`` makes YAML refuse it."""
    return _HEAD + "".join(line.replace("N", str(n)) for n in range(size)) + broken


_BROKEN = "  b: [x\n"
_MARKS = "\u0301\u0323" * 8 * _SIZE
#: Texts that a reader must get through in time linear in them, by what they hold many of.
TEXTS = {
    "marks out of order in a text": _HEAD + "  c0: e" + _MARKS + "\n",
    "marks out of order in an id": _HEAD + "  e" + _MARKS + ": A.\n  c0: B.\n",
    "empty lines": _HEAD + "  c0: A.\n" + "\n" * 5 * _SIZE + _BROKEN,
    "lines of blanks": _HEAD + "  c0: A.\n" + "   \n" * 5 * _SIZE + _BROKEN,
    "beginnings of conflicts": _HEAD + "<<<<<<< a\n" * _SIZE,
    "conflicts": every_line("<<<<<<< a\n  cN: x\n=======\n  cN: y\n>>>>>>> b\n"),
    "quotes that stay open": every_line('  cN: "Unclosed text\n', size=_SIZE // 4),  # read anew for each fix
    "comments": every_line("  # cN: x\n", _BROKEN),
    "commas": _HEAD + "  c0: A.\narguments:\n  a: {premises: [" + "," * _SIZE + ", supports: c0}\n",
    "what cannot be seen": _HEAD + "\u200b" * _SIZE + "\n  c0: [x" + " \u200b" * _SIZE + "\n",
    "what cannot be seen in a word": _HEAD + "  c" + "\u200b" * _SIZE + "0: {text: x" + "\u200b" * _SIZE + "y}\n",
    "stairs": _HEAD + "".join(" " * (300 - n) + f"c{n}: x\n" for n in range(300)) + _BROKEN,
}  # fmt: skip


def all_contradict(count: int) -> str:
    """Give a map in which every claim contradicts all others, and each speaks for the thesis."""
    others = [", ".join(f"c{other}" for other in range(1, number)) for number in range(1, count)]
    claims = "".join(f"  c{n}: {{text: Statement {n}., contradicts: [{list_}]}}\n" for n, list_ in enumerate(others, 1))
    arguments = "".join(f"  a{n}: {{premises: [c{n}], supports: c0}}\n" for n in range(1, count))
    return f"{_HEAD}  c0: The thesis.\n{claims}arguments:\n{arguments}"


def one_text(length: int) -> str:
    """Give a map with one text of very many characters."""
    return f"{_HEAD}  c0: {'word ' * (length // 5)}\n"


def one_argument(count: int) -> str:
    """Give a map with an argument of very many premises."""
    names = [f"c{n}" for n in range(1, count + 1)]
    claims = "".join(f"  {name}: Statement {name}.\n" for name in names)
    return f"{_HEAD}  c0: A.\n{claims}arguments:\n  a: {{premises: [{', '.join(names)}], supports: c0}}\n"
