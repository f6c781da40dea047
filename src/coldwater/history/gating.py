"""Files at the gate: each map of a project beside what it was at the base, and what is hidden since."""

from __future__ import annotations

import os

from coldwater import api
from coldwater.beside import read_stamps
from coldwater.errors import ColdwaterError, ConfigurationError, GitError, UnreadableFileError, UsageError
from coldwater.files import read_bytes
from coldwater.formats.native import document as native
from coldwater.history.earlier import Past
from coldwater.history.hiding import State, newly_hidden
from coldwater.history.over_time import maps_over_time
from coldwater.printable import printable
from coldwater.project.baseline import read_baseline
from coldwater.project.near_maps import asking
from coldwater.project.search import BASELINE_FILE, repository_root
from coldwater.review.gate import (
    Gated,
    Gating,
    look_at_hidden,
    looks_at_change,
    looks_at_gone,
    looks_at_new,
)
from coldwater.review.renames import Renames
from coldwater.review.reviewing import review

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coldwater.history.over_time import Pair
    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.project.baseline import Baseline
    from coldwater.project.settings import Settings
    from coldwater.review.gate import Allowed, Look

#: The names of no entry, of two maps that cannot be compared.
_NONE = Renames({}, {})


def gate_files(paths: Sequence[str], base: str, allowed: Allowed, settings: Settings | None) -> Gating:
    """Look at the maps among paths, or those of the project, now and where the branch left ``base``.

    What cannot be looked at stands among ``unread``, and the others are looked at all the same. Raises UsageError where
    git knows no such revision, GitError.
    """
    past = Past(base, paths[0] if paths else _start(settings), from_branch_point=True)
    found = maps_over_time(paths, past, settings)
    gate = _Gate(past, allowed, settings, found.settings_then)
    gated, unread = [], list(found.failed)
    for pair in found.pairs:
        try:
            old_path = pair.old_path if pair.old_path != pair.path else None
            gated.append(Gated(pair.path, tuple(gate.looks(pair)), old_path))
        except ColdwaterError as error:
            unread.append((pair.path, error))
    return Gating(base, past.since, tuple(gated), tuple(sorted(unread, key=lambda one: one[0])))


def _start(settings: Settings | None) -> str:
    return os.getcwd() if settings is None else settings.root


class _Gate:
    """Looks at one map after the other; what they share is read once."""

    def __init__(self, past: Past, allowed: Allowed, now: Settings | None, then: Settings | None) -> None:
        self._past, self._allowed = past, allowed
        self._base = printable(past.revision)
        self._now, self._then = now, then
        self._baseline_now = _baseline(now, lambda path: read_bytes(path) if os.path.exists(path) else None)
        try:
            self._baseline_then = _baseline(then, self._earlier_bytes)
        except ConfigurationError:
            self._baseline_then = self._baseline_now  # it held nothing back; what is wrong with it is no news

    def _earlier_bytes(self, path: str) -> bytes | None:
        try:
            return self._past.of(path).data(path)
        except GitError:
            if repository_root(os.path.dirname(path)) is None:
                return None
            raise

    def looks(self, pair: Pair) -> Iterator[Look]:
        """Look at a map. Raises what keeps it from being read now, and GitError."""
        if os.path.isdir(pair.path):
            raise UnreadableFileError(
                pair.path, "the submodule has changed and is not checked out here; git submodule update --init does it"
            )
        before = None if pair.old_path is None else self._past.of(pair.old_path).data(pair.old_path)
        if not os.path.exists(pair.path):
            self._refuse_nothing(pair.path, before)
            yield from looks_at_gone(self._allowed)
            return
        new = api.check_file(pair.path).usable_map()
        stamps = read_stamps(pair.path)
        old, why = self._old(pair, before)
        renames = _NONE
        if old is None:
            yield from looks_at_new(new, stamps, why)
        else:
            seen = review(old, new)
            renames = seen.difference.renames
            yield from looks_at_change(seen, stamps, self._allowed)
        yield self._hidden(pair, before, new, stamps, renames)

    def _refuse_nothing(self, path: str, before: bytes | None) -> None:
        """Raise UnreadableFileError for a path at which there is nothing now and was nothing then."""
        if before is None and not self._past.of(path).holds_submodule(path):
            raise UnreadableFileError(path, f"there is no such file, neither now nor at {self._base}{asking(path)}")

    def _old(self, pair: Pair, before: bytes | None) -> tuple[Map | None, str]:
        """Give the map as it was; where there was none, or none that can be read, a sentence that says so."""
        if before is None or pair.old_path is None:
            return None, f"The map is new since {self._base}."
        try:
            return api.check_bytes(pair.old_path, before).usable_map(), ""
        except ColdwaterError:
            return None, f"At {self._base} the map could not be read, so that there is no verdict to compare with."

    def _hidden(
        self, pair: Pair, before: bytes | None, new: Map, stamps: Mapping[str, Stamp], renames: Renames
    ) -> Look:
        """Look at what a check of the project no longer says of a map."""
        found: list[tuple[str, str | None]] = []
        if pair.is_left_out:
            found.append(("the whole map (by `exclude`, `paths` or a .gitignore)", None))
        found += self._findings(pair, before, renames)
        for name in self._without_stamp(pair, new, stamps, renames):
            found.append((f"that `{name}` was reviewed ({_where(pair)})", name))
        ids = dict.fromkeys(id_ for _, id_ in found if id_ is not None)
        return look_at_hidden([told for told, _ in found], list(ids), self._allowed)

    def _findings(self, pair: Pair, before: bytes | None, renames: Renames) -> Iterator[tuple[str, str | None]]:
        """Give the findings that are newly hidden, in words, each with its id."""
        now = State(pair.path, read_bytes(pair.path), self._now, self._baseline_now)
        then = None
        if before is not None and pair.old_path is not None:
            then = State(pair.old_path, before, self._then, self._baseline_then)
        if now != then:
            for one in newly_hidden(now, then, self._then, renames):
                at = f" at `{one.id}`" if one.id is not None else ""
                yield f"`{one.rule}`{at} (line {one.line}, by {one.means})", one.id

    def _without_stamp(self, pair: Pair, new: Map, stamps: Mapping[str, Stamp], renames: Renames) -> Iterator[str]:
        """Give the arguments that are there still and were reviewed then, and of which this is said no more."""
        if pair.old_path is None:
            return
        try:
            then = self._past.of(pair.old_path).stamps(pair.old_path)
        except UsageError:
            return  # they were no stamps
        for name in map(renames.node, then):
            if name in new.arguments and name not in stamps:
                yield name


def _where(pair: Pair) -> str:
    """Say what became of a stamp that is not beside a map any more."""
    if pair.old_path in (None, pair.path):
        return "its stamp was taken out"
    old, new = (printable(native.sidecar_of(path)) for path in (pair.old_path or "", pair.path))
    return f"its stamp did not come along: move {old} to {new}"


def _baseline(settings: Settings | None, read: Callable[[str], bytes | None]) -> Baseline | None:
    """Give the baseline of a project: of the usual name, unless settings name another. Raises ConfigurationError."""
    root = (repository_root(os.curdir) or os.getcwd()) if settings is None else settings.root
    path = os.path.join(root, (settings.baseline if settings is not None else None) or BASELINE_FILE)
    data = read(path)
    return None if data is None else read_baseline(path, data)
