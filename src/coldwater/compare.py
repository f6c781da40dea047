"""The verbs that compare: two states of a map, and maps now with what they were at a revision of their repository."""

from __future__ import annotations

import os

from coldwater import api
from coldwater.errors import ColdwaterError, UnreadableFileError, UnusableMapError, UsageError
from coldwater.judge import refuse_unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import overload

    from typing_extensions import TypeIs

    from coldwater.files import AnyPath
    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.project.settings import Settings
    from coldwater.review.gate import Allowed, Gating, Look
    from coldwater.review.reviewing import Review


def diff(old: Map, new: Map) -> Review:
    """Give what changed from one state of a map to another, by id, and what it means for the verdicts.

    Raises UnusableMapError for a map that cannot be read as a graph.
    """
    from coldwater.review.reviewing import review  # noqa: PLC0415 - most commands compare nothing

    refuse_unusable(old)
    refuse_unusable(new)
    return review(old, new)


if TYPE_CHECKING:
    # A map is compared with a map, files with a revision.

    @overload
    def gate(
        new: Map,
        *,
        base: Map,
        allow_verdict_change: bool = False,
        max_new_gaps: int = 0,
        stamps: Mapping[str, Stamp] | None = None,
    ) -> Gating: ...

    @overload
    def gate(
        new: AnyPath | Sequence[AnyPath],
        *,
        base: str,
        allow_verdict_change: bool = False,
        max_new_gaps: int = 0,
        settings: Settings | None = None,
    ) -> Gating: ...


def gate(  # noqa: PLR0913 - what is compared, and what is let through
    new: Map | AnyPath | Sequence[AnyPath],
    *,
    base: Map | str,
    allow_verdict_change: bool = False,
    max_new_gaps: int = 0,
    stamps: Mapping[str, Stamp] | None = None,
    settings: Settings | None = None,
) -> Gating:
    """Tell whether a change may pass: a map since another, or map files and folders since a revision of git.

    It does not where it gives the thesis another verdict, brings more than ``max_new_gaps`` unanswered arguments that
    hit a crux, or changes what a reviewed argument rests on. ``stamps``: who reviewed which argument; of files they
    are read beside the map. Files are compared with where the branch left ``base``: what others did there since is
    not this change's doing. ``settings`` say which files in folders are left out.

    A map file that cannot be read stands among ``unread`` of the result, and the others are looked at all the same.
    Raises UnusableMapError for a map that cannot be read as a graph, UsageError where git knows no such revision, for
    a folder without maps, and for a map beside a revision.
    """
    from coldwater.review.gate import Allowed  # noqa: PLC0415 - most commands compare nothing

    allowed = Allowed(allow_verdict_change, max_new_gaps)
    if _is_map(new) and not isinstance(base, str):
        return _gate_maps(new, base, allowed, stamps or {})
    if isinstance(base, str) and not _is_map(new):
        paths = [new] if isinstance(new, str | os.PathLike) else new
        return _gate_files([os.fspath(path) for path in paths], base, allowed, settings)
    raise UsageError("gate compares a map with a map, or the paths of files with a revision of git")


def _is_map(value: Map | AnyPath | Sequence[AnyPath]) -> TypeIs[Map]:
    """Tell a map, of whichever twin class, from paths."""
    return hasattr(value, "thesis")


def _gate_maps(new: Map, old: Map, allowed: Allowed, stamps: Mapping[str, Stamp]) -> Gating:
    from coldwater.review.gate import Gated, Gating, looks_at_change  # noqa: PLC0415

    return Gating("", None, (Gated("", looks_at_change(diff(old, new), stamps, allowed)),))


def _gate_files(paths: Sequence[str], base: str, allowed: Allowed, settings: Settings | None) -> Gating:
    from coldwater.review.gate import Gated, Gating  # noqa: PLC0415

    since = _start_of_branch(paths, base)
    gated, unread = [], []
    for path in maps_over_time(paths, [since or base], settings):
        try:
            gated.append(Gated(path, _looks(path, base, since or base, allowed)))
        except ColdwaterError as error:
            unread.append((path, error))
    return Gating(base, since, tuple(gated), tuple(unread))


def _start_of_branch(paths: Sequence[str], base: str) -> str | None:
    """Give the commit where the branch left ``base``; None if there is none at hand."""
    from coldwater import git  # noqa: PLC0415 - maps made in Python have no repository

    first = paths[0] if paths else "."
    return git.branch_point(first if os.path.isdir(first) else os.path.dirname(first) or ".", base)


def _looks(path: str, base: str, revision: str, allowed: Allowed) -> tuple[Look, ...]:
    from coldwater.beside import read_stamps  # noqa: PLC0415
    from coldwater.printable import printable  # noqa: PLC0415
    from coldwater.review.gate import looks_at_change, looks_at_gone, looks_at_new  # noqa: PLC0415

    try:
        old = api.map_at(path, revision)
        why = f"The map is new since {printable(base)}."
    except UnusableMapError:
        old, why = None, f"At {printable(base)} the map could not be read, so that there is no verdict to compare with."
    new = api.map_at(path, None)
    if new is None:
        if old is None:
            raise UnreadableFileError(path, f"there is no such file, neither now nor at {base}")
        return looks_at_gone(allowed)
    stamps = read_stamps(path)
    return looks_at_new(new, stamps, why) if old is None else looks_at_change(diff(old, new), stamps, allowed)


def maps_over_time(paths: Iterable[str], revisions: Sequence[str], settings: Settings | None = None) -> list[str]:
    """Give the map files among paths that are there now or were there at one of the revisions, sorted.

    Raises UsageError for a folder that holds none now, or a revision that git does not know.
    """
    from coldwater import git  # noqa: PLC0415
    from coldwater.project.discovery import MAP_SUFFIXES, maps_below  # noqa: PLC0415

    found: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            found.update(maps_below(path, settings))
            for revision in revisions:
                earlier = git.files_at(path, revision, MAP_SUFFIXES)
                found.update(name for name in earlier if not os.path.exists(name))  # else settings leave it out
        else:
            found.add(path)
    return sorted(found)
