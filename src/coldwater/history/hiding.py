"""What a change newly hides from a check: findings that settings, comments, ``lint``, a draft or a baseline leave out.

Rules run here without any of these; then each is asked what it covers, and what it covered before.
"""

from __future__ import annotations

import os
from collections import Counter

from coldwater import api
from coldwater.beside import full_texts, read_stamps
from coldwater.errors import ColdwaterError
from coldwater.findings import UNREADABLE
from coldwater.formats.native import document as native
from coldwater.formats.native.yaml_comments import MARK, read_comments
from coldwater.project.comments import Stretches, asked_by
from coldwater.project.settings import Settings
from coldwater.records import NamedTuple
from coldwater.report.counts import SEVERITIES
from coldwater.rules import draft
from coldwater.rules.engine import can_be_ignored, everything
from coldwater.rules.folding import UNFINISHED
from coldwater.rules.subject import Subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from coldwater.findings import Severity
    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.project.baseline import Baseline
    from coldwater.review.renames import Renames


class State(NamedTuple):
    """A map file, and what is said beside it of what a check is to leave out."""

    path: str
    data: bytes
    settings: Settings | None
    baseline: Baseline | None


class Hidden(NamedTuple):
    """A finding that is newly hidden: its rule, the id it is about, its line, and in words what hides it."""

    rule: str
    id: str | None
    line: int
    means: str


class _Raw(NamedTuple):
    rule: str
    id: str | None
    line: int


class Levels:
    """What settings say of the findings in a map file."""

    def __init__(self, settings: Settings | None, path: str) -> None:
        wanted = settings or Settings(os.getcwd())
        self.severities = wanted.severities(path)
        self.selected = wanted.selected(path)
        self._error_on = SEVERITIES.index(wanted.error_on)

    def weight(self, rule: str) -> int:
        """Give what a finding of a rule does to a check: 2 if it fails for it, 1 if it is told, 0 if it is off."""
        severity: Severity | None = self.severities.get(rule)
        return 0 if severity is None else 1 + (SEVERITIES.index(severity) <= self._error_on)


class _Side:
    """A state of a map, and what each means of hiding has to say there."""

    def __init__(self, state: State, stamps: Mapping[str, Stamp]) -> None:
        self.state = state
        text, self._reading = api.read_map(state.path, state.data)
        self.map: Map | None = self._reading.map
        self.is_whole = self._reading.map is not None and self._reading.is_as_written
        self._stamps = stamps
        is_yaml = native.spelling_of(state.path) == "yaml"
        self.comments = asked_by(read_comments(text)) if is_yaml and MARK in text else []
        self._stretches = Stretches(self.comments)
        lint = None if self.map is None else self.map.lint
        self.entries = {(one.rule, one.at) for one in lint.ignore} if lint is not None else set()
        self.levels = Levels(state.settings, state.path)

    def raw(self, asked: Container[str]) -> Iterator[_Raw]:
        """Give what the rules say, hidden or not; those that wait to be asked for where ``asked`` names them."""
        for spot in self._reading.spots:
            yield _Raw(spot.rule, spot.id, spot.place.line)
        if self.map is None:
            return
        texts, _ = full_texts(os.path.dirname(self.state.path), self.map)
        subject = Subject(self.map, texts, self._reading.excused, self._stamps)
        for rule, flaw in everything(subject, asked):
            yield _Raw(rule.CODE, flaw.id, self._reading.locate(flaw).line)

    def is_commented(self, one: _Raw) -> bool:
        """Tell whether a comment in the map covers a finding."""
        return self._stretches.hold(one.rule, one.line)

    def folds(self, rule: str) -> bool:
        """Tell whether the map is a draft that tells a rule's findings, which are on, in one."""
        if self.map is None or not self.map.draft or rule not in UNFINISHED or not self.levels.weight(draft.CODE):
            return False
        return self.levels.weight(rule) > 0 and rule not in self.levels.selected

    def known(self, one: _Raw) -> int:
        """Give how many findings like this one the baseline holds back."""
        baseline = self.state.baseline
        return 0 if baseline is None else baseline.held(self.state.path, one.rule, one.id)


