"""The files of a project as they were at a commit: maps in folders, settings, what lies beside a map.

What settings and ``.gitignore`` said then counts here, not what they say now: so it shows what a change leaves out.
"""

from __future__ import annotations

import os

from coldwater import git
from coldwater.beside import stamps_in
from coldwater.formats.native import document as native
from coldwater.project.discovery import MAP_SUFFIXES, ignores
from coldwater.project.loading import find_settings
from coldwater.project.patterns import matches, read_ignore_list
from coldwater.project.search import below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.git import Blob
    from coldwater.model.stamps import Stamp
    from coldwater.project.discovery import IgnoreList
    from coldwater.project.settings import Settings

_IGNORE_FILE = ".gitignore"


class Earlier:
    """A repository as it was at a commit. Paths are those of the file system, of files that need not be there now.

    What is asked raises GitError where git cannot say, and UnreadableFileError for a link that leads nowhere.
    """

    def __init__(self, root: str, commit: str | None) -> None:
        """Take the root of a working tree and a commit; None for a repository that was not there at all."""
        self.root = root
        self.blobs: dict[str, Blob] = {} if commit is None else git.blobs_at(root, commit)
        self._lists: dict[str, IgnoreList | None] = {}

    def data(self, path: str) -> bytes | None:
        """Give the bytes of a file; None if it was not there."""
        return git.bytes_of(self.root, self.blobs, git.inside(self.root, path))

    def holds_file(self, path: str) -> bool:
        """Tell whether there was a file, or a link."""
        return git.inside(self.root, path) in self.blobs

    def holds_folder(self, path: str) -> bool:
        """Tell whether there was a folder with a file in it."""
        way = git.inside(self.root, path)
        return any(name.startswith(f"{way}/") for name in self.blobs) if way else bool(self.blobs)

    def settings(self, folder: str) -> Settings | None:
        """Give the settings of the project around a folder. Raises ConfigurationError as ``find_settings`` does."""
        return find_settings(folder, lambda place, name: self.data(os.path.join(place, name)))

    def stamps(self, path: str) -> dict[str, Stamp]:
        """Give the review stamps beside a map. Raises UsageError for a file that holds something else."""
        sidecar = native.sidecar_of(path)
        return stamps_in(sidecar, self.data(sidecar))

    def maps(self) -> list[str]:
        """Give the paths of all files that are named as maps are, sorted, whatever is ignored."""
        return [os.path.join(self.root, name) for name in sorted(self.blobs) if name.endswith(MAP_SUFFIXES)]

    def maps_below(self, folder: str, settings: Settings | None) -> list[str]:
        """Give the maps below a folder, as ``coldwater.project.discovery.maps_below`` would have; or none."""
        way = git.inside(self.root, folder)
        start = f"{way}/" if way else ""
        names = (name.removeprefix(start) for name in sorted(self.blobs) if name.startswith(start))
        return [
            os.path.join(folder, name)
            for name in names
            if name.endswith(MAP_SUFFIXES) and not self._leaves_out(way, folder, name, settings)
        ]

    def holds_submodule(self, path: str) -> bool:
        """Tell whether another repository stood at a path."""
        blob = self.blobs.get(git.inside(self.root, path))
        return blob is not None and git.is_submodule(blob)

    def submodules_below(self, folder: str) -> list[str]:
        """Give the folders below a folder, or itself, that held another repository, sorted."""
        way = git.inside(self.root, folder)
        start = f"{way}/" if way else ""
        held = sorted(name for name, blob in self.blobs.items() if git.is_submodule(blob) and name.startswith(start))
        return [os.path.join(folder, name.removeprefix(start)) for name in held]

    def _leaves_out(self, start: str, folder: str, name: str, settings: Settings | None) -> bool:
        """Tell whether a file below a folder was left out: hidden, excluded by settings, or ignored."""
        if any(part.startswith(".") for part in name.split("/")[:-1]):
            return True
        if settings is not None and settings.exclude:
            way = below(settings.root, os.path.join(folder, name))
            if way is not None and any(matches(pattern, way) for pattern in settings.exclude):
                return True
        return self._is_ignored([part for part in start.split("/") if part], name.split("/"))

    def _is_ignored(self, above: list[str], parts: list[str]) -> bool:
        """Walk down from the root, with the lists that hold on the way.

        A folder that is named itself never is ignored, and the lists that ignore it have no say below it.
        """
        every = [*above, *parts]
        lists: list[IgnoreList] = []
        ways: list[str] = []
        for depth, part in enumerate(every):
            if (found := self._list_in("/".join(every[:depth]))) is not None:
                lists.append(found)
                ways.append("")
            is_folder = depth < len(every) - 1
            if ignores(lists, ways, f"{part}/" if is_folder else part):
                if depth >= len(above):
                    return True
                lists, ways = [], []
            ways = [f"{way}{part}/" for way in ways]
        return False

    def _list_in(self, folder: str) -> IgnoreList | None:
        if folder not in self._lists:
            path = f"{folder}/{_IGNORE_FILE}" if folder else _IGNORE_FILE
            data = git.bytes_of(self.root, self.blobs, path) if path in self.blobs else None
            text = None if data is None else data.decode("utf-8", "surrogateescape")
            self._lists[folder] = None if text is None else read_ignore_list(text)
        return self._lists[folder]


