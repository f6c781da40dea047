"""The verbs that compare: two states of a map, maps at revisions of their git repository."""

from __future__ import annotations

import os

from coldwater import api
from coldwater.judge import refuse_unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.model.models import Map
    from coldwater.project.settings import Settings
    from coldwater.review.reviewing import Review


def diff(old: Map, new: Map) -> Review:
    """Give what changed from one state of a map to another, by id, and what it means for the verdicts."""
    from coldwater.review.reviewing import review  # noqa: PLC0415 - most commands compare nothing

    refuse_unusable(old)
    refuse_unusable(new)
    return review(old, new)


def map_at(path: str, revision: str | None) -> Map | None:
    """Give a map as it was at a revision of its git repository, or, for None, as the file is now; None if not there.

    Raises UnusableMapError if it cannot be read as a graph, UsageError where git knows no such revision.
    """
    if revision is None:
        return api.check_file(path).usable_map() if os.path.exists(path) else None
    from coldwater import git  # noqa: PLC0415 - most commands ask nothing of git

    data = git.file_at(path, revision)
    if data is None:
        return None
    checked = api.check_bytes(path, data)
    return api.Checked(f"{path} at {revision}", checked.text, checked.findings, checked.map).usable_map()


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
