"""Whether YAML reads a text as it was typed, and in plain words what it does instead.

YAML is asked itself: the text is read alone, in the kind of place where it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.nodes import ScalarNode

from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_nodes import compose
from coldwater.formats.native.yaml_scalars import is_plain
from coldwater.formats.native.yaml_text import is_text

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Characters with which a text cannot begin, and what YAML takes them for.
_BEGINNINGS = {
    '"': '`"` begins a text in quotes that ends at the next one',
    "'": "`'` begins a text in quotes that ends at the next one",
    "[": "`[` begins a list",
    "]": "`]` ends a list",
    "{": "`{` begins a mapping",
    "}": "`}` ends a mapping",
    ",": "a comma parts the items of a list",
    "*": "`*` repeats something that was marked with `&`",
    "&": "`&` marks something to be repeated",
    "!": "`!` begins a tag",
    "%": "`%` begins a directive",
    "@": "`@` is reserved",
    "`": "a backtick is reserved",
    ">": "`>` begins a text on lines of its own",
    "|": "`|` begins a text on lines of its own",
    "-": "`-` and a blank begin an item of a list",
    "?": "`?` begins a key",
    ":": "a colon parts a key from its value",
    "#": "`#` begins a comment",
}
_HASH = re.compile(r"(?:^|[ \t])#(?=\S)(\S{0,12})")
#: A tag of YAML's own, and not an exclamation.
_TAG = re.compile(r"!!(?:str|int|float|bool|null|map|seq|set|omap|pairs|binary|timestamp|python/\S*)(?:\s|$)|!<")
_COLON = re.compile(r":(?=\s|$)")
_CURLY = re.compile("^[“”„‟«»‘’‚‹›]")
_QUOTE = "put it in quotes"


def reads_as_typed(lines: Sequence[str], typed: str, in_flow: bool, anchors: frozenset[str] = frozenset()) -> bool:
    """Tell whether YAML reads the lines of a value as the text that was typed, or as one that it repeats on purpose.

    ``anchors`` are the names that something in the file repeats: one of them before a text is no part of it.
    """
    if len(lines) == 1 and is_plain(typed, in_flow):
        return True
    if typed[:1] in "&*" and typed[1:].split(" ", maxsplit=1)[0].strip(",") in anchors:
        return True
    if typed[:1] == "!" and _TAG.match(typed):
        return True  # a tag, which the reader will say it does not read
    node = _read_alone(lines, in_flow)
    if not isinstance(node, ScalarNode):
        return False
    is_quoted = node.style in ("'", '"')
    return is_quoted or (node.style == "" and node.value == typed and "!" not in typed[:1])


def _read_alone(lines: Sequence[str], in_flow: bool) -> object:
    """Read lines as the one value of a mapping; None where YAML cannot."""
    inner = ("\n  ").join(lines)
    try:
        root = compose("{k: " + inner + "\n }" if in_flow else "k: " + inner + "\n")
    except RefusedError:
        return None
    pairs = root.value if root is not None and not isinstance(root, ScalarNode) else []
    is_one = len(pairs) == 1 and isinstance(pairs[0], tuple)
    return pairs[0][1] if is_one else None


def is_only_cut_at_hash(lines: Sequence[str], typed: str) -> bool:
    """Tell whether YAML reads a text in block style without complaint, but only up to a `#` after a blank."""
    if len(lines) != 1 or (match := _HASH.search(typed)) is None or match.start() == 0:
        return False
    node = _read_alone(lines, in_flow=False)
    kept = typed[: match.start()].rstrip()
    return isinstance(node, ScalarNode) and node.style == "" and node.value == kept and is_text(kept)


def what_happens(typed: str, in_flow: bool) -> str:
    """Say what YAML makes of a text that is not read as typed, and what to do."""
    if (match := _CURLY.match(typed)) is not None:
        return f"`{match[0]}` is no quotation mark to YAML, and {_cut(typed, in_flow)}; put straight quotes round it"
    if typed[:1] in _BEGINNINGS and _begins_badly(typed, in_flow):
        return f"this is read otherwise than it is written: {_BEGINNINGS[typed[0]]}; {_QUOTE}"
    return f"{_cut(typed, in_flow)}; {_QUOTE}"


def _begins_badly(typed: str, in_flow: bool) -> bool:
    return typed[0] not in "-?:" or in_flow or typed[1:2] in ("", " ", "\t")


def _cut(typed: str, in_flow: bool) -> str:
    """Say at which sign a text is cut: the first that YAML takes for something else."""
    found = [(match.start(), what) for pattern, what in _signs(in_flow) if (match := pattern.search(typed))]
    if not found:
        return "this text is not read as it is written"
    where, what = min(found)
    after = typed[where:].strip()[:20]
    return f"this text is cut at {what} (`{after}`)" if after else f"this text is cut at {what}"


def _signs(in_flow: bool) -> list[tuple[re.Pattern[str], str]]:
    signs = [(_COLON, "the colon"), (_HASH, "the `#`, which begins a comment after a blank")]
    if in_flow:
        signs += [(re.compile(","), "the comma"), (re.compile(r"[\[\]{}]"), "the bracket")]
    return signs