class Past:
    """What the repositories of some paths were at a revision; each is asked for its own, once.

    ``root``: the one that the revision is asked of; ``since``: the commit of it that is compared with, or None where
    the branch has none in common with the revision, so that its tip is.
    """

    def __init__(self, revision: str, first: str, from_branch_point: bool) -> None:
        """Take a revision, one of the paths, and whether to look at where the branch left it, or at itself.

        Raises UsageError where the repository of the path knows no such revision, GitError.
        """
        self.revision = revision
        self.root = _outermost(git.root_of(first))
        self._from_branch_point = from_branch_point
        self._roots: dict[str, str] = {}
        self._heads: dict[str, Earlier] = {}
        self.since = git.branch_point(self.root, revision) if from_branch_point else None
        self._known = {self.root: Earlier(self.root, self.since or git.commit_of(self.root, revision))}

    def of(self, path: str) -> Earlier:
        """Give the repository that a path lies in, as it was. Raises what making it known raises."""
        folder = path if os.path.isdir(path) else os.path.dirname(path) or os.curdir
        if folder not in self._roots:
            self._roots[folder] = git.root_of(folder)
        return self._at(self._roots[folder])

    def _at(self, root: str) -> Earlier:
        if root not in self._known:
            self._known[root] = Earlier(root, self._commit_in(root))
        return self._known[root]

    def _commit_in(self, root: str) -> str | None:
        """Give the commit of another repository: of a submodule what its superproject had, None if it had none."""
        above = git.superproject_of(root)
        if above is None:
            point = git.branch_point(root, self.revision) if self._from_branch_point else None
            return point or git.commit_of(root, self.revision)
        blob = self._at(above).blobs.get(git.inside(above, root))
        return blob.name if blob is not None and git.is_submodule(blob) else None

    def maps_below(self, folder: str, settings: Settings | None) -> list[str]:
        """Give the maps that there were below a folder, those of submodules too; a file stands for itself.

        A submodule that is gone, or has changed and is not checked out, stands for the maps that nobody can look up.
        """
        earlier = self.of(folder)
        if earlier.holds_file(folder):
            return [folder]
        found = earlier.maps_below(folder, settings)
        for inner in earlier.submodules_below(folder):
            is_out = os.path.lexists(os.path.join(inner, ".git"))
            found += self.maps_below(inner, settings) if is_out else [inner] if self._has_changed(inner) else []
        return found

    def _has_changed(self, submodule: str) -> bool:
        """Tell whether a submodule that is not checked out is another one than it was, or gone."""
        earlier = self.of(submodule)
        if earlier.root not in self._heads:
            self._heads[earlier.root] = Earlier(earlier.root, git.commit_of(earlier.root, "HEAD"))
        way = git.inside(earlier.root, submodule)
        return not os.path.isdir(submodule) or earlier.blobs.get(way) != self._heads[earlier.root].blobs.get(way)


def _outermost(root: str) -> str:
    """Give the repository to ask for a revision: that of which this is a submodule, if one stands in it."""
    here, outer = os.path.realpath(os.curdir), root
    while os.path.commonpath([here, os.path.realpath(outer)]) != os.path.realpath(outer):
        above = git.superproject_of(outer)
        if above is None:
            return root
        outer = above
    return outer
