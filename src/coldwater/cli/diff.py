"""``coldwater diff``: what changed in an argument, and what it means."""

from __future__ import annotations

import sys

from coldwater import api, compare
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED
from coldwater.cli.output import columns, say, say_error, wants_colour
from coldwater.cli.project import paths_of_maps, settings_for
from coldwater.errors import UsageError
from coldwater.files import read_bytes
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.compare import Compared
    from coldwater.review.reviewing import Review
    from coldwater.review.several import Lone


def run_diff(maps: Sequence[str], git: Sequence[str], output_format: str, picture: bool = False) -> int:
    """Print the difference of two files, or of maps at two revisions (or one and now).

    A map that cannot be read as it is now is named on stderr, and the others are told all the same; the exit code is 2
    then. One that could not be read as it was is named too, and there is nothing to compare it with.
    """
    from coldwater.review.comments import with_comments  # noqa: PLC0415 - most commands compare nothing

    if picture and output_format != "markdown":
        raise UsageError("--picture is for --output-format markdown; svg and html are pictures themselves")
    code = EXIT_CLEAN
    reviews: Mapping[str, Review | Lone]
    moved: dict[str, str] = {}
    if git:
        reviews, moved, is_whole = _over_time(maps, git)
        code = EXIT_CLEAN if is_whole else EXIT_FAILED
        if not reviews and not is_whole:
            return code
    elif len(maps) == 2:
        old, new = (api.check_file(path).usable_map() for path in maps)
        reviews = {maps[1]: with_comments(compare.diff(old, new), *(_comments_at(path, None) for path in maps))}
    else:
        raise UsageError("name two map files, or maps and --git REV")
    sys.stdout.write(_shown(reviews, moved, output_format, picture))
    return code


def _over_time(paths: Sequence[str], revisions: Sequence[str]) -> tuple[dict[str, Review | Lone], dict[str, str], bool]:
    """Give what came of maps by path, the path that those had that were moved, and whether all could be looked at."""
    if len(revisions) > 2:
        raise UsageError("--git is given once (a revision against the files now) or twice (one against another)")
    settings = settings_for(None)
    compared, failed = compare.compare_over_time(paths, revisions, settings)
    if not paths and not compared and not failed:
        paths_of_maps(settings)  # says which folder there is none of
    for _, error in failed:
        say_error(error)
    found = {one.path: _told(one, revisions) for one in compared}
    moved = {one.path: one.old_path for one in compared if one.old_path not in (None, one.path)}
    return {path: one for path, one in found.items() if one is not None}, moved, not failed


def _told(one: Compared, revisions: Sequence[str]) -> Review | Lone | None:
    """Give what became of a map; None, with a word on stderr, where there is nothing to compare it with."""
    from coldwater.review.comments import with_comments  # noqa: PLC0415 - what is wrong with the call is said before
    from coldwater.review.several import Lone  # noqa: PLC0415

    if one.unread is not None:
        say(f"{printable(str(one.unread))}: there is nothing to compare with")
    elif one.old is None and one.new is not None:
        return Lone("new", one.new)
    elif one.new is None and one.old is not None:
        return Lone("gone", one.old)
    elif one.old is not None and one.new is not None:
        then, now = (*revisions, None)[:2]
        said = (_comments_at(one.old_path or one.path, then), _comments_at(one.path, now))
        return with_comments(compare.diff(one.old, one.new), *said)
    return None


def _comments_at(path: str, revision: str | None) -> tuple[tuple[str | None, str], ...]:
    """Give what comments asked to ignore in a map at a revision, or ask now."""
    from coldwater.review.comments import ignoring_comments  # noqa: PLC0415 - as the rest of what compares

    if revision is None:
        return ignoring_comments(path, read_bytes(path))
    from coldwater import git  # noqa: PLC0415 - two files need none

    return ignoring_comments(path, git.file_at(path, revision) or b"")


def _shown(reviews: Mapping[str, Review | Lone], moved: Mapping[str, str], output_format: str, picture: bool) -> str:
    from coldwater.review.several import (  # noqa: PLC0415 - what is wrong with the call is said before
        Lone,
        compared_json,
        compared_markdown,
        compared_text,
        sort_out,
    )
    from coldwater.review.text import review_markdown, review_text  # noqa: PLC0415

    if output_format == "svg":
        return _picture(reviews)
    compared = sort_out(reviews, moved)
    width, colour = columns(), wants_colour(sys.stdout)
    if output_format == "html":
        from coldwater.review.page import compared_html  # noqa: PLC0415 - whoever draws nothing needs none of it

        return compared_html(compared)
    if output_format == "json":
        return compared_json(compared)
    is_markdown = output_format == "markdown"
    first = next(iter(reviews.values())) if len(reviews) == 1 else None
    if first is not None and not isinstance(first, Lone) and not first.difference.changes and not moved:
        # of one map that was asked for it is said that nothing changed
        return review_markdown(first) if is_markdown else review_text(first, width, colour)
    return compared_markdown(compared, has_pictures=picture) if is_markdown else compared_text(compared, width, colour)


def _picture(reviews: Mapping[str, Review | Lone]) -> str:
    """Draw what changed in the one map."""
    from coldwater.review.picture import review_svg  # noqa: PLC0415 - as the rest of what compares
    from coldwater.review.several import Lone  # noqa: PLC0415

    found = [one for one in reviews.values() if not isinstance(one, Lone)]
    if len(found) != 1:
        told = "no map was there then and is now" if not found else f"{len(found)} maps are compared"
        raise UsageError(f"--output-format svg draws one map; {told}. Name the one to draw")
    return review_svg(found[0])
