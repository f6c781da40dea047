"""The maps of a project now beside what they were at a commit: which there are, what was moved, what is left out now.

What counts is what was a map then or is one now. What settings say now cannot take out what was in then.
"""

from __future__ import annotations

import os

from coldwater import git
from coldwater.errors import ColdwaterError, ConfigurationError, GitError, UsageError
from coldwater.files import read_bytes
from coldwater.project.discovery import maps_below
from coldwater.project.loading import shown
from coldwater.project.search import below
from coldwater.project.settings import DEFAULT_PATHS
from coldwater.records import NamedTuple
from coldwater.review.moves import find_moves

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeVar

    from coldwater.history.earlier import Earlier, Past
    from coldwater.project.settings import Settings

    _Found = TypeVar("_Found")


class Pair(NamedTuple):
    """A map now and then: its path, or its last one if it is gone, and the path that it had, None if it is new.

    ``is_left_out``: a check of the project looked at it then, and does not now.
    """

    path: str
    old_path: str | None
    is_left_out: bool = False


class OverTime(NamedTuple):
    """The maps of a project now and then, by path, and the settings then.

    ``failed``: the paths of which nobody can say what was there, and why.
    """

    settings_then: Settings | None
    pairs: tuple[Pair, ...]
    failed: tuple[tuple[str, ColdwaterError], ...] = ()


def maps_over_time(paths: Sequence[str], past: Past, settings: Settings | None) -> OverTime:
    """Give the maps among paths, now and then; without paths, those of the project by its settings now and then.

    A map that is new and as good as one that is gone, anywhere in its repository, is that one moved.
    """
    then = settings_at(past, settings)
    failed: dict[str, ColdwaterError] = {}
    now = set(_each(paths or _paths_of(settings), lambda path: _now(path, past, settings), failed))
    was = set(_each(paths or _paths_of(then), lambda path: _then(path, past, then), failed))
    if paths or not now | was:
        _complain(paths or _paths_of(settings), now | was, settings, failed)
    every = sorted(now | was)
    old = dict(_each(every, lambda path: [(path, path if past.of(path).holds_file(path) else None)], failed))
    pairs = _paired(past, old, was - now)
    return OverTime(then, tuple(pairs), tuple(failed.items()))


def _paired(past: Past, old: Mapping[str, str | None], left_out: set[str]) -> Iterator[Pair]:
    """Pair what there is with what there was; ``old`` gives for each path whether it is that of a map that was."""
    come = [path for path, before in old.items() if before is None and os.path.exists(path)]
    moves = find_all_moves(past, come) if come else {}
    taken = set(map(os.path.realpath, moves.values()))
    for path, before in old.items():
        is_there = os.path.exists(path)
        if is_there or os.path.realpath(path) not in taken:
            yield Pair(path, moves.get(path, before), is_there and path in left_out)


def maps_between(paths: Sequence[str], then: Past, later: Past, settings: Settings | None) -> OverTime:
    """Give the maps among paths, or of the project, at two revisions; a map's path is that of the later one."""
    failed: dict[str, ColdwaterError] = {}
    every = paths or _paths_of(settings)
    found = set(
        _each(every, lambda path: [*then.maps_below(path, settings), *later.maps_below(path, settings)], failed)
    )
    found |= {path for path in every if path not in failed and os.path.isfile(path)}
    old = dict(_each(sorted(found), lambda path: [(path, then.of(path).data(path))], failed))
    new = dict(_each(sorted(found), lambda path: [(path, later.of(path).data(path))], failed))
    gone = {path: data for path, data in old.items() if data is not None and new.get(path) is None}
    come = {path: data for path, data in new.items() if data is not None and old.get(path) is None}
    moves = find_moves(gone, come)
    pairs = [
        Pair(path, moves.get(path, path if old[path] is not None else None))
        for path in old
        if path not in moves.values() and path not in failed
    ]
    return OverTime(settings, tuple(pairs), tuple(failed.items()))


def _each(
    paths: Iterable[str], find: Callable[[str], Iterable[_Found]], failed: dict[str, ColdwaterError]
) -> Iterator[_Found]:
    """Give what is found at each path; one of which nobody can say what is there does not stop the others."""
    for path in paths:
        if path not in failed:
            try:
                yield from find(path)
            except ColdwaterError as error:
                failed[path] = error


def _now(path: str, past: Past, settings: Settings | None) -> list[str]:
    """Give the maps at a path now; none for a folder that has come to hold none, or is gone."""
    if os.path.isdir(path):
        try:
            return maps_below(path, settings)[0]
        except UsageError:
            return []
    is_folder = not os.path.exists(path) and past.of(path).holds_folder(path)
    return [] if is_folder else [path]


def _then(path: str, past: Past, settings: Settings | None) -> list[str]:
    """Give the maps at a path then; a file that is named counts as it is."""
    if os.path.isdir(path) or not os.path.exists(path):
        return past.maps_below(path, settings)
    return [path]


def _complain(
    paths: Iterable[str], found: set[str], settings: Settings | None, failed: dict[str, ColdwaterError]
) -> None:
    """Say of each folder that holds maps neither now nor then what keeps it from it."""
    for path in paths:
        if path not in failed and os.path.isdir(path) and not any(_lies_in(path, one) for one in found):
            try:
                maps_below(path, settings)
            except ColdwaterError as error:
                failed[path] = error


def _lies_in(folder: str, path: str) -> bool:
    return below(folder, path) is not None


def find_all_moves(past: Past, come: Iterable[str]) -> dict[str, str]:
    """Give for files that are new the paths that they had, among the maps of their repository that are gone."""
    by_root: dict[str, tuple[Earlier, list[str]]] = {}
    for path in come:
        earlier = past.of(path)
        by_root.setdefault(earlier.root, (earlier, []))[1].append(path)
    moves: dict[str, str] = {}
    for earlier, paths in by_root.values():
        gone = {path: earlier.data(path) or b"" for path in earlier.maps() if not os.path.lexists(path)}
        moves.update(find_moves(gone, {path: read_bytes(path) for path in paths}) if gone else {})
    return {path: shown(old) for path, old in moves.items()}


def settings_at(past: Past, settings: Settings | None) -> Settings | None:
    """Give the settings of the project then; those of now where then they made no sense, or nobody can say."""
    start = os.getcwd() if settings is None else settings.root
    try:
        if git.root_of(start) != past.root:
            return settings
    except GitError:
        return settings
    try:
        return past.of(os.path.join(start, os.curdir)).settings(start)
    except ConfigurationError:
        return settings


def _paths_of(settings: Settings | None) -> list[str]:
    if settings is None:
        return list(DEFAULT_PATHS)
    return [shown(os.path.join(settings.root, path)) for path in settings.paths]
