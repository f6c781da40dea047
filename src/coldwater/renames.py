"""What stands beside a map and names its ids follows when they get other names: review stamps, and a baseline."""

from __future__ import annotations

import os

from coldwater.changes import Change
from coldwater.formats.native.document import sidecar_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.files import AnyPath
    from coldwater.model.models import Map

    #: The map right before an id got another name and right after, the old id and the new one.
    Renamed = tuple[Map, Map, tuple[str, str]]


def following(path: str, renamings: Sequence[Renamed], baseline: AnyPath | None = None) -> Iterator[Change]:
    """Give the changes of the files that name ids of the map at ``path``, renamed one after the other.

    ``baseline``: the path of one, which may be missing. Raises UsageError for stamps that are none, ConfigurationError
    for a baseline that is none, and what reading them raises.
    """
    if renamings:
        yield from _stamps(path, renamings)
        if baseline is not None and os.path.exists(baseline):
            yield from _known(path, renamings, os.fspath(baseline))


def _stamps(path: str, renamings: Sequence[Renamed]) -> Iterator[Change]:
    from coldwater.beside import stamps_data, stamps_in  # noqa: PLC0415 - most changes rename nothing
    from coldwater.formats.native import stamps_text  # noqa: PLC0415
    from coldwater.review.stamping import renamed_stamps  # noqa: PLC0415

    before = stamps_data(path)  # read once: what is written must be made of what is replaced
    if before is None:
        return
    stamps = stamps_in(sidecar_of(path), before)
    for old, new, ids in renamings:
        stamps = renamed_stamps(stamps, old, new, ids)
    yield Change(sidecar_of(path), before, stamps_text.write(stamps).encode("utf-8", "surrogatepass"))


def _known(path: str, renamings: Sequence[Renamed], baseline: str) -> Iterator[Change]:
    """Give the change of a baseline that knows findings about ids that were renamed."""
    from coldwater.files import read_side_file  # noqa: PLC0415 - as above
    from coldwater.model.data import SECTIONS  # noqa: PLC0415
    from coldwater.project.baseline import read_baseline  # noqa: PLC0415

    held = read_side_file(baseline)
    known = read_baseline(baseline, held)
    text = known.text
    for old, _, (was, is_) in renamings:
        if sum(was in getattr(old, section) for section in SECTIONS) == 1:  # else nobody knows which one was meant
            text = known.with_renamed(path, was, is_)
            known = read_baseline(baseline, text.encode())
    if text.encode() != held:
        yield Change(baseline, held, text.encode())
