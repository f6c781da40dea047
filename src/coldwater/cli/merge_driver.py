"""``coldwater git merge-driver``: two states of a map merged by id, as git asks for it."""

from __future__ import annotations

from coldwater import git
from coldwater.cli import EXIT_CLEAN, EXIT_FINDINGS
from coldwater.cli.output import say
from coldwater.files import read_bytes, write_file
from coldwater.merging import Markers, Merged, Unmerged, merge
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding

_SHOWN = 10


def run_merge_driver(  # noqa: PLR0913 - one parameter for each option
    base: str,
    ours: str,
    theirs: str,
    name: str,
    marker_size: int,
    conflict_style: str,
    base_label: str,
    ours_label: str,
    theirs_label: str,
) -> int:
    """Merge two states of a map into the file ``ours``, as git asks a merge driver to; exit code 1 for a conflict.

    What cannot be merged by id is left to git's own merge of lines. Errors that neither side had, such as a reference
    to what the other side removed, are named; they are no conflict.
    """
    markers = Markers(ours_label, base_label, theirs_label, marker_size, conflict_style)
    states = [read_bytes(path) for path in (base, ours, theirs)]
    merged = _merged(states, name, markers)
    if isinstance(merged, Unmerged):
        say(f"coldwater: {printable(name)} {printable(merged.why)}; its lines are merged")
        data, is_clean = git.merge_file(ours, base, theirs, _as_options(markers))
        write_file(ours, data)
        return EXIT_CLEAN if is_clean else EXIT_FINDINGS
    write_file(ours, merged.text.encode("utf-8"))
    _say_errors(name, _new_errors(name, states, merged))
    if merged.conflicts:
        listed = f"{', '.join(printable(one) for one in merged.conflicts[:_SHOWN])}{_more(merged.conflicts)}"
        say(f"coldwater: {printable(name)}: both sides changed {listed}; both texts stand between the markers")
        return EXIT_FINDINGS
    return EXIT_CLEAN


def _merged(states: Sequence[bytes], name: str, markers: Markers) -> Merged | Unmerged:
    try:
        base, ours, theirs = (data.decode("utf-8") for data in states)
    except UnicodeDecodeError:
        return Unmerged("cannot be merged by id: it is not UTF-8")
    return merge(base, ours, theirs, name, markers)


def _as_options(markers: Markers) -> list[str]:
    """Give what asks git for such markers."""
    labels = [word for label in (markers.ours, markers.base, markers.theirs) for word in ("-L", label)]
    style = [] if markers.style == "merge" else [f"--{markers.style}"]
    return [f"--marker-size={markers.size}", *style, *labels]


def _new_errors(name: str, states: Sequence[bytes], merged: Merged) -> list[Finding]:
    """Give the errors that neither side has and the merged map does, however its conflicts are decided."""
    from coldwater.project.discovery import MAP_SUFFIXES  # noqa: PLC0415 - stamps are merged, too, and are no map

    sides = [text.encode("utf-8") for text in dict.fromkeys(merged.sides)]
    if not name.endswith(MAP_SUFFIXES) or sides[0] in states[1:]:
        return []
    known = {_mark(one) for data in states[1:] for one in _errors(name, data)}
    found = [one for one in _errors(name, sides[0]) if _mark(one) not in known]
    others = [{_mark(one) for one in _errors(name, data)} for data in sides[1:]]
    return [one for one in found if all(_mark(one) in marks for marks in others)]


def _errors(name: str, data: bytes) -> Sequence[Finding]:
    from coldwater import api  # noqa: PLC0415 - a merge of one side alone needs no check

    return api.check_bytes(name, data).errors


def _mark(finding: Finding) -> tuple[str, str | None, str]:
    return finding.rule, finding.id, finding.message


def _say_errors(name: str, errors: Sequence[Finding]) -> None:
    if not errors:
        return
    say(f"coldwater: {printable(name)}: each side was sound in this, and both together are not; mend it:")
    for one in errors[:_SHOWN]:
        say(f"  {one.rule}: {printable(one.message)}")
    if more := _more(errors):
        say(f"  {more.strip()}")


def _more(items: Sequence[object]) -> str:
    return f" and {len(items) - _SHOWN} more" if len(items) > _SHOWN else ""
