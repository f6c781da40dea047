"""Which files are maps: those named, and those in the folders named, without what git is told to ignore.

``.gitignore`` files are read here, not by git: they hold on every machine alike, in a tarball too, and no list of a
user's own has a say.
"""

from __future__ import annotations

import os

from coldwater.errors import UnreadableFileError, UsageError, reason_of
from coldwater.files import LEADS_OUT, leads_out, open_file
from coldwater.project.lookalikes import looks_like_map, proper_name
from coldwater.project.patterns import is_ignored, matches, read_ignore_list
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.project.patterns import Wish
    from coldwater.project.settings import Settings

    IgnoreList = tuple[Wish, ...]

#: File names that are taken for maps.
MAP_SUFFIXES = (".argmap.yaml", ".argmap.yml", ".argmap.json")
_IGNORE_FILE = ".gitignore"
#: How many files that look like maps an error names.
_MOST_NAMED = 5


def find_in(paths: Iterable[str], settings: Settings | None = None) -> tuple[list[str], list[str]]:
    """Give the map files among paths, and what looks like one in the folders: files stay as they are, ``-`` too.

    Links in the folders that lead out of the project are not followed; those named as a map are among what looks like
    one.

    Each file comes once: however a path is spelt, absolute, by a detour or through a link, what it leads to is one
    file; the first spelling stays. Raises what ``maps_below`` raises.
    """
    maps: dict[str, None] = {}
    lookalikes: dict[str, None] = {}
    for path in paths:
        if os.path.isdir(path):
            found = maps_below(path, settings)
            maps.update(dict.fromkeys(found[0]))
            lookalikes.update(dict.fromkeys(found[1]))
        else:
            maps[path] = None
    named = _each_once(maps)
    return named, _each_once([*named, *lookalikes])[len(named) :] if lookalikes else []


def maps_below(folder: str, settings: Settings | None = None) -> tuple[list[str], list[str]]:
    """Give the map files below a folder, and what looks like one, both sorted.

    What a ``.gitignore`` names is left out, also by those above the folder up to the root of the repository, and what
    the settings exclude; a folder that is named itself never is. Hidden folders and links to folders are not entered,
    and a link that leads out of the project is not followed: one that is named as a map is something that looks so.
    Raises UnreadableFileError for a folder that cannot be read, UsageError for one without maps.
    """
    walk = _Walk(folder, settings)
    maps = sorted(walk.maps())
    if not maps:
        raise UsageError(
            f"{folder}: no file named *.argmap.yaml or *.argmap.json in this folder{walk.left_out()}"
            f"{_what_looks_so(sorted(walk.lookalikes))}"
        )
    return maps, sorted(walk.lookalikes)


def _each_once(paths: Iterable[str]) -> list[str]:
    """Leave out the paths that lead to the same file as an earlier one. Hard links are files of their own."""
    listed = list(paths)
    if len(listed) == 1:
        return listed
    seen: dict[tuple[int, int], list[str]] = {}
    once = []
    for path in listed:
        try:
            status = os.stat(path)
        except (OSError, ValueError):  # nothing is there, or it is stdin
            once.append(path)
            continue
        others = seen.setdefault((status.st_dev, status.st_ino), [])
        if not others or os.path.realpath(path) not in map(os.path.realpath, others):
            others.append(path)
            once.append(path)
    return once


def _what_looks_so(lookalikes: Sequence[str]) -> str:
    """Name the files that look like maps, and say what to call the first; nothing if there are none."""
    if not lookalikes:
        return ""
    links = [path for path in lookalikes if path.endswith(MAP_SUFFIXES)]
    if links:
        return f"; {os.path.basename(links[0])}: {LEADS_OUT}"
    names = [f"`{os.path.basename(path)}`" for path in lookalikes]
    proper = os.path.basename(proper_name(lookalikes[0]))
    if len(names) == 1:
        return f"; {names[0]} looks like a map: name it `{proper}`"
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"; {', '.join(names[:_MOST_NAMED])}{more} look like maps: name the first `{proper}`, and the others alike"


