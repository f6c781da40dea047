"""YAML text to libyaml's tree of nodes, bounded in depth and number; and what libyaml cannot read, in words.

It knows nodes and their marks only: what a node means is read in ``yaml_text``.
"""

from __future__ import annotations

import re

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.nodes import ScalarNode

from coldwater.findings import Place
from coldwater.formats.native import limits
from coldwater.formats.native.spots import SYNTAX, UNSAFE_INPUT, RefusedError, Spot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yaml.error import Mark
    from yaml.nodes import Node

#: The tag of a node that has none in the text.
NO_TAG = "?"
_UNREADABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
#: Line ends for libyaml, which reads YAML 1.1; plain characters in YAML 1.2 and for editors.
_OLD_BREAKS = "\x85\u2028\u2029"
#: What newer releases of libyaml say of their own bound, which its scanner may reach before a node is composed.
_LIBYAML_TOO_DEEP = "maximum nesting depth"
_HINTS = (
    ("mapping values are not allowed", '; a text with ": " in it must be quoted'),
    ("undefined alias", "; quote a text that begins with *"),
    ("another document", "; one file holds one map"),
    ("invalid Unicode character", "; write the whole character itself"),
)


class _TooMuchError(Exception):
    """Nodes are nested too deep, or there are too many; ``mark`` is where."""

    def __init__(self, what: str, mark: Mark) -> None:
        super().__init__(what)
        self.what = what
        self.mark = mark


class _Composer(CParser):
    """Composes nodes; gives untagged ones a mark of our own, and stops before the C stack would overflow."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        # Called for every node, which took a third of the time of composing: so they are as plain as can be.
        self.descend_resolver, self.ascend_resolver = _bounds()

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002 - the library's signature
        return NO_TAG


def _bounds() -> tuple[Callable[[Node | None, object], None], Callable[[], object]]:
    """Give what a composer calls before a node and after it; the first raises _TooMuchError."""
    above: list[None] = []
    count = 0
    deepest, most = limits.MAX_DEPTH + 1, limits.MAX_VALUES

    def descend(parent: Node | None, _: object) -> None:
        nonlocal count
        above.append(None)
        count += 1
        if parent is None or (len(above) <= deepest and count <= most):
            return
        what = too_deep() if len(above) > deepest else f"the file holds more than {most:,} keys and values"
        raise _TooMuchError(what, parent.start_mark)

    return descend, above.pop


def compose(text: str) -> Node | None:
    """Give the root node of a YAML text; None for a text without a document. Marks count characters of the text.

    Raises RefusedError where the text is no YAML, holds several documents, or is nested too deep or too large.
    """
    table = stand_ins(text)
    if not table:
        return _composed(text)
    root = _composed(text.translate(table))
    _put_back(root, {value: key for key, value in table.items()})
    return root


def too_deep() -> str:
    """Say that lists and mappings are nested too deep."""
    return f"lists and mappings are nested more than {limits.MAX_DEPTH} deep; a map needs six levels"


def _composed(text: str) -> Node | None:
    composer = None
    try:
        composer = _Composer(text)
        root: Node | None = composer.get_single_node()
    except _TooMuchError as error:
        place = _point(error.mark)
        raise RefusedError(Spot(UNSAFE_INPUT, place, error.what)) from None
    except YAMLError as error:
        raise RefusedError(_nesting_spot(text, error) or _syntax_spot(text, error)) from None
    finally:
        if composer is not None:
            composer.dispose()
    return root


def _nesting_spot(text: str, error: YAMLError) -> Spot | None:
    """Say where a text gets too deep that libyaml itself found too deep; None for any other error.

    Its own bound lies beyond ours, so that ours is found in the text before it.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None or _LIBYAML_TOO_DEEP not in str(getattr(error, "problem", None)):
        return None
    try:
        _composed(text[: mark.index])
    except RefusedError as refused:
        if refused.spot.rule == UNSAFE_INPUT:
            return refused.spot
    return Spot(UNSAFE_INPUT, _point(mark), too_deep())


def stand_ins(text: str) -> dict[int, int]:
    """Give a private-use character that the text does not hold for each old line break that it does."""
    if text.isascii():
        return {}
    old = [character for character in _OLD_BREAKS if character in text]
    free = (code for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    return {ord(character): code for character, code in zip(old, free, strict=False)}


def _put_back(root: Node | None, table: dict[int, int]) -> None:
    for node in scalars(root):
        node.value = node.value.translate(table)


def scalars(root: Node | None) -> Iterator[ScalarNode]:
    """Give all scalars of a tree of nodes, keys included, in no order; what is repeated comes once."""
    waiting = [] if root is None else [root]
    seen = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            yield node
        else:
            for item in node.value:
                waiting.extend(item if isinstance(item, tuple) else (item,))


# --- what cannot be read ----------------------------------------------------------------------------------------


def _point(mark: Mark) -> Place:
    return Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _syntax_spot(text: str, error: YAMLError) -> Spot:
    from coldwater.formats.native.lines import Lines  # noqa: PLC0415 - needed only when there is something to say

    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or "this is not YAML")
    if mark is None:
        return _unreadable_spot(text)
    rule = UNSAFE_INPUT if "invalid Unicode character" in problem else SYNTAX
    lines = Lines(text)
    end = len(text.rstrip())
    place = lines.point(end) if mark.index >= end else _point(mark)
    return Spot(rule, place, problem + _context(error) + _hint(problem, lines.line(mark.line + 1)))


def _context(error: YAMLError) -> str:
    """Say what was being read, and where that began."""
    context, mark = getattr(error, "context", None), getattr(error, "context_mark", None)
    if not context:
        return ""
    return f" ({context} that begins in line {mark.line + 1}, column {mark.column + 1})" if mark else f" ({context})"


def _unreadable_spot(text: str) -> Spot:
    from coldwater.formats.native.lines import Lines  # noqa: PLC0415

    match = re.search(_UNREADABLE, text)
    offset = match.start() if match else 0
    what = f"U+{ord(text[offset]):04X}" if match else "a character"
    message = f"{what} must not stand in YAML as it is; write it as an escape in double quotes, or take it out"
    return Spot(SYNTAX, Lines(text).point(offset), message)


def _hint(problem: str, line: str) -> str:
    if "cannot start any token" in problem:
        return "; indent with blanks, not with tabs" if "\t" in line else "; quote a text that begins with @ or `"
    return next((hint for words, hint in _HINTS if words in problem), "")
