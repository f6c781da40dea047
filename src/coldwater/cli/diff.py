"""``coldwater diff``: what changed in an argument, and what it means."""

from __future__ import annotations

import sys

from coldwater import api, compare
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import columns, say, wants_colour
from coldwater.cli.project import paths_of_maps, settings_for
from coldwater.errors import UnreadableFileError, UsageError
from coldwater.printable import printable
from coldwater.project.meant import asking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.review.reviewing import Review


def run_diff(maps: Sequence[str], git: Sequence[str], output_format: str) -> int:
    """Print the difference of two files, or of maps at two revisions (or one and now)."""
    if git:
        reviews = _over_time(maps or paths_of_maps(settings_for(None)), git)
    elif len(maps) == 2:
        old, new = (api.check_file(path).usable_map() for path in maps)
        reviews = {maps[1]: compare.diff(old, new)}
    else:
        raise UsageError("name two map files, or maps and --git REV")
    sys.stdout.write(_shown(reviews, output_format))
    return EXIT_CLEAN


def _over_time(paths: Sequence[str], revisions: Sequence[str]) -> dict[str, Review]:
    if len(revisions) > 2:
        raise UsageError("--git is given once (a revision against the files now) or twice (one against another)")
    reviews: dict[str, Review] = {}
    for path in compare.maps_over_time(paths, revisions):
        old, new = (api.map_at(path, revision) for revision in (*revisions, None)[:2])
        if old is None and new is None:
            times = " and ".join([*revisions, "now"][:2])
            raise UnreadableFileError(path, f"there is no such file at {times}{asking(path)}")
        if old is None or new is None:
            say(f"{printable(path)} {'is new' if old is None else 'is gone'}: there is nothing to compare")
        else:
            reviews[path] = compare.diff(old, new)
    return reviews


def _shown(reviews: Mapping[str, Review], output_format: str) -> str:
    from coldwater.review.text import review_markdown, review_text, reviews_json  # noqa: PLC0415

    if output_format == "json":
        return reviews_json(reviews)
    if output_format == "markdown":
        return "\n".join(map(review_markdown, reviews.values()))
    return "\n".join(review_text(review, columns(), wants_colour(sys.stdout)) for review in reviews.values())
