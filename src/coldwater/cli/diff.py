"""``coldwater diff``: what changed in an argument, and what it means."""

from __future__ import annotations

import sys

from coldwater import api, compare
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED
from coldwater.cli.output import columns, say, say_error, wants_colour
from coldwater.cli.project import paths_of_maps, settings_for
from coldwater.errors import UsageError
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.review.reviewing import Review


def run_diff(maps: Sequence[str], git: Sequence[str], output_format: str) -> int:
    """Print the difference of two files, or of maps at two revisions (or one and now).

    A map that cannot be read as it is now is named on stderr, and the others are told all the same; the exit code is 2
    then. One that could not be read as it was is named too, and there is nothing to compare it with.
    """
    code = EXIT_CLEAN
    if git:
        reviews, is_whole = _over_time(maps, git)
        code = EXIT_CLEAN if is_whole else EXIT_FAILED
        if not reviews and not is_whole:
            return code
    elif len(maps) == 2:
        old, new = (api.check_file(path).usable_map() for path in maps)
        reviews = {maps[1]: compare.diff(old, new)}
    else:
        raise UsageError("name two map files, or maps and --git REV")
    sys.stdout.write(_shown(reviews, output_format))
    return code


def _over_time(paths: Sequence[str], revisions: Sequence[str]) -> tuple[dict[str, Review], bool]:
    """Give the reviews by path, and whether every map could be looked at."""
    if len(revisions) > 2:
        raise UsageError("--git is given once (a revision against the files now) or twice (one against another)")
    settings = settings_for(None)
    compared, failed = compare.compare_over_time(paths, revisions, settings)
    if not paths and not compared and not failed:
        paths_of_maps(settings)  # says which folder there is none of
    for _, error in failed:
        say_error(error)
    reviews: dict[str, Review] = {}
    for one in compared:
        if one.old_path not in (None, one.path):
            say(f"{printable(one.path)} was {printable(one.old_path or '')}")
        if one.unread is not None:
            say(f"{printable(str(one.unread))}: there is nothing to compare with")
        elif one.old is None or one.new is None:
            say(f"{printable(one.path)} {'is new' if one.old is None else 'is gone'}: there is nothing to compare")
        else:
            reviews[one.path] = compare.diff(one.old, one.new)
    return reviews, not failed


def _shown(reviews: Mapping[str, Review], output_format: str) -> str:
    from coldwater.review.text import review_markdown, review_text, reviews_json  # noqa: PLC0415

    if output_format == "json":
        return reviews_json(reviews)
    if output_format == "markdown":
        return "\n".join(map(review_markdown, reviews.values()))
    return "\n".join(review_text(review, columns(), wants_colour(sys.stdout)) for review in reviews.values())