def newly_hidden(
    now: State, before: State | None, settings_then: Settings | None, renames: Renames
) -> tuple[Hidden, ...]:
    """Give the findings of a map that are hidden now and would not have been before, in the order of the file.

    ``before``: None for a map that is new, of which then all that its own words hide is new; ``settings_then``: what
    was set for one at its path. A map that could not be read may have hidden all that its text speaks of. A baseline
    counts findings: one more of a kind than before is one that is hidden.
    """
    stamps = _stamps(now.path)
    after = _Side(now, stamps)
    earlier = None if before is None else _Side(before, stamps)
    levels = Levels(settings_then, now.path) if earlier is None else earlier.levels
    hiding = _Hiding(after, earlier, levels, renames)
    found = dict.fromkeys(hidden for one in hiding.raw() if (hidden := hiding.of(one)) is not None)
    return tuple(sorted(found, key=lambda one: (one.line, one.rule)))


def _stamps(path: str) -> Mapping[str, Stamp]:
    try:
        return read_stamps(path)
    except ColdwaterError:
        return {}  # the look at reviews says so


class _Hiding:
    """Asks of each finding what hides it now and did not before."""

    def __init__(self, now: _Side, before: _Side | None, levels: Levels, renames: Renames) -> None:
        self._now, self._before, self._levels, self._renames = now, before, levels, renames
        self._met: Counter[tuple[str, str | None]] = Counter()
        self._old_ids = {new: old for old, new in renames.nodes.items()}
        self._unread = before if before is not None and not before.is_whole else None
        self._old_comments = set() if before is None else {(rule, self._id(at)) for rule, at in _commented(before)}
        self._old_entries = set() if before is None else {(rule, self._id(at)) for rule, at in before.entries}

    def _id(self, name: str | None) -> str | None:
        return None if name is None else self._renames.source(self._renames.node(name))

    def raw(self) -> Iterator[_Raw]:
        """Give what there is to hide: what the rules say that were on then or are on now."""
        return self._now.raw({*self._now.levels.severities, *self._levels.severities})

    def of(self, one: _Raw) -> Hidden | None:
        """Give a finding as one that is newly hidden; None if it is not."""
        means = self._means(one)
        return None if means is None else Hidden(one.rule, one.id, one.line, means)

    def _means(self, one: _Raw) -> str | None:
        now = self._now
        if now.levels.weight(one.rule) < self._levels.weight(one.rule) and one.rule != draft.CODE:
            return "the settings"
        if one.rule in UNREADABLE or not can_be_ignored(one.rule):
            return None
        for aim in ((one.rule, one.id), (one.rule, None), (None, one.id)):
            if aim != (None, None) and aim in now.entries and not self._was_an_entry(aim):
                return "`lint.ignore`"
        if now.is_commented(one) and not self._was_commented(one):
            return "a comment"
        if now.folds(one.rule) and not self._was_folded(one.rule):
            return "`draft: true`"
        return "the baseline" if self._is_newly_known(one) else None

    def _was_folded(self, rule: str) -> bool:
        if self._unread is not None:
            return b"draft" in self._unread.state.data
        return self._before is not None and self._before.folds(rule)

    def _was_an_entry(self, aim: tuple[str | None, str | None]) -> bool:
        if self._unread is not None:
            return b"lint" in self._unread.state.data
        return aim in self._old_entries

    def _was_commented(self, one: _Raw) -> bool:
        if self._unread is not None:
            data = self._unread.state.data  # comments are not found in what is no YAML
            return MARK.encode() in data and one.rule.encode() in data
        return (one.rule, one.id) in self._old_comments

    def _is_newly_known(self, one: _Raw) -> bool:
        """Tell whether the baseline holds a finding back that the earlier one did not, the first of a kind first."""
        if not self._now.known(one):
            return False
        self._met[one.rule, one.id] += 1
        number = self._met[one.rule, one.id]
        old = one._replace(id=self._old_ids.get(one.id, one.id)) if one.id is not None else one
        was = 0 if self._before is None else self._before.known(old)
        return was < number <= self._now.known(one)


def _commented(side: _Side) -> Iterator[tuple[str, str | None]]:
    """Give the findings that comments covered, by rule and id."""
    for one in side.raw(side.levels.severities):
        if side.is_commented(one):
            yield one.rule, one.id