class _Walk:
    """A walk through a folder, with the ignore lists that hold where it is."""

    def __init__(self, folder: str, settings: Settings | None) -> None:
        self._start = folder
        self._exclude = () if settings is None else settings.exclude
        self._root = "" if settings is None else settings.root
        self._project = ""
        self._skipped = 0
        self.lookalikes: list[str] = []

    def maps(self) -> Iterator[str]:
        """Give the paths of the maps; on the way, ``lookalikes`` gathers the files that look like one."""
        waiting = [_Place(self._start, *_lists_above(self._start), self._from_root())]
        while waiting:
            place = waiting.pop()
            files, folders, links = _entries(place.folder)
            if _IGNORE_FILE in files and _IGNORE_FILE not in links:  # git follows no link there either
                place = place._replace(lists=(*place.lists, _list_in(place.folder)), ways=(*place.ways, ""))
            for name in files:
                if name.endswith(MAP_SUFFIXES):
                    if self._leaves_out(place, name):
                        self._skipped += 1
                    elif name in links and self._leads_out(place, name):
                        self.lookalikes.append(os.path.join(place.folder, name))
                    else:
                        yield os.path.join(place.folder, name)
                elif name in links and self._leads_out(place, name):
                    continue
                elif looks_like_map(place.folder, name) and not self._leaves_out(place, name):
                    self.lookalikes.append(os.path.join(place.folder, name))
            waiting += [
                place.below(name)
                for name in folders
                if not name.startswith(".") and not self._leaves_out(place, name + "/")
            ]

    def left_out(self) -> str:
        """Say how many maps were left out, if any."""
        return f" ({self._skipped} left out by .gitignore or `exclude`)" if self._skipped else ""

    def _from_root(self) -> str | None:
        """Give the way from the root to where the walk begins; None if it leads nowhere or nobody asks."""
        if not self._exclude:
            return None
        from coldwater.project.search import below  # noqa: PLC0415 - seldom needed

        inside = below(self._root, os.path.join(self._start, "x"))
        return None if inside is None else inside[:-1]

    def _leads_out(self, place: _Place, name: str) -> bool:
        """Tell whether a link leads out of the project that the walk is in."""
        if not self._project:
            from coldwater.project.search import project_around  # noqa: PLC0415 - most folders hold no links

            self._project = project_around(self._start, self._root or None)
        return leads_out(os.path.join(place.folder, name), self._project)

    def _leaves_out(self, place: _Place, name: str) -> bool:
        """Tell whether a file is left out, or a folder, which has a slash behind it."""
        way = place.from_root
        is_excluded = way is not None and any(matches(pattern, way + name) for pattern in self._exclude)
        return is_excluded or ignores(place.lists, place.ways, name)


class _Place(NamedTuple):
    """A folder on the walk; the ignore lists that hold there, the way from each to here, and the way from the root."""

    folder: str
    lists: tuple[IgnoreList, ...]
    ways: tuple[str, ...]
    from_root: str | None

    def below(self, name: str) -> _Place:
        """Give a folder in this one."""
        way = None if self.from_root is None else f"{self.from_root}{name}/"
        ways = tuple(f"{one}{name}/" for one in self.ways)
        return _Place(os.path.join(self.folder, name), self.lists, ways, way)


def ignores(lists: Sequence[IgnoreList], ways: Sequence[str], name: str) -> bool:
    """Tell whether lists ignore what lies at the end of their ways: the nearest one that names it decides."""
    for spec, way in zip(reversed(lists), reversed(ways), strict=True):
        said = is_ignored(spec, way + name.removesuffix("/"), name.endswith("/"))
        if said is not None:
            return said
    return False


def _entries(folder: str) -> tuple[list[str], list[str], set[str]]:
    """Give the names of the files and of the folders in a folder, and which files are links.

    Links to folders are neither; a link that leads in circles is a file, for which reading it says so.
    """
    files: list[str] = []
    folders: list[str] = []
    links: set[str] = set()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.name)
                elif not entry.is_symlink():
                    files.append(entry.name)
                elif not os.path.isdir(entry.path):
                    files.append(entry.name)
                    links.add(entry.name)
    except OSError as error:
        raise UnreadableFileError(folder, reason_of(error)) from None
    return files, folders, links


def _lists_above(folder: str) -> tuple[tuple[IgnoreList, ...], tuple[str, ...]]:
    """Give the ignore lists above a folder, from its repository's root down, and the way from each.

    There are none for a folder that they ignore: whoever names it wants it.
    """
    from coldwater.project.search import repository_root  # noqa: PLC0415

    here = os.path.abspath(folder)
    top = repository_root(here)
    place = _Place(top or here, (), (), None)
    for name in os.path.relpath(here, place.folder).split(os.sep):
        if name == os.curdir:
            break
        list_here = os.path.join(place.folder, _IGNORE_FILE)
        if os.path.lexists(list_here) and not (os.path.islink(list_here) or os.path.isdir(list_here)):
            place = place._replace(lists=(*place.lists, _list_in(place.folder)), ways=(*place.ways, ""))
        if ignores(place.lists, place.ways, name + "/"):
            return (), ()
        place = place.below(name)
    return place.lists, place.ways


def _list_in(folder: str) -> IgnoreList:
    path = os.path.join(folder, _IGNORE_FILE)
    try:
        with open_file(path) as file:
            return read_ignore_list(file.read().decode("utf-8", "surrogateescape"))
    except OSError as error:
        raise UnreadableFileError(path, reason_of(error)) from None
