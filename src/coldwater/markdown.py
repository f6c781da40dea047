r"""Text that Markdown shows as it is: nothing in it becomes markup, a tag, a link, an image or a notice to somebody.

It knows no map. A backslash keeps a sign from being markup, but not GitHub and GitLab from finding mentions, issues,
addresses, commits or formulas: they look for these in the finished page, where the backslash is gone. They leave code
alone, so what they would take for more than words is set as code; copied from the page it is what was written.
"""

from __future__ import annotations

import re

from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: A word, as far as a link can reach: without the signs that end code or a cell, and without wide characters.
_WORD = re.compile("[^\\s`|\u2e80-\ud7af\uf900-\ufaff\uff00-\uffef]+")
#: What begins something live: addresses, mentions, numbers of issues and the like, names of pictures, commits.
_LIVE = re.compile(
    r"""
      :// | www\. | mailto: | xmpp:
    | @. | \#\w | (?<![a-z0-9])gh-\d
    | (?<!\w)[!&%~^]["\w]          # GitLab: a merge request, an epic, a milestone, a label, an alert
    | \$                           # a formula; of GitLab, a snippet
    | :(?:[+-]1|100|1234|(?=[0-9_+-]*[a-z])[a-z0-9_+-]+):
    | (?<![a-z0-9])(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,40}(?![a-z0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What may stand before a live sign and belongs to it: the name in an address, the repository of an issue.
_BEFORE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+/#@:&$~!^-")
_AROUND = "()[]{}<>\"'“”„‘’‚«»,;.!?…*_"
_CODE = re.compile("`([^`]+)`")
_MARKUP = re.compile(
    r"""[\\`*\[\]|~^\#]
    | (?<![^\W_])_|_(?![^\W_])     # within a word it is only itself
    | ==|%%                        # Obsidian: marked, and left out
    | <|&(?=\#?\w+;)""",
    re.VERBOSE,
)
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
#: What begins a list, a quotation, a rule or a heading underlined, where a line begins with it; or a command of GitLab.
_BEGINS_BLOCK = re.compile(r"[0-9]{1,9}(?=[.)])|(?=[-+=>/])")


def escaped(text: str) -> str:
    r"""Give a text on one line that Markdown shows as it is, in a paragraph or a cell of a table.

    >>> escaped("1 * 2, a_b: ask @you (see #12, https://example.org/?a=1).")
    '1 \\* 2, a_b: ask `@you` (see `#12`, `https://example.org/?a=1`).'
    >>> escaped("<b>x</b> [y](z) `c`")
    '&lt;b>x&lt;/b> \\[y\\](z) \\`c\\`'
    """
    return _written(_parts(printable(text)))


def escaped_prose(text: str) -> str:
    r"""Give a sentence of ours in the same way; what stands in backticks is an id or a command and becomes code.

    >>> escaped_prose("No argument uses `a|b` of @you.")
    'No argument uses `a`\\|`b` of `@you`.'
    """
    text = printable(text)
    parts: list[tuple[bool, str]] = []
    end = 0
    for match in _CODE.finditer(text):
        parts += [*_parts(text[end : match.start()]), (True, match[1])]
        end = match.end()
    return _written([*parts, *_parts(text[end:])])


def code(text: str) -> str:
    """Give a text as code, whatever signs are in it.

    >>> code("a"), code("a`b"), code("")
    ('`a`', '`` a`b ``', '')
    """
    return _written([(True, printable(text))])


def begun(shown: str) -> str:
    r"""Give an escaped text so that it begins no list, rule or heading where a line begins with it.

    >>> begun("12. May"), begun("- no"), begun("/close"), begun("-1 or 2")
    ('12\\. May', '\\- no', '\\/close', '\\-1 or 2')
    """
    shown = shown.lstrip(" ")
    match = _BEGINS_BLOCK.match(shown)
    return f"{shown[: match.end()]}\\{shown[match.end() :]}" if match else shown


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """Give the parts of a text, in order, and whether each is to be code."""
    end = 0
    for word in _WORD.finditer(text):
        found = _LIVE.search(word[0])
        if found is None:
            continue
        start, stop = _reach(word[0], found.start())
        yield False, text[end : word.start() + start]
        yield True, word[0][start:stop]
        end = word.start() + stop
    yield False, text[end:]


def _reach(word: str, live: int) -> tuple[int, int]:
    """Give from where to where in a word something live may reach, without brackets, quotes and stops around it."""
    start = live
    while start and word[start - 1] in _BEFORE:
        start -= 1
    stop = len(word.rstrip(_AROUND))
    return (start, stop) if stop > live else (start, len(word))


def _written(parts: Iterable[tuple[bool, str]]) -> str:
    """Write parts, code that meets code as one: two backticks side by side would be another sign."""
    written: list[str] = []
    run = ""
    for is_code, text in parts:
        if is_code:
            run += text
        elif text:
            written += [_span(run), _MARKUP.sub(_sign, text)]
            run = ""
    return "".join([*written, _span(run)])


def _sign(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0]) or "".join(f"\\{sign}" for sign in match[0])


def _span(text: str) -> str:
    """Write code. An upright stroke stays outside: within code it would end a cell of a table."""
    return "\\|".join(map(_one_span, text.split("|"))) if text else ""


def _one_span(text: str) -> str:
    if not text.strip(" "):
        return text
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if "`" in (text[0], text[-1]) or len(fence) > 1 or (text[0] == text[-1] == " ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
