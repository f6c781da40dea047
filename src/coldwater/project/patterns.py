"""Patterns of paths in settings: those of ``.gitignore`` that people use, without compiling anything.

``*`` and ``?`` stand for signs within a name, ``**`` for any number of folders. A pattern with a slash begins at the
root; one without matches at any depth. What matches a folder matches everything below it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def matches(pattern: str, path: str) -> bool:
    """Tell whether a pattern matches a path, both with forward slashes and relative to the same folder.

    >>> matches("drafts/", "maps/drafts/bridge.argmap.yaml"), matches("/drafts", "maps/drafts/bridge.argmap.yaml")
    (True, False)
    """
    only_folders = pattern.endswith("/")
    names = pattern.strip("/").split("/")
    if len(names) == 1 and not pattern.startswith("/"):
        names = ["**", *names]
    parts = path.split("/")
    lengths = range(1, len(parts) + (0 if only_folders else 1))
    return any(_match(names, parts[:length]) for length in lengths)


def _match(names: Sequence[str], parts: Sequence[str]) -> bool:
    """Match names against the parts of a path, going back to the last ``**`` where it fails."""
    name = part = 0
    retry: tuple[int, int] | None = None
    while part < len(parts):
        if name < len(names) and names[name] == "**":
            if name == len(names) - 1:
                return True
            retry = (name + 1, part)
            name += 1
        elif name < len(names) and _fits(names[name], parts[part]):
            name += 1
            part += 1
        elif retry is not None:
            name, part = retry[0], retry[1] + 1
            retry = (name, part)
        else:
            return False
    return name == len(names)


def _fits(name: str, part: str) -> bool:
    """Match a name with ``*`` and ``?`` against a part of a path, going back to the last ``*`` where it fails."""
    if "*" not in name and "?" not in name:
        return name == part
    sign = place = 0
    retry: tuple[int, int] | None = None
    while place < len(part):
        if sign < len(name) and name[sign] == "*":
            retry = (sign + 1, place)
            sign += 1
        elif sign < len(name) and name[sign] in ("?", part[place]):
            sign += 1
            place += 1
        elif retry is not None:
            sign, place = retry[0], retry[1] + 1
            retry = (sign, place)
        else:
            return False
    return not name[sign:].strip("*")
