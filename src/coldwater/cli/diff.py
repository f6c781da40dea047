"""``coldwater diff``: what changed in an argument, and what it means."""

from __future__ import annotations

import os
import sys

from coldwater import api
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import columns, say, wants_colour
from coldwater.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map
    from coldwater.review.reviewing import Review


def run_diff(paths: Sequence[str], revisions: Sequence[str], output_format: str) -> int:
    """Print the difference of two files, or of maps at two revisions (or one and now)."""
    reviews: list[Review] = []
    if not revisions:
        if len(paths) != 2:
            raise UsageError("name two map files, or maps and --git REV")
        old, new = (api.check_file(path).usable_map() for path in paths)
        reviews.append(api.diff(old, new))
    else:
        reviews += _over_time(paths, revisions)
    sys.stdout.write(_shown(reviews, output_format))
    return EXIT_CLEAN


def _over_time(paths: Sequence[str], revisions: Sequence[str]) -> list[Review]:
    if len(revisions) > 2:
        raise UsageError("--git is given once (a revision against the files now) or twice (one against another)")
    found = []
    for path in api.maps_over_time(paths, revisions):
        old, new = (_map_at(path, revision) for revision in (*revisions, None)[:2])
        if old is None or new is None:
            what = "is new" if old is None else "is gone"
            say(f"{path} {what}: there is nothing to compare it with")
        else:
            found.append(api.diff(old, new))
    return found


def _map_at(path: str, revision: str | None) -> Map | None:
    """Give a map as it was at a revision, or as the file is now; None if it is not there."""
    if revision is None and not os.path.exists(path):
        return None
    checked = api.check_file(path) if revision is None else api.check_file_at(path, revision)
    return None if checked is None else checked.usable_map()


def _shown(reviews: Sequence[Review], output_format: str) -> str:
    from coldwater.review.text import review_json, review_markdown, review_text  # noqa: PLC0415

    if output_format == "json":
        return review_json(reviews)
    if output_format == "markdown":
        return "\n".join(map(review_markdown, reviews))
    return "\n".join(review_text(review, columns(), wants_colour(sys.stdout)) for review in reviews)
