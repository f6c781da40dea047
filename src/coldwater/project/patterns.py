"""Patterns of paths: those of settings, and the lists of ``.gitignore``, which mean what they mean to git.

``*`` and ``?`` stand for signs within a name, ``**`` for any number of folders. A pattern with a slash before its end
begins at the folder it is relative to, one without fits at any depth; with a slash at its end it is for folders only.
"""

from __future__ import annotations

import re

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_SPECIAL = frozenset("*?[\\")


class Wish(NamedTuple):
    """A line of an ignore list: whether it takes back what others ignore, is for folders only, and names by name."""

    takes_back: bool
    only_folders: bool
    names: tuple[str, ...]


def matches(pattern: str, path: str) -> bool:
    """Tell whether a pattern matches a path or a folder above it, both with slashes and relative to the same folder.

    >>> matches("drafts/", "maps/drafts/bridge.argmap.yaml"), matches("/drafts", "maps/drafts/bridge.argmap.yaml")
    (True, False)
    """
    wish = _wish(pattern)
    parts = path.split("/")
    return any(_fits(wish, parts[:length], length < len(parts)) for length in range(1, len(parts) + 1))


def read_ignore_list(text: str) -> tuple[Wish, ...]:
    """Read a ``.gitignore``; lines that are no pattern are passed over, as git does."""
    wishes = []
    for line in text.removeprefix("\ufeff").split("\n"):
        pattern = _without_blanks_behind(line.removesuffix("\r"))
        takes_back = pattern.startswith("!")
        pattern = pattern[takes_back:]
        if pattern.strip("/") and (takes_back or not pattern.startswith("#")):
            wishes.append(_wish(pattern)._replace(takes_back=takes_back))
    return tuple(wishes)


def is_ignored(wishes: Sequence[Wish], path: str, is_folder: bool) -> bool | None:
    """Tell what a list says of a path itself: the last line that fits decides; None if none does.

    Whoever walks through folders does not enter one that is ignored, so that nothing in it can be taken back.
    """
    parts = path.split("/")
    return next((not wish.takes_back for wish in reversed(wishes) if _fits(wish, parts, is_folder)), None)


def _wish(pattern: str) -> Wish:
    names = pattern.removesuffix("/").removeprefix("/").split("/")
    names = ["**" if len(name) > 2 and not name.strip("*") else name for name in names]
    is_rooted = "/" in pattern.removesuffix("/")
    return Wish(False, pattern.endswith("/"), tuple(names) if is_rooted else ("**", *names))


def _fits(wish: Wish, parts: Sequence[str], is_folder: bool) -> bool:
    return (is_folder or not wish.only_folders) and _match(wish.names, parts)


def _match(names: Sequence[str], parts: Sequence[str]) -> bool:
    """Match names against all parts of a path, going back to the last ``**`` where it fails."""
    name = part = 0
    retry: tuple[int, int] | None = None
    while part < len(parts):
        if name < len(names) and names[name] == "**":
            if name == len(names) - 1:
                return True
            name += 1
            retry = (name, part)
        elif name < len(names) and _names(names[name], parts[part]):
            name += 1
            part += 1
        elif retry is not None:
            name, part = retry[0], retry[1] + 1
            retry = (name, part)
        else:
            return False
    return name == len(names)


def _names(name: str, part: str) -> bool:
    if _SPECIAL.isdisjoint(name):
        return name == part
    from fnmatch import fnmatchcase  # noqa: PLC0415 - most settings hold no pattern with a star

    shell = _for_fnmatch(name)
    return shell is not None and fnmatchcase(part, shell)


def _for_fnmatch(name: str) -> str | None:
    r"""Spell a name of a pattern for :mod:`fnmatch`, which knows no escapes; None for one that matches nothing.

    >>> _for_fnmatch(r"a\*[^b]*")
    'a[*][!b]*'
    """
    tokens = re.compile(r"\\(.)|\[[!^]?\]?[^\]]*\]|([\[\\])|[^\\\[]+", re.DOTALL)
    spelt = []
    for match in tokens.finditer(name):
        if match[2]:
            return None
        if match[1]:
            spelt.append(f"[{match[1]}]" if match[1] in "*?[" else match[1])
        else:
            spelt.append(match[0].replace("[^", "[!", 1) if match[0][0] == "[" else match[0])
    return "".join(spelt)


def _without_blanks_behind(line: str) -> str:
    """Take blanks off the end, but not one behind a backslash."""
    bare = line.rstrip(" ")
    backslashes = len(bare) - len(bare.rstrip("\\"))
    return bare + " " if backslashes % 2 and bare != line else bare
