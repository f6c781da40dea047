"""The verbs that compare: two states of a map, and maps now with what they were at a revision of their repository."""

from __future__ import annotations

import os

from coldwater import api
from coldwater.errors import ColdwaterError, UnreadableFileError, UnusableMapError, UsageError
from coldwater.judge import refuse_unusable
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import overload

    from typing_extensions import TypeIs

    from coldwater.files import AnyPath
    from coldwater.history.earlier import Past
    from coldwater.history.over_time import Pair
    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.project.settings import Settings
    from coldwater.review.gate import Allowed, Gating
    from coldwater.review.reviewing import Review


def diff(old: Map, new: Map) -> Review:
    """Give what changed from one state of a map to another, by id, and what it means for the verdicts.

    Raises UnusableMapError for a map that cannot be read as a graph.
    """
    from coldwater.review.reviewing import review  # noqa: PLC0415 - most commands compare nothing

    refuse_unusable(old)
    refuse_unusable(new)
    return review(old, new)


class Compared(NamedTuple):
    """A map at two times: its path, the one that it had, None if it is new, and what it was and is; None if not there.

    ``unread``: why it could not be read as it was; there is nothing to compare with then.
    """

    path: str
    old_path: str | None
    old: Map | None
    new: Map | None
    unread: ColdwaterError | None = None


def compare_over_time(
    paths: Sequence[str], revisions: Sequence[str], settings: Settings | None = None
) -> tuple[list[Compared], list[tuple[str, ColdwaterError]]]:
    """Give the maps among paths, or of the project, at one revision and now, or at two; and what failed, with why.

    A map that was moved stands at the path that it has now. Raises UsageError where git knows no such revision,
    GitError.
    """
    from coldwater.history.earlier import Past  # noqa: PLC0415 - most commands ask nothing of git
    from coldwater.history.over_time import maps_between, maps_over_time  # noqa: PLC0415

    start = paths[0] if paths else os.curdir if settings is None else settings.root
    pasts = [Past(revision, start, from_branch_point=False) for revision in revisions]
    if len(pasts) > 1:
        found = maps_between(paths, pasts[0], pasts[1], settings)
    else:
        found = maps_over_time(paths, pasts[0], settings)
    compared, failed = [], list(found.failed)
    for pair in found.pairs:
        try:
            compared.append(_compared(pair, pasts))
        except ColdwaterError as error:
            failed.append((pair.path, error))
    return compared, failed


def _compared(pair: Pair, pasts: Sequence[Past]) -> Compared:
    from coldwater.project.near_maps import asking  # noqa: PLC0415

    old, unread = None, None
    data = None if pair.old_path is None else pasts[0].of(pair.old_path).data(pair.old_path)
    if pair.old_path is not None and pasts[0].of(pair.old_path).holds_submodule(pair.old_path):
        raise UnreadableFileError(
            pair.path, "the submodule is gone or not checked out, so that nobody can say which maps were in it"
        )
    new = _map_then(pair.path, pasts[1]) if len(pasts) > 1 else api.map_at(pair.path, None)
    if data is None and new is None:
        times = " and ".join([*(past.revision for past in pasts), "now"][:2])
        raise UnreadableFileError(pair.path, f"there is no such file at {times}{asking(pair.path)}")
    try:
        old = None if data is None else _map_then(pair.old_path or pair.path, pasts[0])
    except UnusableMapError as error:
        unread = error
    return Compared(pair.path, pair.old_path, old, new, unread)


def _map_then(path: str, past: Past) -> Map | None:
    data = past.of(path).data(path)
    return None if data is None else api.usable_map(path, data, past.revision)


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
        allow_hidden: bool = False,
        settings: Settings | None = None,
    ) -> Gating: ...


def gate(  # noqa: PLR0913 - what is compared, and what is let through
    new: Map | AnyPath | Sequence[AnyPath],
    *,
    base: Map | str,
    allow_verdict_change: bool = False,
    max_new_gaps: int = 0,
    allow_hidden: bool = False,
    stamps: Mapping[str, Stamp] | None = None,
    settings: Settings | None = None,
) -> Gating:
    """Tell whether a change may pass: a map since another, or map files and folders since a revision of git.

    It does not where it gives the thesis another verdict, brings more than ``max_new_gaps`` unanswered arguments that
    hit a crux, or changes what a reviewed argument rests on. ``stamps``: who reviewed which argument; of files they
    are read beside the map. Files are compared with where the branch left ``base``: what others did there since is
    not this change's doing. What is looked at is what a check of the project looked at there, or would now by
    ``settings``; no files named are all of the project. Of files, the change does not pass either where it hides
    findings or whole maps from a check, unless ``allow_hidden``. A map that was moved is compared with what it was.

    A map file that cannot be read now stands among ``unread`` of the result, and the others are looked at all the same.
    Raises UnusableMapError for a map that cannot be read as a graph, UsageError where git knows no such revision and
    for a map beside a revision, GitError where git cannot say what was there.
    """
    from coldwater.review.gate import Allowed  # noqa: PLC0415 - most commands compare nothing

    allowed = Allowed(allow_verdict_change, max_new_gaps, allow_hidden)
    if _is_map(new) and not isinstance(base, str):
        return _gate_maps(new, base, allowed, stamps or {})
    if isinstance(base, str) and not _is_map(new):
        from coldwater.history.gating import gate_files  # noqa: PLC0415

        paths = [new] if isinstance(new, str | os.PathLike) else new
        return gate_files([os.fspath(path) for path in paths], base, allowed, settings)
    raise UsageError("gate compares a map with a map, or the paths of files with a revision of git")


def _is_map(value: Map | AnyPath | Sequence[AnyPath]) -> TypeIs[Map]:
    """Tell a map, of whichever twin class, from paths."""
    return hasattr(value, "thesis")


def _gate_maps(new: Map, old: Map, allowed: Allowed, stamps: Mapping[str, Stamp]) -> Gating:
    from coldwater.review.gate import Gated, Gating, looks_at_change  # noqa: PLC0415

    return Gating("", None, (Gated("", looks_at_change(diff(old, new), stamps, allowed)),))
