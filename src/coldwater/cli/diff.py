"""``coldwater diff``: what changed in an argument, and what it means."""

from __future__ import annotations

import sys

from coldwater import api, compare
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import columns, wants_colour
from coldwater.cli.project import paths_of_maps, settings_for
from coldwater.errors import UnreadableFileError, UsageError
from coldwater.files import read_bytes
from coldwater.project.meant import asking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.review.reviewing import Review
    from coldwater.review.several import Lone


def run_diff(maps: Sequence[str], git: Sequence[str], output_format: str) -> int:
    """Print the difference of two files, or of maps at two revisions (or one and now)."""
    from coldwater.review.comments import with_comments  # noqa: PLC0415 - most commands compare nothing

    reviews: dict[str, Review | Lone]
    if git:
        reviews = _over_time(maps or paths_of_maps(settings_for(None)), git)
    elif len(maps) == 2:
        old, new = (api.check_file(path).usable_map() for path in maps)
        reviews = {maps[1]: with_comments(compare.diff(old, new), *(_comments_at(path, None) for path in maps))}
    else:
        raise UsageError("name two map files, or maps and --git REV")
    sys.stdout.write(_shown(reviews, output_format))
    return EXIT_CLEAN


def _over_time(paths: Sequence[str], revisions: Sequence[str]) -> dict[str, Review | Lone]:
    from coldwater.review.comments import with_comments  # noqa: PLC0415 - what is wrong with the call is said before
    from coldwater.review.several import Lone  # noqa: PLC0415

    if len(revisions) > 2:
        raise UsageError("--git is given once (a revision against the files now) or twice (one against another)")
    reviews: dict[str, Review | Lone] = {}
    for path in compare.maps_over_time(paths, revisions):
        old, new = (api.map_at(path, revision) for revision in (*revisions, None)[:2])
        if old is None and new is None:
            times = " and ".join([*revisions, "now"][:2])
            raise UnreadableFileError(path, f"there is no such file at {times}{asking(path)}")
        if old is None and new is not None:
            reviews[path] = Lone("new", new)
        elif new is None and old is not None:
            reviews[path] = Lone("gone", old)
        elif old is not None and new is not None:
            said = [_comments_at(path, revision) for revision in (*revisions, None)[:2]]
            reviews[path] = with_comments(compare.diff(old, new), *said)
    return reviews


def _comments_at(path: str, revision: str | None) -> tuple[tuple[str | None, str], ...]:
    """Give what comments asked to ignore in a map at a revision, or ask now."""
    from coldwater import git  # noqa: PLC0415 - two files need none
    from coldwater.review.comments import ignoring_comments  # noqa: PLC0415 - as the rest of what compares

    data = read_bytes(path) if revision is None else git.file_at(path, revision)
    return ignoring_comments(path, data or b"")


def _shown(reviews: Mapping[str, Review | Lone], output_format: str) -> str:
    from coldwater.review.several import (  # noqa: PLC0415 - what is wrong with the call is said before
        Lone,
        compared_json,
        compared_markdown,
        compared_text,
        sort_out,
    )
    from coldwater.review.text import review_markdown, review_text  # noqa: PLC0415

    compared = sort_out(reviews)
    width, colour = columns(), wants_colour(sys.stdout)
    if output_format == "json":
        return compared_json(compared)
    first = next(iter(reviews.values())) if len(reviews) == 1 else None
    if first is not None and not isinstance(first, Lone) and not first.difference.changes:
        # of one map that was asked for it is said that nothing changed
        return review_markdown(first) if output_format == "markdown" else review_text(first, width, colour)
    return compared_markdown(compared) if output_format == "markdown" else compared_text(compared, width, colour)
