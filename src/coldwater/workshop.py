"""The maps that an assistant may work on: below one folder or in one file, never outside; and their versions.

A write names the version that it is meant for. One that is stale is refused, and what changed since is told, as far as
the texts that were handed out are remembered.
"""

from __future__ import annotations

import os

from coldwater import api
from coldwater.changes import Change
from coldwater.editing.moves.undoing import undo_of, version_of
from coldwater.errors import UsageError
from coldwater.files import Together, leads_out, read_side_file, replace_file
from coldwater.moves import seen, text_of
from coldwater.project.loading import find_settings
from coldwater.project.search import BASELINE_FILE
from coldwater.records import NamedTuple
from coldwater.report.move_answer import answer_lines, answer_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from coldwater.project.settings import Settings
    from coldwater.report.move_answer import Seen

#: How many texts of a map are remembered, so that what changed since can be told and taken back.
_REMEMBERED = 500
#: How many bytes these have at most; the last one is remembered whatever it has.
_MOST_BYTES = 32 * 1024 * 1024
_ENDINGS = (".argmap.yaml", ".argmap.yml", ".argmap.json")


class Held(NamedTuple):
    """A map as it is now: its name within the workshop, its path, its bytes, its text, its spelling, its version."""

    name: str
    path: str
    data: bytes
    text: str
    spelling: str
    version: str


class Written(NamedTuple):
    """A write to a map: its version before and after, the changes of files that went with it, the ids it renamed."""

    before: str
    after: str
    beside: Sequence[Change]
    renamed: Mapping[tuple[str, str], str]


class StaleError(UsageError):
    """A write is meant for a version that the map has no more."""


class NoSuchMapError(UsageError):
    """What was named is no map that may be worked on here, or none was named where there are several."""


class TakenError(UsageError):
    """A map that is to be made is there already."""


class WriteUnknownError(UsageError):
    """No write is known that could be taken back."""


class UnwantedError(UsageError):
    """A write that was cancelled before it began: nothing was written."""


