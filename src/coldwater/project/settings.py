"""The settings of a project as a value, and what they ask of one file: which rules, how severe."""

from __future__ import annotations

from functools import lru_cache

from coldwater.findings import UNREADABLE
from coldwater.project.patterns import matches
from coldwater.project.search import below
from coldwater.records import NamedTuple
from coldwater.rules import RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import ModuleType

    from coldwater.findings import Severity

DEFAULT_PATHS = ("arguments",)
DEFAULT_RENDERS = "renders"


class Level(NamedTuple):
    """A wish for all files, or for those that a pattern matches. Rules go by their code, or by how codes begin.

    ``select`` for all files turns every other rule off; for some files it turns these rules on.
    """

    pattern: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()


class Settings(NamedTuple):
    """The settings of a project. Paths and patterns are relative to ``root``, with forward slashes.

    A later one of ``levels`` overrides an earlier one. ``max_size`` is in bytes; None is the built-in limit.
    ``repository`` is the address at which the files below the root are shown, if there is one.
    ``baseline`` None stands for a file of the usual name, which need not be there.
    """

    root: str
    source: str | None = None
    paths: tuple[str, ...] = DEFAULT_PATHS
    exclude: tuple[str, ...] = ()
    renders: str = DEFAULT_RENDERS
    baseline: str | None = None
    error_on: Severity = "error"
    max_size: int | None = None
    levels: tuple[Level, ...] = ()
    repository: str | None = None

    def severities(self, path: str) -> Mapping[str, Severity]:
        """Give the rules that are on for a file, by code, each with its severity there."""
        return _worked_out(self._levels_of(path))

    def selected(self, path: str) -> frozenset[str]:
        """Give the codes, and beginnings of codes, that are selected for a file."""
        return frozenset(name for level in self._levels_of(path) for name in level.select)

    def _levels_of(self, path: str) -> tuple[Level, ...]:
        inside = below(self.root, path)
        wanted = (one for one in self.levels if one.pattern is None or (inside and matches(one.pattern, inside)))
        return tuple(wanted)


@lru_cache(maxsize=64)
def _worked_out(levels: tuple[Level, ...]) -> Mapping[str, Severity]:
    return {rule.CODE: _severity(rule, levels) for rule in RULES if _is_on(rule, levels)}


def _is_on(rule: ModuleType, levels: Sequence[Level]) -> bool:
    """Tell whether a rule is on: the last level that names it decides, and there the longest name; ignoring wins a tie.

    A rule marked ON_REQUEST is off unless it is selected by its whole code.
    """
    code: str = rule.CODE
    if code in UNREADABLE:
        return True
    on_request = hasattr(rule, "ON_REQUEST")
    on = not on_request
    for level in levels:
        chosen = _longest(code, (name for name in level.select if not on_request or name == code))
        ignored = _longest(code, level.ignore)
        if chosen or ignored:
            on = len(chosen) > len(ignored)
        elif level.select and level.pattern is None:
            on = False
    return on


def _severity(rule: ModuleType, levels: Sequence[Level]) -> Severity:
    severity: Severity = rule.SEVERITY
    if rule.CODE in UNREADABLE:
        return severity
    for level in levels:
        wished = dict(level.severity)
        severity = wished.get(_longest(rule.CODE, wished), severity)
    return severity


def _longest(code: str, names: Iterable[str]) -> str:
    """Give the longest of the names with which a code begins; empty if there is none."""
    return max((name for name in names if code.startswith(name)), key=len, default="")
