"""``coldwater gate``: whether a change may pass; exit code 1 if it may not."""

from __future__ import annotations

import sys

from coldwater import compare
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.output import say, say_error, width_of
from coldwater.cli.project import paths_of_maps, settings_for
from coldwater.printable import printable
from coldwater.review.gate import gate_json, gate_markdown, gate_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.review.gate import Gating


def run_gate(  # noqa: PLR0913 - one parameter for each option
    maps: Sequence[str],
    base: str,
    allow_verdict_change: bool,
    max_new_gaps: int,
    allow_hidden: bool,
    output_format: str,
) -> int:
    """Compare maps as they are now with where the branch left ``base``, and say whether they may pass.

    A map that cannot be read is named on stderr, and the others are looked at all the same; the exit code is 2 then.
    """
    settings = settings_for(None)
    gating = compare.gate(
        maps,
        base=base,
        allow_verdict_change=allow_verdict_change,
        max_new_gaps=max_new_gaps,
        allow_hidden=allow_hidden,
        settings=settings,
    )
    if not maps and not gating.maps and not gating.unread:
        paths_of_maps(settings)  # says which folder there is none of
    if gating.since is None:
        say(f"coldwater: no commit is known that this branch shares with {printable(base)}: compared with its tip")
    for _, error in gating.unread:
        say_error(error)
    if gating.maps or not gating.unread:
        sys.stdout.write(_shown(gating, output_format))
    if gating.unread:
        return EXIT_FAILED
    return EXIT_CLEAN if gating.passes else EXIT_FINDINGS


def _shown(gating: Gating, output_format: str) -> str:
    if output_format == "full":
        return gate_text(gating, width_of(sys.stdout))
    return {"markdown": gate_markdown, "json": gate_json}[output_format](gating)