class Workshop:
    """One map file, or a folder with maps."""

    def __init__(self, path: str) -> None:
        """Take a map file or a folder. Raises UsageError for what is neither."""
        self._only = None if os.path.isdir(path) else os.path.basename(path)
        self.root = os.path.realpath(path if self._only is None else os.path.dirname(path) or ".")
        if self._only is not None and not os.path.isfile(path):
            raise UsageError(f"{path}: there is no such file or folder; name a map, or a folder with maps")
        #: Whether what is being done is still wanted: asked right before anything is written.
        self.is_wanted: Callable[[], bool] = lambda: True
        self._texts: dict[tuple[str, str], bytes] = {}
        self._written: dict[str, list[Written]] = {}

    @property
    def is_of_one(self) -> bool:
        """Tell whether it is one map file and no folder."""
        return self._only is not None

    def settings(self) -> Settings | None:
        """Give the settings of the project around the maps."""
        return find_settings(self.root)

    def baseline(self) -> str | None:
        """Give the path of the project's baseline, if it lies within the workshop: nothing else is written."""
        settings = self.settings()
        named = BASELINE_FILE if settings is None else settings.baseline or BASELINE_FILE
        path = os.path.join(self.root if settings is None else settings.root, named)
        return path if os.path.isfile(path) and not leads_out(path, self.root) else None

    def names(self) -> list[str]:
        """Give the names of the maps, from the root."""
        if self._only is not None:
            return [self._only]
        try:
            found = api.look_for_maps([self.root], self.settings())[0]
        except UsageError:  # there are none yet
            return []
        return sorted(os.path.relpath(path, self.root).replace(os.sep, "/") for path in found)

    def path_of(self, name: str | None) -> tuple[str, str]:
        """Give the name and the path of a map; the only one where none is named. Raises UsageError for one outside."""
        if name is None:
            names = self.names()
            if len(names) != 1:
                listed = ", ".join(names[:20]) or "none yet; `create` makes one"
                raise NoSuchMapError(f"say by `map` which map is meant; there are: {listed}")
            name = names[0]
        if "\0" in name or len(name) > 500:
            raise NoSuchMapError("this is no name of a map")
        if not name.lower().endswith(_ENDINGS):  # the first part of a name is enough where there is such a map
            known = (f"{name}{ending}" for ending in _ENDINGS)
            name = next((one for one in known if os.path.isfile(os.path.join(self.root, one))), name)
        path = os.path.normpath(os.path.join(self.root, name))
        if os.path.isabs(name) or leads_out(path, self.root) or (self._only is not None and name != self._only):
            raise NoSuchMapError(f"`{name[:200]}` lies outside of what this server was started with")
        if not name.lower().endswith(_ENDINGS):
            raise NoSuchMapError(f"`{name[:200]}`: the name of a map ends in .argmap.yaml or .argmap.json")
        return name, path

    def held(self, name: str | None) -> Held:
        """Read a map as it is now, and remember its text."""
        short, path = self.path_of(name)
        if not os.path.lexists(path):
            raise NoSuchMapError(f"there is no map `{short[:200]}`")
        data = api.map_bytes(path)
        text, spelling = text_of(path, data)
        version = version_of(text)
        self.remember(path, version, data)
        return Held(short, path, data, text, spelling, version)

    def held_for(self, name: str | None, version: str | None) -> Held:
        """Read a map to write it. Raises StaleError, with what changed since, where it has another version by now."""
        held = self.held(name)
        if version is None:
            raise UsageError(f"a write needs the `version` of the map that it is meant for; it is {held.version} now")
        if version != held.version:
            raise StaleError(
                f"the map has changed: its version is {held.version}, not {version}; nothing was written. "
                f"{self._since(held, version)}"
            )
        return held

    def _since(self, held: Held, version: str) -> str:
        before = self.known(held.path, version)
        if before is None:
            return "What changed since is not known here; look at it with `show`."
        told = answer_of(self.seen(held.path, before), self.seen(held.path, held.data), {}, {}, held.version)
        return "\n".join(["Changed since then:", *answer_lines(told)])

    def write(
        self,
        held: Held,
        new: bytes,
        beside: Sequence[Change] = (),
        *,
        renamed: Mapping[tuple[str, str], str] | None = None,
        takes_back: bool = False,
    ) -> str:
        """Write a map that was read, whole or not at all, and give its version. Raises UnreadableFileError if stale.

        ``beside``: changes of files that go with it; ``renamed``: the ids that are others then. ``takes_back``: this
        takes back the last write, which is one no more. Raises UnwantedError where nobody wants it any more.
        """
        with Together():
            self._refuse_unwanted()
            for one in (Change(held.path, held.data, new), *beside):
                if one.is_needed:
                    replace_file(one.path, one.old, one.new)
        text, _ = text_of(held.path, new)
        version = version_of(text)
        self.remember(held.path, version, new)
        written = self._written.setdefault(held.path, [])
        if takes_back:
            del written[self._last(held) :]
        else:
            written.append(Written(held.version, version, beside, renamed or {}))
            del written[:-_REMEMBERED]
        return version

    def create(self, name: str, text: str) -> Held:
        """Write a new map. Raises UsageError where there is one of this name, or only one map may be worked on."""
        if self._only is not None:
            raise NoSuchMapError("this server was started with one map; start it with a folder to make others")
        _, path = self.path_of(name)
        if os.path.lexists(path):
            raise TakenError(f"there is a `{name}` already; nothing was written over it")
        if not os.path.isdir(os.path.dirname(path)):
            raise NoSuchMapError(f"there is no folder for `{name}`")
        self._refuse_unwanted()
        replace_file(path, None, text.encode())
        return self.held(name)

    def undo(self, held: Held) -> tuple[Mapping[str, Any], list[Change]]:
        """Give the move that takes back the last write to a map here, and what takes back what was written beside it.

        Where somebody else has changed a file beside it since, the move itself says which ids that has to follow.
        Raises UsageError where no write is known.
        """
        at = self._last(held)
        last = None if at is None else self._written[held.path][at]
        data = None if last is None else self.known(held.path, last.before)
        if last is None or data is None:
            reason = "no write of this session led to this version, so that there is nothing to take back"
            raise WriteUnknownError(f"{reason}; what was written before is taken back by the moves that turn it round")
        before = text_of(held.path, data)[0]
        if all(os.path.isfile(one.path) and read_side_file(one.path) == one.new for one in last.beside):
            return undo_of(before, held.text), [Change(one.path, one.new, one.old) for one in last.beside]
        return undo_of(before, held.text, last.renamed), []

    def _last(self, held: Held) -> int | None:
        """Give which of the writes to a map led to what it is now; None if none did."""
        written = self._written.get(held.path, [])
        return next((at for at in range(len(written) - 1, -1, -1) if written[at].after == held.version), None)

    def seen(self, path: str, data: bytes) -> Seen:
        """Look at a state of a map."""
        return seen(path, data, settings=self.settings())

    def _refuse_unwanted(self) -> None:
        if not self.is_wanted():
            raise UnwantedError("this was cancelled before it was written; nothing was changed")

    def known(self, path: str, version: str) -> bytes | None:
        """Give the bytes of a map as it was in a version, as far as it is remembered."""
        return self._texts.get((path, version))

    def remember(self, path: str, version: str, data: bytes) -> None:
        """Remember the bytes of a state of a map; what was remembered first is forgotten where there is no room."""
        self._texts.pop((path, version), None)
        self._texts[path, version] = data
        mine = [key for key in self._texts if key[0] == path]
        room = _MOST_BYTES
        for number, key in enumerate(reversed(mine)):
            room -= len(self._texts[key])
            if number and (number >= _REMEMBERED or room < 0):
                del self._texts[key]
